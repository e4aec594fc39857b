/// The fields of a project, in the order of the form.
extension Project {
  static let identity: [Field<Project>] = [
    .text("library_code", \.libraryCode, "入库编号", "Library code", max: 24).issued().aliases("项目编号", "库编号"),
    .reference("region", \.region, "归口地区", "Region", .region).required().aliases(
      "地区", "县(市、区)", "县市区", "区县", "所属区县", "所属地区", "县区", "所属县区", "项目所在地"),
    .text("name", \.name, "项目名称", "Name").required().aliases("改造项目名称", "名称"),
    .code("holder_kind", \.holderKind, "实施主体类型", "Kind of holder", ProjectCodes.holders).required(),
    .record("enterprise", \.enterprise, "企业", "Enterprise", "enterprises").required { $0.holderKind != "park" }
      .aliases("企业名称", "实施单位", "项目单位", "统一社会信用代码", "企业全称", "法人单位", "建设单位", "申报单位", "业主单位", "单位名称"),
    .text("park", \.park, "园区", "Park").required { $0.holderKind == "park" }.lookup(),
    .record("industrial_park", \.industrialPark, "园区清单", "Listed park", "parks").mirrored()
      .help("实施主体为园区时，从园区清单选", "Where a park holds the project: chosen from the list of parks"),
    .text("energy_service", \.energyService, "节能服务公司", "Energy-service company")
      .required { $0.holderKind == "energy_service" },
    .projectCode("project_code", \.projectCode, "项目代码", "Project code")
      .required { $0.derived.actualStart != nil && !$0.isCodeExempt }
      .help("投资项目在线审批监管平台的代码，开工前补齐", "The national approval platform's code; needed from the start of works")
      .aliases("项目备案代码", "备案代码"),
    .flag("code_exempt", \.isCodeExempt, "无需备案", "Needs no registration"),
    .reference("division", \.division, "行政区划", "Division", .division),
    .text("site", \.site, "建设地点", "Site", max: 200),
    .code("focus_area", \.focusArea, "改造领域", "Focus area", FocusAreas.list).required(),
    .code("kind", \.kind, "类型", "Kind", ProjectKinds.list).required().aliases("项目类型", "改造类型"),
    .longText("content", \.content, "改造内容", "Content").required().aliases("建设内容", "主要改造内容"),
    .month("start_month", \.startMonth, "改造时间", "Start month").required().aliases("开工时间", "计划开工时间"),
    .month("deadline", \.deadline, "改造期限", "Deadline").required().aliases("竣工时间", "计划竣工时间", "完成时限"),
    .record("diagnosis", \.diagnosis, "来自诊断", "From diagnosis", "diagnoses").mirrored()
      .help("由诊断建议转化的项目，选该次诊断", "Where it was recommended by a diagnosis: which one"),
    .text("recommendation", \.recommendation, "建议编号", "Recommendation no.", max: 10).required { $0.diagnosis != nil },
    .record("line", \.line, "生产线", "Line", "efficiency").mirrored().outside("line_name"),
    .text("line_name", \.lineName, "生产线(清单外)", "Line (not on the list)"),
  ]

  static let kindFields: [Field<Project>] = [
    .amount("pv_kw", \.pvKilowatts, "光伏装机", "PV capacity", .kilowatt).required { ProjectKinds.pv.contains($0.kind) }
      .aliases("装机容量"),
    .amount("pv_area", \.pvArea, "屋顶面积", "Roof area", .squareMetre).required { $0.kind == "roof_pv" },
    .amount("storage_kw", \.storageKilowatts, "储能功率", "Storage power", .kilowatt)
      .required { ProjectKinds.storage.contains($0.kind) },
    .amount("storage_kwh", \.storageKilowattHours, "储能容量", "Storage capacity", .kilowattHour)
      .required { ProjectKinds.storage.contains($0.kind) },
    .code("waste_kind", \.wasteKind, "固废种类", "Waste", ProjectCodes.wastes)
      .required { ProjectKinds.waste.contains($0.kind) },
    .amount("waste_tonnes", \.wasteTonnes, "利用处置量", "Waste used", .tonnePerYear)
      .required { ProjectKinds.waste.contains($0.kind) },
    .amount("reuse_before", \.reuseBefore, "改造前回用水量", "Water reused before", .cubicMetrePerYear)
      .required { ProjectKinds.water.contains($0.kind) },
    .amount("reuse_after", \.reuseAfter, "改造后回用水量", "Water reused after", .cubicMetrePerYear)
      .required { ProjectKinds.water.contains($0.kind) },
  ]

  static let expected: [Field<Project>] = [
    .code("basis", \.basis, "电力口径", "Electricity basis", Bases.list)
      .required { !$0.energy.isEmpty || $0.savingDeclared != nil },
    .year("base_year", \.baseYear, "基准年", "Base year").required { !$0.energy.isEmpty },
    .amount("saving_declared", \.savingDeclared, "申报节能量", "Saving as declared", .tcePerYear)
      .aliases("节能量", "年节能量", "预期节能量"),
    .code("saving_method", \.savingMethod, "计算方法", "Method", ProjectCodes.methods)
      .required { $0.expectsSaving },
    .longText("saving_source", \.savingSource, "节能量计算依据", "Basis of calculation", max: 1000)
      .required { $0.expectsSaving }.aliases("计算依据"),
    .amount("renewable_output", \.renewableOutput, "可再生能源发电量", "Renewable output", .wanKilowattHour),
    .amount("substitution_declared", \.substitutionDeclared, "申报替代量", "Substitution as declared", .tcePerYear),
    .amount("co2_declared", \.co2Declared, "申报减碳量", "CO2 cut as declared", .tonnePerYear).aliases("减碳量", "碳减排量"),
    .amount("water_saving", \.waterSaving, "节水量", "Water saved", .cubicMetrePerYear),
    .code("benchmarking", \.benchmarking, "对标方式", "Measured against", ProjectCodes.benchmarkings)
      .required { $0.focusArea == "process" },
    .text("benchmarking_reason", \.benchmarkingReason, "未达标杆或不适用的原因", "Why not at benchmark", max: 300)
      .required { $0.benchmarking == "none" },
    .amount("unit_before", \.unitBefore, "改造前单耗", "Unit consumption before", .byProduct)
      .required { $0.benchmarking == "levels" },
    .amount("unit_after", \.unitAfter, "改造后单耗", "Unit consumption after", .byProduct)
      .required { $0.benchmarking == "levels" },
    .text("level_claimed", \.levelClaimed, "改造后水平", "Level after")
      .required { $0.benchmarking == "standard" || $0.benchmarking == "equipment" },
    .text("benchmark_waiver", \.benchmarkWaiver, "省级豁免理由", "Waived by the province", max: 300).filing(),
  ]

  static let money: [Field<Project>] = [
    .amount("investment_equipment", \.investmentEquipment, "设备投资", "Equipment", .yuanWan),
    .amount("investment_construction", \.investmentConstruction, "土建投资", "Construction", .yuanWan),
    .amount("investment_other", \.investmentOther, "其他投资", "Other", .yuanWan),
    .amount("investment_declared", \.investmentDeclared, "申报总投资", "Total as declared", .yuanWan)
      .required { $0.investmentEquipment == nil }.aliases("总投资", "计划总投资", "投资额", "投资"),
    .amount("fund_central", \.fundCentral, "中央资金", "Central funds", .yuanWan),
    .amount("fund_province", \.fundProvince, "省级资金", "Provincial funds", .yuanWan),
    .amount("fund_city", \.fundCity, "市级资金", "City funds", .yuanWan),
    .amount("fund_county", \.fundCounty, "县级资金", "County funds", .yuanWan),
    .amount("fund_own", \.fundOwn, "自有资金", "Own funds", .yuanWan),
    .amount("fund_loans", \.fundLoans, "银行贷款", "Loans", .yuanWan),
    .text("provider", \.provider, "服务商", "Provider"),
  ]

  static let running: [Field<Project>] = [
    .text("contact", \.contact, "联系人", "Contact", max: 40).running().required().aliases("项目负责人"),
    .phone("phone", \.phone, "联系电话", "Phone").running().required().aliases("电话", "手机", "联系方式"),
    .day("grid_date", \.gridDate, "并网日期", "Grid connection").running(),
    .amount("grid_kw", \.gridKilowatts, "并网容量", "Connected capacity", .kilowatt).running(),
    .day("stop_date", \.stopDate, "终止日期", "Stopped on").running(),
    .code("stop_reason", \.stopReason, "终止原因", "Reason of stop", ProjectCodes.stopReasons).running()
      .required { $0.stopDate != nil },
    .text("stop_remark", \.stopRemark, "终止说明", "Remark on stop", max: 300).running(),
    .amount("saving_verified", \.savingVerified, "核定节能量", "Saving verified", .tcePerYear).running(),
    .code("verified_basis", \.verifiedBasis, "核定口径", "Basis of the verified saving", Bases.list).running()
      .required { $0.savingVerified != nil },
    .text("verified_by", \.verifiedBy, "核定单位", "Verified by").running().required { $0.savingVerified != nil },
    .record("merged_into", \.mergedInto, "并入项目", "Merged into", "projects").filing(),
    .text("former_codes", \.formerCodes, "曾用编号", "Former codes", max: 200).filing(),
    .longText("remarks", \.remarks, "备注", "Remarks").running(),
  ]

  /// Claims to save energy, and so must say how that was worked out.
  var expectsSaving: Bool { !energy.isEmpty || (savingDeclared ?? .zero) > .zero }
}
