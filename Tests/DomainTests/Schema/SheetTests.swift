import Testing

@testable import Domain

/// Headings and cells as offices write them.
@Suite struct SheetTests {
  private let projects = Register(Project.self)
  private let repair = CellRepair(.builtIn, isOwn: false)

  private func target(_ heading: String, above: [String] = []) -> HeadingMatch.Target? {
    HeadingMatch(projects, extra: ["id"]).exact(heading, above: above)
  }

  @Test func headingsAreRecognisedByIdLabelAliasAndUnit() {
    #expect(target("name")?.path == "name")
    #expect(target("项目 名称*")?.path == "name")
    #expect(target("Deadline")?.path == "deadline")
    #expect(target("总投资（亿元）") == HeadingMatch.Target(path: "investment_declared", how: .alias, power: 4))
    #expect(target("总投资/万元")?.power == 0)
    #expect(target("计划总投资：元")?.power == -4)
    #expect(target("装机容量（MW）")?.power == 3)
    #expect(target("节能量(单位:万吨标煤)")?.power == 4)
    #expect(target("企业名称（全称）")?.path == "enterprise")
    // Another currency is another thing.
    #expect(target("总投资（美元）") == nil)
    #expect(target("综合评价") == nil)
  }

  @Test func aFieldOfAChildListIsNamedWithItsList() {
    #expect(target("措施", above: ["改造措施"])?.path == "measures.name")
    #expect(target("改造措施·投资")?.path == "measures.investment")
    #expect(target("投资（亿元）", above: ["改造措施"])?.power == 4)
    #expect(target("其中：设备投资", above: ["投资（亿元）"])?.power == 4)
  }

  @Test func likenessOffersTheNearestField() {
    let match = HeadingMatch(projects)
    #expect(match.likely("主要改造内容及规模").first?.target.path == "content")
    #expect(match.likely("预期年节能量").first?.target.path == "saving_declared")
    #expect(match.likely("天气").isEmpty)
  }

  private func outcome(_ text: String, _ field: String, power: Int? = nil, doubtful: Bool = false) throws
    -> CellRepair.Outcome
  {
    repair.repaired(text, try #require(projects.field(field)), power: power, isDoubtful: doubtful)
  }

  @Test func figuresAreScaledExactly() throws {
    #expect(try outcome("0.565", "investment_declared", power: 4) == .text("5650"))
    #expect(try outcome("1,234.5", "investment_declared", power: -4) == .text("0.1234", said: said))
    #expect(try outcome("1.23456", "investment_declared", power: 4) == .text("12345.6"))
    // A unit in the cell says more than the heading's.
    #expect(try outcome("0.5亿元", "investment_declared", power: -4) == .text("0.5亿元"))
    #expect(try outcome("￥5,200", "investment_declared") == .text("5,200"))
    #expect(try outcome("不详", "investment_declared", power: 4) == .text("不详"))
  }

  private let said = Label(
    zh: "有数值按表头单位换算后超过四位小数，已取到四位",
    en: "figures that had over four decimals in the field's unit were rounded to four")

  @Test(arguments: ["/", "—", "——", "-", "无", " 无 ", "N/A", "－"]) func wordsForNothingAreEmpty(_ text: String) throws {
    for field in ["investment_declared", "start_month", "grid_date", "provider", "kind", "enterprise"] {
      #expect(try outcome(text, field) == .empty, "\(field)")
    }
    #expect(CellRepair(.builtIn, isOwn: true).repaired(text, try #require(projects.field("provider"))) == .text(text))
  }

  @Test func whatReadsTwoWaysIsReported() throws {
    guard case .refused = try outcome("2023.1", "start_month", doubtful: true) else {
      Issue.record("2023.1 of a figure may be October")
      return
    }
    guard case .text("2023.1", let said?) = try outcome("2023.1", "start_month") else {
      Issue.record("2023.1 of a text is January, and said")
      return
    }
    #expect(said.zh.contains("1月"))
    guard case .refused = try outcome("9.13305E+17", "project_code") else {
      Issue.record("the digits are lost")
      return
    }
  }

  @Test(arguments: ["name", "region", "deadline", "investment_declared", "phone"])
  func
    aFormulaThatNobodyCalculatedIsRefused(_ field: String) throws
  {
    guard case .refused(let message) = try outcome(CellRepair.uncalculated, field) else {
      Issue.record("\(field) is taken")
      return
    }
    #expect(message.zh.contains("打开、保存") && message.en.contains("no stored result"))
  }

  @Test func headingsOfOtherOfficesAreKnown() throws {
    let firms = HeadingMatch(Register(Enterprise.self), extra: ["id"])
    for heading in ["企业全称", "法人单位", "建设单位", "申报单位", "项目单位"] {
      #expect(target(heading)?.path == "enterprise" && firms.exact(heading)?.path == "name", "\(heading)")
    }
    for heading in ["县区", "所属县区", "县（市、区）"] {
      #expect(target(heading)?.path == "region" && firms.exact(heading)?.path == "region", "\(heading)")
    }
    #expect(target("联系方式")?.path == "phone" && firms.exact("联系方式")?.path == "phone")
    #expect(target("项目所在地")?.path == "region" && target("项目负责人")?.path == "contact")
    #expect(target("项目备案代码")?.path == "project_code" && target("备案代码")?.path == "project_code")
  }

  @Test(arguments: Registers.all.map(\.id)) func noNameOfAFieldIsAnothersToo(_ id: String) throws {
    let register = try #require(Registers.named(id))
    var names: [String: String] = [:]
    for field in register.fields where !field.isDerived {
      for name in Set(([field.label.zh, field.label.en] + field.aliases).map { HeadingText.bare($0).lowercased() }) {
        #expect(names.updateValue(field.id, forKey: name) == nil, "\(name)")
      }
    }
  }

  @Test func whoHandsInBesideTheFirmIsSomebodyElse() throws {
    let register = Register(Enterprise.self)
    let rows = [["申报单位", "企业名称", "县区"], ["某局", "甲厂", "安吉"]]
      .enumerated().map { SheetRow(number: $0 + 1, cells: $1) }
    for rows in [rows, rows.map { SheetRow(number: $0.number, cells: [$0[1], $0[0], $0[2]]) }] {
      let layout = try #require(SheetLayout.find(in: rows, register, match: HeadingMatch(register)))
      #expect(layout.problem == nil && layout.mapping.unknown == ["申报单位"])
    }
  }

  @Test func serialsAreDaysAsSpreadsheetsCountThem() {
    #expect(CellRepair.day(serial: 45078, is1904: false)?.iso == "2023-06-01")
    #expect(CellRepair.day(serial: 43616, is1904: true)?.iso == "2023-06-01")
    #expect(CellRepair.day(serial: 59, is1904: false)?.iso == "1900-02-28")
    #expect(CellRepair.day(serial: 60, is1904: false) == nil)
    #expect(CellRepair.day(serial: 61, is1904: false)?.iso == "1900-03-01")
  }

  @Test func aProfileIsForItsOwnHeadings() {
    var mapping = SheetMapping(columns: [.init(heading: "评语"), .init(heading: "名称", path: "name", how: .alias)])
    let other = SheetMapping(columns: [.init(heading: "评语"), .init(heading: "名字")])
    #expect(mapping.signature != other.signature)
    mapping.apply(profile: "评语\tremarks\t\n名称\tname\t", projects)
    #expect(mapping.columns.map(\.path) == ["remarks", "name"])
    mapping.apply(profile: "评语\tgone_field\t\n名称\tname\t", projects)
    #expect(mapping.columns[0].path == "remarks")
    #expect(SheetMapping(columns: mapping.columns).profile == mapping.profile)
  }

  @Test(arguments: ["合计", "总 计", "小计：", "Total", "合计（3个）"]) func totalsAreNoRecords(_ word: String) {
    #expect(TableEnd.kind(of: SheetRow(number: 9, cells: [word, "", "12"]), mapped: [0, 1, 2]) == .total)
    #expect(TableEnd.kind(of: SheetRow(number: 9, cells: ["", word, "12"]), mapped: [0, 1, 2]) == .total)
    #expect(TableEnd.kind(of: SheetRow(number: 9, cells: ["合计厂", "a", "12"]), mapped: [0, 1, 2]) == nil)
  }
}
