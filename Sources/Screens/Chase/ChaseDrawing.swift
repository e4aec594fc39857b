import Domain
import Terminal
import UseCases
import Widgets

extension ChaseScreen {
  static func columns(_ language: Language) -> [TableColumn] {
    func column(_ id: String, _ zh: String, _ en: String, _ width: Int, _ align: Canvas.Alignment = .left)
      -> TableColumn
    {
      TableColumn(id, title: CleanText(Label(zh: zh, en: en)[language]), width: .fixed(width), align: align)
    }
    return [
      TableColumn("name", title: CleanText(Label(zh: "地区、项目", en: "Unit, project")[language]), width: .flex(min: 20)),
      column("missing", "未报/应报", "Missing", 9, .right),
      column("contact", "联系人", "Contact", 16),
      column("phone", "电话", "Phone", 14),
      column("last", "上次报告", "Last", 8),
    ]
  }

  var source: TableSource {
    let lines = lines
    return TableSource(count: lines.count) { range in lines[range.clamped(to: 0..<lines.count)].map { row($0) } }
  }

  private func row(_ line: Line) -> TableRow {
    switch line {
    case .unit(let code): unitRow(code)
    case .project(let id, let unit): projectRow(id, unit)
    case .more(let count, _):
      TableRow(
        id: Self.id(line),
        cells: [
          TableCell(
            CleanText(Label(zh: "  还有\(count)项，Enter 看全部", en: "  \(count) more, Enter shows all")[language]))
        ],
        style: .dim)
    }
  }

  private func unitRow(_ code: String) -> TableRow {
    guard let unit = list?.units.first(where: { $0.region.code == code }) else { return TableRow(id: code, cells: []) }
    let contact = unit.contacts.first
    let name = contact.map { "\($0.role.label[language]) \($0.name)" } ?? ""
    let mark = unit.missing == 0 ? "  " : expanded.contains(code) ? "▾ " : "▸ "
    return TableRow(
      id: code,
      cells: [
        TableCell(CleanText(mark + reference.regions.path(of: code))),
        TableCell(CleanText("\(unit.missing)/\(unit.expected)"), style: unit.missing > 0 ? .warning : Style(.good)),
        TableCell(CleanText(name)), TableCell(CleanText(contact?.phone ?? "")), TableCell(.empty),
      ], style: Style(.text, bold: unit.missing > 0))
  }

  private func projectRow(_ id: RecordID, _ unit: String) -> TableRow {
    let row = projects[unit]?.first { $0.id == id }
    let last = row?["last_reported"].day.map { $0.quarter.text } ?? Label(zh: "从未", en: "never")[language]
    return TableRow(
      id: id.text,
      cells: [
        TableCell(CleanText("    " + (row?["name"].plain ?? ""))), TableCell(.empty),
        TableCell(CleanText(row?["contact"].plain ?? "")), TableCell(CleanText(row?["phone"].plain ?? "")),
        TableCell(CleanText(last)),
      ])
  }

  package func draw(in canvas: inout Canvas, _ look: Look) {
    table.draw(in: &canvas, source: source, look: look) { drawHeading(in: &$0) }
  }

  private func drawHeading(in canvas: inout Canvas) {
    let width = canvas.size.width
    let place = RegionChoices.name(of: region, reference)
    let due = Unreported.due(quarter, in: reference)
    let counts = Label(
      zh: "应报\(list?.expected ?? 0) 未报\(list?.missing ?? 0)",
      en: "\(list?.expected ?? 0) expected, \(list?.missing ?? 0) missing")
    let title = CleanText(
      Label(
        zh: "未报名单  \(quarter.label.zh)  \(place.zh)  \(counts.zh)",
        en: "Missing reports  \(quarter.label.en)  \(place.en)  \(counts.en)")[language])
    canvas.put(title, x: 1, y: 0, width: max(0, width - 1), style: .heading)
    let tail = CleanText(Label(zh: "报送截止\(due.label.zh)", en: "due \(due.iso)")[language])
    guard title.width + tail.width + 3 <= width else { return }
    canvas.put(tail, x: width - tail.width, y: 0, style: today > due ? .warning : .dim)
  }

  package var status: Widgets.Frame.Message? {
    guard let code = unit, let unit = list?.units.first(where: { $0.region.code == code }) else { return nil }
    // Everybody who can be asked, the first of whom stands in the row.
    let people = unit.contacts.map { contact in
      [contact.role.label[language], contact.name, contact.phone].filter { !$0.isEmpty }.joined(separator: " ")
    }
    let none = Label(zh: "没有登记填报员、主管", en: "no clerk or supervisor is entered")
    let text = people.isEmpty ? none[language] : people.joined(separator: "  ")
    return Widgets.Frame.Message(CleanText(reference.regions.path(of: code) + "  " + text))
  }

  package func explanation(_ services: Services) -> Question? {
    let register = Register(Project.self)
    let filter = Filter.where("region", .equal, .text(region)).and(Unreported.filter(quarter))
    return .show(
      title: Label(zh: "未报名单", en: "Missing reports"),
      text: Label(
        zh: "季末在建的在库项目，没有报到季末的。电话只对本级和上级显示。\n条件：\(filter.sentence(register, reference, .zh))",
        en:
          "Members under way at the quarter's end without a report up to it. Phone numbers show to the own tier and above.\n"
          + "Condition: \(filter.sentence(register, reference, .en))"))
  }
}
