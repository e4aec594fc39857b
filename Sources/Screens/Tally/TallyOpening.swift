import Domain
import UseCases
import Widgets

extension TallyScreen {
  /// Opens what is under the cursor: the records behind a cell, asking between lists where there are several.
  mutating func open(_ services: Services) throws -> [Effect] {
    guard let tally, let row, let column else { return [] }
    if columnID == "target" { return openTarget(row, services) }
    var lists = official(row, column) ?? []
    if lists.isEmpty {
      if case .none(let reason)? = cell?.content { return [.say(reason)] }
      lists = tally.records(row, column, span)
    }
    // Nothing is asked about a list with nothing in it.
    if lists.count > 1 {
      let known = lists
      lists = try services.store.read { library in
        try known.filter { try library.totals($0.query.register, where: $0.query.filter, sums: []).count > 0 }
      }
      if lists.isEmpty { lists = Array(known.prefix(1)) }
    }
    guard !lists.isEmpty else { return [.say(Label(zh: "这里没有明细", en: "There are no records behind it"))] }
    asked = lists
    guard lists.count > 1 else { return show(0, services) }
    return [.ask("list", .choose(title: row.indicator.label, items: lists.map(\.label), current: 0))]
  }

  /// An official value is exactly its region's: no sum of those below.
  private func official(_ row: Tally.Row, _ column: Tally.Column) -> [FigureList]? {
    guard case .statistics = row.indicator.source else { return nil }
    let meant = FigureCodes.meant(row.indicator.id)
    let series = [row.indicator.id, column.id, meant.reading, meant.scope].joined(separator: "/")
    let filter = Filter.where("series", .equal, .text(series))
      .and("period_end", .lessOrEqual, .day(tally?.through ?? query.quarter.lastDay))
    return [
      FigureList(
        label: row.indicator.label, sign: 1,
        query: Query(register: OfficialValue.schema.id, filter: filter, sort: OfficialValue.layout.sort))
    ]
  }

  private func openTarget(_ row: Tally.Row, _ services: Services) -> [Effect] {
    let isYearly = span != .cumulative
    let period = RegionTarget.period(
      span: isYearly ? "yearly" : "cumulative",
      year: isYearly ? query.quarter.year : row.indicator.schedule.deadline.year)
    let series = RegionTarget.series(indicator: row.indicator.id, period: period)
    let filter = Filter.where("series", .equal, .text(series)).and("region", .equal, .text(query.region))
    let title = Label(
      zh: "\(tally?.scope.zh ?? "") \(row.indicator.label.zh)的目标", en: "Targets of \(row.indicator.label.en)")
    return [.open(LibraryScreen(Register(RegionTarget.self), tab: tab, services, fixed: filter, title: title))]
  }

  /// The list of that place among those asked about, under a heading that says what it is.
  func show(_ index: Int, _ services: Services) -> [Effect] {
    guard asked.indices.contains(index), let register = Registers.named(asked[index].query.register), let row,
      let column, let tally
    else { return [] }
    let list = asked[index]
    let place = column.part == .whole ? tally.scope : column.label
    let quarter = query.quarter.label
    // Figures that were locked, or are looked back at, may have other records behind them by now.
    let now =
      column.lock.isLocked || query.at != nil
      ? Label(zh: "（明细为现状）", en: " (records as they are now)") : Label(zh: "", en: "")
    // Which years a firm lacks is no condition of a list: the list shows who is to be asked, too.
    let isEstimate = if case .estimate = row.indicator.source { true } else { false }
    let all =
      isEstimate
      ? Label(zh: "（全部重点用能企业，含未覆盖）", en: " (all key users, covered or not)") : Label(zh: "", en: "")
    let title = Label(
      zh: "\(quarter.zh) \(place.zh) \(row.indicator.label.zh) \(span.label.zh)"
        + (asked.count > 1 ? " " + list.label.zh : "") + all.zh + now.zh,
      en: "\(row.indicator.label.en), \(place.en), \(quarter.en), \(span.label.en)"
        + (asked.count > 1 ? ": " + list.label.en : "") + all.en + now.en)
    return [.open(LibraryScreen(register, tab: tab, services, fixed: list.query.filter, title: title))]
  }
}
