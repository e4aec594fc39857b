import Domain
import Glibc
import Interchange

/// A file of rows as a book of sheets, by what it holds and not by its name.
enum SheetFile {
  /// Opens a workbook or a text file; `-` is standard input, which can be read once.
  static func open(_ path: String) throws -> any SheetBook {
    let source = try FileSource(path)
    var first: [UInt8] = []
    while first.count < 8 {
      let more = try source.next()
      if more.isEmpty { break }
      first += more
    }
    if first.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw FileProblem(
        zh: "这是旧格式（.xls）或加密的工作簿；请在表格软件中另存为不加密的 .xlsx",
        en: "This is a workbook of the old kind (.xls), or a locked one; save it as an unlocked .xlsx")
    }
    if Workbook.begins(first) { return try Workbook(first + source.all(limit: Workbook.limit)) }
    if path == "-" { return TextBook(once: first, source.next) }
    var status = stat()
    let isFile = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    // A pipe cannot be read again.
    guard isFile else { return TextBook(once: first, source.next) }
    return TextBook(size: Int(status.st_size)) { try FileSource(path).next }
  }
}
