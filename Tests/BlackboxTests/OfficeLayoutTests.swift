import Foundation
import TestTerminal
import Testing

/// Sheets laid out as offices lay them out: merged cells, rows of units, several tables under one another.
@Suite struct OfficeLayoutTests {
  private func python(_ script: String, _ arguments: [String]) throws {
    let outcome = BuiltSanku.run(["-c", script] + arguments, program: "/usr/bin/python3")
    try #require(outcome.status == 0, "openpyxl: \(outcome.errors)")
  }

  private func records(_ room: Room, _ register: String, _ names: [String]) throws -> [[String: Any]] {
    let all = try room.export(register)
    return names.compactMap { name in all.first { $0["name"] as? String == name } }
  }

  private func year(_ room: Room, _ name: String) throws -> [String: Any] {
    let firm = try #require(try records(room, "enterprises", [name]).first)
    return try #require((firm["years"] as? [[String: Any]])?.first)
  }

  private func figures(_ row: [String: Any], _ fields: String...) -> [Int?] {
    fields.map { (row[$0] as? NSNumber)?.intValue }
  }

  /// A cell merged down stands for each record beside it, and for each row of one record.
  @Test func whatIsMergedDownIsMeantInEachRow() throws {
    let room = try Room.madeUp()
    let path = room.folder + "/m.xlsx"
    try python(
      """
      import openpyxl, sys
      book = openpyxl.Workbook()
      sheet = book.active
      for row in [["项目名称", "归口地区", "联系人", "措施名称", "措施·投资"], ["并一项目", "安吉县", "王某", "甲锅炉", 1],
                  [None, None, None, "乙锅炉", 2], ["并二项目", None, None, "丙锅炉", 3], ["并三项目", None, None, "丁锅炉", 4]]:
          sheet.append(row)
      sheet.merge_cells("A2:A3")
      sheet.merge_cells("B2:B5")
      sheet.merge_cells("C2:C4")
      book.save(sys.argv[1])
      """, [path])
    let taken = room.run(["import", "projects", path])
    #expect(taken.errors.contains("新增 3，"), "\(taken.errors)")
    let saved = try records(room, "projects", ["并一项目", "并二项目", "并三项目"])
    #expect(saved.map { $0["region"] as? String } == ["330523", "330523", "330523"])
    #expect(saved.map { $0["contact"] as? String } == ["王某", "王某", nil])
    #expect(saved.map { ($0["measures"] as? [Any])?.count } == [2, 1, 1])
  }

  /// Units in a row of their own, or all of them in one line above, hold each for its figures.
  @Test(arguments: [
    "\u{FEFF}企业名称,归口地区,年度,总产值,综合能耗,用电量\r\n,,,亿元,万吨标准煤,亿千瓦时\r\n",
    "单位：亿元、万吨标准煤、亿千瓦时\r\n企业名称,归口地区,年度,总产值,综合能耗,用电量\r\n",
    "企业表（单位：人民币亿元、个、万吨标准煤；亿千瓦时）\r\n企业名称,归口地区,年度,总产值,综合能耗,用电量\r\n",
  ])
  func unitsOfEveryColumnCount(_ head: String) throws {
    let room = try Room.madeUp()
    let taken = room.run(["import", "enterprises", try room.file("u.csv", head + "单位甲厂,安吉县,2022,2,1.5,0.5\r\n")])
    let row = try year(room, "单位甲厂")
    #expect(figures(row, "output", "energy", "electricity") == [20_000, 15_000, 5_000], "\(taken.errors)")
  }

  /// 等价 and 当量 are two figures: the heading says which one it is, and of both the first is read.
  @Test func theBasisOfElectricityIsReadFromTheHeading() throws {
    let room = try Room.madeUp()
    let file = try room.file(
      "b.csv", "企业名称,归口地区,年度,综合能耗（吨标准煤，等价值）,综合能耗（当量值）\r\n口径甲厂,安吉县,2022,95,71\r\n")
    let taken = room.run(["import", "enterprises", file])
    let row = try year(room, "口径甲厂")
    #expect(figures(row, "energy") == [95] && row["basis"] as? String == "coal", "\(row) \(taken.errors)")
    #expect(taken.errors.contains("没有对应字段的列未导入：综合能耗（当量值）"), "\(taken.errors)")
    // A cell without a figure says nothing of how electricity counts in the one that is there.
    let blank = try room.file("n.csv", "企业名称,归口地区,年度,总产值,综合能耗（当量值）\r\n口径甲厂,安吉县,2022,5,/\r\n")
    _ = room.run(["import", "enterprises", blank])
    let kept = try year(room, "口径甲厂")
    #expect(figures(kept, "energy", "output") == [95, 5] && kept["basis"] as? String == "coal", "\(kept)")
  }

  /// Flags beside the figures of one year are that year's; 否 is an answer.
  @Test func whatStandsBesideOneYearIsOfThatYear() throws {
    let room = try Room.madeUp()
    let head = "企业名称,归口地区,年度,总产值,是否规上"
    _ = room.run(["import", "enterprises", try room.file("a.csv", "\(head)\r\n规上甲厂,安吉县,2022,7,是\r\n")])
    #expect(try year(room, "规上甲厂")["above_scale"] as? Bool == true)
    let file = try room.file("b.csv", "企业名称,归口地区,2022年总产值,是否规上\r\n规上甲厂,安吉县,8,否\r\n")
    let taken = room.run(["import", "enterprises", file])
    let row = try year(room, "规上甲厂")
    #expect(figures(row, "output") == [8] && row["above_scale"] as? Bool != true, "\(row) \(taken.errors)")
  }

  /// A heading over again is none of the records, and another table's rows are not read by the first one's columns.
  @Test func headingsAndTablesFurtherDownAreSeen() throws {
    let room = try Room.madeUp()
    let file = try room.file(
      "t.csv",
      "序号,企业名称,归口地区,年度,总产值\r\n1,表一厂,安吉县,2022,7\r\n序号,企业名称,归口地区,年度,总产值\r\n2,表二厂,安吉县,2022,8\r\n表二,,,,\r\n"
        + "序号,总产值,企业名称,归口地区,年度\r\n1,9,表三厂,安吉县,2022\r\n")
    let taken = room.run(["import", "enterprises", file])
    #expect(taken.errors.contains("第6行起是另一张表") && taken.errors.contains("新增 2，"), "\(taken.errors)")
    #expect(try records(room, "enterprises", ["表一厂", "表二厂", "表三厂"]).count == 2)
    let years = try room.file(
      "y.csv",
      "序号,企业名称,归口地区,2022年综合能耗（吨标煤）,2022年用电量\r\n1,表四厂,安吉县,7,8\r\n表二,,,,\r\n"
        + "序号,企业名称,归口地区,2022年用电量,2022年综合能耗（吨标煤）\r\n1,表五厂,安吉县,9,10\r\n")
    let again = room.run(["import", "enterprises", years])
    #expect(again.errors.contains("第4行起是另一张表") && again.errors.contains("新增 1，"), "\(again.errors)")
  }

  /// One carrier a row, its firm and month in each: one record of several rows.
  @Test func rowsOfOneRecordMayRepeatAllThatNamesIt() throws {
    let room = try Room.madeUp()
    let firm = try #require(try room.export("enterprises").first { $0["region"] as? String == "330523" })
    let key = try #require(firm["key"] as? String)
    let file = try room.file(
      "e.csv",
      "企业,归口地区,月份,能源品种,消费量\r\n\(key),安吉县,2023-05,电力,10\r\n\(key),安吉县,2023-05,原煤,20\r\n\(key),安吉县,2023-06,电力,30\r\n")
    let taken = room.run(["import", "energy", file])
    #expect(taken.errors.contains("未收 0"), "\(taken.errors)")
    let months = try room.export("energy").filter { ($0["key"] as? String ?? "").hasPrefix("\(key)/2023-0") }
    let found = Dictionary(
      months.map { ($0["month"] as? String ?? "", ($0["carriers"] as? [Any] ?? $0["energy"] as? [Any] ?? []).count) },
      uniquingKeysWith: { $1 })
    #expect(found["2023-05"] ?? 0 >= 2, "\(taken.errors) \(months)")
  }

  /// What a product or an energy carrier is measured in, its own row says; a heading of another size is left out.
  @Test(arguments: ["产能（万吨/年）", "产量（亿吨）"]) func scaledUnitsOfProductsAreLeftOut(_ heading: String) throws {
    let room = try Room.madeUp()
    let file = try room.file("l.csv", "生产线名称,归口地区,\(heading)\r\n线甲,安吉县,77.5\r\n")
    let taken = room.run(["import", "efficiency", file, "--dry-run"])
    #expect(taken.errors.contains("没有对应字段的列未导入：\(heading)"), "\(taken.errors)")
  }

  /// A county's own library knows where a record belongs that does not say it.
  @Test func recordsWithoutARegionBelongToTheCounty() throws {
    let room = try Room()
    try room.done(["init", room.library, "--region", "330523"])
    let file = try room.file("p.csv", "项目名称\r\n无地区项目\r\n")
    let taken = room.run(["import", "projects", file])
    #expect(taken.errors.contains("记在安吉县"), "\(taken.errors)")
    #expect(try records(room, "projects", ["无地区项目"]).first?["region"] as? String == "330523")
    let code = try room.file("c.csv", "统一社会信用代码,企业名称\r\n\"=\"\"91330523MA2B4F6Y5W\"\"\",等号厂\r\n")
    _ = room.run(["import", "enterprises", code])
    #expect(try records(room, "enterprises", ["等号厂"]).first?["credit_code"] as? String == "91330523MA2B4F6Y5W")
  }

  /// What a tier has admitted is changed on request only, whoever is alone in the library.
  @Test func admittedProjectsAreFrozenForSheetsToo() throws {
    let room = try Room.madeUp()
    let admitted = try #require(
      try room.export("projects").first { ($0["memberships"] as? [Any] ?? []).isEmpty == false && $0["content"] != nil }
    )
    let key = try #require(admitted["library_code"] as? String)
    let file = try room.file("a.csv", "入库编号,改造内容\r\n\(key),改写了\r\n")
    let taken = room.run(["import", "projects", file])
    #expect(taken.status == 1 && taken.errors.contains("冲突 1"), "\(taken.errors)")
  }
}
