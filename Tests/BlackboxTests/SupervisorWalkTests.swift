import Foundation
import TestTerminal
import Testing

/// A city's supervisor and the province's walk through a quarter at 80x24, in a real terminal and with their roles.
@Suite struct SupervisorWalkTests {
  private func province() throws -> Room {
    let room = try Room.madeUp()
    try room.done(["people", "add", Self.user, "--role", "administrator", "--region", "330000"])
    for (name, role, region) in [
      ("zhao", "supervisor", "330000"), ("qian", "supervisor", "330500"), ("li", "clerk", "330500"),
    ] + Self.counties.flatMap({ [("clerk-" + $0, "clerk", $0), ("boss-" + $0, "supervisor", $0)] }) {
      try room.done(["people", "add", name, "--role", role, "--region", region])
    }
    return room
  }

  private static let counties = ["330502", "330503", "330521", "330522", "330523"]
  private static let user = String(cString: getpwuid(geteuid()).pointee.pw_name)

  /// Somebody's interface on 调度, at the second quarter before the one that is reported on: its grace is over.
  private func seat(_ name: String, _ room: Room) throws -> (desk: Desk, quarter: String) {
    let desk = try Desk(room, arguments: ["session", "--user", name, "--library"]).opened()
    desk.press("<Alt-5>")
    try desk.sees("[5调度]")
    desk.press("[[")
    desk.press("gj")
    return (desk, desk.lines[1].split(separator: " ").first.map(String.init) ?? "")
  }

  /// One step back to the table; a key that follows Esc at once would be an Alt key.
  private func back(_ desk: Desk) throws {
    desk.press("<Esc>")
    try desk.sees("指标(累计)")
    desk.session.rest()
  }

  /// Goes from cell to cell until one opens into records; answers the screen with the cursor on it.
  private func openFirst(_ desk: Desk) throws -> String {
    for _ in 0..<20 {
      desk.press("l")
      let before = desk.screen
      desk.press("<Enter>")
      if desk.lines.contains(where: { $0.contains("第1项") }) { return before }
      if desk.screen == before { continue }
      try back(desk)
      if desk.screen != before { throw Desk.Missing(what: "the same cell again", screen: desk.screen) }
    }
    throw Desk.Missing(what: "a cell with records", screen: desk.screen)
  }

  /// From the cell through the list into the record, and back to the same cell.
  private func walkIntoTheRecords(_ desk: Desk) throws {
    let before = try openFirst(desk)
    desk.press("<Enter>")
    try desk.sees("概况")
    desk.press("<Esc>")
    try desk.sees("第1项")
    desk.session.rest()
    try back(desk)
    #expect(desk.screen == before, "back on the same cell")
  }

  private func lockAll(_ desk: Desk) throws {
    desk.press("C")
    try desk.sees("锁定  ")
    desk.press("C")
    try desk.sees("一并锁定")
    desk.press("y")
    try desk.sees("已锁定")
    try back(desk)
  }

  /// What a person's session answers to one line.
  private func line(
    _ words: String, _ input: String = "", as who: String, in room: Room
  ) throws -> BuiltSanku.Outcome {
    let outcome = BuiltSanku.run(
      ["session", "--user", who, "--library", room.library], input: Array(input.utf8),
      environment: ["SSH_ORIGINAL_COMMAND": words])
    try #require(outcome.status == 0, "\(words): \(outcome.output)\(outcome.errors)")
    return outcome
  }

  /// The quarter as commands name it, and its last day.
  private func named(_ quarter: String) throws -> (code: String, last: String) {
    let numbers: [Character: (Int, String)] = [
      "一": (1, "03-31"), "二": (2, "06-30"), "三": (3, "09-30"), "四": (4, "12-31"),
    ]
    let number = try #require(quarter.dropFirst(5).first.flatMap { numbers[$0] })
    return ("\(quarter.prefix(4))Q\(number.0)", "\(quarter.prefix(4))-\(number.1)")
  }

  /// A county's clerk stops a project that the locked quarter counts as carried out; answers its name and county.
  private func correct(_ room: Room, _ quarter: String) throws -> (name: String, county: String) {
    let last = try named(quarter).last
    let listed = try line("export projects --format json -o -", as: "li", in: room)
    let projects = try #require(try JSONSerialization.jsonObject(with: Data(listed.output.utf8)) as? [[String: Any]])
    let project = try #require(
      projects.first { one in
        guard let start = one["actual_start"] as? String, one["stop_date"] == nil, one["member"] as? Bool == true,
          one["filing"] as? String == "admitted", Self.counties.contains(one["region"] as? String ?? "")
        else { return false }
        return start >= "2022-01-01" && start <= "2024-12-31" && start <= last
      })
    let code = try #require(project["library_code"] as? String)
    let (start, county) = (project["actual_start"] as? String ?? "", project["region"] as? String ?? "")
    _ = try line(
      "import projects - --reason '项目早已终止，漏报'", "library_code,stop_date,stop_reason\r\n\(code),\(start),other\r\n",
      as: "clerk-" + county, in: room)
    return (try #require(project["name"] as? String), county)
  }

  @Test func aCityAndThenTheProvinceWalkThroughTheQuarter() throws {
    let room = try province()
    let (city, quarter) = try seat("qian", room)
    try city.sees("湖州市")
    // She ranks her counties, and sees no other city.
    city.press("s")
    try city.sees("进度排名")
    #expect(["吴兴区", "南浔区", "德清县", "长兴县", "安吉县"].allSatisfy(city.screen.contains) && !city.screen.contains("杭州"))
    try back(city)
    try walkIntoTheRecords(city)
    let cell = city.screen
    city.press("w")
    try city.sees("应报")
    try back(city)
    #expect(city.screen == cell)
    try lockAll(city)
    #expect(city.lines[1].contains("锁定") && !city.lines[1].contains("未锁定"), "\(city.lines[1])")

    let (name, county) = try correct(room, quarter)
    city.press("5")
    try city.sees("锁定后更正")
    #expect(city.lines.contains { $0.contains("锁定后更正") && $0.contains("组织实施技改项目 -1项") }, "\(city.screen)")
    city.press("K")
    try city.sees("待确认")
    #expect(city.screen.contains(String(name.prefix(6))) && city.screen.contains("漏报"), "\(city.screen)")
    // It is the county's supervisor who confirms, not the city's.
    city.press("A")
    try city.sees("无权确认")
    #expect(city.quit() == 0)
    _ = try line("quarter confirm \(try named(quarter).code)", as: "boss-" + county, in: room)

    let (chief, _) = try seat("zhao", room)
    try chief.sees("浙江省")
    chief.press("s")
    try chief.sees("进度排名")
    #expect(chief.screen.contains("杭州") && chief.screen.contains("湖州"))
    try back(chief)
    try walkIntoTheRecords(chief)
    // Down to the city, whose quarter is locked and corrected, and up again.
    chief.press("r")
    chief.press("湖州市<Enter>")
    try chief.sees("锁定后更正")
    try back(chief)
    try chief.sees("\(quarter)  浙江省")
    chief.press("w")
    try chief.sees("应报")
    try back(chief)
    try lockAll(chief)
    #expect(chief.lines[1].contains("锁定") && !chief.lines[1].contains("未锁定"), "\(chief.lines[1])")
    chief.press("K")
    try chief.sees("漏报")
    #expect(!chief.screen.contains("待确认"), "her county's supervisor has confirmed it: \(chief.screen)")
    #expect(chief.quit() == 0)
    let verified = BuiltSanku.run(["verify"], environment: ["SANKU_LIBRARY": room.library])
    #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
  }
}
