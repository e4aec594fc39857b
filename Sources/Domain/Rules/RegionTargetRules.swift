/// All rules of a target; ids are permanent.
extension RegionTarget {
  package static let rules: [Rule<RegionTarget>] = [
    Rule("TG1", .record, .error, "文件日期不晚于今天", "A document's date is not after today", fields: ["document_day"]) {
      target, context in
      guard RuleTools.isFuture(target.documentDay, context) else { return [] }
      return [.init("文件日期晚于今天，请核对", "The document's date lies ahead; please check")]
    },
    Rule(
      "TG2", .record, .warning, "目标年度在计划期内", "The target's year lies within the plan", fields: ["year"]
    ) { target, context in
      guard let year = target.year, let indicator = Indicators.named(target.indicator, in: context.reference),
        !(Schedule.planStart.year...indicator.schedule.deadline.year).contains(year)
      else { return [] }
      return [
        .init(
          "“\(indicator.label.zh)”的计划期为2022至\(indicator.schedule.deadline.year)年，请核对年度",
          "The plan sets “\(indicator.label.en)” for 2022 to \(indicator.schedule.deadline.year); please check the year"
        )
      ]
    },
    Rule("TG3", .record, .error, "比率不超过100%", "A share is at most 100 %", fields: ["value", "start"]) {
      target, context in
      guard Indicators.named(target.indicator, in: context.reference)?.isRatio == true else { return [] }
      let whole = Amount(100)
      guard (target.value ?? .zero) > whole || (target.start ?? .zero) > whole else { return [] }
      return [.init("该指标以百分数计，不超过100，请核对", "This indicator is a percentage, at most 100; please check")]
    },
    Rule(
      "TG4", .library, .warning, "下级目标之和等于本级目标", "The parts' targets add up to the whole", fields: ["value"]
    ) { target, context in
      guard let value = target.value, let parts = parts(of: target, context), parts.sum != value else { return [] }
      let gap = value - parts.sum
      return [
        .init(
          "\(parts.count)个下级目标之和\(parts.sum.fixed(0))，比本级\(gap.isNegative ? "多" : "少")\(gap.magnitude.plain)；在目标分解中核对",
          "The \(parts.count) parts add up to \(parts.sum.fixed(0)), \(gap.magnitude.plain) "
            + (gap.isNegative ? "over" : "under") + " the whole; see the split of targets")
      ]
    },
  ]

  /// The targets of the regions right below, of the same indicator and period; nil where there are none, or none adds.
  private static func parts(of target: RegionTarget, _ context: RuleContext) -> (count: Int, sum: Amount)? {
    let regions = context.reference.regions
    guard !target.series.isEmpty, !regions.children(of: target.region).isEmpty,
      Indicators.named(target.indicator, in: context.reference)?.isRatio == false
    else { return nil }
    let all = (try? context.library.documents(schema.id, where: "series", is: .text(target.series))) ?? []
    let values = all.filter { regions[$0["region"].plain]?.parent == target.region }.compactMap { $0["value"].amount }
    guard !values.isEmpty, let sum = Amount.sum(values) else { return nil }
    return (values.count, sum)
  }
}
