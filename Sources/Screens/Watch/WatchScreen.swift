import Domain
import Terminal
import UseCases
import Widgets

/// 督办: everything that waits for somebody in a region, matter by matter, each row opening its record.
package struct WatchScreen: Screen {
  enum Pane: Hashable { case matters, rows }

  /// How many of each matter stand in the list of all.
  static let most = 20

  let id: RecordID
  let reference: ReferenceTables
  let today: Day
  let top: String
  let mayInspect: Bool
  let writing: [String: Writing]
  var region: String
  /// The matter looked at, by its place in `MattersOf.all`; nil is all of them.
  var current: Int?
  /// How many wait, by matter; filled beside the screen.
  var counts: [String: Int] = [:]
  var pane = Pane.rows
  /// Rows at hand: of all matters the first ones, of one matter a window that begins at `first`.
  var rows: [MatterRow] = []
  var first = 0
  var total = 0
  var cursor = 0
  var topRow = 0
  var topMatter = 0
  var picker: Picker?
  /// Whom to call about the row under the cursor.
  var contact = ""
  /// Clerks by region, read with the list.
  var clerks: [String: [ChaseList.Contact]] = [:]
  var size = Size(width: 80, height: 21)
  var language: Language

  /// Begins with all matters of the person's own region; how many wait is counted beside the screen.
  package init(_ services: Services) {
    id = services.environment.newID()
    reference = services.reference
    today = services.today
    language = services.language
    top = services.store.info.region
    region = Self.home(services)
    writing = Writing.all(services)
    mayInspect = services.environment.access.mayAnywhere(.inspect, Inspection.schema.id)
  }

  /// The person's own region, as far as it lies in the library's.
  static func home(_ services: Services) -> String {
    let top = services.store.info.region
    let own = services.environment.actor.region ?? top
    return services.reference.regions.isIn(own, top) ? own : top
  }

  package static var actions: ActionTable<WatchScreen> { WatchActions.table }
  package var tab: TabID { .watch }
  package var ownsKeys: Bool { picker != nil }
  package var isTyping: Bool { picker != nil }

  static var matters: [Matter] { MattersOf.all }

  var matter: Matter? { current.map { Self.matters[$0] } }

  /// The row under the cursor.
  var row: MatterRow? {
    rows.indices.contains(cursor - first) ? rows[cursor - first] : nil
  }

  /// How many wait in all, as far as they are counted.
  var waiting: Int? {
    let known = Self.matters.compactMap { counts[$0.id] }
    return known.count == Self.matters.count ? known.reduce(0, +) : nil
  }

  package var status: Widgets.Frame.Message? {
    let call = pane == .rows && !contact.isEmpty ? "  " + contact : ""
    if let matter {
      let said = Label(
        zh: "\(matter.label.zh)  第\(thin(total == 0 ? 0 : cursor + 1))/\(thin(total))项",
        en: "\(matter.label.en), \(thin(total == 0 ? 0 : cursor + 1)) of \(thin(total))")
      return Widgets.Frame.Message(CleanText(" " + said[language] + call))
    }
    if waiting == 0 {
      return Widgets.Frame.Message(
        CleanText(Label(zh: "没有需要督办的事项", en: "Nothing waits for anybody")[language]), kind: .good)
    }
    let isCut = Self.matters.contains { counts[$0.id] ?? 0 > Self.most }
    let all = waiting.map { thin($0) } ?? "…"
    let cut =
      call.isEmpty
      ? Label(zh: "，每类先列\(Self.most)项，左侧选一类看全部", en: ", \(Self.most) of each; choose one at the left for all")
      : Label(zh: "，每类先列\(Self.most)项", en: ", \(Self.most) of each")
    let said = Label(zh: "督办事项 \(all)项，按期限", en: "\(all) matters by deadline")
    return Widgets.Frame.Message(CleanText(" " + said[language] + (isCut ? cut[language] : "") + call))
  }

  // MARK: reading

  package mutating func refresh(_ services: Services) throws {
    language = services.language
    clerks = try MatterContact.clerks(in: region, services.store)
    try load(services)
    countBeside(services)
  }

  /// Reads the rows of what is chosen, the cursor kept where it was.
  mutating func load(_ services: Services) throws {
    if let matter {
      let list = try services.store.list(MattersOf.query(matter, region: region, reference, today: today))
      total = try list.count()
      cursor = min(cursor, max(0, total - 1))
      try window(services)
    } else {
      var all: [MatterRow] = []
      for matter in Self.matters {
        let list = try services.store.list(MattersOf.query(matter, region: region, reference, today: today))
        all += try MattersOf.rows(matter, 0..<Self.most, of: list, in: services.store, today: today)
      }
      // What has no day comes last; of one day, in the order of the matters.
      rows = all.enumerated().sorted {
        ($0.element.due ?? .last, $0.offset) < ($1.element.due ?? .last, $1.offset)
      }.map(\.element)
      (first, total) = (0, rows.count)
      cursor = min(cursor, max(0, total - 1))
    }
    settle()
    try findContact(services)
  }

  /// Whom to call about the row under the cursor.
  mutating func findContact(_ services: Services) throws {
    guard let row else { return contact = "" }
    let found = try services.store.read { try MatterContact.read(row, clerks: clerks, in: $0) }
    contact = found.line(reference.regions, row.region, language)
  }

  /// Rows around the cursor of one matter: a page before it and two behind.
  private mutating func window(_ services: Services) throws {
    guard let matter else { return }
    let page = max(1, pageRows)
    let from = max(0, cursor - page)
    let list = try services.store.list(MattersOf.query(matter, region: region, reference, today: today))
    rows = try MattersOf.rows(
      matter, from..<min(total, cursor + 2 * page), of: list, in: services.store, today: today)
    first = from
  }

  /// Reads on where the page has left what is at hand.
  mutating func reach(_ services: Services) throws {
    settle()
    guard current != nil, topRow < first || min(total, topRow + pageRows) > first + rows.count else { return }
    try window(services)
  }

  private func countBeside(_ services: Services) {
    let (id, store, region, today) = (id, services.store, region, today)
    services.launch(
      Job(lane: JobRunner.counting + "watch.\(id.text)") { isCancelled in
        do {
          var counts: [String: Int] = [:]
          for matter in Self.matters {
            if isCancelled() { return { _ in } }
            counts[matter.id] = try MattersOf.count(matter, region: region, in: store, today: today)
          }
          let counted = counts
          return { app in app.update(WatchScreen.self) { if $0.id == id { $0.counts = counted } } }
        } catch {
          return { app in app.say(Trouble.message(error), .error) }
        }
      })
  }

  package mutating func resize(_ size: Size, _ services: Services) throws {
    guard size != self.size else { return }
    self.size = size
    if total > 0 { try reach(services) }
    settle()
  }

  // MARK: places

  var areas: (matters: Rect, rows: Rect, isSplit: Bool) {
    let whole = Rect(x: 0, y: 0, width: size.width, height: size.height)
    guard size.width >= 60 else { return (whole, whole, false) }
    let left = language == .zh ? 22 : 30
    return (
      Rect(x: 0, y: 0, width: left, height: size.height),
      Rect(x: left + 2, y: 0, width: size.width - left - 2, height: size.height), true
    )
  }

  /// Rows below the heading.
  var pageRows: Int { max(1, size.height - 1) }

  mutating func settle() {
    topRow = min(max(topRow, cursor - pageRows + 1), cursor)
    topRow = max(0, min(topRow, total - pageRows))
    let place = current.map { $0 + 1 } ?? 0
    topMatter = min(max(topMatter, place - size.height + 2), place)
  }

  package var bearings: [String]? { ["watch", region, matter?.id ?? ""] }

  package mutating func stand(at bearings: [String], _ services: Services) throws {
    guard bearings.count > 2, bearings[0] == "watch" else { return }
    if reference.regions.isIn(bearings[1], top) { region = bearings[1] }
    current = Self.matters.firstIndex { $0.id == bearings[2] }
    try refresh(services)
  }

  package func explanation(_ services: Services) -> Question? {
    guard let matter = matter ?? row.flatMap({ row in Self.matters.first { $0.id == row.matter } }),
      let register = Registers.named(matter.register)
    else { return nil }
    let filter = matter.filter(on: today, reference.settings)
    func text(_ language: Language) -> String {
      [
        Label(zh: "清单：\(register.label.zh)", en: "List: \(register.label.en)")[language],
        Label(zh: "条件：", en: "Condition: ")[language] + filter.sentence(register, reference, language),
        Label(zh: "期限：", en: "Deadline: ")[language]
          + (matter.due.flatMap { register.field($0)?.label[language] } ?? Label(zh: "不限", en: "none")[language]),
        Label(zh: "条款：\(register.clause)", en: "Clause: \(register.clause)")[language],
      ].joined(separator: "\n")
    }
    return .show(title: matter.label, text: Label(zh: text(.zh), en: text(.en)), clause: register.clause)
  }
}
