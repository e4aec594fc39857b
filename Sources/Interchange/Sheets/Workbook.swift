import Domain
import Synchronization

/// A workbook (ECMA-376, .xlsx) in memory: its sheets, read row by row.
package final class Workbook: SheetBook, @unchecked Sendable {
  /// Bytes that a packed workbook may have.
  package static let limit = 64 << 20

  package let sheets: [SheetName]
  package let is1904: Bool
  private let archive: ZipArchive
  private let paths: [String]
  private let strings: SharedStrings
  private let styles: CellStyles
  private let merges = Mutex<[Int: MergedCells]>([:])

  /// Whether bytes begin as an archive does.
  package static func begins(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// Reads the parts that all sheets share. Throws `FileProblem`.
  package init(_ bytes: [UInt8]) throws {
    guard bytes.count <= Self.limit else { throw ZipArchive.tooLarge }
    archive = try ZipArchive(bytes)
    let roots = try Relations.read(archive.entry("_rels/.rels"), in: "")
    let book = roots.first { $0.type.hasSuffix("/officeDocument") }?.target ?? "xl/workbook.xml"
    guard let entry = try archive.entry(book) else {
      throw FileProblem(
        zh: "这不是 .xlsx 工作簿；请在表格软件中另存为 .xlsx 或“CSV UTF-8”",
        en: "This is no .xlsx workbook; save it as .xlsx or “CSV UTF-8” in a spreadsheet")
    }
    let parts = book.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    let name = parts.last.map(String.init) ?? ""
    let relations = try Relations.read(
      archive.entry("\(folder.isEmpty ? "" : folder + "/")_rels/\(name).rels"), in: folder)
    let listed = BookParts()
    try XMLParser.read(entry, listed)
    is1904 = listed.is1904
    var sheets: [SheetName] = []
    var paths: [String] = []
    for sheet in listed.sheets {
      guard let relation = relations.first(where: { $0.id == sheet.relation }), relation.type.hasSuffix("/worksheet")
      else { continue }
      sheets.append(SheetName(name: sheet.name, isHidden: sheet.isHidden))
      paths.append(relation.target)
    }
    guard !sheets.isEmpty else {
      throw FileProblem(zh: "工作簿里没有工作表", en: "The workbook has no sheet")
    }
    self.sheets = sheets
    self.paths = paths
    let path = { (type: String, usual: String) in relations.first { $0.type.hasSuffix(type) }?.target ?? usual }
    strings = try SharedStrings.read(archive.entry(path("/sharedStrings", "xl/sharedStrings.xml")))
    styles = CellStyles()
    if let entry = try archive.entry(path("/styles", "xl/styles.xml")) { try XMLParser.read(entry, styles) }
  }

  package func open(_ sheet: Int) throws -> any SheetReading {
    guard paths.indices.contains(sheet), let entry = try archive.entry(paths[sheet]) else { throw ZipArchive.odd }
    return WorkbookSheet(entry, try merged(sheet), strings, styles, is1904: is1904)
  }

  /// What a sheet merges, looked for once.
  private func merged(_ sheet: Int) throws -> MergedCells {
    if let known = merges.withLock({ $0[sheet] }) { return known }
    guard let entry = try archive.entry(paths[sheet]) else { throw ZipArchive.odd }
    let found = try MergedCells(entry)
    merges.withLock { $0[sheet] = found }
    return found
  }
}

/// The sheets that a workbook lists.
private final class BookParts: XMLListener {
  /// More sheets are not listed.
  private static let maximum = 500
  var sheets: [(name: String, relation: String, isHidden: Bool)] = []
  var is1904 = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "sheet", sheets.count < Self.maximum {
      let state = attributes.text("state") ?? "visible"
      sheets.append((attributes.text("name") ?? "", attributes.text("id") ?? "", state != "visible"))
    } else if name == "workbookPr" {
      is1904 = attributes.flag("date1904")
    }
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// What a part of a workbook says of its other parts.
private final class Relations: XMLListener {
  struct Relation {
    let id: String
    let type: String
    /// The path within the archive.
    let target: String
  }

  private let folder: String
  private var found: [Relation] = []

  private init(folder: String) { self.folder = folder }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    // What lies outside of the file is never fetched.
    guard name == "Relationship", attributes.text("TargetMode") != "External", found.count < 4096,
      let target = attributes.text("Target")
    else { return }
    found.append(
      Relation(id: attributes.text("Id") ?? "", type: attributes.text("Type") ?? "", target: resolved(target)))
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// A target as a path from the archive's top; what would lead out of it keeps its dots, and is refused when asked for.
  private func resolved(_ target: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var parts = folder.split(separator: "/").map(String.init)
    for part in target.split(separator: "/").map(String.init) where part != "." {
      if part == "..", !parts.isEmpty { parts.removeLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  static func read(_ entry: ZipEntry?, in folder: String) throws -> [Relation] {
    guard let entry else { return [] }
    let relations = Relations(folder: folder)
    try XMLParser.read(entry, relations)
    return relations.found
  }
}
