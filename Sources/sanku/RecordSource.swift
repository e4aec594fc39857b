import Domain
import Interchange
import UseCases

/// The rows of a register's file as an import takes them: a sheet (CSV or XLSX) with its child lists beside it, or JSON.
final class RecordSource {
  let register: Register
  /// The sheet, where the file is one.
  private(set) var sheet: SheetImport?
  /// How far it is read, a part of 1; nil where that is not known.
  var part: Double? { rows?.part ?? (objects.isEmpty ? nil : Double(place) / Double(objects.count)) }
  private var rows: SheetRows?
  private var objects: [JSONValue] = []
  private var place = 0

  /// Opens a file; `map` names fields for headings of other files, `named` the sheet of a workbook.
  init(
    _ path: String, _ register: Register, map: [String: String] = [:], named: String? = nil,
    withChildren: Bool = true, in store: (any Store)? = nil
  ) throws {
    self.register = register
    do {
      let file = try SheetFile(path)
      if file.isJSON || RowFormat(path: path) == .json {
        guard let elements = try JSONReader.read(file.bytes()).elements else {
          throw FileProblem(zh: "JSON 应为对象的数组，请检查", en: "The JSON should be an array of objects; check it")
        }
        objects = elements
        return
      }
      let beside = path != "-" && withChildren ? Self.childFiles(of: register, beside: path) : []
      let opened = try SheetImport(file.book(again: !beside.isEmpty), register, named: named, also: map, in: store)
      if let problem = opened.problem { throw FileProblem(problem) }
      sheet = opened
      rows = try opened.open()
      if opened.book is TextBook { try read(beside) }
    } catch let problem as FileProblem {
      throw Failure(.unusable, "\(path)：\(problem.message.said)")
    }
  }

  /// How the rows are to be read.
  func options() throws -> ImportRecords.Options {
    guard let sheet, let rows else { return ImportRecords.Options() }
    return try sheet.options(rows)
  }

  private static func childFiles(of register: Register, beside path: String) -> [(list: ListSpec, path: String)] {
    register.lists.map { ($0, ChildFiles.path(of: $0, beside: path)) }.filter { FileSource.exists($0.1) }
  }

  private func read(_ files: [(list: ListSpec, path: String)]) throws {
    for (list, path) in files {
      let book = try SheetFile(path).book(again: true)
      rows?.children.append(try ChildSheet(book, register, list, name: Label(zh: path, en: path)))
    }
  }

  /// Tells of the child rows that are not taken, once the records are through; answers how many there are.
  func tellFaults() -> Int {
    let faults = rows?.faults ?? []
    for fault in faults { Output.tell(fault.said) }
    return faults.count
  }

  /// The next record, or nil at the end.
  func next() throws -> ImportRow? {
    if let rows { return try rows.next() }
    guard place < objects.count else { return nil }
    defer { place += 1 }
    return Self.row(objects[place], number: place + 1, register)
  }

  /// What is to be said of the rows once they are read.
  var remarks: [Label] { rows.map(SheetImport.remarks) ?? [] }

  // MARK: rejects

  /// How rejects are written, where the file is a sheet.
  var rejects: RejectedRows? {
    guard let sheet else { return nil }
    return rows?.rejects(sheet.book.sheets[sheet.sheet].name)
  }

  /// How rejects of child lists on sheets and in files of their own are written; known once the options were asked for.
  var childSheets: [RejectedRows] { rows?.children.compactMap(\.rejects) ?? [] }

  /// The rows of the record handed out last, as they came.
  var last: [SheetRow] { rows?.last ?? [] }

  /// Why the record handed out last goes to the rejects; nil where it does not.
  func rejection(_ verdict: ImportVerdict) -> Label? {
    rows.map { $0.rejection(verdict) } ?? (verdict.isTaken || verdict.kind == .same ? nil : verdict.reason)
  }

  /// The rejects of child lists on sheets and in files of their own, once the records are through.
  func childRejects() throws -> [(sheet: RejectedRows, rows: [(row: SheetRow, reason: Label?)])] {
    try rows?.childRejects() ?? []
  }

  /// Whether rejects as text are led by the UTF-8 mark; nil where nothing tells.
  var isMarked: Bool? { rows.map(\.isMarked) ?? false }

  /// The element handed out last as it came, with the reason why it was not taken.
  func rejectedElement(_ reason: String, isFirst: Bool) -> String {
    let object = objects[max(0, place - 1)]
    guard case .object(let members) = object else { return (isFirst ? "\n" : ",\n") + object.text }
    return (isFirst ? "\n" : ",\n")
      + JSONValue.object(members.filter { $0.name != Self.reason } + [.init(Self.reason, .string(reason))]).text
  }

  /// What ends a rejects file.
  func ending(isEmpty: Bool) -> String { rows == nil ? (isEmpty ? "]\n" : "\n]\n") : "" }

  private static let reason = "_reason"

  // MARK: JSON

  private static func row(_ object: JSONValue, number: Int, _ register: Register) -> ImportRow {
    guard case .object(let members) = object else {
      return ImportRow(
        number: number, cells: [:], problem: Label(zh: "不是对象", en: "is not an object"))
    }
    // What would be left out unseen is told.
    if let odd = members.first(where: { member in
      register.list(member.name) == nil
        ? register.field(member.name) != nil && member.value.scalar == nil
        : member.value.elements?.contains { if case .object = $0 { false } else { true } } ?? true
    }) {
      return ImportRow(
        number: number, cells: [:],
        problem: Label(
          zh: "“\(odd.name)”的值不对；字段应为文字或数字，子表应为对象的数组",
          en:
            "“\(odd.name)” has a value of the wrong form; a field takes a text or number, a child list an array of objects"
        ))
    }
    var children: [String: [ImportChild]] = [:]
    for list in register.lists {
      guard let elements = object[list.id]?.elements else { continue }
      children[list.id] = elements.enumerated().map { place, element in
        ImportChild(number: place + 1, id: element["id"]?.scalar.flatMap { RecordID($0) }, cells: cells(element))
      }
    }
    return ImportRow(number: number, cells: cells(object), children: children)
  }

  private static func cells(_ object: JSONValue) -> [String: String] {
    guard case .object(let members) = object else { return [:] }
    return Dictionary(
      members.compactMap { member in member.value.scalar.map { (member.name, $0) } }, uniquingKeysWith: { $1 })
  }
}
