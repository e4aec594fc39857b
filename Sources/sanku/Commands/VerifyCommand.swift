import ArgumentParser
import Domain
import Interchange
import UseCases

/// Checks a library's file, its history chain and everything that follows from it.
struct VerifyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "verify",
      abstract: say("核验库：文件、历史链、重放得到的清单", "Verify the library: file, history chain, lists replayed"),
      discussion: say("没有问题时退出状态为0，否则为1。", "Exit status 0 if nothing is wrong, else 1."))
  }

  @Argument(
    help: ArgumentHelp(say("库文件", "the library"), valueName: say("库文件", "library")),
    completion: .file(extensions: ["sanku"]))
  var path: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    var asked = options
    if let path { asked.library = path }
    let session = try Session(asked)
    let bar = ProgressBar(say("核验", "verify"), quiet: options.quiet)
    let verified = try VerifyLibrary.run(session.store, progress: bar.part)
    bar.finish()
    try Interruption.check()
    let output = try Output(options.output)
    if options.rows(.table) == .json {
      try output.line(
        JSONValue.object([
          .init("sound", .bool(verified.faults.isEmpty)), .init("entries", .number("\(verified.entries)")),
          .init("head", .string(verified.head)), .init("faults", .array(verified.faults.map { .string($0.said) })),
        ]).text)
    } else {
      for fault in verified.faults { try output.line(Output.clean(fault.said)) }
      try output.line(
        verified.faults.isEmpty
          ? say(
            "库完好：历史 \(verified.entries) 条，末条 \(verified.head)",
            "The library is sound: \(verified.entries) history entries, the last \(verified.head)")
          : say(
            "发现 \(verified.faults.count) 处问题；请用 sanku restore 从备份恢复",
            "\(verified.faults.count) faults; restore a backup with sanku restore"))
    }
    try output.finish()
    if !verified.faults.isEmpty { throw Failure.findings }
  }
}
