/// All rules of a carbon rating; ids are permanent.
extension CarbonRating {
  package static let rules: [Rule<CarbonRating>] = [
    CommonRules.ownRegion("R300", \.region),
    CommonRules.region("R301", of: \.enterprise, is: \.region),
    CommonRules.once(
      "R302", "同一企业一年只有一个碳效码", "One rating for an enterprise and year", key: \.key, fields: ["enterprise", "year"]),
    Rule("R303", .field, .error, "评价年度、赋码日期不晚于今天", "Year and rating are past", fields: ["year", "rated_on"]) {
      rating, context in
      var faults: [Rule<CarbonRating>.Fault] = []
      if let year = rating.year, year > context.today.year {
        faults.append(.init("\(year)年尚未到，请改正", "\(year) lies ahead", fields: ["year"]))
      }
      if RuleTools.isFuture(rating.ratedOn, context) {
        faults.append(.init("赋码日期晚于今天，请改正", "Rated on a day ahead", fields: ["rated_on"]))
      }
      return faults
    },
    Rule("R304", .record, .warning, "平台等级应与测算一致", "The platform's level is the one recomputed", fields: ["level"]) {
      rating, _ in
      guard let level = rating.level, let computed = rating.computedLevel, level != computed else { return [] }
      return [
        .init(
          "平台\(level)级，本库测算\(computed)级(\(rating.explanation))，请核对数据",
          "The platform says \(level), the figures \(computed) (\(rating.explanation)); check them")
      ]
    },
    Rule(
      "R305", .record, .warning, "平台碳效值应与测算相近", "The platform's value is near the one recomputed", fields: ["value"]
    ) { rating, _ in
      guard let value = rating.value, let computed = rating.computedValue,
        RuleTools.differ(value, computed, percent: 5)
      else { return [] }
      return [
        .init(
          "平台碳效值\(value.plain)与测算\(computed.plain)相差超过5%，请核对",
          "\(value.plain) differs from \(computed.plain) by over 5 %; please check")
      ]
    },
    Rule(
      "R306", .record, .warning, "增加值不大于零的不评等级", "No level without value added",
      fields: ["level", "value_added_stated"]
    ) { rating, _ in
      guard rating.gap == "value_added" else { return [] }
      return [
        .init(
          "增加值\(rating.valueAdded?.plain ?? "")万元不大于零，不评等级，单独列出\(rating.level == nil ? "" : "；请清空等级")",
          "Value added of \(rating.valueAdded?.plain ?? ""): no level, listed apart\(rating.level == nil ? "" : "; clear the level")"
        )
      ]
    },
    Rule(
      "R307", .library, .warning, "平台数据应与企业清单相近", "The stated figures are near the enterprise list's",
      fields: ["co2_stated", "value_added_stated"]
    ) { rating, context in
      guard let year = context.linked(Enterprise.self, rating.enterprise)?.year(rating.year) else { return [] }
      var faults: [Rule<CarbonRating>.Fault] = []
      if let stated = rating.co2Stated, let listed = year.co2, RuleTools.differ(stated, listed, percent: 10) {
        faults.append(
          .init(
            "平台碳排放\(stated.grouped)吨与企业清单\(listed.grouped)吨相差超过一成",
            "CO2 of \(stated.grouped) t is over 10 % off the list's \(listed.grouped)", fields: ["co2_stated"]))
      }
      if let stated = rating.valueAddedStated, let listed = year.valueAdded,
        RuleTools.differ(stated, listed, percent: 10)
      {
        faults.append(
          .init(
            "平台增加值\(stated.grouped)万元与企业清单\(listed.grouped)万元相差超过一成",
            "Value added of \(stated.grouped) is over 10 % off the list's \(listed.grouped)",
            fields: ["value_added_stated"]))
      }
      return faults
    },
    Rule("R308", .record, .error, "应用日期不晚于今天", "Uses are past", fields: ["uses.day"]) { rating, context in
      rating.uses.compactMap { use in
        guard RuleTools.isFuture(use.day, context) else { return nil }
        return .row(use.id, "应用日期晚于今天，请改正", "This use lies ahead", "uses.day")
      }
    },
  ]
}
