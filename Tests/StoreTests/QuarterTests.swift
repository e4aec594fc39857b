import Domain
import Foundation
import Testing
import UseCases

@testable import Store

/// A made-up province whose quarters are locked, corrected, unlocked and looked at from behind.
final class QuarterDesk {
  let folder: String
  let store: SQLiteStore
  var environment = Workshop.environment()
  var dice: Dice

  init(projects: Int, seed: UInt64) throws {
    folder = NSTemporaryDirectory() + "sanku-quarter-" + UUID().uuidString
    store = try SQLiteStore.create(folder + "/library.sanku", info: Workshop.info)
    dice = Dice(seed)
    try GenerateLibrary.run(projects: projects, seed: seed, detail: .full, in: store, as: environment)
    environment.reason = "核对凭证后更正"
  }

  deinit {
    try? store.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  static func quarter(_ text: String) -> Quarter { Quarter(parsing: text) ?? Day.first.quarter }

  func tally(
    _ quarter: String, _ region: String = "330000", _ change: (inout TallyQuery) -> Void = { _ in }
  ) throws -> Tally {
    var query = TallyQuery(quarter: Self.quarter(quarter), region: region)
    change(&query)
    return try ReadTally.run(query, in: store, as: environment)
  }

  @discardableResult
  func lock(
    _ quarter: String, _ region: String = "330000", _ edition: TallyQuery.Edition = .quarterly
  ) throws -> [QuarterLock] {
    try LockQuarter.run(
      .init(quarter: Self.quarter(quarter), region: region, edition: edition, isWithBelow: true), in: store,
      as: environment)
  }

  /// Corrects running data of projects at random: actual days, invested amounts, stops, and reports that come late.
  func correct(_ times: Int) throws {
    let list = try store.list(Query(register: "projects", filter: .where("member", .equal, .flag(true))))
    let ids = try list.ids(limit: 100_000)
    for _ in 0..<times {
      let id = ids[Int.random(in: 0..<ids.count, using: &dice)]
      guard let found = try store.read({ try $0.document("projects", id) }) else { continue }
      var project = Project.schema.record(found)
      let shift = Int.random(in: -150...150, using: &dice)
      switch Int.random(in: 0..<5, using: &dice) {
      case 0 where !project.milestones.isEmpty:
        let place = Int.random(in: 0..<project.milestones.count, using: &dice)
        let day = project.milestones[place].actual ?? project.milestones[place].planned
        project.milestones[place].actual = day.map { min($0.adding(days: shift), environment.today) }
      case 1 where !project.milestones.isEmpty:
        project.milestones[Int.random(in: 0..<project.milestones.count, using: &dice)].actual = nil
      case 2 where !project.progress.isEmpty:
        let place = Int.random(in: 0..<project.progress.count, using: &dice)
        project.progress[place].invested = Amount(Int.random(in: 0...900, using: &dice))
      case 3:
        project.stopDate = project.stopDate == nil ? environment.today.adding(days: -abs(shift) * 3) : nil
        project.stopReason = project.stopDate == nil ? "" : "other"
      default: project.gridDate = project.gridDate.map { $0.adding(days: shift) }
      }
      _ = try? SaveRecord.run(Project.schema.document(project), base: found.revision, in: store, as: environment)
    }
  }
}

@Suite struct QuarterTests {
  /// The cells of a tally, whatever its head: what must not change.
  private func cells(_ tally: Tally) -> [[TallyCell.Content]] { tally.rows.map { $0.cells.map(\.content) } }

  @Test func countiesAddUpToCitiesAndCitiesToTheProvince() throws {
    let desk = try QuarterDesk(projects: 300, seed: 5)
    for quarter in ["2022Q3", "2023Q1", "2023Q3"] {
      let province = try desk.tally(quarter)
      for row in province.rows {
        guard let whole = row.cells[0].sums else { continue }
        let parts = row.cells.dropFirst().compactMap(\.sums).reduce(TallySums.zero, +)
        #expect(parts == whole, "\(quarter) \(row.indicator.id)")
      }
      for (place, column) in province.columns.enumerated() where column.part == .region {
        let city = try desk.tally(quarter, column.id)
        for row in city.rows {
          guard let whole = row.cells[0].sums else { continue }
          #expect(row.cells.dropFirst().compactMap(\.sums).reduce(TallySums.zero, +) == whole)
          #expect(province.row(row.indicator.id)?.cells[place].sums == whole, "\(column.id) \(row.indicator.id)")
        }
      }
    }
  }

  @Test func sectorsAndFocusAreasAddUpToTheWhole() throws {
    let desk = try QuarterDesk(projects: 200, seed: 6)
    for parting in [TallyQuery.Parting.sector, .focus] {
      let tally = try desk.tally("2023Q2") { $0.by = parting }
      let whole = try desk.tally("2023Q2")
      for (row, other) in zip(tally.rows, whole.rows) {
        #expect(row.cells[0].content == other.cells[0].content, "\(row.indicator.id)")
        let parts = row.cells.dropFirst().compactMap(\.sums)
        if let sum = row.cells[0].sums, parts.count == tally.columns.count - 1 {
          #expect(parts.reduce(TallySums.zero, +) == sum, "\(parting) \(row.indicator.id)")
        }
      }
    }
  }

  @Test func aLockedQuarterStaysToTheLastDigit() throws {
    let desk = try QuarterDesk(projects: 200, seed: 7)
    for quarter in ["2022Q4", "2023Q1", "2023Q2"] {
      try desk.lock(quarter)
      try desk.correct(20)
    }
    let quarters = ["2022Q4", "2023Q1", "2023Q2"]
    let before = try quarters.map { try desk.tally($0) }
    let bySector = try quarters.map { try desk.tally($0) { $0.by = .sector } }
    #expect(before.allSatisfy { $0.lock.isLocked })
    try desk.correct(ProcessInfo.processInfo.environment["SANKU_LONG"] == "1" ? 1000 : 120)
    for (place, quarter) in quarters.enumerated() {
      let after = try desk.tally(quarter)
      #expect(cells(after) == cells(before[place]), "\(quarter)")
      #expect(cells(try desk.tally(quarter) { $0.by = .sector }) == cells(bySector[place]), "\(quarter)")
      // The quarter itself, and what has changed since: what a recount finds now.
      let corrections = try ReadCorrections.run(QuarterDesk.quarter(quarter), region: "330000", in: desk.store)
      for row in after.rows {
        guard let shown = row.cells[0].sums, row.indicator.nature != .state else { continue }
        let parts = corrections.flatMap(\.parts).filter { $0.indicator.id == row.indicator.id }
        let sums = parts.map(\.differences).reduce(TallySums.zero, +)
        #expect(sums == row.cells[0].corrected, "\(quarter) \(row.indicator.id)")
        let told = sums.cumulative
        var now = Amount.zero
        for term in row.indicator.terms {
          var query = FigureQuery(term.measure, region: "330000", dimensions: term.dimensions)
          query.through = after.through
          let amount = try desk.store.read { try $0.figure(query) }
          now += term.sign > 0 ? amount : -amount
        }
        #expect(now == shown.cumulative + told, "\(quarter) \(row.indicator.id)")
      }
      #expect(!corrections.isEmpty)
    }
    #expect(try desk.store.verify { _ in true } == [])
  }

  @Test func whatIsReportedLateCountsInTheNextOpenQuarter() throws {
    let desk = try QuarterDesk(projects: 200, seed: 8)
    try desk.lock("2023Q1")
    try desk.correct(80)
    let locked = try desk.tally("2023Q1")
    let open = try desk.tally("2023Q2")
    var seen = 0
    for (row, former) in zip(open.rows, locked.rows) {
      guard let sums = row.cells[0].sums, let was = former.cells[0].sums, row.indicator.nature != .state else {
        continue
      }
      #expect(was.cumulative + sums.period == sums.cumulative, "\(row.indicator.id)")
      #expect(row.cells[0].late == former.cells[0].corrected.cumulative, "\(row.indicator.id)")
      if row.cells[0].late != .zero { seen += 1 }
    }
    #expect(seen > 3)
  }

  @Test func anOldPositionShowsWhatWasKnownThen() throws {
    let desk = try QuarterDesk(projects: 150, seed: 9)
    let then = try desk.tally("2023Q3")
    let thenBySector = try desk.tally("2023Q3") { $0.by = .sector }
    try desk.correct(100)
    #expect(cells(try desk.tally("2023Q3")) != cells(then))
    #expect(cells(try desk.tally("2023Q3") { $0.at = then.head.sequence }) == cells(then))
    #expect(
      cells(try desk.tally("2023Q3") { ($0.at, $0.by) = (then.head.sequence, .sector) }) == cells(thenBySector))
  }

  @Test func unlockingAndLockingAgainMakesAVersion() throws {
    let desk = try QuarterDesk(projects: 120, seed: 10)
    try desk.lock("2023Q1")
    let first = try desk.tally("2023Q1")
    try desk.correct(60)
    let quarter = QuarterDesk.quarter("2023Q1")
    #expect(throws: TextProblem.self) {
      try UnlockQuarter.run(quarter, region: "330523", reason: " ", in: desk.store, as: desk.environment)
    }
    let unlocked = try UnlockQuarter.run(
      quarter, region: "330523", reason: "漏报", in: desk.store, as: desk.environment)
    #expect(unlocked == ["330523", "330500", "330000"])
    #expect(try !desk.tally("2023Q1").lock.isLocked)
    #expect(try desk.tally("2023Q1", "330100").lock.isLocked)
    #expect(try desk.lock("2023Q1").map(\.region) == ["330523", "330500", "330000"])
    let second = try desk.tally("2023Q1")
    guard case .locked(let version, _, _, _) = second.lock else {
      Issue.record("not locked")
      return
    }
    #expect(version == 2)
    #expect(cells(try desk.tally("2023Q1") { $0.version = 1 }) == cells(first))
    #expect(cells(try desk.tally("2023Q1") { $0.version = 2 }) == cells(second))
    #expect(try desk.store.verify { _ in true } == [])
  }

  @Test func versionsStandSideBySideByIndicatorAndRegion() throws {
    let desk = try QuarterDesk(projects: 120, seed: 15)
    try desk.lock("2022Q4")
    try desk.correct(60)
    try desk.lock("2022Q4", "330000", .annual)
    let quarter = QuarterDesk.quarter("2022Q4")
    let versions = try CompareVersions.versions("330000", quarter, in: desk.store)
    #expect(versions.map(\.code) == ["quarterly:1", "annual:1"])
    let found = try CompareVersions.run(versions[0], versions[1], in: desk.store, today: desk.environment.today)
    let (old, new) = (try desk.tally("2022Q4"), try desk.tally("2022Q4") { $0.edition = .annual })
    // Exactly the cells that differ, each with what it was and is.
    var wanted = 0
    for (row, later) in zip(old.rows, new.rows) {
      for place in old.columns.indices where row.cells[place].content != later.cells[place].content {
        guard
          TallySpan.allCases.contains(where: { span in
            row.cells[place].exact(span, row.indicator) != later.cells[place].exact(span, row.indicator)
          })
        else { continue }
        wanted += 1
        let one = found.first {
          $0.indicator.id == row.indicator.id && $0.column.id == old.columns[place].id
            && $0.column.part == old.columns[place].part
        }
        #expect(one?.old.content == row.cells[place].content && one?.new.content == later.cells[place].content)
        if let before = row.cells[place].sums, let after = later.cells[place].sums {
          let difference = row.indicator.shown(after.cumulative - before.cumulative)
          #expect(one?.difference(.cumulative) == difference)
        }
      }
    }
    #expect(found.count == wanted && wanted > 5)
    // By region they add up to the whole.
    let started = found.filter { $0.indicator.id == "started" }
    func sum(_ part: Tally.Column.Part) -> Amount {
      started.filter { $0.column.part == part }
        .reduce(.zero) { $0 + ($1.new.sums?.cumulative ?? .zero) - ($1.old.sums?.cumulative ?? .zero) }
    }
    #expect(sum(.whole) == sum(.region) + sum(.own))
  }

  @Test func aLockedQuarterIsJudgedByWhatWasInForce() throws {
    let desk = try QuarterDesk(projects: 120, seed: 16)
    try desk.lock("2023Q2")
    let locked = try #require(desk.tally("2023Q2").row("started")?.cells[0])
    let position = try desk.tally("2023Q2").head.sequence
    for (key, value) in [("pace_ahead", "9.9"), ("pace_normal", "9.8")] {
      try SetReference.run(
        "settings", key, .set(["value": value]), source: "浙经信〔2023〕99号", in: desk.store, as: desk.environment)
    }
    let after = try #require(desk.tally("2023Q2").row("started")?.cells[0])
    #expect(after.standing == locked.standing && locked.standing?.pace != nil)
    // What is open goes by the new thresholds, and so does nothing that is looked back at from before.
    let open = try #require(desk.tally("2023Q3").row("started")?.cells[0].standing)
    #expect(open.pace == .behind)
    #expect(try desk.tally("2023Q3").thresholds != desk.tally("2023Q2").thresholds)
    let past = try desk.tally("2023Q3") { $0.at = position }
    #expect(past.thresholds == Pace.Thresholds())
  }

  @Test func theFourthQuarterHasASecondEdition() throws {
    let desk = try QuarterDesk(projects: 120, seed: 11)
    try desk.lock("2022Q4")
    let quarterly = try desk.tally("2022Q4")
    try desk.correct(80)
    try desk.lock("2022Q4", "330000", .annual)
    #expect(cells(try desk.tally("2022Q4")) == cells(quarterly))
    let annual = try desk.tally("2022Q4") { $0.edition = .annual }
    #expect(annual.lock.isLocked && cells(annual) != cells(quarterly))
    // The next year goes on from what assessment uses.
    let next = try desk.tally("2023Q1")
    for (row, base) in zip(next.rows, annual.rows) {
      guard let sums = row.cells[0].sums, let was = base.cells[0].sums, row.indicator.nature != .state else { continue }
      #expect(was.cumulative + sums.year == sums.cumulative && row.cells[0].late == .zero, "\(row.indicator.id)")
    }
    #expect(throws: TextProblem.self) { try desk.lock("2023Q1", "330000", .annual) }
  }

  @Test func verifyFindsFiguresThatWereChanged() throws {
    let desk = try QuarterDesk(projects: 60, seed: 12)
    try desk.lock("2023Q2")
    #expect(try desk.store.verify { _ in true } == [])
    for lie in [
      "UPDATE locked SET cumulative = cumulative + 10000 WHERE part = ''",
      "DELETE FROM locked WHERE part LIKE 'sector/%'",
      "UPDATE facts SET to_seq = from_seq + 1 WHERE rowid = (SELECT MIN(rowid) FROM facts)",
    ] {
      try desk.store.queue.inDatabase { database in
        try database.execute(sql: lie)
      }
      #expect(try !desk.store.verify { _ in true }.isEmpty, "\(lie)")
    }
  }

  @Test func lockingSaysWhatIsMissing() throws {
    let desk = try QuarterDesk(projects: 40, seed: 13)
    func refusal(_ request: LockQuarter.Request) -> String {
      do {
        try LockQuarter.run(request, in: desk.store, as: desk.environment)
        return "locked"
      } catch let problem as TextProblem {
        return problem.message.en
      } catch {
        return "\(error)"
      }
    }
    let quarter = QuarterDesk.quarter("2023Q2")
    #expect(refusal(.init(quarter: quarter, region: "330500")).contains("regions below open"))
    #expect(refusal(.init(quarter: QuarterDesk.quarter("2023Q4"), region: "330523")).contains("has not ended"))
    #expect(refusal(.init(quarter: quarter, region: "999999")).contains("no region"))
    #expect(refusal(.init(quarter: quarter, region: "330523")) == "locked")
    #expect(refusal(.init(quarter: quarter, region: "330523")).contains("locked already"))
    #expect(refusal(.init(quarter: quarter.next.next.next, region: "330523")).contains("has not ended"))
  }

  @Test func aCorrectionTakesAReasonAndALateReportNone() throws {
    let desk = try QuarterDesk(projects: 150, seed: 14)
    try desk.lock("2023Q2")
    desk.environment.reason = ""
    let list = try desk.store.list(
      Query(
        register: "projects",
        filter: .where("member", .equal, .flag(true)).and("stage", .equal, .text("under_way"))
          .and("actual_start", .greaterOrEqual, .day(QuarterDesk.quarter("2023Q1").firstDay))
          .and("actual_start", .lessOrEqual, .day(QuarterDesk.quarter("2023Q1").lastDay))))
    let id = try #require(try list.ids(limit: 1).first)
    let found = try #require(try desk.store.read { try $0.document("projects", id) })
    var project = Project.schema.record(found)
    let place = try #require(project.milestones.firstIndex { $0.stage == "start" })
    project.milestones[place].actual = project.milestones[place].actual?.adding(days: -400)
    func save() throws {
      _ = try SaveRecord.run(
        Project.schema.document(project), base: found.revision, in: desk.store, as: desk.environment)
    }
    #expect(throws: UseCaseError.self) { try save() }
    desk.environment.reason = "开工日期录错"
    try save()
    let corrections = try ReadCorrections.run(
      QuarterDesk.quarter("2023Q2"), region: project.region, in: desk.store)
    #expect(corrections.count == 1 && corrections.allSatisfy { $0.entry.note == "开工日期录错" })
    #expect(corrections.first?.confirmation == .wanted)
    #expect(
      try ConfirmCorrections.run(
        QuarterDesk.quarter("2023Q2"), region: project.region, in: desk.store, as: desk.environment) == 1)
    let confirmed = try ReadCorrections.run(QuarterDesk.quarter("2023Q2"), region: project.region, in: desk.store)
    #expect(confirmed.map(\.confirmation) == [.confirmed(by: "王芳", on: desk.environment.today)])
  }
}
