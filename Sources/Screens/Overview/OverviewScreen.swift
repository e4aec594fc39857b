import Domain
import Terminal
import UseCases
import Widgets

/// 总览: three dashboards, one key apart; every figure opens into its records.
package struct OverviewScreen: Screen {
  enum View: Int, CaseIterable, Hashable, Sendable { case targets, enterprises, projects }

  /// What was read for the view that is seen.
  enum Board: Sendable {
    case targets(DashboardTargets)
    case enterprises(DashboardEnterprises)
    case projects(DashboardProjects)

    var figures: [DashboardFigure] {
      switch self {
      case .targets(let board): board.figures
      case .enterprises(let board): board.figures
      case .projects(let board): board.figures
      }
    }
  }

  let reference: ReferenceTables
  let today: Day
  /// The library's own region: whose targets the plan's are.
  let top: String
  /// What the person may look at: their region and what lies under it.
  let own: String
  let id: RecordID
  var scope: DashboardScope
  var view = View.targets
  var board: Board?
  /// Credit codes counted beside the screen, and for what.
  var codes: (scope: String, figures: [DashboardFigure])?
  var places: [View: BoardPlace] = [:]
  var picker: Picker?
  var plan = BoardPlan([])
  var size = Size(width: 80, height: 21)
  var language: Language
  /// The lists between which Enter asks.
  var asked: DashboardFigure?

  /// Looks at the person's own region, at the quarter whose reports are being collected.
  ///
  /// The figures are read when it is first shown.
  package init(_ services: Services) {
    reference = services.reference
    today = services.today
    language = services.language
    top = services.store.info.region
    let region = services.environment.actor.region ?? top
    own = services.reference.regions.isIn(region, top) ? region : top
    id = services.environment.newID()
    // Until its reports are due, the quarter that has ended is the one that is looked at.
    let ended = services.today.quarter.previous
    let isReporting = services.today <= ended.lastDay.adding(days: reference.settings.reportDay)
    scope = DashboardScope(region: own, quarter: isReporting ? ended : services.today.quarter)
  }

  package static var actions: ActionTable<OverviewScreen> { OverviewActions.table }
  package var tab: TabID { .overview }
  /// The picker of regions takes all keys while it is open.
  package var ownsKeys: Bool { picker != nil }
  package var isTyping: Bool { ownsKeys }

  /// What the selected figure is and how it counts.
  package var status: Widgets.Frame.Message? {
    guard picker == nil, let spot = place.spot else { return nil }
    if let figure = figure(spot) {
      let rule = Registers.measures[figure.measure]?.rule[language] ?? ""
      return Widgets.Frame.Message(CleanText("\(figure.label[language])\(language == .zh ? "：" : ": ")\(rule)"))
    }
    return indicator(spot).flatMap(\.absence).map { Widgets.Frame.Message(CleanText($0[language])) }
  }

  var place: BoardPlace {
    get { places[view] ?? BoardPlace() }
    set { places[view] = newValue }
  }

  // MARK: reading

  package mutating func refresh(_ services: Services) throws {
    language = services.language
    let (scope, view, reference, today, top) = (scope, view, reference, today, top)
    board = try services.store.read { library in
      switch view {
      case .targets:
        .targets(try DashboardTargets.read(scope, in: library, reference, today: today, top: top))
      case .enterprises: .enterprises(try DashboardEnterprises.read(scope, in: library, reference))
      case .projects: .projects(try DashboardProjects.read(scope, in: library, reference))
      }
    }
    if view == .enterprises { countCodes(services) }
    layOut()
  }

  /// Distinct codes are counted over facts: beside the screen, the answer comes when it is there.
  private mutating func countCodes(_ services: Services) {
    if codes?.scope != scope.region { codes = nil }
    let (scope, id, store) = (scope, id, services.store)
    services.launch(
      Job(lane: "codes.\(id.text)") { _ in
        do {
          let figures = try DashboardEnterprises.codes(scope, in: store)
          return { app in app.update(OverviewScreen.self) { if $0.id == id { $0.take(figures, scope.region) } } }
        } catch {
          return { app in app.say(Trouble.message(error), .error) }
        }
      })
  }

  /// Codes of another region than the one seen come too late.
  mutating func take(_ figures: [DashboardFigure], _ region: String) {
    guard region == scope.region else { return }
    codes = (region, figures)
    layOut()
  }

  /// Places everything for the size, and keeps the selection in sight.
  mutating func layOut() {
    let kit = BoardWords(words: FigureWords(language: language), reference: reference, scope: scope, today: today)
    switch board {
    case .targets(let board): plan = TargetsPage(board, kit).plan(size)
    case .enterprises(let board):
      plan = EnterprisesPage(board: board, codes: codes?.figures, kit: kit).plan(size)
    case .projects(let board): plan = ProjectsPage(board: board, kit: kit).plan(size)
    case nil: plan = BoardPlan([])
    }
    var place = place
    place.show(in: plan, height: size.height)
    self.place = place
  }

  package mutating func resize(_ size: Size, _ services: Services) throws {
    guard size != self.size else { return }
    self.size = size
    layOut()
  }

  // MARK: what is selected

  func figure(_ key: String) -> DashboardFigure? {
    board?.figures.first { $0.key == key } ?? codes?.figures.first { $0.key == key }
  }

  var selected: DashboardFigure? { place.spot.flatMap(figure) }

  /// The indicator of a spot: `started`, `started/quarter`, `absent/audits`.
  func indicator(_ spot: String) -> Indicator? {
    let parts = spot.split(separator: "/").map(String.init)
    guard view == .targets, let first = parts.first else { return nil }
    return Indicators.named(first == "absent" && parts.count > 1 ? parts[1] : first, in: reference)
  }

  // MARK: drawing

  package func draw(in canvas: inout Canvas, _ look: Look) {
    canvas.fill(canvas.bounds)
    plan.draw(place, in: &canvas, look)
    if let picker { RegionChoices.draw(picker, in: &canvas, look) }
  }
}
