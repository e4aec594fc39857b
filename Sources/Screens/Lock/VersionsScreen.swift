import Domain
import Terminal
import UseCases
import Widgets

/// 比较各版: two versions of a locked quarter side by side - old, new, difference, by indicator and region.
package struct VersionsScreen: Screen {
  let region: String
  let quarter: Quarter
  let reference: ReferenceTables
  var versions: [QuarterLock] = []
  /// Which two are shown, counted from the latest two.
  var turn = 0
  var span = TallySpan.cumulative
  var differences: [CompareVersions.Difference] = []
  var table: TableView
  var size = Size(width: 80, height: 21)
  var language: Language

  init(region: String, quarter: Quarter, _ services: Services) {
    (self.region, self.quarter) = (region, quarter)
    reference = services.reference
    language = services.language
    table = TableView(columns: [])
  }

  package static var actions: ActionTable<VersionsScreen> {
    Common.table([
      act(
        "versions.next", "换两版来比", "Compare two others", ["V"], twin: "F5", short: ("换两版", "others"), rank: 1,
        disabled: { screen in
          screen.pairs.count > 1 ? nil : Label(zh: "没有别的版本", en: "There are no other versions").caption
        }),
      act(
        "versions.span", "累计、年度、本季", "Cumulative, year or quarter", ["m"], twin: "F4", short: ("年度/累计", "span"), rank: 2
      ),
    ])
  }

  private static let act = ActionMaker<VersionsScreen>("比较各版", "Versions")

  package var tab: TabID { .tally }

  /// The latest two first; then the others, later ones before earlier ones.
  var pairs: [(old: QuarterLock, new: QuarterLock)] {
    versions.indices.reversed().flatMap { new in
      (0..<new).reversed().map { (versions[$0], versions[new]) }
    }
  }

  private var pair: (old: QuarterLock, new: QuarterLock)? { pairs.isEmpty ? nil : pairs[turn % pairs.count] }

  /// What differs in the span that is shown.
  private var shown: [CompareVersions.Difference] { differences.filter { $0.differs(span) } }

  package mutating func refresh(_ services: Services) throws {
    language = services.language
    versions = try CompareVersions.versions(region, quarter, in: services.store)
    differences =
      try pair.map { try CompareVersions.run($0.old, $0.new, in: services.store, today: services.today) } ?? []
    arrange()
  }

  private mutating func arrange() {
    table.columns = columns
    table.emptyMessage = CleanText(
      (pair == nil
        ? Label(zh: "只有一版或没有锁定，无可比较", en: "There are no two versions to compare")
        : Label(zh: "这两版\(span.label.zh)数相同", en: "Both versions have the same figures (\(span.label.en))"))[language])
    table.go(to: table.place.cursor, source)
  }

  package mutating func resize(_ size: Size, _ services: Services) throws {
    self.size = size
    table.fit(under: 2, size)
  }

  /// Lines of the heading: what is compared, and which two.
  private var columns: [TableColumn] {
    func column(_ id: String, _ label: Label, _ width: Int) -> TableColumn {
      TableColumn(id, title: CleanText(label[language]), width: .fixed(width), align: .right)
    }
    let named = pair.map { ($0.old.name, $0.new.name) } ?? (Label(zh: "旧", en: "Old"), Label(zh: "新", en: "New"))
    return [
      TableColumn(
        "indicator", title: CleanText(Label(zh: "指标", en: "Indicator")[language]), width: .flex(min: 18)),
      TableColumn("region", title: CleanText(Label(zh: "地区", en: "Region")[language]), width: .fixed(9)),
      column("old", language == .zh ? named.0 : Label(zh: "", en: "old"), 15),
      column("new", language == .zh ? named.1 : Label(zh: "", en: "new"), 15),
      column("difference", Label(zh: "差额", en: "Difference"), 12),
    ]
  }

  private var source: TableSource {
    let shown = shown
    let words = TallyWords(language: language, span: span)
    return TableSource(count: shown.count) { range in
      range.clamped(to: shown.indices).map { place in row(shown[place], words) }
    }
  }

  private func row(_ one: CompareVersions.Difference, _ words: TallyWords) -> TableRow {
    let difference = one.difference(span) ?? "—"
    return TableRow(
      id: "\(one.indicator.id)/\(one.column.part)/\(one.column.id)",
      cells: [
        TableCell(CleanText(words.name(one.indicator))), TableCell(CleanText(one.column.label[language])),
        TableCell(CleanText(one.old.exact(span, one.indicator))),
        TableCell(CleanText(one.new.exact(span, one.indicator))),
        TableCell(CleanText(difference.hasPrefix("-") || difference == "—" ? difference : "+" + difference)),
      ])
  }

  package mutating func perform(_ action: String, _ services: Services) throws -> [Effect] {
    switch action {
    case "versions.next":
      turn = (turn + 1) % max(1, pairs.count)
      table.go(to: 0, source)
      try refresh(services)
    case "versions.span":
      span = span.next
      arrange()
    default: break
    }
    return []
  }

  package mutating func handle(_ event: Event, _ services: Services) throws -> [Effect] {
    let event = event.seen(from: TableView.origin(size, lines: 2))
    _ = table.handle(event, source)
    return []
  }

  package func draw(in canvas: inout Canvas, _ look: Look) {
    table.draw(in: &canvas, under: 2, source: source, look: look) { canvas in
      let place = RegionChoices.name(of: region, reference)
      let text = Label(
        zh: "比较各版  \(quarter.label.zh)  \(place.zh)  \(span.label.zh)  \(shown.count)处不同",
        en: "Versions of \(quarter.label.en)  \(place.en)  \(span.label.en)  \(shown.count) differ")
      canvas.putHeading(CleanText(text[language]))
      guard let pair else { return }
      let two = Label(
        zh: "\(said(pair.old).zh) → \(said(pair.new).zh)", en: "\(said(pair.old).en) → \(said(pair.new).en)")
      canvas.putHeading(CleanText(two[language]), y: 1, style: .dim)
    }
  }

  private func said(_ lock: QuarterLock) -> Label {
    let undone = lock.unlockedAt == nil ? Label(zh: "", en: "") : Label(zh: "，已解锁", en: ", unlocked")
    return Label(
      zh: "\(lock.name.zh)(\(lock.lockedOn.label.zh) \(lock.lockedBy)\(undone.zh))",
      en: "\(lock.name.en) (\(lock.lockedOn.iso) \(lock.lockedBy)\(undone.en))")
  }

  package var status: Widgets.Frame.Message? {
    guard shown.indices.contains(table.place.cursor) else { return nil }
    let one = shown[table.place.cursor]
    let rule = one.indicator.rule[language]
    return Widgets.Frame.Message(CleanText(one.indicator.label[language] + (language == .zh ? "：" : ": ") + rule))
  }
}
