import Domain
import Interchange
import UseCases

/// Rows of plain texts in every format: a table under headings for people, CSV and JSON under permanent names.
struct PlainRows {
  private let ids: [String]
  private let headings: [String]
  private let numbers: Set<Int>
  private let rows: [[String]]

  /// `numbers` are the columns that hold figures; a blank one is left out of JSON.
  init(ids: [String], headings: [String], numbers: Set<Int>, _ rows: [[String]]) {
    self.ids = ids
    self.headings = headings
    self.numbers = numbers
    self.rows = rows
  }

  func write(_ format: RowFormat, mark: Bool = false, to output: Output) throws {
    var named = try NamedRows(
      ids: ids, headings: headings, numbers: numbers, format, mark: mark, to: output)
    for row in rows { try named.row(row) }
    try named.finish()
  }
}

/// The same, a row at a time.
struct NamedRows {
  private let ids: [String]
  private let numbers: Set<Int>
  private let output: Output
  private var text: TextRows?
  private var isFirst = true

  init(
    ids: [String], headings: [String], numbers: Set<Int> = [], _ format: RowFormat, mark: Bool, to output: Output
  ) throws {
    (self.ids, self.numbers, self.output) = (ids, numbers, output)
    if format != .json {
      text = try TextRows(format == .csv ? ids : headings, format, numbers: numbers, mark: mark, to: output)
    }
  }

  mutating func row(_ cells: [String]) throws {
    guard text == nil else { return try text?.row(cells) ?? () }
    let object = JSONValue.object(
      cells.enumerated().compactMap { place, cell in
        if !numbers.contains(place) { return JSONValue.Member(ids[place], .string(cell)) }
        return cell.isEmpty ? nil : JSONValue.Member(ids[place], .number(cell))
      })
    try output.write((isFirst ? "[\n" : ",\n") + object.text)
    isFirst = false
  }

  mutating func finish() throws {
    guard text == nil else { return try text?.finish() ?? () }
    try output.write(isFirst ? "[\n\n]\n" : "\n]\n")
  }
}

/// A correction in words: what stood before, what stands now, and whether it is confirmed.
struct CorrectionWords {
  private let correction: Correction

  init(_ correction: Correction) { self.correction = correction }

  /// Every field that the entry changed, as `field=value`.
  var fields: (old: String, new: String) {
    let entry = correction.entry
    var old: [String] = []
    var new: [String] = []
    for change in entry.changes {
      if !change.before.isEmpty { old.append("\(change.field)=\(change.before.plain)") }
      if !change.after.isEmpty { new.append("\(change.field)=\(change.after.plain)") }
    }
    for row in entry.rows {
      for change in row.changes {
        if !change.before.isEmpty { old.append("\(row.list).\(change.field)=\(change.before.plain)") }
        if !change.after.isEmpty { new.append("\(row.list).\(change.field)=\(change.after.plain)") }
      }
    }
    return (old.joined(separator: " "), new.joined(separator: " "))
  }

  var state: String {
    switch correction.confirmation {
    case .decided: say("已审定", "decided")
    case .wanted: say("待确认", "to be confirmed")
    case .confirmed(let person, let day): say("\(person) \(day.iso) 确认", "confirmed by \(person), \(day.iso)")
    }
  }
}
