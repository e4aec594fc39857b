import Foundation
import TestTerminal
import Testing

/// A project on its way through the three tiers, each person at a key of their own.
@Suite struct SSHStoryTests {
  @Test func fromDraftToTheProvincialLibraryByCommands() throws {
    let host = try SSHHost()
    let project = try SSHProject(host, name: "3号窑屋顶光伏验证")
    #expect(try project.filing(for: "clerk") == "draft")

    // Whoever typed it hands it up; nobody else may.
    #expect(host.run("inspector", ["submit", project.key]).status == 3)
    #expect(host.run("county", ["admit", project.key]).status == 1)
    try host.done("clerk", ["submit", project.key])
    #expect(try project.filing(for: "county") == "submitted")
    #expect(host.run("clerk", ["admit", project.key]).status == 3)
    #expect(host.run("city", ["admit", project.key]).status == 3)
    // While it waits, what was declared is not changed.
    #expect(project.enter(["renewable_output": 1]).status != 0)

    // It comes back with two fields named, and goes up again corrected.
    try host.done(
      "county", ["return", project.key, "--field", "renewable_output=发电量无计算依据", "--field", "content=内容过简"])
    #expect(try project.filing(for: "clerk") == "returned")
    let shown = try host.done("clerk", ["show projects", project.key])
    #expect(shown.contains("发电量无计算依据") && shown.contains("内容过简"))
    let corrected = project.enter(["renewable_output": 598, "content": "利用厂房屋顶建设分布式光伏电站，年等效利用965小时"])
    #expect(corrected.status == 0, "\(corrected.errors)")
    try host.done("clerk", ["submit", project.key])
    try host.done("county", ["admit", project.key, "--doc", "安经信〔2023〕1号"])

    for (below, above) in [("county", "city"), ("city", "province")] {
      #expect(try !project.isInProvince(for: "inspector"))
      try host.done(below, ["recommend", project.key])
      try host.done(above, ["admit", project.key])
    }
    #expect(try project.isInProvince(for: "inspector"))
    try inspectorChangesNothing(host, project)
    host.room.verify()
  }

  @Test func fromDraftToTheProvincialLibraryOnTheScreens() throws {
    let host = try SSHHost()
    let project = try SSHProject(host, name: "3号窑屋顶光伏验证")
    let clerk = try SSHDesk(host, "clerk")
    try clerk.find(project.name)
    try clerk.press("S", "上报1项")
    try clerk.press("y", "已上报")

    let county = try SSHDesk(host, "county")
    try county.press("<Alt-6>", project.name)
    try county.press("b", "退回")
    try county.press("可再生能源发电量", "renewable_output")
    try county.press("<Enter>", "选原因")
    try county.press("发电量无计算依据<Enter>", "✗")
    // A usual reason of the tier names its field.
    try county.press("改造内容过于", "过于笼统")
    try county.press("<Enter>", "退回（2处）")
    try county.press("<Enter>", "已退回")
    #expect(try project.filing(for: "clerk") == "returned")

    // The clerk finds it on the first tab, corrects it in the form and hands it up again.
    try clerk.press("<Alt-0>", project.name)
    try clerk.find(project.name)
    try clerk.press("e", "发电量无计算依据")
    try clerk.rewrite("改造内容", "利用厂房屋顶建设分布式光伏电站，年等效利用965小时")
    try clerk.rewrite("可再生发电", "598")
    try clerk.press("<F9>", "保存并上报")
    try clerk.press("<Enter>", "已上报")
    #expect(try project.value("content", for: "county") == "利用厂房屋顶建设分布式光伏电站，年等效利用965小时")

    for reviewer in ["county", "city"] {
      let desk = reviewer == "county" ? county : try SSHDesk(host, reviewer)
      try desk.press("<Alt-6>", project.name)
      try desk.press("u", "批次")
      try desk.press("2026年第1批 1<Enter>", "已入库并推荐")
    }
    let province = try SSHDesk(host, "province")
    try province.press("<Alt-6>", project.name)
    try province.press("a", "文号")
    try province.press("浙经信〔2023〕1号<Enter>", "已同意")
    #expect(try project.isInProvince(for: "inspector"))

    let inspector = try SSHDesk(host, "inspector")
    try inspector.find(project.name)
    #expect(inspector.screen.contains("省"))
    let before = try host.done("inspector", ["show projects \(project.key) --history --format json"])
    for keys in ["S", "W", "U"] { inspector.session.type(keys + "y<Enter><Esc><Esc>") }
    inspector.session.settle(quiet: 500)
    try inspector.find(project.name)
    try inspector.press("<Enter>", project.key)
    inspector.session.type("e")
    inspector.session.settle(quiet: 300)
    inspector.session.type("改名<^S>")
    inspector.session.settle(quiet: 500)
    #expect(try host.done("inspector", ["show projects \(project.key) --history --format json"]) == before)
    for desk in [clerk, county, province] { #expect(desk.leave() == 0, "\(desk.screen)") }
    host.room.verify()
  }

  private func inspectorChangesNothing(_ host: SSHHost, _ project: SSHProject) throws {
    let before = try host.done("inspector", ["show projects \(project.key) --history --format json"])
    for command in [
      "submit", "withdraw", "review", "admit", "return --reason 不实", "recommend", "change --set name=别名 --reason 更名",
      "exit --kind completed --reason 完成", "plan --year 2026 --batch 1",
    ] {
      let verb = command.split(separator: " ", maxSplits: 1).map(String.init)
      let outcome = host.run("inspector", ([verb[0], project.key] + verb.dropFirst()))
      #expect([1, 2, 3].contains(outcome.status), "\(command) → \(outcome.status) \(outcome.output)\(outcome.errors)")
    }
    let rows = try host.done("inspector", ["export projects --where library_code=\(project.key) --format csv"])
    let changed = host.run("inspector", ["import projects -"], input: Array(rows.replacing("光伏", with: "改名").utf8))
    #expect(changed.status == 3, "\(changed.errors)")
    #expect(try host.done("inspector", ["show projects \(project.key) --history --format json"]) == before)
  }
}
