/// Focus areas 改造领域: the four of the plan's second section.
package enum FocusAreas {
  /// The choices.
  package static let list = CodeList(
    "focus_areas",
    [
      Code("process", "工艺装备节能改造", "Process equipment"),
      Code("facilities", "设施配套升级", "Supporting facilities"),
      Code("new_energy", "新能源推广应用", "New energy"),
      Code("recycling", "资源循环利用", "Resource recycling"),
    ])
}

/// Kinds of project 类型, each bound to its focus area by the plan's text (section 二): waste heat is new energy.
package enum ProjectKinds {
  /// The choices.
  package static let list = CodeList(
    "project_kinds",
    [
      Code("process_retrofit", "工艺节能改造", "Process retrofit", parent: "process"),
      Code("equipment", "主要用能设备更新", "Main equipment renewal", parent: "process"),
      Code("kiln", "工业窑炉改造", "Kilns and furnaces", parent: "process"),
      Code("line", "生产线或车间改造", "Line or workshop", parent: "process"),
      Code("electrification", "电能替代", "Electrification", parent: "process"),
      Code("building", "建筑节能", "Buildings", parent: "facilities"),
      Code("lighting", "照明节能", "Lighting", parent: "facilities"),
      Code("general_equipment", "通用用能设备", "General-purpose equipment", parent: "facilities"),
      Code("transport", "公共交通设施", "Public transport", parent: "facilities"),
      Code("roof_pv", "屋顶光伏(含光储)", "Rooftop PV (with storage)", parent: "facilities"),
      Code("energy_centre", "能源管理中心", "Energy management centre", parent: "facilities"),
      Code("carbon_platform", "碳排放管理平台", "Carbon management platform", parent: "facilities"),
      Code("pv", "分布式光伏(非屋顶)", "Distributed PV (not on roofs)", parent: "new_energy"),
      Code("wind", "风电", "Wind power", parent: "new_energy"),
      Code("storage", "用户侧储能", "User-side storage", parent: "new_energy"),
      Code("pv_storage", "光储一体化(非屋顶)", "PV with storage (not on roofs)", parent: "new_energy"),
      Code("heat_pump", "高效热泵", "Heat pumps", parent: "new_energy"),
      Code("waste_heat", "余热余压利用", "Waste heat and pressure", parent: "new_energy"),
      Code("microgrid", "绿色低碳微电网", "Green microgrid", parent: "new_energy"),
      Code("multi_energy", "多能互补", "Multi-energy", parent: "new_energy"),
      Code("biomass", "生物质能", "Biomass", parent: "new_energy"),
      Code("ocean", "海洋能", "Ocean energy", parent: "new_energy"),
      Code("hydrogen", "氢能", "Hydrogen", parent: "new_energy"),
      Code("solid_waste", "工业固废综合利用", "Industrial solid waste", parent: "recycling"),
      Code("co_processing", "协同处置固废", "Co-processing of waste", parent: "recycling"),
      Code("renewable_resources", "再生资源利用", "Renewable resources", parent: "recycling"),
      Code("battery", "动力电池梯级利用和再利用", "Traction batteries", parent: "recycling"),
      Code("remanufacture", "再制造", "Remanufacturing", parent: "recycling"),
      Code("water", "水资源循环利用", "Water reuse", parent: "recycling"),
    ])

  /// The kinds that need PV capacity and roof area.
  package static let pv: Set<String> = ["roof_pv", "pv", "pv_storage"]
  /// The kinds that need storage capacity.
  package static let storage: Set<String> = ["storage", "pv_storage"]
  /// The kinds that need a waste and its tonnes.
  package static let waste: Set<String> = ["solid_waste", "co_processing", "renewable_resources", "battery"]
  /// The kinds that need water reuse before and after.
  package static let water: Set<String> = ["water"]
  /// Kinds whose CO2 does not follow from energy by carrier.
  package static let otherCarbon: Set<String> = pv.union(storage).union(waste).union(water)
  /// The kinds that give renewable energy.
  package static let renewable: Set<String> = pv.union(["wind", "biomass", "ocean"])
}

/// Short closed lists of the project register.
package enum ProjectCodes {
  /// Who carries the project out.
  package static let holders = CodeList(
    "holder_kinds",
    [
      Code("enterprise", "企业", "Enterprise"),
      Code("park", "园区", "Park"),
      Code("energy_service", "企业(合同能源管理)", "Enterprise with energy-service company"),
    ])

  /// 对标方式: what the level after the retrofit is measured against.
  package static let benchmarkings = CodeList(
    "benchmarkings",
    [
      Code("levels", "能效标杆", "National efficiency levels"),
      Code("standard", "GB限额先进值", "Advanced value of a GB limit"),
      Code("equipment", "设备能效等级", "Equipment efficiency grade"),
      Code("none", "不适用", "None applies"),
    ])

  /// How the saving was worked out.
  package static let methods = CodeList(
    "saving_methods",
    [
      Code("carriers", "分品种前后对比", "Before and after by carrier"),
      Code("unit", "单耗对比", "Unit consumption"),
      Code("measured", "实测", "Measured"),
      Code("design", "设计或可研", "Design or study"),
      Code("other", "其他", "Other"),
    ])

  /// 实施阶段, derived from the milestones.
  package static let stages = CodeList(
    "stages",
    [
      Code("reserve", "储备", "Reserve"),
      Code("under_way", "实施", "Under way"),
      Code("completed", "竣工", "Completed"),
      Code("accepted", "验收", "Accepted"),
      Code("stopped", "终止", "Stopped"),
    ])

  /// Stages of a timeline, in their order.
  package static let milestones = CodeList(
    "milestone_stages",
    [
      Code("preparation", "前期", "Preparation"),
      Code("registration", "备案", "Registration"),
      Code("start", "开工", "Start"),
      Code("equipment", "设备到位", "Equipment on site"),
      Code("installation", "安装调试", "Installation"),
      Code("completion", "竣工", "Completion"),
      Code("acceptance", "验收", "Acceptance"),
    ])

  /// Milestones where seven of them stand side by side.
  package static let shortMilestones: [String: Label] = [
    "preparation": Label(zh: "前期", en: "Prep"), "registration": Label(zh: "备案", en: "Reg"),
    "start": Label(zh: "开工", en: "Start"), "equipment": Label(zh: "设备", en: "Equip"),
    "installation": Label(zh: "安装", en: "Inst"), "completion": Label(zh: "竣工", en: "Done"),
    "acceptance": Label(zh: "验收", en: "Acc"),
  ]

  /// Procedures and permits (clause 四(四)).
  package static let procedures = CodeList(
    "procedures",
    [
      Code("registration", "备案", "Registration"),
      Code("land", "用地", "Land"),
      Code("forest", "林地", "Forest land"),
      Code("sea", "用海", "Sea area"),
      Code("planning", "规划", "Planning"),
      Code("construction", "建设", "Construction"),
      Code("environment", "环评", "Environmental assessment"),
      Code("energy_review", "节能审查", "Energy review"),
      Code("water", "取水", "Water intake"),
    ])

  /// How far a procedure is.
  package static let procedureStates = CodeList(
    "procedure_states",
    [
      Code("not_needed", "无需", "Not needed"),
      Code("not_begun", "未办", "Not begun"),
      Code("under_way", "在办", "Under way"),
      Code("done", "已办", "Done"),
    ])

  /// Wastes that clause 二(四) names.
  package static let wastes = CodeList(
    "wastes",
    [
      Code("slag", "冶炼渣", "Smelting slag"),
      Code("tailings", "尾矿", "Tailings"),
      Code("offcuts", "工业边角料", "Offcuts"),
      Code("catalyst", "废催化剂", "Spent catalyst"),
      Code("fly_ash", "飞灰", "Fly ash"),
      Code("salt", "废盐", "Waste salt"),
      Code("sludge", "污泥", "Sludge"),
      Code("scrap_steel", "废钢铁", "Scrap steel"),
      Code("plastic", "废塑料", "Waste plastic"),
      Code("glass", "废玻璃", "Waste glass"),
      Code("battery", "废旧动力电池", "Traction batteries"),
      Code("other", "其他", "Other"),
    ])

  /// How a project goes, as its holder reports it.
  package static let paces = CodeList(
    "paces",
    [
      Code("ahead", "超前", "Ahead"),
      Code("on_plan", "按计划", "On plan"),
      Code("delayed", "推迟", "Delayed"),
      Code("stalled", "停滞", "Stalled"),
    ])

  /// Why it is late.
  package static let delayReasons = CodeList(
    "delay_reasons",
    [
      Code("funds", "资金", "Funds"),
      Code("land", "用地", "Land"),
      Code("procedures", "手续", "Procedures"),
      Code("equipment", "设备", "Equipment"),
      Code("market", "市场", "Market"),
      Code("design", "方案调整", "Change of design"),
      Code("other", "其他", "Other"),
    ])

  /// Where it stands in a yearly plan.
  package static let planStates = CodeList(
    "plan_states",
    [
      Code("listed", "列入", "Listed"),
      Code("adjusted", "调整", "Adjusted"),
      Code("moved_out", "调出", "Moved out"),
    ])

  /// How it entered a yearly plan.
  package static let planKinds = CodeList(
    "plan_kinds",
    [
      Code("new", "新开工", "New start"),
      Code("carried_on", "续建", "Carried on"),
    ])

  /// What a report covers.
  package static let spans = CodeList(
    "report_spans",
    [
      Code("quarter", "季报", "Quarter"),
      Code("month", "月报", "Month"),
    ])

  /// Whether a problem is solved.
  package static let problemStates = CodeList(
    "problem_states",
    [
      Code("open", "待协调", "Open"),
      Code("solved", "已解决", "Solved"),
    ])

  /// Why it was stopped.
  package static let stopReasons = CodeList(
    "stop_reasons",
    [
      Code("funds", "资金不落实", "No funds"),
      Code("market", "市场变化", "Market"),
      Code("policy", "政策调整", "Policy"),
      Code("technology", "技术路线变化", "Technology"),
      Code("closed", "企业关停或搬迁", "Enterprise closed or moved"),
      Code("other", "其他", "Other"),
    ])
}
