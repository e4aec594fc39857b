import Domain
import Terminal
import UseCases
import Widgets

/// The columns of a register's table, and what stands in their cells.
struct LibraryColumns {
  /// Cells that the title column gives way to; what is left over is its own again.
  static let leastTitle = 18
  /// A column of its own behind the deadline: overdue 逾 or due 临, as `DueState` says.
  static let dueMark = "due_mark"

  let register: Register
  /// Field ids in order; the first one stays put.
  let fields: [String]

  /// `chosen` in its order; nil for the layout's, the default columns first, so that wide screens show more of them.
  init(_ register: Register, chosen: [String]?) {
    self.register = register
    let all = register.layout.columns
    let known = (chosen ?? []).filter { id in all.contains { $0.field == id } }
    var fields =
      known.isEmpty ? all.filter(\.isDefault).map(\.field) + all.filter { !$0.isDefault }.map(\.field) : known
    if let title = all.first?.field {
      fields.removeAll { $0 == title }
      fields.insert(title, at: 0)
    }
    if register.field("next_due") != nil, let place = fields.firstIndex(of: "deadline") {
      fields.insert(Self.dueMark, at: place + 1)
    }
    self.fields = fields
  }

  /// What must be read for a row: the columns, and what their marks follow from.
  var read: [String] {
    let more = ["next_due", "key_project", "member"].filter { register.field($0) != nil && !fields.contains($0) }
    return fields.filter { $0 != Self.dueMark } + more
  }

  func columns(_ language: Language) -> [TableColumn] {
    fields.enumerated().map { index, id in
      if id == Self.dueMark { return TableColumn(id, title: .empty, width: .fixed(language == .zh ? 2 : 4)) }
      let column = register.layout.columns.first { $0.field == id }
      let spec = register.field(id)
      let title = (column?.heading ?? spec?.label ?? Label(zh: id, en: id))[language]
      // A number's heading keeps room for the mark of the sort.
      let isNumber = spec?.kind.isNumber == true
      var width = max(1, column?.width ?? 8, isNumber ? CleanText(title).width + 1 : 0)
      // The layout's widths are for Chinese; English words of a closed list are longer.
      if language == .en, case .code(let list) = spec?.kind {
        width = max(width, min(9, list.codes.map { $0.label.en.count }.max() ?? 0))
      }
      return TableColumn(
        id, title: CleanText(title), width: index == 0 ? .flex(min: min(width, Self.leastTitle)) : .fixed(width),
        align: isNumber ? .right : .left)
    }
  }

  func cells(_ row: ListRow, _ language: Language, _ reference: ReferenceTables, today: Day) -> [TableCell] {
    fields.map { cell($0, row, language, reference, today) }
  }

  private func cell(
    _ id: String, _ row: ListRow, _ language: Language, _ reference: ReferenceTables, _ today: Day
  ) -> TableCell {
    if id == Self.dueMark { return Self.due(row, today, reference.settings.reportDay, language) }
    guard let spec = register.field(id) else { return "" }
    let value = row[id]
    if id == "tier" {
      let star = row["key_project"].flag == true ? "★" : ""
      if value.text == "none" || value.isEmpty { return TableCell(CleanText("—" + star), style: .dim) }
      return TableCell(CleanText(value.shown(spec.kind, language, reference) + star))
    }
    // A tier's 入库 is the normal case and says nothing beside the tier.
    if id == "filing", value.text == "admitted" { return "" }
    if value.isEmpty { return spec.kind.isNumber ? TableCell("—", style: .dim) : "" }
    var text = value.shown(spec.kind, language, reference, year: spec.kind == .day ? today.parts.year : nil)
    if case .amount(let amount) = value, Self.isWhole(spec.unit, amount) { text = amount.fixed(0) }
    return TableCell(CleanText(text), style: id == "grade" && value.text == Grades.below ? .warning : nil)
  }

  /// Energy, money, mass, power from ten on stand in lists in whole units; the record has them exactly.
  static func isWhole(_ unit: Unit, _ amount: Amount) -> Bool {
    switch unit {
    case .yuanWan, .tce, .tcePerYear, .tonne, .tonnePerYear, .cubicMetre, .cubicMetrePerYear, .squareMetre, .kilowatt,
      .kilowattHour, .wanKilowattHour, .gigajoule, .wanCubicMetre:
      amount >= Amount(10) || amount <= Amount(-10)
    default: false
    }
  }

  /// The mark of a member whose next milestone is late; others have none to keep.
  static func due(_ row: ListRow, _ today: Day, _ reportDay: Int, _ language: Language) -> TableCell {
    guard row["member"].flag == true, let day = row["next_due"].day else { return "" }
    switch DueState(due: day, today: today, reportDay: reportDay) {
    case .overdue: return TableCell(language == .zh ? "逾" : "late", style: .warning)
    case .dueSoon: return TableCell(language == .zh ? "临" : "due", style: .accent)
    case nil: return ""
    }
  }
}
