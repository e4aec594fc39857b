import Domain

/// The records of a sheet as an import takes them: rows by a mapping, several rows of one record put together.
package final class SheetRows {
  /// Where the heading stands and what the columns mean.
  package private(set) var layout: SheetLayout
  /// Hidden rows among those read.
  package private(set) var hidden = 0
  /// Rows that were no records, by kind: how many, and the numbers of the first.
  package private(set) var ends: [TableEnd.Kind: (count: Int, rows: [Int])] = [:]
  /// The rows of the record handed out last, as they came.
  package internal(set) var last: [SheetRow] = []

  /// What records are called whose child rows go to the rejects with them.
  var left: Set<String> = []
  /// What those are called that were taken.
  var whole: Set<String> = []
  var handed: ImportRow?
  /// What the records of the sheet may be called: rows of child lists of one that is left stay with it.
  var met: Set<String> = []
  /// Where the search for child rows of other records goes on, once the sheet is through.
  var strays: (sheet: Int, group: Int, number: Int)?

  /// Child lists on sheets and in files of their own.
  package var children: [ChildSheet] = []
  /// Sheets of child lists that cannot be read, and why.
  var lost: [(sheet: RejectedRows, rows: [SheetRow], reason: Label)] = []

  let register: Register
  private let reading: any SheetReading
  private let match: HeadingMatch
  /// Where another table begins; nil before one does.
  private var otherRow: Int?
  private var waiting: [SheetRow]
  private var place = 0
  private var kept: SheetRow?
  private var plan: Plan

  /// Columns by what they fill.
  private struct Plan {
    var own: [(column: Int, path: String)] = []
    var lists: [ListColumns] = []
    /// Written by this program.
    var isOwn = false
    /// How electricity counts in a column of the record's own, where its heading says so.
    var basis: (column: Int, basis: ElectricityBasis)?
    var mapped: [Int] = []
    /// Columns that tell one record from the next.
    var naming: Set<Int> = []
  }

  /// Reads the beginning of a sheet. Throws `FileProblem` where nothing in it is recognised, unless `isBare` takes the
  /// columns by their letters.
  package init(
    _ reading: any SheetReading, _ register: Register, also: [String: String] = [:], isBare: Bool = false
  ) throws {
    self.reading = reading
    self.register = register
    var rows: [SheetRow] = []
    while rows.count < SheetLayout.looked, let row = try reading.next() { rows.append(row) }
    guard !rows.isEmpty else {
      throw FileProblem(zh: "文件是空的；第1行应是列名", en: "The file is empty; row 1 should name the columns")
    }
    match = HeadingMatch(register, extra: ["id"])
    if let found = SheetLayout.find(in: rows, register, match: match, also: also) {
      layout = found
    } else if isBare {
      layout = SheetLayout.bare(rows)
    } else if let problem = rows[0].problem {
      throw FileProblem(
        zh: "第1行：\(problem.zh)", en: "Row 1: \(problem.en)")
    } else {
      let known = register.fields.filter { !$0.isDerived }.prefix(8).map(\.label)
      throw FileProblem(
        zh: "前\(rows.count)行没有认得的列名；列名如：\(known.map(\.zh).joined(separator: "、"))",
        en:
          "No known heading in the first \(rows.count) rows; headings are such as: \(known.map(\.en).joined(separator: ", "))"
      )
    }
    waiting = layout.body
    plan = Plan()
    plan = Self.plan(layout.mapping, register)
  }

  /// What each column means; to be set before the first record is asked for.
  package var mapping: SheetMapping {
    get { layout.mapping }
    set {
      layout.mapping = newValue
      plan = Self.plan(newValue, register)
    }
  }

  /// Headings of columns that the sheet hides and that are read.
  package var hiddenHeadings: [String] {
    let columns = layout.mapping.columns
    return reading.hiddenColumns.flatMap { $0.clamped(to: 0...max(0, columns.count)) }
      .filter { columns.indices.contains($0) && columns[$0].path != nil }.map { columns[$0].heading }
  }

  /// What parts the cells of a text file, in which rejects are written too.
  package var delimiter: Character { reading.delimiter }
  /// Whether rejects, written as text, need the UTF-8 mark; nil where nothing tells so far.
  package var isMarked: Bool? { reading.isMarked }
  /// How much is read, a part of 1; nil where that is not known.
  package var part: Double? { reading.part }

  /// The powers of ten by path, as an import wants them.
  package var powers: [String: Int] {
    Dictionary(
      layout.mapping.columns.compactMap { column in
        column.path.flatMap { path in column.power.flatMap { $0 == 0 ? nil : (path, $0) } }
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func plan(_ mapping: SheetMapping, _ register: Register) -> Plan {
    var plan = Plan()
    for (place, column) in mapping.columns.enumerated() {
      guard let path = column.path else { continue }
      plan.mapped.append(place)
      if path.contains(".") { continue }
      plan.own.append((place, path))
      if register.field("basis") != nil, register.field(path)?.isDerived == false, plan.basis == nil {
        plan.basis = column.basis.map { (place, $0) }
      }
      if path == register.keyField || path == register.titleField || path == "id" { plan.naming.insert(place) }
    }
    plan.lists = ListColumns.parts(of: mapping, register)
    plan.isOwn = mapping.isOwn
    return plan
  }

  /// The next record, or nil at the end. Behind those of the sheet come others that only rows of child lists speak of.
  package func next() throws -> ImportRow? {
    if children.isEmpty { return try read() }
    let former = handed
    handed = strays == nil ? try read() : nil
    if let row = handed?.named(register) {
      met.formUnion(row.allNames(register, isOwn: layout.mapping.isOwn))
    } else {
      handed = stray(after: former?.number ?? 0)
    }
    return handed
  }

  private func read() throws -> ImportRow? {
    guard let first = try take() else { return nil }
    last = [first]
    var doubtful: Set<String> = []
    if let problem = first.problem {
      return ImportRow(number: first.number, cells: own(first, &doubtful), problem: problem)
    }
    let repeated = repeated(first)
    if let other = repeated.other {
      return ImportRow(number: first.number, cells: own(first, &doubtful), problem: other)
    }
    if let end = repeated.isHeading ? .note : TableEnd.kind(of: first, mapped: plan.mapped) {
      ends[end, default: (0, [])].count += 1
      if ends[end]?.rows.count ?? 0 < 10 { ends[end]?.rows.append(first.number) }
      var row = ImportRow(number: first.number, cells: [:])
      row.end = end
      return row
    }
    let cells = own(first, &doubtful)
    if let extra = layout.surplus(first) { return ImportRow(number: first.number, cells: cells, problem: extra) }
    guard !plan.lists.isEmpty else {
      var row = ImportRow(number: first.number, cells: cells)
      row.doubtful = doubtful
      return row
    }
    while let more = try take() {
      guard belongs(more, to: first) else {
        kept = more
        break
      }
      last.append(more)
    }
    let children = children(last)
    var row = ImportRow(
      number: first.number, cells: cells, children: children.lists, problem: children.problem)
    row.doubtful = doubtful
    return row
  }

  /// What a row between the records is: the heading over again, as each page of a long list has it, or one of another
  /// table, whose rows are none of this one's.
  private func repeated(_ row: SheetRow) -> (isHeading: Bool, other: Label?) {
    var isHeading = false
    if otherRow == nil, isNames(row) {
      let columns = layout.mapping.columns
      isHeading = row.cells.indices.allSatisfy { place in
        let own = columns.indices.contains(place) ? columns[place].heading.split(separator: "·").last ?? "" : ""
        return row.cells[place].isEmpty || HeadingText.bare(String(own)).hasPrefix(HeadingText.bare(row.cells[place]))
      }
      if !isHeading { otherRow = row.number }
    }
    let other = otherRow.map { start in
      Label(
        zh: "第\(start)行起是另一张表，列与上面不同，未读；请分成两张工作表",
        en: "another table with other columns begins in row \(start); put it on a sheet of its own")
    }
    return (isHeading, other)
  }

  /// Whether a row's cells are names of fields: three at least, and most of them.
  private func isNames(_ row: SheetRow) -> Bool {
    // Most rows begin with a number or a code, which no heading does.
    guard !plan.isOwn, let first = row.cells.first(where: { !$0.isEmpty }),
      !first.utf8.contains(where: { (0x30...0x39).contains($0) }), match.knows(first)
    else { return false }
    let filled = row.cells.filter { !$0.isEmpty }
    let own = Set(layout.mapping.columns.map { HeadingText.bare(String($0.heading.split(separator: "·").last ?? "")) })
    let named = filled.count { own.contains(HeadingText.bare($0)) || match.knows($0) || match.exact($0) != nil }
    return named >= 3 && named * 3 >= filled.count * 2
  }

  /// The next row with anything in it.
  private func take() throws -> SheetRow? {
    if let kept {
      self.kept = nil
      return kept
    }
    while true {
      let row: SheetRow
      if place < waiting.count {
        row = waiting[place]
        place += 1
        if place == waiting.count { (waiting, place) = ([], 0) }
      } else if let read = try reading.next() {
        row = read
      } else {
        return nil
      }
      // A row of empty cells in our own files is a record that says nothing; elsewhere it is a gap.
      if row.isBlank, !plan.isOwn || row.raw == nil { continue }
      if row.isHidden { hidden += 1 }
      return row
    }
  }

  private func own(_ row: SheetRow, _ doubtful: inout Set<String>) -> [String: String] {
    var cells: [String: String] = [:]
    cells.reserveCapacity(plan.own.count)
    for (column, path) in plan.own {
      let text = row[column]
      if let before = cells[path] {
        // A firm's code and name in two columns: the code says it, the name where there is none.
        if before.isEmpty || (!text.isEmpty && CreditCode(text) != nil) { cells[path] = text }
      } else {
        cells[path] = text
      }
      if row.doubtful.contains(column) { doubtful.insert(path) }
    }
    if let basis = plan.basis, cells["basis"] == nil, row[basis.column].contains(where: \.isNumber) {
      cells["basis"] = basis.basis.rawValue
    }
    return cells
  }

  /// Whether a row goes on with the record of `first`: what names a record is blank in it, or the same.
  private func belongs(_ row: SheetRow, to first: SheetRow) -> Bool {
    guard row.problem == nil, first.problem == nil, TableEnd.kind(of: row, mapped: plan.mapped) == nil,
      plan.lists.contains(where: { $0.isByRows && $0.isFilled(in: row) })
    else { return false }
    let filled = plan.own.filter { !row[$0.column].isEmpty }
    if filled.isEmpty { return true }
    // Where the key and the name follow from the cells, all of them together name the record.
    return (plan.naming.isEmpty || filled.contains { plan.naming.contains($0.column) })
      && filled.allSatisfy { row[$0.column] == first[$0.column] }
  }

  private func children(_ rows: [SheetRow]) -> (lists: [String: [ImportChild]], problem: Label?) {
    var lists: [String: [ImportChild]] = [:]
    var problem: Label?
    for part in plan.lists {
      let found = rows.filter(part.isFilled).map { part.child($0) }
      guard let year = part.year, let first = found.first else {
        if !found.isEmpty { lists[part.list.id, default: []] += found }
        continue
      }
      // A year's figures may stand beside each of a record's other rows, but say the same there.
      if let other = found.first(where: { $0.cells != first.cells }) {
        problem = Label(
          zh: "第\(other.number)行写的\(year)年数据与本行不同；请合并成一行",
          en: "row \(other.number) has other figures of \(year); make them one row")
      }
      lists[part.list.id, default: []].append(first)
    }
    return (lists, problem)
  }
}
