import Domain

/// What a made-up project does: measures that fit its kind, and how its figures hang together.
struct MadeUpPlot: Sendable {
  struct Part: Sendable {
    let name: String
    let technology: String
    let unit: String
    let quantity: ClosedRange<Int>
    /// Share of the equipment money, percent.
    let money: Int
    /// Share of the saving, percent.
    let saving: Int
  }

  let kind: String
  let titles: [String]
  let content: String
  let parts: [Part]
  /// What is saved: carrier ids with their share of the saving, percent; empty where nothing is saved.
  let carriers: [(id: String, share: Int)]
  /// Saving in percent of the plant's energy; empty figures where the kind saves nothing.
  let saving: ClosedRange<Int>
  /// Investment per tce a year in hundredths of 10 000 yuan; for PV and storage per kW.
  let cost: ClosedRange<Int>
  /// Months from start to completion.
  let months: ClosedRange<Int>
  /// Sectors it fits; empty is any.
  let sectors: [String]
  let weight: Int

  /// The plots that fit a sector, by weight.
  static func fitting(_ sector: String, hasLine: Bool) -> [(MadeUpPlot, Int)] {
    all.filter { plot in
      guard plot.sectors.isEmpty || plot.sectors.contains(sector) else { return false }
      // In the sectors of the efficiency list a change of process is a change of a line on that list.
      return hasLine || !Sectors.focus.contains(sector) || ProjectKinds.list[plot.kind]?.parent != "process"
    }
    .map { ($0, $0.weight) }
  }

  private init(
    _ kind: String, _ titles: [String], _ content: String, saving: ClosedRange<Int>, cost: ClosedRange<Int>,
    months: ClosedRange<Int>, weight: Int, sectors: [String] = [], carriers: [(String, Int)] = [], _ parts: [Part]
  ) {
    self.kind = kind
    self.titles = titles
    self.content = content
    self.parts = parts
    self.carriers = carriers.map { (id: $0.0, share: $0.1) }
    self.saving = saving
    self.cost = cost
    self.months = months
    self.sectors = sectors
    self.weight = weight
  }

  private static func part(
    _ name: String, _ technology: String = "", _ unit: String, _ quantity: ClosedRange<Int>, money: Int, saving: Int = 0
  ) -> Part {
    Part(name: name, technology: technology, unit: unit, quantity: quantity, money: money, saving: saving)
  }

  /// The change of a whole line, which its efficiency record asks for.
  static let ofLine = all.filter { $0.kind == "process_retrofit" }

  static let all: [MadeUpPlot] = [
    MadeUpPlot(
      "waste_heat", ["窑余热发电", "烟气余热回收", "余热锅炉及汽轮发电"], "利用窑头窑尾及烟道废气余热，新建纯低温余热发电系统，配套循环水与并网设施",
      saving: 2...5, cost: 110...170, months: 9...14, weight: 9,
      sectors: ["building_materials", "steel", "nonferrous", "petrochemical", "chemical"],
      carriers: [("electricity", 100)],
      [
        part("余热锅炉", "纯低温余热发电", "台", 1...2, money: 55),
        part("汽轮发电机组", "凝汽式汽轮机", "套", 1...1, money: 40, saving: 100),
        part("并网与控制系统", "", "套", 1...1, money: 5),
      ]),
    MadeUpPlot(
      "process_retrofit", ["生产线节能改造", "烧成系统节能改造", "工艺系统优化及节能改造"], "更换高效预热、冷却与粉磨装备，优化工艺参数，降低单位产品能耗",
      saving: 4...9, cost: 60...140, months: 8...16, weight: 8,
      sectors: ["building_materials", "steel", "nonferrous", "chemical", "petrochemical"],
      carriers: [("raw_coal", 70), ("electricity", 30)],
      [
        part("高效预热与换热装备", "六级预热", "套", 1...1, money: 48, saving: 60),
        part("第四代冷却机", "高效冷却", "台", 1...2, money: 34, saving: 28),
        part("智能优化控制系统", "先进过程控制", "套", 1...1, money: 18, saving: 12),
      ]),
    MadeUpPlot(
      "kiln", ["窑炉全氧燃烧改造", "窑炉保温及燃烧系统改造"], "实施全氧（富氧）燃烧、窑体保温与燃烧系统改造，降低热耗",
      saving: 5...10, cost: 70...150, months: 6...12, weight: 4,
      sectors: ["building_materials", "nonferrous", "steel"],
      carriers: [("raw_coal", 100)],
      [
        part("全氧燃烧系统", "全氧、富氧燃烧", "套", 1...2, money: 60, saving: 70),
        part("窑体复合保温", "纳米隔热材料", "座", 1...2, money: 40, saving: 30),
      ]),
    MadeUpPlot(
      "electrification", ["锅炉煤改电及蓄热改造", "熔炼炉电能替代改造"], "拆除燃煤设备，改用电加热与蓄热装置，配套增容",
      saving: 8...15, cost: 90...180, months: 5...10, weight: 3, sectors: ["other", "nonferrous", "textile"],
      carriers: [("raw_coal", 100)],
      [
        part("固体蓄热电锅炉", "谷电蓄热", "台", 1...3, money: 75, saving: 100),
        part("变压器增容", "一级能效变压器", "台", 1...2, money: 25),
      ]),
    MadeUpPlot(
      "equipment", ["定型机废气余热回收", "染色机小浴比改造", "定型机节能更新"], "更新高耗能染整设备，回收定型机废气余热，配套在线监测",
      saving: 6...12, cost: 50...120, months: 4...9, weight: 10, sectors: ["textile"],
      carriers: [("heat", 70), ("electricity", 30)],
      [
        part("定型机热能回收装置", "气气换热", "套", 2...12, money: 62, saving: 70),
        part("小浴比染色机", "低浴比气液染色", "台", 4...20, money: 38, saving: 30),
      ]),
    MadeUpPlot(
      "general_equipment", ["空压站集中供气改造", "电机系统与变频能效提升", "注塑机伺服改造", "冷冻站群控改造"],
      "更换一级能效电机、空压机与水泵，增设变频与群控，淘汰落后机电设备", saving: 3...8, cost: 40...110, months: 3...8, weight: 22,
      carriers: [("electricity", 100)],
      [
        part("永磁变频空压机", "一级能效空压机", "台", 2...8, money: 52, saving: 55),
        part("高效电机", "IE5 永磁电机", "台", 10...60, money: 30, saving: 30),
        part("能效群控系统", "集中控制", "套", 1...1, money: 18, saving: 15),
      ]),
    MadeUpPlot(
      "energy_centre", ["能源管理中心建设", "能碳管理平台建设"], "建设能源管理中心，接入水电气热计量，实现用能在线监测与优化调度",
      saving: 1...2, cost: 60...140, months: 4...8, weight: 6, carriers: [("electricity", 100)],
      [
        part("三级计量与采集", "在线监测", "点", 60...400, money: 55),
        part("能碳管理平台软件", "能源大数据", "套", 1...1, money: 45, saving: 100),
      ]),
    MadeUpPlot(
      "roof_pv", ["屋顶光伏", "厂房屋顶分布式光伏"], "利用厂房屋顶建设分布式光伏电站，自发自用、余电上网", saving: 0...0, cost: 36...44,
      months: 3...7, weight: 16,
      [part("光伏组件", "单晶高效组件", "块", 800...12_000, money: 62), part("逆变与并网设备", "组串式逆变", "套", 1...8, money: 38)]
    ),
    MadeUpPlot(
      "storage", ["用户侧储能", "削峰填谷储能电站"], "建设磷酸铁锂用户侧储能电站，削峰填谷，参与需求响应", saving: 0...0, cost: 24...34, months: 3...6,
      weight: 4, [part("储能电池系统", "磷酸铁锂", "套", 1...6, money: 78), part("变流与能量管理", "PCS与EMS", "套", 1...6, money: 22)]),
    MadeUpPlot(
      "heat_pump", ["高温热泵替代蒸汽改造", "空气源热泵改造"], "采用高温热泵回收低品位余热，替代部分外购蒸汽", saving: 3...7, cost: 70...140,
      months: 4...8, weight: 5, sectors: ["textile", "other", "chemical", "paper"], carriers: [("heat", 100)],
      [part("高温热泵机组", "双级压缩热泵", "台", 1...6, money: 80, saving: 100), part("换热与管网", "", "套", 1...1, money: 20)]),
    MadeUpPlot(
      "biomass", ["竹木废料热电联产改造", "生物质锅炉替代改造"], "以竹木加工废料为燃料建设生物质供热系统，替代燃煤", saving: 10...20, cost: 60...120,
      months: 8...14, weight: 3, sectors: ["other", "paper", "textile"], carriers: [("raw_coal", 100)],
      [part("生物质锅炉", "循环流化床", "台", 1...2, money: 70, saving: 100), part("上料与除尘系统", "", "套", 1...1, money: 30)]),
    MadeUpPlot(
      "solid_waste", ["冶炼渣综合利用", "工业固废资源化利用"], "建设固废破碎、分选与资源化生产线，产出建材原料", saving: 0...0, cost: 3...8, months: 8...14,
      weight: 3, sectors: ["steel", "nonferrous", "building_materials", "chemical"],
      [part("破碎分选生产线", "多级磁选", "条", 1...2, money: 70), part("除尘与输送", "", "套", 1...2, money: 30)]),
    MadeUpPlot(
      "renewable_resources", ["废塑料再生利用", "废钢加工配送"], "建设再生资源分拣、清洗与造粒（加工）生产线", saving: 0...0, cost: 4...9, months: 6...12,
      weight: 2, sectors: ["other", "steel"],
      [part("分拣清洗线", "近红外分选", "条", 1...3, money: 60), part("造粒加工设备", "", "台", 2...8, money: 40)]),
    MadeUpPlot(
      "water", ["染色中水回用提升", "纸机白水回用改造"], "建设膜法深度处理与回用管网，提升中水回用比例", saving: 0...0, cost: 5...12, months: 5...9,
      weight: 6,
      sectors: ["textile", "paper", "chemical"],
      [part("超滤反渗透系统", "双膜法", "套", 1...3, money: 72), part("回用管网与泵组", "", "套", 1...1, money: 28)]),
  ]
}
