import Domain

/// One file as an import reads it: the sheet chosen, its mapping, the sheets of child lists beside it, and all that is to
/// be said of them. It can be opened again for each reading.
package struct SheetImport: Sendable {
  /// The register that it is read for.
  package let register: Register
  /// The opened file.
  package let book: any SheetBook
  /// The sheet that is read.
  package private(set) var sheet: Int
  /// What its columns mean.
  package var mapping: SheetMapping
  /// A mapping of this kind of sheet was kept before, or was given.
  package private(set) var isSettled = false
  /// Two columns for one field; nil where all is well.
  package let problem: Label?
  /// The number of the heading's last row, from 1; 0 where the sheet has none.
  package let headingRow: Int
  /// The unit that stands above the table for all of it 单位：万元; nil where none does.
  package let sheetUnit: String?
  /// The first rows of data, to show what a column holds.
  package let samples: [SheetRow]
  /// The rows above the data, as a rejects file repeats them.
  package let above: [SheetRow]
  private let also: [String: String]
  private let isBare: Bool
  private var lists: [(id: String, sheet: Int)] = []

  /// Opens a book. `named` chooses a sheet by name or number, from 1; by itself the visible sheet is taken that has most
  /// fields. `isBare` takes rows without a heading too. Throws `FileProblem`.
  package init(
    _ book: any SheetBook, _ register: Register, named: String? = nil, also: [String: String] = [:],
    isBare: Bool = false, in store: (any Store)?
  ) throws {
    self.register = register
    self.book = book
    self.also = also
    self.isBare = isBare
    lists = register.lists.compactMap { list in
      book.sheets.firstIndex { Self.isNamed($0.name, list, register) }.map { (list.id, $0) }
    }
    let aside = Set(lists.map(\.sheet))
    let (chosen, rows) = try Self.choose(book, register, named, also, isBare, aside)
    sheet = chosen
    lists.removeAll { $0.sheet == chosen }
    mapping = rows.mapping
    problem = rows.layout.problem
    headingRow = rows.layout.headingRow
    sheetUnit = rows.layout.sheetUnit
    samples = Array(rows.layout.body.filter { !$0.isBlank }.prefix(5))
    above = rows.layout.above
    first = Box(rows)
    if let store, also.isEmpty {
      isSettled = try SheetProfiles.apply(to: &mapping, register, in: store)
    } else {
      isSettled = !also.isEmpty
    }
  }

  /// The reading that found the layout, for files that can be read once only.
  private let first: Box

  private final class Box: @unchecked Sendable {
    var rows: SheetRows?
    init(_ rows: SheetRows) { self.rows = rows }
  }

  /// Whether a person should look at the mapping before anything else.
  package var isOpen: Bool {
    !isSettled && (problem != nil || !mapping.unknown.isEmpty || !mapping.likely.isEmpty || headingRow == 0)
  }

  /// The rows from the beginning, by the mapping.
  package func open() throws -> SheetRows {
    let rows: SheetRows
    if let kept = first.rows {
      rows = kept
      first.rows = nil
    } else {
      rows = try SheetRows(book.open(sheet), register, also: also, isBare: isBare)
    }
    rows.mapping = mapping
    return rows
  }

  /// An import's options as this sheet wants them, the rows of child lists' sheets among them.
  package func options(_ rows: SheetRows) throws -> ImportRecords.Options {
    var options = ImportRecords.Options()
    options.isOwn = mapping.isOwn
    options.is1904 = book.is1904
    options.powers = rows.powers
    let children = try lists.compactMap { id, sheet -> (String, [String: [ImportChild]])? in
      guard let list = register.list(id) else { return nil }
      return (id, try ChildSheet.read(book.open(sheet), register, list))
    }
    if !children.isEmpty {
      options.children = { key in
        Dictionary(
          children.compactMap { id, rows in rows[key].map { (id, $0) } }, uniquingKeysWith: { first, _ in first })
      }
    }
    return options
  }

  // MARK: choosing

  private static func isNamed(_ name: String, _ list: ListSpec, _ register: Register) -> Bool {
    let folded = FieldNames.folded(name)
    // 说明 is what many a sheet of notes is called.
    let labels = list.id == RuleAnswer.list ? [] : [list.label.zh, list.label.en]
    return !folded.isEmpty
      && ([list.id, "\(register.id).\(list.id)"] + labels).contains { FieldNames.folded($0) == folded }
  }

  private static func choose(
    _ book: any SheetBook, _ register: Register, _ named: String?, _ also: [String: String], _ isBare: Bool,
    _ aside: Set<Int>
  ) throws -> (Int, SheetRows) {
    let names = book.sheets
    if let named {
      let folded = FieldNames.folded(named)
      guard
        let place = names.firstIndex(where: { FieldNames.folded($0.name) == folded })
          ?? Int(named).map({ $0 - 1 }).flatMap({ names.indices.contains($0) ? $0 : nil })
      else {
        let known = names.map(\.name).joined(separator: "、")
        throw FileProblem(zh: "没有工作表“\(named)”；有：\(known)", en: "There is no sheet “\(named)”; there are: \(known)")
      }
      return (place, try SheetRows(book.open(place), register, also: also, isBare: isBare))
    }
    var best: (sheet: Int, rows: SheetRows, hits: Int)?
    var problem: (any Error)?
    for (place, name) in names.enumerated() where !name.isHidden && (!aside.contains(place) || names.count == 1) {
      do {
        let rows = try SheetRows(book.open(place), register, also: also, isBare: isBare)
        let hits = rows.mapping.columns.count { $0.path != nil }
        if hits > best?.hits ?? -1 { best = (place, rows, hits) }
      } catch let found as FileProblem {
        if problem == nil { problem = found }
      }
    }
    if let best { return (best.sheet, best.rows) }
    throw problem
      ?? FileProblem(zh: "工作表都是隐藏的；请取消隐藏，或用 --sheet 指定", en: "All sheets are hidden; show one, or name it with --sheet")
  }

  // MARK: said

  /// What is to be said of the sheet before its rows.
  package var remarks: [Label] {
    var said: [Label] = []
    let others = book.sheets.indices.filter { place in place != sheet && !lists.contains { $0.sheet == place } }
    let shown = others.filter { !book.sheets[$0].isHidden && !OwnSheets.has(book.sheets[$0].name) }.map {
      book.sheets[$0].name
    }
    let hidden = others.filter { book.sheets[$0].isHidden }.map { book.sheets[$0].name }
    if book.sheets.count > 1 {
      let beside = lists.map { book.sheets[$0.sheet].name }
      let more = beside.isEmpty ? "" : "，子表：" + beside.joined(separator: "、")
      let moreEnglish = beside.isEmpty ? "" : ", child lists: " + beside.joined(separator: ", ")
      said.append(
        Label(
          zh: "读取工作表“\(book.sheets[sheet].name)”\(more)",
          en: "the sheet read is “\(book.sheets[sheet].name)”\(moreEnglish)"))
    }
    if !shown.isEmpty {
      said.append(
        Label(
          zh: "未读取的工作表：\(shown.joined(separator: "、"))（--sheet 可指定）",
          en: "sheets that were not read: \(shown.joined(separator: ", ")) (--sheet names one)"))
    }
    if !hidden.isEmpty {
      said.append(
        Label(
          zh: "隐藏的工作表未读取：\(hidden.joined(separator: "、"))",
          en: "hidden sheets were not read: \(hidden.joined(separator: ", "))"))
    }
    if !isSettled, !mapping.likely.isEmpty {
      let pairs = mapping.likely.map { "\($0.heading)→\(register.field(path: $0.path ?? "")?.label.zh ?? "")" }
      let english = mapping.likely.map { "\($0.heading)→\(register.field(path: $0.path ?? "")?.label.en ?? "")" }
      said.append(
        Label(
          zh: "按相近的名称认出的列，请核对：\(pairs.joined(separator: "、"))",
          en: "columns recognised by likeness, please check: \(english.joined(separator: ", "))"))
    }
    let scaled = mapping.columns.filter { ($0.power ?? 0) != 0 && $0.path != nil }
    if !scaled.isEmpty {
      let pairs = scaled.map { column in
        "\(column.heading)→\(register.field(path: column.path ?? "")?.unit.label.zh ?? "")"
      }
      let english = scaled.map { column in
        "\(column.heading)→\(register.field(path: column.path ?? "")?.unit.label.en ?? "")"
      }
      said.append(
        Label(
          zh: "按表头单位换算：\(pairs.joined(separator: "、"))",
          en: "turned by the unit in the heading: \(english.joined(separator: ", "))"))
    }
    return said
  }

  /// What is to be said of the rows once they are read.
  package static func remarks(_ rows: SheetRows) -> [Label] {
    var said: [Label] = []
    if rows.hidden > 0 {
      said.append(
        Label(
          zh: "有\(rows.hidden)行在表中是隐藏的，也读取了", en: "\(rows.hidden) rows are hidden in the sheet and were read too"))
    }
    let columns = rows.hiddenHeadings
    if !columns.isEmpty {
      said.append(
        Label(
          zh: "有\(columns.count)列在表中是隐藏的，也读取了：\(columns.joined(separator: "、"))",
          en:
            "\(counted(columns.count, "column")) hidden in the sheet, read too: \(columns.joined(separator: ", "))"
        ))
    }
    for kind in [TableEnd.Kind.total, .note] {
      guard let count = rows.ends[kind], count > 0 else { continue }
      said.append(
        Label(zh: "略过\(count)行\(kind.label.zh.dropLast())", en: "passed over \(count) \(kind.label.en) rows"))
    }
    return said
  }

  /// The named sheet instead of the one that was chosen by itself.
  package func choosing(_ sheet: Int, in store: (any Store)?) throws -> SheetImport {
    try SheetImport(book, register, named: "\(sheet + 1)", also: also, isBare: isBare, in: store)
  }
}

/// A child list on a sheet of its own: rows by their record's key, or by its title where it has no key yet. A column `id`
/// has the rows' own permanent ids.
enum ChildSheet {
  static func read(
    _ reading: any SheetReading, _ register: Register, _ list: ListSpec
  ) throws -> [String: [ImportChild]] {
    var columns: [(column: Int, field: String)]?
    var parents: [Int] = []
    var own: Int?
    var found: [String: [ImportChild]] = [:]
    var last: [String] = []
    while let row = try reading.next() {
      guard let columns else {
        let named = row.cells.indices.compactMap { column in
          list.fields.named(row.cells[column]).map { (column, $0.id) }
        }
        let names = [register.keyField, register.titleField].compactMap { register.field($0) }
        // Our own sheets name the record in the first column, and other headings may then be called as its fields are.
        let isOurs = [register.keyField, "parent"].contains(row[0]) && row[1] == "id"
        let keys = row.cells.indices.filter { column in
          isOurs ? column == 0 : row.cells[column] == "parent" || names.named(row.cells[column]) != nil
        }
        if !named.isEmpty, !keys.isEmpty {
          own = row.cells.firstIndex(of: "id")
          columns = named.filter { !keys.contains($0.0) && $0.0 != own }.map { ($0.0, $0.1) }
          parents = keys
        }
        continue
      }
      if row.isBlank || TableEnd.kind(of: row, mapped: parents + columns.map(\.column)) != nil { continue }
      // Merged downwards, the record is named in its first row only.
      let named = parents.map { Normalised.text(row[$0]) }.filter { !$0.isEmpty }
      if !named.isEmpty { last = named }
      var child = ImportChild(
        number: row.number, id: own.flatMap { RecordID(Normalised.code(row[$0])) },
        cells: Dictionary(columns.map { ($0.field, row[$0.column]) }, uniquingKeysWith: { $1 }))
      child.doubtful = Set(columns.filter { row.doubtful.contains($0.column) }.map { "\(list.id).\($0.field)" })
      for name in last { found[name, default: []].append(child) }
    }
    return found
  }
}
