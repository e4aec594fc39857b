import Foundation
import TestTerminal
import Testing

/// Sheets as offices make them: no figure changes its size, no row becomes a record that it is not.
@Suite struct OfficeSheetTests {
  private let head = "项目名称,归口地区"

  private func project(_ room: Room, _ name: String) throws -> [String: Any] {
    try #require(try room.export("projects").first { $0["name"] as? String == name })
  }

  private func figure(_ record: [String: Any], _ field: String) -> Double? { (record[field] as? NSNumber)?.doubleValue }

  @Test(arguments: [
    ("设备投资（百万元）", "1.5", "investment_equipment", 150.0), ("设备投资（千元）", "1500", "investment_equipment", 150),
    ("设备投资（亿元，含税）", "1.5", "investment_equipment", 15_000), ("设备投资亿元", "1.5", "investment_equipment", 15_000),
    ("设备投资（本年度）", "1.5", "investment_equipment", 1.5), ("设备投资（合计）", "1.5", "investment_equipment", 1.5),
    ("设备投资_万元", "1.5", "investment_equipment", 1.5), ("设备投资 元", "15000", "investment_equipment", 1.5),
    ("设备投资（元）", "1.23457E+11", "investment_equipment", 12_345_700),
    ("设备投资（亿元）", "1e3", "investment_equipment", 10_000_000),
  ])
  func aUnitInTheHeadingCounts(_ heading: String, _ text: String, _ field: String, _ expected: Double) throws {
    let room = try Room.madeUp()
    let file = try room.file("p.csv", "\(head),\"\(heading)\"\r\n余热一号,安吉县,\(text)\r\n")
    let taken = room.run(["import", "projects", file, "--likely"])
    #expect(figure(try project(room, "余热一号"), field) == expected, "\(taken.errors)")
  }

  @Test(arguments: ["设备投资（万美元）", "设备投资（百万欧元）", "设备投资（吨）", "设备投资（kgce）"])
  func figuresInAnotherMeasureAreLeftOutAndSaid(_ heading: String) throws {
    let room = try Room.madeUp()
    let file = try room.file("p.csv", "\(head),\(heading)\r\n余热一号,安吉县,1.5\r\n")
    let taken = room.run(["import", "projects", file, "--likely"])
    #expect(taken.errors.contains("没有对应字段的列未导入：\(heading)"), "\(taken.errors)")
    #expect(figure(try project(room, "余热一号"), "investment_equipment") == nil)
  }

  @Test func serialsSubtotalsSectionsAndNamelessRowsAreNoRecords() throws {
    let room = try Room.madeUp()
    let file = try room.file(
      "p.csv",
      """
      序号,\(head),设备投资
      一,水泥行业（2项）,,600
      1,余热一号,安吉县,200
      2,余热二号,安吉县,400
      ,其中：省级,,400
      二,余热三号,安吉县,300
      3,,安吉县,50
      """)
    let taken = room.run(["import", "projects", file])
    #expect(taken.errors.contains("新增 3，修改 0，相同 0，未收 1"), "\(taken.errors)")
    #expect(taken.errors.contains("没有写“项目名称”"), "\(taken.errors)")
    // Two counties' sheets both count from 1: neither number is a record's.
    for (name, region) in [("甲", "安吉县"), ("乙", "长兴县")] {
      let list = try room.file("z.csv", "序号,编号,归口地区,对象名称\r\n1,\(name)-1,\(region),\(name)窑\r\n")
      let taken = room.run(["import", "phaseouts", list, "--likely"])
      #expect(taken.errors.contains("新增 1"), "\(taken.errors)")
    }
  }

  /// A heading over the measures' columns under any of their names, a line with the unit above, and two rows a project.
  @Test(arguments: ["改造措施", "措施", "主要措施"], [true, false])
  func measuresUnderTheirHeadingAreMeasures(_ name: String, _ hasUnit: Bool) throws {
    let room = try Room.madeUp()
    let path = room.folder + "/m.xlsx"
    let outcome = BuiltSanku.run(
      [
        "-c",
        """
        import openpyxl, sys
        book = openpyxl.Workbook()
        sheet = book.active
        sheet["A1"] = "2023年安吉县项目汇总表"
        if sys.argv[3] == "yes":
            sheet["A2"] = "填报单位（盖章）：安吉县经济和信息化局"
            sheet["G2"] = "单位：万元、吨标准煤"
        for row, cells in enumerate([
            ["序号", "项目名称", "归口地区", sys.argv[2], None, None, None, None, "联系人"],
            [None, None, None, "措施名称", "数量", "单位", "投资", "节能量", None],
            [1, "余热三号", "安吉县", "余热锅炉", 2, "台", 2900, 11, "王某"],
            [None, None, None, "汽轮机", 1, "套", 2300, 12, None]]):
            for column, cell in enumerate(cells):
                sheet.cell(3 + row, column + 1, cell)
        for column in "ABCI":
            sheet.merge_cells(f"{column}3:{column}4")
        sheet.merge_cells("D3:H3")
        book.save(sys.argv[1])
        """, path, name, hasUnit ? "yes" : "no",
      ], program: "/usr/bin/python3")
    try #require(outcome.status == 0, "\(outcome.errors)")
    let taken = room.run(["import", "projects", path])
    #expect(taken.errors.contains("新增 1，"), "\(taken.errors)")
    let measures = try #require(try project(room, "余热三号")["measures"] as? [[String: Any]])
    #expect(measures.map { $0["name"] as? String } == ["余热锅炉", "汽轮机"])
    #expect(measures.map { figure($0, "investment") } == [2900, 2300])
    #expect(measures.map { figure($0, "saving") } == [11, 12])
  }

  /// The newer one first, then the older one: both are gone in truth.
  @Test func twoImportsOfOneRecordAreTakenBackOneAfterTheOther() throws {
    let room = try Room.madeUp()
    _ = room.run(["import", "projects", try room.file("n.csv", "\(head),设备投资（万元）\r\n两次改的项目,安吉县,1\r\n")])
    let before = try project(room, "两次改的项目")
    let key = try #require(before["library_code"] as? String)
    for (heading, text) in [("investment_equipment", "99"), ("remarks", "第二次")] {
      try room.done(["import", "projects", try room.file("u.csv", "library_code,\(heading)\r\n\(key),\(text)\r\n")])
    }
    let batches = room.run(["imports", "--format", "csv"]).output.split(whereSeparator: \.isNewline).dropFirst()
      .compactMap { $0.split(separator: ",").first.map(String.init) }
    #expect(batches.count == 3)
    for batch in batches.prefix(2) {
      #expect(room.run(["imports", "undo", batch]).errors.contains("撤销 1 条，保留 0 条"))
    }
    let after = try #require(try room.export("projects").first { $0["library_code"] as? String == key })
    #expect(figure(after, "investment_equipment") == figure(before, "investment_equipment"))
    #expect(after["remarks"] as? String == before["remarks"] as? String)
  }

  /// Codes of projects are a library's to give: another office's numbers are left out, and its rows found again by name.
  @Test func anotherOfficesNumbersAreNoCodes() throws {
    let room = try Room.madeUp()
    let file = try room.file(
      "n.csv",
      "入库编号,项目名称,归口地区\r\nHZ-01,编号甲项目,安吉县\r\n/,编号乙项目,安吉县\r\n2023年浙江省湖州市安吉县第0000001号,编号丙项目,安吉县\r\n"
        + "330523-2023-0999-HZ,编号丁项目,安吉县\r\n")
    _ = try room.file("n.measures.csv", "入库编号,措施,投资（万元）\r\nHZ-01,余热锅炉,5\r\n")
    let taken = room.run(["import", "projects", file])
    #expect(taken.errors.contains("表中别的编号未导入") && taken.errors.contains("新增 4，"), "\(taken.errors)")
    #expect(room.run(["import", "projects", file]).errors.contains("新增 0，修改 0，相同 4，未收 0"))
    let saved = try room.export("projects").filter { ($0["name"] as? String ?? "").hasPrefix("编号") }
    let codes = Dictionary(
      saved.map { ($0["name"] as? String ?? "", $0["library_code"] as? String ?? "") }, uniquingKeysWith: { $1 })
    #expect(
      codes["编号丁项目"] == "330523-2023-0999-HZ"
        && codes.values.allSatisfy { $0.wholeMatch(of: /330523-20\d\d-\d{4}-[A-Z]+/) != nil })
    let first = saved.first { $0["name"] as? String == "编号甲项目" }
    #expect((first?["measures"] as? [Any])?.count == 1, "\(taken.errors)")
  }

  /// A project is not another of its name because neither says whose it is; a dry run says what the real one does.
  @Test func aNameAloneMakesNoProjectAnother() throws {
    let room = try Room.madeUp()
    let head = "项目名称,归口地区,设备投资（万元）,改造内容"
    let first = try room.file("a.csv", "\(head)\r\n空压机节能改造项目,安吉县,100,换空压机\r\n")
    #expect(room.run(["import", "projects", first]).errors.contains("新增 1，"))
    #expect(room.run(["import", "projects", first]).errors.contains("相同 1，未收 0"))
    let second = try room.file("b.csv", "\(head)\r\n空压机节能改造项目,安吉县,5000,另一家的空压机\r\n空压机节能改造项目,,100,换空压机\r\n")
    for options in [["--dry-run"], []] {
      let taken = room.run(["import", "projects", second] + options)
      #expect(taken.errors.contains("新增 0，修改 0，相同 0，未收 2（其中冲突 0，疑似重复 2"), "\(taken.errors)")
    }
    #expect(figure(try project(room, "空压机节能改造项目"), "investment_equipment") == 100)
    let mixed = try room.file("c.csv", "入库编号,项目名称,归口地区\r\n330523-2023-0999-HZ,甲号项目,安吉县\r\n,甲号项目,安吉县\r\n")
    for options in [["--dry-run"], []] {
      let taken = room.run(["import", "projects", mixed] + options)
      #expect(taken.errors.contains("新增 1，修改 0，相同 0，未收 1（其中冲突 0，疑似重复 1"), "\(taken.errors)")
    }
  }

  /// A firm that is on the list twice is a question, not a name that is on none.
  @Test func aNameThatIsOnTheListTwiceIsNotOutsideIt() throws {
    let room = try Room.madeUp()
    let firms = try room.file(
      "f.csv",
      "统一社会信用代码,厂区号,企业名称,归口地区\r\n91330523MA7B2C3D4R,00,双厂公司,安吉县\r\n91330523MA7B2C3D4R,01,双厂公司,安吉县\r\n")
    #expect(room.run(["import", "enterprises", firms, "--take", "duplicates"]).errors.contains("新增 2"))
    let head = "名称,类别,归口地区,目录,年度,依托单位,依托单位(清单外)"
    let file = try room.file("c.csv", "\(head)\r\n甲装备,装备,浙江省,省推广目录,2023,双厂公司,\r\n乙装备,装备,浙江省,省推广目录,2023,某大学,\r\n")
    let taken = room.run(["import", "catalogue", file, "--empty-clears"])
    #expect(taken.errors.contains("找不到“双厂公司”"), "\(taken.errors)")
    let items = try room.export("catalogue").filter { ["甲装备", "乙装备"].contains($0["name"] as? String) }
    #expect(items.map { $0["owner"] as? String } == ["某大学"], "\(taken.errors) \(items)")
  }
}
