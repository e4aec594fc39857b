/// A sector that an item of the catalogue fits 适用行业.
package struct CatalogueSector: Child {
  package var id = RecordID.unset
  package var sector = ""
  package var process = ""

  package init() {}

  package static let fields: [Field<CatalogueSector>] = [
    .code("sector", \.sector, "行业", "Sector", Sectors.list).required(),
    .text("process", \.process, "适用工序", "Process", max: 200),
  ]
}

/// Where an item of the catalogue was used, and with what effect 应用案例.
package struct CatalogueCase: Child {
  package var id = RecordID.unset
  package var name = ""
  package var enterprise: RecordID?
  package var project: RecordID?
  package var year: Int?
  package var investment: Amount?
  package var saving: Amount?
  package var effect = ""

  package init() {}

  package static let fields: [Field<CatalogueCase>] = [
    .text("name", \.name, "案例名称", "Case", max: 200).required(),
    .record("enterprise", \.enterprise, "应用企业", "Enterprise", "enterprises"),
    .record("project", \.project, "项目", "Project", "projects"),
    .year("year", \.year, "投运年度", "Year"),
    .amount("investment", \.investment, "投资", "Investment", .yuanWan),
    .amount("saving", \.saving, "节能量", "Saving", .tcePerYear),
    .text("effect", \.effect, "应用效果", "Effect", max: 300),
  ]
}

/// Short closed lists of the catalogue.
package enum CatalogueCodes {
  /// What it is.
  package static let kinds = CodeList(
    "catalogue_kinds",
    [
      Code("process", "工艺", "Process"), Code("technology", "技术", "Technology"), Code("equipment", "装备", "Equipment"),
      Code("product", "产品", "Product"), Code("scheme", "解决方案", "Scheme"),
    ])

  /// Which list it was published in.
  package static let lists = CodeList(
    "catalogue_lists",
    [
      Code("recommended", "省推广目录", "Provincial list"), Code("national", "国家推荐目录", "National list"),
      Code("first_sets", "首台(套)目录", "List of first sets"), Code("local", "市县推广目录", "Local list"),
    ])

  /// Whether it still stands there.
  package static let states = CodeList(
    "catalogue_states", [Code("listed", "在录", "Listed"), Code("withdrawn", "已移出", "Taken off")])
}
