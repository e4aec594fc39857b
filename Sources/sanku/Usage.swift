import ArgumentParser
import Domain
import Glibc

/// Help, completions and what is wrong with a command line, in this run's language.
enum Usage {
  /// Prints help and the like on standard output; a wrong command line is told in one line on standard error.
  static func answer(_ error: any Error, _ arguments: [String]) -> ExitStatus {
    if Sanku.exitCode(for: error) == .success {
      let text = translated(Sanku.fullMessage(for: error))
      do {
        signal(SIGPIPE, SIG_IGN)
        let output = try Output(nil)
        try output.line(text)
        try output.finish()
        return .done
      } catch {
        return Failure(error).status
      }
    }
    let message = Sanku.message(for: error).split(separator: "\n").joined(separator: " ")
    let name = subcommand(in: arguments).map { "sanku \($0)" } ?? "sanku"
    Output.tell(
      "sanku: " + say("命令有误：\(wrong(message))；用法见 \(name) --help", "\(message); see \(name) --help"))
    return .usage
  }

  /// `--lang en list projects` as `list --lang en projects`: options for all may stand before the subcommand.
  static func subcommandFirst(_ arguments: [String]) -> [String] {
    var place = 0
    while place < arguments.count, arguments[place].hasPrefix("-"), arguments[place] != "--" {
      let takesValue = ["--lang", "--library", "--format", "--output", "-o"].contains(arguments[place])
      place += takesValue ? 2 : 1
    }
    // An option at the very end lacks its value, which the parser will say.
    guard place < arguments.count else { return arguments }
    // A subcommand's own subcommand goes with it.
    var end = place
    var known = Sanku.configuration.subcommands
    while end < arguments.count, let found = known.first(where: { $0.configuration.commandName == arguments[end] }) {
      known = found.configuration.subcommands
      end += 1
    }
    return Array(arguments[place..<end] + arguments[..<place] + arguments[end...])
  }

  private static func subcommand(in arguments: [String]) -> String? {
    var known = Sanku.configuration.subcommands
    var names: [String] = []
    for word in arguments {
      if let found = known.first(where: { $0.configuration.commandName == word }) {
        names.append(word)
        known = found.configuration.subcommands
      } else if !names.isEmpty {
        break
      }
    }
    return names.isEmpty ? nil : names.joined(separator: " ")
  }

  /// The parser's own headings, which it has in English only.
  private static let headings = [
    ("OVERVIEW: ", ""), ("USAGE: ", "用法："), ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "子命令："),
    ("Show help information.", "显示帮助"), ("Show the version.", "显示版本"), ("(default)", "（默认）"),
    (" for detailed help.", " 查看详细帮助。"), ("  See '", "  用 '"),
    ("<subcommand>", "<子命令>"), ("[<options>]", "[<选项>]"), ("<options>", "<选项>"),
  ]

  private static func translated(_ text: String) -> String {
    guard Words.language == .zh, !text.hasPrefix("#") else { return text }
    let marked = text.replacing(#/\(values: ([^)]*)\)/#) { "（可选 \($0.1)）" }
      .replacing(#/\(default: ([^)]*)\)/#) { "（默认 \($0.1)）" }
    return headings.reduce(marked) {
      $0.replacing($1.0, with: $1.1)
    }
  }

  /// The parser's complaint in Chinese, by its known beginnings.
  private static func wrong(_ message: String) -> String {
    let known = [
      ("Missing expected argument ", "缺少参数 "), ("Missing value for ", "缺少取值 "), ("Unknown option ", "没有这个选项 "),
      ("Unexpected argument ", "多余的参数 "), ("The value ", "取值不对 "), (" unexpected arguments: ", " 个多余的参数："),
      (" is invalid for ", " 不适用于 "), ("Missing one of: ", "缺少其一："), (". Did you mean ", "；是否想写 "),
      (". Please provide one of ", "；可选 "), ("', '", "'、'"), ("' or '", "' 或 '"), ("' and '", "' 或 '"),
    ]
    let said = known.reduce(message) { $0.replacing($1.0, with: $1.1) }
    return said.hasSuffix("'.") || said.hasSuffix("'?") ? String(said.dropLast()) : said
  }
}
