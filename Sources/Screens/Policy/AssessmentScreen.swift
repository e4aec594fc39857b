import Domain
import Terminal
import UseCases
import Widgets

/// 年度考核 (四(四)): regions by score; beside the one under the cursor every point given, added or taken, with its reason.
package struct AssessmentScreen: Screen {
  enum Pane: Hashable { case regions, items }

  package let tab: TabID
  let id: RecordID
  let reference: ReferenceTables
  let today: Day
  let region: String
  var year: Int
  var scores: [RegionScore] = []
  var cursor = 0
  var topRegion = 0
  var item = 0
  var topItem = 0
  var pane = Pane.regions
  var size = Size(width: 80, height: 21)
  var language: Language

  /// Compares the regions right below `region`; a county is compared with the others of its city.
  ///
  /// The scores are worked out when it is first shown.
  package init(region: String, tab: TabID, _ services: Services) {
    self.tab = tab
    id = services.environment.newID()
    reference = services.reference
    today = services.today
    language = services.language
    year = services.today.year
    // A county has nothing below it: it is looked at among its city's.
    let regions = services.reference.regions
    let own = regions.children(of: region).isEmpty ? regions[region]?.parent ?? region : region
    self.region = own
  }

  package static var actions: ActionTable<AssessmentScreen> { AssessmentActions.table }

  var score: RegionScore? { scores.indices.contains(cursor) ? scores[cursor] : nil }

  package var status: Widgets.Frame.Message? {
    let name = reference.regions[region]?.name ?? region
    let said = Label(
      zh:
        "\(name) \(year)年度考核 (四(四))，截至\(min(today, Day(year: year, month: 12, day: 31) ?? today).iso)；权重见参照表 assessment",
      en:
        "\(name), assessment of \(year) as of \(min(today, Day(year: year, month: 12, day: 31) ?? today).iso); weights: table assessment"
    )
    return Widgets.Frame.Message(CleanText(" " + said[language]))
  }

  package mutating func refresh(_ services: Services) throws {
    language = services.language
    let here = score?.region
    scores = try AssessRegions.run(year: year, region: region, in: services.store, today: today)
    if let here, let place = scores.firstIndex(where: { $0.region == here }) { cursor = place }
    settle()
  }

  package mutating func resize(_ size: Size, _ services: Services) throws {
    self.size = size
    settle()
  }

  var areas: (regions: Rect, items: Rect, isSplit: Bool) {
    let whole = Rect(x: 0, y: 0, width: size.width, height: size.height)
    guard size.width >= 60 else { return (whole, whole, false) }
    return (
      Rect(x: 0, y: 0, width: 20, height: size.height),
      Rect(x: 22, y: 0, width: size.width - 22, height: size.height), true
    )
  }

  /// Two lines an item: what and how many points, then why.
  var pageItems: Int { max(1, (size.height - 2) / 2) }

  mutating func settle() {
    cursor = min(max(0, cursor), max(0, scores.count - 1))
    topRegion = min(max(topRegion, cursor - size.height + 2), cursor)
    let count = score?.items.count ?? 0
    item = min(max(0, item), max(0, count - 1))
    topItem = min(max(topItem, item - pageItems + 1), item)
  }

  package func explanation(_ services: Services) -> Question? {
    .show(
      title: Label(zh: "年度考核", en: "Yearly assessment"),
      text: Label(
        zh: "得分=目标和比例项得分÷可计分×100，减扣分，加加分。\n目标项：完成÷按序时应完成，满额得满分；没有目标或清单的不计分、不计权重。\n项目、权重、每项分值在参照表 assessment，省级管理员可改。",
        en:
          "Score = points of targets and shares / what could be scored x 100, less what is taken, more what is added.\nTargets: done / due by time; without a target or a list nothing is scored and no weight counts.\nItems, weights and what each takes or adds stand in the table assessment."
      ), clause: "四(四)")
  }

  package func draw(in canvas: inout Canvas, _ look: Look) {
    canvas.fill(canvas.bounds)
    let areas = areas
    if areas.isSplit || pane == .regions { canvas.inside(areas.regions) { drawRegions(in: &$0) } }
    if areas.isSplit {
      for y in 0..<canvas.size.height { canvas.put("│", x: areas.regions.width, y: y, style: .line) }
    }
    if areas.isSplit || pane == .items { canvas.inside(areas.items) { drawItems(in: &$0) } }
  }

  private func drawRegions(in canvas: inout Canvas) {
    canvas.put(CleanText(Label(zh: "地区      得分", en: "Region   score")[language]), x: 1, y: 0, style: .dim)
    for (y, place) in (topRegion..<scores.count).prefix(max(0, canvas.size.height - 1)).enumerated() {
      let isHere = place == cursor
      let style: Style = isHere ? (pane == .regions ? .selected : Style(.selectedInactive)) : .text
      if isHere { canvas.put("▌", x: 0, y: y + 1, style: .accent) }
      let text = CleanText(scores[place].score.map { $0.fixed(1) } ?? "—")
      let room = max(0, canvas.size.width - 2 - text.width)
      let name = reference.regions[scores[place].region]?.name ?? scores[place].region
      canvas.put(CleanText(name), x: 1, y: y + 1, width: room, style: style)
      canvas.put(text, x: 1 + room, y: y + 1, width: canvas.size.width - 1 - room, align: .right, style: style)
    }
  }

  private func drawItems(in canvas: inout Canvas) {
    guard let score else { return }
    let width = canvas.size.width
    let sums = Label(
      zh:
        "得分 \(score.given.fixed(1))/\(score.outOf.plain)  扣 \((-score.taken).fixed(1))  加 \(score.added.fixed(1))  总分 \(score.score.map { $0.fixed(1) } ?? "—")",
      en:
        "given \(score.given.fixed(1))/\(score.outOf.plain), taken \((-score.taken).fixed(1)), added \(score.added.fixed(1)), score \(score.score.map { $0.fixed(1) } ?? "—")"
    )
    canvas.put(CleanText(sums[language]), x: 1, y: 0, width: max(0, width - 1), style: .heading)
    var y = 1
    for place in (topItem..<score.items.count).prefix(pageItems) {
      let item = score.items[place]
      let isHere = pane == .items && place == self.item
      if isHere { canvas.put("▌", x: 0, y: y, style: .accent) }
      let style: Style = isHere ? .selected : item.points == nil ? .dim : .text
      let points = item.points.map { ($0 > .zero && item.item.kind == .bonus ? "+" : "") + $0.fixed(1) } ?? "—"
      let tail = CleanText("\(points) / \(item.item.points.plain)")
      canvas.put(CleanText(item.item.label[language]), x: 1, y: y, width: max(0, width - 2 - tail.width), style: style)
      let isTaken = item.points.map(\.isNegative) ?? false
      canvas.put(
        tail, x: max(1, width - tail.width), y: y, style: isHere ? style : isTaken ? .warning : style)
      canvas.put(CleanText(item.reason[language]), x: 3, y: y + 1, width: max(0, width - 3), style: .dim)
      y += 2
    }
  }
}

/// What can be done in the assessment.
enum AssessmentActions {
  static let table: ActionTable<AssessmentScreen> = Common.table([
    act("assessment.open", "看明细", "Open", ["Enter"], rank: 1),
    act("assessment.pane", "换窗格", "Other pane", ["Tab"], short: ("窗格", "pane"), rank: 2),
    act("assessment.before", "上一年", "Year before", ["["], twin: "F3", rank: 3),
    act("assessment.after", "下一年", "Year after", ["]"], twin: "F4", rank: 4),
    act("assessment.policy", "计划条款", "The plan's clauses", ["L"], twin: "F9", short: ("条款", "plan"), rank: 5),
  ])

  private static let act = ActionMaker<AssessmentScreen>("考核", "Assessment")
}

extension AssessmentScreen {
  package mutating func perform(_ action: String, _ services: Services) throws -> [Effect] {
    switch action {
    case "assessment.open":
      guard pane == .items else {
        pane = .items
        return []
      }
      return open(services)
    case "assessment.pane": pane = pane == .regions ? .items : .regions
    case "assessment.before", "assessment.after":
      year = min(max(2000, year + (action == "assessment.before" ? -1 : 1)), today.year)
      try refresh(services)
    case "assessment.policy": return [.open(PolicyScreen(at: "四(四)", tab: tab, services))]
    default: break
    }
    return []
  }

  private func open(_ services: Services) -> [Effect] {
    guard let score, score.items.indices.contains(item), let query = score.items[item].query,
      let register = Registers.named(query.register)
    else { return [.say(Label(zh: "这一项没有清单", en: "There is no list behind this item"))] }
    return [
      .open(
        LibraryScreen(register, tab: tab, services, fixed: query.filter, title: score.items[item].item.label))
    ]
  }

  package mutating func handle(_ event: Event, _ services: Services) throws -> [Effect] {
    func move(_ step: Int) {
      if pane == .regions {
        cursor += step
        (item, topItem) = (0, 0)
      } else {
        item += step
      }
      settle()
    }
    switch event {
    case .key(let key):
      switch key {
      case .up, .character("k"): move(-1)
      case .down, .character("j"): move(1)
      case .pageUp: move(-pageItems)
      case .pageDown: move(pageItems)
      case .home, .character("g"): move(-1000)
      case .end, .character("G"): move(1000)
      case .left, .character("h"): pane = .regions
      case .right, .character("l"): pane = .items
      default: break
      }
    case .mouse(let mouse):
      switch mouse.action {
      case .wheelUp: move(-1)
      case .wheelDown: move(1)
      case .press, .doublePress:
        if areas.isSplit, mouse.point.x < areas.regions.width {
          pane = .regions
          move(topRegion + mouse.point.y - 1 - cursor)
        } else {
          pane = .items
          move(topItem + (mouse.point.y - 1) / 2 - item)
          if mouse.action == .doublePress { return open(services) }
        }
      }
    default: break
    }
    return []
  }
}
