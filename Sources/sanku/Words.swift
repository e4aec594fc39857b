import Domain
import Glibc

/// The language that this run of the command speaks: `--lang`, else the locale's, else Chinese.
enum Words {
  static let language: Language = language(
    arguments: arguments,
    locale: ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty } ?? "")

  /// Whether `--lang` names it.
  static var isAsked: Bool { asked(arguments) != nil }

  private static var arguments: [String] {
    (try? SessionSeat.current?.words?.get()).map { ["sanku"] + $0 } ?? CommandLine.arguments
  }

  /// Looked up before the arguments are parsed, since help speaks it too.
  static func language(arguments: [String], locale: String) -> Language {
    if let asked = asked(arguments) { return asked }
    let name = locale.prefix { $0 != "." && $0 != "@" }
    if name.isEmpty || name == "C" || name == "POSIX" || name.hasPrefix("zh") { return .zh }
    return .en
  }

  private static func asked(_ arguments: [String]) -> Language? {
    for (place, argument) in arguments.enumerated().dropFirst() {
      if argument == "--" { break }
      if argument == "--lang", place + 1 < arguments.count, let asked = Language(rawValue: arguments[place + 1]) {
        return asked
      }
      if argument.hasPrefix("--lang="), let asked = Language(rawValue: String(argument.dropFirst(7))) { return asked }
    }
    return nil
  }

  static func environment(_ name: String) -> String? {
    getenv(name).flatMap { String(validatingCString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// The wording in this run's language.
func say(_ zh: String, _ en: String) -> String { Words.language == .zh ? zh : en }

extension Label {
  /// The wording in this run's language.
  var said: String { self[Words.language] }
}
