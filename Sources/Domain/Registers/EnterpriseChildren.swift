/// One year of an enterprise: scale, output, energy, water, waste, carbon.
package struct EnterpriseYear: Child {
  package var id = RecordID.unset
  package var year: Int?
  package var aboveScale = false
  package var keyEnergyUser = false
  package var output: Amount?
  package var valueAdded: Amount?
  package var valueAddedComparable: Amount?
  package var energy: Amount?
  package var basis = ""
  package var electricity: Amount?
  package var water: Amount?
  package var co2: Amount?
  package var wasteMade: Amount?
  package var wasteUsed: Amount?
  package var priceClass = ""
  package var source = ""

  package init() {}

  package static let fields: [Field<EnterpriseYear>] = [
    .year("year", \.year, "年度", "Year").required().aliases("年份"),
    .flag("above_scale", \.aboveScale, "规上", "Above scale").aliases("是否规上", "规上企业"),
    .flag("key_energy_user", \.keyEnergyUser, "重点用能", "Key energy user").aliases("重点用能单位"),
    .amount("output", \.output, "总产值", "Output value", .yuanWan).aliases("工业总产值"),
    .amount("value_added", \.valueAdded, "增加值(现价)", "Value added (current)", .yuanWan).aliases("增加值", "工业增加值"),
    .amount("value_added_comparable", \.valueAddedComparable, "增加值(可比价)", "Value added (comparable)", .yuanWan),
    .amount("energy", \.energy, "综合能耗", "Energy", .tce).aliases("能耗", "综合能源消费量"),
    .code("basis", \.basis, "电力口径", "Electricity basis", Bases.list).required { $0.energy != nil },
    .amount("electricity", \.electricity, "用电量", "Electricity", .wanKilowattHour),
    .amount("water", \.water, "取水量", "Water", .cubicMetre).aliases("用水量", "新水量"),
    .amount("co2", \.co2, "碳排放", "CO2", .tonne).aliases("二氧化碳排放量"),
    .amount("waste_made", \.wasteMade, "固废产生量", "Solid waste made", .tonne),
    .amount("waste_used", \.wasteUsed, "固废利用量", "Solid waste used", .tonne),
    .code("price_class", \.priceClass, "电价类别", "Price class", PriceClasses.list),
    .text("source", \.source, "数据来源", "Source"),
  ]
}

/// A change 变动 of an enterprise: old names and codes find the successor by it.
package struct EnterpriseChange: Child {
  package var id = RecordID.unset
  package var kind = ""
  package var day: Day?
  package var oldName = ""
  package var oldCode = ""
  package var oldRegion = ""
  package var successor: RecordID?
  package var document = ""
  package var remark = ""

  package init() {}

  package static let fields: [Field<EnterpriseChange>] = [
    .code("kind", \.kind, "变动", "Change", EnterpriseChanges.list).required(),
    .day("day", \.day, "日期", "Date").required(),
    .text("old_name", \.oldName, "原名称", "Old name"),
    .text("old_code", \.oldCode, "原代码", "Old code", max: 20),
    .reference("old_region", \.oldRegion, "原归口地区", "Old region", .region),
    .record("successor", \.successor, "承继企业", "Successor", "enterprises"),
    .text("document", \.document, "文号", "Document no."),
    .text("remark", \.remark, "备注", "Remark", max: 300),
  ]
}
