/// All rules of a title; ids are permanent.
extension Recognition {
  /// Place, days and holder, then reviews, then the title against its level and holder.
  package static let rules: [Rule<Recognition>] = [
    CommonRules.ownRegion("R211", \.region),
    CommonRules.region("R212", of: \.enterprise, is: \.region),
    CommonRules.past("R213", [("awarded_on", \.awardedOn), ("withdrawn_on", \.withdrawnOn)]),
    CommonRules.order("R214", [("awarded_on", \.awardedOn), ("withdrawn_on", \.withdrawnOn)]),
    CommonRules.once(
      "R215", "同一称号、层级、年度、主体只登记一次", "A holder has a title of a year once", key: \.key, fields: ["title", "year"]),
    Rule(
      "R216", .record, .warning, "主体应与企业清单或园区清单核对", "The holder is found on the list of enterprises or parks",
      fields: ["enterprise", "park", "listed_name"]
    ) { title, _ in
      guard !title.isMatched, title.withdrawnOn == nil, !title.holderName.isEmpty else { return [] }
      return [
        .init(
          "“\(title.holderName)”尚未与清单核对，请选企业或园区(记录页上按 Y)",
          "“\(title.holderName)” is not matched yet; choose the enterprise or park (Y on the record)")
      ]
    },
    Rule("R217", .record, .error, "园区称号的主体是园区", "A park's title is held by a park", fields: ["title", "holder_kind"]) {
      title, _ in
      guard !title.title.isEmpty, Titles.ofParks.contains(title.title) != (title.holderKind == "park"),
        let label = Titles.list[title.title]?.label
      else { return [] }
      return Titles.ofParks.contains(title.title)
        ? [.init("“\(label.zh)”的主体是园区，请改主体类型", "“\(label.en)” is a park's title; change the kind of holder")]
        : [.init("“\(label.zh)”的主体是企业，请改主体类型", "“\(label.en)” is an enterprise's title; change the kind of holder")]
    },
    Rule("R218", .record, .warning, "称号应有该层级", "The title is given at that level", fields: ["title", "level"]) {
      title, _ in
      guard let levels = Titles.levels[title.title], !title.level.isEmpty, !levels.contains(title.level),
        let label = Titles.list[title.title]?.label, let level = RecognitionCodes.levels[title.level]?.label
      else { return [] }
      return [
        .init("“\(label.zh)”通常没有\(level.zh)，请核对", "“\(label.en)” is not usually given at that level (\(level.en))")
      ]
    },
    Rule(
      "R219", .record, .warning, "认定年度应与公布日期相符", "The year fits the day of the award", fields: ["year", "awarded_on"]
    ) {
      title, _ in
      guard let year = title.year, let day = title.awardedOn, !(year...year + 1).contains(day.year) else { return [] }
      return [.init("认定年度\(year)与公布日期\(day.iso)不符，请核对", "The year \(year) does not fit \(day.iso); please check")]
    },
    Rule(
      "R220", .record, .error, "复核每年一次，在认定之后", "Reviews are one a year, after the award",
      fields: ["reviews.year", "reviews.reviewed_on"]
    ) { title, context in
      var seen: Set<Int> = []
      return title.reviews.compactMap { row in
        guard let year = row.year else { return nil }
        if !seen.insert(year).inserted {
          return .row(row.id, "\(year)年已有一次复核，请合并", "\(year) has a review already; merge them", "reviews.year")
        }
        if let awarded = title.year, year <= awarded {
          return .row(
            row.id, "复核年度\(year)不晚于认定年度\(awarded)，请改正", "A review of \(year) is not after the award of \(awarded)",
            "reviews.year")
        }
        guard RuleTools.isFuture(row.reviewedOn, context) else { return nil }
        return .row(row.id, "复核日期晚于今天，请改正", "The review lies ahead", "reviews.reviewed_on")
      }
    },
    Rule(
      "R281", .record, .warning, "复核不通过的应撤销", "What failed its review is withdrawn",
      fields: ["withdrawn_on", "reviews.outcome"]
    ) { title, _ in
      guard title.lastOutcome == "failed", title.withdrawnOn == nil else { return [] }
      return [.init("最近一次复核不通过，请登记撤销或更正结论", "The last review failed; enter the withdrawal, or correct the outcome")]
    },
    Rule(
      "R282", .library, .warning, "典型园区从优秀园区中遴选", "A typical park is one of the best", fields: ["park", "year"]
    ) { title, context in
      guard title.title == "typical_park", let park = context.linked(Park.self, title.park), let year = title.year,
        !park.grades.contains(where: { ($0.year == year || $0.year == year - 1) && $0.grade == "excellent" })
      else { return [] }
      return [
        .init(
          "“\(park.name)”\(year)年度没有优秀等级，请核对后再列为典型", "“\(park.name)” was not graded excellent for \(year); please check"
        )
      ]
    },
    Rule(
      "R283", .library, .warning, "关停、注销的企业不应再持有称号", "An enterprise that has ended holds no title",
      fields: ["enterprise", "withdrawn_on"]
    ) { title, context in
      guard title.withdrawnOn == nil, let firm = context.linked(Enterprise.self, title.enterprise),
        EnterpriseStates.ended.contains(firm.state), let state = EnterpriseStates.list[firm.state]?.label
      else { return [] }
      return [.init("企业已\(state.zh)，请办理撤销", "The enterprise is \(state.en); withdraw the title")]
    },
  ]
}
