/// What titles count for: new ones, withdrawn ones and both together, each at the level that the plan's target names.
extension Recognition {
  private struct Target {
    let id: String
    let title: String
    let levels: [String]
    let label: Label
  }

  private static let province = ["province"]
  private static let any = RecognitionCodes.levels.codes.map(\.id)

  /// The targets T05, T11 to T15 and T18. 节水型企业 is named without a level: every one counts.
  private static let targets = [
    Target(
      id: "factories", title: "green_factory", levels: province,
      label: Label(zh: "省级绿色低碳工厂", en: "Provincial green factories")),
    Target(
      id: "zero_waste", title: "zero_waste_factory", levels: province,
      label: Label(zh: "省级无废工厂", en: "Provincial zero-waste factories")),
    Target(
      id: "water_saving", title: "water_saving", levels: any,
      label: Label(zh: "节水型企业", en: "Water-saving enterprises")),
    Target(
      id: "water_benchmark", title: "water_benchmark", levels: any,
      label: Label(zh: "标杆型节水企业", en: "Benchmark water savers")),
    Target(
      id: "water_leaders", title: "water_leader", levels: any,
      label: Label(zh: "水效领跑者", en: "Water-efficiency leaders")),
    Target(
      id: "water_parks", title: "water_park", levels: any,
      label: Label(zh: "节水标杆园区", en: "Benchmark water-saving parks")),
    Target(
      id: "parks", title: "green_park", levels: province,
      label: Label(zh: "省级绿色低碳园区", en: "Provincial green parks")),
  ]

  /// All titles together, then three figures a target: 新增, 撤销, 净增.
  package static let measures: [Measure] = general + targets.flatMap(measures)

  private static let general: [Measure] = [
    Measure(
      "recognitions.awarded", Label(zh: "新增认定", en: "Titles awarded"), register: "recognitions", where: .all, .count,
      day: "awarded_on", by: ["title", "level"],
      rule: Label(zh: "各类称号按公布日期，撤销另计", en: "All titles by the day of the award; withdrawals apart")),
    Measure(
      "recognitions.withdrawn", Label(zh: "撤销认定", en: "Titles withdrawn"), register: "recognitions", where: .all,
      .count,
      day: "withdrawn_on", by: ["title", "level", "withdrawal"],
      rule: Label(zh: "各类称号按撤销日期", en: "All titles by the day of the withdrawal")),
    Measure(
      "recognitions.held", Label(zh: "现有认定", en: "Titles held"), register: "recognitions",
      where: .where("withdrawn_on"), .count, by: ["title", "level", "state"],
      rule: Label(zh: "没有撤销的称号", en: "Titles that were not withdrawn")),
  ]

  private static func measures(_ target: Target) -> [Measure] {
    let filter = Filter([
      .init("title", .equal, [.text(target.title)]), .init("level", .equal, target.levels.map { .text($0) }),
    ])
    let span = PlanSpan.filter("awarded_on")
    func label(_ zh: String, _ en: String) -> Label { Label(zh: target.label.zh + zh, en: target.label.en + en) }
    return [
      Measure(
        "recognitions.\(target.id)", label("", ""), register: "recognitions", where: filter.and(span), .count,
        day: "awarded_on", by: ["title", "level", "state"],
        rule: Label(
          zh: "2022至2024年公布的新增认定，按公布日期；撤销另列，不在此核减",
          en: "Awarded in 2022 to 2024, by the day of the award; withdrawals stand apart")),
      Measure(
        "recognitions.\(target.id)_withdrawn", label("撤销", ", withdrawn"), register: "recognitions",
        where: filter.and(PlanSpan.filter("withdrawn_on")), .count, day: "withdrawn_on",
        by: ["title", "level", "withdrawal"],
        rule: Label(
          zh: "2022至2024年撤销的，不论何年认定，按撤销日期", en: "Withdrawn in 2022 to 2024, whenever awarded, by the day of withdrawal")
      ),
      Measure(
        "recognitions.\(target.id)_net", label("净增", ", net"), register: "recognitions", where: filter.and(span),
        .count,
        day: "awarded_on", reversedOn: "withdrawn_on", by: ["title", "level", "state"],
        rule: Label(
          zh: "2022至2024年新增的，自撤销之日核减", en: "Awarded in 2022 to 2024; those withdrawn come off on their day")),
    ]
  }

  package static let matters: [Matter] = [
    Matter(
      "recognitions.late", "逾期未复核", "Review overdue", register: "recognitions", due: "next_review", isLate: true
    ) { today in .where("next_review", .less, .day(today)) },
    Matter("recognitions.due", "本年应复核", "Review due this year", register: "recognitions", due: "next_review") { today in
      Filter.where("next_review", .greaterOrEqual, .day(today)).and(
        "next_review", .lessOrEqual, .day(Day(year: today.year, month: 12, day: 31) ?? today))
    },
    Matter("recognitions.rectifying", "整改中", "To be corrected", register: "recognitions") { _ in
      .where("state", .equal, .text("rectifying"))
    },
    Matter("recognitions.unmatched", "主体待核对", "Holder to be checked", register: "recognitions") { _ in
      // A flag that is not set is kept as nothing.
      Filter.where("matched").and("withdrawn_on")
    },
  ]
}
