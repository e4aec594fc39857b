/// How a phase-out is shown, what it counts for, and what waits in the register.
extension Phaseout {
  package static let layout = Layout(
    sections: [
      Layout.Section(
        "基本", "Basics",
        [
          ["number", "object"], ["object_name"], ["enterprise"], ["owner"], ["region", "in_city"], ["site"],
          ["steam", "clinker"], ["capacity", "capacity_unit"], ["fuel", "built_in"], ["line"], ["in_clause", "state"],
          ["contact", "phone"], ["remarks"],
        ]),
      Layout.Section(
        "任务", "Task",
        [
          ["mode", "basis"], ["list_document"], ["listed_on", "deadline"], ["heat_source", "heat_ready_on"],
          ["heat_supplier"], ["park"], ["project"], ["replaced_by"], ["new_capacity"],
        ]),
      Layout.Section("整治进度", "Steps", list: "steps"),
      Layout.Section(
        "完成", "Done",
        [
          ["stopped_on", "removed_on"], ["done_on", "proof"], ["proof_number"], ["proof_by"],
          ["energy_freed", "coal_cut"], ["subsidy"], ["cancelled_on"], ["cancel_reason"], ["open_until"],
        ]),
    ],
    columns: [
      .init("name", width: 26),
      .init("object", width: 12),
      .init("mode", width: 8),
      .init("state", width: 6),
      .init("deadline", width: 10, heading: ("期限", "Due")),
      .init("done_on", width: 10),
      .init("region", width: 8, isDefault: false),
      .init("steam", width: 8, isDefault: false, heading: ("蒸吨", "t/h")),
      .init("clinker", width: 8, isDefault: false, heading: ("熟料", "t/d")),
      .init("heat_source", width: 10, isDefault: false),
      .init("in_clause", width: 4, isDefault: false, heading: ("条款", "Clause")),
      .init("energy_freed", width: 10, isDefault: false),
      .init("basis", width: 16, isDefault: false),
      .init("number", width: 14, isDefault: false),
      .init("holder_name", width: 20, isDefault: false),
    ],
    sort: [Sort("deadline")],
    search: ["name", "number", "object_name", "holder_name", "holder_code", "site", "heat_supplier", "proof_number"],
    totals: ["energy_freed"],
    indexed: ["name", "region", "deadline", "done_on"])

  private static let live = Filter.where("cancelled_on")
  private static let boilers = live.and("object", .equal, .text("coal_boiler"))

  package static let measures: [Measure] = [
    Measure(
      "phaseouts.listed", Label(zh: "列入淘汰整治", en: "Listed for phase-out"), register: "phaseouts", where: live, .count,
      by: ["object", "mode", "state"],
      rule: Label(zh: "清单上未调出的对象", en: "What stands on the list and was not taken off")),
    Measure(
      "phaseouts.done", Label(zh: "完成淘汰整治", en: "Phase-outs done"), register: "phaseouts", where: live, .count,
      day: "done_on", by: ["object", "mode", "in_clause"],
      rule: Label(zh: "按完成日期，应有证明", en: "By the day it was done, with its proof")),
    Measure(
      "phaseouts.boilers", Label(zh: "淘汰燃煤锅炉", en: "Coal boilers retired"), register: "phaseouts",
      where: boilers.and("in_clause", .equal, .flag(true)), .count, day: "done_on", by: ["mode", "heat_source"],
      rule: Label(zh: "35蒸吨及以下燃煤供热锅炉，按完成日期", en: "Coal-fired heating boilers to 35 t/h, by the day it was done")),
    Measure(
      "phaseouts.boiler_steam", Label(zh: "淘汰燃煤锅炉容量", en: "Capacity of coal boilers retired"), unit: .steamTonne,
      register: "phaseouts", where: boilers.and("in_clause", .equal, .flag(true)), .sum("steam"), day: "done_on",
      by: ["mode", "heat_source"],
      rule: Label(zh: "35蒸吨及以下燃煤供热锅炉的容量，按完成日期", en: "Capacity of coal-fired heating boilers to 35 t/h, by the day")),
    Measure(
      "phaseouts.clinker", Label(zh: "整合置换熟料产能", en: "Clinker capacity consolidated"), unit: .tonnePerDay,
      register: "phaseouts",
      where: live.and("object", .equal, .text("clinker_line")).and("in_clause", .equal, .flag(true)), .sum("clinker"),
      day: "done_on", by: ["mode"],
      rule: Label(zh: "2500吨/日及以下、未达标杆的熟料线，按完成日期", en: "Clinker lines to 2 500 t/d below benchmark, by the day")),
    Measure(
      "phaseouts.energy", Label(zh: "腾出用能", en: "Energy freed"), unit: .tcePerYear, register: "phaseouts", where: live,
      .sum("energy_freed"), day: "done_on", by: ["object", "mode"],
      rule: Label(zh: "已完成对象腾出的用能，按完成日期", en: "Energy freed by what was done, by the day")),
  ]

  package static let matters: [Matter] = [
    Matter("phaseouts.late", "逾期未完成", "Overdue", register: "phaseouts", due: "open_until", isLate: true) { today in
      .where("open_until", .less, .day(today))
    },
    Matter("phaseouts.due", "九十天内到期", "Due in 90 days", register: "phaseouts", due: "open_until") { today in
      Filter.where("open_until", .greaterOrEqual, .day(today))
        .and("open_until", .lessOrEqual, .day(today.adding(days: 90)))
    },
    Matter("phaseouts.unproved", "完成缺证明", "Done without proof", register: "phaseouts", due: "done_on", isLate: true) {
      _ in
      Filter.where("done_on", .notEqual).and("proof")
    },
    Matter("phaseouts.heatless", "替代热源未到位", "No heat yet", register: "phaseouts", due: "deadline") { today in
      Filter.where("heat_source", .equal, .text("central")).and("heat_ready_on")
        .and("open_until", .lessOrEqual, .day(today.adding(days: 180)))
    },
  ]
}
