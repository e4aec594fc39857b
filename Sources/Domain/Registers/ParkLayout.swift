/// How a park is shown, what it counts for, and what waits in the register.
extension Park {
  package static let layout = Layout(
    sections: [
      Layout.Section(
        "基本", "Basics",
        [
          ["name"], ["code", "region"], ["level", "kind"], ["former_names"], ["approved_on"], ["approved_document"],
          ["area", "chemical"], ["industries"], ["manager"], ["contact", "phone"], ["remarks"],
          ["enterprise_count", "project_count"],
        ]),
      Layout.Section(
        "摸排", "Survey", [["surveyed_on", "survey"], ["survey_reason"], ["batch"], ["list_document"]]),
      Layout.Section(
        "循环化改造", "Circular retrofit",
        [
          ["state", "progress"], ["plan_approved_on"], ["plan_document"], ["prepared_by"],
          ["plan_start", "plan_deadline"], ["plan_investment", "invested"], ["task_count", "tasks_done"],
          ["accepted_on"], ["accepted_document"],
        ]),
      Layout.Section("改造任务", "Tasks", list: "tasks"),
      Layout.Section("历年数据", "Years", list: "years"),
      Layout.Section(
        "最近年度", "Latest year",
        [["resource_output", "energy_intensity"], ["water_reuse", "waste_rate"]]),
      Layout.Section("年度评估", "Yearly grades", list: "grades"),
      Layout.Section("等级", "Grade", [["grade", "grade_year"], ["rectify_by", "typical_year"]]),
    ],
    columns: [
      .init("name", width: 22),
      .init("level", width: 6),
      .init("survey", width: 12),
      .init("state", width: 10),
      .init("progress", width: 8, heading: ("完成率", "Done %")),
      .init("grade", width: 6, heading: ("等级", "Grade")),
      .init("region", width: 8, isDefault: false),
      .init("kind", width: 14, isDefault: false),
      .init("grade_year", width: 6, isDefault: false, heading: ("评估年", "Year")),
      .init("typical_year", width: 6, isDefault: false, heading: ("典型", "Typical")),
      .init("enterprise_count", width: 8, isDefault: false, heading: ("企业", "Firms")),
      .init("plan_deadline", width: 7, isDefault: false, heading: ("期限", "Due")),
      .init("plan_investment", width: 10, isDefault: false, heading: ("总投资", "Money")),
      .init("invested", width: 10, isDefault: false),
      .init("code", width: 14, isDefault: false),
      .init("manager", width: 20, isDefault: false),
      .init("rectify_by", width: 10, isDefault: false),
    ],
    sort: [Sort("name")],
    search: ["name", "former_names", "code", "industries", "manager"],
    totals: ["plan_investment", "invested"],
    indexed: ["name", "region"],
    figures: [
      "enterprises.in_park", "enterprises.park_key_users", "enterprises.park_energy", "enterprises.park_output",
      "projects.in_park", "projects.park_saving", "projects.park_investment",
    ])

  private static let upper = Filter([.init("level", .equal, ParkCodes.upper.map { .text($0) })])

  package static let measures: [Measure] = [
    Measure(
      "parks.count", Label(zh: "园区", en: "Parks"), register: "parks", where: .all, .count,
      by: ["level", "survey", "state"],
      rule: Label(zh: "登记的园区，按级别、摸排结果、改造状态", en: "Parks on the list, by level, survey and state")),
    Measure(
      "parks.surveyed", Label(zh: "摸排的省级以上园区", en: "Parks surveyed"), register: "parks", where: upper, .count,
      day: "surveyed_on", by: ["survey", "level"],
      rule: Label(zh: "省级以上园区按摸排日期", en: "National and provincial parks, by the day of the survey")),
    Measure(
      "parks.plans", Label(zh: "批复的循环化改造方案", en: "Plans approved"), register: "parks", where: .all, .count,
      day: "plan_approved_on", by: ["level", "state"],
      rule: Label(zh: "按方案批复日期", en: "By the day of the approval")),
    Measure(
      "parks.accepted", Label(zh: "完成循环化改造的园区", en: "Circular retrofits accepted"), register: "parks", where: .all,
      .count, day: "accepted_on", by: ["level"],
      rule: Label(zh: "按改造验收日期", en: "By the day of the acceptance")),
    Measure(
      "parks.graded", Label(zh: "园区等级", en: "Parks by grade"), register: "parks", where: .where("grade", .notEqual),
      .count, by: ["grade", "grade_year", "level"],
      rule: Label(zh: "有年度评估的园区按最近等级", en: "Parks that were graded, by their latest grade")),
    Measure(
      "parks.investment", Label(zh: "循环化改造投资", en: "Invested in circular retrofits"), unit: .yuanWan, register: "parks",
      where: .all, .sum("invested"), by: ["level"],
      rule: Label(zh: "各园区改造任务累计完成投资之和", en: "What the tasks of all parks have cost so far")),
  ]

  package static let matters: [Matter] = [
    Matter("parks.late", "改造逾期", "Retrofit overdue", register: "parks", due: "plan_deadline", isLate: true) { today in
      Filter.where("plan_deadline", .less, .month(Month(of: today))).and("accepted_on")
    },
    Matter("parks.rectify", "不合格待整改", "To be corrected", register: "parks", due: "rectify_by", isLate: true) { _ in
      .where("rectify_by", .notEqual)
    },
    Matter("parks.ungraded", "上年度未评估", "Not graded for last year", register: "parks") { today in
      Filter([
        .init("plan_approved_on", .notEqual, []), .init("grade_year", .less, [.empty, .integer(today.year - 1)]),
        .init("plan_approved_on", .less, [.day(Day(year: today.year, month: 1, day: 1) ?? today)]),
      ])
    },
    Matter("parks.best", "优秀待遴选典型", "Best, not typical yet", register: "parks") { _ in
      Filter.where("grade", .equal, .text("excellent")).and("typical_year")
    },
    Matter("parks.unsurveyed", "省级以上未摸排", "Not surveyed", register: "parks") { _ in upper.and("surveyed_on") },
  ]
}
