import Domain
import Testing

@testable import Screens
@testable import UseCases

/// The special thing of each further group of registers, done from beginning to end with keys at 80x24.
@Suite struct GroupWalkTests {
  private func figure(_ measure: String, _ desk: Desk) throws -> Amount {
    try desk.store.read { try $0.figure(FigureQuery(measure)) }
  }

  private func day(_ number: Int) -> Day? { Day(number: number) }

  /// A budget and three months: used, left, the year at this pace, and the alarm that 督办 raises.
  @Test func theBudgetTellsWhatIsUsedLeftAndToBeExpected() throws {
    let desk = try Desk(start: .registers)
    desk.tab(3)
    desk.press("<Enter>e")
    try desk.row("budgets", "2023<Tab>1200<Tab>当量<Enter>")
    desk.keep()
    for month in 1...3 {
      desk.openRegister("用能台账")
      desk.press("i")
      try desk.fill(("enterprise", "ajmm<Enter>"), ("month", "20230\(month)<Tab>"))
      try desk.row("carriers", "dianli<Enter>90<Tab>")
      desk.keep()
    }
    // 90万kWh at 0.1229 kgce/kWh are 110.61 tce a month.
    #expect(try figure("energy.tce", desk).plain == "331.83")
    desk.tab(3)
    desk.press("<Enter>")
    for wanted in ["预计超预算", "331.83", "868.17", "1 327.32"] {
      desk.press("g")
      #expect(desk.finds(wanted), "\(wanted)\n\(desk.frame)")
    }
    let watched = desk.tab(8)
    #expect(watched.contains("用能超预算"), "\(watched)")
  }

  /// A signed agreement is made a project of, and counts from then on.
  @Test func anAgreementBecomesAProject() throws {
    let desk = try Desk(start: .registers)
    desk.openRegister("推广对接活动")
    desk.press("i")
    try desk.fill(
      ("name", "节能装备供需对接会"), ("kind", "供需<Enter>"), ("state", "已举办<Enter>"), ("day", "20230615"),
      ("place", "安吉县会展中心"), ("organiser", "安吉县经信局"), ("topics", "高效电机与余热利用"), ("people", "120<Tab>"))
    try desk.row("agreements", "ajmm<Enter>")
    try desk.fill(
      ("agreements.kind", "设备<Enter>"), ("agreements.content", "篦冷机余热回收装置"), ("agreements.amount", "680"),
      ("agreements.signed_on", "20230615"), ("agreements.state", "已签约<Enter>"))
    desk.keep()
    #expect(try figure("events.agreements", desk) == Amount(1))
    #expect(try figure("events.converted", desk) == .zero)
    desk.openRegister("推广对接活动")
    desk.press("<Enter>Y")
    #expect(desk.frame.contains("先把光标移到"), "\(desk.frame)")
    for _ in 0..<6 where desk.record?.child == nil { desk.press("<Tab>") }
    desk.press("Y")
    #expect(desk.frame.contains("这条签约是哪个项目") && desk.frame.contains("新建储备项目"), "\(desk.frame)")
    desk.press("<End><Enter>")
    let form = try #require(desk.form, "\(desk.frame)")
    #expect(form.document["name"].text == "篦冷机余热回收装置" && form.document["enterprise"].record == desk.ids["安吉水泥"])
    #expect(form.document["investment"].amount == Amount(680), "\(form.document["investment_declared"].plain)")
    desk.press("<C-s><Esc>")
    desk.press("Y")
    #expect(desk.frame.contains("篦冷机余热回收装置"), "\(desk.frame)")
    desk.press("<Enter>")
    #expect(desk.frame.contains("签约已转为“篦冷机余热回收装置”"), "\(desk.frame)")
    let event = try desk.only(PromotionEvent.self)
    #expect(event.agreements.first?.state == "converted" && event.agreements.first?.project == form.document.id)
    #expect(try figure("events.converted", desk) == Amount(1))
    desk.press("Y")
    #expect(desk.frame.contains("这条签约已转为项目"))
  }

  /// A sentence of the plan is reported on, gets its document, and waits no longer once it is done.
  @Test func aDutyIsReportedAndDelivered() throws {
    let office = try WatchDesk()
    let desk = office.desk
    desk.press("8LIy")
    var own = Duty()
    (own.code, own.name, own.region, own.clause) = ("湖-1", "制定全市用能预算管理办法", "330500", "三(二)5")
    (own.sentence, own.lead, own.deliverable) = ("推行用能预算化管理", "湖州市发展改革委", "管理办法")
    (own.dueOn, own.state, own.contact, own.phone) = (day(20_230_630), "under_way", "沈某庚", "10055556666")
    try office.save("办法", own)
    let frame = desk.tab(8)
    #expect(frame.contains("任务逾期") && frame.contains("2023-06-30"), "\(frame)")
    for _ in 0..<40 where (desk.app.screen as? WatchScreen)?.row?.matter != "duties.overdue" { desk.press("j") }
    // Whom to call stands below the list.
    #expect(desk.frame.contains("联系 沈某庚 10055556666"), "\(desk.frame)")
    desk.press("e")
    try desk.fill(("state", "已完成<Enter>"), ("done_on", "20230703"))
    try desk.row("progress", "20230703<Tab>办法经市政府常务会议审议通过")
    try desk.row("documents", "湖州市用能预算管理办法<Tab>湖政发〔2023〕9号<Tab>湖州市人民政府<Tab>20230703<Tab>已印发<Enter>")
    desk.keep()
    let duty = Duty.schema.record(try office.document("duties", "办法"))
    #expect(duty.state == "done" && duty.documentCount == Amount(1) && duty.latest == "办法经市政府常务会议审议通过")
    #expect(try figure("duties.documents", desk) == Amount(1))
    let after = desk.tab(8)
    #expect(!after.contains("任务逾期 "), "\(after)")
    // The plan's own duties are the province's: the list of a city that has some stands at the city's.
    desk.openRegister("任务台账")
    #expect(desk.frame.contains("制定全市用能预算管理办法"), "\(desk.frame)")
  }

  /// What came in goes to cascade use and recycling; more than came in is told, and mended.
  @Test func aBatchBalances() throws {
    let desk = try Desk(start: .registers)
    desk.openRegister("动力电池回收")
    desk.press("i")
    try desk.fill(
      ("batch", "DC-2023-7"), ("enterprise", "ajmm<Enter>"), ("source", "公交<Enter>"), ("source_name", "安吉公交集团"),
      ("received_on", "20230310"), ("document", "ZY20230310"), ("chemistry", "磷酸<Enter>"), ("form", "<Space><Enter>"),
      ("packs", "50"), ("mass", "20"))
    try desk.row("cascades", "20230420<Tab><Space><Enter>")
    try desk.fill(("cascades.mass", "12"), ("cascades.user", "某某铁塔公司"))
    try desk.row("recycles", "20230502<Tab>某某再生资源公司")
    try desk.fill(("recycles.mass", "9<Tab>"))
    #expect(desk.form?.problems.contains { $0.text.string.contains("多出1吨") } == true, "\(desk.frame)")
    try desk.to("recycles.mass")
    desk.press("<C-u>7<Tab>")
    #expect(desk.form?.problems.contains { $0.text.string.contains("多出") } == false, "\(desk.frame)")
    desk.keep()
    let batch = try desk.only(Battery.self)
    #expect(batch.massCascaded == Amount(12) && batch.massRecycled == Amount(7) && batch.stock == Amount(1))
    #expect(try figure("batteries.stock", desk) == Amount(1))
    desk.openRegister("动力电池回收")
    #expect(desk.frame.contains("DC-2023-7") && desk.frame.contains("结存 1 吨"), "\(desk.frame)")
  }

  /// A goal that is late waits on 台账 until it is reached; the project counts when it is accepted.
  @Test func jointResearchIsBroughtToItsAcceptance() throws {
    let desk = try Desk(start: .registers)
    desk.openRegister("联合攻关项目")
    desk.press("i")
    try desk.fill(
      ("name", "水泥窑全氧燃烧攻关"), ("enterprise", "ajmm<Enter>"), ("level", "省级<Enter>"), ("direction", "清洁<Enter>"),
      ("content", "全氧燃烧与碳捕集耦合"), ("goal", "建成示范装置1套"), ("number", "2022C01100"), ("approved_on", "20220601"),
      ("approved_document", "浙科发规〔2022〕33号"), ("deadline", "202312"), ("budget", "2600"))
    try desk.row("partners", "样例大学<Tab><Space><Enter>")
    try desk.row("milestones", "完成中试装置<Tab>20230520<Tab>")
    desk.keep()
    #expect(try figure("research.approved", desk) == Amount(1))
    let waiting = desk.tab(7)
    #expect(waiting.contains("节点逾期 1"), "\(waiting)")
    desk.openRegister("联合攻关项目")
    desk.press("<Enter>e")
    try desk.fill(
      ("milestones.actual", "20230628<Tab>"), ("accepted_on", "20230630"), ("accepted_document", "浙科验〔2023〕9号"),
      ("acceptance", "通过<Enter>"))
    try desk.row("results", "<Space><Enter>一种全氧燃烧方法<Tab>ZL2022100")
    desk.keep()
    let project = try desk.only(Research.self)
    #expect(project.state == "accepted" && project.nextDue == nil && project.resultCount == 1)
    #expect(try figure("research.accepted", desk) == Amount(1))
    #expect(!desk.tab(7).contains("节点逾期"))
  }

  /// From the proposed list to the visit, the finding, its correction and the year after.
  @Test func anInspectionRunsFromTheListToTheYearAfter() throws {
    let office = try WatchDesk()
    let desk = office.desk
    desk.press("8V*A湖节监〔2023〕1号<Enter>")
    desk.openRegister("节能监察")
    #expect(desk.frame.contains("碳效5级"), "\(desk.frame)")
    desk.press("<Enter>e")
    try desk.fill(
      ("visited_on", "20230601"), ("body", "湖州市节能监察中心"), ("inspectors", "张某甲、李某乙"), ("scope", "综合<Enter>"))
    try desk.row("findings", "20230601<Tab>使用淘汰<Enter>在用淘汰电动机6台<Tab>节约能源法第七十一条")
    try desk.fill(
      ("findings.violation", "<Space>"), ("findings.notice_number", "湖节限〔2023〕6号"),
      ("findings.deadline", "20230701<Tab>"))
    desk.keep()
    var visit = try desk.only(Inspection.self)
    #expect(visit.state == "rectifying" && visit.violationCount == Amount(1))
    let late = desk.tab(8)
    #expect(late.contains("整改逾期") && late.contains("2023-07-01"), "\(late)")
    desk.openRegister("节能监察")
    desk.press("<Enter>e")
    try desk.fill(
      ("findings.rectified_on", "20230702"), ("findings.proof", "更换清单及照片"), ("findings.verified_on", "20230703"),
      ("findings.verified_by", "张某甲"), ("outcome", "限期整改完成<Enter>"), ("closed_on", "20230703<Tab>"))
    desk.keep()
    visit = try desk.only(Inspection.self)
    #expect(visit.state == "closed" && visit.openCount == nil && visit.recheckYear == 2024)
    #expect(!desk.tab(8).contains("整改逾期 "))
    let next = try ProposeInspections.run(
      year: 2024, region: "330500", in: office.services.store, today: Day(number: 20_240_110) ?? .first)
    #expect(next.first?.previous == visit.id && next.first?.reasons.contains("last_year") == true)
  }

  /// The reviewer asks an expert without interest, the opinion is given, and its mean stands beside the filing.
  @Test func theReviewerSeesTheMeanOfTheOpinions() throws {
    let office = try WatchDesk()
    let desk = office.desk
    let environment = office.services.environment
    func row(_ values: [String: Value]) -> ChildRow { ChildRow(id: environment.newID(), values: values) }
    let filed = Document(
      register: "projects", id: environment.newID(),
      values: [
        "name": .text("篦冷机升级改造"), "region": .text("330523"), "holder_kind": .text("enterprise"),
        "enterprise": .record(try #require(office.ids["安吉水泥"])),
      ],
      children: [
        "memberships": [row(["tier": .text("county"), "state": .text("submitted")])],
        "filings": [
          row([
            "tier": .text("county"), "kind": .text("admit"), "number": .integer(1), "outcome": .text("waiting"),
            "submitted_by": .text("钱填报"), "batch": .text("第1批"),
            "submitted_on": Day(parsing: "2023-06-26").map { .day($0) } ?? .empty,
          ])
        ],
      ])
    _ = try desk.store.write(as: environment) {
      try SaveRecord.write(
        filed, base: 0, action: SaveRecord.action, in: $0, desk.store, environment, isGuarded: false)
    }
    desk.press("6V")
    let proposed = try #require(desk.app.screen as? ProposalScreen, "\(desk.frame)")
    #expect(proposed.rows.map(\.title) == ["李某丁 样例建材科学研究院"] && desk.frame.contains("回避1人"), "\(desk.frame)")
    desk.press("Ay<Esc>")
    desk.tab(6)
    #expect(desk.press("<Tab>G").contains("专家意见 0/1"), "\(desk.frame)")
    desk.openRegister("评审意见")
    #expect(desk.frame.contains("待评"), "\(desk.frame)")
    desk.press("<Enter>e")
    try desk.fill(
      ("without_interest", "<Space>"), ("given_on", "20230703"), ("verdict", "同意<Enter>"), ("score", "87"),
      ("text", "技术方案成熟，节能量计算可信"))
    desk.keep()
    desk.tab(6)
    let seen = desk.press("<Tab>G")
    #expect(seen.contains("专家意见 1/1") && seen.contains("平均分 87"), "\(seen)")
  }

  /// Figures give the level by themselves; level 5 proposes an inspection.
  @Test func aRatingIsRecomputedAndProposesAnInspection() throws {
    let desk = try Desk(region: "330523", start: .registers)
    desk.openRegister("工业碳效码")
    desk.press("i")
    try desk.fill(
      ("enterprise", "ajmm<Enter>"), ("year", "2022"), ("source", "本库测算<Enter>"), ("co2_stated", "600000"),
      ("value_added_stated", "15000"), ("mean_stated", "16<Tab>"))
    #expect(desk.form?.document["computed_level"].integer == 5, "\(desk.frame)")
    try desk.row("uses", "金融<Enter>20230601<Tab>安吉某某银行<Tab>高碳企业贷款利率上浮<Tab>")
    desk.keep()
    let rating = try desk.only(CarbonRating.self)
    // 600 000 / 15 000 = 40 t a ten thousand yuan; against the mean of 16, 2.5.
    #expect(rating.computedValue?.plain == "2.5" && rating.grade == 5 && rating.isHighCarbon)
    #expect(rating.useAreas == "金融")
    #expect(try figure("ratings.uses", desk) == Amount(1))
    desk.openRegister("工业碳效码")
    desk.press("<Enter>")
    #expect(desk.finds("40÷") || desk.finds("K=L÷16=2.5"), "\(desk.frame)")
    desk.tab(8)
    let proposed = desk.press("V")
    #expect(proposed.contains("安吉某某水泥") && proposed.contains("碳效5级"), "\(proposed)")
  }

  /// A region's target is split, and from then on gives it points in the yearly assessment.
  @Test func aTargetGivesPointsInTheAssessment() throws {
    let office = try WatchDesk()
    let desk = office.desk
    #expect(desk.press("8K").contains("没有这项目标"))
    desk.press("q")
    var target = RegionTarget()
    (target.region, target.indicator, target.span, target.year) = ("330523", "started", "yearly", 2023)
    (target.value, target.split, target.document) = (Amount(4), "document", "湖经信〔2023〕3号")
    target.documentDay = day(20_230_301)
    try office.save("目标", target)
    let frame = desk.press("8K")
    let screen = try #require(desk.app.screen as? AssessmentScreen)
    let score = try #require(screen.score, "\(frame)")
    #expect(score.region == "330523", "the only region that can be scored by a target comes first")
    let item = try #require(score.items.first { $0.item.id == "started" })
    #expect(item.points != nil && item.reason.zh.contains("年度目标4"), "\(item.reason.zh)")
    #expect(frame.contains("年度目标4"), "\(frame)")
    // The points open the projects that gave them.
    desk.press("<Tab>g<Enter>")
    #expect(desk.library?.register.id == "projects", "\(desk.frame)")
  }
}
