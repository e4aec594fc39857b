import Domain
import Testing
import UseCases

@testable import Screens

/// What each of the further registers is there for, done with keys at 80x24.
@Suite struct RegistersStoryTests {
  @discardableResult
  private func save<R: Record>(_ record: R, _ desk: Desk) throws -> RecordID {
    var record = record
    if record.id == .unset { record.id = desk.services.environment.newID() }
    return try SaveRecord.run(R.schema.document(record), base: 0, in: desk.store, as: desk.services.environment)
      .document.id
  }

  private func read<R: Record>(_ type: R.Type, _ id: RecordID, _ desk: Desk) throws -> R {
    R.schema.record(try #require(try desk.store.read { try $0.document(R.schema.id, id) }))
  }

  private func day(_ number: Int) -> Day? { Day(number: number) }

  /// Goes down 台账 to a register.
  private func goTo(_ name: String, _ desk: Desk) {
    desk.press("7g")
    for _ in 0..<30 {
      if (desk.app.screen as? RegistersScreen)?.current?.register.label.zh == name { return }
      desk.press("j")
    }
  }

  private func diagnosis(_ desk: Desk, _ visit: Int) throws -> Diagnosis {
    var diagnosis = Diagnosis()
    diagnosis.enterprise = desk.ids["安吉水泥"]
    diagnosis.region = "330523"
    diagnosis.provider = "样例节能服务有限公司"
    diagnosis.visitedOn = day(visit)
    diagnosis.reportedOn = day(visit)?.adding(days: 20)
    diagnosis.reportNumber = "ZD-1"
    diagnosis.baseYear = 2022
    diagnosis.energy = Amount(186_000)
    diagnosis.basis = Bases.equivalent
    diagnosis.findings = "空压系统泄漏"
    return diagnosis
  }

  @Test(arguments: [(80, 24), (120, 40), (40, 10)])
  func asKept(_ size: (width: Int, height: Int)) throws {
    let desk = try Desk(width: size.width, height: size.height, start: .registers)
    try Golden.check(desk.frame, "registers-\(size.width)x\(size.height)")
  }

  @Test func englishIsComplete() throws {
    let desk = try Desk(language: .en, start: .registers)
    try Golden.check(desk.frame, "registers-en-80x24")
    let rows = desk.rows.dropFirst().dropLast(2).joined()
    #expect(!rows.replacing(/[一二三四五六七()]+/, with: "").contains { ("\u{4E00}"..."\u{9FFF}").contains($0) })
  }

  /// Every register of the plan without a tab of its own stands here, under its action, and opens its list.
  @Test func everyRegisterStandsUnderItsAction() throws {
    let desk = try Desk(start: .registers)
    let screen = try #require(desk.app.screen as? RegistersScreen)
    let wanted = Registers.all.filter {
      TabID(of: $0.id) == .registers && ![.people, .books].contains(RegisterGroup(of: $0.id))
    }
    #expect(Set(screen.rows.map(\.register.id)) == Set(wanted.map(\.id)))
    for row in screen.rows {
      goTo(row.register.label.zh, desk)
      desk.press("<Enter>")
      #expect(desk.library?.register.id == row.register.id)
      desk.press("i")
      #expect(desk.app.screen is FormScreen, "\(row.register.id)")
      desk.press("<Esc><Esc>")
    }
  }

  @Test func aRecommendationBecomesAReserveProject() throws {
    let desk = try Desk(start: .registers)
    var visit = try diagnosis(desk, 20_230_301)
    var advice = Recommendation()
    advice.id = desk.services.environment.newID()
    advice.number = "1"
    advice.kind = "general_equipment"
    advice.content = "空压站集控与永磁变频改造"
    advice.cost = "medium"
    advice.investment = Amount(180)
    advice.saving = Amount(320)
    advice.adoption = "adopted"
    visit.recommendations = [advice]
    let id = try save(visit, desk)
    goTo("节能降碳诊断", desk)
    #expect(desk.frame.contains("采纳未转项目 1"))
    // What waits opens exactly those records.
    desk.press("<Right><Enter>")
    #expect(desk.library?.window?.count == 1)
    desk.press("<Enter><Tab>Y")
    #expect(desk.app.screen is FormScreen)
    #expect(desk.frame.contains("内容已带入"))
    desk.press("<C-s>")
    desk.press("<Esc>")
    let after = try read(Diagnosis.self, id, desk)
    #expect(after.converted == 1 && after.openCount == nil && after.convertedSaving == Amount(320))
    let project = try read(Project.self, try #require(after.recommendations.first?.project), desk)
    #expect(project.diagnosis == id && project.recommendation == "1")
    #expect(project.derived.investment == Amount(180) && project.savingDeclared == Amount(320))
    #expect(project.basis == Bases.equivalent && project.enterprise == visit.enterprise)
    // Once is enough.
    desk.press("Y")
    #expect(desk.frame.contains("已转为项目"))
    #expect(desk.frame.contains("空压站集控与永磁变频改造"))
  }

  /// A second visit of a firm changes nothing in the number of firms, wherever it is entered and in which order.
  @Test func anEnterpriseIsCountedOnce() throws {
    let desk = try Desk(start: .registers)
    func firms() throws -> Amount { try desk.store.read { try $0.figure(FigureQuery("diagnoses.enterprises")) } }
    let second = try save(try diagnosis(desk, 20_230_501), desk)
    #expect(try firms() == Amount(1))
    let first = try save(try diagnosis(desk, 20_220_901), desk)
    #expect(try firms() == Amount(1))
    #expect(try desk.store.read { try $0.figure(FigureQuery("diagnoses.visits")) } == Amount(2))
    #expect(try !read(Diagnosis.self, second, desk).isCounted)
    #expect(try read(Diagnosis.self, first, desk).isCounted)
    let before = FigureQuery("diagnoses.enterprises", through: day(20_221_231))
    #expect(try desk.store.read { try $0.figure(before) } == Amount(1))
  }

  private func title(_ name: String) -> Recognition {
    var title = Recognition()
    title.title = "green_factory"
    title.level = "province"
    title.listedName = name
    title.region = "330523"
    title.year = 2022
    title.awardedOn = day(20_220_930)
    title.document = "浙经信绿色〔2022〕200号"
    return title
  }

  @Test func aNameOnAListFindsItsHolder() throws {
    let desk = try Desk(start: .registers)
    let id = try save(title("安吉某某水泥公司"), desk)
    goTo("认定名单", desk)
    #expect(desk.frame.contains("主体待核对 1"))
    desk.press("<Enter><Enter>Y")
    #expect(desk.frame.contains("安吉某某水泥有限公司"))
    desk.press("<Enter>")
    let after = try read(Recognition.self, id, desk)
    #expect(after.isMatched && after.enterprise == desk.ids["安吉水泥"])
    #expect(after.holderName == "安吉某某水泥有限公司")
    #expect(desk.frame.contains("安吉某某水泥有限公司"))
  }

  /// 新增, 撤销 and 净增 stand apart.
  @Test func whatIsWithdrawnStandsApart() throws {
    let desk = try Desk(start: .registers)
    func figure(_ name: String) throws -> Amount { try desk.store.read { try $0.figure(FigureQuery(name)) } }
    var gone = title("杭州某某纺织有限公司")
    gone.withdrawnOn = day(20_230_410)
    gone.withdrawal = "accident"
    gone.withdrawnDocument = "浙经信绿色〔2023〕66号"
    try save(gone, desk)
    try save(title("安吉某某水泥有限公司"), desk)
    #expect(try figure("recognitions.factories") == Amount(2))
    #expect(try figure("recognitions.factories_withdrawn") == Amount(1))
    #expect(try figure("recognitions.factories_net") == Amount(1))
    goTo("认定名单", desk)
    // The one that is held is due for its review by the end of the year after.
    #expect(desk.frame.contains("本年应复核 1"))
  }

  @Test func onlyTheBestParksBecomeTypical() throws {
    let desk = try Desk(start: .registers)
    var park = Park()
    (park.code, park.name, park.region) = ("YQ33052301", "安吉样例工业园区", "330523")
    (park.level, park.kind) = ("province", "economic")
    var grade = ParkGrade()
    grade.id = desk.services.environment.newID()
    (grade.year, grade.grade, grade.assessedOn, grade.document) = (2022, "good", day(20_230_420), "浙发改〔2023〕9号")
    park.grades = [grade]
    let id = try save(park, desk)
    goTo("园区", desk)
    desk.press("<Enter><Enter>Y")
    #expect(desk.frame.contains("最近等级不是优秀"))
    var better = try read(Park.self, id, desk)
    better.grades[0].grade = "excellent"
    _ = try SaveRecord.run(
      Park.schema.document(better), base: better.revision, in: desk.store, as: desk.services.environment)
    desk.press("<Esc><Enter>Y")
    #expect(desk.app.screen is FormScreen)
    desk.press("<C-s><Esc>")
    #expect(try read(Park.self, id, desk).derived.typicalYear == 2022)
  }

  /// What belongs to a park adds up on its page, and opens.
  @Test func aParkAddsUpItsEnterprises() throws {
    let desk = try Desk(start: .registers)
    var park = Park()
    (park.code, park.name, park.region) = ("YQ33052301", "安吉样例工业园区", "330523")
    let id = try save(park, desk)
    var firm = try read(Enterprise.self, try #require(desk.ids["安吉水泥"]), desk)
    firm.industrialPark = id
    _ = try SaveRecord.run(
      Enterprise.schema.document(firm), base: firm.revision, in: desk.store, as: desk.services.environment)
    #expect(try read(Park.self, id, desk).derived.enterprises == 1)
    goTo("园区", desk)
    desk.press("<Enter><Enter><Tab>")
    #expect(desk.frame.contains("入园企业") && desk.frame.contains("186 000"))
    desk.press("<Enter>")
    #expect(desk.library?.register.id == "enterprises" && desk.library?.window?.count == 1)
    // The firm's projects are the park's.
    #expect(try desk.store.read { try $0.figure(FigureQuery("projects.in_park")) } > .zero)
  }

  @Test func aMeasurePicksFromTheCatalogueAndIsCounted() throws {
    let desk = try Desk(start: .registers)
    var item = CatalogueItem()
    (item.number, item.name, item.kind, item.region) = ("ZJTG-2022-1", "纯低温余热发电", "technology", "330523")
    (item.year, item.publishedOn, item.document, item.principle) = (2022, day(20_220_901), "浙经信〔2022〕1号", "余热发电")
    item.focusArea = "new_energy"
    let id = try save(item, desk)
    #expect(try read(CatalogueItem.self, id, desk).uses == nil)
    var project = try read(Project.self, try #require(desk.ids["屋顶光伏6.2MW"]), desk)
    project.measures[0].catalogue = id
    _ = try SaveRecord.run(
      Project.schema.document(project), base: project.revision, in: desk.store, as: desk.services.environment)
    #expect(try read(CatalogueItem.self, id, desk).uses == 1)
    goTo("技术装备推广目录", desk)
    // Kept by the county here: the list stands at the person's own region.
    desk.press("<Enter><Enter>")
    for _ in 0..<12 where desk.record?.tabs[desk.record?.current ?? 0].label.zh != "项目库" { desk.press("<Tab>") }
    #expect(desk.frame.contains("屋顶光伏6.2MW"))
  }

  /// What the province keeps for all is seen and found by a county's clerk at once.
  @Test func theProvincesCatalogueOpensWhereItsRecordsAre() throws {
    let people = try PeopleDesk()
    var item = CatalogueItem()
    (item.number, item.name, item.kind, item.region) = ("ZJTG-2022-9", "永磁变频空压机", "equipment", "330000")
    (item.year, item.publishedOn, item.document, item.principle) = (2022, day(20_220_901), "浙经信〔2022〕1号", "变频")
    item.focusArea = "facilities"
    try save(item, people.base)
    let seat = try people.seat("clerk", start: .registers)
    for _ in 0..<40 {
      if (seat.app.screen as? RegistersScreen)?.current?.register.id == "catalogue" { break }
      seat.press("j")
    }
    let frame = seat.press("<Enter>")
    #expect(frame.contains("永磁变频空压机"), "\(frame)")
    // What lies at the county itself is still where it was.
    seat.press("3")
    #expect((seat.app.screen as? LibraryScreen)?.filter.scope == "330523")
  }

  @Test func aProjectOnALineToBeRetiredIsFound() throws {
    let desk = try Desk(start: .registers)
    var project = try read(Project.self, try #require(desk.ids["屋顶光伏6.2MW"]), desk)
    project.line = desk.ids["2#线"]
    _ = try SaveRecord.run(
      Project.schema.document(project), base: project.revision, in: desk.store, as: desk.services.environment)
    var phaseout = Phaseout()
    (phaseout.number, phaseout.object, phaseout.objectName) = ("TT-1", "clinker_line", "2#熟料线")
    (phaseout.enterprise, phaseout.region, phaseout.line) = (desk.ids["安吉水泥"], "330523", desk.ids["2#线"])
    (phaseout.mode, phaseout.basis, phaseout.clinker) = ("retire", "plan", Amount(2500))
    (phaseout.listDocument, phaseout.listedOn, phaseout.deadline) = ("湖发改〔2022〕8号", day(20_220_901), day(20_230_331))
    phaseout.id = desk.services.environment.newID()
    let saved = try SaveRecord.run(
      Phaseout.schema.document(phaseout), base: 0, in: desk.store, as: desk.services.environment)
    #expect(saved.findings.contains { $0.rule == "R285" } && saved.findings.contains { $0.rule == "R256" })
    #expect(Phaseout.schema.record(saved.document).isInClause)
    goTo("淘汰整治清单", desk)
    #expect(desk.frame.contains("逾期未完成 1"))
    phaseout.clinker = Amount(3000)
    #expect(!register(phaseout, desk).isInClause)
  }

  private func register(_ phaseout: Phaseout, _ desk: Desk) -> Phaseout {
    var copy = phaseout
    copy.derive(in: DeriveContext(reference: desk.services.reference, library: EmptyLibrary()))
    return copy
  }

  @Test func anAuditCountsWhenItIsAccepted() throws {
    let desk = try Desk(start: .registers)
    func firms() throws -> Amount { try desk.store.read { try $0.figure(FigureQuery("audits.accepted")) } }
    var audit = Audit()
    (audit.enterprise, audit.region, audit.year, audit.round) = (desk.ids["安吉水泥"], "330523", 2022, 1)
    (audit.kind, audit.reason, audit.listedOn, audit.listDocument) = (
      "mandatory", "over_total", day(20_220_401), "浙环函1号"
    )
    audit.dueOn = day(20_230_401)
    let id = try save(audit, desk)
    #expect(try firms() == .zero)
    goTo("清洁生产审核", desk)
    #expect(desk.frame.contains("逾期未验收 1"))
    var done = try read(Audit.self, id, desk)
    (done.acceptedOn, done.acceptance, done.acceptedBy, done.document) = (day(20_230_320), "passed", "市生态环境局", "湖环1号")
    _ = try SaveRecord.run(
      Audit.schema.document(done), base: done.revision, in: desk.store, as: desk.services.environment)
    #expect(try firms() == Amount(1))
    desk.press("0")
    goTo("清洁生产审核", desk)
    #expect(!desk.frame.contains("逾期未验收"))
  }
}
