extension Inspection {
  package static let layout = Layout(
    sections: [
      Layout.Section(
        "名单", "List",
        [
          ["enterprise"], ["region", "year"], ["kind", "reason"], ["reason_text"], ["list_document", "listed_on"],
          ["planned_on"], ["previous"],
        ]),
      Layout.Section(
        "现场", "Visit",
        [
          ["visited_on", "report_number"], ["body", "inspectors"], ["scope", "equipment"],
        ]),
      Layout.Section("发现问题与整改", "Findings", list: "findings"),
      Layout.Section(
        "结果", "Outcome",
        [
          ["outcome", "closed_on"], ["penalty", "penalty_document"], ["cancel_reason"], ["remarks"],
          ["state", "next_deadline"], ["finding_count", "violation_count", "open_count"], ["recheck_year", "code"],
        ]),
    ],
    columns: [
      .init("holder_name", width: 22, heading: ("企业", "Enterprise")),
      .init("year", width: 4, heading: ("年度", "Year")),
      .init("reason", width: 12, heading: ("原因", "Why")),
      .init("state", width: 8),
      .init("open_count", width: 4, heading: ("待改", "Open")),
      .init("next_deadline", width: 10, heading: ("整改期限", "By")),
      .init("region", width: 8, heading: ("地区", "Region")),
      .init("name", width: 28, isDefault: false),
      .init("key_energy_user", width: 4, isDefault: false, heading: ("重点", "Key")),
      .init("kind", width: 10, isDefault: false),
      .init("visited_on", width: 10, isDefault: false),
      .init("violation_count", width: 4, isDefault: false, heading: ("违法", "Viol")),
      .init("outcome", width: 12, isDefault: false),
      .init("penalty", width: 8, isDefault: false),
      .init("recheck_year", width: 6, isDefault: false, heading: ("复查", "Again")),
      .init("code", width: 18, isDefault: false),
    ],
    sort: [Sort("year", descending: true), Sort("name")],
    search: ["name", "code", "holder_name", "holder_code", "findings.text", "findings.notice_number", "report_number"],
    indexed: ["name", "region", "year", "next_deadline"])

  private static let live = Filter.where("state", .notEqual, .text("cancelled"))

  /// What inspections count for; each is parted by the year of its list.
  package static let measures: [Measure] = [
    Measure(
      "inspections.listed", Label(zh: "列入监察名单", en: "Listed for inspection"), register: "inspections", where: live,
      .count, by: ["year", "state", "reason"], rule: Label(zh: "列入年度监察名单且未取消的", en: "On the year's list, not cancelled")
    ),
    Measure(
      "inspections.visited", Label(zh: "已开展监察", en: "Inspections made"), register: "inspections", where: live, .count,
      day: "visited_on", by: ["year", "reason", "sector"], rule: Label(zh: "按现场监察日期", en: "By the day of the visit")),
    Measure(
      "inspections.findings", Label(zh: "监察发现问题", en: "Findings"), register: "inspections", where: live,
      .sum("finding_count"), day: "visited_on", by: ["year", "reason", "sector"],
      rule: Label(zh: "按现场监察日期，问题逐条计", en: "Each finding, by the day of the visit")),
    Measure(
      "inspections.violations", Label(zh: "违法行为", en: "Violations"), register: "inspections", where: live,
      .sum("violation_count"), day: "visited_on", by: ["year", "reason", "sector"],
      rule: Label(zh: "按现场监察日期，违法行为逐条计", en: "Each violation, by the day of the visit")),
    Measure(
      "inspections.open", Label(zh: "待整改问题", en: "Findings to be put right"), register: "inspections", where: live,
      .sum("open_count"), by: ["year", "reason", "sector"],
      rule: Label(zh: "有整改期限且未复查通过的问题", en: "With a deadline and not verified yet")),
  ]

  /// What waits for an inspector.
  package static let matters: [Matter] = [
    Matter(
      "inspections.overdue", "整改逾期", "Not put right in time", register: "inspections", due: "next_deadline",
      isLate: true
    ) { today in .where("state", .equal, .text("rectifying")).and("next_deadline", .less, .day(today)) },
    Matter("inspections.rectifying", "限期整改", "To be put right", register: "inspections", due: "next_deadline") {
      today in .where("state", .equal, .text("rectifying")).and("next_deadline", .greaterOrEqual, .day(today))
    },
    Matter("inspections.recheck", "应复查", "To be inspected again", register: "inspections", due: "recheck_year") {
      today in Filter.where("recheck_year", .lessOrEqual, .integer(today.year))
    },
    Matter(
      "inspections.not_visited", "监察未开展", "Planned visit not made", register: "inspections", due: "planned_on",
      isLate: true
    ) { today in .where("state", .equal, .text("listed")).and("planned_on", .less, .day(today)) },
  ]
}
