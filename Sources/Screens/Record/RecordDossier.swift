import Domain
import Terminal
import UseCases
import Widgets

extension RecordPages {
  /// A line for every register that has records of this one: how many, and what the first of them says.
  var dossier: [RecordLine] {
    var lines: [RecordLine] = []
    for other in Registers.all {
      for path in other.links(to: register.id) {
        guard let found = content.links["\(other.id).\(path)"], let first = found.rows.first else { continue }
        lines.append(line(other, count: found.count, first))
      }
    }
    return lines.isEmpty ? [] : [.heading(language == .zh ? "一户一档" : "Everything on file")] + lines
  }

  private func line(_ other: Register, count: Int, _ first: ListRow) -> RecordLine {
    let columns = LibraryColumns(other, chosen: nil)
    let cells = columns.cells(first, language, reference, today: today)
    let own = content.document[register.titleField].plain
    let said = zip(columns.fields, cells).compactMap { field, cell -> String? in
      let text = cell.text.string
      guard !text.isEmpty, text != own, field != "region" else { return nil }
      return text.hasPrefix(own + " ") ? String(text.dropFirst(own.count + 1)) : text
    }
    let name = CleanText(other.label[language])
    let number = CleanText(thin(count))
    let start = language == .zh ? 16 : 22
    return RecordLine(pieces: [
      .init(x: 1, text: name, width: start - 6, style: .dim),
      .init(x: start - 5, text: number, width: 4, align: .right),
      .init(
        x: start + 1, text: CleanText(said.prefix(4).joined(separator: "  ")), width: max(1, width - start - 2),
        target: .record(register: other.id, id: first.id)),
    ])
  }

  /// The rows of a child list of the records that link here, each with the record it stands in.
  func gathered(_ other: String, _ field: String, _ list: String) -> [RecordLine] {
    guard let rows = content.gathered["\(other).\(field).\(list)"], !rows.isEmpty, let target = Registers.named(other),
      let spec = target.list(list), let title = target.field(target.titleField)
    else { return [] }
    let fields = spec.fields.filter { field in rows.contains { !$0.row[field.id].isEmpty } }
    let columns = [(title, CleanText(target.singular[language]))] + fields.map { ($0, CleanText($0.label[language])) }
    let cells = rows.map { owner in
      [CleanText(owner.title)]
        + fields.map { CleanText(owner.row[$0.id].shown($0.kind, language, reference, year: today.year)) }
    }
    let grid = RecordGrid(columns, cells, width: width) { row, column in
      column == 0 ? .record(register: other, id: rows[row].owner) : nil
    }
    return [.heading(spec.label[language] + " " + thin(rows.count))] + grid.lines
  }
}
