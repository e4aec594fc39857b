import Domain
import Terminal
import UseCases
import Widgets

/// 锁定: what is still open before a quarter is locked, region by region; locking, locking for others, unlocking.
package struct LockScreen: Screen {
  let reference: ReferenceTables
  let today: Day
  let region: String
  let quarter: Quarter
  let edition: TallyQuery.Edition
  /// Why the person locks or unlocks nothing.
  let refusal: (lock: Label?, unlock: Label?)
  var outlook: QuarterOutlook?
  var table: TableView
  var message: (label: Label, kind: Widgets.Frame.Message.Kind)?
  var size = Size(width: 80, height: 21)
  var language: Language

  init(region: String, quarter: Quarter, edition: TallyQuery.Edition, _ services: Services) {
    self.region = region
    self.quarter = quarter
    self.edition = edition
    reference = services.reference
    refusal = (
      Permission.refusal([.lock], QuarterRecord.schema.id, as: services.environment),
      UnlockQuarter.refusal(region, in: services.store, as: services.environment)
    )
    today = services.today
    language = services.language
    table = TableView(columns: Self.columns(services.language))
  }

  package static var actions: ActionTable<LockScreen> { LockActions.table }
  package var tab: TabID { .tally }

  package mutating func refresh(_ services: Services) throws {
    language = services.language
    table.columns = Self.columns(language)
    outlook = try ReadQuarter.run(quarter, region: region, edition: edition, in: services.store)
    let codes = parts.map(\.region.code)
    let source = source
    table.reload(source) { codes.firstIndex(of: $0) }
  }

  package mutating func resize(_ size: Size, _ services: Services) throws {
    self.size = size
    table.fit(under: 1, size)
  }

  var parts: [QuarterOutlook.Part] { outlook?.parts ?? [] }
  var current: QuarterOutlook.Part? {
    parts.indices.contains(table.place.cursor) ? parts[table.place.cursor] : nil
  }

  private static func columns(_ language: Language) -> [TableColumn] {
    func column(_ id: String, _ zh: String, _ en: String, _ width: Int, _ align: Canvas.Alignment = .right)
      -> TableColumn
    {
      TableColumn(id, title: CleanText(Label(zh: zh, en: en)[language]), width: .fixed(width), align: align)
    }
    return [
      TableColumn("region", title: CleanText(Label(zh: "地区", en: "Region")[language]), width: .flex(min: 16)),
      column("state", "状态", "State", 26, .left), column("by", "锁定人", "By", 8, .left),
      column("unreported", "未报", "Missing", 7), column("filing", "在审", "Filing", 7),
      column("unconfirmed", "待确认", "To confirm", 10),
    ]
  }

  var source: TableSource {
    let parts = parts
    return TableSource(count: parts.count) { range in parts[range.clamped(to: parts.indices)].map(row) }
  }

  private func row(_ part: QuarterOutlook.Part) -> TableRow {
    let indent = part.region.code == region ? "" : part.region.level == .county ? "    " : "  "
    let state: Label
    if let lock = part.lock {
      state =
        LockState.locked(
          version: lock.version, on: lock.lockedOn, by: lock.lockedBy, isUnreported: lock.isUnreported
        ).label
    } else {
      state =
        part.versions.isEmpty
        ? LockState.open.label : Label(zh: "已解锁，曾锁\(part.versions.count)版", en: "unlocked again")
    }
    func count(_ number: Int) -> TableCell {
      TableCell(CleanText(number == 0 ? "—" : thin(number)), style: number == 0 ? .dim : .warning)
    }
    return TableRow(
      id: part.region.code,
      cells: [
        TableCell(CleanText(indent + part.region.name)),
        TableCell(CleanText(state[language]), style: part.lock == nil ? nil : Style(.good)),
        TableCell(CleanText(part.lock?.lockedBy ?? "")), count(part.unreported), count(part.inFiling),
        count(part.unconfirmed),
      ])
  }

  package func draw(in canvas: inout Canvas, _ look: Look) {
    table.draw(in: &canvas, source: source, look: look) { canvas in
      let open = parts.count { $0.lock == nil }
      let place = RegionChoices.name(of: region, reference)
      let named = edition == .annual ? edition.label : Label(zh: "", en: "")
      let text = Label(
        zh: "锁定  \(quarter.label.zh)\(named.zh)  \(place.zh)  未锁定\(open)/\(parts.count)个地区",
        en: "Locks of \(quarter.label.en) \(named.en)  \(place.en)  \(open) of \(parts.count) open")
      canvas.putHeading(CleanText(text[language]))
    }
  }

  package var status: Widgets.Frame.Message? {
    if let message { return Widgets.Frame.Message(CleanText(message.label[language]), kind: message.kind) }
    guard let outlook else { return nil }
    let text = Label(
      zh: "报送截止\(outlook.due.label.zh)；\(outlook.graceEnds.label.zh)起上级可代锁",
      en: "Reports due \(outlook.due.iso); from \(outlook.graceEnds.iso) the tier above may lock")
    return Widgets.Frame.Message(CleanText(text[language]))
  }

  package func explanation(_ services: Services) -> Question? {
    .show(
      title: Label(zh: "锁定", en: "Locking"),
      text: Label(
        zh: "自下而上：县、市、省。锁定后这一季的数字不再变，以后的更正另列；上级的数是下级之和。\n"
          + "过了截止日和宽限，上级可以代锁，标“未报”。解锁由省级主管写明理由，再锁为下一版。",
        en: "From below: county, city, province. A locked quarter's figures stay; later corrections are listed apart.\n"
          + "After the due day and grace the tier above may lock. The province's supervisor unlocks, with a reason."))
  }
}
