import Domain

/// A text file with one sheet: CSV, or rows pasted from a spreadsheet.
package final class TextBook: SheetBook, @unchecked Sendable {
  package let sheets = [SheetName(name: "")]
  package let is1904 = false
  private let source: @Sendable () throws -> () throws -> [UInt8]
  private let size: Int?

  /// `source` answers, each time it is asked, a new reading of the bytes from their beginning; `size` is how many there
  /// are, where that is known.
  package init(size: Int?, _ source: @escaping @Sendable () throws -> () throws -> [UInt8]) {
    self.source = source
    self.size = size
  }

  /// A file that can be read once only, such as standard input: `first` was taken from it already.
  package convenience init(once first: [UInt8], _ more: @escaping () throws -> [UInt8]) {
    // Sheets ask for their bytes once, as long as nobody opens this book twice.
    let once = Once(first, more)
    self.init(size: nil) { once.next }
  }

  /// Rows of text such as a clipboard holds.
  package convenience init(text: String) {
    self.init(Array(text.utf8))
  }

  /// A file that is held in memory.
  package convenience init(_ bytes: [UInt8]) {
    self.init(size: bytes.count) {
      var rest = bytes
      return {
        defer { rest = [] }
        return rest
      }
    }
  }

  package func open(_ sheet: Int) throws -> any SheetReading { TextSheet(try source(), size: size) }

  private final class Once: @unchecked Sendable {
    private var first: [UInt8]
    private let more: () throws -> [UInt8]

    init(_ first: [UInt8], _ more: @escaping () throws -> [UInt8]) {
      self.first = first
      self.more = more
    }

    func next() throws -> [UInt8] {
      guard first.isEmpty else {
        defer { first = [] }
        return first
      }
      return try more()
    }
  }
}

/// The rows of a text file.
final class TextSheet: SheetReading {
  private var reader: CSVReader
  private let size: Int?
  private let count: Count

  private final class Count {
    var bytes = 0
  }

  init(_ more: @escaping () throws -> [UInt8], size: Int?) {
    let count = Count()
    self.count = count
    self.size = size
    reader = CSVReader {
      let bytes = try more()
      count.bytes += bytes.count
      return bytes
    }
  }

  var delimiter: Character { reader.parting }
  var isMarked: Bool? { reader.encoding.map { $0 != .utf8 || reader.isMarked } }
  var part: Double? { size.map { $0 == 0 ? 1 : Double(count.bytes) / Double($0) } }

  func next() throws -> SheetRow? {
    guard let row = try reader.next() else { return nil }
    return SheetRow(number: row.number, cells: row.fields, problem: row.problem?.message, raw: row.raw)
  }
}
