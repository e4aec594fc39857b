import Domain
import Foundation
import Terminal
import Testing
import UseCases
import Widgets

@testable import Screens

/// A clerk at the entry form, with keys alone.
struct FormStoryTests {
  /// A project like the one that the design shows, up to its milestones.
  static func enter(_ driver: FormDriver) throws {
    try driver.type("ajmm")
    try driver.press(.enter)
    try driver.type("3号窑余热发电\t")
    try driver.go("kind")
    try driver.type("yryy")
    try driver.press(.enter)
    try driver.go("start_month")
    try driver.type("202306\t2024年5月\t")
    try driver.type("2#")
    try driver.press(.enter)
    try driver.type("利用窑头窑尾废气余热，新建4.5MW纯低温余热发电系统\t")
    try driver.press(.control("n"))
    try driver.type("余热锅炉\t2\t台\t2,900\t\t纯低温余热发电")
    try driver.press(.control("n"))
    try driver.type("汽轮发电机组4.5MW\t1\t套\t0.23亿\t3871\t\t")
    try driver.go("investment_construction")
    try driver.type("380\t70\t")
    try driver.go("energy")
    try driver.press(.control("n"))
    try driver.type("dianli")
    try driver.press(.enter)
    try driver.type("6820\t3670\t")
    try driver.go("milestones.planned", row: 0)
    try driver.type("20230301\t2023-4-15\t2023/6/20\t20231130\t20240331\t20240531\t20241231\t20230302\t2023-4-20\t")
  }

  static func project(_ driver: FormDriver) throws -> Document {
    let enterprise = try driver.enterprise()
    try driver.line(enterprise.id)
    try driver.open(try FormScreen.new("projects", driver.services))
    try enter(driver)
    return enterprise
  }

  @Test func entersAWholeProjectAndMendsAWarning() throws {
    let driver = try FormDriver()
    let enterprise = try Self.project(driver)
    let form = try #require(driver.form)
    #expect(form.document["enterprise"].record == enterprise.id)
    #expect(form.document["region"].text == "330523")
    #expect(form.document["kind"].text == "waste_heat")
    #expect(form.document["focus_area"].text == "new_energy")
    #expect(form.document["deadline"].month == Month(year: 2024, month: 5))
    // The equipment is the sum of the measures, and the total follows.
    #expect(form.document["investment_equipment"].amount == Amount(5200))
    #expect(form.document["investment"].amount == Amount(5650))
    #expect(form.document["saving"].amount == Amount(parsing: "3871.35"))
    #expect(form.document["unit_before"].amount == Amount(108))
    #expect(form.document.children["milestones"]?.count == 7)
    #expect(driver.frame().contains("-3 150   -3 871     未设"))
    try driver.go("unit_after")
    try driver.type("103.0\t")
    // The warning is told; F4 goes to its field, where it is mended.
    while !driver.status.contains("未达标杆100") { try driver.press(.function(4)) }
    try driver.press(.function(4))
    while driver.form?.form.state.focus != FormKey("unit_after") { try driver.press(.function(4)) }
    try driver.press(.control("u"))
    try driver.type("99\t")
    #expect(driver.form?.problems.contains { $0.text.string.contains("未达标杆") } == false)
    try driver.press(.control("s"))
    #expect(driver.status.contains("已保存 330523-2023-0001-ZJ"))
    let id = try #require(driver.form?.document.id)
    let saved = try #require(try driver.record("projects", id))
    #expect(saved.revision == 1)
    #expect(saved["unit_after"].amount == Amount(99))
    #expect(saved.children["measures"]?.map { $0["name"].text } == ["余热锅炉", "汽轮发电机组4.5MW"])
    #expect(driver.form?.hasUnsaved == false)
    #expect(driver.services.scratch.load(person: "钱填报") == nil)
    // Open it again: everything stands as it was typed.
    try driver.press(.escape)
    try driver.open(try FormScreen.edit("projects", id, driver.services))
    #expect(driver.text("measures.investment", row: 1) == "2300")
    #expect(driver.text("milestones.actual", row: 1) == "2023-04-20")
    #expect(driver.form?.form.state.rows["milestones"]?.count == 7)
    #expect(driver.form?.hasUnsaved == false)
  }

  @Test func namesEverythingThatStopsASubmission() throws {
    let driver = try FormDriver()
    try driver.open(try FormScreen.new("projects", driver.services))
    #expect(driver.form?.problems.isEmpty == true)
    try driver.press(.function(9))
    guard case .choose(let title, let items, _)? = driver.asked?.question else {
      Issue.record("nothing asked")
      return
    }
    #expect(title.zh.contains("阻止上报"))
    let content = try #require(items.firstIndex { $0.zh.contains("改造内容") })
    try driver.answer(.chosen(content))
    #expect(driver.form?.form.state.focus == FormKey("content"))
  }

  @Test func goesToWhatIsMissingInAChildRow() throws {
    let driver = try FormDriver()
    try driver.open(try FormScreen.new("projects", driver.services))
    try driver.go("measures")
    try driver.paste("锅炉\t1\t台\t100\n\t2\t台\t200\n")
    try driver.press(.function(9))
    let form = try #require(driver.form)
    let row = form.form.state.rows["measures"]?.last
    let index = try #require(form.problems.firstIndex { $0.key == FormKey("measures.name", row: row) })
    try driver.answer(.chosen(index))
    #expect(driver.form?.form.state.focus == FormKey("measures.name", row: row))
    try driver.type("汽轮机\t")
    #expect(driver.form?.problems.contains { $0.key == FormKey("measures.name", row: row) } == false)
  }

  @Test func makesAnUnknownEnterpriseOnTheSpot() throws {
    let driver = try FormDriver()
    try driver.open(try FormScreen.new("projects", driver.services))
    try driver.type("长兴新厂有限公司")
    try driver.press(.enter)
    #expect(driver.form?.desk.register.id == "enterprises")
    #expect(driver.text("name") == "长兴新厂有限公司")
    try driver.press(.control("s"))
    // It is saved, and the project has it.
    #expect(driver.form?.desk.register.id == "projects")
    let id = try #require(driver.form?.document["enterprise"].record)
    #expect(try driver.record("enterprises", id)?["name"].text == "长兴新厂有限公司")
    #expect(driver.form?.document["holder_name"].text == "长兴新厂有限公司")
    #expect(driver.frame().contains("长兴新厂有限公司"))
  }

  @Test func refusesToSaveWhatItCannotRead() throws {
    let driver = try FormDriver()
    try driver.open(try FormScreen.new("projects", driver.services))
    try driver.go("start_month")
    try driver.type("明年春天\t")
    #expect(driver.frame().contains("! 请写年月"))
    try driver.press(.control("s"))
    #expect(driver.status.contains("未保存"))
    #expect(driver.form?.form.state.focus == FormKey("start_month"))
    #expect(driver.text("start_month") == "明年春天")
    #expect(driver.form?.base == 0)
  }

  @Test func stepsDatesAndMonths() throws {
    let driver = try FormDriver()
    try driver.open(try FormScreen.new("projects", driver.services))
    try driver.go("start_month")
    try driver.type("+")
    #expect(driver.text("start_month") == "2023-06")
    try driver.type("--")
    #expect(driver.text("start_month") == "2023-04")
    try driver.go("milestones.planned", row: 0)
    try driver.type("2023-03-01+")
    #expect(driver.text("milestones.planned", row: 0) == "2023-03-02")
  }

  @Test func aKindFollowsItsFocusArea() throws {
    let driver = try FormDriver()
    try driver.open(try FormScreen.new("projects", driver.services))
    try driver.go("kind")
    try driver.type("wdgf")
    try driver.press(.enter)
    try driver.go("kind")
    try driver.type("屋顶")
    try driver.press(.enter)
    #expect(driver.form?.document["kind"].text == "roof_pv")
    #expect(driver.form?.form.item("pv_kw")?.required == true)
    try driver.go("focus_area")
    try driver.type("资源")
    try driver.press(.enter)
    #expect(driver.form?.document["focus_area"].text == "recycling")
    #expect(driver.form?.document["kind"].isEmpty == true)
    #expect(driver.form?.form.item("pv_kw") == nil || driver.form?.form.item("pv_kw")?.required == false)
  }

  @Test func pastesRowsOfASpreadsheetAndTakesThemApart() throws {
    let driver = try FormDriver()
    try driver.open(try FormScreen.new("projects", driver.services))
    try driver.go("measures")
    try driver.paste("余热锅炉\t2\t台\t2,900\n\"汽轮机\n4.5MW\"\t1\t套\t2300\n水泵\t4\t台\t不详\n")
    #expect(driver.form?.document.children["measures"]?.count == 3)
    #expect(driver.text("measures.investment", row: 0) == "2900")
    #expect(driver.text("measures.name", row: 1) == "汽轮机 4.5MW")
    #expect(driver.text("measures.investment", row: 2) == "不详")
    #expect(driver.form?.form.unread.count == 1)
    try driver.go("measures.quantity_unit", row: 0)
    try driver.press(.function(8))
    #expect(driver.text("measures.quantity_unit", row: 2) == "台")
    try driver.go("measures.name", row: 2)
    try driver.press(.control("d"))
    #expect(driver.form?.document.children["measures"]?.count == 2)
    try driver.press(.controlUp)
    #expect(driver.form?.document.children["measures"]?.first?["name"].text == "汽轮机 4.5MW")
  }

  @Test func pastesMilestonesAsTheyAreSeen() throws {
    let driver = try FormDriver()
    try driver.open(try FormScreen.new("projects", driver.services))
    try driver.go("milestones.planned", row: 2)
    try driver.paste("2023-06-20\t2023年11月30日\t20240331\n2023-06-21\t\t\n")
    #expect(driver.text("milestones.planned", row: 2) == "2023-06-20")
    #expect(driver.text("milestones.planned", row: 3) == "2023-11-30")
    #expect(driver.text("milestones.planned", row: 4) == "2024-03-31")
    #expect(driver.text("milestones.actual", row: 2) == "2023-06-21")
    #expect(driver.text("milestones.actual", row: 3).isEmpty)
    #expect(driver.form?.document.children["milestones"]?.count == 3)
  }

  @Test func copiesARecordAsANewOne() throws {
    let driver = try FormDriver()
    _ = try Self.project(driver)
    try driver.press(.control("s"))
    let id = try #require(driver.form?.document.id)
    try driver.open(try FormScreen.copy("projects", id, driver.services))
    #expect(driver.form?.base == 0)
    #expect(driver.form?.document.id != id)
    #expect(driver.text("name") == "3号窑余热发电")
    #expect(driver.form?.document["library_code"].isEmpty == true)
    #expect(driver.form?.document.children["milestones"] == nil)
    try driver.press(.control("s"))
    #expect(driver.status.contains("330523-2023-0002-ZJ"))
  }

  @Test func freezesWhatATierHasAdmitted() throws {
    let driver = try FormDriver()
    let enterprise = try driver.enterprise()
    let row = ChildRow(
      id: driver.clock.id(),
      values: [
        "tier": .text("county"), "state": .text("admitted"),
        "admitted_on": .day(try #require(Day(parsing: "2023-05-12"))),
      ])
    let project = try driver.save(
      "projects", ["name": .text("空压站集中供气"), "region": .text("330523"), "enterprise": .record(enterprise.id)],
      children: ["memberships": [row]])
    try driver.open(try FormScreen.edit("projects", project.id, driver.services))
    #expect(driver.frame().contains("已入库"))
    #expect(driver.form?.form.order.contains(FormKey("name")) == false)
    #expect(driver.form?.form.order.contains(FormKey("contact")) == true)
    #expect(driver.form?.form.order.contains { $0.field == "milestones.planned" } == false)
    #expect(driver.form?.form.order.contains { $0.field == "milestones.actual" } == true)
    try driver.go("milestones.actual", row: 2)
    try driver.type("2023-06-01\t")
    try driver.press(.control("s"))
    #expect(try driver.record("projects", project.id)?["actual_start"].day == Day(parsing: "2023-06-01"))
    #expect(try driver.record("projects", project.id)?.children["memberships"]?.count == 1)
  }

  @Test func showsWhatWasReturnedAtItsField() throws {
    let driver = try FormDriver()
    let row = ChildRow(
      id: driver.clock.id(),
      values: [
        "tier": .text("county"), "kind": .text("admit"), "outcome": .text("returned"),
        "faults": .text("content\t改造内容过于简略\nname\t名称与备案不符"),
      ])
    let project = try driver.save(
      "projects", ["name": .text("空压站集中供气"), "region": .text("330523"), "content": .text("改造")],
      children: ["filings": [row]])
    try driver.open(try FormScreen.edit("projects", project.id, driver.services))
    #expect(driver.status.contains("退回：名称与备案不符"))
    #expect(driver.frame().contains("! 退回：改造内容过于简略"))
    try driver.press(.function(4))
    #expect(driver.form?.form.state.focus == FormKey("name"))
    try driver.type("二期\t")
    #expect(!driver.frame().contains("名称与备案不符"))
    #expect(driver.status.contains("退回：改造内容过于简略"))
  }

  @Test func asksBeforeAnythingIsLost() throws {
    let driver = try FormDriver()
    try driver.open(try FormScreen.new("enterprises", driver.services))
    try driver.open(try FormScreen.new("enterprises", driver.services))
    try driver.go("name")
    try driver.type("某某")
    try driver.press(.escape)
    #expect(driver.asked?.name == "close")
    try driver.answer(.chosen(3))
    #expect(driver.stack.count == 2)
    try driver.press(.escape)
    try driver.answer(.chosen(1))
    #expect(driver.stack.count == 1)
    #expect(ScratchSlots.kept(driver.services).count == 1)
  }

  @Test func everyRegisterHasAFormThatReachesEveryField() throws {
    let driver = try FormDriver()
    for register in Registers.all {
      try driver.open(try FormScreen.new(register.id, driver.services))
      let form = try #require(driver.form)
      let order = Set(form.form.order.map(\.field))
      for field in register.fields where (field.part == .declared || field.part == .running) && !field.isDerived {
        let isConditional =
          ["park", "energy_service", "benchmarking_reason", "level_claimed"].contains(field.id)
          || form.document[field.id].isEmpty && register.id == "projects"
        #expect(order.contains(field.id) || isConditional, "\(register.id).\(field.id)")
      }
      for list in register.lists where list.part != .filing && list.id != RuleAnswer.list {
        #expect(order.contains(list.id) || form.form.state.rows[list.id] != nil, "\(register.id).\(list.id)")
      }
    }
  }
}
