import Domain

/// Locks a region's quarter 锁定: its figures stay as they are from now on, whatever is corrected later.
package enum LockQuarter {
  /// The verb in the history.
  package static let action = "lock"

  /// Which quarter, of which region.
  package struct Request: Hashable, Sendable {
    /// It must have ended.
    package var quarter: Quarter
    /// The region's code.
    package var region: String
    /// The quarter's own, or of a fourth quarter the annual one, which comes after it.
    package var edition: TallyQuery.Edition
    /// Locks what lies below and is still open as well: for it 代锁, where it is due.
    package var isWithBelow: Bool
    /// What is kept with the lock; may be blank.
    package var remark: String

    package init(
      quarter: Quarter, region: String, edition: TallyQuery.Edition = .quarterly, isWithBelow: Bool = false,
      remark: String = ""
    ) {
      self.quarter = quarter
      self.region = region
      self.edition = edition
      self.isWithBelow = isWithBelow
      self.remark = remark
    }
  }

  /// The locks that were made, the region's own last. Throws `TextProblem` where it cannot be locked yet, with what is
  /// missing, and `NotAllowed` where the person may not.
  @discardableResult
  package static func run(
    _ request: Request, in store: any Store, as environment: Environment
  ) throws -> [QuarterLock] {
    try store.write(as: environment, large: true) { library in
      var turn = try LockTurn(request, library, store, environment)
      return try turn.run()
    }
  }

  /// Why a quarter cannot be locked yet; nil once it has ended.
  package static func notEnded(_ quarter: Quarter, today: Day) -> Label? {
    guard today <= quarter.lastDay else { return nil }
    return Label(
      zh: "\(quarter.label.zh)还没有结束，\(quarter.next.firstDay.iso)起才能锁定",
      en: "\(quarter.label.en) has not ended; it can be locked from \(quarter.next.firstDay.iso)")
  }

  /// The first day on which the tier above may lock for a region.
  package static func graceEnds(_ quarter: Quarter, _ settings: PracticeSettings) -> Day {
    quarter.lastDay.adding(days: settings.reportDay + settings.lockGraceDays + 1)
  }
}

/// One locking inside its transaction.
private struct LockTurn {
  let request: LockQuarter.Request
  let library: any StoreWriting
  let store: any Store
  let environment: Environment
  private var book: LockBook
  private var all: [QuarterLock]

  init(
    _ request: LockQuarter.Request, _ library: any StoreWriting, _ store: any Store, _ environment: Environment
  ) throws {
    self.request = request
    self.library = library
    self.store = store
    self.environment = environment
    all = try library.lookup.locks()
    book = LockBook(all)
  }

  private var regions: Regions { store.reference.regions }

  mutating func run() throws -> [QuarterLock] {
    try refuse()
    let below = regions.codes(in: request.region).filter { $0 != request.region && !isLocked($0) }
    if !below.isEmpty, !request.isWithBelow { throw TextProblem(open(below)) }
    // From the county up: a region comes after all that lies in it.
    let order = (below + [request.region]).sorted { (depth($0), $0) > (depth($1), $1) }
    return try order.map { try lock($0) }
  }

  private func depth(_ code: String) -> Int {
    var depth = 0
    var next = regions[code]
    while let region = next, !region.parent.isEmpty, depth < 9 {
      depth += 1
      next = regions[region.parent]
    }
    return depth
  }

  private func isLocked(_ region: String) -> Bool {
    book.standing(region, request.quarter, request.edition) != nil
  }

  private func refuse() throws {
    let quarter = request.quarter
    guard let region = regions[request.region] else {
      throw TextProblem(zh: "没有地区“\(request.region)”", en: "There is no region “\(request.region)”")
    }
    if let reason = LockQuarter.notEnded(quarter, today: environment.today) { throw TextProblem(reason) }
    if request.edition == .annual {
      guard quarter.quarter == 4 else {
        throw TextProblem(zh: "只有四季度有年报核定", en: "Only a fourth quarter has an annual edition")
      }
      guard book.standing(region.code, quarter, .quarterly) != nil else {
        throw TextProblem(
          zh: "\(region.name)四季度季报尚未锁定，先锁定季报", en: "Lock the fourth quarter itself before its annual edition")
      }
    }
    if isLocked(region.code) {
      throw TextProblem(
        zh: "\(region.name)\(quarter.label.zh)\(request.edition.label.zh)已锁定",
        en: "\(quarter.label.en) of \(region.name) is locked already (\(request.edition.label.en))")
    }
  }

  private func open(_ below: [String]) -> Label {
    let names = below.prefix(6).map { regions.path(of: $0) }
    let more = below.count > 6 ? below.count : 0
    return Label(
      zh: "还有\(below.count)个地区未锁定：\(names.joined(separator: "、"))\(more > 0 ? "等" : "")；自下而上锁定，或一并代锁",
      en: "\(counted(below.count, "region")) below open: \(names.joined(separator: ", "))\(more > 0 ? " ..." : ""); "
        + "lock from below, or lock for them")
  }

  /// Whether the person locks for a region of the tier below; a library's only user is everybody.
  private func isForAnother(_ region: String) -> Bool {
    !environment.access.isAlone
      && !environment.access.grants.contains { $0.role == .supervisor && $0.region == region }
  }

  private mutating func lock(_ region: String) throws -> QuarterLock {
    let subject = Subject(QuarterRecord.schema.id, region: region)
    let permit = try environment.access.permit(.lock, subject)
    let quarter = request.quarter
    let name = regions.path(of: region)
    let isForAnother = isForAnother(region)
    if isForAnother {
      let day = LockQuarter.graceEnds(quarter, store.reference.settings)
      guard environment.today >= day else {
        throw TextProblem(
          zh: "\(name)由其主管锁定；\(day.iso)起上级可以代锁",
          en: "\(name) is locked by its own supervisor; the tier above may from \(day.iso)")
      }
    }
    if book.settled(region, quarter.previous) == nil,
      all.contains(where: { lock in
        lock.region == region && lock.quarter < quarter && lock.unlockedAt == nil
      })
    {
      throw TextProblem(
        zh: "\(name)\(quarter.previous.label.zh)尚未锁定，先锁定上一季",
        en: "\(quarter.previous.label.en) of \(name) is open; lock the quarter before first")
    }
    let figures = try LockFigures.read(region, quarter, book, in: library.lookup)
    let key = QuarterRecord.key(region, quarter.text, request.edition.rawValue)
    let id = try library.lookup.find(QuarterRecord.schema.id, key: key)
    let found = try id.flatMap { try library.lookup.document(QuarterRecord.schema.id, $0) }
    var record = found.map { QuarterRecord.schema.record($0) } ?? QuarterRecord()
    if found == nil {
      record.id = environment.newID()
      (record.region, record.quarter, record.edition) = (region, quarter.text, request.edition.rawValue)
    }
    var row = QuarterRecord.Lock()
    row.id = environment.newID()
    row.version = (record.locks.last?.version ?? 0) + 1
    row.position = try library.head().sequence
    row.lockedOn = environment.today
    row.lockedBy = environment.actor.person
    row.byRegion = isForAnother ? holder(region) : region
    row.isUnreported = isForAnother
    row.readings = QuarterRecord.text(Indicators.readings(in: store.reference))
    row.digest = LockedFigure.digest(figures)
    row.remark = region == request.region ? request.remark : ""
    record.locks.append(row)
    let saved = try SaveRecord.write(
      QuarterRecord.schema.document(record), base: found?.revision ?? 0, action: LockQuarter.action, in: library, store,
      environment, checking: false, filing: (permit, request.remark))
    try library.keep(figures, of: row.id)
    guard let lock = QuarterRecord.schema.record(saved.document).quarterLocks.last else {
      throw TextProblem(zh: "锁定没有写成", en: "The lock was not written")
    }
    all.append(lock)
    book = LockBook(all)
    return lock
  }

  /// The region whose supervisor the person is, in which `region` lies.
  private func holder(_ region: String) -> String {
    environment.access.grants.first { $0.role == .supervisor && regions.isIn(region, $0.region) }?.region ?? region
  }
}
