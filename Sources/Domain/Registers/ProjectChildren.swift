/// A retrofit measure 改造措施.
package struct ProjectMeasure: Child {
  package var id = RecordID.unset
  package var name = ""
  package var technology = ""
  package var catalogue: RecordID?
  package var quantity: Amount?
  package var quantityUnit = ""
  package var investment: Amount?
  package var saving: Amount?

  package init() {}

  package static let fields: [Field<ProjectMeasure>] = [
    .text("name", \.name, "措施", "Measure", max: 200).required().aliases("改造措施", "措施名称"),
    .text("technology", \.technology, "技术目录", "Technology", max: 200),
    .record("catalogue", \.catalogue, "推广目录", "Catalogue", "catalogue").mirrored()
      .help("从技术装备推广目录选用", "An item of the catalogue of technologies"),
    .amount("quantity", \.quantity, "数量", "Quantity", .none),
    .text("quantity_unit", \.quantityUnit, "单位", "Unit", max: 10),
    .amount("investment", \.investment, "投资", "Investment", .yuanWan),
    .amount("saving", \.saving, "节能量", "Saving", .tcePerYear),
  ]
}

/// A milestone 时间节点: planned and actual day of one stage.
package struct Milestone: Child {
  package var id = RecordID.unset
  package var stage = ""
  package var planned: Day?
  package var actual: Day?
  package var remark = ""

  package init() {}

  package static let fields: [Field<Milestone>] = [
    .code("stage", \.stage, "节点", "Stage", ProjectCodes.milestones).required(),
    .day("planned", \.planned, "计划日期", "Planned"),
    .day("actual", \.actual, "实际日期", "Actual").running(),
    .text("remark", \.remark, "备注", "Remark", max: 200).running(),
  ]
}

/// Energy of one carrier before and after the retrofit, in the unit of the meter, and what follows from the factors.
package struct EnergyUse: Child {
  package var id = RecordID.unset
  package var carrier = ""
  package var before: Amount?
  package var after: Amount?
  package var factor: Amount?
  package var unit = ""
  package var tceBefore: Amount?
  package var tceAfter: Amount?
  package var saved: Amount?
  package var savedPrimary: Amount?
  package var co2: Amount?
  package var factors = ""

  package init() {}

  package static let fields: [Field<EnergyUse>] = [
    .reference("carrier", \.carrier, "能源品种", "Carrier", .carrier).required().aliases("能源"),
    .amount("before", \.before, "改造前", "Before", .none).required(),
    .amount("after", \.after, "改造后", "After", .none).required(),
    .amount("factor", \.factor, "采用折标系数", "Factor used", .none)
      .help("只在系数表给出范围时填，单位为每实物单位千克标准煤", "Only where the table gives a range; kgce per physical unit"),
    .text("unit", \.unit, "计量单位", "Meter unit", max: 10).derived(),
    .amount("tce_before", \.tceBefore, "改造前(当量)", "Before (calorific)", .tcePerYear).derived(),
    .amount("tce_after", \.tceAfter, "改造后(当量)", "After (calorific)", .tcePerYear).derived(),
    .amount("saved", \.saved, "节约(当量)", "Saved (calorific)", .tcePerYear).derived(),
    .amount("saved_primary", \.savedPrimary, "节约(等价)", "Saved (primary)", .tcePerYear).derived(),
    .amount("co2", \.co2, "减排CO2", "CO2 cut", .tonnePerYear).derived(),
    .text("factors", \.factors, "所用系数", "Factors used", max: 300).derived(),
  ]
}

/// One county's share of a project that stands in several.
package struct ProjectShare: Child {
  package var id = RecordID.unset
  package var region = ""
  package var investment: Amount?
  package var saving: Amount?
  package var kilowatts: Amount?

  package init() {}

  package static let fields: [Field<ProjectShare>] = [
    .reference("region", \.region, "地区", "Region", .region).required(),
    .amount("investment", \.investment, "投资", "Investment", .yuanWan),
    .amount("saving", \.saving, "节能量", "Saving", .tcePerYear),
    .amount("kw", \.kilowatts, "光伏容量", "PV capacity", .kilowatt),
  ]
}

/// A procedure or permit 手续与要素 (clause 四(四)).
package struct Procedure: Child {
  package var id = RecordID.unset
  package var kind = ""
  package var state = ""
  package var number = ""
  package var day: Day?
  package var remark = ""

  package init() {}

  package static let fields: [Field<Procedure>] = [
    .code("kind", \.kind, "手续", "Procedure", ProjectCodes.procedures).required(),
    .code("state", \.state, "状态", "State", ProjectCodes.procedureStates).required(),
    .text("number", \.number, "文号", "Document no."),
    .day("day", \.day, "日期", "Date").required { $0.state == "done" },
    .text("remark", \.remark, "备注", "Remark", max: 200),
  ]
}

/// A support 政策支持: fund, loan, tax relief, bond, with applied, advanced and settled amounts.
package struct Support: Child {
  package var id = RecordID.unset
  package var kind = ""
  package var level = ""
  package var name = ""
  package var year: Int?
  package var applied: Amount?
  package var appliedOn: Day?
  package var advanced: Amount?
  package var advancedOn: Day?
  package var settled: Amount?
  package var settledOn: Day?
  package var document = ""

  package init() {}

  package static let fields: [Field<Support>] = [
    .code("kind", \.kind, "类别", "Kind", Supports.list).required(),
    .code("level", \.level, "级别", "Level", Supports.levels),
    .text("name", \.name, "名称", "Name"),
    .year("year", \.year, "年度", "Year"),
    .amount("applied", \.applied, "申请金额", "Applied", .yuanWan),
    .day("applied_on", \.appliedOn, "申请日期", "Applied on"),
    .amount("advanced", \.advanced, "预拨金额", "Paid ahead", .yuanWan),
    .day("advanced_on", \.advancedOn, "预拨日期", "Paid ahead on"),
    .amount("settled", \.settled, "清算金额", "Settled", .yuanWan),
    .day("settled_on", \.settledOn, "清算日期", "Settled on"),
    .text("document", \.document, "文号", "Document no."),
  ]
}

/// A document that belongs to the project, and where it is kept; no file is stored.
package struct Attachment: Child {
  package var id = RecordID.unset
  package var name = ""
  package var number = ""
  package var day: Day?
  package var place = ""

  package init() {}

  package static let fields: [Field<Attachment>] = [
    .text("name", \.name, "材料名称", "Document", max: 200).required(),
    .text("number", \.number, "文号", "Number"),
    .day("day", \.day, "日期", "Date"),
    .text("place", \.place, "存放处", "Kept at", max: 200),
  ]
}
