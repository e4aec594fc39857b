import Foundation
import TestTerminal
import Testing

/// Columns of single years, as offices put them side by side: each figure goes to its own year, or is said to be left out.
@Suite struct YearColumnsTests {
  private let head = "统一社会信用代码,企业名称,归口地区"
  private let firm = "91330523MA7B2C3D4R,安吉甲水泥公司,安吉县"

  private func years(_ room: Room) throws -> [Int: [String: Int]] {
    let firm = try room.export("enterprises").first { $0["name"] as? String == "安吉甲水泥公司" }
    let rows = firm?["years"] as? [[String: Any]] ?? []
    return Dictionary(
      rows.compactMap { row in
        let figures = row.filter { !["id", "year"].contains($0.key) }.compactMapValues { ($0 as? NSNumber)?.intValue }
        return (row["year"] as? NSNumber).map { ($0.intValue, figures) }
      }, uniquingKeysWith: { $0.merging($1) { $1 } })
  }

  /// Years side by side, over, under or in the headings of their figures, each with the heading's unit.
  @Test func columnsOfSeveralYearsGoEachToItsOwn() throws {
    let room = try Room.madeUp()
    let over = try room.file(
      "o.csv",
      "企业情况表,,,,,,,\r\n\(head),2021年,,2022年,,2023年用电量（亿千瓦时）\r\n"
        + ",,,综合能耗（万吨标准煤）,总产值（亿元）,综合能耗（吨标准煤）,总产值,\r\n\(firm),1.5,2,16000,21000,0.5\r\n")
    #expect(room.run(["import", "enterprises", over]).errors.contains("新增 1，"))
    let wanted = [
      2021: ["energy": 15_000, "output": 20_000], 2022: ["energy": 16_000, "output": 21_000],
      2023: ["electricity": 5_000],
    ]
    #expect(try years(room) == wanted)
    #expect(room.run(["import", "enterprises", over]).errors.contains("新增 0，修改 0，相同 1"))
    let under = try room.file(
      "u.csv",
      "\(head),能耗（吨标准煤）,,用电量(2023年),2021-2025年取水量\r\n,,,2021年,2022年,,\r\n"
        + "\(firm),15000,16001,5000,7\r\n")
    let taken = room.run(["import", "enterprises", under])
    #expect(taken.errors.contains("没有对应字段的列未导入：2021-2025年取水量"), "\(taken.errors)")
    #expect(try years(room) == wanted.merging([2022: ["energy": 16_001, "output": 21_000]]) { $1 })
    let twice = try room.file("t.csv", "企业名称,归口地区,2021年能耗,综合能耗（2021年）\r\n安吉甲水泥公司,安吉县,1,2\r\n")
    #expect(room.run(["import", "enterprises", twice]).errors.contains("有两列都是“历年数据·综合能耗”"))
  }

  /// Parts of a year, targets, forecasts and comparisons are other figures than the year's.
  @Test func whatIsNotTheYearsFigureIsLeftOut() throws {
    let room = try Room.madeUp()
    let over = try room.file(
      "o.csv",
      "\(head),2022年同期,,2023年1-6月,,2025年目标,\r\n,,,综合能耗,总产值,综合能耗,总产值,综合能耗,总产值\r\n\(firm),1,2,3,4,5,6\r\n")
    #expect(room.run(["import", "enterprises", over, "--likely"]).errors.contains("新增 1，"))
    #expect(try years(room).isEmpty)
    let headings = [
      "2023年综合能耗（1-6月）", "2023年综合能耗（上半年）", "2025年综合能耗（目标）", "2022年综合能耗（预计）", "2022年综合能耗（比2021年）",
      "2022年综合能耗/总产值", "2022年综合能耗（2021年）", "2022年综合能耗（等价值）",
    ]
    let row = try room.file(
      "r.csv", "\(head),2022年综合能耗,\(headings.joined(separator: ","))\r\n\(firm),7,1,2,3,4,5,6,7,8\r\n")
    let taken = room.run(["import", "enterprises", row])
    for heading in headings { #expect(taken.errors.contains(heading), "\(heading): \(taken.errors)") }
    #expect(try years(room) == [2022: ["energy": 7]], "\(taken.errors)")
  }

  @Test(arguments: [
    ",2021年（亿元）,\r\n,,,总产值,增加值", ",产值指标（亿元）,\r\n,,,2021年,\r\n,,,总产值,增加值",
    ",2021年总产值（亿元）,增加值（2021年）（亿元）", ",总产值（亿元）,增加值（亿元）\r\n,,,2021年,2021年",
  ])
  func aUnitOverOrUnderTheYearCounts(_ headings: String) throws {
    let room = try Room.madeUp()
    let file = try room.file("u.csv", "\(head)\(headings)\r\n\(firm),2,0.5\r\n")
    let taken = room.run(["import", "enterprises", file])
    #expect(try years(room) == [2021: ["output": 20_000, "value_added": 5_000]], "\(taken.errors)")
  }

  /// A year's column beside 年度: neither's unit or place is the other's.
  @Test func aYearsColumnBesideTheYearsRowsIsApart() throws {
    let room = try Room.madeUp()
    let file = try room.file(
      "b.csv", "\(head),年度,总产值（万元）,用电量,2021年总产值（亿元）\r\n\(firm),2022,7,8,3\r\n")
    let taken = room.run(["import", "enterprises", file])
    #expect(
      try years(room) == [2021: ["output": 30_000], 2022: ["output": 7, "electricity": 8]], "\(taken.errors)")
  }

  @Test func twoRowsWithOtherFiguresOfAYearAreNotOne() throws {
    let room = try Room.madeUp()
    let file = try room.file("t.csv", "\(head),2021年综合能耗\r\n\(firm),100\r\n\(firm),50\r\n")
    let taken = room.run(["import", "enterprises", file])
    #expect(taken.status == 1 && taken.errors.contains("请合并成一行"), "\(taken.errors)")
    #expect(try years(room) == [2021: ["energy": 100]])
  }

  @Test func aMapNamesColumnsOfSeveralYears() throws {
    let room = try Room.madeUp()
    let map = try room.file("m.csv", "2021年能源消费,years.energy\r\n2022年能源消费,years.energy\r\n")
    let file = try room.file("f.csv", "\(head),2021年能源消费,2022年能源消费\r\n\(firm),100,50\r\n")
    let taken = room.run(["import", "enterprises", file, "--map", map])
    #expect(try years(room) == [2021: ["energy": 100], 2022: ["energy": 50]], "\(taken.errors)")
  }

  /// On the list's own sheet too; a row there that does not say its year is no year's.
  @Test func aSheetOfYearsMayHaveThemSideBySide() throws {
    let room = try Room.madeUp()
    let file = try room.file("e.csv", "\(head)\r\n\(firm)\r\n")
    _ = try room.file(
      "e.years.csv", "企业名称,年度,综合能耗,2022年总产值（亿元）\r\n安吉甲水泥公司,2019,100,3\r\n安吉甲水泥公司,2020,110,\r\n")
    let taken = room.run(["import", "enterprises", file])
    #expect(
      try years(room) == [2019: ["energy": 100], 2020: ["energy": 110], 2022: ["output": 30_000]], "\(taken.errors)")
    _ = try room.file("e.years.csv", "企业名称,年度,综合能耗\r\n安吉甲水泥公司,2019,101\r\n安吉甲水泥公司,,111\r\n")
    let untold = room.run(["import", "enterprises", file])
    #expect(untold.status == 1 && untold.errors.contains("不知是哪一年的"), "\(untold.errors)")
    #expect(try years(room)[2019] == ["energy": 100])
  }
}
