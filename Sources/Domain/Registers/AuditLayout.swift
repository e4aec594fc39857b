/// How an audit is shown, what it counts for, and what waits in the register.
extension Audit {
  package static let layout = Layout(
    sections: [
      Layout.Section(
        "基本", "Basics",
        [
          ["enterprise"], ["region", "year", "round"], ["kind", "reason"], ["reason_text"], ["listed_on", "due_on"],
          ["list_document"], ["consultant"], ["contact", "phone"], ["remarks"],
        ]),
      Layout.Section(
        "过程", "Course",
        [
          ["started_on", "announced_on"], ["reported_on"], ["assessed_on", "assessment"],
          ["accepted_on", "acceptance"],
          ["accepted_by"], ["document"], ["level", "subsidy"], ["stage", "counted"], ["next_due"],
        ]),
      Layout.Section("清洁生产方案", "Schemes", list: "schemes"),
      Layout.Section(
        "成效", "Results",
        [
          ["scheme_count", "schemes_done"], ["investment", "benefit"], ["saving", "water_saved"], ["waste_cut"],
        ]),
    ],
    columns: [
      .init("holder_name", width: 24),
      .init("year", width: 4, heading: ("年度", "Year")),
      .init("kind", width: 6, heading: ("性质", "Kind")),
      .init("stage", width: 10),
      .init("due_on", width: 10, heading: ("期限", "Due")),
      .init("accepted_on", width: 10),
      .init("region", width: 8, isDefault: false),
      .init("reason", width: 16, isDefault: false),
      .init("round", width: 4, isDefault: false, heading: ("轮次", "Round")),
      .init("consultant", width: 18, isDefault: false),
      .init("saving", width: 10, isDefault: false),
      .init("investment", width: 10, isDefault: false),
      .init("counted", width: 4, isDefault: false, heading: ("计入", "Counts")),
      .init("level", width: 16, isDefault: false),
      .init("sector", width: 8, isDefault: false),
    ],
    sort: [Sort("holder_name")],
    search: ["holder_name", "holder_code", "consultant", "reason_text", "schemes.name", "document"],
    totals: ["saving", "investment"],
    indexed: ["holder_name", "region", "due_on", "accepted_on"])

  package static let measures: [Measure] = [
    Measure(
      "audits.accepted", Label(zh: "清洁生产审核验收企业", en: "Enterprises audited"), register: "audits",
      where: .where("counted", .equal, .flag(true)), .count, day: "accepted_on", by: ["kind", "sector", "above_scale"],
      rule: Label(
        zh: "2022至2024年验收通过的企业，一个信用代码按首次验收日期计一次",
        en: "Accepted in 2022 to 2024; a credit code counts once, by its first acceptance")),
    Measure(
      "audits.listed", Label(zh: "列入审核", en: "Audits listed"), register: "audits", where: .all, .count,
      by: ["year", "kind", "stage"],
      rule: Label(zh: "列入名单的审核，按名单年度、性质、阶段", en: "Audits by the year of the list, kind and stage")),
    Measure(
      "audits.acceptances", Label(zh: "通过验收的审核", en: "Audits accepted"), register: "audits",
      where: .where("acceptance", .equal, .text("passed")), .count, day: "accepted_on",
      by: ["kind", "reason", "sector"],
      rule: Label(zh: "每次通过验收各计一次，按验收日期", en: "Each acceptance counts one, by its day")),
    Measure(
      "audits.saving", Label(zh: "审核方案节能量", en: "Saved by audits"), unit: .tcePerYear, register: "audits",
      where: .where("acceptance", .equal, .text("passed")), .sum("saving"), day: "accepted_on", by: ["kind", "sector"],
      rule: Label(zh: "已实施方案的节能量，按验收日期", en: "Savings of schemes carried out, by acceptance")),
  ]

  package static let matters: [Matter] = [
    Matter("audits.late", "逾期未验收", "Overdue", register: "audits", due: "next_due", isLate: true) { today in
      .where("next_due", .less, .day(today))
    },
    Matter("audits.due", "本年到期", "Due this year", register: "audits", due: "next_due") { today in
      Filter.where("next_due", .greaterOrEqual, .day(today)).and(
        "next_due", .lessOrEqual, .day(Day(year: today.year, month: 12, day: 31) ?? today))
    },
    Matter("audits.unannounced", "满一月未公布信息", "Data not made public", register: "audits", due: "listed_on", isLate: true)
    { today in
      Filter.where("kind", .equal, .text("mandatory")).and("listed_on", .less, .day(today.adding(days: -30)))
        .and("announced_on").and("stage", .notEqual, .text("accepted"))
    },
    Matter("audits.correcting", "验收整改中", "To be corrected", register: "audits") { _ in
      .where("stage", .equal, .text("correcting"))
    },
  ]
}
