import Domain
import Terminal
import UseCases
import Widgets

/// Which field a column stands for, chosen by a person.
extension ImportScreen {
  /// The fields that columns may stand for, those of child lists under their list's name.
  private static func items(_ register: Register, _ language: Language) -> [PickerItem] {
    let own = register.fields.filter { !$0.isDerived }.map { field in
      PickerItem(id: field.id, label: CleanText(field.label[language]), note: CleanText(note(field)))
    }
    let lists = register.lists.filter { $0.id != RuleAnswer.list }.flatMap { list in
      list.fields.filter { !$0.isDerived }.map { field in
        PickerItem(
          id: "\(list.id).\(field.id)", label: CleanText("\(list.label[language])·\(field.label[language])"),
          note: CleanText(note(field)))
      }
    }
    return own + lists
  }

  private static func note(_ field: FieldSpec) -> String {
    let unit = field.unit.label.zh
    return unit.isEmpty ? field.id : "\(field.id) \(unit)"
  }

  func fieldSource() -> Picker.Source {
    let items = Self.items(register, language)
    let likely = HeadingMatch(register).likely(column?.heading ?? "").map(\.target.path)
    let ordered = likely.compactMap { path in items.first { $0.id == path } } + items.filter { !likely.contains($0.id) }
    return { query, range in
      let found = query.isEmpty ? ordered : ordered.filter { SearchQuery(query).matches($0.label.string + " " + $0.id) }
      return PickerPage(all: found, range: range)
    }
  }

  /// The column under the cursor.
  var column: SheetMapping.Column? {
    guard let columns = sheet?.mapping.columns, columns.indices.contains(table.place.cursor) else { return nil }
    return columns[table.place.cursor]
  }

  mutating func openPicker() {
    guard step == .mapping, column != nil else { return }
    picker = Picker(rows: max(3, min(10, size.height - 4)), source: fieldSource())
  }

  mutating func handlePicker(_ event: Event) {
    guard var open = picker else { return }
    let outcome = open.handle(event, source: fieldSource())
    picker = open
    switch outcome {
    case .ignored, .handled, .create: break
    case .cancelled: picker = nil
    case .chosen(let item):
      picker = nil
      set(item.id)
      table.go(to: table.place.cursor + 1, rows)
    }
  }

  /// Gives the column under the cursor a field, and takes that from the one that had it.
  mutating func set(_ path: String?) {
    guard var mapping = sheet?.mapping, mapping.columns.indices.contains(table.place.cursor) else { return }
    let here = table.place.cursor
    mapping.columns[here].path = path
    if path != nil {
      let item = register.item(of: mapping.columns[here])
      for place in mapping.columns.indices where place != here && mapping.columns[place].path == path {
        // Each year, and each carrier, has its own column for one field.
        if register.item(of: mapping.columns[place]) == item { mapping.columns[place].path = nil }
      }
    }
    mapping.columns[here].how = nil
    mapping.columns[here].isLeftOut = path == nil
    // A unit in the heading holds for whatever field it is.
    if let path, case .amount(let unit) = register.field(path: path)?.kind {
      let spelled = HeadingText.readings(mapping.columns[here].heading).lazy.compactMap(\.unit).first
      mapping.columns[here].power =
        register.carrier(of: mapping.columns[here])?.power ?? spelled.flatMap { unit.power(from: $0) }
    }
    sheet?.mapping = mapping
  }
}
