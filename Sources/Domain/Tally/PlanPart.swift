/// The parts of the plan that registers stand in: its goals, the seven actions of section 三, its safeguards.
package enum PlanPart: String, CaseIterable, Sendable {
  /// 总体目标.
  case goals = "一"
  /// 重点领域.
  case areas = "二"
  /// “万千百”项目推进: tasks 1 to 3.
  case campaign = "三(一)"
  /// 重点行业升级: tasks 4 and 5.
  case sectors = "三(二)"
  /// 低碳技术攻关与推广: tasks 6 and 7.
  case technology = "三(三)"
  /// 资源利用效率提升: tasks 8 to 10.
  case resources = "三(四)"
  /// 园区绿色低碳发展提档: tasks 11 and 12.
  case parks = "三(五)"
  /// 节能降碳数字赋能: tasks 13 and 14.
  case digital = "三(六)"
  /// 节能降碳服务生态构建: tasks 15 and 16.
  case services = "三(七)"
  /// 保障措施.
  case safeguards = "四"

  /// The part that a clause such as `三(二)4` stands in; nil where it names none.
  package init?(clause: String) {
    let folded = Normalised.halfWidth(clause)
    guard let part = Self.allCases.first(where: { folded.hasPrefix($0.rawValue) }) else { return nil }
    self = part
  }

  /// Its name, short.
  package var label: Label {
    switch self {
    case .goals: Label(zh: "总体目标", en: "Goals")
    case .areas: Label(zh: "重点领域", en: "Focus areas")
    case .campaign: Label(zh: "万千百项目推进", en: "Projects")
    case .sectors: Label(zh: "重点行业升级", en: "Key sectors")
    case .technology: Label(zh: "技术攻关与推广", en: "Technology")
    case .resources: Label(zh: "资源利用效率", en: "Resources")
    case .parks: Label(zh: "园区提档", en: "Parks")
    case .digital: Label(zh: "数字赋能", en: "Digital")
    case .services: Label(zh: "服务生态", en: "Services")
    case .safeguards: Label(zh: "保障措施", en: "Safeguards")
    }
  }
}
