import ArgumentParser
import Domain
import Interchange
import UseCases

/// Runs the rules over the lists.
struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: say("用规则检查清单；有错误时退出状态为1", "Run the rules over the lists; exit status 1 if there are findings"))
  }

  @Argument(help: ArgumentHelp(say("清单；不写则全部", "register; all without one")))
  var register: String?

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      say("筛选条件，可重复（须写清单）", "a condition; may be repeated (names a register)"), valueName: say("条件", "expr")))
  var conditions: [String] = []

  @Flag(help: ArgumentHelp(say("只列错误", "errors only")))
  var errors = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    if register == nil, !conditions.isEmpty {
      throw Failure.usage("--where 须同时写清单", "--where needs a register")
    }
    let registers = try register.map { [try session.register($0)] } ?? Registers.all
    let output = try Output(options.output)
    var rows = try FindingRows(options.rows(.table), mark: options.mark ?? false, to: output)
    var totals = CheckRecords.Summary()
    for register in registers {
      let bar = ProgressBar(say("检查", "check") + " " + register.label.said, quiet: options.quiet)
      let filter = try session.filter(conditions, register)
      let summary = try CheckRecords.run(
        register, where: filter, in: session.store, as: session.environment, progress: bar.part
      ) { record in
        for finding in record.findings where !errors || finding.severity == .error { try rows.row(record, finding) }
      }
      bar.finish()
      totals.records += summary.records
      totals.errors += summary.errors
      totals.warnings += summary.warnings
      totals.answered += summary.answered
    }
    try rows.finish()
    try output.finish()
    let answered = totals.answered > 0 ? say("，已说明 \(totals.answered)", ", \(totals.answered) answered") : ""
    options.note(
      "检查 \(totals.records) 条：错误 \(totals.errors)，提示 \(totals.warnings)" + answered,
      "\(totals.records) records: \(totals.errors) errors, \(totals.warnings) warnings" + answered)
    if totals.errors > 0 || (!errors && totals.warnings > 0) { throw Failure.findings }
  }
}

/// Findings as a table, CSV or JSON.
private struct FindingRows {
  private var text: TextRows?
  private let output: Output
  private let isCSV: Bool
  private var isFirst = true

  init(_ format: RowFormat, mark: Bool, to output: Output) throws {
    self.output = output
    isCSV = format == .csv
    if format == .json {
      try output.write("[")
      return
    }
    let headings =
      isCSV
      ? ["register", "key", "title", "severity", "rule", "fields", "message", "answer"]
      : [
        say("清单", "register"), say("代码", "key"), say("名称", "title"), say("程度", "severity"), say("规则", "rule"),
        say("字段", "fields"), say("要做什么", "what to do"),
      ]
    text = try TextRows(headings, format, mark: mark, to: output)
  }

  mutating func row(_ record: CheckedRecord, _ finding: Finding) throws {
    defer { isFirst = false }
    if text != nil {
      let said = words(finding)
      try text?.row(
        [
          record.register.id, record.key, record.title,
          isCSV ? finding.severity.rawValue : finding.severity.said, finding.rule,
          finding.fields.joined(separator: " "),
        ] + said)
      return
    }
    let object = JSONValue.object([
      .init("register", .string(record.register.id)), .init("key", .string(record.key)),
      .init("id", .string(record.document.id.text)), .init("title", .string(record.title)),
      .init("severity", .string(finding.severity.rawValue)), .init("rule", .string(finding.rule)),
      .init("fields", .array(finding.fields.map { .string($0) })), .init("message", .string(finding.message.said)),
      .init("answer", finding.answer.map { .string($0) } ?? .null),
    ])
    try output.write((isFirst ? "\n" : ",\n") + object.text)
  }

  /// The message, and the reason that was given: behind it, or in a column of its own.
  private func words(_ finding: Finding) -> [String] {
    if isCSV { return [finding.message.said, finding.answer ?? ""] }
    return [finding.message.said + (finding.answer.map { say(" [已说明: \($0)]", " [answered: \($0)]") } ?? "")]
  }

  mutating func finish() throws {
    if text == nil { try output.write(isFirst ? "]\n" : "\n]\n") }
    try text?.finish()
  }
}
