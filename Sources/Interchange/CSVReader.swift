import Domain

/// One row of a CSV file.
package struct CSVRow: Sendable {
  /// Which row of the file it is, the heading being 1; a row of several lines counts once.
  package let number: Int
  /// The cells' texts without their quotation marks; blanks stay as they are.
  package let fields: [String]
  /// The row as it came (in UTF-8), for the rejects file.
  package let raw: String
  /// What keeps it from being read, and in which column (from 1).
  package let problem: CSVProblem?
}

/// Why a row cannot be read.
package struct CSVProblem: Hashable, Sendable {
  /// What is wrong with it.
  package enum Reason: Hashable, Sendable {
    /// Bytes that are no text in the file's encoding.
    case encoding
    /// Text behind a closing quotation mark.
    case quote
    /// The file ends within quotation marks.
    case unclosed
    /// A cell or row beyond the bounds.
    case tooLong
    /// More cells than the heading has names.
    case tooMany
  }
  /// What is wrong with it.
  package let reason: Reason
  /// The column, from 1.
  package let column: Int

  /// What is wrong and what to do.
  package var message: Label {
    switch reason {
    case .encoding:
      Label(
        zh: "第\(column)列有无法识别的字节；请另存为“CSV UTF-8”", en: "Column \(column) has unreadable bytes; save as “CSV UTF-8”")
    case .quote:
      Label(
        zh: "第\(column)列的引号后还有文字；单元格内的引号应写成两个",
        en: "Column \(column) goes on after its closing quote; write a quote inside a cell twice")
    case .unclosed:
      Label(zh: "第\(column)列的引号没有闭合；请补上", en: "Column \(column) has a quote that is never closed; close it")
    case .tooMany:
      Label(
        zh: "第\(column)列没有列名；多出的单元格请删去，或给含逗号的单元格加引号",
        en: "Column \(column) has no heading; remove the extra cell, or quote the cell that holds a comma")
    case .tooLong:
      Label(
        zh: "第\(column)列过长（一格不超过1 MiB，一行不超过1000列）；请检查引号是否闭合",
        en: "Column \(column) is too long (1 MiB a cell, 1000 columns a row); look for a quote that is never closed")
    }
  }
}

/// Reads CSV (RFC 4180) row by row from UTF-8, UTF-8 with a mark, UTF-16, or GB18030; memory stays bounded.
///
/// Cells are parted by commas, or by tabs or semicolons where the first row that has any of them has more of those.
///
/// Lines may end in CR LF, LF or CR; blank lines are skipped. A row that cannot be read is handed over with its problem,
/// and reading goes on at the next line.
package struct CSVReader {
  /// The largest cell and row, in bytes, the most columns, and what is skipped at most of a row that is too long.
  static let maximum = (cell: 1 << 20, columns: 1000, row: 4 << 20, skipped: 16 << 20)

  private let more: () throws -> [UInt8]
  private var decoder = TextDecoder()
  private var buffer: [UInt8] = []
  private var position = 0
  private var atEnd = false
  private var number = 0
  /// What parts cells; 0 until a row has told.
  private var delimiter: UInt8

  /// `more` answers the next bytes, and none at the end.
  package init(_ more: @escaping () throws -> [UInt8], delimiter: UInt8? = nil) {
    self.more = more
    self.delimiter = delimiter ?? 0
  }

  /// Reads a text that is at hand as a whole.
  package init(_ text: String) {
    var rest = Array(text.utf8)
    self.init {
      defer { rest = [] }
      return rest
    }
  }

  /// What the file was found to be written in; nil while it is plain ASCII.
  package var encoding: TextDecoder.Encoding? { decoder.encoding }

  /// The file began with the UTF-8 mark.
  package var isMarked: Bool { decoder.isMarked }

  /// What parts cells, as far as it is known.
  package var parting: Character { delimiter == 0 ? "," : Character(Unicode.Scalar(delimiter)) }

  /// The next row, or nil at the end.
  package mutating func next() throws -> CSVRow? {
    while let row = try readRow() {
      if row.fields.count == 1, row.fields[0].isEmpty, row.problem == nil, row.raw.isEmpty { continue }
      return row
    }
    return nil
  }

  private mutating func peek() throws -> UInt8? {
    while position == buffer.count {
      if atEnd { return nil }
      let bytes = try more()
      atEnd = bytes.isEmpty
      buffer = try decoder.decode(bytes, atEnd: atEnd)
      position = 0
    }
    return buffer[position]
  }

  /// How far a file is looked into for what parts its cells.
  private static let looked = 64 << 10

  /// The mark of the first line that has one, outside quotation marks; the most frequent one of it.
  private mutating func told() throws -> UInt8? {
    while buffer.count - position < Self.looked, !atEnd, !hasLine {
      let bytes = try more()
      atEnd = bytes.isEmpty
      buffer = Array(buffer[position...]) + (try decoder.decode(bytes, atEnd: atEnd))
      position = 0
    }
    var counts: [UInt8: Int] = [:]
    var quoted = false
    for byte in buffer[position...].prefix(Self.looked) {
      switch byte {
      case 0x22: quoted.toggle()
      case 0x2C, 0x09, 0x3B: if !quoted { counts[byte, default: 0] += 1 }
      case 0x0A, 0x0D:
        if !quoted, let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) { return most.key }
      default: break
      }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// Whether the buffer has a whole line with one of the marks.
  private var hasLine: Bool {
    var isMarked = false
    for byte in buffer[position...] {
      if byte == 0x2C || byte == 0x09 || byte == 0x3B { isMarked = true }
      if byte == 0x0A || byte == 0x0D, isMarked { return true }
    }
    return false
  }

  private mutating func readRow() throws -> CSVRow? {
    guard try peek() != nil else { return nil }
    if delimiter == 0 { delimiter = try told() ?? 0x2C }
    number += 1
    var row = PartialRow()
    var quoted = false
    var skipped = 0
    while let byte = try peek() {
      position += 1
      row.keep(byte)
      if row.isTooLong {
        quoted = false
        skipped += 1
        if skipped > Self.maximum.skipped {
          throw FileProblem(
            zh: "第\(number)行没有尽头；请检查它是不是 CSV 文件", en: "Row \(number) has no end; check that this is a CSV file")
        }
      }
      switch byte {
      case 0x22 where quoted:
        if try peek() == 0x22 {
          position += 1
          row.keep(0x22)
          row.add(0x22)
        } else {
          quoted = false
          row.closed = true
        }
      case _ where quoted: row.add(byte)
      case 0x22 where row.cell.isEmpty && !row.closed: quoted = true
      case delimiter: row.endCell()
      case 0x0D, 0x0A:
        if byte == 0x0D, try peek() == 0x0A { position += 1 }
        return row.finished(number)
      default: row.add(byte)
      }
    }
    if quoted { row.fail(.unclosed) }
    return row.finished(number)
  }
}

/// A row while it is being read.
private struct PartialRow {
  var raw: [UInt8] = []
  var cell: [UInt8] = []
  var fields: [String] = []
  /// The cell's closing quotation mark has been read.
  var closed = false
  var problem: CSVProblem?

  var isTooLong: Bool { problem?.reason == .tooLong }

  /// Keeps a byte of the row as it came, line ends left out.
  mutating func keep(_ byte: UInt8) {
    guard !isTooLong else { return }
    if raw.count >= CSVReader.maximum.row { return fail(.tooLong) }
    raw.append(byte)
  }

  mutating func add(_ byte: UInt8) {
    guard !isTooLong else { return }
    if closed { fail(.quote) }
    if byte == 0xFF { fail(.encoding) }
    guard cell.count < CSVReader.maximum.cell else { return fail(.tooLong) }
    cell.append(byte)
  }

  mutating func fail(_ reason: CSVProblem.Reason) {
    if problem == nil || reason == .tooLong { problem = CSVProblem(reason: reason, column: fields.count + 1) }
  }

  mutating func endCell() {
    guard !isTooLong else { return }
    if let text = String(validating: cell, as: UTF8.self) {
      fields.append(CellText.restored(text))
    } else {
      fail(.encoding)
      fields.append(String(decoding: cell, as: UTF8.self))
    }
    cell.removeAll(keepingCapacity: true)
    closed = false
    if fields.count >= CSVReader.maximum.columns { fail(.tooLong) }
  }

  mutating func finished(_ number: Int) -> CSVRow {
    endCell()
    while raw.last == 0x0A || raw.last == 0x0D { raw.removeLast() }
    return CSVRow(number: number, fields: fields, raw: String(decoding: raw, as: UTF8.self), problem: problem)
  }
}
