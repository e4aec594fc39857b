import Domain
import Terminal
import UseCases
import Widgets

/// The plan's clauses as a tree; beside each its words, its departments, its indicators with today's value, its registers.
package struct PolicyScreen: Screen {
  enum Pane: Hashable { case clauses, detail }

  /// What Enter does on a line of the detail.
  enum Target: Hashable {
    case figure(FigureList)
    case register(String)
  }

  struct Line {
    let text: CleanText
    var tail: CleanText = .empty
    var style: Style = .text
    var target: Target?
  }

  package let tab: TabID
  let id: RecordID
  let reference: ReferenceTables
  let today: Day
  let region: String
  var cursor: Int
  var topClause = 0
  var pane = Pane.clauses
  var lines: [Line] = []
  /// The line of the detail under the cursor, where it can stand.
  var spot = 0
  var topLine = 0
  var size = Size(width: 80, height: 21)
  var language: Language

  /// Opens at a clause, or at the beginning.
  package init(at clause: String?, tab: TabID, _ services: Services) {
    self.tab = tab
    id = services.environment.newID()
    reference = services.reference
    today = services.today
    language = services.language
    region = services.environment.actor.region ?? services.store.info.region
    let wanted = clause.map(PlanText.normal)
    cursor = PlanText.clauses.firstIndex { $0.id == wanted } ?? 0
  }

  package static var actions: ActionTable<PolicyScreen> { PolicyActions.table }

  var clause: PlanPassage { PlanText.clauses[min(cursor, PlanText.clauses.count - 1)] }

  package var status: Widgets.Frame.Message? {
    let said = Label(
      zh: "\(PlanText.title.zh)  \(PlanText.document)", en: "\(PlanText.title.en), \(PlanText.document)")
    return Widgets.Frame.Message(CleanText(" " + said[language]))
  }

  package mutating func refresh(_ services: Services) throws {
    language = services.language
    try read(services)
  }

  /// Lays out what stands beside the clause under the cursor.
  mutating func read(_ services: Services) throws {
    lines = try PolicyContent.lines(clause, region: region, width: areas.detail.width, services)
    if !lines.indices.contains(spot) || lines[spot].target == nil { spot = stops.first ?? 0 }
    settle()
  }

  package mutating func resize(_ size: Size, _ services: Services) throws {
    guard size != self.size else { return }
    self.size = size
    try read(services)
  }

  var stops: [Int] { lines.indices.filter { lines[$0].target != nil } }

  var areas: (clauses: Rect, detail: Rect, isSplit: Bool) {
    let whole = Rect(x: 0, y: 0, width: size.width, height: size.height)
    guard size.width >= 60 else { return (whole, whole, false) }
    let left = min(34, size.width * 2 / 5)
    return (
      Rect(x: 0, y: 0, width: left, height: size.height),
      Rect(x: left + 2, y: 0, width: size.width - left - 2, height: size.height), true
    )
  }

  mutating func settle() {
    cursor = min(max(0, cursor), PlanText.clauses.count - 1)
    topClause = min(max(topClause, cursor - size.height + 1), cursor)
    topClause = max(0, min(topClause, PlanText.clauses.count - size.height))
    if pane == .detail, !stops.isEmpty {
      topLine = min(max(topLine, spot - size.height + 1), spot)
    }
    topLine = max(0, min(topLine, lines.count - size.height))
  }

  package func explanation(_ services: Services) -> Question? {
    let clause = clause
    let text = clause.text.isEmpty ? clause.title : clause.text
    let departments = clause.departments.joined(separator: "、")
    return .show(
      title: Label(zh: "\(clause.id) \(clause.title)", en: "Clause \(clause.id)"),
      text: Label(
        zh: departments.isEmpty ? text : "\(text)\n责任单位：\(departments)",
        en: departments.isEmpty ? text : "\(text)\nDepartments: \(departments)"))
  }

  package func draw(in canvas: inout Canvas, _ look: Look) {
    canvas.fill(canvas.bounds)
    let areas = areas
    if areas.isSplit || pane == .clauses { canvas.inside(areas.clauses) { drawClauses(in: &$0) } }
    if areas.isSplit {
      for y in 0..<canvas.size.height { canvas.put("│", x: areas.clauses.width, y: y, style: .line) }
    }
    if areas.isSplit || pane == .detail { canvas.inside(areas.detail) { drawDetail(in: &$0) } }
  }

  private func drawClauses(in canvas: inout Canvas) {
    let clauses = PlanText.clauses
    for (y, place) in (topClause..<clauses.count).prefix(canvas.size.height).enumerated() {
      let clause = clauses[place]
      let isHere = place == cursor
      let style: Style =
        isHere
        ? (pane == .clauses ? .selected : Style(.selectedInactive))
        : clause.depth == 2 || clause.isDuty ? .text : .heading
      if isHere { canvas.put("▌", x: 0, y: y, style: .accent) }
      let number =
        clause.depth == 2 ? String(clause.id.drop { $0 != ")" }.dropFirst()) + "." : String(clause.id.suffix(3))
      let title = clause.label[language]
      let label = clause.depth == 0 ? "\(clause.id)、\(title)" : "\(number) \(title)"
      let x = 1 + clause.depth
      canvas.put(CleanText(label), x: x, y: y, width: max(0, canvas.size.width - x), style: style)
    }
  }

  private func drawDetail(in canvas: inout Canvas) {
    let width = canvas.size.width
    for (y, place) in (topLine..<lines.count).prefix(canvas.size.height).enumerated() {
      let line = lines[place]
      let isHere = pane == .detail && place == spot && line.target != nil
      if isHere { canvas.put("▌", x: 0, y: y, style: .accent) }
      let style = isHere ? .selected : line.style
      let room = max(0, width - 1 - (line.tail.isEmpty ? 0 : line.tail.width + 1))
      canvas.put(line.text, x: 1, y: y, width: room, style: style)
      if !line.tail.isEmpty {
        canvas.put(line.tail, x: max(1, width - line.tail.width), y: y, style: isHere ? .selected : .text)
      }
    }
    let below = lines.count - topLine - canvas.size.height
    guard below > 0, canvas.size.height > 0 else { return }
    let more = CleanText(Label(zh: " ↓还有\(below)行 ", en: " ↓ \(below) more ")[language])
    canvas.put(more, x: max(0, width - more.width), y: canvas.size.height - 1, style: .dim)
  }
}
