import Domain
import Foundation
import Testing
import UseCases
import Widgets

@testable import Screens

/// A supervisor's walk through a quarter, with keys.
@Suite struct TallyStoryTests {
  @Test func theQuarterThatIsReportedOnStandsOpenWithWhoIsMissing() throws {
    let desk = try Desk.tally()
    #expect(desk.rows[1].hasPrefix(" 2023年二季度  湖州市  未锁定(安吉未报)"))
    #expect(desk.tally?.query.quarter.text == "2023Q2" && desk.tally?.own == "330500")
    try desk.stand(on: "started", "330523")
    #expect(desk.frame.contains("未报进展 2项: 屋顶光伏二期"))
    #expect(desk.frame.contains("报送截止7月10日"))
    #expect(desk.frame.contains("组织实施技改项目：2022至2024年实际开工"))
  }

  @Test func aCellOpensExactlyItsRecordsAndIsComeBackTo() throws {
    let desk = try Desk.tally()
    for (region, span) in [("330521", TallySpan.cumulative), ("330522", .period), ("330523", .year)] {
      try desk.stand(on: "started", region)
      for _ in 0..<60 where desk.tally?.span != span { desk.press("m") }
      let cell = try #require(desk.tally?.cell?.sums?[span])
      desk.press("<enter>")
      let list = try #require(desk.library)
      #expect(Amount(list.window?.count ?? -1) == cell, "\(region)")
      desk.press("<enter>")
      #expect(desk.record?.register.id == "projects")
      desk.press("<esc>")
      #expect(desk.library != nil)
      desk.press("<esc>")
      #expect(desk.tally?.row?.indicator.id == "started" && desk.tally?.column?.id == region)
    }
  }

  @Test func theWholeIsTheSumOfItsCounties() throws {
    let desk = try Desk.tally()
    let tally = try #require(desk.tally?.tally)
    let row = try #require(tally.row("started"))
    let sums = row.cells.map { $0.sums?.cumulative ?? .zero }
    #expect(sums[0] == Amount(8) && sums.dropFirst().reduce(.zero, +) == sums[0])
  }

  /// The kept sums say what the list behind them holds, for each unit.
  @Test func whoIsMissingIsCountedAsTheListHasIt() throws {
    let desk = try Desk.tally()
    let reference = desk.services.reference
    var seen = 0
    for quarter in ["2022Q4", "2023Q1", "2023Q2", "2023Q3"].compactMap({ Quarter(parsing: $0) }) {
      for scope in ["330000", "330500", "330523"] {
        let list = Filter.where("region", .equal, .text(scope)).and(Unreported.filter(quarter))
        let (kept, counted) = try desk.store.read { library in
          (
            try ChaseList.missing(scope, quarter, in: library, reference),
            try library.counts("projects", by: "region", where: list)
          )
        }
        #expect(kept == counted, "\(scope) \(quarter.text)")
        seen += kept.values.reduce(0, +)
      }
    }
    #expect(seen > 0)
  }

  @Test func regionsAreRankedByPace() throws {
    let desk = try Desk.tally()
    try desk.stand(on: "started", "330502")
    desk.press("s")
    #expect(desk.ranking != nil)
    #expect(desk.frame.contains("进度排名  2023年二季度  湖州市  组织实施技改项目(累计)"))
    // 德清 2/85 is ahead of 长兴 2/100, 吴兴 1/70 and 南浔 1/75; regions without a target are not ranked.
    let hasTargets = desk.tallied?.row("started")?.cells.dropFirst().contains { $0.cumulativeTarget != nil } ?? false
    let places = ["德清县", "长兴县", "吴兴区", "南浔区"].map { name in desk.rows.firstIndex { $0.contains(name) } ?? 99 }
    if hasTargets {
      #expect(places == places.sorted() && desk.rows[places[0]].contains("1  德清县"))
    } else {
      #expect(desk.rows[places[0]].contains("—  德清县") && desk.rows[places[0]].contains("无目标"))
    }
    for _ in 0..<9 where desk.rows.first(where: { $0.hasPrefix("▌") })?.contains("德清县") == false { desk.press("j") }
    desk.press("<enter>")
    #expect(desk.library?.window?.count == 2)
    desk.press("<esc><esc>")
    #expect(desk.tally?.column?.id == "330502")
  }

  @Test func differencesSpansAndPartsTurnTheTable() throws {
    let desk = try Desk.tally()
    try desk.stand(on: "started", "330522")
    let cell = try #require(desk.tally?.cell)
    desk.press("d")
    #expect(desk.frame.contains("比上季"))
    #expect(cell.changeOnPeriod(.cumulative) == Amount(1))
    let row = try #require(desk.rows.first { $0.contains("组织实施") })
    #expect(row.contains("+3"), "three came in the quarter: \(row)")
    desk.press("d")
    #expect(desk.frame.contains("比上年同期"))
    desk.press("dm")
    #expect(desk.tally?.span == .year && desk.frame.contains("指标(本年)"))
    desk.press("v")
    #expect(desk.tally?.query.by == .sector && desk.frame.contains("石化"))
    desk.press("v")
    #expect(desk.tally?.query.by == .focus)
    desk.press("v[")
    #expect(desk.tally?.query.by == .region && desk.tally?.query.quarter.text == "2023Q1")
  }

  @Test func everyRuleClauseAndReadingIsExplained() throws {
    let desk = try Desk.tally(height: 40)
    try desk.stand(on: "started", "330523")
    let shown = desk.press("<f1>")
    for words in ["计数规则", "所采口径", "条款 三（一）2", "责任单位：省经信厅", "条件："] { #expect(shown.contains(words)) }
  }

  @Test func whoHasNotReportedIsChasedAndReported() throws {
    let desk = try Desk.tally()
    try desk.stand(on: "started", "330523")
    desk.press("w")
    #expect(desk.chase?.region == "330523" && desk.frame.contains("应报2 未报2"))
    #expect(desk.frame.contains("屋顶光伏二期") && desk.frame.contains("10012345678"))
    desk.press("J")
    #expect(desk.progress?.region == "330523" && desk.progress?.quarter.text == "2023Q2")
    desk.press("<esc><esc>")
    #expect(desk.tally?.column?.id == "330523", "back on the same cell")
  }

  @Test func theListToChaseIsTakenAway() throws {
    let desk = try Desk.tally()
    desk.press("wx<c-u>")
    let path = desk.folder + "/chase.csv"
    for character in path { desk.send(.key(.character(character))) }
    desk.press("<enter>")
    #expect(desk.frame.contains("已导出2条"))
  }

  @Test func aProvinceLooksAtAGroupAndWithoutNingbo() throws {
    let desk = try Desk.tally(region: "330000")
    desk.press("r")
    for character in "山区26" { desk.send(.key(.character(character))) }
    desk.press("<enter>")
    #expect(desk.tally?.query.region == "山区26县" && desk.frame.contains("山区26县"))
    desk.press("<esc>r")
    for character in "不含宁波" { desk.send(.key(.character(character))) }
    desk.press("<enter>")
    #expect(desk.tally?.query.region == "330000-计划单列市")
    #expect(desk.tally?.tally?.columns.contains { $0.id == "330200" } == false)
    #expect(desk.tally?.tally?.row("started")?.cells[0].sums?.cumulative == Amount(8))
  }

  @Test func aTargetOpensAndAnOfficialValueTooExactlyItsRegions() throws {
    let desk = try Desk.tally()
    try desk.stand(on: "solid_waste", "330500")
    desk.press("<enter>")
    #expect(desk.library?.register.id == "statistics" && desk.library?.window?.count == 1)
  }

  @Test(arguments: [(80, 24), (120, 40), (40, 10)]) func itLooksAsKept(_ width: Int, _ height: Int) throws {
    let desk = try Desk.tally(width: width, height: height)
    try desk.stand(on: "started", "330523")
    try Golden.check(desk.frame, "tally-\(width)x\(height)")
    desk.press("s")
    try Golden.check(desk.frame, "ranking-\(width)x\(height)")
    desk.press("<esc>w")
    try Golden.check(desk.frame, "chase-\(width)x\(height)")
    desk.press("J<enter>")
    try Golden.check(desk.frame, "progress-\(width)x\(height)")
    desk.press("<esc><esc><esc>T")
    try Golden.check(desk.frame, "split-\(width)x\(height)")
  }

  @Test func itLooksAsKeptInEnglish() throws {
    let desk = try Desk.tally(language: .en)
    try desk.stand(on: "started", "330523")
    try Golden.check(desk.frame, "tally-en-80x24")
    desk.press("wJ<enter>")
    try Golden.check(desk.frame, "progress-en-80x24")
    desk.press("<esc><esc><esc>T")
    try Golden.check(desk.frame, "split-en-80x24")
  }
}
