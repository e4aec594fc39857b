/// A batch of retired traction batteries 动力电池回收, from receipt to cascade use or recycling (clause 10).
package struct Battery: Record {
  package var id = RecordID.unset
  package var revision = 0
  package var batch = ""
  package var region = ""
  package var enterprise: RecordID?
  package var parent: RecordID?
  package var source = ""
  package var sourceName = ""
  package var receivedOn: Day?
  package var document = ""
  package var traceNumber = ""
  package var tracedOn: Day?
  package var chemistry = ""
  package var form = ""
  package var packs: Int?
  package var mass: Amount?
  package var energy: Amount?
  package var health: Amount?
  package var testedOn: Day?
  package var loss: Amount?
  package var contact = ""
  package var phone = ""
  package var remarks = ""
  package var cascades: [BatteryUse] = []
  package var recycles: [BatteryRecycling] = []
  package var transfers: [BatteryTransfer] = []
  package var answers: [RuleAnswer] = []

  // Derived from the three ways on, and carried over from the links.
  package var name = ""
  package var holderName = ""
  package var holderCode = ""
  package var parentBatch = ""
  package var state = "received"
  package var massCascaded: Amount?
  package var massRecycled: Amount?
  package var massTransferred: Amount?
  package var stock: Amount?
  package var recovered: Amount?
  package var share: Amount?

  package init() {}

  package static let schema = Schema<Battery>(
    "batteries", Label(zh: "动力电池回收", en: "Battery recycling"), singular: Label(zh: "批次", en: "Batch"), clause: "三(四)10",
    key: "batch", title: "name",
    fields: [
      .text("batch", \.batch, "批次号", "Batch", max: 40).required().aliases("批号", "入库批次"),
      .text("name", \.name, "企业与批次", "Firm and batch", max: 200).carried(),
      .record("enterprise", \.enterprise, "回收利用企业", "Recycler", "enterprises").required()
        .aliases("企业名称", "统一社会信用代码"),
      .reference("region", \.region, "归口地区", "Region", .region).required().aliases(
        "地区", "县(市、区)", "县市区", "区县", "所属区县", "所属地区", "县区", "所属县区"),
      .record("parent", \.parent, "来源批次", "From batch", "batteries")
        .help("由另一企业转来的，选转出的批次", "Where another firm passed it on: the batch it came from"),
      .code("source", \.source, "来源", "Source", BatteryCodes.sources).required(),
      .text("source_name", \.sourceName, "交付单位", "Delivered by", max: 200).required(),
      .day("received_on", \.receivedOn, "接收日期", "Received on").required().aliases("入库日期"),
      .text("document", \.document, "转移联单号", "Transfer document").required().aliases("联单号"),
      .text("trace_number", \.traceNumber, "溯源平台编号", "Traceability number", max: 60),
      .day("traced_on", \.tracedOn, "溯源上传日期", "Uploaded on"),
      .code("chemistry", \.chemistry, "电池类型", "Chemistry", BatteryCodes.chemistries).required(),
      .code("form", \.form, "形态", "Form", BatteryCodes.forms).required(),
      .integer("packs", \.packs, "数量", "Number", 1...1_000_000).required(),
      .amount("mass", \.mass, "接收质量", "Mass received", .tonne).required().aliases("重量", "质量"),
      .amount("energy", \.energy, "标称能量", "Nominal energy", .kilowattHour),
      .amount("health", \.health, "平均剩余容量", "Capacity left", .percent).help("检测得到的平均健康度", "The average found by test"),
      .day("tested_on", \.testedOn, "检测日期", "Tested on").required { $0.health != nil },
      .amount("loss", \.loss, "损耗", "Loss", .tonne).running().help(
        "拆解、清洗等损耗的质量", "Mass lost in dismantling and cleaning"),
      .text("contact", \.contact, "联系人", "Contact", max: 40).running(),
      .phone("phone", \.phone, "联系电话", "Phone").running().aliases("电话", "手机", "联系方式"),
      .longText("remarks", \.remarks, "备注", "Remarks").running(),
      .text("holder_name", \.holderName, "企业名称", "Recycler's name").carried(),
      .text("holder_code", \.holderCode, "企业标识", "Enterprise's key", max: 24).carried(),
      .text("parent_batch", \.parentBatch, "来源批次号", "From batch no.", max: 40).carried(),
      .code("state", \.state, "状态", "State", BatteryCodes.states).derived(),
      .amount("cascaded", \.massCascaded, "梯次利用", "Cascade use", .tonne).derived(),
      .amount("recycled", \.massRecycled, "再生利用", "Recycled", .tonne).derived(),
      .amount("transferred", \.massTransferred, "转出", "Passed on", .tonne).derived(),
      .amount("stock", \.stock, "结存", "Left", .tonne).derived(),
      .amount("recovered", \.recovered, "回收有价金属", "Metals recovered", .tonne).derived(),
      .amount("handled_share", \.share, "利用率", "Handled", .percent).derived(),
    ],
    lists: [
      ChildList("cascades", \.cascades, "梯次利用", "Cascade use", part: .running),
      ChildList("recycles", \.recycles, "再生利用", "Recycling", part: .running),
      ChildList("transfers", \.transfers, "转出", "Passed on", part: .running),
      ChildList(RuleAnswer.list, \.answers, "说明", "Answers", part: .running),
    ])

  /// What has gone one of the three ways, or was lost.
  package var massOut: Amount? {
    Amount.total([massCascaded, massRecycled, massTransferred, loss])
  }

  package mutating func derive(in context: DeriveContext) {
    let holder = context.linked(Enterprise.self, enterprise)
    holderName = holder?.name ?? ""
    holderCode = holder?.key ?? ""
    parentBatch = context.linked(Battery.self, parent)?.batch ?? ""
    name = [holderName, batch].filter { !$0.isEmpty }.joined(separator: " ")
    massCascaded = Amount.total(cascades.map(\.mass))
    massRecycled = Amount.total(recycles.map(\.mass))
    massTransferred = Amount.total(transfers.map(\.mass))
    recovered = Amount.total(
      recycles.flatMap { [$0.lithium, $0.nickel, $0.cobalt, $0.manganese, $0.copper, $0.aluminium] })
    let out = massOut ?? .zero
    stock = mass?.subtracting(out)
    state = out <= .zero ? "received" : (stock ?? .zero) > .zero ? "handling" : "finished"
    share = nil
    if let mass, mass > .zero, let used = Amount.total([massCascaded, massRecycled]) {
      share = used.times(100, over: 1)?.divided(by: mass)
    }
  }
}

extension Battery {
  package static let layout = Layout(
    sections: [
      Layout.Section(
        "接收", "Receipt",
        [
          ["batch"], ["enterprise"], ["region", "source"], ["source_name"], ["parent"], ["received_on"], ["document"],
          ["trace_number"], ["traced_on"], ["chemistry", "form"], ["packs", "mass"], ["energy"],
          ["health", "tested_on"], ["contact", "phone"], ["remarks"],
        ]),
      Layout.Section("梯次利用", "Cascade use", list: "cascades"),
      Layout.Section("再生利用", "Recycling", list: "recycles"),
      Layout.Section("转出", "Passed on", list: "transfers"),
      Layout.Section(
        "平衡", "Balance",
        [
          ["cascaded", "recycled"], ["transferred", "loss"], ["stock", "handled_share"], ["recovered", "state"],
        ]),
    ],
    columns: [
      .init("batch", width: 18),
      .init("holder_name", width: 16, heading: ("企业", "Recycler")),
      .init("mass", width: 8, heading: ("接收", "In")),
      .init("cascaded", width: 7, heading: ("梯次", "Cascade")),
      .init("recycled", width: 7, heading: ("再生", "Recyc.")),
      .init("stock", width: 7, heading: ("结存", "Left")),
      .init("received_on", width: 10),
      .init("chemistry", width: 8, isDefault: false, heading: ("类型", "Kind")),
      .init("region", width: 8, isDefault: false),
      .init("source", width: 14, isDefault: false),
      .init("state", width: 8, isDefault: false),
      .init("transferred", width: 8, isDefault: false),
      .init("handled_share", width: 8, isDefault: false, heading: ("利用率", "Used %")),
      .init("health", width: 8, isDefault: false, heading: ("剩余容量", "Health")),
      .init("traced_on", width: 10, isDefault: false),
      .init("name", width: 26, isDefault: false),
      .init("parent_batch", width: 16, isDefault: false),
    ],
    sort: [Sort("received_on", descending: true)],
    search: ["name", "batch", "holder_name", "source_name", "document", "trace_number", "parent_batch"],
    totals: ["mass", "stock"],
    indexed: ["name", "region", "received_on"])

  private static let first = Filter.where("parent")

  package static let measures: [Measure] = [
    Measure(
      "batteries.received", Label(zh: "接收退役动力电池", en: "Retired batteries received"), unit: .tonne,
      register: "batteries", where: first, .sum("mass"), day: "received_on", by: ["chemistry", "source"],
      rule: Label(
        zh: "首次接收的质量，按接收日期；由其他批次转来的不重复计", en: "Mass first received, by its day; what was passed on counts once")),
    Measure(
      "batteries.cascaded", Label(zh: "梯次利用", en: "Cascade use"), unit: .tonne, register: "batteries", where: .all,
      .sum("cascades.mass"), day: "cascades.day", by: ["chemistry"],
      rule: Label(zh: "梯次利用的质量，按各自日期", en: "Mass put to cascade use, by the day of each")),
    Measure(
      "batteries.recycled", Label(zh: "再生利用", en: "Recycled"), unit: .tonne, register: "batteries", where: .all,
      .sum("recycles.mass"), day: "recycles.day", by: ["chemistry"],
      rule: Label(zh: "再生利用的质量，按各自日期", en: "Mass recycled, by the day of each")),
    Measure(
      "batteries.stock", Label(zh: "结存", en: "In store"), unit: .tonne, register: "batteries",
      where: .where("state", .notEqual, .text("finished")), .sum("stock"), by: ["chemistry", "state"],
      rule: Label(zh: "各批次尚未处置的质量", en: "Mass of each batch that has gone no way yet")),
  ]

  package static let matters: [Matter] = [
    Matter("batteries.old", "结存超过一年", "In store over a year", register: "batteries", due: "received_on", isLate: true) {
      today in
      Filter.where("received_on", .less, .day(today.adding(days: -365))).and(
        "state", .notEqual, .text("finished"))
    },
    Matter(
      "batteries.untraced", "满15个工作日未溯源", "Not uploaded", register: "batteries", due: "received_on", isLate: true
    ) { today in Filter.where("received_on", .less, .day(today.adding(days: -21))).and("traced_on") },
    Matter("batteries.overdrawn", "去向大于接收", "More out than in", register: "batteries") { _ in
      .where("stock", .less, .amount(.zero))
    },
  ]
}
