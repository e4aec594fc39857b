/// One step on the way to retiring something 整治进度.
package struct PhaseoutStep: Child {
  package var id = RecordID.unset
  package var step = ""
  package var planned: Day?
  package var actual: Day?
  package var remark = ""

  package init() {}

  package static let fields: [Field<PhaseoutStep>] = [
    .code("step", \.step, "步骤", "Step", PhaseoutCodes.steps).required(),
    .day("planned", \.planned, "计划日期", "Planned"),
    .day("actual", \.actual, "实际日期", "Actual"),
    .text("remark", \.remark, "备注", "Remark", max: 300),
  ]
}

/// Short closed lists of the register of phase-outs.
package enum PhaseoutCodes {
  /// What clause 5 names, sector by sector.
  package static let objects = CodeList(
    "phaseout_objects",
    [
      Code("coal_boiler", "燃煤供热锅炉", "Coal-fired heating boiler"),
      Code("furnace", "工业炉窑", "Industrial furnace"),
      Code("blast_furnace", "限制类高炉", "Restricted blast furnace"),
      Code("converter", "限制类转炉", "Restricted converter"),
      Code("clinker_line", "水泥熟料线", "Clinker line"),
      Code("glass_line", "玻璃生产线", "Glass line"),
      Code("chemical_unit", "化工装置", "Chemical unit"),
      Code("chemical_plant", "园区外化工企业", "Chemical plant outside parks"),
      Code("paper_mill", "造纸企业(生产线)", "Paper mill"),
      Code("dyeing_line", "印染装备", "Dyeing line"),
      Code("motors", "落后机电设备", "Outdated motors"),
      Code("other", "其他", "Other"),
    ])

  /// What becomes of it.
  package static let modes = CodeList(
    "phaseout_modes",
    [
      Code("retire", "淘汰", "Retire"), Code("replace", "整合置换", "Consolidate or replace"),
      Code("upgrade", "升级改造", "Upgrade"), Code("move", "搬迁入园", "Move into a park"),
      Code("close", "关闭退出", "Close down"),
    ])
  /// Those after which the line itself is no more.
  package static let ending: Set<String> = ["retire", "replace", "close"]

  /// On what grounds.
  package static let grounds = CodeList(
    "phaseout_grounds",
    [
      Code("plan", "行动计划任务5", "Task 5 of the plan"), Code("guidance", "产业结构调整指导目录", "National guidance list"),
      Code("coal_plan", "煤炭消费减量替代", "Coal reduction"), Code("pollution", "污染防治攻坚", "Pollution control"),
      Code("inspection", "督察整改", "Inspection"), Code("own", "企业自行安排", "The firm's own plan"),
    ])

  /// Units of sizes that are neither steam nor clinker.
  package static let units = CodeList(
    "phaseout_units",
    [
      Code("cubic_metre", "立方米", "m3"), Code("tonne", "吨", "t"), Code("tonne_day", "吨/日", "t/d"),
      Code("wan_tonne_year", "万吨/年", "10k t/a"), Code("wan_metre_year", "万米/年", "10k m/a"),
      Code("kilowatt", "千瓦", "kW"), Code("set", "台(套)", "sets"),
    ])

  /// What heats instead.
  package static let heatSources = CodeList(
    "heat_sources",
    [
      Code("central", "集中供热", "Central heating"), Code("gas", "天然气", "Natural gas"),
      Code("electricity", "电(蓄热)", "Electricity"), Code("heat_pump", "热泵", "Heat pump"),
      Code("biomass", "生物质", "Biomass"), Code("waste_heat", "余热", "Waste heat"), Code("none", "不再用热", "None needed"),
    ])

  /// What shows that it is done.
  package static let proofs = CodeList(
    "phaseout_proofs",
    [
      Code("deregistered", "特种设备注销证明", "Deregistration"), Code("removed", "拆除验收意见", "Acceptance of the removal"),
      Code("announced", "置换(退出)公告", "Public notice"), Code("accepted", "改造验收意见", "Acceptance of the retrofit"),
      Code("licence", "排污许可(营业执照)注销", "Licence cancelled"), Code("moved", "搬迁投产证明", "Production in the park"),
    ])

  /// Where it stands, by its days.
  package static let states = CodeList(
    "phaseout_states",
    [
      Code("planned", "未启动", "Not begun"), Code("under_way", "整治中", "Under way"), Code("done", "已完成", "Done"),
      Code("cancelled", "已调出", "Taken off"),
    ])

  /// Steps on the way.
  package static let steps = CodeList(
    "phaseout_steps",
    [
      Code("plan", "制定方案", "Plan"), Code("agreement", "签订协议", "Agreement"), Code("heat", "替代热源到位", "Heat ready"),
      Code("stop", "停用", "Stopped"), Code("removal", "拆除", "Removal"), Code("acceptance", "验收", "Acceptance"),
      Code("deregistration", "注销(公告)", "Deregistration"),
    ])
}
