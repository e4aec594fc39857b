/// An industrial enterprise or one of its plants 企业清单 (clause 4).
package struct Enterprise: Record {
  package var id = RecordID.unset
  package var revision = 0
  package var key = ""
  package var creditCode = ""
  package var plant = "00"
  package var name = ""
  package var formerNames = ""
  package var region = ""
  package var division = ""
  package var address = ""
  package var township = ""
  package var industry = ""
  package var sector = ""
  package var industrialPark: RecordID?
  package var park = ""
  package var state = "running"
  package var contact = ""
  package var phone = ""
  package var remarks = ""
  package var years: [EnterpriseYear] = []
  package var changes: [EnterpriseChange] = []
  package var budgets: [EnergyBudget] = []
  package var answers: [RuleAnswer] = []

  // Derived from the latest year and the code.
  package var needsCode = false
  package var latestYear: Int?
  package var aboveScale = false
  package var keyEnergyUser = false
  package var output: Amount?
  package var valueAdded: Amount?
  package var energy: Amount?
  package var energyPrimary: Amount?
  package var electricity: Amount?
  package var water: Amount?
  package var co2: Amount?
  package var energyIntensity: Amount?
  package var carbonIntensity: Amount?

  // Carried over from the months of the energy accounts.
  package var budgetYear: Int?
  package var budget: Amount?
  package var budgetUsed: Amount?
  package var budgetLeft: Amount?
  package var budgetForecast: Amount?
  package var budgetState = ""

  package init() {}

  package static let schema = Schema<Enterprise>(
    "enterprises", Label(zh: "企业清单", en: "Enterprises"), singular: Label(zh: "企业", en: "Enterprise"), clause: "三(二)4",
    key: "key", title: "name",
    fields: [
      .text("key", \.key, "企业标识", "Key", max: 24).derived(),
      .creditCode("credit_code", \.creditCode, "统一社会信用代码", "Credit code").required().aliases("信用代码", "社会信用代码"),
      .text("plant", \.plant, "厂区号", "Plant", max: 2).required()
        .help(
          "00为企业整体；其他厂区各有两位编号，归各自所在地区", "00 is the whole firm; other plants have two digits and a region of their own"),
      .text("name", \.name, "企业名称", "Name").required().aliases("单位名称", "企业", "企业全称", "法人单位", "建设单位", "申报单位", "项目单位"),
      .text("former_names", \.formerNames, "曾用名", "Former names", max: 300),
      .reference("region", \.region, "归口地区", "Region", .region).required().aliases(
        "地区", "县(市、区)", "县市区", "区县", "所属区县", "所属地区", "所在地区", "县区", "所属县区"),
      .reference("division", \.division, "行政区划", "Division", .division),
      .text("address", \.address, "地址", "Address", max: 200).aliases("通讯地址", "企业地址", "详细地址"),
      .text("township", \.township, "乡镇街道", "Township"),
      .reference("industry", \.industry, "行业", "Industry", .industry).required().aliases("国民经济行业", "行业代码", "所属行业"),
      .code("sector", \.sector, "领域", "Sector", Sectors.list).required().aliases("重点领域"),
      .record("industrial_park", \.industrialPark, "所属园区", "Listed park", "parks").mirrored()
        .help("从园区清单选", "Chosen from the list of parks"),
      .text("park", \.park, "所在园区", "Park").aliases("园区")
        .help("园区清单里还没有的，先写名称", "Its name, where the list of parks does not have it yet"),
      .code("state", \.state, "状态", "State", EnterpriseStates.list).required().aliases("经营状态", "生产状态"),
      .text("contact", \.contact, "联系人", "Contact", max: 40).running(),
      .phone("phone", \.phone, "联系电话", "Phone").running().aliases("电话", "手机", "联系方式"),
      .longText("remarks", \.remarks, "备注", "Remarks").running(),
      .flag("needs_code", \.needsCode, "待补代码", "Code to be completed").derived(),
      .year("latest_year", \.latestYear, "数据年度", "Data year").derived(),
      .flag("above_scale", \.aboveScale, "规上", "Above scale").derived(),
      .flag("key_energy_user", \.keyEnergyUser, "重点用能", "Key energy user").derived(),
      .amount("output", \.output, "总产值", "Output value", .yuanWan).derived(),
      .amount("value_added", \.valueAdded, "增加值", "Value added", .yuanWan).derived(),
      .amount("tce", \.energy, "综合能耗(当量)", "Energy (calorific)", .tce).derived(),
      .amount("tce_primary", \.energyPrimary, "综合能耗(等价)", "Energy (primary)", .tce).derived(),
      .amount("electricity", \.electricity, "用电量", "Electricity", .wanKilowattHour).derived(),
      .amount("water", \.water, "取水量", "Water", .cubicMetre).derived(),
      .amount("co2", \.co2, "碳排放", "CO2", .tonne).derived(),
      .amount("energy_intensity", \.energyIntensity, "单位增加值能耗", "Energy per value added", .tcePerYuanWan).derived(),
      .amount("carbon_intensity", \.carbonIntensity, "单位增加值碳排放", "CO2 per value added", .tonnePerYuanWan).derived(),
      .year("budget_year", \.budgetYear, "预算年度", "Budget's year").carried(),
      .amount("budget", \.budget, "用能预算", "Energy budget", .tce).carried(),
      .amount("budget_used", \.budgetUsed, "预算已用", "Budget used", .tce).carried(),
      .amount("budget_left", \.budgetLeft, "预算剩余", "Budget left", .tce).carried(),
      .amount("budget_forecast", \.budgetForecast, "预计全年用能", "Year forecast", .tce).carried(),
      .code("budget_state", \.budgetState, "预算执行", "State of budget", EnergyCodes.budgetStates).carried(),
    ],
    lists: [
      ChildList("years", \.years, "历年数据", "Years", part: .running),
      ChildList("changes", \.changes, "变动", "Changes", part: .running),
      ChildList("budgets", \.budgets, "各年预算", "Budgets", part: .running),
      ChildList(RuleAnswer.list, \.answers, "说明", "Answers", part: .running),
    ])

  package mutating func derive(in context: DeriveContext) {
    key = creditCode.isEmpty ? "" : "\(creditCode)-\(plant.isEmpty ? "00" : plant)"
    needsCode = TemporaryCode(creditCode) != nil
    // Energy and scale belong to the firm: what a plant reports for itself is never summed beside it.
    let isFirm = plant.isEmpty || plant == "00"
    let latest = isFirm ? years.filter { $0.year != nil }.max { ($0.year ?? 0) < ($1.year ?? 0) } : nil
    latestYear = latest?.year
    aboveScale = latest?.aboveScale ?? false
    keyEnergyUser = latest?.keyEnergyUser ?? false
    output = latest?.output
    valueAdded = latest?.valueAdded
    energy = latest?.basis == Bases.equivalent ? latest?.energy : nil
    energyPrimary = latest?.basis == Bases.primary ? latest?.energy : nil
    electricity = latest?.electricity
    water = latest?.water
    co2 = latest?.co2
    // A value added of nothing or less gives no intensity.
    let base = valueAdded.flatMap { $0 > .zero ? $0 : nil }
    energyIntensity = base.flatMap { base in energy?.divided(by: base) }
    carbonIntensity = base.flatMap { base in co2?.divided(by: base) }
    deriveBudget(in: context.library)
  }

  /// Its figures of one year.
  package func year(_ year: Int?) -> EnterpriseYear? { year.flatMap { year in years.first { $0.year == year } } }
}

extension Enterprise {
  package static let layout = Layout(
    sections: [
      Layout.Section(
        "基本", "Basics",
        [
          ["credit_code", "plant", "state"], ["name"], ["former_names"], ["region", "division"],
          ["address", "township"], ["industry", "sector"], ["industrial_park"], ["park"], ["contact", "phone"],
          ["remarks"],
        ]),
      Layout.Section("历年数据", "Years", list: "years"),
      Layout.Section("变动", "Changes", list: "changes"),
      Layout.Section("各年预算", "Budgets", list: "budgets"),
      Layout.Section(
        "最近年度", "Latest year",
        [
          ["latest_year", "above_scale", "key_energy_user"], ["output", "value_added"], ["tce", "tce_primary"],
          ["electricity", "water", "co2"], ["energy_intensity", "carbon_intensity"],
        ]),
      Layout.Section(
        "用能预算", "Energy budget",
        [["budget_year", "budget_state"], ["budget", "budget_used"], ["budget_left", "budget_forecast"]]),
    ],
    columns: [
      .init("name", width: 28),
      .init("region", width: 8, heading: ("地区", "Region")),
      .init("sector", width: 8),
      .init("state", width: 6),
      .init("above_scale", width: 4, heading: ("规上", "Big")),
      .init("key_energy_user", width: 6, heading: ("重点", "Key")),
      .init("tce", width: 11, heading: ("能耗/tce", "tce")),
      .init("industry", width: 12, isDefault: false),
      .init("credit_code", width: 18, isDefault: false),
      .init("plant", width: 6, isDefault: false),
      .init("output", width: 12, isDefault: false),
      .init("electricity", width: 12, isDefault: false),
      .init("co2", width: 12, isDefault: false),
      .init("carbon_intensity", width: 10, isDefault: false, heading: ("碳强度", "CO2/VA")),
      .init("budget_state", width: 10, isDefault: false),
      .init("budget_used", width: 11, isDefault: false),
      .init("budget_forecast", width: 11, isDefault: false),
      .init("park", width: 16, isDefault: false),
      .init("contact", width: 8, isDefault: false),
    ],
    sort: [Sort("name")],
    search: ["name", "former_names", "credit_code", "address", "park", "changes.old_name", "changes.old_code"],
    totals: ["tce", "electricity", "output", "co2"],
    indexed: ["name", "region", "credit_code", "tce"])

  /// Energy belongs to the firm: its other plants' rows would count it twice.
  private static let wholeFirms = Filter.where("plant", .equal, .text("00"))

  /// What belongs to a park of the list.
  private static let inPark = Filter.where("industrial_park", .notEqual)

  package static let measures: [Measure] = counted + OwnEstimate.allCases.flatMap(\.measures)

  private static let counted: [Measure] = [
    Measure(
      "enterprises.count", Label(zh: "企业", en: "Enterprises"), register: "enterprises",
      where: .all, .distinct("credit_code"), by: ["sector", "state"],
      rule: Label(zh: "企业清单中的企业，一个信用代码计一家", en: "Enterprises on the list; one credit code counts once")),
    Measure(
      "enterprises.listed", Label(zh: "企业与厂区", en: "Enterprises and plants"), register: "enterprises",
      where: .all, .count, by: ["sector", "above_scale", "key_energy_user"],
      rule: Label(zh: "企业清单的每一条，厂区各计一条；按最近年度分规上、重点用能", en: "Each row of the list, plants too; scale by the latest year")
    ),
    Measure(
      "enterprises.above_scale", Label(zh: "规上企业", en: "Above-scale enterprises"), register: "enterprises",
      where: .where("above_scale", .equal, .flag(true)), .distinct("credit_code"), by: ["sector", "state"],
      rule: Label(zh: "最近年度为规上的企业，一个信用代码计一家", en: "Above scale in their latest year; one credit code counts once")),
    Measure(
      "enterprises.key_users", Label(zh: "重点用能企业", en: "Key energy users"), register: "enterprises",
      where: .where("key_energy_user", .equal, .flag(true)), .distinct("credit_code"), by: ["sector", "state"],
      rule: Label(zh: "最近年度为重点用能的企业，一个信用代码计一家", en: "Key energy users in their latest year; a code counts once")),
    Measure(
      "enterprises.key_firms", Label(zh: "重点用能企业(整厂)", en: "Key energy users, whole firms"), register: "enterprises",
      where: wholeFirms.and("key_energy_user", .equal, .flag(true)), .count, by: ["sector"],
      rule: Label(zh: "最近年度为重点用能的企业，厂区不另计", en: "Key energy users in their latest year; plants are not counted apart")),
    Measure(
      "enterprises.energy", Label(zh: "综合能耗(当量)", en: "Energy (calorific)"), unit: .tce, register: "enterprises",
      where: wholeFirms, .sum("tce"), by: ["sector", "latest_year"],
      rule: Label(
        zh: "各企业最近年度综合能耗之和(当量)；等价口径的另计", en: "Energy of each enterprise's latest year, calorific basis; others apart")),
    Measure(
      "enterprises.energy_primary", Label(zh: "综合能耗(等价)", en: "Energy (primary)"), unit: .tce,
      register: "enterprises", where: wholeFirms, .sum("tce_primary"), by: ["sector", "latest_year"],
      rule: Label(zh: "各企业最近年度综合能耗之和(等价)", en: "Energy of each enterprise's latest year, primary-energy basis")),
    Measure(
      "enterprises.other_basis", Label(zh: "口径不符的企业", en: "Enterprises on another basis"), register: "enterprises",
      where: wholeFirms.and("tce_primary", .notEqual), .count, by: ["sector"],
      rule: Label(zh: "最近年度能耗按等价口径填报，未计入当量合计", en: "Their energy is on the primary-energy basis and left out")),
    Measure(
      "enterprises.electricity", Label(zh: "用电量", en: "Electricity"), unit: .wanKilowattHour, register: "enterprises",
      where: wholeFirms, .sum("electricity"), by: ["sector", "latest_year"],
      rule: Label(zh: "各企业最近年度用电量之和", en: "Electricity of each enterprise's latest year")),
    Measure(
      "enterprises.in_park", Label(zh: "入园企业", en: "Enterprises in the park"), register: "enterprises", where: inPark,
      .distinct("credit_code"), by: ["industrial_park"],
      rule: Label(zh: "所属园区为该园区的企业，一个信用代码计一家", en: "Enterprises of the park; one credit code counts once")),
    Measure(
      "enterprises.park_key_users", Label(zh: "园区重点用能企业", en: "Key energy users in the park"), register: "enterprises",
      where: inPark.and("key_energy_user", .equal, .flag(true)), .distinct("credit_code"), by: ["industrial_park"],
      rule: Label(zh: "其中最近年度为重点用能的", en: "Of those, the key energy users of their latest year")),
    Measure(
      "enterprises.park_energy", Label(zh: "园区企业综合能耗(当量)", en: "Energy of the park's enterprises"), unit: .tce,
      register: "enterprises", where: inPark.and("plant", .equal, .text("00")), .sum("tce"),
      by: ["industrial_park", "latest_year"],
      rule: Label(zh: "入园企业最近年度综合能耗之和(当量)", en: "Energy of their latest year, calorific basis")),
    Measure(
      "enterprises.park_output", Label(zh: "园区企业总产值", en: "Output of the park's enterprises"), unit: .yuanWan,
      register: "enterprises", where: inPark.and("plant", .equal, .text("00")), .sum("output"),
      by: ["industrial_park", "latest_year"],
      rule: Label(zh: "入园企业最近年度总产值之和", en: "Output value of their latest year")),
  ]
}
