/// Sectors of the plan: the first five are the fields that the national efficiency levels cover (clause 4).
package enum Sectors {
  /// The choices.
  package static let list = CodeList(
    "sectors",
    [
      Code("petrochemical", "石化", "Petrochemicals"),
      Code("chemical", "化工", "Chemicals"),
      Code("building_materials", "建材", "Building materials"),
      Code("steel", "钢铁", "Iron and steel"),
      Code("nonferrous", "有色", "Non-ferrous metals"),
      Code("paper", "造纸", "Paper"),
      Code("chemical_fibre", "化纤", "Chemical fibre"),
      Code("textile", "纺织", "Textiles"),
      Code("other", "其他", "Other"),
    ])
  /// 能效重点领域: the sectors of the efficiency list.
  package static let focus: Set<String> = ["petrochemical", "chemical", "building_materials", "steel", "nonferrous"]
}

/// On which basis electricity is turned into standard coal; figures on different bases are never summed.
package enum Bases {
  /// 当量: by its heat, 0.1229 kgce/kWh.
  package static let equivalent = ElectricityBasis.equivalentCalorific.rawValue
  /// 等价: by the coal that made it.
  package static let primary = ElectricityBasis.equivalentCoal.rawValue
  /// The choices.
  package static let list = CodeList(
    "bases",
    [
      Code(equivalent, "当量", "Calorific value"),
      Code(primary, "等价", "Primary energy"),
    ])
}

/// What has become of an enterprise or plant.
package enum EnterpriseStates {
  /// The choices.
  package static let list = CodeList(
    "enterprise_states",
    [
      Code("running", "在产", "Running"),
      Code("idle", "停产", "Idle"),
      Code("moving", "搬迁", "Moving"),
      Code("closed", "关停", "Closed down"),
      Code("deregistered", "注销", "Deregistered"),
    ])
  /// Lines and projects are no longer expected of these.
  package static let ended: Set<String> = ["closed", "deregistered"]
}

/// What happened to an enterprise's name, place or being.
package enum EnterpriseChanges {
  /// The choices.
  package static let list = CodeList(
    "enterprise_changes",
    [
      Code("rename", "更名", "Renamed"),
      Code("move", "迁移", "Moved"),
      Code("merge", "合并", "Merged"),
      Code("split", "分立", "Split"),
      Code("recode", "代码变更", "Code changed"),
      Code("close", "关停", "Closed"),
    ])
}

/// Electricity price class 电价类别 that an enterprise's lines were put in.
package enum PriceClasses {
  /// The choices.
  package static let list = CodeList(
    "price_classes",
    [
      Code("normal", "一般", "Normal"),
      Code("tiered", "阶梯", "Tiered"),
      Code("differential", "差别", "Differential"),
      Code("punitive", "惩罚性", "Punitive"),
    ])
}
