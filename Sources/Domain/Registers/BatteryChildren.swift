/// A part of a batch that went to cascade use 梯次利用.
package struct BatteryUse: Child {
  package var id = RecordID.unset
  package var day: Day?
  package var product = ""
  package var packs: Int?
  package var mass: Amount?
  package var energy: Amount?
  package var user = ""
  package var enterprise: RecordID?
  package var traceNumber = ""

  package init() {}

  package static let fields: [Field<BatteryUse>] = [
    .day("day", \.day, "日期", "Day").required(),
    .code("product", \.product, "梯次产品", "Product", BatteryCodes.products).required(),
    .integer("packs", \.packs, "数量", "Number", 1...1_000_000),
    .amount("mass", \.mass, "质量", "Mass", .tonne).required(),
    .amount("energy", \.energy, "能量", "Energy", .kilowattHour),
    .text("user", \.user, "使用单位", "User", max: 200).required(),
    .record("enterprise", \.enterprise, "企业清单", "On the enterprise list", "enterprises"),
    .text("trace_number", \.traceNumber, "梯次产品溯源编码", "Traceability number", max: 60),
  ]
}

/// A part of a batch that was recycled 再生利用, and the metals that came of it.
package struct BatteryRecycling: Child {
  package var id = RecordID.unset
  package var day: Day?
  package var recycler = ""
  package var enterprise: RecordID?
  package var mass: Amount?
  package var lithium: Amount?
  package var nickel: Amount?
  package var cobalt: Amount?
  package var manganese: Amount?
  package var copper: Amount?
  package var aluminium: Amount?

  package init() {}

  package static let fields: [Field<BatteryRecycling>] = [
    .day("day", \.day, "日期", "Day").required(),
    .text("recycler", \.recycler, "再生企业", "Recycler", max: 200).required(),
    .record("enterprise", \.enterprise, "企业清单", "On the enterprise list", "enterprises"),
    .amount("mass", \.mass, "质量", "Mass", .tonne).required(),
    .amount("lithium", \.lithium, "锂", "Lithium", .tonne),
    .amount("nickel", \.nickel, "镍", "Nickel", .tonne),
    .amount("cobalt", \.cobalt, "钴", "Cobalt", .tonne),
    .amount("manganese", \.manganese, "锰", "Manganese", .tonne),
    .amount("copper", \.copper, "铜", "Copper", .tonne),
    .amount("aluminium", \.aluminium, "铝", "Aluminium", .tonne),
  ]
}

/// A part of a batch that was passed on to another firm 转出; there it is a batch of its own.
package struct BatteryTransfer: Child {
  package var id = RecordID.unset
  package var day: Day?
  package var receiver = ""
  package var enterprise: RecordID?
  package var mass: Amount?
  package var packs: Int?
  package var document = ""

  package init() {}

  package static let fields: [Field<BatteryTransfer>] = [
    .day("day", \.day, "日期", "Day").required(),
    .text("receiver", \.receiver, "接收单位", "Receiver", max: 200).required(),
    .record("enterprise", \.enterprise, "企业清单", "On the enterprise list", "enterprises"),
    .amount("mass", \.mass, "质量", "Mass", .tonne).required(),
    .integer("packs", \.packs, "数量", "Number", 1...1_000_000),
    .text("document", \.document, "转移联单号", "Transfer document").required(),
  ]
}

/// Short closed lists of the register of batteries.
package enum BatteryCodes {
  /// Who delivered it.
  package static let sources = CodeList(
    "battery_sources",
    [
      Code("dealer", "销售服务网点", "Dealer"), Code("maker", "整车企业", "Car maker"),
      Code("dismantler", "报废汽车拆解企业", "Dismantler"), Code("swap", "换电(租赁)企业", "Battery swap"),
      Code("fleet", "公交(运营)企业", "Fleet"), Code("battery_maker", "电池企业", "Battery maker"),
      Code("batch", "其他批次转入", "Another batch"), Code("other", "其他", "Other"),
    ])

  /// What it is made of.
  package static let chemistries = CodeList(
    "battery_chemistries",
    [
      Code("lfp", "磷酸铁锂", "LFP"), Code("ncm", "三元", "NCM"), Code("lmo", "锰酸锂", "LMO"), Code("nimh", "镍氢", "NiMH"),
      Code("mixed", "混合", "Mixed"),
    ])

  /// In what form it came.
  package static let forms = CodeList(
    "battery_forms", [Code("pack", "电池包", "Packs"), Code("module", "模组", "Modules"), Code("cell", "单体", "Cells")])

  /// How far it is.
  package static let states = CodeList(
    "battery_states",
    [Code("received", "待处置", "Received"), Code("handling", "处置中", "In hand"), Code("finished", "已处置完", "Finished")])

  /// What cascade use makes of it.
  package static let products = CodeList(
    "cascade_products",
    [
      Code("storage", "储能", "Storage"), Code("backup", "通信基站备电", "Telecom backup"),
      Code("low_speed", "低速车", "Low-speed vehicles"), Code("lighting", "路灯", "Street lamps"),
      Code("forklift", "叉车", "Forklifts"), Code("other", "其他", "Other"),
    ])
}
