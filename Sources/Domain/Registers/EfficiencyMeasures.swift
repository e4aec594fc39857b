/// What lines count for; a line has one record a year, so every figure is parted by the year of its data.
extension EfficiencyLine {
  private static let live = Filter.where("state", .notEqual, .text("retired"))

  /// Every figure is parted by the data's year.
  package static let measures: [Measure] = [
    Measure(
      "efficiency.lines", Label(zh: "能效清单生产线", en: "Lines on the list"), register: "efficiency", where: live, .count,
      by: ["grade", "product", "year"],
      rule: Label(zh: "未淘汰的生产线按数据年度各计一条", en: "Lines that are not retired, one for each year of data")),
    Measure(
      "efficiency.by_sector", Label(zh: "生产线(按领域)", en: "Lines by sector"), register: "efficiency", where: live,
      .count, by: ["grade", "product_sector", "year"],
      rule: Label(zh: "未淘汰的生产线按产品领域", en: "Lines that are not retired, by the product's sector")),
    Measure(
      "efficiency.capacity", Label(zh: "产能", en: "Capacity"), unit: .byProduct, register: "efficiency",
      where: live.and("grade", .notEqual), .sum("capacity"), by: ["grade", "product", "year"],
      rule: Label(
        zh: "有对标结果的生产线产能，只在同一产品与工艺内相加", en: "Capacity of graded lines; adds only within one product and process")),
    Measure(
      "efficiency.ungraded", Label(zh: "无对标结果的生产线", en: "Lines without a grade"), register: "efficiency",
      where: live.and("grade"), .count, by: ["product", "year"],
      rule: Label(zh: "缺单耗或缺能效水平，未计入产能比例", en: "No consumption or no levels: left out of the shares")),
    Measure(
      "efficiency.weighted", Label(zh: "折能产能", en: "Energy-weighted capacity"), unit: .tcePerYear,
      register: "efficiency", where: live.and("grade", .notEqual), .sum("weight"),
      by: ["grade", "product_sector", "year"],
      rule: Label(
        zh: "产能×基准水平折标准煤，本库测算；无经核实正值水平的不计",
        en: "Capacity x baseline in tce, this library's own estimate; rows without a positive verified level left out")),
    Measure(
      "efficiency.unaddressed", Label(zh: "劣于基准且无项目、无淘汰计划", en: "Below baseline, nothing planned"),
      register: "efficiency", where: .where("unaddressed", .equal, .flag(true)), .count,
      by: ["product", "product_sector", "year"],
      rule: Label(
        zh: "在产、劣于基准、既无改造项目也无淘汰或整合置换计划的生产线", en: "Running, below baseline, with neither a project nor a retirement")),
  ]
}
