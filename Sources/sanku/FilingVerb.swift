import ArgumentParser
import Domain
import Interchange
import UseCases

/// What every filing verb of the command line takes: records, and the tier that acts.
struct FilingArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      say("项目：入库编号，或 # 加编号开头", "projects: library codes, or # and the start of an id"), valueName: say("代码", "key")))
  var keys: [String]

  @Option(
    help: ArgumentHelp(
      say("哪一级：county city province；不写按本人地区", "which tier acts; without it, that of one's region"),
      valueName: "county|city|province"))
  var tier: Tier?

  @OptionGroup var options: GlobalOptions

  /// Finds the records, does the verb and tells what became of each; one wrong key stops all before anything is done.
  func run(
    _ verb: ([RecordID], FilingOptions, Session) throws -> [FilingResult]
  ) throws {
    let session = try Session(options)
    let register = try session.register(Project.schema.id)
    let ids = try keys.map { try FindRecord.run(register, key: $0, in: session.store) }
    let results = try verb(ids, FilingOptions(tier: tier), session)
    try FilingReport.print(results, options)
  }
}

extension Tier: ExpressibleByArgument {}

/// Tells what became of each record, and ends with the exit status that it asks for.
enum FilingReport {
  static func print(_ results: [FilingResult], _ options: GlobalOptions) throws {
    let output = try Output(options.output)
    let format = options.rows(.table)
    if format == .json {
      try output.line(JSONValue.array(results.map(object)).text)
    } else {
      let isTable = format == .table
      let headings = [("代码", "key"), ("名称", "title"), ("结果", "result"), ("说明", "why")]
      var rows = try TextRows(
        headings.map { isTable ? say($0.0, $0.1) : $0.1 }, format, mark: options.mark ?? false, to: output)
      for result in results {
        try rows.row([result.key, result.title, isTable ? word(result).said : id(result), why(result)])
      }
      try rows.finish()
    }
    try output.finish()
    let done = results.count(where: \.isDone)
    options.note("办成 \(done) 项，未办 \(results.count - done) 项", "\(done) done, \(results.count - done) not done")
    if results.contains(where: isForbidden) { throw Failure(.notAllowed, "") }
    if done < results.count { throw Failure.findings }
  }

  private static func isForbidden(_ result: FilingResult) -> Bool {
    if case .forbidden = result.outcome { true } else { false }
  }

  private static func id(_ result: FilingResult) -> String {
    switch result.outcome {
    case .done: "done"
    case .refused: "refused"
    case .forbidden: "forbidden"
    }
  }

  private static func word(_ result: FilingResult) -> Label {
    switch result.outcome {
    case .done: Label(zh: "已办", en: "done")
    case .refused: Label(zh: "未办", en: "not done")
    case .forbidden: Label(zh: "无权", en: "not allowed")
    }
  }

  /// Why it was not done, with what the rules found; of what was done, where the record stands now.
  private static func why(_ result: FilingResult) -> String {
    let errors = result.findings.filter { $0.severity == .error }.map { "\($0.rule) \($0.message.said)" }
    if let refusal = result.refusal { return ([refusal.said] + errors).joined(separator: say("；", "; ")) }
    guard case .done(let document) = result.outcome else { return "" }
    return FilingState.codes[document["filing"].plain]?.label.said ?? ""
  }

  private static func object(_ result: FilingResult) -> JSONValue {
    .object([
      .init("id", .string(result.id.text)), .init("key", .string(result.key)), .init("title", .string(result.title)),
      .init("result", .string(id(result))), .init("why", .string(why(result))),
    ])
  }
}
