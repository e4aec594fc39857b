/// What a made-up enterprise makes: industry, words for its name, products on the efficiency list, typical size.
struct MadeUpTrade: Sendable {
  let sector: String
  let industry: String
  /// What stands in the name before 有限公司.
  let word: String
  /// Fields of the efficiency levels, with the kinds of line; empty where the levels do not apply.
  let products: [String]
  /// Energy of a typical plant, tce a year.
  let energy: ClosedRange<Int>
  /// Share of the energy that is electricity, percent.
  let electricity: Int
  /// Energy per value added, tce per 10 000 yuan in hundredths.
  let intensity: ClosedRange<Int>
  let weight: Int

  private init(
    _ sector: String, _ industry: String, _ word: String, _ energy: ClosedRange<Int>, electricity: Int,
    intensity: ClosedRange<Int>, weight: Int, products: [String] = []
  ) {
    self.sector = sector
    self.industry = industry
    self.word = word
    self.products = products
    self.energy = energy
    self.electricity = electricity
    self.intensity = intensity
    self.weight = weight
  }

  static let all: [MadeUpTrade] = [
    MadeUpTrade(
      "petrochemical", "2511", "炼化", 120_000...900_000, electricity: 18, intensity: 150...320, weight: 1,
      products: ["炼油", "对二甲苯"]),
    MadeUpTrade(
      "petrochemical", "2614", "烯烃", 60_000...400_000, electricity: 22, intensity: 160...330, weight: 1,
      products: ["乙烯"]),
    MadeUpTrade(
      "chemical", "2612", "氯碱", 20_000...150_000, electricity: 75, intensity: 200...420, weight: 2,
      products: ["烧碱", "纯碱"]),
    MadeUpTrade(
      "chemical", "2621", "化肥", 30_000...160_000, electricity: 25, intensity: 260...520, weight: 1,
      products: ["合成氨", "磷酸一铵"]),
    MadeUpTrade("chemical", "2641", "涂料", 600...5_000, electricity: 60, intensity: 15...60, weight: 2),
    MadeUpTrade("chemical", "2645", "染料", 3_000...30_000, electricity: 40, intensity: 40...120, weight: 3),
    MadeUpTrade("chemical", "2651", "树脂", 4_000...40_000, electricity: 45, intensity: 50...140, weight: 3),
    MadeUpTrade(
      "building_materials", "3011", "水泥", 40_000...260_000, electricity: 14, intensity: 380...720, weight: 5,
      products: ["水泥熟料"]),
    MadeUpTrade(
      "building_materials", "3041", "玻璃", 25_000...120_000, electricity: 12, intensity: 260...480, weight: 2,
      products: ["平板玻璃"]),
    MadeUpTrade(
      "building_materials", "3071", "建陶", 8_000...40_000, electricity: 18, intensity: 160...320, weight: 2,
      products: ["建筑陶瓷"]),
    MadeUpTrade(
      "building_materials", "3072", "洁具", 3_000...12_000, electricity: 25, intensity: 60...160, weight: 2,
      products: ["卫生陶瓷"]),
    MadeUpTrade("building_materials", "3031", "新型墙材", 2_000...15_000, electricity: 20, intensity: 90...220, weight: 3),
    MadeUpTrade(
      "steel", "3120", "钢铁", 80_000...600_000, electricity: 30, intensity: 220...480, weight: 3, products: ["炼钢", "炼铁"]),
    MadeUpTrade(
      "steel", "3140", "铁合金", 10_000...60_000, electricity: 70, intensity: 300...520, weight: 1, products: ["铁合金"]),
    MadeUpTrade("steel", "3130", "特钢", 6_000...60_000, electricity: 55, intensity: 60...180, weight: 4),
    MadeUpTrade(
      "nonferrous", "3211", "铜业", 20_000...160_000, electricity: 45, intensity: 90...220, weight: 2, products: ["铜冶炼"]),
    MadeUpTrade(
      "nonferrous", "3212", "铅锌", 15_000...90_000, electricity: 50, intensity: 160...360, weight: 1,
      products: ["铅冶炼", "锌冶炼"]),
    MadeUpTrade(
      "nonferrous", "3216", "铝业", 60_000...300_000, electricity: 88, intensity: 400...700, weight: 1, products: ["电解铝"]),
    MadeUpTrade("nonferrous", "3251", "铜材", 3_000...25_000, electricity: 70, intensity: 30...90, weight: 4),
    MadeUpTrade("nonferrous", "3252", "铝材", 3_000...30_000, electricity: 60, intensity: 40...110, weight: 4),
    MadeUpTrade("paper", "2221", "纸业", 15_000...180_000, electricity: 30, intensity: 160...360, weight: 6),
    MadeUpTrade("chemical_fibre", "2822", "化纤", 12_000...160_000, electricity: 55, intensity: 70...180, weight: 8),
    MadeUpTrade("textile", "1713", "印染", 5_000...60_000, electricity: 25, intensity: 90...220, weight: 12),
    MadeUpTrade("textile", "1711", "纺织", 1_000...12_000, electricity: 85, intensity: 40...110, weight: 8),
    MadeUpTrade("other", "2110", "家居", 300...4_000, electricity: 75, intensity: 8...30, weight: 5),
    MadeUpTrade("other", "2929", "塑业", 600...8_000, electricity: 90, intensity: 20...60, weight: 8),
    MadeUpTrade("other", "3360", "表面处理", 500...6_000, electricity: 65, intensity: 30...90, weight: 5),
    MadeUpTrade("other", "3525", "模具", 200...2_000, electricity: 95, intensity: 6...20, weight: 5),
    MadeUpTrade("other", "3484", "机械", 300...5_000, electricity: 85, intensity: 6...24, weight: 9),
    MadeUpTrade("other", "3670", "汽配", 600...12_000, electricity: 80, intensity: 8...30, weight: 9),
    MadeUpTrade("other", "3812", "电机", 500...6_000, electricity: 88, intensity: 6...22, weight: 6),
    MadeUpTrade("other", "4412", "热电", 40_000...260_000, electricity: 6, intensity: 500...900, weight: 2),
  ]

  static let withLines = all.filter { !$0.products.isEmpty }
}

/// Names that nobody could take for a real enterprise: 拟, 样, 例, 试, 虚, 仿 stand for "made up".
enum MadeUpNames {
  static let first = ["拟", "样", "例", "试", "虚", "仿"]
  static let second = [
    "远", "恒", "川", "岳", "岚", "湖", "禾", "竹", "舟", "星", "澜", "峰", "泉", "桥", "宁", "泽", "瑞", "原", "林", "松", "溪", "云", "岩",
    "潮",
    "海", "江", "田", "石", "光", "和",
  ]
  static let surnames = ["赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "褚", "卫", "蒋", "沈", "韩", "杨"]
  static let given = ["某甲", "某乙", "某丙", "某丁", "某戊", "某己"]
}
