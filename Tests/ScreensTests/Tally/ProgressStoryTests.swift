import Domain
import Testing
import UseCases
import Widgets

@testable import Screens

/// A clerk reports a quarter's progress from the list.
@Suite struct ProgressStoryTests {
  private func type(_ text: String, on desk: Desk) { for character in text { desk.send(.key(.character(character))) } }

  private func report(of name: String, _ desk: Desk, month: Int = 202_306) throws -> Progress? {
    try desk.document("projects", desk.find(name)).map(Project.schema.record)?.progress
      .first { $0.month?.number == month }
  }

  @Test func theLastReportIsCarriedOverAndOnlyWhatChangedIsTyped() throws {
    let desk = try Desk.tally(region: "330523", start: .mine)
    desk.press("J")
    #expect(desk.frame.contains("2023年二季度进展") && desk.frame.contains("应报2 未报2"))
    desk.press("G")
    #expect(desk.progress?.project?.name == "竹木废料热电联产")
    #expect(desk.frame.contains("上次 2023年一季度: 本期 210 万元 累计 210 万元 按计划"))
    desk.press("<enter>")
    type("85", on: desk)
    desk.press("<tab>")
    #expect(desk.progress?.form.text(FormKey("progress.invested_so_far")) == "295", "so far follows from the period")
    desk.press("<c-s>")
    let saved = try #require(try report(of: "竹木废料热电联产", desk))
    #expect(saved.invested == Amount(85) && saved.investedSoFar == Amount(295))
    #expect(saved.status == "设备安装" && saved.pace == "on_plan" && saved.reportedOn?.number == 20_230_704)
    #expect(desk.progress?.counts?.missing == 1 && desk.frame.contains("已报“竹木废料热电联产”"))
    let history = try desk.store.read { try $0.history("projects", desk.find("竹木废料热电联产") ?? .unset) }
    #expect(history.last?.action == ReportProgress.action)
  }

  @Test func aReportWithoutWhatItNeedsIsNotSentAndSaysWhere() throws {
    let desk = try Desk.tally(region: "330523", start: .mine)
    desk.press("Jg")
    #expect(desk.progress?.project?.name == "屋顶光伏二期", "nothing to carry over")
    desk.press("<c-s>")
    #expect(try report(of: "屋顶光伏二期", desk) == nil)
    #expect(desk.frame.contains("未报：请填写“形象进度”") && desk.progress?.pane == .report)
    #expect(desk.progress?.form.state.focus == FormKey("progress.status"))
  }

  @Test func whatIsTypedIsKeptAndTakenUpAgain() throws {
    let desk = try Desk.tally(region: "330523", start: .mine)
    desk.press("JG<enter>")
    type("85", on: desk)
    desk.press("<tab>")
    #expect(desk.hasUnsaved && desk.frame.contains("未存的输入，已留底"))
    desk.press("<esc>g")
    #expect(!desk.hasUnsaved && desk.frame.contains("未存"))
    desk.press("G")
    #expect(desk.progress?.form.text(FormKey("progress.invested")) == "85")
    // Another screen on the same library finds it too.
    desk.press("q")
    desk.press("yJG")
    #expect(desk.progress?.form.text(FormKey("progress.invested")) == "85")
    #expect(try report(of: "竹木废料热电联产", desk) == nil, "nothing is in the library yet")
    desk.press("<c-s>")
    #expect(try report(of: "竹木废料热电联产", desk)?.invested == Amount(85))
    #expect(ScratchSlots.kept(desk.services).isEmpty)
  }

  @Test func whatSomebodyElseReportedMeanwhileIsNotWrittenOver() throws {
    let desk = try Desk.tally(region: "330523", start: .mine)
    desk.press("JG<enter>")
    type("85", on: desk)
    let id = try #require(try desk.find("竹木废料热电联产"))
    var proposal = ReportProgress.proposal(
      Project.schema.record(try #require(try desk.document("projects", id))),
      for: try #require(Quarter(parsing: "2023Q2")))
    proposal.report.invested = Amount(99)
    try ReportProgress.run(
      proposal, of: id, for: try #require(Quarter(parsing: "2023Q2")), in: desk.store,
      as: desk.services.environment)
    desk.press("<c-s>")
    #expect(desk.frame.contains("他人刚报了"))
    #expect(try report(of: "竹木废料热电联产", desk)?.invested == Amount(99))
  }

  @Test func aSlowPaceAsksForItsReasonAndAProblemForItsSolver() throws {
    let desk = try Desk.tally(region: "330523", start: .mine)
    desk.press("JG<enter><tab><tab><tab>")
    type("推迟", on: desk)
    desk.press("<enter>")
    #expect(desk.progress?.form.text(FormKey("progress.pace")) == "delayed")
    #expect(desk.progress?.form.item("progress.reason")?.required == true)
    desk.press("<c-s>")
    #expect(desk.frame.contains("未报：请填写"))
    #expect(try report(of: "竹木废料热电联产", desk) == nil)
  }

  @Test func theQuarterBeforeAndAllReportsAreSeenToo() throws {
    let desk = try Desk.tally(region: "330500", start: .mine)
    desk.press("Jv")
    #expect(desk.progress?.window?.count == 8 && desk.frame.contains("已报"))
    desk.press("[")
    #expect(desk.progress?.quarter.text == "2023Q1")
  }
}
