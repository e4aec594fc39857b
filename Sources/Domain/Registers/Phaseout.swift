/// Something to be retired, replaced, moved or upgraded 淘汰整治清单, with its deadline and proof (clause 5).
package struct Phaseout: Record {
  package var id = RecordID.unset
  package var revision = 0
  package var number = ""
  package var object = ""
  package var objectName = ""
  package var enterprise: RecordID?
  package var owner = ""
  package var region = ""
  package var site = ""
  package var isInCity = false
  package var steam: Amount?
  package var clinker: Amount?
  package var capacity: Amount?
  package var capacityUnit = ""
  package var fuel = ""
  package var builtIn: Int?
  package var line: RecordID?
  package var mode = ""
  package var basis = ""
  package var listDocument = ""
  package var listedOn: Day?
  package var deadline: Day?
  package var heatSource = ""
  package var heatSupplier = ""
  package var heatReadyOn: Day?
  package var park: RecordID?
  package var project: RecordID?
  package var replacedBy = ""
  package var newCapacity: Amount?
  package var stoppedOn: Day?
  package var removedOn: Day?
  package var doneOn: Day?
  package var proof = ""
  package var proofNumber = ""
  package var proofBy = ""
  package var energyFreed: Amount?
  package var coalCut: Amount?
  package var subsidy: Amount?
  package var cancelledOn: Day?
  package var cancelReason = ""
  package var contact = ""
  package var phone = ""
  package var remarks = ""
  package var steps: [PhaseoutStep] = []
  package var answers: [RuleAnswer] = []

  // Derived from its days and size, and carried over from the links.
  package var name = ""
  package var holderName = ""
  package var holderCode = ""
  package var sector = ""
  package var state = "planned"
  package var isInClause = false
  package var openUntil: Day?

  package init() {}

  package static let schema = Schema<Phaseout>(
    "phaseouts", Label(zh: "淘汰整治清单", en: "Phase-outs"), singular: Label(zh: "淘汰整治对象", en: "Phase-out"),
    clause: "三(二)5", key: "number", title: "name",
    fields: [
      .text("number", \.number, "编号", "Number", max: 40).required().aliases("序号", "清单编号"),
      .text("name", \.name, "主体与对象", "Owner and object", max: 200).carried(),
      .code("object", \.object, "对象类别", "Object", PhaseoutCodes.objects).required().aliases("类别", "设备类型"),
      .text("object_name", \.objectName, "对象名称", "Name of the object", max: 100).required()
        .aliases("设备名称", "生产线名称", "锅炉名称"),
      .record("enterprise", \.enterprise, "企业", "Enterprise", "enterprises").required { $0.owner.isEmpty }
        .aliases("企业名称", "统一社会信用代码").outside("owner"),
      .text("owner", \.owner, "责任单位(清单外)", "Owner (not on the list)", max: 200),
      .reference("region", \.region, "归口地区", "Region", .region).required().aliases(
        "地区", "县(市、区)", "县市区", "区县", "所属区县", "所属地区", "县区", "所属县区"),
      .text("site", \.site, "所在地", "Site", max: 200),
      .flag("in_city", \.isInCity, "城市建成区内", "In the built-up area"),
      .amount("steam", \.steam, "锅炉容量", "Boiler capacity", .steamTonne).required { $0.object == "coal_boiler" }
        .aliases("蒸吨", "锅炉蒸吨"),
      .amount("clinker", \.clinker, "熟料产能", "Clinker capacity", .tonnePerDay).required { $0.object == "clinker_line" }
        .aliases("熟料规模"),
      .amount("capacity", \.capacity, "规模", "Capacity", .none)
        .required { $0.object != "coal_boiler" && $0.object != "clinker_line" },
      .code("capacity_unit", \.capacityUnit, "规模单位", "Unit", PhaseoutCodes.units).required { $0.capacity != nil },
      .text("fuel", \.fuel, "燃料", "Fuel", max: 20),
      .year("built_in", \.builtIn, "建成年份", "Built in"),
      .record("line", \.line, "能效清单生产线", "Line", "efficiency"),
      .code("mode", \.mode, "方式", "Way", PhaseoutCodes.modes).required().aliases("整治方式", "处置方式"),
      .code("basis", \.basis, "依据", "Grounds", PhaseoutCodes.grounds).required(),
      .text("list_document", \.listDocument, "下达文号", "Document").required().aliases("文号"),
      .day("listed_on", \.listedOn, "下达日期", "Ordered on").required(),
      .day("deadline", \.deadline, "完成期限", "Deadline").required().aliases("期限", "完成时限"),
      .code("heat_source", \.heatSource, "替代热源", "Replacement heat", PhaseoutCodes.heatSources)
        .required { $0.object == "coal_boiler" && $0.mode != "close" },
      .text("heat_supplier", \.heatSupplier, "供热单位", "Heat supplier").required { $0.heatSource == "central" },
      .day("heat_ready_on", \.heatReadyOn, "热源到位日期", "Heat ready on").running(),
      .record("park", \.park, "迁入园区", "Moves to", "parks").required { $0.mode == "move" },
      .record("project", \.project, "替代(改造)项目", "Replacing project", "projects"),
      .text("replaced_by", \.replacedBy, "置换去向", "Replaced by", max: 200).required { $0.mode == "replace" }
        .help("整合置换后的产能、生产线或企业", "The line or firm that takes the capacity over"),
      .amount("new_capacity", \.newCapacity, "置换后规模", "Capacity after", .none),
      .day("stopped_on", \.stoppedOn, "停用日期", "Stopped on").running(),
      .day("removed_on", \.removedOn, "拆除日期", "Removed on").running(),
      .day("done_on", \.doneOn, "完成日期", "Done on").running().aliases("验收日期"),
      .code("proof", \.proof, "完成证明", "Proof", PhaseoutCodes.proofs).running().required { $0.doneOn != nil },
      .text("proof_number", \.proofNumber, "证明文号", "Number of the proof").running().required { $0.doneOn != nil },
      .text("proof_by", \.proofBy, "核验单位", "Verified by").running().required { $0.doneOn != nil },
      .amount("energy_freed", \.energyFreed, "腾出用能", "Energy freed", .tcePerYear),
      .amount("coal_cut", \.coalCut, "削减用煤", "Coal cut", .tonnePerYear),
      .amount("subsidy", \.subsidy, "补助资金", "Subsidy", .yuanWan).running(),
      .day("cancelled_on", \.cancelledOn, "调出日期", "Taken off on").running(),
      .text("cancel_reason", \.cancelReason, "调出原因", "Why taken off", max: 300).running()
        .required { $0.cancelledOn != nil },
      .text("contact", \.contact, "联系人", "Contact", max: 40).running(),
      .phone("phone", \.phone, "联系电话", "Phone").running().aliases("电话", "手机", "联系方式"),
      .longText("remarks", \.remarks, "备注", "Remarks").running(),
      .text("holder_name", \.holderName, "责任单位", "Owner", max: 200).carried(),
      .text("holder_code", \.holderCode, "企业标识", "Enterprise's key", max: 24).carried(),
      .code("sector", \.sector, "领域", "Sector", Sectors.list).carried(),
      .code("state", \.state, "状态", "State", PhaseoutCodes.states).derived(),
      .flag("in_clause", \.isInClause, "属条款范围", "Within the clause").carried()
        .help(
          "35蒸吨及以下燃煤锅炉；2500吨/日及以下且未达标杆的熟料线；其余对象均属",
          "Coal boilers to 35 t/h; clinker lines to 2 500 t/d below benchmark; all others"),
      .day("open_until", \.openUntil, "未完成期限", "Open until").derived(),
    ],
    lists: [
      ChildList("steps", \.steps, "整治进度", "Steps", part: .running),
      ChildList(RuleAnswer.list, \.answers, "说明", "Answers", part: .running),
    ])

  package mutating func derive(in context: DeriveContext) {
    let holder = context.linked(Enterprise.self, enterprise)
    holderName = holder?.name ?? owner
    holderCode = holder?.key ?? ""
    sector = holder?.sector ?? ""
    name = [holderName, objectName].filter { !$0.isEmpty }.joined(separator: " ")
    state =
      if cancelledOn != nil {
        "cancelled"
      } else if doneOn != nil {
        "done"
      } else {
        stoppedOn != nil || steps.contains { $0.actual != nil } ? "under_way" : "planned"
      }
    openUntil = state == "planned" || state == "under_way" ? deadline : nil
    isInClause = isWithinThresholds(context)
  }

  /// The two thresholds of clause 5 (T08, T09), as the plan's targets have them.
  private func isWithinThresholds(_ context: DeriveContext) -> Bool {
    func threshold(_ id: String) -> Amount? { context.reference.targets[id]?.value }
    switch object {
    case "coal_boiler":
      guard let steam, let most = threshold("T08") else { return false }
      return steam <= most
    case "clinker_line":
      guard let clinker, let most = threshold("T09"), clinker <= most else { return false }
      // Only lines that have not reached the benchmark are meant; one without a grade has not shown that it did.
      return context.linked(EfficiencyLine.self, line)?.grade != Grades.above
    default: return !object.isEmpty
    }
  }
}
