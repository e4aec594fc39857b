import Domain
import Glibc
import Screens
import UseCases

/// The host's files as the interface offers them to whoever sits at it.
enum InterfaceFiles {
  /// More names of a folder are not listed.
  private static let most = 5000

  static let desk = SheetDesk(
    start: start(), entries: entries, open: { try told($0) { try SheetFile($0).book() } },
    bytes: { path, limit in try told(path) { try FileSource($0).all(limit: limit) } }, write: write, book: book,
    keep: keep)

  private static func start() -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    return getcwd(&buffer, buffer.count).map { String(cString: $0) } ?? "/"
  }

  private static func entries(_ folder: String, _ kind: SheetDesk.Kind) throws -> [SheetDesk.Entry] {
    guard let opened = opendir(folder) else {
      let reason = Reason.said()
      throw FileProblem(zh: "打不开 \(folder)：\(reason)", en: "Cannot open \(folder): \(reason)")
    }
    defer { closedir(opened) }
    var found: [SheetDesk.Entry] = []
    while let entry = readdir(opened), found.count < most {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name == ".." || !name.hasPrefix(".") else { continue }
      var status = stat()
      guard stat(folder + "/" + name, &status) == 0 else { continue }
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      guard isFolder || isOf(kind, name) else { continue }
      let written = Instant(milliseconds: Int64(status.st_mtim.tv_sec) * 1000).day
      found.append(.init(name: name, isFolder: isFolder, size: Int(status.st_size), day: isFolder ? nil : written))
    }
    return found.sorted { one, other in
      one.isFolder != other.isFolder ? one.isFolder : one.name < other.name
    }
  }

  private static func isOf(_ kind: SheetDesk.Kind, _ name: String) -> Bool {
    let folded = name.lowercased()
    let endings =
      switch kind {
      case .sheets: [".xlsx", ".xlsm", ".csv", ".tsv", ".txt"]
      case .packages: [".pkg", ".card"]
      }
    return !folded.hasPrefix("~$") && endings.contains { folded.hasSuffix($0) }
  }

  private static func told<T>(_ path: String, _ body: (String) throws -> T) throws -> T {
    do { return try body(path) } catch let failure as Failure {
      throw FileProblem(zh: failure.message, en: failure.message)
    }
  }

  private static func write(_ path: String, _ text: String) throws {
    // A spreadsheet knows UTF-8 by its mark.
    try keep(path) { Array(("\u{FEFF}" + text).utf8) }
  }

  private static func book(_ path: String, _ sheets: [RejectedSheet]) throws {
    guard let first = sheets.first else { return }
    try output(path) { output in
      let book = try RowBook(output, name: first.name)
      for (place, sheet) in sheets.enumerated() {
        if place > 0 { try book.begin(sheet.name) }
        try book.add(headings: Array(sheet.rows.prefix(sheet.headings)))
        for row in sheet.rows.dropFirst(sheet.headings) { try book.add(row) }
      }
      try book.finish()
    }
  }

  private static func keep(_ path: String, _ bytes: () throws -> [UInt8]) throws {
    try output(path) { try $0.write(bytes()) }
  }

  private static func output(_ path: String, _ write: (Output) throws -> Void) throws {
    try told(path) { path in
      guard !FileSource.exists(path) else {
        throw FileProblem(zh: "\(path) 已存在，未改动；请换一个名字", en: "\(path) exists and was left alone; choose another name")
      }
      let output = try Output(path)
      try write(output)
      try output.finish()
    }
  }
}
