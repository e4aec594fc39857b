import ArgumentParser
import UseCases

/// Copies a library through the engine, while others work in it.
struct BackupCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "backup", abstract: say("备份库；他人可继续工作", "Back the library up; others may go on working"))
  }

  @Argument(help: ArgumentHelp(say("备份文件（不得已存在）", "the backup; must not exist yet"), valueName: say("文件", "file")))
  var file: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    try Copying.copy(session.store, to: file, options, title: say("备份", "backup"))
    options.note("已备份到 \(file)", "Backed up to \(file)")
  }
}

/// Makes a new library out of a backup.
struct RestoreCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "restore", abstract: say("由备份恢复成一个新的库文件", "Make a library out of a backup"),
      discussion: say(
        "备份先经核验；已有的库文件不会被覆盖。", "The backup is verified first; a library that exists is never overwritten."))
  }

  @Argument(help: ArgumentHelp(say("备份文件", "the backup"), valueName: say("文件", "file")), completion: .file())
  var file: String

  @Argument(help: ArgumentHelp(say("恢复成的库文件", "the library to make"), valueName: say("库文件", "library")))
  var target: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    Interruption.watch()
    let backup = try Libraries.open(file, readOnly: true)
    let bar = ProgressBar(say("核验备份", "verify"), quiet: options.quiet)
    let verified = try VerifyLibrary.run(backup, progress: bar.part)
    bar.finish()
    try Interruption.check()
    if let fault = verified.faults.first {
      throw Failure(
        .unusable, say("备份 \(file) 不完好：\(fault.zh)；请换一个备份", "The backup \(file) is not sound: \(fault.en); use another")
      )
    }
    try Copying.copy(backup, to: target, options, title: say("恢复", "restore"))
    options.note(
      "已恢复成 \(target)（历史 \(verified.entries) 条）", "Restored as \(target) (\(verified.entries) history entries)")
  }
}
