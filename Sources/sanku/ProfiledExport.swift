import Domain
import Interchange
import UseCases

/// Writes a list in another office's form: as a workbook with its title and who signs, or its rows as CSV or JSON.
struct ProfiledExport {
  /// The name of the form that the plan asks for.
  static let plan = "plan"

  private let profile: ExportProfile
  private let format: RowFormat
  private let session: Session

  init(_ name: String, _ register: Register, _ format: RowFormat, _ session: Session) throws {
    (self.format, self.session) = (format, session)
    if name == Self.plan {
      guard let profile = ExportProfile.plan(register) else {
        throw Failure.usage(
          "方案要求的清单只有 enterprises、projects、efficiency", "The plan's lists are enterprises, projects and efficiency")
      }
      self.profile = profile
    } else {
      let text = String(decoding: try FileSource(name).all(limit: 1 << 20), as: UTF8.self)
      profile = try ExportProfile(yaml: text, register, name: name)
    }
  }

  /// Whose list it is: the region that is asked for, or else the person's own, or the library's.
  private func reporter(_ filter: Filter) -> String {
    let asked = filter.conditions.first { $0.field == "region" && $0.op == .equal && $0.values.count == 1 }
    let region = asked?.values[0].text ?? session.environment.actor.region ?? session.store.info.region
    // A group of regions has no name but its own.
    return session.reference.regions[region]?.name ?? region
  }

  func run(_ query: Query) throws {
    let output = try Output(session.options.output)
    let file = format == .xlsx ? try WorkbookFile(output) : nil
    let unit = reporter(query.filter)
    let book = try file.map {
      try ProfileBook($0.path, profile, unit: unit, day: session.environment.today, language: Words.language)
    }
    let csv = format == .csv ? try CSVWriter(mark: session.options.isMarked) { try output.write($0) } : nil
    try csv?.row(profile.columns.map(\.heading))
    if format == .json { try output.write("[") }
    var count = 0
    let bar = ProgressBar(say("导出", "export"), quiet: session.options.quiet)
    try ExportRecords.walk(query, in: session.store, as: session.environment, progress: bar.part) {
      library, document, key in
      count += 1
      let cells = try profile.cells(
        document, number: count, in: library, Words.language, session.reference, key: key)
      try book?.add(cells)
      try csv?.row(cells.map(Self.text))
      if format == .json {
        let members = zip(profile.columns, cells).map { JSONValue.Member($0.heading, Self.json($1)) }
        try output.write((count == 1 ? "\n" : ",\n") + JSONValue.object(members).text)
      }
    }
    bar.finish()
    if format == .json { try output.write(count == 0 ? "]\n" : "\n]\n") }
    try book?.finish()
    try file?.send()
    try output.finish()
    session.options.note("已导出 \(count) 条", "\(count) records exported")
  }

  private static func text(_ cell: SheetCell) -> CSVWriter.Cell {
    switch cell {
    case .blank: .text("")
    case .text(let text): .text(text)
    case .number(let digits): .number(digits)
    case .amount(let amount): .number(amount.plain)
    case .integer(let number): .number(String(number))
    case .day(let day): .number(day.iso)
    case .month(let month): .number(month.iso)
    }
  }

  private static func json(_ cell: SheetCell) -> JSONValue {
    switch cell {
    case .blank: .null
    case .text(let text): .string(text)
    case .number(let digits): .number(digits)
    case .amount(let amount): .number(amount.plain)
    case .integer(let number): .number(String(number))
    case .day(let day): .string(day.iso)
    case .month(let month): .string(month.iso)
    }
  }
}
