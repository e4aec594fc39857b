import Domain
import Terminal
import UseCases
import Widgets

/// 数据包: where this library stands with the others: what went and came, what they have applied, what waits.
package struct PackagesScreen: Screen {
  package let tab: TabID
  let id: RecordID
  let reference: ReferenceTables
  let isLocal: Bool
  var folder: String
  var state: PackageState?
  /// Records that the next package for a library would hold; a library that is absent is being counted.
  var waiting: [RecordID: Int] = [:]
  var table: TableView
  var size = Size(width: 80, height: 21)
  var language: Language

  /// Throws `NotAllowed` for whom packages are not.
  package init(tab: TabID, _ services: Services) throws {
    try Permission.anywhere(.upkeep, "packages", as: services.environment)
    self.tab = tab
    id = services.environment.newID()
    reference = services.reference
    isLocal = services.files != nil
    folder = services.files?.start ?? ""
    language = services.language
    table = TableView(columns: [])
  }

  package static var actions: ActionTable<PackagesScreen> { PackagesActions.table }

  // MARK: reading

  package mutating func refresh(_ services: Services) throws {
    language = services.language
    state = try PackageState.read(in: services.store, as: services.environment)
    setColumns()
    table.reload(rows) { _ in nil }
    count(services)
  }

  /// What waits is looked for beside the screen.
  private func count(_ services: Services) {
    let (id, cards) = (id, state?.partners.map(\.card) ?? [])
    services.launch(
      Job(lane: "packages.\(id.text)") { isCancelled in
        var found: [RecordID: Int] = [:]
        for card in cards where !isCancelled() {
          found[card.id] = try? SendPackage.waiting(for: card, in: services.store, as: services.environment)
        }
        let waiting = found
        return { app in app.update(PackagesScreen.self) { if $0.id == id { $0.waiting = waiting } } }
      })
  }

  package mutating func resize(_ size: Size, _ services: Services) throws {
    self.size = size
    table.fit(areas.table.size)
  }

  /// The library under the cursor.
  var current: PackageState.Partner? {
    guard let partners = state?.partners, partners.indices.contains(table.place.cursor) else { return nil }
    return partners[table.place.cursor]
  }

  func name(_ region: String) -> String { reference.name(.region, region, language) ?? region }

  package var status: Widgets.Frame.Message? {
    guard let state else { return nil }
    let open = state.partners.count { ($0.sent) > $0.acknowledged }
    let text = Label(
      zh: "本库：\(name(state.card.region))  往来库\(state.partners.count)个" + (open > 0 ? "，\(open)个还没有回执" : ""),
      en: "this library: \(name(state.card.region)); \(counted(state.partners.count, "library", "libraries")) known"
        + (open > 0 ? ", \(open) without a receipt yet" : ""))
    return Widgets.Frame.Message(CleanText(text[language]))
  }

  package mutating func handle(_ event: Event, _ services: Services) throws -> [Effect] {
    if case .open = table.handle(event, rows) { return try perform("packages.open", services) }
    return []
  }

  package func explanation(_ services: Services) -> Question? {
    .show(
      title: Label(zh: "数据包", en: "Packages"),
      text: Label(
        zh: """
          没有网络的库用数据包与上下级往来：包里是上次以来的修改及其历史，有发出库的签名。已发：我们发出的最后一号；对方已收：
          对方回执到第几号；已收：我们收下的最后一号；待发：下一个包将带去的记录。回执就是反方向的数据包。I 收包，先逐条核对；
          x 做下一个包。名片与移交用 sanku package card、trust、handover。
          """,
        en: """
          Libraries without a line exchange packages: the changes since the last one with their history, signed by the \
          sender. Sent: our last number; they have: how far their receipts go; received: the last that we applied; \
          waiting: records that the next package would take along. A receipt is a package the other way. I takes one in, \
          after an account of every record; x makes the next one. Cards and hand-overs: sanku package card, trust, handover.
          """))
  }
}
