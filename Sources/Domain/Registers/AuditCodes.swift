/// One scheme of a clean-production audit 清洁生产方案.
package struct AuditScheme: Child {
  package var id = RecordID.unset
  package var name = ""
  package var cost = ""
  package var kind = ""
  package var investment: Amount?
  package var saving: Amount?
  package var water: Amount?
  package var waste: Amount?
  package var co2: Amount?
  package var benefit: Amount?
  package var plannedOn: Day?
  package var doneOn: Day?
  package var project: RecordID?

  package init() {}

  package static let fields: [Field<AuditScheme>] = [
    .text("name", \.name, "方案名称", "Scheme", max: 200).required(),
    .code("cost", \.cost, "费用档", "Cost", DiagnosisCodes.costs).required(),
    .code("kind", \.kind, "方案类别", "Kind", AuditCodes.schemes).required(),
    .amount("investment", \.investment, "投资", "Investment", .yuanWan).required { $0.cost != "none" },
    .amount("saving", \.saving, "节能量", "Energy saved", .tcePerYear),
    .amount("water", \.water, "节水量", "Water saved", .cubicMetrePerYear),
    .amount("waste", \.waste, "减排固废", "Solid waste cut", .tonnePerYear),
    .amount("co2", \.co2, "减碳量", "CO2 cut", .tonnePerYear),
    .amount("benefit", \.benefit, "年效益", "Benefit a year", .yuanWan),
    .day("planned_on", \.plannedOn, "计划完成", "Planned"),
    .day("done_on", \.doneOn, "实施完成", "Carried out on"),
    .record("project", \.project, "项目库项目", "Project", "projects"),
  ]
}

/// Short closed lists of the register of audits.
package enum AuditCodes {
  /// By law or of one's own accord.
  package static let kinds = CodeList(
    "audit_kinds", [Code("mandatory", "强制性", "Mandatory"), Code("voluntary", "自愿性", "Voluntary")])

  /// Why it is mandatory: 双超双有高耗能, article 27 of the law.
  package static let reasons = CodeList(
    "audit_reasons",
    [
      Code("over_concentration", "排放超标", "Emissions above the standard"),
      Code("over_total", "排放超总量", "Emissions above the quota"),
      Code("toxic_used", "使用有毒有害原料", "Toxic material used"),
      Code("toxic_emitted", "排放有毒有害物质", "Toxic substances emitted"),
      Code("high_energy", "高耗能(超单耗限额)", "Energy above the limit"),
    ])

  /// How far it is, by its days.
  package static let stages = CodeList(
    "audit_stages",
    [
      Code("listed", "列入", "Listed"), Code("started", "已启动", "Started"), Code("reported", "已提交报告", "Reported"),
      Code("assessed", "已评估", "Assessed"), Code("correcting", "验收整改", "To correct"),
      Code("accepted", "已验收", "Accepted"),
    ])

  /// What assessment or acceptance found.
  package static let outcomes = CodeList(
    "audit_outcomes",
    [Code("passed", "通过", "Passed"), Code("correct", "整改后再验", "To correct"), Code("failed", "不通过", "Failed")])

  /// Levels of the evaluation systems, best first.
  package static let levels = CodeList(
    "clean_levels",
    [
      Code("leading", "国际领先(Ⅰ级)", "Internationally leading (I)"), Code("advanced", "国内先进(Ⅱ级)", "Advanced (II)"),
      Code("basic", "国内一般(Ⅲ级)", "Basic (III)"),
    ])

  /// What a scheme changes.
  package static let schemes = CodeList(
    "audit_schemes",
    [
      Code("materials", "原辅材料和能源", "Materials and energy"), Code("technology", "技术工艺", "Technology"),
      Code("equipment", "设备", "Equipment"), Code("control", "过程控制", "Process control"),
      Code("product", "产品", "Product"), Code("waste", "废物", "Waste"), Code("management", "管理", "Management"),
      Code("staff", "员工", "Staff"),
    ])
}
