/// How a diagnosis is shown, what it counts for, and what waits in the register.
extension Diagnosis {
  package static let layout = Layout(
    sections: [
      Layout.Section(
        "基本", "Basics",
        [
          ["enterprise"], ["region", "kind"], ["provider"], ["provider_code"], ["leader", "members"],
          ["contact", "phone"], ["remarks"],
        ]),
      Layout.Section(
        "过程", "Course",
        [
          ["planned_on", "visited_on", "days"], ["report_number"], ["reported_on", "confirmed_on"],
          ["checked_on", "check"], ["fee", "subsidy"], ["satisfaction", "state"], ["counted", "key_energy_user"],
        ]),
      Layout.Section(
        "用能与问题", "Energy and findings",
        [["base_year", "basis"], ["energy", "electricity"], ["benchmarking"], ["findings"]]),
      Layout.Section("诊断建议", "Recommendations", list: "recommendations"),
      Layout.Section(
        "转化", "Conversion",
        [
          ["recommended", "adopted"], ["converted", "open_count"], ["saving", "converted_saving"], ["investment"],
        ]),
    ],
    columns: [
      .init("holder_name", width: 22),
      .init("visited_on", width: 10),
      .init("provider", width: 12),
      .init("state", width: 8),
      .init("recommended", width: 4, heading: ("建议", "Rec.")),
      .init("converted", width: 4, heading: ("已转", "Made")),
      .init("saving", width: 8, heading: ("节能", "Saving")),
      .init("region", width: 8, isDefault: false),
      .init("kind", width: 10, isDefault: false),
      .init("open_count", width: 8, isDefault: false, heading: ("未转", "Open")),
      .init("counted", width: 4, isDefault: false, heading: ("计入", "Counts")),
      .init("converted_saving", width: 10, isDefault: false, heading: ("已转节能", "Made")),
      .init("key_energy_user", width: 6, isDefault: false, heading: ("重点", "Key")),
      .init("sector", width: 8, isDefault: false),
      .init("report_number", width: 18, isDefault: false),
      .init("reported_on", width: 10, isDefault: false),
      .init("investment", width: 10, isDefault: false),
    ],
    sort: [Sort("visited_on", descending: true)],
    search: ["holder_name", "holder_code", "provider", "report_number", "findings", "recommendations.content"],
    totals: ["saving", "converted_saving"],
    indexed: ["holder_name", "region", "visited_on", "saving"])

  private static let visited = Filter.where("visited_on", .notEqual)

  package static let measures: [Measure] = [
    Measure(
      "diagnoses.enterprises", Label(zh: "入户诊断企业", en: "Enterprises diagnosed"), register: "diagnoses",
      where: .where("counted", .equal, .flag(true)), .count, day: "visited_on",
      by: ["sector", "kind", "key_energy_user"],
      rule: Label(
        zh: "2022至2024年入户诊断的企业，一个信用代码按首次入户日期计一次",
        en: "Visited in 2022 to 2024; a credit code counts once, by its first visit")),
    Measure(
      "diagnoses.visits", Label(zh: "入户诊断次数", en: "Visits"), register: "diagnoses", where: visited, .count,
      day: "visited_on", by: ["kind", "sector", "state"],
      rule: Label(zh: "每次入户各计一次，按入户日期", en: "Each visit counts one, by its day")),
    Measure(
      "diagnoses.key_users", Label(zh: "诊断的重点用能企业", en: "Key energy users diagnosed"), register: "diagnoses",
      where: Filter.where("counted", .equal, .flag(true)).and("key_energy_user", .equal, .flag(true)), .count,
      day: "visited_on", by: ["sector"],
      rule: Label(zh: "计入家数中最近年度为重点用能的", en: "Of those counted, the key energy users of their latest year")),
    Measure(
      "diagnoses.admitted_projects", Label(zh: "建议转为在库项目", en: "Recommendations admitted as projects"),
      register: "diagnoses", where: .all, .rows("recommendations"), day: "recommendations.admitted_on",
      by: ["sector", "kind"],
      rule: Label(
        zh: "诊断建议产生的项目，一条建议按其项目首次入库日期计一次，在诊断所在地区",
        en: "Recommendations that became projects of the library, each once, by its project's first admission")),
    Measure(
      "diagnoses.saving", Label(zh: "诊断建议节能量", en: "Saving recommended"), unit: .tcePerYear, register: "diagnoses",
      where: visited.and("basis", .equal, .text(Bases.equivalent)), .sum("saving"), day: "visited_on",
      by: ["sector", "kind"],
      rule: Label(
        zh: "建议节能量之和(当量)，按入户日期；其他口径另计", en: "Savings recommended, calorific basis, by the visit; others apart")),
    Measure(
      "diagnoses.other_basis", Label(zh: "口径不符的诊断", en: "Diagnoses on another basis"), register: "diagnoses",
      where: visited.and("basis", .equal, .text(Bases.primary)), .count, day: "visited_on", by: ["sector"],
      rule: Label(zh: "建议节能量按等价口径填报，未计入当量合计", en: "Their savings are on the primary-energy basis and left out")),
    Measure(
      "diagnoses.converted_saving", Label(zh: "已转项目的节能量", en: "Saving made projects"), unit: .tcePerYear,
      register: "diagnoses", where: visited.and("basis", .equal, .text(Bases.equivalent)), .sum("converted_saving"),
      day: "visited_on", by: ["sector", "kind"],
      rule: Label(zh: "已转为储备项目的建议的节能量(当量)，按入户日期", en: "Of recommendations that became projects, calorific basis")),
  ]

  package static let matters: [Matter] = [
    Matter(
      "diagnoses.unreported", "入户满30天未出报告", "No report in 30 days", register: "diagnoses", due: "visited_on",
      isLate: true
    ) { today in Filter.where("visited_on", .less, .day(today.adding(days: -30))).and("reported_on") },
    Matter(
      "diagnoses.unvisited", "计划已过未入户", "Visit overdue", register: "diagnoses", due: "planned_on", isLate: true
    ) { today in Filter.where("planned_on", .less, .day(today)).and("visited_on") },
    Matter("diagnoses.open", "采纳未转项目", "Adopted, no project", register: "diagnoses") { _ in
      .where("open_count", .greater, .integer(0))
    },
    Matter("diagnoses.redo", "退回重做", "To be redone", register: "diagnoses") { _ in
      .where("check", .equal, .text("redo"))
    },
  ]
}
