import Domain
import Terminal
import UseCases
import Widgets

/// 锁定后更正: what was changed in a quarter after it was locked - what, by how much, who, why, and whether it is confirmed.
package struct CorrectionsScreen: Screen {
  let region: String
  let quarter: Quarter
  let edition: TallyQuery.Edition
  let reference: ReferenceTables
  /// Why the person confirms nothing.
  let refusal: Label?
  var corrections: [Correction] = []
  var table: TableView
  var message: (label: Label, kind: Widgets.Frame.Message.Kind)?
  var size = Size(width: 80, height: 21)
  var language: Language

  init(region: String, quarter: Quarter, edition: TallyQuery.Edition, _ services: Services) {
    (self.region, self.quarter, self.edition) = (region, quarter, edition)
    reference = services.reference
    refusal = Permission.refusal([.confirm], QuarterRecord.schema.id, as: services.environment)
    language = services.language
    table = TableView(columns: Self.columns(services.language))
    table.emptyMessage = CleanText(Label(zh: "锁定后没有更正", en: "Nothing was corrected")[services.language])
  }

  package static var actions: ActionTable<CorrectionsScreen> {
    Common.table([
      act(
        "corrections.open", "打开记录", "Open the record", ["Enter"], short: ("打开", "open"), rank: 1,
        disabled: { $0.current == nil ? Label(zh: "没有更正", en: "Nothing was corrected").caption : nil }),
      act(
        "corrections.confirm", "确认这一处更正", "Confirm this correction", ["a"], twin: "F9", short: ("确认", "confirm"),
        rank: 2, disabled: cannotConfirm),
      act(
        "corrections.all", "确认全部", "Confirm all", ["A"], twin: "F10", short: ("全部确认", "confirm all"), rank: 3,
        disabled: cannotConfirm),
      act(
        "corrections.compare", "比较各版", "Compare the versions", ["V"], twin: "F5", short: ("比版本", "versions"), rank: 4),
    ])
  }

  private static let act = ActionMaker<CorrectionsScreen>("更正", "Corrections")

  private static let cannotConfirm: @Sendable (CorrectionsScreen) -> Caption? = { screen in
    if let refusal = screen.refusal { return refusal.caption }
    return screen.current == nil ? Label(zh: "没有更正", en: "Nothing was corrected").caption : nil
  }

  package var tab: TabID { .tally }

  package mutating func refresh(_ services: Services) throws {
    language = services.language
    table.columns = Self.columns(language)
    corrections = try ReadCorrections.run(quarter, region: region, edition: edition, in: services.store)
    table.go(to: table.place.cursor, source)
  }

  package mutating func resize(_ size: Size, _ services: Services) throws {
    self.size = size
    table.fit(under: 1, size)
  }

  private var current: Correction? {
    corrections.indices.contains(table.place.cursor) ? corrections[table.place.cursor] : nil
  }

  private static func columns(_ language: Language) -> [TableColumn] {
    func column(_ id: String, _ zh: String, _ en: String, _ width: Int) -> TableColumn {
      TableColumn(id, title: CleanText(Label(zh: zh, en: en)[language]), width: .fixed(width))
    }
    return [
      TableColumn("title", title: CleanText(Label(zh: "记录", en: "Record")[language]), width: .flex(min: 16)),
      column("when", "时间", "When", 16), column("who", "谁", "Who", 8), column("change", "更正", "Change", 24),
      column("state", "确认", "Confirmed", 10),
    ]
  }

  private var source: TableSource {
    let corrections = corrections
    return TableSource(count: corrections.count) { range in
      range.clamped(to: corrections.indices).map { place in row(corrections[place], place) }
    }
  }

  private func row(_ correction: Correction, _ place: Int) -> TableRow {
    let state: Label
    switch correction.confirmation {
    case .decided: state = Label(zh: "经审核", en: "decided")
    case .wanted: state = Label(zh: "待确认", en: "wanted")
    case .confirmed(_, let day): state = Label(zh: "\(day.parts.month)月\(day.parts.day)日确认", en: day.iso)
    }
    return TableRow(
      id: "\(place)",
      cells: [
        TableCell(CleanText(correction.title)), TableCell(CleanText(correction.entry.at.local)),
        TableCell(CleanText(correction.entry.person)), TableCell(CleanText(differences(correction).first ?? "")),
        TableCell(CleanText(state[language]), style: correction.confirmation == .wanted ? .warning : nil),
      ])
  }

  /// Each indicator with its difference; what only moved between quarters shows the quarter's.
  private func differences(_ correction: Correction) -> [String] {
    let words = TallyWords(language: language, span: .cumulative)
    return correction.parts.map { part in
      let isMoved = part.differences.cumulative == .zero
      let amount = isMoved ? part.differences.period : part.differences.cumulative
      let sign = amount > .zero ? "+" : ""
      return part.indicator.label[language] + (isMoved ? Label(zh: "(本季)", en: " (quarter)")[language] : "")
        + " \(sign)\(words.amount(amount, part.indicator))\(part.indicator.unit[language])"
    }
  }

  package mutating func perform(_ action: String, _ services: Services) throws -> [Effect] {
    message = nil
    switch action {
    case "corrections.open":
      guard let current, let register = Registers.named(current.register), let id = current.record else { return [] }
      return [.open(RecordScreen(register, id, tab: tab, services))]
    case "corrections.compare": return [.open(VersionsScreen(region: region, quarter: quarter, services))]
    case "corrections.confirm", "corrections.all":
      let entries: Set<Int>? = action == "corrections.all" ? nil : current.map { [$0.entry.sequence] } ?? []
      do {
        let count = try ConfirmCorrections.run(
          quarter, region: region, edition: edition, entries: entries, in: services.store, as: services.environment)
        try refresh(services)
        message = (Label(zh: "已确认\(count)处更正", en: "\(counted(count, "correction")) confirmed"), .good)
      } catch let problem as TextProblem {
        message = (problem.message, .error)
      } catch let refusal as NotAllowed {
        message = (refusal.message, .error)
      }
    default: break
    }
    return []
  }

  package mutating func handle(_ event: Event, _ services: Services) throws -> [Effect] {
    message = nil
    let event = event.seen(from: TableView.origin(size))
    let source = source
    if case .open = table.handle(event, source) { return try perform("corrections.open", services) }
    return []
  }

  package func draw(in canvas: inout Canvas, _ look: Look) {
    table.draw(in: &canvas, source: source, look: look) { canvas in
      let place = RegionChoices.name(of: region, reference)
      let text = Label(
        zh: "锁定后更正  \(quarter.label.zh)  \(place.zh)  \(corrections.count)处",
        en: "Corrected since the lock  \(quarter.label.en)  \(place.en)  \(corrections.count)")
      canvas.putHeading(CleanText(text[language]))
    }
  }

  /// Why, and every indicator that it changed.
  package var status: Widgets.Frame.Message? {
    if let message { return Widgets.Frame.Message(CleanText(message.label[language]), kind: message.kind) }
    guard let current else { return nil }
    let why =
      current.entry.note.isEmpty
      ? Label(zh: current.isLate ? "补报" : "未写理由", en: current.isLate ? "reported late" : "no reason")[language]
      : current.entry.note
    return Widgets.Frame.Message(
      CleanText(([why] + differences(current)).joined(separator: language == .zh ? "；" : "; ")))
  }
}
