import Domain
import Interchange
import UseCases

/// The rows of a register's file as an import takes them: CSV with its child lists beside it, or JSON.
final class RecordSource {
  let register: Register
  /// Rows of the child lists' files, by list and parent key.
  private(set) var children: [String: [String: [ImportChild]]] = [:]
  /// Child rows that cannot be read, told with their file.
  private(set) var problems: [(file: String, row: Int, message: Label)] = []
  /// Headings without a field, by file.
  private(set) var unknown: [(file: String, headings: [String])] = []
  /// The row last handed out, as it came.
  private(set) var raw = ""
  private(set) var heading = ""
  private var file: RecordFile?
  private var objects: [JSONValue] = []
  private var place = 0

  /// Opens a file; `map` names fields for headings of other files.
  init(
    _ path: String, _ register: Register, map: [String: String] = [:], format: RowFormat? = nil,
    withChildren: Bool = true
  ) throws {
    self.register = register
    let columns = RecordColumns(register.fields, also: map)
    do {
      let source = try FileSource(path)
      if format ?? RowFormat(path: path) == .json {
        guard let elements = try JSONReader.read(source.all()).elements else {
          throw FileProblem(zh: "JSON 应为对象的数组，请检查", en: "The JSON should be an array of objects; check it")
        }
        objects = elements
      } else {
        let opened = try RecordFile(CSVReader(source.next), columns: columns, extra: [RecordFile.idColumn])
        file = opened
        heading = opened.heading
        if !opened.unknown.isEmpty { unknown.append((path, opened.unknown)) }
        if path != "-", withChildren { try readChildren(beside: path) }
      }
    } catch let problem as FileProblem {
      throw Failure(.unusable, "\(path)：\(problem.message.said)")
    }
  }

  private func readChildren(beside path: String) throws {
    for list in register.lists {
      let path = ChildFiles.path(of: list, beside: path)
      guard FileSource.exists(path) else { continue }
      let (rows, bad) = try ChildFiles.read(CSVReader(FileSource(path).next), register, list)
      let broken = Set(bad.map { $0.cells[ChildFiles.parentColumn(register, list)] ?? "" })
      for row in bad {
        let message = row.problem?.message ?? Label(zh: "没有写明所属记录；请填第一列", en: "names no record; fill the first column")
        problems.append((path, row.number, message))
      }
      // A list with an unreadable row is left as it is: without that row it would lose one.
      for (key, found) in rows where !broken.contains(key) {
        children[list.id, default: [:]][key] = found.map { row in
          ImportChild(
            number: row.number, id: row.cells[RecordFile.idColumn].flatMap { RecordID(Normalised.code($0)) },
            cells: row.cells)
        }
      }
    }
  }

  /// The child rows of one record.
  func children(of key: String) -> [String: [ImportChild]] {
    children.compactMapValues { $0[key] }
  }

  /// The next record, or nil at the end.
  func next() throws -> ImportRow? {
    if file != nil {
      guard let row = try file?.next() else { return nil }
      raw = row.raw
      return ImportRow(number: row.number, cells: row.cells, problem: row.problem?.message)
    }
    guard place < objects.count else { return nil }
    defer { place += 1 }
    raw = objects[place].text
    return Self.row(objects[place], number: place + 1, register)
  }

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
