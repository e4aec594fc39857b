/// All rules of an inspection; ids are permanent.
extension Inspection {
  package static let rules: [Rule<Inspection>] = [
    CommonRules.ownRegion("R320", \.region),
    CommonRules.region("R321", of: \.enterprise, is: \.region),
    CommonRules.past(
      "R322", [("listed_on", \.listedOn), ("visited_on", \.visitedOn), ("closed_on", \.closedOn)]),
    CommonRules.order("R323", [("visited_on", \.visitedOn), ("closed_on", \.closedOn)]),
    Rule(
      "R324", .record, .error, "发现、整改、复查日期先后相符", "Found, put right, verified: in this order",
      fields: ["findings.day", "findings.deadline", "findings.rectified_on", "findings.verified_on"]
    ) { inspection, context in
      inspection.findings.compactMap { row in
        for (field, day) in [
          ("findings.day", row.day), ("findings.rectified_on", row.rectifiedOn),
          ("findings.verified_on", row.verifiedOn),
        ] where RuleTools.isFuture(day, context) {
          return .row(row.id, "日期晚于今天，请改正", "This day lies ahead", field)
        }
        if let found = row.day, let deadline = row.deadline, deadline < found {
          return .row(row.id, "整改期限早于发现日期", "The deadline lies before the finding", "findings.deadline")
        }
        if let done = row.rectifiedOn, let verified = row.verifiedOn, verified < done {
          return .row(row.id, "复查早于整改完成", "Verified before it was put right", "findings.verified_on")
        }
        guard row.verifiedOn != nil, row.rectifiedOn == nil else { return nil }
        return .row(row.id, "已复查的请填整改完成日期", "Verified: say when it was put right", "findings.rectified_on")
      }
    },
    Rule("R325", .record, .warning, "整改逾期", "A deadline has passed", fields: ["findings.deadline"]) {
      inspection, context in
      inspection.findings.compactMap { row in
        guard let deadline = row.deadline, row.rectifiedOn == nil, deadline < context.today else { return nil }
        return .row(
          row.id, "整改期限\(deadline.iso)已过，请督促整改或依法处理", "\(deadline.iso) has passed; press for it or act by law",
          "findings.deadline")
      }
    },
    Rule("R326", .record, .error, "有待整改问题的不能办结", "What is open is not closed", fields: ["closed_on"]) {
      inspection, _ in
      guard inspection.closedOn != nil, inspection.openCount != nil else { return [] }
      return [
        .init(
          "还有\(inspection.openCount?.plain ?? "")个问题未复查通过，不能办结",
          "\(inspection.openCount?.plain ?? "") findings are not verified; it cannot be closed")
      ]
    },
    Rule("R327", .record, .warning, "现场监察不少于两人", "At least two on a visit", fields: ["inspectors"]) { inspection, _ in
      let names = inspection.inspectors.split { "、,，; ；".contains($0) }
      guard inspection.visitedOn != nil, names.count == 1 else { return [] }
      return [.init("现场监察人员不少于两人，请补填", "A visit takes at least two; name the other")]
    },
    Rule(
      "R328", .library, .error, "同一企业同年同类只列一次", "Listed once a year and kind", fields: ["enterprise", "year", "kind"]
    ) { inspection, context in
      guard let enterprise = inspection.enterprise, let year = inspection.year,
        inspection.kind == "special" || inspection.kind == "routine", inspection.state != "cancelled"
      else { return [] }
      let twins = context.records(Inspection.self, where: "enterprise", is: .record(enterprise)).filter {
        $0.id != inspection.id && $0.year == year && $0.kind == inspection.kind && $0.state != "cancelled"
      }
      guard let twin = twins.first else { return [] }
      return [
        .init("该企业\(year)年已列入(\(twin.code))，请改用该记录", "Listed for \(year) already (\(twin.code)); use that record")
      ]
    },
    Rule(
      "R329", .library, .error, "上次监察应是同一企业更早的一次", "The previous inspection is this enterprise's, and earlier",
      fields: ["previous"]
    ) { inspection, context in
      guard let link = inspection.previous else { return [] }
      guard let last = context.linked(Inspection.self, link), last.id != inspection.id,
        last.enterprise == inspection.enterprise, (last.year ?? 0) <= (inspection.year ?? 0)
      else { return [.init("请选该企业更早的一次监察", "Choose an earlier inspection of this enterprise")] }
      return []
    },
  ]
}
