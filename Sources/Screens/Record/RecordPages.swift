import Domain
import Terminal
import UseCases
import Widgets

/// Lays a record's tab out in lines of a width.
struct RecordPages {
  let register: Register
  let content: RecordContent
  let reference: ReferenceTables
  let language: Language
  let today: Day
  let width: Int

  func lines(_ tab: RecordTab) -> [RecordLine] {
    var all: [RecordLine] = []
    for block in tab.blocks {
      let more = lines(block)
      if !all.isEmpty, !more.isEmpty { all.append(.blank) }
      all += more
    }
    return all.isEmpty ? [.note(language == .zh ? "没有内容" : "Nothing here")] : all
  }

  private func lines(_ block: RecordTab.Block) -> [RecordLine] {
    switch block {
    case .fields(let label, let ids): fields(label, ids)
    case .list(let id): register.list(id).map(list) ?? []
    case .gantt: []
    case .links(let register, let field): links(register, field)
    case .filing: RecordFilings(self).lines
    case .figures: figures()
    case .gathered(let register, let field, let list): gathered(register, field, list)
    case .dossier: dossier
    case .history: RecordHistory(self).lines
    }
  }

  func shown(_ value: Value, _ spec: FieldSpec) -> String {
    if case .record(let id) = value, let title = content.titles[id] { return title }
    let text = value.shown(spec.kind, language, reference, year: today.year)
    return text.isEmpty ? text : spec.unit.behind(text, language)
  }

  // MARK: fields

  /// Filled fields, two a line where there is room; long texts take lines of their own.
  private func fields(_ label: Label, _ ids: [String]) -> [RecordLine] {
    let filled = ids.compactMap { register.field($0) }.filter { !content.document[$0.id].isEmpty }
    guard !filled.isEmpty else { return [] }
    let column = width >= 72 ? width / 2 : width
    // English names are longer; cut, 改造前 and 改造后 would read the same.
    let most = language == .zh ? column / 2 : column * 7 / 10
    let names = min((filled.map { CleanText($0.label[language]).width }.max() ?? 0) + 2, max(4, most))
    var lines: [RecordLine] = [.heading(label[language])]
    var open: RecordLine?
    for field in filled {
      let text = CleanText(shown(content.document[field.id], field))
      let room = column - names - 1
      if text.width > room {
        if let left = open { lines.append(left) }
        open = nil
        lines += long(field, text, names)
      } else if var left = open {
        left.pieces += pieces(field, text, at: column, names, room)
        lines.append(left)
        open = nil
      } else {
        let line = RecordLine(pieces: pieces(field, text, at: 0, names, room))
        if column < width { open = line } else { lines.append(line) }
      }
    }
    if let open { lines.append(open) }
    return lines
  }

  private func pieces(
    _ field: FieldSpec, _ text: CleanText, at x: Int, _ names: Int, _ room: Int
  ) -> [RecordLine.Piece] {
    [
      .init(x: x + 1, text: CleanText(field.label[language]), width: max(1, names - 1), style: .dim),
      .init(
        x: x + names + 1, text: text, width: min(text.width, max(1, room)),
        style: Style(field.isDerived ? .derived : .text),
        target: target(field), field: field),
    ]
  }

  private func long(_ field: FieldSpec, _ text: CleanText, _ names: Int) -> [RecordLine] {
    text.wrapped(to: max(2, width - names - 2)).enumerated().map { index, part in
      guard index == 0 else { return RecordLine(pieces: [.init(x: names + 1, text: part)]) }
      return RecordLine(
        pieces: pieces(field, part, at: 0, names, width - names - 1))
    }
  }

  private func target(_ field: FieldSpec) -> RecordLine.Target {
    if case .record(let other) = field.kind, let id = content.document[field.id].record {
      return .record(register: other, id: id)
    }
    return .field(field)
  }

  // MARK: child lists

  private func list(_ list: ListSpec) -> [RecordLine] {
    let rows = content.document.children[list.id] ?? []
    guard !rows.isEmpty else { return [] }
    let title = list.label[language] + " " + (language == .zh ? "\(rows.count)条" : "(\(rows.count))")
    let fields = list.fields.filter { field in rows.contains { !$0[field.id].isEmpty } }
    let cells = rows.map { row in fields.map { CleanText(text(row[$0.id], $0)) } }
    let grid = RecordGrid(
      fields.map { ($0, CleanText(heading($0))) }, cells, width: width
    ) { row, column in
      guard case .record(let other) = fields[column].kind, let id = rows[row][fields[column].id].record else {
        return nil
      }
      return .record(register: other, id: id)
    }
    return [.heading(title)]
      + grid.lines.map { line in
        var line = line
        line.child = line.row.map { rows[$0].id }
        return line
      }
  }

  private func heading(_ field: FieldSpec) -> String {
    let unit = field.unit.label[language]
    if unit.isEmpty { return field.label[language] }
    return field.label[language] + (unit.contains("/") ? " " : "/") + unit
  }

  private func text(_ value: Value, _ field: FieldSpec) -> String {
    if case .record(let id) = value, let title = content.titles[id] { return title }
    return value.shown(field.kind, language, reference, year: today.year)
  }

  // MARK: figures

  /// One line a measure; Enter opens the records that it adds up.
  private func figures() -> [RecordLine] {
    let measures = register.layout.figures.compactMap { Registers.measures[$0] }
    let names = (measures.map { CleanText($0.label[language]).width }.max() ?? 0) + 2
    return [.heading(language == .zh ? "合计(现状)" : "Totals, as they are now")]
      + measures.map { measure in
        let amount = content.figures[measure.id] ?? .zero
        let figure = amount.magnitude >= Amount(100) ? amount.fixed(0) : amount.grouped
        let shown = CleanText(measure.unit.behind(figure, language))
        return RecordLine(pieces: [
          .init(x: 1, text: CleanText(measure.label[language]), width: names, style: .dim),
          .init(
            x: names + 2, text: shown, width: min(24, max(4, width - names - 3)), align: .right,
            style: Style(.derived), target: .figure(measure: measure.id)),
        ])
      }
  }

  // MARK: links

  private func links(_ other: String, _ field: String) -> [RecordLine] {
    guard let target = Registers.named(other), let found = content.links["\(other).\(field)"], found.count > 0 else {
      return []
    }
    let columns = LibraryColumns(target, chosen: nil)
    let ids = Array(columns.fields.prefix(8))
    let fields = ids.compactMap { target.field($0) }
    let titles = columns.columns(language)
    let headed = fields.map { field in
      (field, titles.first { $0.id == field.id }?.title ?? CleanText(field.label[language]))
    }
    let cells = found.rows.map { row -> [CleanText] in
      let all = columns.cells(row, language, reference, today: today)
      return fields.map { field in columns.fields.firstIndex(of: field.id).map { all[$0].text } ?? .empty }
    }
    // What only says this record's own name again is left out.
    let own = CleanText(content.document[register.titleField].plain)
    let telling = fields.indices.filter { index in !cells.allSatisfy { $0[index] == own } }
    let grid = RecordGrid(telling.map { headed[$0] }, cells.map { row in telling.map { row[$0] } }, width: width) {
      row, column in column == 0 ? .record(register: other, id: found.rows[row].id) : nil
    }
    let name = (target.field(path: field)?.label ?? target.label)[language]
    var title = target.label[language] + " " + thin(found.count)
    if target.links(to: register.id).count > 1 { title += " · " + name }
    return [.heading(title)] + grid.lines
  }
}
