/// All rules of a catalogue item; ids are permanent.
extension CatalogueItem {
  /// Place and days, then figures, then what uses it.
  package static let rules: [Rule<CatalogueItem>] = [
    CommonRules.ownRegion("R231", \.region),
    CommonRules.past("R232", [("published_on", \.publishedOn), ("withdrawn_on", \.withdrawnOn)]),
    CommonRules.order("R233", [("published_on", \.publishedOn), ("withdrawn_on", \.withdrawnOn)]),
    CommonRules.once("R234", "目录编号不重复", "A number is given once", key: \.number, fields: ["number"]),
    Rule(
      "R235", .record, .error, "比例在0至100之间", "Shares are between 0 and 100",
      fields: ["saving_rate", "share_now", "share_expected"]
    ) { item, _ in
      let rates: [(String, Amount?)] = [
        ("saving_rate", item.savingRate), ("share_now", item.shareNow), ("share_expected", item.shareExpected),
      ]
      return rates.compactMap { field, rate in
        guard let rate, rate > Amount(100) else { return nil }
        return .init("\(rate.plain)%大于100%，请改正", "\(rate.plain) % is above 100 %; correct it", fields: [field])
      }
    },
    Rule(
      "R236", .record, .warning, "回收期应与单位投资、节能量相称", "The payback fits investment and saving",
      fields: ["payback", "unit_investment", "unit_saving"]
    ) { item, _ in
      // A tonne of standard coal is worth between 0.05 and 0.5 in ten thousand yuan.
      guard let years = item.payback, let money = item.unitInvestment, let saving = item.unitSaving,
        saving > .zero, years > .zero, let perYear = money.divided(by: years), let worth = perYear.divided(by: saving),
        worth < Amount(scaled: Amount.scale / 20) || worth > Amount(scaled: Amount.scale / 2)
      else { return [] }
      return [
        .init(
          "按所填数据每吨标准煤值\(worth.grouped)万元，请核对投资、节能量和回收期",
          "A tonne of standard coal would be worth \(worth.grouped) ten thousand yuan; check the figures")
      ]
    },
    Rule(
      "R237", .record, .warning, "目录条目应有适用行业", "An item says which sectors it fits", fields: ["sectors.sector"]
    ) { item, _ in
      guard item.sectors.isEmpty else { return [] }
      return [.init("没有填适用行业，企业查不到它；请补充", "It names no sector, so that nobody finds it; add them")]
    },
    Rule(
      "R238", .library, .warning, "移出的条目不应再被新项目选用", "What was taken off is not used by new projects",
      fields: ["withdrawn_on"]
    ) { item, context in
      guard let end = item.withdrawnOn, item.id != .unset else { return [] }
      let late = context.records(Project.self, where: "measures.catalogue", is: .record(item.id))
        .filter { ($0.startMonth?.firstDay ?? .first) > end && $0.derived.stage != "stopped" }
      guard !late.isEmpty else { return [] }
      return [
        .init(
          "移出之后仍有\(late.count)个项目选用，请与项目单位核对",
          "\(late.count) projects chose it after it was taken off; check with their holders")
      ]
    },
  ]
}
