import Domain
import UseCases

/// The account of an import, what becomes of each row and why: in lines for people, or as rows where a dry run is asked
/// for a format.
final class AccountPrinter {
  private let file: String
  private let register: Register
  private let reference: ReferenceTables
  private let isDryRun: Bool
  private let bar: ProgressBar
  /// Where the lines of a dry run go; nil is standard error.
  private let output: Output?
  private var rows: NamedRows?
  /// What is told of one row at most.
  private static let most = 50

  /// `aside` leaves standard output to something else.
  init(
    _ file: String, _ register: Register, _ reference: ReferenceTables, _ options: GlobalOptions, isDryRun: Bool,
    aside: Bool, bar: ProgressBar
  ) throws {
    (self.file, self.register, self.reference) = (file, register, reference)
    (self.isDryRun, self.bar) = (isDryRun, bar)
    output = isDryRun && !aside ? try Output(options.output) : nil
    guard let output, let format = Self.format(options) else { return }
    rows = try NamedRows(
      ids: ["row", "result", "key", "title", "why"],
      headings: [say("行", "row"), say("结果", "result"), say("代码", "key"), say("名称", "title"), say("说明", "why")],
      numbers: [0], format, mark: options.isMarked, to: output)
  }

  /// The format that the account is asked for in; nil for lines.
  static func format(_ options: GlobalOptions) -> RowFormat? { options.format ?? RowFormat(path: options.output) }

  func tell(_ verdict: ImportVerdict) throws {
    if rows != nil {
      let kind = verdict.kind.label.said
      let number = verdict.place == nil ? "\(verdict.number)" : ""
      return try rows?.row([number, kind, verdict.key, verdict.title, why(verdict)]) ?? ()
    }
    let isRejected = verdict.kind == .rejected
    let lines = isRejected ? rejected(verdict) : isTold(verdict) ? told(verdict) : []
    if !lines.isEmpty { bar.finish() }
    for line in lines {
      if !isRejected, let output {
        try output.line(output.isTerminal ? Output.clean(line) : line)
      } else {
        Output.tell(line)
      }
    }
  }

  func finish() throws {
    try rows?.finish()
    try output?.finish()
  }

  /// Where a verdict's row stands.
  private func place(_ verdict: ImportVerdict) -> String {
    verdict.place?.said ?? say("\(file) 第\(verdict.number)行", "\(file) row \(verdict.number)")
  }

  private func isTold(_ verdict: ImportVerdict) -> Bool {
    ![.same, .skipped].contains(verdict.kind) && (isDryRun || !verdict.isTaken)
  }

  private func rejected(_ verdict: ImportVerdict) -> [String] {
    verdict.reasons.prefix(Self.most).map { place(verdict) + say("：\($0.message.zh)", ": \($0.message.en)") }
      + Self.rest(verdict.reasons.count - Self.most)
  }

  private func told(_ verdict: ImportVerdict) -> [String] {
    let name = verdict.key.isEmpty || verdict.key == verdict.title ? verdict.title : "\(verdict.title) (\(verdict.key))"
    var line = "\(place(verdict)) \(verdict.kind.label.said)"
    line += say("：\(name)", ": \(name)")
    let why = verdict.reason.said
    if !why.isEmpty { line += say("；\(why)", "; \(why)") }
    let changes = changes(verdict)
    if !changes.isEmpty { line += say("；", "; ") + changes }
    guard verdict.findings.count > 1, let count = verdict.findingCount else {
      return [line + (verdict.finding.map { say("；", "; ") + $0.said } ?? "")]
    }
    return [line + say("；", "; ") + count.said] + findings(verdict).map { "    " + $0 }
  }

  private func changes(_ verdict: ImportVerdict) -> String {
    verdict.changes.map { $0.told(register, Words.language, reference, none: say("（空）", "(empty)")) }
      .joined(separator: say("，", ", "))
  }

  private func findings(_ verdict: ImportVerdict) -> [String] {
    verdict.findings.map(\.said) + Self.rest(verdict.errors + verdict.warnings - verdict.findings.count)
  }

  private static func rest(_ count: Int) -> [String] { count > 0 ? [say("还有\(count)个", "\(count) more")] : [] }

  private func why(_ verdict: ImportVerdict) -> String {
    var parts = [verdict.place?.said ?? "", verdict.reason.said, changes(verdict)]
    if let count = verdict.findingCount {
      parts += verdict.findings.isEmpty ? [count.said] : findings(verdict)
    }
    return parts.filter { !$0.isEmpty }.joined(separator: say("；", "; "))
  }
}
