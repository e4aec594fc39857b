/// What projects count for; every dated figure stands in the quarter of its own date.
extension Project {
  /// Stocks, events, amounts.
  package static let measures: [Measure] = stocks + events + amounts

  private static let parts = ["focus_area", "stage", "tier"]
  private static let members = ["focus_area", "stage", "sector"]
  private static let kinds = ["focus_area", "kind", "sector"]
  private static let trades = ["focus_area", "sector", "tier"]
  private static let admitted = Filter.where("admitted_on", .notEqual)
  /// Members by the park that they stand in, their own or their enterprise's.
  private static let inPark = Filter.where("home_park", .notEqual).and("member", .equal, .flag(true))
  /// Counts for 组织实施: was admitted by some tier and started within the plan's years; the day is that of the start.
  private static let started = admitted.and(PlanSpan.filter("actual_start"))
  private static let roofs = admitted.and("kind", .equal, .text("roof_pv"))

  private static func measure(
    _ id: String, _ zh: String, _ en: String, _ unit: Unit = .none, where filter: Filter, _ amounts: Measure.Amounts,
    sharedBy: String? = nil, day: String? = nil, until reversed: String? = nil, by dimensions: [String] = parts,
    _ ruleZh: String,
    _ ruleEn: String
  ) -> Measure {
    Measure(
      "projects.\(id)", Label(zh: zh, en: en), unit: unit, register: "projects", where: filter, amounts,
      sharedBy: sharedBy, day: day, reversedOn: reversed, by: dimensions,
      rule: Label(
        zh: ruleZh + (sharedBy == nil ? "" : "；跨县项目按分县份额计入各县，余数计入归口地区"),
        en: ruleEn + (sharedBy == nil ? "" : "; several counties' by their shares, the rest in its own region")))
  }

  private static let stocks: [Measure] = [
    measure(
      "in_library", "在库项目", "Projects in the library", where: admitted, .count, day: "admitted_on", until: "left_on",
      by: members, "首次入库至全部出库之间的项目，按归口地区计一次",
      "From the first admission until it has left every tier; once, in its region"),
    measure(
      "in_county", "在县级库", "In county libraries", where: .where("admitted_county", .notEqual), .count,
      day: "admitted_county", until: "left_county", by: members, "县级库在库项目", "Members of a county library"),
    measure(
      "in_city", "在市级库", "In city libraries", where: .where("admitted_city", .notEqual), .count,
      day: "admitted_city", until: "left_city", by: members, "市级库在库项目", "Members of a city library"),
    measure(
      "in_province", "在省级库", "In the provincial library", where: .where("admitted_province", .notEqual), .count,
      day: "admitted_province", until: "left_province", by: members, "省级库在库项目", "Members of the provincial library"),
    measure(
      "by_stage", "在库项目(现状)", "Members by stage (now)", where: .where("member", .equal, .flag(true)), .count,
      "现在库项目，可按领域、阶段、层级分", "Members now, by focus area, stage and tier"),
    measure(
      "reserve", "储备", "Reserve", where: admitted, .count, day: "admitted_on",
      until: "actual_start|actual_finish|accepted_on|stop_date|left_on", by: trades, "在库且尚未开工的项目", "Members not started"
    ),
    measure(
      "building", "实施", "Under way", where: admitted, .count, day: "admitted_on&actual_start",
      until: "actual_finish|accepted_on|stop_date|left_on", by: trades, "在库且已开工、尚未竣工的项目",
      "Members started and not completed"),
    measure(
      "finished", "竣工待验收", "Completed, not accepted", where: admitted, .count, day: "admitted_on&actual_finish",
      until: "accepted_on|stop_date|left_on", by: trades, "在库且已竣工、尚未验收的项目", "Members completed and not accepted"),
    measure(
      "settled", "已验收在库", "Accepted members", where: admitted, .count, day: "admitted_on&accepted_on",
      until: "stop_date|left_on", by: trades, "在库且已验收的项目", "Members that were accepted"),
    measure(
      "halted", "终止在库", "Stopped members", where: admitted, .count, day: "admitted_on&stop_date", until: "left_on",
      by: trades, "在库且已终止、尚未出库的项目", "Members that were stopped and have not left"),
    measure(
      "silent", "未报进展", "Without a report", where: .where("silent_since", .notEqual), .count, day: "silent_since",
      by: trades, "在库在建、至季末没有进展报告的项目", "Members under way without a progress report up to the quarter's end"),
    measure(
      "due", "有节点到期的在库项目", "Members by their next due day", where: .where("member", .equal, .flag(true)), .count,
      day: "next_due", "现在库项目按最近一个应完成而未完成的节点日期；报送截止后仍未完成的为逾期",
      "Members by the next planned day without an actual one; overdue once the report that would tell was due"),
    measure(
      "by_kind", "在库项目(按类型)", "Members by kind (now)", where: .where("member", .equal, .flag(true)), .count,
      by: ["kind", "sector", "stage"], "现在库项目，可按类型、领域、阶段分", "Members now, by kind, sector and stage"),
  ]

  private static let events: [Measure] = [
    measure(
      "started", "组织实施项目", "Projects carried out", where: started, .count, day: "actual_start",
      until: "taken_off_on", by: trades, "2022至2024年实际开工(含竣工、验收)，按归口地区计一次，完成出库不减；终止、重复并入自该季起核减。条款 三(一)2",
      "Actual start in 2022 to 2024 (completion and acceptance included), once, in its region; completed exits stay, stops and duplicates come off from that quarter on. Clause 三(一)2"
    ),
    measure(
      "key_started", "其中省级重点", "of which provincial key projects",
      where: started.and("key_project", .equal, .flag(true)), .count, day: "actual_start", until: "taken_off_on",
      by: trades,
      "列入省级年度计划且在2022至2024年实际开工的项目，含在组织实施之内",
      "On a provincial yearly plan and started in 2022 to 2024; within the projects carried out"),
    measure(
      "taken_off", "核减项目", "Projects taken off", where: started.and("taken_off_on", .notEqual), .count,
      day: "taken_off_on", by: trades, "计入组织实施后终止或重复并入的项目", "Carried out, then stopped or merged as a duplicate"),
    measure(
      "entries", "入库项目", "Admissions", where: admitted, .count, day: "admitted_on", by: kinds,
      "首次入库的项目，按首次入库日期", "Projects by the day of their first admission"),
    measure(
      "starts", "开工项目", "Starts", where: admitted.and("actual_start", .notEqual), .count, day: "actual_start",
      by: kinds,
      "按实际开工日期，不论年份", "By the day of actual start, in any year"),
    measure(
      "completed", "竣工项目", "Completions", where: admitted.and("actual_finish", .notEqual), .count,
      day: "actual_finish", until: "taken_off_on", by: kinds, "按实际竣工日期", "By the day of completion"),
    measure(
      "accepted", "验收项目", "Acceptances", where: admitted.and("accepted_on", .notEqual), .count, day: "accepted_on",
      until: "taken_off_on", by: kinds, "按验收日期", "By the day of acceptance"),
    measure(
      "verified", "核定项目", "Verified", where: admitted.and("saving_verified", .notEqual), .count, day: "accepted_on",
      until: "taken_off_on", by: trades, "已核定节能量的验收项目，按验收日期", "Accepted with a verified saving, by acceptance"),
    measure(
      "exits", "退出项目", "Exits", where: admitted.and("left_on", .notEqual), .count, day: "left_on",
      by: ["exit_kind", "focus_area", "sector"], "全部出库的项目，按出库日期，可按出库类型分", "Left every tier, by day; by kind of exit"),
  ]

  private static let amounts: [Measure] = [
    measure(
      "saving", "预期节能(当量)", "Expected saving (calorific)", .tcePerYear, where: admitted, .sum("saving"),
      sharedBy: "shares.saving", day: "admitted_on", until: "left_on", by: trades, "在库项目预期节能量之和(当量)；等价口径的另列",
      "Expected savings of members, calorific basis; the other basis apart"),
    measure(
      "saving_primary", "预期节能(等价)", "Expected saving (primary)", .tcePerYear, where: admitted,
      .sum("saving_coal_equivalent"), day: "admitted_on", until: "left_on", by: trades, "在库项目预期节能量之和(等价)",
      "Expected savings of members, primary-energy basis"),
    measure(
      "other_basis", "口径不符项目", "Projects on another basis",
      where: admitted.and("saving").and("saving_coal_equivalent", .notEqual), .count, day: "admitted_on",
      until: "left_on", by: trades, "只有等价口径、未计入当量合计的项目",
      "Only on the primary-energy basis, left out of the calorific sum"),
    measure(
      "started_saving", "组织实施预期节能(当量)", "Expected saving of projects carried out", .tcePerYear, where: started,
      .sum("saving"), sharedBy: "shares.saving", day: "actual_start", until: "taken_off_on", by: trades,
      "组织实施项目的预期节能量(当量)，按开工日期",
      "Expected savings (calorific) of projects carried out, by start"),
    measure(
      "accepted_saving", "验收项目预期节能(当量)", "Expected saving of accepted projects", .tcePerYear,
      where: admitted.and("verified_equivalent", .notEqual), .sum("saving"), day: "accepted_on", until: "taken_off_on",
      by: trades,
      "已核定节能量的验收项目原预期值，与核定值对照", "What accepted projects with a verified saving had expected, beside the verified"),
    measure(
      "verified_saving", "核定节能(当量)", "Verified saving (calorific)", .tcePerYear, where: admitted,
      .sum("verified_equivalent"), day: "accepted_on", until: "taken_off_on", by: trades, "验收时核定的节能量(当量)，不与预期值混计",
      "Saving verified at acceptance, calorific basis; never mixed with the expected"),
    measure(
      "verified_saving_primary", "核定节能(等价)", "Verified saving (primary)", .tcePerYear, where: admitted,
      .sum("verified_primary"), day: "accepted_on", until: "taken_off_on", by: trades, "验收时核定的节能量(等价)",
      "Saving verified at acceptance, primary-energy basis"),
    measure(
      "investment", "计划投资", "Planned investment", .yuanWan, where: admitted, .sum("investment"),
      sharedBy: "shares.investment", day: "admitted_on", until: "left_on", by: trades, "在库项目总投资之和",
      "Total investment of members"),
    measure(
      "invested", "完成投资", "Investment made", .yuanWan, where: admitted, .sum("progress.invested"),
      day: "progress.period_end", by: trades, "各期进展所报本期完成投资，按报告期末",
      "Invested in the period, from each report, by its end"),
    measure(
      "plan_investment", "年度计划投资", "Planned for the year", .yuanWan, where: admitted, .sum("plans.counted"),
      day: "plans.counts_on", by: trades, "列入年度计划项目的当年计划投资，同一年度按最高层级的计划计一次",
      "Planned investment of the year of projects on a yearly plan; of several tiers' the highest counts"),
    measure(
      "substitution", "可再生能源替代(当量)", "Renewable substitution", .tcePerYear, where: admitted,
      .sum("renewable_substitution"), day: "admitted_on", until: "left_on", by: trades, "可再生能源替代量，不与节能量相加",
      "Renewable substitution; never added to savings"),
    measure(
      "co2_cut", "减碳量", "CO2 cut", .tonnePerYear, where: admitted, .sum("co2_cut"), day: "admitted_on",
      until: "left_on", by: trades, "在库项目预期减碳量之和", "Expected CO2 cut of members"),
    measure(
      "pv_connected", "工业屋顶光伏并网", "Rooftop PV connected", .kilowatt,
      where: roofs.and(PlanSpan.filter("grid_date")), .sum("pv_connected"), sharedBy: "shares.kw", day: "grid_date",
      until: "taken_off_on",
      by: ["sector", "focus_area"],
      "本库屋顶光伏项目2022至2024年并网的容量，按并网日期；官方值以部门统计为准",
      "Capacity of this library's rooftop PV connected in 2022 to 2024; the official value comes from statistics"),
    measure(
      "pv_planned", "工业屋顶光伏计划", "Rooftop PV planned", .kilowatt,
      where: roofs, .sum("pv_kw"), sharedBy: "shares.kw", day: "admitted_on", until: "left_on",
      by: ["sector", "focus_area"],
      "在库屋顶光伏项目的计划装机",
      "Planned capacity of rooftop PV projects in the library"),
    measure(
      "in_park", "园区项目", "Projects in the park", where: inPark, .count, by: ["home_park", "stage"], "在库项目按所在园区",
      "Members of a library, by the park that they stand in"),
    measure(
      "park_saving", "园区项目预期节能(当量)", "Saving of the park's projects", .tcePerYear, where: inPark, .sum("saving"),
      by: ["home_park", "stage"], "在库项目预期节能量(当量)按所在园区", "Expected saving of members, by park"),
    measure(
      "park_investment", "园区项目投资", "Investment of the park's projects", .yuanWan, where: inPark, .sum("investment"),
      by: ["home_park", "stage"], "在库项目总投资按所在园区", "Total investment of members, by park"),
  ]
}
