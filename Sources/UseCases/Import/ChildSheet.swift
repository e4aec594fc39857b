import Domain

/// A child list on a sheet or in a file of its own: rows by their record's key, or by its title where it has no key yet.
/// A column `id` has the rows' own permanent ids.
package final class ChildSheet {
  /// The list whose rows these are.
  package let list: ListSpec
  /// What the sheet or file is called, for people.
  package let name: Label
  /// Headings that no field answers to; their columns are left out.
  package let unknown: [String]
  /// Headings whose figures are turned by their unit.
  package let scaled: [String]
  private var rows: [String: [ImportChild]] = [:]
  private var broken: Set<String> = []
  private var problems: [Fault] = []
  /// Rows of one record: all that it is called by, where they begin and end.
  private var groups: [(names: [String], row: Int, last: Int, count: Int)] = []
  private var asked: Set<String> = []
  /// Why rows of records that the main sheet does not have are not taken, by their first row.
  private var refused: [Int: Label] = [:]
  /// The first rows of what goes by a name, once something is refused.
  private var firsts: [String: [Int]] = [:]
  /// Titles that stand beside several codes.
  private var mixed: Set<String> = []
  /// Titles that several records bear: rows by such a name may be any one's, and go to none.
  package var shared: Set<String> = []
  private let open: () throws -> any SheetReading
  /// How its rejects are written; nil for an empty sheet, which has none.
  package private(set) var rejects: RejectedRows?

  /// A row that is not taken.
  package struct Fault: Sendable {
    /// Which row of the sheet, from 1.
    package let row: Int
    /// Why, and what to do.
    package let message: Label
  }

  /// Reads all of a sheet of a book. Throws `FileProblem` where its heading does not say which record a row belongs to.
  package init(
    _ book: any SheetBook, sheet: Int = 0, _ register: Register, _ list: ListSpec, name: Label
  ) throws {
    (self.list, self.name) = (list, name)
    open = { try book.open(sheet) }
    let reading = try book.open(sheet)
    var first: [SheetRow] = []
    while first.count < SheetLayout.looked, let row = try reading.next() { first.append(row) }
    // Our own sheets name the record in the first column, and other headings may then be called as its fields are.
    let isOurs = first.contains { [register.keyField, "parent"].contains($0[0]) && $0[1] == "id" }
    let match = HeadingMatch(list, of: register, isOurs: isOurs)
    guard let layout = SheetLayout.find(in: first, register, match: match) else {
      (unknown, scaled) = ([], [])
      if first.contains(where: { !$0.isBlank }) { throw Self.lacksParent(register, name) }
      return
    }
    if let problem = layout.problem {
      throw FileProblem(zh: "\(name.zh)：\(problem.zh)", en: "\(name.en): \(problem.en)")
    }
    let columns = layout.mapping.columns
    let named = columns.enumerated().compactMap { place, column in column.path.map { (place, $0) } }
    let parents = isOurs ? [0] : named.filter { !$0.1.contains(".") && $0.1 != "id" }.map(\.0)
    let own = named.first { $0.1 == "id" }?.0
    var mapping = layout.mapping
    for place in parents { mapping.columns[place].path = nil }
    let parts = ListColumns.parts(of: mapping, register, only: list)
    let fields = parts.flatMap { $0.columns.map(\.column) }
    guard !parents.isEmpty, !fields.isEmpty else { throw Self.lacksParent(register, name) }
    rejects = RejectedRows(book.sheets[sheet].name, list: list, layout, delimiter: reading.delimiter)
    unknown = columns.enumerated().filter { place, column in
      column.path == nil && !column.isIdle && !parents.contains(place) && !HeadingText.bare(column.heading).isEmpty
    }.map(\.element.heading)
    scaled = columns.filter { ($0.power ?? 0) != 0 }.map(\.heading)
    var waiting = layout.body[...]
    let titles = [register.titleField, register.namingField]
    let keys = parents.filter { place in columns[place].path.map { !titles.contains($0) } ?? false }
    var codes: [String: String] = [:]
    var last: [String] = []
    while let row = try waiting.popFirst() ?? reading.next() {
      if row.isBlank || TableEnd.kind(of: row, mapped: parents + fields) != nil { continue }
      let names = parents.map { Normalised.text(row[$0]) }.filter { !$0.isEmpty }
      // Merged downwards, the record is named in its first row only; our own files name it in each.
      if !names.isEmpty || isOurs { last = names }
      if let problem = row.problem ?? layout.surplus(row) {
        problems.append(Fault(row: row.number, message: problem))
        broken.formUnion(last)
        continue
      }
      guard !last.isEmpty else {
        problems.append(
          Fault(row: row.number, message: Label(zh: "没有写明所属记录；请填第一列", en: "names no record; fill the first column")))
        continue
      }
      let id = own.flatMap { RecordID(Normalised.code(row[$0])) }
      let made = parts.filter { $0.isByRows && parts.count == 1 || $0.isFilled(in: row) }.map { part in
        part.child(row, id: part.isByRows ? id : nil)
      }
      if !isOurs, let year = list.yearField, let untold = made.first(where: { Self.lacks(year, $0) }) {
        problems.append(Fault(row: untold.number, message: Self.lacksYear(list)))
        broken.formUnion(last)
        continue
      }
      for name in last { rows[name, default: []] += made }
      if parents.count > 1, let code = keys.lazy.map({ Normalised.text(row[$0]) }).first(where: { !$0.isEmpty }) {
        for name in names where name != code && codes.updateValue(code, forKey: name) ?? code != code {
          mixed.insert(name)
        }
      }
      if groups.last?.names == last {
        groups[groups.count - 1].count += 1
        groups[groups.count - 1].last = row.number
      } else {
        groups.append((last, row.number, row.number, 1))
      }
    }
  }

  /// Whether a row has figures and does not say of which year.
  private static func lacks(_ year: String, _ row: ImportChild) -> Bool {
    let filled = row.cells.filter { !Normalised.trimmed($0.value).isEmpty }
    return !filled.isEmpty && filled[year] == nil
  }

  private static func lacksYear(_ list: ListSpec) -> Label {
    let field = list.yearField.flatMap { list.field($0) }?.label ?? list.label
    return Label(
      zh: "没有写“\(field.zh)”，不知是哪一年的；请补上", en: "does not say “\(field.en)” and could be any year's; fill it in")
  }

  private static func lacksParent(_ register: Register, _ name: Label) -> FileProblem {
    let key = register.field(register.keyField)
    return FileProblem(
      zh: "\(name.zh)的列名中没有“\(key?.label.zh ?? "")”（\(register.keyField)）或子表的字段；每行须写明所属记录",
      en:
        "\(name.en) has no heading “\(key?.label.en ?? "")” (\(register.keyField)) or none of the list's; each row must name its record"
    )
  }

  /// The rows of the record of that key or title. A list with an unreadable row is left as it is: without that row it
  /// would lose one.
  package func rows(of name: String) -> [ImportChild]? {
    guard let found = rows[name], !shared.contains(name), !mixed.contains(name) else { return nil }
    asked.insert(name)
    return broken.contains(name) ? nil : found
  }

  /// Rows of one record, from `place` on, that no record of the main sheet has asked for and that none of those `met`
  /// there may own: the place behind them, how the record is called and the first row.
  func stray(from place: Int, _ met: Set<String>) -> (next: Int, names: [String], row: Int)? {
    let found = groups[place...].firstIndex { group in
      [asked, met, shared, broken].allSatisfy { $0.isDisjoint(with: group.names) }
    }
    return found.map { ($0 + 1, groups[$0].names, groups[$0].row) }
  }

  /// How many records its rows are of, one that stands in several places more than once.
  var groupCount: Int { groups.count }

  /// Leaves the rows of a record that the main sheet does not have.
  func refuse(_ names: [String], _ reason: Label) {
    if firsts.isEmpty {
      for group in groups { for name in group.names { firsts[name, default: []].append(group.row) } }
    }
    for row in names.flatMap({ firsts[$0] ?? [] }) { refused[row] = reason }
  }

  /// Which of a record's names its rows here go by; nil where it has none.
  func name(among names: [String]) -> String? { names.first { rows[$0] != nil || broken.contains($0) } }

  /// Whether the rows of that name are not taken, though their record may be.
  func leaves(_ name: String) -> Bool { [broken, shared, mixed].contains { $0.contains(name) } }

  /// What goes to the rejects, as it came, a reason behind what has one: rows that are not taken, and all rows of a record
  /// that are left with one of them or whose record is among `names`.
  func rejected(_ names: Set<String>) throws -> [(row: SheetRow, reason: Label?)] {
    let reasons = Dictionary(faults.map { ($0.row, $0.message) }, uniquingKeysWith: { first, _ in first })
      .merging(refused) { $1 }
    var wanted = Set(reasons.keys)
    let left = broken.union(names)
    for group in groups where asked.isDisjoint(with: group.names) || !left.isDisjoint(with: group.names) {
      wanted.formUnion(group.row...group.last)
    }
    guard !wanted.isEmpty else { return [] }
    let reading = try open()
    var found: [(row: SheetRow, reason: Label?)] = []
    while let row = try reading.next() {
      if wanted.contains(row.number), !row.isBlank { found.append((row, reasons[row.number])) }
    }
    return found
  }

  /// Rows that are not taken: what cannot be read, and once the records are through, rows of none of them.
  package var faults: [Fault] {
    problems
      + groups.filter { asked.isDisjoint(with: $0.names) }.map { group in
        let shown = group.names.joined(separator: " ")
        return Fault(
          row: group.row,
          message: !shared.isDisjoint(with: group.names)
            ? Label(
              zh: "主表中有几条记录叫“\(shown)”，\(group.count)行未导入；请写所属记录的代码",
              en:
                "several records are called “\(shown)”; \(counted(group.count, "row")) left out, give the record's key")
            : !broken.isDisjoint(with: group.names)
              ? Label(
                zh: "“\(shown)”有读不出的行，\(group.count)行一并未导入",
                en: "“\(shown)” has a row that cannot be read; \(counted(group.count, "row")) left out with it")
              : Label(
                zh: "所属的“\(shown)”对不上（主表未收，库中没有或不唯一）；\(group.count)行未导入，请写代码",
                en:
                  "“\(shown)” is no one record among the rows taken or in the library; \(counted(group.count, "row")) left out, give its key"
              ))
      }
  }

  /// What is to be said of it once the records are through.
  package var remarks: [Label] {
    var said: [Label] = []
    if !unknown.isEmpty {
      let names = (unknown.joined(separator: "、"), unknown.joined(separator: ", "))
      said.append(
        Label(
          zh: "\(name.zh)：没有对应字段的列未导入：\(names.0)", en: "\(name.en): columns without a field were left out: \(names.1)"))
    }
    if !scaled.isEmpty {
      let names = (scaled.joined(separator: "、"), scaled.joined(separator: ", "))
      said.append(
        Label(zh: "\(name.zh)：按表头单位换算：\(names.0)", en: "\(name.en): turned by the unit in the heading: \(names.1)"))
    }
    return said
  }
}
