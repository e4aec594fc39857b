import Domain

/// The columns in which records stand on a sheet that people read: names as headings, codes by name, units in brackets.
///
/// Whatever is written means the same when it is read again: a name that would be taken for something else stands as its
/// code, a label that another field answers to as the field's id.
package final class SheetColumns {
  /// One a column, in their order.
  package let fields: [FieldSpec]
  private let language: Language
  private let reference: ReferenceTables
  private let match: HeadingMatch?
  private var names: [[String: String]]
  private var links: [RecordID: String] = [:]

  /// `match` finds what a heading means where these are fields of the records themselves; rows of a child list are
  /// found by their own fields alone.
  package init(
    _ fields: [FieldSpec], _ language: Language, _ reference: ReferenceTables, match: HeadingMatch? = nil
  ) {
    (self.fields, self.language, self.reference, self.match) = (fields, language, reference, match)
    names = Array(repeating: [:], count: fields.count)
  }

  /// A field's label with its unit, such as 总投资（万元）.
  package var headings: [String] {
    fields.map { field in
      let heading = withUnit(field.label[language], field)
      return means(heading, field) ? heading : withUnit(field.id, field)
    }
  }

  private func withUnit(_ name: String, _ field: FieldSpec) -> String {
    let unit = field.unit.label[language]
    return unit.isEmpty ? name : language == .zh ? "\(name)（\(unit)）" : "\(name) (\(unit))"
  }

  /// Whether a reader finds the field by the heading.
  private func means(_ heading: String, _ field: FieldSpec) -> Bool {
    guard let match else { return fields.named(field.label[language])?.id == field.id }
    return match.exact(heading).map { $0.path == field.id && ($0.power ?? 0) == 0 } ?? false
  }

  /// The cells of one record or child row; `key` names a linked record.
  package func cells(_ values: [String: Value], key: (String, RecordID) throws -> String) rethrows -> [SheetCell] {
    var cells: [SheetCell] = []
    cells.reserveCapacity(fields.count)
    for place in fields.indices {
      let value = values[fields[place].id] ?? .empty
      cells.append(value.isEmpty ? .blank : try cell(value, fields[place], place, key))
    }
    return cells
  }

  private func cell(
    _ value: Value, _ field: FieldSpec, _ place: Int, _ key: (String, RecordID) throws -> String
  ) rethrows -> SheetCell {
    switch value {
    case .empty: return .blank
    case .integer(let number): return .integer(number)
    case .amount(let amount): return .amount(amount)
    case .day(let day): return .day(day)
    case .month(let month): return .month(month)
    case .flag(let flag): return .text(language == .zh ? (flag ? "是" : "否") : flag ? "yes" : "no")
    case .record(let id):
      guard case .record(let register) = field.kind else { return .text(id.mark) }
      return .text(try key(register, id))
    case .text(let text):
      switch field.kind {
      case .code, .reference:
        if let name = names[place][text] { return .text(name) }
        let name = safeName(text, field.kind)
        names[place][text] = name
        return .text(name)
      default: return .text(text)
      }
    }
  }

  /// What a code is called, where that means the same code again.
  private func safeName(_ code: String, _ kind: Kind) -> String {
    let name = Value.text(code).shown(kind, language, reference)
    guard case .success(.text(let read)) = kind.parse(name, field: Label(zh: "", en: ""), reference: reference),
      read == code, kind.remark(name, reference: reference) == nil
    else { return code }
    return name
  }

  /// The names that a field may be filled with; nil where they are no short list.
  package func choices(_ field: FieldSpec) -> [String]? {
    switch field.kind {
    case .code(let list): list.codes.map { safeName($0.id, field.kind) }
    case .flag: language == .zh ? ["是", "否"] : ["yes", "no"]
    case .reference(.region): reference.regions.all.map { safeName($0.code, field.kind) }
    case .reference(.division): reference.regions.all.filter { !$0.isLocal }.map { safeName($0.code, field.kind) }
    default: nil
    }
  }

  /// Widths in characters: what the table of the screen gives the field, else what its kind needs.
  package func widths(_ layout: Layout?) -> [Double] {
    zip(fields, headings).map { field, heading in
      let kept = layout?.columns.first { $0.field == field.id }.map { Double($0.width) + 2 } ?? 0
      let needed: Double =
        switch field.kind {
        case .longText: 40
        case .text(let most): most > 60 ? 28 : 16
        case .creditCode: 21
        case .projectCode: 27
        case .record: 22
        case .reference(.product): 26
        case .phone: 16
        case .day, .reference, .code: 12
        case .amount: 13
        case .month, .year, .integer, .flag: 9
        }
      // A heading wraps once.
      let half = Double(heading.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }) / 2 + 2
      return max(kept, needed, half)
    }
  }
}
