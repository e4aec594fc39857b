import Foundation
import TestTerminal
import Testing

/// Energy accounts with a column for each carrier, as enterprises keep them.
@Suite struct CarrierColumnsTests {
  private struct Use: Equatable {
    let carrier: String
    let quantity: Double
    let unit: String
  }

  private func uses(_ room: Room, _ firm: String) throws -> [String: [Use]] {
    let months = try room.export("energy").filter { ($0["holder_name"] as? String) == firm }
    return Dictionary(
      months.map { month in
        let rows = month["carriers"] as? [[String: Any]] ?? []
        return (
          month["month"] as? String ?? "",
          rows.map { row in
            Use(
              carrier: row["carrier"] as? String ?? "", quantity: (row["quantity"] as? NSNumber)?.doubleValue ?? -1,
              unit: row["meter_unit"] as? String ?? "")
          }
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  private func firm(_ room: Room) throws -> String {
    try room.done(["import", "enterprises", room.file("e.csv", "企业名称,归口地区\r\n列式化纤厂,安吉县\r\n")])
    return "列式化纤厂"
  }

  @Test func eachColumnIsItsCarriersRowInItsUnit() throws {
    let room = try Room.madeUp()
    let firm = try firm(room)
    let file = try room.file(
      "w.csv",
      """
      企业名称,归口地区,月份,用电量（万千瓦时）,原煤消费量（万吨）,天然气/立方米,蒸汽(百万千焦),柴油（吨标准煤）\r
      \(firm),安吉县,2023-01,12.5,0.03,4500,/,7\r
      \(firm),安吉县,2023-02,11,,0,80,\r\n
      """)
    let taken = room.run(["import", "energy", file])
    #expect(taken.errors.contains("新增 2，") && taken.errors.contains("柴油（吨标准煤）"), "\(taken.errors)")
    let uses = try uses(room, firm)
    #expect(
      uses["2023-01"] == [
        Use(carrier: "electricity", quantity: 12.5, unit: "wan_kwh"),
        Use(carrier: "raw_coal", quantity: 300, unit: "tonne"),
        Use(carrier: "natural_gas", quantity: 4500, unit: "m3"),
      ])
    #expect(
      uses["2023-02"] == [
        Use(carrier: "electricity", quantity: 11, unit: "wan_kwh"),
        Use(carrier: "natural_gas", quantity: 0, unit: "m3"),
        Use(carrier: "heat", quantity: 80, unit: "gj"),
      ])
    let again = room.run(["import", "energy", file])
    #expect(again.errors.contains("新增 0，修改 0，相同 2，"), "\(again.errors)")
  }

  /// A column without a unit is a question; a sheet that has a column for the carrier is read by rows.
  @Test func whatIsNotSureIsAsked() throws {
    let room = try Room.madeUp()
    let firm = try firm(room)
    let file = try room.file("w.csv", "企业名称,归口地区,月份,电力,天然气（立方米）\r\n\(firm),安吉县,2023-03,12,5\r\n")
    let asked = room.run(["import", "energy", file])
    #expect(asked.status == 2 && asked.errors.contains("--likely"), "\(asked.errors)")
    #expect(asked.errors.contains("电力→电力 万千瓦时"), "\(asked.errors)")
    #expect(try uses(room, firm).isEmpty)
    #expect(room.run(["import", "energy", file, "--likely"]).status == 0)
    #expect(
      try uses(room, firm)["2023-03"] == [
        Use(carrier: "electricity", quantity: 12, unit: "wan_kwh"),
        Use(carrier: "natural_gas", quantity: 5, unit: "m3"),
      ])
    let rows = try room.file(
      "r.csv", "企业名称,归口地区,月份,能源品种,消费量,计量单位\r\n\(firm),安吉县,2023-04,电力,12,千瓦时\r\n,,,柴油,3,吨\r\n")
    #expect(room.run(["import", "energy", rows]).status == 0)
    #expect(
      try uses(room, firm)["2023-04"] == [
        Use(carrier: "electricity", quantity: 12, unit: "kwh"), Use(carrier: "diesel", quantity: 3, unit: "tonne"),
      ])
  }

  /// A unit that was mapped by hand or stands under a name that is known anyway scales as any other.
  @Test func noUnitIsLostOnTheWay() throws {
    let room = try Room.madeUp()
    let firm = try firm(room)
    let file = try room.file(
      "u.csv", "企业名称,归口地区,月份,电力,热力,\r\n,,,消费量（兆瓦时）,消费量（TJ）,原煤（万吨）\r\n\(firm),安吉县,2023-06,5,2,0.5\r\n")
    let map = try room.file("map.csv", "原煤（万吨）,carriers.quantity\r\n")
    let taken = room.run(["import", "energy", file, "--map", map])
    #expect(
      try uses(room, firm)["2023-06"] == [
        Use(carrier: "electricity", quantity: 5000, unit: "kwh"), Use(carrier: "heat", quantity: 2000, unit: "gj"),
        Use(carrier: "raw_coal", quantity: 5000, unit: "tonne"),
      ], "\(taken.errors)")
  }

  /// What is no carrier of the table is left out beside those that are, and named; one carrier in two columns is refused.
  @Test func aQuantityOfNoCarrierIsLeftOut() throws {
    let room = try Room.madeUp()
    let firm = try firm(room)
    let file = try room.file(
      "n.csv", "企业名称,归口地区,月份,电力,煤炭\r\n,,,消费量（千瓦时）,消费量（吨）\r\n\(firm),安吉县,2023-01,5,2\r\n")
    let taken = room.run(["import", "energy", file])
    #expect(taken.errors.contains("没有对应字段的列未导入：煤炭·消费量（吨）"), "\(taken.errors)")
    #expect(try uses(room, firm)["2023-01"] == [Use(carrier: "electricity", quantity: 5, unit: "kwh")])
    let twice = try room.file(
      "d.csv", "企业名称,归口地区,月份,电力,,原煤（吨）\r\n,,,消费量（千瓦时）,用量（万千瓦时）,\r\n\(firm),安吉县,2023-02,5,2,1\r\n")
    #expect(room.run(["import", "energy", twice]).status == 2)
  }

  /// Months whose own rows are missing from a sheet of ours take the rows of their carriers, each month its own.
  @Test func carriersFindTheirMonthsInTheLibrary() throws {
    let room = try Room.madeUp()
    let firm = try firm(room)
    let list = "企业名称,归口地区,月份,柴油（吨）\r\n\(firm),安吉县,2023-01,1\r\n\(firm),安吉县,2023-02,2\r\n"
    try room.done(["import", "energy", room.file("first.csv", list)])
    let out = room.folder + "/out.csv"
    try room.done(["export", "energy", "--where", "holder_name=\(firm)", "-o", out])
    let own = try String(contentsOfFile: out, encoding: .utf8).split(separator: "\r\n")
    _ = try room.file("out.csv", own.prefix(1).joined() + "\r\n")
    let child = room.folder + "/out.carriers.csv"
    let rows = try String(contentsOfFile: child, encoding: .utf8)
    _ = try room.file("out.carriers.csv", rows.replacingOccurrences(of: "diesel,1", with: "diesel,7"))
    let taken = room.run(["import", "energy", out])
    #expect(taken.errors.contains("新增 0，修改 1，相同 1，未收 0"), "\(rows)\n\(taken.errors)")
    #expect(
      try uses(room, firm)["2023-01"]?.map(\.quantity) == [7] && uses(room, firm)["2023-02"]?.map(\.quantity) == [2])
  }

  /// Carriers under one group heading, with a row of units.
  @Test func groupsAndRowsOfUnitsAreRead() throws {
    let room = try Room.madeUp()
    let firm = try firm(room)
    let file = try room.file(
      "g.csv",
      "企业名称,归口地区,月份,能源消费量,,\r\n,,,电力,汽油,热力\r\n,,,千瓦时,吨,GJ\r\n\(firm),安吉县,2023-05,1200,3,4\r\n")
    let taken = room.run(["import", "energy", file])
    #expect(
      try uses(room, firm)["2023-05"] == [
        Use(carrier: "electricity", quantity: 1200, unit: "kwh"), Use(carrier: "gasoline", quantity: 3, unit: "tonne"),
        Use(carrier: "heat", quantity: 4, unit: "gj"),
      ], "\(taken.errors)")
  }
}
