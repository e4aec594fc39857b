import Domain
import Terminal
import Testing
import UseCases
import Widgets

@testable import Screens

/// A warning is answered by keys, and stays answered.
struct FormAnsweringTests {
  /// A saved line of which one warning is open: no levels apply to its year's edition.
  private func warned(_ driver: FormDriver) throws -> RecordID {
    let enterprise = try driver.enterprise()
    let line = try driver.save(
      "efficiency",
      [
        "enterprise": .record(enterprise.id), "region": .text("330523"), "line": .text("1#熟料线"),
        "state": .text("running"), "year": .integer(2022), "product": .text("水泥熟料"),
        "capacity": .amount(Amount(500_000)), "output": .amount(Amount(900_000)),
        "consumption": .amount(Amount(99)), "basis": .text("equivalent"),
      ])
    try driver.open(try FormScreen.edit("efficiency", line.id, driver.services))
    return line.id
  }

  private func tell(_ driver: FormDriver, _ words: String) throws {
    for _ in 0..<20 where !driver.status.contains(words) { try driver.press(.function(4)) }
    #expect(driver.status.contains(words), "\(driver.status)")
  }

  private func isOpen(_ form: FormScreen) -> Bool {
    form.openProblems.contains { $0.text.string.contains("产量超过产能") }
  }

  @Test func aWarningIsAnsweredOnceAndStaysAnswered() throws {
    let driver = try FormDriver()
    let id = try warned(driver)
    try tell(driver, "产量超过产能")
    try driver.press(.function(6))
    guard case .input(let title, "")? = driver.asked?.question else {
      Issue.record("no box for the reason: \(String(describing: driver.asked))")
      return
    }
    #expect(title.zh.contains("产量超过产能"))
    try driver.answer(.text("  2022年技改后产能待重新核定 "))
    #expect(driver.status.contains("已说明"))
    #expect(driver.form.map(isOpen) == false)
    #expect(driver.form?.problems.contains { $0.text.string.contains("产量超过产能") } == true)
    #expect(driver.form?.hasUnsaved == true)
    try driver.press(.control("s"))
    let saved = try #require(try driver.record("efficiency", id))
    let row = try #require(saved.children["answers"]?.first)
    #expect(row["rule"].text == "R84" && row["reason"].text == "2022年技改后产能待重新核定")
    #expect(row["person"].text == "钱填报" && !row["day"].isEmpty)
    // Opened again it is still answered, and F9 lists it last with its mark.
    try driver.open(try FormScreen.edit("efficiency", id, driver.services))
    #expect(driver.form.map(isOpen) == false)
    try driver.press(.function(9))
    guard case .choose(_, let items, _)? = driver.asked?.question else {
      Issue.record("no list")
      return
    }
    #expect(items.last?.zh.contains("产量超过产能") == true && items.last?.zh.hasSuffix("[已说明]") == true)
    // Gone to, it is told with its mark; an empty reason takes the answer back.
    try driver.answer(.chosen(items.count - 1))
    #expect(driver.status.contains("[已说明]"))
    try driver.press(.function(6))
    guard case .input(_, "2022年技改后产能待重新核定")? = driver.asked?.question else {
      Issue.record("the reason is not there to be changed")
      return
    }
    try driver.answer(.text(""))
    #expect(driver.form.map(isOpen) == true)
    try driver.press(.control("s"))
    #expect(try driver.record("efficiency", id)?.children["answers"] == nil)
  }

  @Test func anErrorIsNotAnswered() throws {
    let driver = try FormDriver()
    let id = try warned(driver)
    try driver.go("year")
    try driver.press(.control("u"))
    try driver.type("2099\t")
    try tell(driver, "尚未到")
    try driver.press(.function(6))
    #expect(driver.asked == nil)
    #expect(driver.said?.zh.contains("须改正") == true)
    #expect(try driver.record("efficiency", id)?.children["answers"] == nil)
  }

  @Test func aRuleWithItsOwnFieldIsAnsweredThere() throws {
    let driver = try FormDriver()
    _ = try FormStoryTests.project(driver)
    try driver.go("unit_after")
    try driver.type("103.0\t")
    try tell(driver, "未达标杆100")
    try driver.press(.function(6))
    #expect(driver.form?.form.state.focus == FormKey("benchmarking_reason"))
    try driver.type("受窑型限制\t")
    let found = driver.form?.problems.first { $0.text.string.contains("未达标杆") }
    #expect(found?.isAnswered == true)
  }

  @Test func anAnswerIsKeptWithTheTyping() throws {
    let driver = try FormDriver()
    _ = try warned(driver)
    try tell(driver, "产量超过产能")
    try driver.press(.function(6))
    try driver.answer(.text("已核对"))
    let kept = try #require(driver.services.scratch.load(person: "钱填报"))
    #expect(kept.document.children["answers"]?.first?["reason"].text == "已核对")
  }
}
