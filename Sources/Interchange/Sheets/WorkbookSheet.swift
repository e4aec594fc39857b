import Domain

/// One sheet of a workbook, row by row as it is inflated: memory holds what one portion of bytes made.
final class WorkbookSheet: XMLListener, SheetReading {
  /// Rows and columns that a sheet may have, and bytes of one cell.
  static let limits = (rows: 1_048_576, columns: 1000, cell: 1 << 20)

  private let entry: ZipEntry
  private let strings: SharedStrings
  private let styles: CellStyles
  private let is1904: Bool
  private lazy var parser: XMLParser? = try? XMLParser(self)
  private var isDone = false
  private var rows: [SheetRow] = []
  private var taken = 0
  private(set) var hiddenColumns: [ClosedRange<Int>] = []

  // The row and cell at hand.
  private var number = 0
  private var isHidden = false
  private var isInRow = false
  private var cells: [String] = []
  private var doubtful: [Int] = []
  private var column = 0
  private var type: UInt8 = 0
  private var style = 0
  private var value: [UInt8] = []
  private var isValue = false
  private var isFormula = false
  private var isInline = false
  private var isPhonetic = false
  private var isTooWide = false
  private var merged: MergedCells

  init(_ entry: ZipEntry, _ merged: MergedCells, _ strings: SharedStrings, _ styles: CellStyles, is1904: Bool) {
    self.entry = entry
    self.merged = merged
    self.strings = strings
    self.styles = styles
    self.is1904 = is1904
  }

  var part: Double? { entry.part }
  var delimiter: Character { "," }

  func next() throws -> SheetRow? {
    while taken == rows.count {
      rows.removeAll(keepingCapacity: true)
      taken = 0
      if isDone { return nil }
      guard let parser else { throw ZipArchive.odd }
      if try !entry.next({ try parser.feed($0) }) {
        isDone = true
        try parser.feed(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
      }
    }
    defer { taken += 1 }
    return rows[taken]
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "c" {
      startCell(attributes)
    } else if name == "v" {
      isValue = !isInline
    } else if name == "t" {
      isValue = isInline && !isPhonetic
    } else if name == "f" {
      isFormula = true
    } else if name == "is" {
      isInline = true
    } else if name == "rPh" {
      isPhonetic = true
    } else if name == "row" {
      startRow(attributes)
    } else if name == "col" {
      hide(attributes)
    }
  }

  private func hide(_ attributes: XMLAttributes) {
    guard attributes.flag("hidden"), hiddenColumns.count < Self.limits.columns, let first = attributes.number("min"),
      first >= 1, first <= Self.limits.columns
    else { return }
    let last = min(attributes.number("max") ?? first, Self.limits.columns)
    hiddenColumns.append(first - 1...max(first, last) - 1)
  }

  private func startRow(_ attributes: XMLAttributes) {
    let given = attributes.number("r") ?? 0
    number = given > number ? given : number + 1
    isHidden = attributes.flag("hidden")
    isInRow = true
    cells.removeAll(keepingCapacity: true)
    doubtful = []
    column = -1
    isTooWide = false
    if number > Self.limits.rows { parser?.stop(ZipArchive.tooLarge) }
  }

  private func startCell(_ attributes: XMLAttributes) {
    column = attributes.bytes("r").flatMap(Self.column) ?? column + 1
    type = 0x6E
    if let text = attributes.bytes("t"), text[0] != 0 {
      // n, s, b, d, e by their letter; str and inlineStr by ones of their own.
      type = text[1] == 0 ? UInt8(bitPattern: text[0]) : text[0] == 0x73 ? 0x53 : 0x49
    }
    style = attributes.number("s") ?? 0
    value.removeAll(keepingCapacity: true)
    isInline = false
    isFormula = false
  }

  /// The column of a cell's name: 27 of `AB12`.
  static func column(_ reference: UnsafePointer<CChar>) -> Int? {
    var next = reference
    var number = 0
    while next.pointee >= 0x41, next.pointee <= 0x5A, number < 1_000_000 {
      number = number * 26 + Int(next.pointee) - 0x40
      next += 1
    }
    return number > 0 ? number - 1 : nil
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isValue else { return }
    if value.count + bytes.count > Self.limits.cell { return parser?.stop(ZipArchive.tooLarge) ?? () }
    value += bytes
  }

  func end(_ name: XMLName) {
    if name == "c" {
      endCell()
    } else if name == "v" || name == "t" {
      isValue = false
    } else if name == "rPh" {
      isPhonetic = false
    } else if name == "row" {
      // A damaged part may close one row twice, and a cell that a row began in.
      defer { isInRow = false }
      guard isInRow, !cells.isEmpty else { return }
      let filled = merged.fill(&cells, &doubtful, row: number)
      let problem =
        isTooWide
        ? Label(
          zh: "超过\(Self.limits.columns)列；请删去多余的列",
          en: "has over \(Self.limits.columns) columns; remove what is too many") : nil
      rows.append(
        SheetRow(
          number: number, cells: cells, isHidden: isHidden, doubtful: doubtful, merged: filled, problem: problem))
    }
  }

  private func endCell() {
    // A formula may well come to an empty text; without any result nobody has calculated it.
    if value.isEmpty, isFormula, type != 0x53 {
      type = 0x53
      value = Array(CellRepair.uncalculated.utf8)
    }
    guard !value.isEmpty, isInRow, column >= 0 else { return }
    guard column < Self.limits.columns else {
      isTooWide = true
      return
    }
    let text: String
    switch type {
    case 0x73:
      // s: the place of a shared text.
      var place = 0
      for byte in value where byte >= 0x30 && byte <= 0x39 && place < 1 << 30 { place = place * 10 + Int(byte - 0x30) }
      text = strings[place] ?? "#REF!"
    case 0x62: text = value == [0x31] ? "TRUE" : "FALSE"
    case 0x53, 0x49, 0x65: text = XMLText.decoded(value)
    case 0x64:
      // d: a date as ISO 8601.
      text = String(decoding: value.prefix { $0 != 0x54 }, as: UTF8.self)
    default:
      text = FigureText.shown(value, styles[style], is1904: is1904)
      if FigureText.isDoubtful(text) { doubtful.append(column) }
    }
    if text.isEmpty { return }
    while cells.count < column { cells.append("") }
    if cells.count == column { cells.append(CellText.restored(text)) } else { cells[column] = CellText.restored(text) }
  }
}
