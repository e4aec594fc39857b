import Domain
import Testing
import UseCases

@testable import Screens

/// A supervisor locks the quarter, a record is corrected, and the tally says so.
@Suite struct LockStoryTests {
  private func type(_ text: String, on desk: Desk) { for character in text { desk.send(.key(.character(character))) } }

  private func sum(_ desk: Desk) throws -> Amount {
    let row = try #require(desk.tally?.tally?.row("started"))
    return try #require(row.cells[0].sums).cumulative
  }

  /// Huzhou's second quarter, locked with everything below it.
  private func locked() throws -> Desk {
    let desk = try Desk.tally()
    try desk.stand(on: "started", "330500")
    desk.press("C")
    #expect(desk.frame.contains("锁定  2023年二季度  湖州市  未锁定7/7个地区"))
    desk.press("C")
    #expect(desk.frame.contains("还有6个地区未锁定") && desk.frame.contains("未报2项"))
    desk.press("y")
    #expect(desk.frame.contains("已锁定7个地区"))
    desk.press("<esc>")
    return desk
  }

  /// The start of a project moves into the next quarter.
  private func correct(_ desk: Desk, reason: String = "开工日期填错") throws {
    let id = try #require(try desk.find("永磁电机替换"))
    var document = try #require(try desk.document("projects", id))
    let place = try #require(document.children["milestones"]?.firstIndex { $0["stage"].text == "start" })
    document.children["milestones"]?[place]["actual"] = .day(try #require(Day(number: 20_230_702)))
    var environment = desk.services.environment
    environment.reason = reason
    _ = try SaveRecord.run(document, base: document.revision, in: desk.store, as: environment)
    desk.press("5")
  }

  @Test func aLockedQuarterStaysAndWhatIsCorrectedIsMarked() throws {
    let desk = try locked()
    let before = try sum(desk)
    #expect(before == Amount(8) && desk.rows[1].contains("锁定"))
    try correct(desk)
    #expect(try sum(desk) == before, "a locked figure stays")
    #expect(desk.frame.contains("锁定后更正") && desk.frame.contains("组织实施技改项目 -1项"))
    try desk.stand(on: "started", "330500")
    #expect(desk.tally?.cell?.corrected.cumulative == Amount(-1))
    #expect(desk.rows.first { $0.contains("组织实施技改项目 项") }?.contains("8*") == true)
    desk.press("K")
    #expect(desk.frame.contains("永磁电机替换") && desk.frame.contains("开工日期填错") && desk.frame.contains("待确认"))
    desk.press("a")
    #expect(desk.frame.contains("已确认1处更正"))
    desk.press("<enter>")
    #expect(desk.record?.register.id == "projects")
    desk.press("<esc><esc>")
    #expect(desk.tally?.row?.indicator.id == "started")
    // The records behind are those of now, and the list says so.
    desk.press("<enter>")
    #expect(desk.library?.window?.count == 7 && desk.frame.contains("明细为现状"))
    desk.press("<esc>[<enter>")
    #expect(desk.library != nil && !desk.frame.contains("明细为现状"), "an open quarter has no other records")
  }

  @Test func aReportThatCorrectsALockedQuarterAsksForItsReason() throws {
    let desk = try locked()
    try desk.stand(on: "started", "330502")
    desk.press("Jv<enter><c-u>")
    type("95", on: desk)
    desk.press("<c-s>")
    #expect(desk.frame.contains("请写明更正理由"))
    type("漏报设备款", on: desk)
    desk.press("<enter>")
    #expect(desk.frame.contains("已报“空压站集中供气改造”"))
    let entry = try desk.store.read { try $0.history("projects", desk.find("空压站集中供气改造") ?? .unset) }.last
    #expect(entry?.note == "漏报设备款")
  }

  @Test func unlockingTakesAReasonAndTheVersionsAreCompared() throws {
    let desk = try locked()
    try correct(desk)
    desk.press("CO<enter>")
    #expect(desk.frame.contains("请写明解锁理由"))
    desk.press("O")
    type("数据有误", on: desk)
    desk.press("<enter>")
    #expect(desk.frame.contains("已解锁1个地区"))
    // Only the city's own lock was taken off; its counties keep theirs.
    desk.press("Cy")
    #expect(desk.frame.contains("已锁定1个地区"))
    desk.press("V")
    #expect(desk.app.screen is VersionsScreen)
    #expect(desk.rows[1].contains("比较各版  2023年二季度  湖州市  累计"))
    #expect(desk.rows[2].contains("季报第1版") && desk.rows[2].contains("→ 季报第2版") && desk.rows[2].contains("已解锁"))
    // The counties' locks stand, so the city's sum is what it was.
    #expect(desk.frame.contains("两版累计数相同"))
    desk.press("<esc>")
    // The county behind is locked anew: there, and in the city's third version, the figures differ.
    desk.press("jjjj")
    let county = try #require((desk.app.screen as? LockScreen)?.current?.region.code)
    desk.press("O")
    type("县里更正", on: desk)
    desk.press("<enter>gCy")
    #expect(desk.frame.contains("已锁定2个地区"))
    desk.press("V")
    let lines = desk.rows.filter { $0.contains("组织实施技改项目 项") }
    #expect(county == "330522", "\(county)")
    try #require(lines.count == 2, "\(desk.frame)")
    #expect(lines[0].contains("合计") && lines[1].contains("长兴"))
    for line in lines { #expect(line.contains(" -1"), "\(line)") }
    #expect(lines[0].contains(" 8 ") && lines[0].contains(" 7 ") && lines[1].contains(" 2 "))
    // Two others: the first version and the third.
    desk.press("V")
    #expect(desk.rows[2].contains("季报第1版") && desk.rows[2].contains("→ 季报第3版"))
    desk.press("m")
    #expect(desk.rows[1].contains("本季") || desk.rows[1].contains("本年"))
    desk.press("<esc><esc>")
    #expect(desk.tally != nil)
  }

  @Test func thePastStandsUnderABanner() throws {
    let desk = try Desk.tally()
    desk.press("y")
    type("2023-07-03", on: desk)
    desk.press("<enter>")
    #expect(desk.rows[1].contains("历史视图：2023年7月3日") && desk.tally?.query.at == 0)
    #expect(try sum(desk) == .zero, "nothing had been entered by then")
    desk.press("<esc>")
    #expect(desk.tally?.query.at == nil)
    #expect(try sum(desk) == Amount(8))
  }
}
