import Domain

/// One record as a CSV file has it: texts by field id, its number, what cannot be read of it, and the row as it came.
package struct FileRow: Sendable {
  /// Which row of the file it is, the heading being 1.
  package let number: Int
  /// By field id; `id` and a child file's parent key are among them under their own names.
  package let cells: [String: String]
  /// What keeps it from being read; nil for a sound row.
  package let problem: CSVProblem?
  /// The row as it came (in UTF-8), for the rejects file.
  package let raw: String
}

/// Reads the rows of one CSV file by its headings.
package struct RecordFile {
  /// What names a row's own permanent id: in a register's file the record, in a child list's file the row.
  package static let idColumn = "id"

  private var reader: CSVReader
  private let names: [String?]
  /// The heading as it came, for the rejects file.
  package let heading: String
  /// Headings that no field answers to; their columns are left out.
  package let unknown: [String]

  /// Reads the heading. `extra` names columns beyond the fields, such as a child file's parent key.
  package init(_ reader: CSVReader, columns: RecordColumns, extra: [String] = []) throws {
    var reader = reader
    guard let first = try reader.next() else {
      throw FileProblem(zh: "文件是空的；第1行应是列名", en: "The file is empty; row 1 should name the columns")
    }
    if let problem = first.problem {
      throw FileProblem(zh: "第1行：\(problem.message.zh)", en: "Row 1: \(problem.message.en)")
    }
    var unknown: [String] = []
    var seen: Set<String> = []
    names = try first.fields.map { heading in
      let name =
        extra.contains(Normalised.code(heading)) ? Normalised.code(heading) : columns.field(heading: heading)?.id
      guard let name else {
        if !Normalised.trimmed(heading).isEmpty { unknown.append(heading) }
        return nil
      }
      guard seen.insert(name).inserted else {
        throw FileProblem(
          zh: "第1行有两列都是“\(name)”；请删去一列", en: "Row 1 has two columns for “\(name)”; take one out")
      }
      return name
    }
    guard !seen.isEmpty else {
      throw FileProblem(
        zh: "第1行没有认得的列名；可用：\(columns.headings.joined(separator: " "))",
        en: "Row 1 has no known column; there are: \(columns.headings.joined(separator: " "))")
    }
    self.unknown = unknown
    self.reader = reader
    heading = first.raw
  }

  /// Whether the file has a column of that field, under whatever heading.
  package func has(_ column: String) -> Bool { names.contains(column) }

  /// The next row, or nil at the end. Cells that are missing at a row's end are blank.
  package mutating func next() throws -> FileRow? {
    guard let row = try reader.next() else { return nil }
    var cells: [String: String] = [:]
    for (place, name) in names.enumerated() {
      guard let name else { continue }
      cells[name] = place < row.fields.count ? row.fields[place] : ""
    }
    var problem = row.problem
    if problem == nil, row.fields.count > names.count,
      row.fields[names.count...].contains(where: { !$0.isEmpty })
    {
      problem = CSVProblem(reason: .tooMany, column: names.count + 1)
    }
    return FileRow(number: row.number, cells: cells, problem: problem, raw: row.raw)
  }
}
