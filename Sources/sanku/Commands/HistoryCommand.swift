import ArgumentParser
import Domain
import UseCases

/// Writes the whole history out, for somebody who checks it without sanku.
struct HistoryCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "history", abstract: say("导出全部历史，供库外核对", "Write the whole history out, to be checked from outside"),
      discussion: say(
        """
        每条一行：哈希、空格、内容。用 docs/check-history 或任何算 SHA-256 的程序核对，见 docs/history.md。
        其中没有电话号码。
        """,
        """
        A line an entry: its hash, a blank, what it says. docs/check-history, or any program that computes SHA-256, \
        checks it; see docs/history.md. No telephone number is in it.
        """))
  }

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let output = try Output(options.output)
    let head = try ExportHistory.run(in: session.store, as: session.environment) { try output.line($0) }
    try output.finish()
    options.note("历史 \(head.entries) 条，末条 \(head.head)", "\(head.entries) history entries, the last \(head.head)")
  }
}
