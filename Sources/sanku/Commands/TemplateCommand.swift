import ArgumentParser
import Domain
import Interchange
import UseCases

/// Writes an empty entry sheet for enterprises to fill.
struct TemplateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "template",
      abstract: say("给企业填写的空白填报表（XLSX）", "An empty entry sheet for enterprises to fill (XLSX)"),
      discussion: say(
        """
        只有要人填写的列，带下拉选项、输入检查和填写说明；红色列必填。填好的表用 sanku import 导入。
        例：sanku template projects -o 项目填报表.xlsx
        """,
        """
        The columns that people enter, with choices, checks and notes; red ones must be filled. What comes back goes in \
        with sanku import. Example: sanku template projects -o projects.xlsx
        """))
  }

  @Argument(help: ArgumentHelp(say("清单", "register")))
  var register: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let register = try session.register(register)
    guard options.rows(.xlsx) == .xlsx else {
      throw Failure.usage("填报表只有 xlsx 格式", "An entry sheet is written as xlsx")
    }
    let output = try Output(options.output)
    let file = try WorkbookFile(output)
    try EntryTemplate(register, Words.language, session.reference).write(to: file.path)
    try file.send()
    try output.finish()
    if options.output.map({ $0 != "-" }) ?? false {
      options.note("已写出填报表", "The entry sheet is written")
    }
  }
}
