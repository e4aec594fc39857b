/// A sentence of the terminal layer for people, in both languages.
package struct Notice: Hashable, Sendable {
  /// In Chinese.
  package let zh: CleanText
  /// In English.
  package let en: CleanText

  package init(zh: CleanText, en: CleanText) {
    self.zh = zh
    self.en = en
  }
}

/// Why there can be no screens here.
package enum TerminalError: Error, Hashable, Sendable {
  /// Standard input or output is not a terminal.
  case notATerminal
  /// The terminal cannot place its cursor; with the value of `TERM`.
  case tooSimple(String)
  /// The terminal database has no entry; with the value of `TERM`.
  case unknown(String)
  /// The system gave no pipe or refused the settings.
  case system

  /// What is wrong and what to do instead.
  package var notice: Notice {
    switch self {
    case .notATerminal:
      Notice(
        zh: "标准输入或输出不是终端；可用子命令 (sanku --help)", en: "Not at a terminal; the subcommands work (sanku --help)")
    case .tooSimple(let name):
      Notice(
        zh: "终端 TERM=\(name) 不能移动光标；请设 TERM=xterm-256color 或改用子命令",
        en: "TERM=\(name) cannot move its cursor; set TERM=xterm-256color or use the subcommands")
    case .unknown(let name):
      Notice(
        zh: "不认识终端 TERM=\(name)；请设 TERM=xterm-256color 或 vt100",
        en: "Unknown terminal TERM=\(name); set TERM=xterm-256color or vt100")
    case .system:
      Notice(zh: "系统拒绝打开终端", en: "The system refused to open the terminal")
    }
  }
}
