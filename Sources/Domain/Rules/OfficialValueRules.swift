/// All rules of an official value; ids are permanent.
extension OfficialValue {
  package static let rules: [Rule<OfficialValue>] = [
    Rule(
      "ST1", .field, .error, "期间写年、季或月", "A period is a year, a quarter or a month", fields: ["period"]
    ) { value, _ in
      guard !value.period.isEmpty, ReportPeriod(parsing: value.period) == nil else { return [] }
      return [
        .init(
          "期间“\(value.period)”认不出，请写 2023、2023年二季度或 2023年5月",
          "The period “\(value.period)” cannot be read; write 2023, 2023Q2 or 2023-05")
      ]
    },
    Rule("ST2", .record, .error, "收到日期不晚于今天", "Nothing is received after today", fields: ["received_on"]) {
      value, context in
      guard RuleTools.isFuture(value.receivedOn, context) else { return [] }
      return [.init("收到日期晚于今天，请核对", "The day of receipt lies ahead; please check")]
    },
    Rule(
      "ST3", .record, .warning, "收到日期不早于期末", "A value comes after its period's end", fields: ["period", "received_on"]
    ) { value, _ in
      guard let end = value.periodEnd, let received = value.receivedOn, received < end else { return [] }
      return [
        .init(
          "\(end.iso)才到期末，\(received.iso)已收到，请核对期间", "Received \(received.iso), before the period's end \(end.iso)")
      ]
    },
    Rule(
      "ST4", .record, .warning, "口径与指标一致才计入", "Only the indicator's own scope counts", fields: ["scope", "reading"]
    ) { value, _ in
      guard !value.indicator.isEmpty, !value.counts, ReportPeriod(parsing: value.period) != nil else { return [] }
      let meant = FigureCodes.meant(value.indicator)
      let reading = FigureCodes.readings[meant.reading]?.label ?? Label(zh: "", en: "")
      let scope = FigureCodes.scopes[meant.scope]?.label ?? Label(zh: "", en: "")
      return [
        .init(
          "该指标按“\(scope.zh)、\(reading.zh)”计，这一条留存但不计入调度",
          "This indicator counts as “\(scope.en), \(reading.en)”; this value is kept and not counted")
      ]
    },
    Rule("ST5", .record, .warning, "比率在合理范围内", "A rate lies within reason", fields: ["value"]) { value, context in
      guard let amount = value.value, let indicator = Indicators.named(value.indicator, in: context.reference),
        indicator.isRatio
      else { return [] }
      let isFall = indicator.direction == .reduceBy
      let bounds = isFall ? (Amount(-30), Amount(30)) : (Amount.zero, Amount(100))
      guard amount < bounds.0 || amount > bounds.1 else { return [] }
      return [
        .init(
          "“\(indicator.label.zh)”以百分数计，通常在\(bounds.0.plain)至\(bounds.1.plain)之间，请核对（下降填正数）",
          "“\(indicator.label.en)” is a percentage, usually \(bounds.0.plain) to \(bounds.1.plain); a fall is above zero"
        )
      ]
    },
    Rule(
      "ST6", .library, .warning, "累计数逐期不减", "What adds up does not fall", fields: ["value"]
    ) { value, context in
      guard let amount = value.value, let end = value.periodEnd, let year = ReportPeriod(parsing: value.period),
        value.reading == "so_far" || value.reading == "year_to_date",
        Indicators.named(value.indicator, in: context.reference)?.isRatio == false
      else { return [] }
      let isOfYear = value.reading == "year_to_date"
      let earlier = context.records(OfficialValue.self, where: "series", is: .text(value.series))
        .filter { other in
          guard let day = other.periodEnd, other.id != value.id, day < end else { return false }
          return !isOfYear || day.year == year.calendarYear
        }
        .max { ($0.periodEnd ?? .first) < ($1.periodEnd ?? .first) }
      guard let earlier, let before = earlier.value, before > amount else { return [] }
      return [
        .init(
          "累计\(amount.plain)少于\(earlier.period)的\(before.plain)，请核对",
          "\(amount.plain) so far is less than the \(before.plain) of \(earlier.period); please check")
      ]
    },
  ]
}
