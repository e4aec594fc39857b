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
    first = Box(rows)
    if let store, also.isEmpty, headingRow > 0 {
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

  /// Headings that were named from outside and that the sheet does not have.
  package var unmatched: [String] {
    let known = Set(
      mapping.columns.flatMap { column in
        [column.heading, column.heading.split(separator: "·").last.map(String.init) ?? ""]
      }.map { HeadingText.bare($0).lowercased() })
    return also.keys.filter { !known.contains(HeadingText.bare($0).lowercased()) }.sorted()
  }

  /// Keeps the mapping for sheets of this kind; columns without a heading are known by nothing.
  package func keepProfile(in store: any Store, as environment: Environment) throws {
    if headingRow > 0 { try SheetProfiles.keep(mapping, register, in: store, as: environment) }
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
    for column in mapping.columns where column.how != .id {
      guard let path = column.path, let field = register.field(path), case .amount = field.kind else { continue }
      options.echoes[path] = register.fields.filter { $0.isDerived && $0.kind == field.kind }.map(\.id)
    }
    for (id, sheet) in lists {
      guard let list = register.list(id) else { continue }
      let name = book.sheets[sheet].name
      let label = Label(zh: "工作表“\(name)”", en: "sheet “\(name)”")
      do {
        rows.children.append(try ChildSheet(book, sheet: sheet, register, list, name: label))
      } catch let problem as FileProblem {
        let reading = try book.open(sheet)
        var kept: [SheetRow] = []
        while let row = try reading.next() { if !row.isBlank { kept.append(row) } }
        rows.lost.append(
          (
            RejectedRows(name, list: list, SheetLayout.bare(kept), delimiter: reading.delimiter), kept,
            Label(zh: problem.message.zh + "；该表未导入", en: problem.message.en + "; it was left out")
          ))
      }
    }
    if !rows.children.isEmpty {
      let shared = try sharedTitles()
      for sheet in rows.children { sheet.shared = shared }
    }
    options.children = rows.children(of:)
    return options
  }

  /// Titles that several of the sheet's rows bear, of those too that cannot be taken.
  private func sharedTitles() throws -> Set<String> {
    let rows = try SheetRows(book.open(sheet), register, also: also, isBare: isBare)
    rows.mapping = mapping
    var (seen, shared) = (Set<String>(), Set<String>())
    while let row = try rows.next() {
      guard let title = row.cells[register.namingField].map(Normalised.text), !title.isEmpty else { continue }
      if !seen.insert(title).inserted { shared.insert(title) }
    }
    return shared
  }

  // MARK: choosing

  private static func isNamed(_ name: String, _ list: ListSpec, _ register: Register) -> Bool {
    let folded = FieldNames.folded(name)
    // 说明 is what many a sheet of notes is called.
    let labels = list.id == RuleAnswer.list ? [] : [list.label.zh, list.label.en] + list.aliases
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

  /// Whether a column's field follows from others, and so is not read.
  package func isDerived(_ column: SheetMapping.Column) -> Bool {
    column.path.flatMap { register.field(path: $0) }?.isDerived == true
  }

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
      let fields = mapping.likely.map { column in
        register.carrier(of: column)?.told ?? register.field(path: column.path ?? "")?.label ?? Label(zh: "", en: "")
      }
      let pairs = zip(mapping.likely, fields).map { "\($0.heading)→\($1.zh)" }
      let english = zip(mapping.likely, fields).map { "\($0.heading)→\($1.en)" }
      said.append(
        Label(
          zh: "按相近的名称认出的列，请核对：\(pairs.joined(separator: "、"))",
          en: "columns recognised by likeness, please check: \(english.joined(separator: ", "))"))
    }
    let unknown = mapping.unknown
    if !unknown.isEmpty {
      said.append(
        Label(
          zh: "没有对应字段的列未导入：\(unknown.joined(separator: "、"))",
          en: "columns without a field were left out: \(unknown.joined(separator: ", "))"))
    }
    let leftOut = mapping.columns.filter { $0.isLeftOut && !HeadingText.bare($0.heading).isEmpty }.map(\.heading)
    if !leftOut.isEmpty {
      said.append(
        Label(
          zh: "按以前定的对照未导入的列：\(leftOut.joined(separator: "、"))",
          en: "columns left out, as was settled before: \(leftOut.joined(separator: ", "))"))
    }
    let derived = mapping.columns.filter { $0.how != .id && isDerived($0) }.map(\.heading)
    if !derived.isEmpty {
      said.append(
        Label(
          zh:
            "由子项等推算、不从表中读的列：\(derived.prefix(6).joined(separator: "、"))\(derived.count > 6 ? "等\(derived.count)列" : "")",
          en:
            "columns that follow from other entries and are not read: \(derived.prefix(6).joined(separator: ", "))\(derived.count > 6 ? " and \(derived.count - 6) more" : "")"
        ))
    }
    let scaled = mapping.columns.filter { ($0.power ?? 0) != 0 && $0.path != nil && !isDerived($0) }
    if !scaled.isEmpty {
      let units = scaled.map { column in
        register.carrier(of: column)?.told ?? register.field(path: column.path ?? "")?.unit.label
          ?? Label(zh: "", en: "")
      }
      let pairs = zip(scaled, units).map { "\($0.heading)→\($1.zh)" }
      let english = zip(scaled, units).map { "\($0.heading)→\($1.en)" }
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
    said += rows.children.flatMap(\.remarks)
    for kind in [TableEnd.Kind.total, .note] {
      guard let (count, numbers) = rows.ends[kind] else { continue }
      let isMore = count > numbers.count
      let (zh, en) = (kind.label.zh.dropLast(), kind.label.en)
      let places = numbers.map(String.init)
      said.append(
        Label(
          zh: "略过\(count)行\(zh)（第\(places.joined(separator: "、"))行\(isMore ? "等" : "")）",
          en: "passed over \(counted(count, "\(en) row")) (\(places.joined(separator: ", "))\(isMore ? " …" : ""))"))
    }
    return said
  }

  /// The named sheet instead of the one that was chosen by itself.
  package func choosing(_ sheet: Int, in store: (any Store)?) throws -> SheetImport {
    try SheetImport(book, register, named: "\(sheet + 1)", also: also, isBare: isBare, in: store)
  }
}
