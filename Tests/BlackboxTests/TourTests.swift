import Foundation
import TestTerminal
import Testing

/// One working day at the keyboard, from an empty form to the dashboard, with keys alone.
@Suite(.serialized) struct TourTests {
  /// A county with two enterprises, and a clinker line whose levels are known.
  private func county() throws -> Room {
    let room = try Room.empty()
    func take(_ register: String, _ name: String, _ text: String) throws {
      let outcome = room.run(["import", register, try room.file(name, text)])
      try #require(outcome.status == 0, "\(outcome.errors)")
    }
    let years = """
      key,year,above_scale,energy,basis
      91330523MA2B4X5C2K-00,2022,1,180000,calorific

      """
    _ = try room.file("enterprises.years.csv", years)
    try take(
      "enterprises", "enterprises.csv",
      """
      name,region,plant,credit_code,industry,sector,state
      安吉白云水泥有限公司,330523,00,91330523MA2B4X5C2K,3011,building_materials,running
      长兴重庆路热电有限公司,330522,00,91330522MA2B4X6D7B,4412,other,running

      """)
    return room
  }

  @Test func aClerkEntersAProjectAndFindsItCounted() throws {
    let room = try county()
    let desk = try Desk(room, environment: ["SANKU_REGION": "330523"]).opened()
    // Dates lie ahead of the day on which this runs, so that nothing of the project is overdue.
    let year = Calendar(identifier: .gregorian).component(.year, from: Date()) + 1
    desk.press("<Alt-1>")
    try desk.sees("[1总览")
    try desk.sees("储备0")
    desk.press("<Alt-0>")
    try desk.sees("草稿，未上报 0")
    desk.press("<Alt-2>")
    try desk.sees("[2项目库")

    // A new project; the enterprise is found by the first letters of its pinyin.
    desk.press("<F5>")
    try desk.sees("新建项目")
    desk.press("ajby")
    try desk.sees("安吉白云水泥有限公司")
    desk.press("<Enter>")
    try desk.goTo("项目名称")
    desk.press("3号窑余热发电")
    try desk.goTo("改造领域")
    desk.press("xny<Enter>")
    try desk.sees("新能源推广应用")
    try desk.goTo("类型")
    desk.press("yryy<Enter>")
    try desk.sees("余热余压利用")
    try desk.goTo("改造时间")
    desk.press("\(year)-03")
    try desk.goTo("改造期限")
    desk.press("\(year + 1)04")
    try desk.goTo("改造内容")
    desk.press("利用窑头窑尾废气余热，新建4.5MW纯低温余热发电系统")

    // Two measures; their investment adds up by itself.
    desk.press("<Tab><^N>")
    desk.press("余热锅炉<Tab>2<Tab>台<Tab>2900<Tab><Tab>纯低温余热发电")
    desk.press("<^N>")
    desk.press("汽轮发电机组4.5MW<Tab>1<Tab>套<Tab>2,300<Tab>3871<Tab>")
    try desk.goTo("土建")
    desk.press("380<Tab>70<Tab>")
    try desk.sees("5 650")

    // Energy by carrier: the saving follows from it.
    desk.press("<^N>dianli")
    try desk.sees("▌电力")
    desk.press("<Enter>6820<Tab>3670<Tab>")
    try desk.sees("3 871  tce/年")
    try desk.goTo("口径")
    desk.press("dl<Enter>")
    try desk.goTo("基准年")
    desk.press("2022")
    try desk.goTo("方法")
    desk.press("fpz<Enter>")
    try desk.goTo("依据")
    desk.press("年发电3150万kWh×0.1229")

    // The timeline, stage by stage.
    desk.press("<PgDn>")
    for day in ["0110", "0201", "0305", "0901", "1101"] { desk.press("\(year)\(day)<Tab>") }
    desk.press("\(year + 1)0531<Tab>\(year + 1)1201<Tab>")
    try desk.goTo("联系人")
    desk.press("王某<Tab>13800000000<Tab>")

    // The deadline and the timeline disagree; F4 goes there, and it is put right.
    try desk.sees("改造期限\(year + 1)-04与节点计划\(year + 1)-05-31不一致")
    desk.press("<F4>")
    #expect(desk.session.textBeforeCursor.contains("改造期限"), "\(desk.screen)")
    desk.press("<^U>\(year + 1)-05<Tab>")
    #expect(!desk.screen.contains("不一致"), "\(desk.screen)")
    desk.press("<^S>")
    try desk.sees("已保存 330523-")
    #expect(!desk.screen.contains("补正"), "\(desk.screen)")
    desk.press("<Esc>")

    // Found again by initials, opened, its history read.
    try desk.sees("不在库1")
    desk.press("/3hyyr")
    try desk.sees("3号窑余热发电")
    desk.press("<Enter><Enter>")
    try desk.sees("概况")
    let pages = [
      "汽轮发电机组4.5MW", "\(year)-01-10", "3 871.35", "没有内容", "没有内容", "未入库", "没有内容", "没有内容", "共1次变动",
    ]
    for page in pages {
      desk.press("<Tab>")
      try desk.sees(page)
    }
    try desk.sees("3号窑余热发电")
    try desk.sees("保存")
    desk.press("<Esc>")

    // Her own page counts one draft more.
    desk.press("<Alt-0>")
    try desk.sees("草稿，未上报 1")

    // The county admits it, in another process; the dashboard counts it, and opens into it.
    let code = try #require(try room.export("projects").first?["library_code"] as? String)
    let day = ISO8601DateFormatter().string(from: Date().addingTimeInterval(-86_400)).prefix(10)
    _ = try room.file(
      "decision.memberships.csv",
      "library_code,tier,state,admitted_on,admitted_document\r\n\(code),county,admitted,\(day),安经信〔2026〕8号\r\n")
    try room.done(["import", "projects", try room.file("decision.csv", "library_code\r\n\(code)\r\n")])
    desk.press("<Alt-1>")
    try desk.sees("储备1")
    desk.press("vv")
    try desk.sees("在库▸1项")
    desk.press("<Enter>")
    try desk.sees("3号窑余热发电")
    #expect(desk.quit() == 0)
    room.verify()
  }
}
