import Domain
import Foundation
import Store
import Terminal
import Testing
import UseCases
import Widgets

@testable import Screens

/// What is typed survives whatever happens to the program.
struct FormKeepingTests {
  @Test func typingIntoAnOpenListIsKeptUntilTheListIsClosed() throws {
    let driver = try FormDriver()
    try driver.enterprise()
    try driver.open(try FormScreen.new("projects", driver.services))
    try driver.type("ajm")
    driver.clock.pass(2500)
    try driver.type("m")
    #expect(driver.form?.hasUnsaved == true)
    let kept = try #require(ScratchSlots.kept(driver.services).first)
    let form = try FormScreen.resumed(kept.scratch, slot: kept.slot, driver.services)
    #expect(form.form.picker?.query.text == "ajmm")
    #expect(form.form.picker?.page.count == 1)
    try driver.press(.escape)
    #expect(driver.form?.hasUnsaved == false)
    #expect(ScratchSlots.kept(driver.services).isEmpty)
  }

  @Test func comesBackAfterAKillWithTextsFocusAndCaret() throws {
    let driver = try FormDriver()
    let enterprise = try driver.enterprise()
    try driver.open(try FormScreen.new("projects", driver.services))
    try driver.type("ajmm")
    try driver.press(.enter)
    try driver.type("3号窑余热发电\t")
    try driver.go("start_month")
    try driver.type("明年\t")
    try driver.go("measures")
    try driver.press(.control("n"))
    try driver.type("余热锅炉\t两台\t")
    try driver.go("content")
    try driver.type("利用废气余热")
    driver.clock.pass(2500)
    try driver.press(.left)
    try driver.press(.left)
    driver.clock.pass(2500)
    try driver.type("A")
    // Killed: another session over the same files knows nothing but the scratch.
    let services = FormDriver.services(driver.store, driver.folder + "/库.sanku", driver.clock, "钱填报")
    let offer = try #require(FormScreen.restored(services))
    driver.stack = []
    try driver.open(offer)
    #expect(driver.frame().contains("新建项目  3号窑余热发电"))
    try driver.press(.enter)
    let form = try #require(driver.form)
    #expect(form.document["enterprise"].record == enterprise.id)
    #expect(driver.text("name") == "3号窑余热发电")
    #expect(driver.text("start_month") == "明年")
    #expect(form.form.unread[FormKey("start_month")] != nil)
    #expect(driver.text("measures.quantity", row: 0) == "两台")
    #expect(driver.text("content") == "利用废气A余热")
    #expect(form.form.state.focus == FormKey("content"))
    #expect(form.form.state.caret == 5)
    #expect(form.hasUnsaved)
    // Mended and saved, nothing is offered any more.
    try driver.go("start_month")
    try driver.press(.control("u"))
    try driver.go("measures.quantity", row: 0)
    try driver.press(.control("u"))
    try driver.type("2")
    try driver.press(.control("s"))
    #expect(driver.status.contains("已保存"))
    #expect(FormScreen.restored(services) == nil)
  }

  @Test func isWrittenAtAFieldsEndAndEveryTwoSeconds() throws {
    let driver = try FormDriver()
    try driver.open(try FormScreen.new("projects", driver.services))
    try driver.go("name")
    func kept() -> String? { driver.services.scratch.load(person: "钱填报")?.raw["name"] }
    try driver.type("甲")
    #expect(kept() == "甲")
    try driver.type("乙")
    #expect(kept() == "甲")
    driver.clock.pass(2000)
    try driver.type("丙")
    #expect(kept() == "甲乙丙")
    try driver.type("丁\t")
    #expect(driver.services.scratch.load(person: "钱填报")?.document["name"].text == "甲乙丙丁")
  }

  @Test func isWrittenWhenTheProgramIsToEnd() throws {
    let driver = try FormDriver()
    try driver.open(try FormScreen.new("projects", driver.services))
    try driver.go("name")
    try driver.type("甲乙丙")
    var form = try #require(driver.form)
    form.keep(driver.services)
    #expect(driver.services.scratch.load(person: "钱填报")?.document["name"].text == "甲乙丙")
  }

  @Test func twoFormsDoNotOverwriteEachOther() throws {
    let driver = try FormDriver()
    try driver.open(try FormScreen.new("projects", driver.services))
    try driver.go("name")
    try driver.type("3号窑\t")
    try driver.go("enterprise")
    try driver.type("新企业")
    try driver.press(.enter)
    try driver.go("address")
    try driver.type("天目路1号\t")
    #expect(ScratchSlots.kept(driver.services).count == 2)
    try driver.press(.escape)
    try driver.answer(.chosen(2))
    #expect(driver.form?.desk.register.id == "projects")
    #expect(ScratchSlots.kept(driver.services).count == 1)
    #expect(driver.text("name") == "3号窑")
  }

  @Test func aDiscardedOfferIsGone() throws {
    let driver = try FormDriver()
    try driver.open(try FormScreen.new("projects", driver.services))
    try driver.go("name")
    try driver.type("甲\t")
    driver.stack = []
    try driver.open(try FormScreen.new("enterprises", driver.services))
    try driver.open(try #require(FormScreen.restored(driver.services)))
    try driver.press(.delete)
    try driver.answer(.yes)
    #expect(FormScreen.restored(driver.services) == nil)
    #expect(driver.stack.count == 1)
  }

  /// A scratch that cannot be written is said, and the form goes on.
  @Test func aFullDiskIsSaid() throws {
    struct Full: ScratchKeeping {
      func load(person: String) -> Scratch? { nil }
      func holds(person: String) -> Bool { false }
      func keep(_ scratch: Scratch, person: String) throws { throw StoreError.full(path: "/库") }
      func discard(person: String) {}
    }
    let driver = try FormDriver()
    let services = Services(
      store: driver.store, scratch: Full(), environment: driver.services.environment, language: .zh, launch: { _ in })
    var form = try FormScreen.new("projects", services)
    form.form.focus(FormKey("name"))
    _ = try form.handle(.key(.character("甲")), services)
    #expect(form.status?.text.string.contains("输入未能留底") == true)
    #expect(form.form.text(FormKey("name")) == "甲")
    // Leaving without a scratch would lose it: the form stays.
    let effects = try form.closing(1, services)
    #expect(effects.isEmpty)
    #expect(form.hasUnsaved)
  }

  @Test func aSaveThatFailsLeavesTheFormAsItIs() throws {
    let driver = try FormDriver()
    try driver.open(try FormScreen.new("enterprises", driver.services))
    try driver.go("name")
    try driver.type("某某公司\t")
    let locked = try SQLiteStore.open(driver.folder + "/库.sanku", readOnly: true)
    let services = Services(
      store: locked, scratch: driver.services.scratch, environment: driver.services.environment, language: .zh,
      launch: { _ in })
    var form = try #require(driver.form)
    _ = try form.perform("form.save", services)
    #expect(form.status?.text.string.contains("未保存") == true)
    #expect(form.hasUnsaved)
    #expect(form.form.text(FormKey("name")) == "某某公司")
    #expect(services.scratch.load(person: "钱填报")?.document["name"].text == "某某公司")
  }

  @Test func scratchOfAnOlderRevisionIsComparedWithWhatItBeganFrom() throws {
    let driver = try FormDriver()
    let enterprise = try driver.enterprise()
    try driver.open(try FormScreen.edit("enterprises", enterprise.id, driver.services))
    try driver.go("address")
    try driver.type("天目路1号\t")
    driver.stack = []
    // Meanwhile somebody saves another field.
    var other = try #require(try driver.record("enterprises", enterprise.id))
    other["township"] = .text("递铺街道")
    _ = try SaveRecord.run(other, base: 1, in: driver.store, as: driver.services.environment)
    try driver.open(try #require(FormScreen.restored(driver.services)))
    try driver.press(.enter)
    #expect(driver.form?.base == 1)
    #expect(driver.form?.original?["township"].isEmpty == true)
    try driver.press(.control("s"))
    let conflict = try #require(driver.form?.conflict)
    #expect(conflict.merge.differences.allSatisfy { !$0.isClash })
    try driver.press(.control("s"))
    let saved = try #require(try driver.record("enterprises", enterprise.id))
    #expect(saved["address"].text == "天目路1号")
    #expect(saved["township"].text == "递铺街道")
  }
}
