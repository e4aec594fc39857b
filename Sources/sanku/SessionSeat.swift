import Domain
import Glibc

/// Who sits at this process where sshd started it, as `sanku session --user NAME [--key FINGERPRINT] [--library FILE]`.
///
/// It is taken from the command line that sshd was given and not from what the client sent: from the client come the line
/// that is asked for and the terminal's name, both held against what they may be.
struct SessionSeat {
  let person: String
  /// The fingerprint of the key that opened the session; nil where sshd's side does not say.
  let key: String?
  /// The library named on sshd's side; nil for the account's own.
  let library: String?
  /// What the client asked for, as words; nil for the interface.
  let words: Result<[String], TextProblem>?
  private let variables: [(name: String, value: String)]

  /// nil where this process is no session.
  static let current: SessionSeat? = CommandLine.arguments.dropFirst().first == SessionCommand.name ? .init() : nil

  private init() {
    let arguments = Array(CommandLine.arguments.dropFirst(2))
    person = Self.value(of: "--user", in: arguments) ?? ""
    key = Self.value(of: "--key", in: arguments)
    library = Self.value(of: "--library", in: arguments)
    words = getenv("SSH_ORIGINAL_COMMAND").map { SessionLine.words($0) }
    let asked = (try? words?.get()) ?? []
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(Words.environment).first ?? ""
    let language = Words.language(
      arguments: ["sanku"] + asked, locale: Self.isPlain(locale, also: "_.@-") ? locale : "")
    variables = [
      ("HOME", getpwuid(geteuid()).flatMap { String(validatingCString: $0.pointee.pw_dir) } ?? "/"),
      ("TERM", Words.environment("TERM").flatMap { Self.isPlain($0, also: ".+_-") ? $0 : nil } ?? "dumb"),
      ("LANG", language == .en ? "en" : "zh"),
      ("LC_CTYPE", "C.UTF-8"),
      ("SSH_CONNECTION", "session"),
      ("SWIFT_BACKTRACE", "enable=no"),
    ]
  }

  /// Leaves nothing of the environment but what a session needs, each with a value of our own or a plain name.
  func settle() {
    clearenv()
    for (name, value) in variables { setenv(name, value, 1) }
  }

  private static func value(of option: String, in arguments: [String]) -> String? {
    guard let place = arguments.firstIndex(of: option), place + 1 < arguments.count else { return nil }
    return arguments[place + 1]
  }

  /// Letters, digits and a few marks, beginning with a letter or digit: no path, no escape.
  private static func isPlain(_ text: String, also marks: String) -> Bool {
    func isWord(_ scalar: Unicode.Scalar) -> Bool {
      ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
    }
    guard let first = text.unicodeScalars.first, isWord(first), text.utf8.count <= 40 else { return false }
    return text.unicodeScalars.allSatisfy { isWord($0) || marks.unicodeScalars.contains($0) }
  }
}
