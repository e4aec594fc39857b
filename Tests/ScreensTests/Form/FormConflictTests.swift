import Domain
import Foundation
import Terminal
import Testing
import UseCases
import Widgets

@testable import Screens

/// Two people at one record.
struct FormConflictTests {
  private func changed(_ driver: FormDriver, _ id: RecordID, _ change: (inout Document) -> Void) throws {
    var document = try #require(try driver.record("projects", id))
    let base = document.revision
    change(&document)
    _ = try SaveRecord.run(document, base: base, in: driver.store, as: driver.services.environment)
  }

  private func opened() throws -> (FormDriver, RecordID) {
    let driver = try FormDriver()
    _ = try FormStoryTests.project(driver)
    try driver.press(.control("s"))
    return (driver, try #require(driver.form?.document.id))
  }

  @Test func differentFieldsAreJoined() throws {
    let (driver, id) = try opened()
    try driver.go("contact")
    try driver.type("钱某\t")
    try changed(driver, id) { $0["phone"] = .text("0572-5123456") }
    try driver.press(.control("s"))
    #expect(driver.form?.conflict != nil)
    #expect(driver.status.contains("不是同一处"))
    print(driver.frame())
    try driver.press(.control("s"))
    #expect(driver.status.contains("已保存"))
    let saved = try #require(try driver.record("projects", id))
    #expect(saved["contact"].text == "钱某")
    #expect(saved["phone"].text == "0572-5123456")
    #expect(saved.revision == 3)
  }

  @Test func aClashIsChosen() throws {
    let (driver, id) = try opened()
    try driver.go("name")
    try driver.press(.control("u"))
    try driver.type("我的名称\t")
    try changed(driver, id) { document in
      document["name"] = .text("对方的名称")
      document.children["measures"]?[0]["investment"] = .amount(Amount(3000))
      document.children["measures"]?.remove(at: 1)
    }
    try driver.press(.control("s"))
    #expect(driver.frame().contains("对方的名称"))
    #expect(driver.status.contains("1处两人都改了"))
    // Back in the form nothing typed is lost; saving comes back here.
    try driver.press(.escape)
    #expect(driver.text("name") == "我的名称")
    try driver.press(.control("s"))
    try driver.press(.right)
    try driver.press(.enter)
    let saved = try #require(try driver.record("projects", id))
    #expect(saved["name"].text == "对方的名称")
    #expect(saved.children["measures"]?.count == 1)
    #expect(saved.children["measures"]?.first?["investment"].amount == Amount(3000))
    #expect(driver.text("name") == "对方的名称")
  }

  @Test func rowsOfBothStay() throws {
    let (driver, id) = try opened()
    try driver.go("measures.name", row: 1)
    try driver.press(.control("n"))
    try driver.type("我的水泵\t")
    let row = ChildRow(id: driver.clock.id(), values: ["name": .text("对方的风机")])
    try changed(driver, id) { $0.children["measures"]?.append(row) }
    try driver.press(.control("s"))
    try driver.press(.control("s"))
    let saved = try #require(try driver.record("projects", id))
    let names = saved.children["measures"]?.compactMap { $0["name"].text }
    #expect(Set(names ?? []) == ["余热锅炉", "汽轮发电机组4.5MW", "我的水泵", "对方的风机"])
  }

  @Test func aDeletedRecordIsOfferedAsANewOne() throws {
    let driver = try FormDriver()
    let enterprise = try driver.enterprise()
    try driver.open(try FormScreen.edit("enterprises", enterprise.id, driver.services))
    try driver.go("address")
    try driver.type("天目路1号\t")
    let environment = driver.services.environment
    let permit = try environment.access.permit(.delete, Subject("enterprises", region: ""))
    try driver.store.write(as: environment) {
      try $0.delete("enterprises", enterprise.id, base: 1, action: "delete", permit: permit)
    }
    try driver.press(.control("s"))
    #expect(driver.asked?.name == "deleted")
    try driver.answer(.yes)
    #expect(driver.status.contains("已保存"))
    let id = try #require(driver.form?.document.id)
    #expect(id != enterprise.id)
    #expect(try driver.record("enterprises", id)?["address"].text == "天目路1号")
  }

  @Test func anUntouchedFormFollowsAnotherSave() throws {
    let (driver, id) = try opened()
    try changed(driver, id) { $0["name"] = .text("对方的名称") }
    var form = try #require(driver.form)
    try form.refresh(driver.services)
    #expect(form.form.text(FormKey("name")) == "对方的名称")
    #expect(form.base == 2)
    #expect(!form.hasUnsaved)
  }
}
