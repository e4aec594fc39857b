import Foundation
import TestTerminal
import Testing

/// A clerk's morning: a messy sheet of 40 projects in, 35 taken, 5 mended on the screen, all of them submitted.
@Suite struct ClerkWalkTests {
  @Test func aMessySheetIsTakenInMendedAndSubmitted() throws {
    let room = try Room()
    try room.done(["init", room.library, "--region", "330523"])
    let firms = try room.file(
      "firms.csv",
      "credit_code,name,region,industry,sector,state\r\n"
        + "91330523MA2B4F6Y5W,安吉某某水泥有限公司,330523,3011,building_materials,running\r\n")
    try room.done(["import", "enterprises", firms, "--quiet"])
    let script = #filePath.replacingOccurrences(of: "ClerkWalkTests.swift", with: "Sheets/make-messy.py")
    let made = BuiltSanku.run([script, room.folder + "/汇总.xlsx"], program: "/usr/bin/python3")
    try #require(made.status == 0, "\(made.errors)")

    let desk = try Desk(room, environment: ["SANKU_TODAY": "2023-05-20"]).atProjects()
    desk.press("I")
    desk.press("<^O>")
    // A full path, typed behind the folder that is offered.
    desk.press(room.folder + "/汇总.xlsx<Enter>")
    // One column nobody knows, one recognised by likeness: looked at, and left as they are.
    try desk.sees("未对应")
    desk.press("<F9>")
    try desk.sees("新增35 不收5 略过2")
    #expect(try room.export("projects").isEmpty, "nothing is written before the account was seen")

    try mend(desk, "地区", "安吉县<Enter>")
    try mend(desk, "企业", "安吉某某<Enter>")
    // What nobody knows yet stays open in a draft.
    try mend(desk, nil, "")
    try mend(desk, "改造期限", "2024-10")
    try mend(desk, "改造领域", "新能源推广应用<Enter>")
    try desk.sees("已补正5")
    desk.press("<F9>")
    try desk.sees("写入35条记录")
    desk.press("y")
    try desk.sees("已写入：新增35")
    desk.press("q")
    try desk.sees("[2项目库")
    let projects = try room.export("projects")
    #expect(projects.count == 40)
    #expect(Set(projects.compactMap { $0["region"] as? String }) == ["330523"])
    #expect(projects.allSatisfy { ($0["start_month"] as? String) == "2023-06" })
    let third = projects.first { $0["name"] as? String == "第3号生产线余热发电" }
    #expect((third?["investment_declared"] as? NSNumber)?.decimalValue == 1030)

    desk.press("*")
    desk.press("S")
    desk.press("y")
    try desk.sees("上报")
    #expect(desk.quit() == 0)
    let filed = try room.export("projects").count { $0["filing"] as? String == "submitted" }
    #expect(filed == 40, "\(desk.screen)")
    room.verify()
  }

  /// Mends the first row that is not yet mended: one field, and back to the account.
  private func mend(_ desk: Desk, _ field: String?, _ typed: String) throws {
    desk.press("g")
    while desk.lines.contains(where: { $0.hasPrefix("▌") && $0.contains("已补正") }) { desk.press("j") }
    desk.press("e")
    try desk.sees("新建项目")
    if let field {
      try desk.goTo(field)
      desk.press(typed)
    }
    desk.press("<^S>")
    try desk.sees("已补正")
  }
}
