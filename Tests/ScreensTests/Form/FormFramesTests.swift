import Domain
import Terminal
import Testing
import Widgets

@testable import Screens

/// The entry form as it is painted, frame and all; `SANKU_GOLDEN=write` writes the frames anew.
struct FormFramesTests {
  private func compare(_ driver: FormDriver, _ name: String) throws {
    try Golden.check(driver.whole(), "form-\(name)")
  }

  private func filled(_ width: Int, _ height: Int) throws -> FormDriver {
    let driver = try FormDriver(width: width, height: height - 3)
    _ = try FormStoryTests.project(driver)
    try driver.go("base_year")
    try driver.type("2022\tfpz")
    try driver.press(.enter)
    try driver.type("年发电3150万kWh×0.1229\t")
    try driver.go("unit_after")
    try driver.type("103.0\t")
    return driver
  }

  @Test(arguments: [(80, 24), (120, 40), (40, 10)])
  func filledProject(_ size: (Int, Int)) throws {
    let driver = try filled(size.0, size.1)
    try compare(driver, "project-\(size.0)x\(size.1)")
  }

  @Test func inEnglish() throws {
    let driver = try FormDriver()
    _ = try FormStoryTests.project(driver)
    var form = try #require(driver.form)
    try form.refresh(driver.services.speaking(.en))
    driver.stack = [form]
    try compare(driver, "project-english-80x24")
  }

  @Test func openPicker() throws {
    let driver = try FormDriver()
    try driver.enterprise()
    try driver.enterprise("安吉某某家居有限公司", "91330523MA2ABCDF08")
    try driver.open(try FormScreen.new("projects", driver.services))
    try driver.type("ajmm")
    try compare(driver, "picker-80x24")
  }

  @Test func enterprise() throws {
    let driver = try FormDriver()
    try driver.open(try FormScreen.new("enterprises", driver.services))
    try driver.type("91330523MA2ABCDE0")
    try driver.press(.tab)
    try compare(driver, "enterprise-80x24")
  }

  @Test func efficiencyLine() throws {
    let driver = try FormDriver()
    let enterprise = try driver.enterprise()
    try driver.line(enterprise.id)
    try driver.open(try FormScreen.new("efficiency", driver.services))
    try driver.type("ajmm")
    try driver.press(.enter)
    try driver.go("line")
    try driver.type("3#熟料线\t")
    try driver.go("product")
    try driver.type("snsl")
    try driver.press(.enter)
    try driver.type("2022\t")
    try driver.go("capacity")
    try driver.type("2500\t75万\t120\t")
    try compare(driver, "efficiency-80x24")
  }

  @Test func conflict() throws {
    let driver = try FormDriver()
    let enterprise = try driver.enterprise()
    try driver.open(try FormScreen.edit("enterprises", enterprise.id, driver.services))
    try driver.go("name")
    try driver.press(.control("u"))
    try driver.type("我写的名称\t")
    try driver.go("address")
    try driver.type("天目路1号\t")
    var other = enterprise
    other["name"] = .text("对方写的名称")
    other["township"] = .text("递铺街道")
    let environment = driver.services.environment
    let permit = try environment.access.permit(.edit, Subject("enterprises", region: ""))
    _ = try driver.store.write(as: environment) { try $0.save(other, base: 1, action: "save", permit: permit) }
    try driver.press(.control("s"))
    try compare(driver, "conflict-80x24")
  }
}
