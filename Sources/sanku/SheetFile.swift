import Domain
import Glibc
import Interchange

/// A file of rows, by what it holds and not by its name; `-` is standard input, which can be read once.
struct SheetFile {
  private let path: String
  private let source: FileSource
  /// The first bytes, one at least that is no blank where there is any near.
  private let first: [UInt8]

  init(_ path: String) throws {
    self.path = path
    source = try FileSource(path)
    var first: [UInt8] = []
    while first.count < 8 || first.count < 4096 && Self.begin(first) == nil {
      let more = try source.next()
      if more.isEmpty { break }
      first += more
    }
    self.first = first
  }

  /// A list of JSON, which no heading begins as.
  var isJSON: Bool { Self.begin(first) == 0x5B }

  /// Everything in it.
  func bytes() throws -> [UInt8] { first + (try source.all()) }

  /// The file as a book of sheets. A pipe that is opened `again` is kept in memory.
  func book(again: Bool = false) throws -> any SheetBook {
    if first.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw FileProblem(
        zh: "这是旧格式（.xls）或加密的工作簿；请在表格软件中另存为不加密的 .xlsx",
        en: "This is a workbook of the old kind (.xls), or a locked one; save it as an unlocked .xlsx")
    }
    if Workbook.begins(first) { return try Workbook(first + source.all(limit: Workbook.limit)) }
    var status = stat()
    let isFile = path != "-" && stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    guard isFile else {
      return again ? TextBook(try bytes()) : TextBook(once: first, source.next)
    }
    return TextBook(size: Int(status.st_size)) { [path] in try FileSource(path).next }
  }

  /// The first byte that is no blank, behind a UTF-8 mark.
  private static func begin(_ bytes: [UInt8]) -> UInt8? {
    bytes.dropFirst(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0).first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
  }
}
