import Domain
import Foundation
import Testing
import UseCases

@testable import Store

/// Each filing verb through the real store, by people with their own rights.
@Suite struct FilingVerbsTests {
  private let desk: FilingDesk
  private let faults = [FieldFault(field: "saving_source", reason: "节能量无计算依据")]

  init() throws { desk = try FilingDesk() }

  private func isForbidden(_ results: [FilingResult]) -> Bool {
    results.allSatisfy { if case .forbidden = $0.outcome { true } else { false } }
  }

  @Test func aBatchGoesUpComesBackAndIsAdmitted() throws {
    let ids = try desk.drafts(3)
    try desk.expectDone(desk.act("clerk") { try Submit.run(ids, in: $0, as: $1) })
    let inbox = try desk.act("county") { try ReviewInbox.read(in: $0, as: $1) }
    #expect(inbox.count == 3 && inbox.groups.map(\.batch) == ["第1批"] && inbox.groups[0].region == "330523")
    #expect(try desk.act("county") { try Waiting.count(in: $0, as: $1) }.toReview == 3)
    #expect(try desk.act("city") { try Waiting.count(in: $0, as: $1) }.toReview == 0)
    #expect(try desk.act("next-door") { try ReviewInbox.read(in: $0, as: $1) }.count == 0)

    let back = ids[0]
    try desk.expectDone(desk.act("county") { try ReturnRecord.run([back], faults: faults, in: $0, as: $1) })
    #expect(try desk.act("clerk") { try Waiting.count(in: $0, as: $1) }.returned == 1)
    var changed = try desk.document(back)
    changed["saving_source"] = .text("年发电3150万kWh×0.1229")
    changed.children["measures"]?.removeLast()
    _ = try desk.act("clerk") { try SaveRecord.run(changed, base: changed.revision, in: $0, as: $1) }
    try desk.expectDone(desk.act("clerk") { try Submit.run([back], in: $0, as: $1) })
    let project = try desk.project(back)
    #expect(project.openFiling?.number == 2 && project.openFiling?.batch == "")

    let since = try desk.act("county") { store, _ in try ChangesSince.read(try desk.document(back), in: store) }
    #expect(since.base == .returned(on: desk.today, reason: "") && since.open.isEmpty)
    #expect(since.lines.first?.path == "saving_source" && since.lines.first?.fault == faults[0])
    #expect(since.lines.contains { $0.path == "measures.name" && $0.after.isEmpty && $0.row != nil })
    #expect(!since.lines.contains { $0.path == "filing" || $0.path == "phone" })

    let admitted = try desk.act("county") { try Admit.run(ids, .init(document: "安经信〔2023〕1号"), in: $0, as: $1) }
    desk.expectDone(admitted)
    #expect(try desk.project(back).membership(.county)?.admittedDocument == "安经信〔2023〕1号")
    #expect(try desk.actions(back) == ["save", "submit", "return", "save", "submit", "admit"])
    #expect(try desk.store.verify { _ in true } == [])
  }

  @Test func errorsStopASubmissionAndTheOthersGoUp() throws {
    let ids = try desk.drafts(2)
    var faulty = try desk.document(ids[0])
    faulty["name"] = .empty
    _ = try desk.act("clerk") { try SaveRecord.run(faulty, base: faulty.revision, in: $0, as: $1) }
    let results = try desk.act("clerk") { try Submit.run(ids, in: $0, as: $1) }
    #expect(results.map(\.isDone) == [false, true] && results[0].findings.contains { $0.severity == .error })
    #expect(try desk.project(ids[0]).filings.isEmpty)
  }

  @Test func aChangeGoesThroughThreeTiers() throws {
    let id = try #require(try desk.drafts(1).first)
    try desk.member(of: .province, id)
    #expect(try desk.project(id).memberOf == Tier.allCases)
    var changed = try desk.document(id)
    let name = changed["name"]
    changed["name"] = .text("改名后的项目")
    #expect(throws: UseCaseError.self) {
      try desk.act("clerk") { try SaveRecord.run(changed, base: changed.revision, in: $0, as: $1) }
    }
    let result = try desk.act("clerk") { try RequestChange.run(changed, reason: "更名", in: $0, as: $1) }
    #expect(result.isDone)
    for reviewer in ["county", "city", "province"] {
      let document = try desk.document(id)
      #expect(document["name"] == name && document["filing"] == .text("changing"))
      let since = try desk.act(reviewer) { store, _ in try ChangesSince.read(document, in: store) }
      #expect(since.base == .admitted && since.lines.map(\.path) == ["name"])
      try desk.expectDone(desk.act(reviewer) { try Admit.run([id], in: $0, as: $1) })
    }
    #expect(try desk.document(id)["name"] == .text("改名后的项目"))
    #expect(try desk.store.list(Query(register: "projects", filter: Filter(words: "改名后的项目"))).count() == 1)
    #expect(try desk.store.verify { _ in true } == [])
    // The same again asks for nothing.
    let same = try desk.document(id)
    #expect(try !desk.act("clerk") { try RequestChange.run(same, in: $0, as: $1) }.isDone)
  }

  @Test func theRunningPartIsNeverFrozenAndTheFilingPartNeverEdited() throws {
    let id = try #require(try desk.drafts(1).first)
    try desk.member(id)
    var document = try desk.document(id)
    document["contact"] = .text("新联系人")
    _ = try desk.act("clerk") { try SaveRecord.run(document, base: document.revision, in: $0, as: $1) }
    document = try desk.document(id)
    #expect(document["contact"] == .text("新联系人"))
    document.children["memberships"]?[0]["admitted_document"] = .text("假")
    #expect(throws: UseCaseError.self) {
      try desk.act("clerk") { try SaveRecord.run(document, base: document.revision, in: $0, as: $1) }
    }
    // The verified saving is the tier's that accepts.
    document = try desk.document(id)
    document["saving_verified"] = .amount(Amount(100))
    document["verified_basis"] = .text("equivalent")
    document["verified_by"] = .text("安吉县经信局")
    #expect(throws: NotAllowed.self) {
      try desk.act("clerk") { try SaveRecord.run(document, base: document.revision, in: $0, as: $1) }
    }
    _ = try desk.act("county") { try SaveRecord.run(document, base: document.revision, in: $0, as: $1) }
    #expect(try desk.document(id)["saving_verified"] == .amount(Amount(100)))
  }

  /// What is filed is not edited afterwards: what is too long for its field is refused, and nothing happens.
  @Test func whatIsTooLongIsRefused() throws {
    let id = try #require(try desk.drafts(1).first)
    let long = String(repeating: "好", count: 301)
    _ = try desk.act("clerk") { try Submit.run([id], in: $0, as: $1) }
    let before = try desk.document(id)
    let refused = try desk.act("county") { try Admit.run([id], .init(reason: long), in: $0, as: $1) }
    #expect(refused.first?.refusal?.zh.contains("审核意见") == true && refused.first?.isDone == false)
    #expect(try desk.document(id) == before)
    let done = try desk.act("county") {
      try Admit.run([id], .init(reason: String(long.dropLast())), in: $0, as: $1)
    }
    #expect(done.first?.isDone == true)
  }

  @Test func nobodyReviewsWhatTheyTypedOrSubmitted() throws {
    let ids = try desk.drafts(2)
    var document = try desk.document(ids[0])
    document["content"] = .text("两用人员修改过的改造内容")
    _ = try desk.act("both") { try SaveRecord.run(document, base: document.revision, in: $0, as: $1) }
    try desk.expectDone(desk.act("clerk") { try Submit.run([ids[0]], in: $0, as: $1) })
    try desk.expectDone(desk.act("both") { try Submit.run([ids[1]], in: $0, as: $1) })
    #expect(isForbidden(try desk.act("both") { try Admit.run(ids, in: $0, as: $1) }))
    #expect(isForbidden(try desk.act("clerk") { try Admit.run(ids, in: $0, as: $1) }))
    #expect(isForbidden(try desk.act("inspector") { try Admit.run(ids, in: $0, as: $1) }))
    #expect(isForbidden(try desk.act("city") { try Admit.run(ids, in: $0, as: $1) }))
    try desk.expectDone(desk.act("county") { try BeginReview.run(ids, in: $0, as: $1) })
    let over = try desk.act("county") { try HandOver.run(ids, to: "both", in: $0, as: $1) }
    #expect(over.allSatisfy { !$0.isDone })
    try desk.expectDone(desk.act("county") { try Admit.run(ids, in: $0, as: $1) })
  }

  @Test func aReviewIsHandedToAReviewerOfTheTierOnly() throws {
    let id = try #require(try desk.drafts(1).first)
    try desk.expectDone(desk.act("clerk") { try Submit.run([id], in: $0, as: $1) })
    try desk.expectDone(desk.act("county") { try BeginReview.run([id], in: $0, as: $1) })
    for person in ["nobody", "", "clerk", "inspector", "city", "province", "next-door", "chief"] {
      let over = try desk.act("county") { try HandOver.run([id], to: person, in: $0, as: $1) }
      #expect(over[0].refusal != nil, "\(person)")
    }
    #expect(try desk.document(id)["held_by"] == .text("county"))
    #expect(try desk.act("county") { try HandOver.colleagues(for: id, in: $0, as: $1) }.map(\.name) == ["both"])
    _ = try desk.act("chief") { store, environment in
      try KeepPeople.change("both", in: store, as: environment) { $0.isDisabled = true }
    }
    #expect(try desk.act("county") { try HandOver.colleagues(for: id, in: $0, as: $1) }.isEmpty)
    #expect(try !desk.act("county") { try HandOver.run([id], to: "both", in: $0, as: $1) }[0].isDone)
  }

  @Test func aReviewLapsesAndAnotherTakesItUp() throws {
    let id = try #require(try desk.drafts(1).first)
    try desk.expectDone(desk.act("clerk") { try Submit.run([id], in: $0, as: $1) })
    try desk.expectDone(desk.act("county") { try BeginReview.run([id], in: $0, as: $1) })
    #expect(try !desk.act("clerk") { try Withdraw.run([id], in: $0, as: $1) }[0].isDone)
    #expect(try !desk.act("both") { try Admit.run([id], in: $0, as: $1) }[0].isDone)
    desk.wait(days: 7)
    #expect(try !desk.act("both") { try BeginReview.run([id], in: $0, as: $1) }[0].isDone)
    desk.wait(days: 1)
    let item = try #require(try desk.act("both") { try ReviewInbox.read(in: $0, as: $1) }.groups.first?.items.first)
    #expect(item.isLapsed && !item.isHeld && item.waited == 6 && item.limit == 5)
    try desk.expectDone(desk.act("both") { try BeginReview.run([id], in: $0, as: $1) })
    #expect(try desk.document(id)["held_by"] == .text("both"))
    try desk.expectDone(desk.act("both") { try BeginReview.release([id], in: $0, as: $1) })
    try desk.expectDone(desk.act("clerk") { try Withdraw.run([id], in: $0, as: $1) })
    #expect(try desk.document(id)["filing"] == .text("draft") && DeleteDraft.isDraft(try desk.document(id)))
  }

  @Test func anImportChangesNoMemberAndFilesNothing() throws {
    let ids = try desk.drafts(2)
    try desk.member(ids[0])
    let register = try #require(Registers.named("projects"))
    let codes = try ids.map { try desk.document($0)["library_code"].plain }
    var rows = codes.map { ImportRow(number: 2, cells: ["library_code": $0, "name": "导入的名称"]) }
    let summary = try desk.act("clerk") { store, environment in
      try ImportRecords.run(register, { rows.isEmpty ? nil : rows.removeFirst() }, in: store, as: environment)
    }
    #expect(summary.changed == 1 && summary.rejected == 1)
    #expect(summary.rejects.first?.message.zh.contains("变更") == true)
    #expect(try desk.document(ids[0])["name"] != .text("导入的名称"))
    #expect(try desk.document(ids[1])["name"] == .text("导入的名称"))
  }

  @Test func theQuotaOfTheUpperTierIsKept() throws {
    let ids = try desk.drafts(3)
    for id in ids { try desk.member(id) }
    var settings = TierSettings()
    settings.id = RecordID(high: 9, low: 1)
    settings.region = "330500"
    var quota = TierSettings.Quota()
    quota.id = RecordID(high: 9, low: 2)
    (quota.year, quota.region, quota.count) = (2023, "330523", 2)
    settings.quotas = [quota]
    _ = try desk.act("city") { try SaveRecord.run(TierSettings.schema.document(settings), base: 0, in: $0, as: $1) }
    let results = try desk.act("county") { try Recommend.run(ids, .init(firstRank: 1), in: $0, as: $1) }
    #expect(results.map(\.isDone) == [true, true, false])
    #expect(results[2].refusal?.en.contains("2 are recommended") == true)
    #expect(try ids.prefix(2).map { try desk.project($0).membership(.county)?.rank } == [1, 2])
    // What is taken back makes room; the clerk cannot take it back.
    #expect(isForbidden(try desk.act("clerk") { try Withdraw.run([ids[1]], in: $0, as: $1) }))
    try desk.expectDone(desk.act("county") { try Withdraw.run([ids[1]], in: $0, as: $1) })
    #expect(try desk.project(ids[1]).state(in: .city) == .none)
    try desk.expectDone(desk.act("county") { try Recommend.run([ids[1]], in: $0, as: $1) })
    // What comes back makes room.
    try desk.expectDone(desk.act("city") { try ReturnRecord.run([ids[0]], faults: faults, in: $0, as: $1) })
    #expect(try desk.act("county") { try Waiting.count(in: $0, as: $1) }.returned == 1)
    try desk.expectDone(desk.act("county") { try Recommend.run([ids[2]], in: $0, as: $1) })
    // And is passed further down to the clerk.
    try desk.expectDone(desk.act("county") { try ReturnRecord.run([ids[0]], faults: faults, in: $0, as: $1) })
    #expect(try desk.document(ids[0])["returned_by"] == .text("county"))
    #expect(try desk.act("clerk") { try Waiting.count(in: $0, as: $1) }.returned == 1)
    #expect(try desk.project(ids[0]).memberOf == [.county])
  }

  @Test func waivedAndReviewedForAreKept() throws {
    let ids = try desk.drafts(2)
    var settings = TierSettings()
    settings.id = RecordID(high: 9, low: 1)
    (settings.region, settings.reviewedBy) = ("330523", "330500")
    let saved = try desk.act("county") {
      try SaveRecord.run(TierSettings.schema.document(settings), base: 0, in: $0, as: $1).document
    }
    try desk.expectDone(desk.act("clerk") { try Submit.run([ids[0]], in: $0, as: $1) })
    #expect(isForbidden(try desk.act("county") { try Admit.run([ids[0]], in: $0, as: $1) }))
    #expect(try desk.act("city") { try ReviewInbox.read(in: $0, as: $1) }.count == 1)
    try desk.expectDone(desk.act("city") { try Admit.run([ids[0]], in: $0, as: $1) })
    #expect(try desk.project(ids[0]).membership(.county)?.reviewedFor == "湖州市")
    var waived = saved
    waived["waived"] = .flag(true)
    waived["reviewed_by"] = .empty
    _ = try desk.act("county") { try SaveRecord.run(waived, base: 1, in: $0, as: $1) }
    try desk.expectDone(desk.act("clerk") { try Submit.run([ids[1]], in: $0, as: $1) })
    #expect(try desk.project(ids[1]).membership(.county)?.isWaived == true)
    #expect(try desk.store.verify { _ in true } == [])
  }

  @Test func exitsAndPlansAreEachTiersOwn() throws {
    let id = try #require(try desk.drafts(1).first)
    try desk.member(of: .province, id)
    let entry = PlanEntry(.province, year: 2023, .listed, document: "浙9号", documentDay: desk.today)
    #expect(isForbidden(try desk.act("city") { try PutOnPlan.run([id], entry, in: $0, as: $1) }))
    try desk.expectDone(desk.act("province") { try PutOnPlan.run([id], entry, in: $0, as: $1) })
    #expect(try desk.document(id)["key_project"] == .flag(true))
    let request = RequestExit.Request(.movedOut, reason: "调整")
    try desk.expectDone(desk.act("city-clerk") { try RequestExit.run([id], request, in: $0, as: $1) })
    #expect(try desk.document(id)["waiting_tier"] == .text("city"))
    try desk.expectDone(desk.act("city") { try Admit.run([id], .init(document: "湖出1号"), in: $0, as: $1) })
    #expect(try desk.project(id).memberOf == [.county, .province])
    #expect(try desk.document(id)["left_city"] == .day(desk.today))
    #expect(try desk.actions(id).suffix(3) == ["plan", "exit", "admit"])
    #expect(try desk.store.verify { _ in true } == [])
  }

  @Test func whatChangedSinceItWasSeenIsNotDecided() throws {
    let id = try #require(try desk.drafts(1).first)
    try desk.expectDone(desk.act("clerk") { try Submit.run([id], in: $0, as: $1) })
    let seen = FilingOptions(seen: [id: try desk.document(id).revision])
    var document = try desk.document(id)
    document["contact"] = .text("新联系人")
    _ = try desk.act("clerk") { try SaveRecord.run(document, base: document.revision, in: $0, as: $1) }
    #expect(try !desk.act("county") { try Admit.run([id], .init(), seen, in: $0, as: $1) }[0].isDone)
    try desk.expectDone(desk.act("county") { try Admit.run([id], in: $0, as: $1) })
  }
}
