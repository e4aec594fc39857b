extension Indicators {
  /// Every numbered target of the plan; those with the same figure and scope are one.
  static let plan: [IndicatorDefinition] = counted + official + shares + titles

  private static let counted: [IndicatorDefinition] = [
    IndicatorDefinition(
      "diagnoses", "入户诊断企业", "Enterprises diagnosed", unit: Units.firms, targets: ["T01", "G01"],
      options: [
        .init(
          "enterprises", "一个信用代码计一次，2022至2024年首次入户；再次入户另列", "a credit code once, by its first visit in 2022-2024",
          .count("diagnoses.enterprises", list: Lists.diagnoses)),
        .init("visits", "按入户次数计", "every visit", .count("diagnoses.visits", list: Lists.diagnoses)),
      ],
      rule: "按首次入户日期", "By the first on-site visit"),
    IndicatorDefinition(
      "started", "组织实施技改项目", "Projects carried out", unit: Units.items, targets: ["T03", "G02"],
      options: [
        .init(
          "within", "6000项含省级重点300项", "the 6 000 hold the 300 key projects",
          .count("projects.started", list: Lists.projects)),
        .init(
          "apart", "6000项之外另计省级重点300项", "the 300 key projects are counted apart",
          .counts(
            [.init("projects.started"), .init("projects.key_started", sign: -1)], divisor: 1, list: Lists.projects)),
      ],
      rule: "2022至2024年实际开工(含竣工、验收)，按归口地区计一次，无论在哪级库；储备不计，完成出库不减，终止、重复并入核减",
      "Started in 2022 to 2024, once, in its region, whichever tier holds it; no reserves; stops and duplicates come off"
    ),
    IndicatorDefinition(
      "key_started", "其中省级重点", "of which key projects", unit: Units.items, targets: ["T02", "G03"],
      under: "started", .count("projects.key_started", list: Lists.projects),
      rule: "列入省级年度计划且2022至2024年实际开工，含在6000项之内",
      "On a provincial yearly plan, started in 2022 to 2024; within the 6 000"),
    IndicatorDefinition(
      "roof_pv", "工业屋顶光伏并网", "Industrial rooftop PV", unit: Units.wanKilowatt, targets: ["T04"],
      options: [
        .init(
          "official", "部门统计的新增并网容量，本库项目并网容量另列", "the department's figure; this library's projects beside it",
          .statistics(.sum)),
        .init(
          "library", "本库屋顶光伏项目的并网容量(本库测算)", "this library's own rooftop projects",
          .count("projects.pv_connected", divisor: 10_000, list: Lists.projects)),
      ],
      rule: "2022至2024年工业屋顶光伏，按并网日期", "Industrial rooftops, by grid date in 2022-2024"),
  ]

  private static let official: [IndicatorDefinition] = [
    fall("energy_intensity", "规上增加值能耗下降", "Energy intensity, cut", "G04", "规上工业口径", "above-scale industry"),
    fall("carbon_intensity", "规上增加值碳排放下降", "Carbon intensity, cut", "G05", "规上工业口径", "above-scale industry"),
    fall("water_intensity", "规上增加值水耗下降", "Water intensity (above scale), cut", "G06", "规上工业口径", "above-scale industry"),
    fall(
      "water_intensity_all", "工业增加值水耗下降", "Water intensity (all industry), cut", "T17", "全部工业口径，与规上分列",
      "all industry, apart from above scale"),
    IndicatorDefinition(
      "solid_waste", "固废综合利用率", "Solid-waste utilisation", unit: Units.percent, targets: ["T16", "G07"],
      nature: .state, isRatio: true, .statistics(.latest), rule: "部门统计的最近一期", "Official; the latest period"),
  ]

  private static func fall(
    _ id: String, _ zh: String, _ en: String, _ target: String, _ scopeZh: String, _ scopeEn: String
  ) -> IndicatorDefinition {
    IndicatorDefinition(
      id, zh, en, unit: Units.percent, targets: [target], nature: .state, isRatio: true,
      options: [
        .init("base_2021", "以2021年为基年，自2022年起累计", "base year 2021: falls from 2022 on", .statistics(.fall(from: 2022))),
        .init("base_2020", "以2020年为基年，自2021年起累计", "base year 2020: falls from 2021 on", .statistics(.fall(from: 2021))),
      ],
      rule: "部门统计，\(scopeZh)；累计降幅=1-∏(1-年降幅)",
      "Official, \(scopeEn); cumulative fall = 1 - product of (1 - yearly fall)")
  }

  private static let shares: [IndicatorDefinition] = [
    IndicatorDefinition(
      "baseline", "能效基准全达标", "Capacity at baseline", unit: Units.percent, targets: ["T06", "G08"],
      nature: .state, isRatio: true, .efficiency(atLeast: .between),
      rule: "分产品与工艺按产能计，全部达到的领域n/N及最低产品；2023年目标按2021版判定",
      "By capacity within each product and process; fields wholly there, n of N, and the lowest; 2021 edition"),
    IndicatorDefinition(
      "benchmark", "能效标杆产能", "Capacity at benchmark", unit: Units.percent, targets: ["T07", "G09"],
      nature: .state, isRatio: true, .efficiency(atLeast: .benchmark),
      rule: "分产品与工艺按产能计，达到50%的领域n/N及最低产品", "By capacity within each product; fields at 50 %, n of N"),
  ]

  private static let titles: [IndicatorDefinition] = [
    title("factories", "省级绿色低碳工厂", "Green low-carbon factories", "T05"),
    IndicatorDefinition(
      "audits", "清洁生产审核验收", "Clean-production audits", unit: Units.firms, targets: ["T10"],
      .count("audits.accepted", list: Lists.audits), rule: "按验收日期，一个企业计一次", "By acceptance; an enterprise once"),
    title("zero_waste", "省级无废工厂", "Zero-waste factories", "T11"),
    title("water_saving", "节水型企业", "Water-saving enterprises", "T12"),
    title("water_benchmark", "标杆型节水企业", "Benchmark water savers", "T13"),
    title("water_leaders", "水效领跑者", "Water-efficiency leaders", "T14"),
    title("water_parks", "节水标杆园区", "Benchmark water-saving parks", "T15", unit: Units.pieces),
    title("parks", "省级绿色低碳园区", "Green low-carbon parks", "T18"),
  ]

  private static func title(
    _ id: String, _ zh: String, _ en: String, _ target: String, unit: Label = Units.firms
  ) -> IndicatorDefinition {
    IndicatorDefinition(
      id, zh, en, unit: unit, targets: [target],
      options: [
        .init(
          "awarded", "新增数，撤销另列", "new titles; withdrawals apart", .count("recognitions.\(id)", list: Lists.recognitions)
        ),
        .init(
          "net", "净增数：新增减撤销", "net: new titles less withdrawals",
          .counts(
            [.init("recognitions.\(id)"), .init("recognitions.\(id)_withdrawn", sign: -1)], divisor: 1,
            list: Lists.recognitions)),
      ],
      rule: "2022至2024年在目标所指层级新认定的", "Titles awarded 2022 to 2024 at the level named")
  }
}
