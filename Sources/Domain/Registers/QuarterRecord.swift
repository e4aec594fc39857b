/// A region's quarter 季度: its locks with their places in the history, and the later corrections that were confirmed.
///
/// There is a record once a region has locked a quarter, and another for the annual edition of a fourth one. Nobody
/// edits it: it is written by locking, unlocking and confirming alone.
package struct QuarterRecord: Record {
  /// One lock; a quarter that was unlocked and locked again has two.
  package struct Lock: Child {
    package var id = RecordID.unset
    package var version: Int?
    /// The last entry of the history that was known.
    package var position: Int?
    package var lockedOn: Day?
    package var lockedBy = ""
    /// Whose supervisor locked it: the region's own, or of the tier above 代锁.
    package var byRegion = ""
    /// Locked by the tier above with the last known figures 未报.
    package var isUnreported = false
    /// The readings of ambiguous indicators that counted, as `started=apart`; the usual ones are left out.
    package var readings = ""
    /// SHA-256 of the figures that were kept, in hexadecimal.
    package var digest = ""
    package var remark = ""
    /// The last entry before it was unlocked.
    package var unlockedAt: Int?
    package var unlockedOn: Day?
    package var unlockedBy = ""
    package var unlockReason = ""

    package init() {}

    package static let fields: [Field<Lock>] = [
      .integer("version", \.version, "版本", "Version", 1...10_000).filing(),
      .integer("position", \.position, "历史位置", "Position", 0...Int.max).filing(),
      .day("locked_on", \.lockedOn, "锁定日期", "Locked on").filing(),
      .text("locked_by", \.lockedBy, "锁定人", "Locked by", max: 60).filing(),
      .reference("by_region", \.byRegion, "锁定地区", "Locked by the region", .region).filing(),
      .flag("unreported", \.isUnreported, "未报", "Not reported").filing(),
      .text("readings", \.readings, "口径", "Readings", max: 1000).filing(),
      .text("digest", \.digest, "数据摘要", "Digest of the figures", max: 64).filing(),
      .longText("remark", \.remark, "说明", "Remark").filing(),
      .integer("unlocked_at", \.unlockedAt, "解锁位置", "Unlocked at", 0...Int.max).filing(),
      .day("unlocked_on", \.unlockedOn, "解锁日期", "Unlocked on").filing(),
      .text("unlocked_by", \.unlockedBy, "解锁人", "Unlocked by", max: 60).filing(),
      .longText("unlock_reason", \.unlockReason, "解锁理由", "Reason for unlocking").filing(),
    ]
  }

  /// A later correction that the region's supervisor confirmed.
  package struct Confirmation: Child {
    package var id = RecordID.unset
    /// The entry of the history that made the correction.
    package var entry: Int?
    package var confirmedOn: Day?
    package var confirmedBy = ""
    package var remark = ""

    package init() {}

    package static let fields: [Field<Confirmation>] = [
      .integer("entry", \.entry, "历史条目", "Entry", 1...Int.max).filing(),
      .day("confirmed_on", \.confirmedOn, "确认日期", "Confirmed on").filing(),
      .text("confirmed_by", \.confirmedBy, "确认人", "Confirmed by", max: 60).filing(),
      .longText("remark", \.remark, "说明", "Remark").filing(),
    ]
  }

  package var id = RecordID.unset
  package var revision = 0
  package var key = ""
  package var region = ""
  /// `2023Q2`.
  package var quarter = ""
  package var edition = TallyQuery.Edition.quarterly.rawValue
  package var locks: [Lock] = []
  package var confirmations: [Confirmation] = []
  package var name = ""
  package var isLocked = false
  package var version: Int?
  package var lockedOn: Day?

  package init() {}

  package static let schema = Schema<QuarterRecord>(
    "quarters", Label(zh: "季度", en: "Quarters"), singular: Label(zh: "季度", en: "Quarter"), clause: "四(四)",
    key: "key", title: "name",
    fields: [
      .text("key", \.key, "编号", "Key", max: 30).derived().lookup(),
      .reference("region", \.region, "归口地区", "Region", .region).filing(),
      .text("quarter", \.quarter, "季度", "Quarter", max: 6).filing(),
      .code("edition", \.edition, "版次", "Edition", QuarterRecord.editions).filing(),
      .text("name", \.name, "地区名称", "Region's name").carried(),
      .flag("locked", \.isLocked, "已锁定", "Locked").derived(),
      .integer("version", \.version, "版本", "Version", 1...10_000).derived(),
      .day("locked_on", \.lockedOn, "锁定日期", "Locked on").derived(),
    ],
    lists: [
      ChildList("locks", \.locks, "锁定", "Locks", part: .filing),
      ChildList("confirmations", \.confirmations, "更正确认", "Confirmations", part: .filing),
    ])

  /// Editions, with their words.
  package static let editions = CodeList(
    "editions",
    TallyQuery.Edition.allCases.map { Code($0.rawValue, $0.label.zh, $0.label.en) })

  package static let layout = Layout(
    sections: [
      Layout.Section("基本", "Basics", [["region", "quarter"], ["edition", "locked"], ["version", "locked_on"]]),
      Layout.Section("锁定", "Locks", list: "locks"),
      Layout.Section("更正确认", "Confirmations", list: "confirmations"),
    ],
    columns: [
      .init("quarter", width: 6), .init("name", width: 16), .init("edition", width: 8), .init("locked", width: 6),
      .init("version", width: 4), .init("locked_on", width: 10),
    ],
    sort: [Sort("quarter", descending: true), Sort("region")], search: ["name", "quarter"])

  package static let measures: [Measure] = []
  package static let rules: [Rule<QuarterRecord>] = []

  package mutating func derive(in context: DeriveContext) {
    key = Self.key(region, quarter, edition)
    name = context.reference.regions[region]?.name ?? ""
    let last = locks.last
    isLocked = last.map { $0.unlockedAt == nil } ?? false
    version = last?.version
    lockedOn = last?.lockedOn
  }

  /// `330523-2023Q2`; the annual edition ends in `-annual`.
  package static func key(_ region: String, _ quarter: String, _ edition: String) -> String {
    "\(region)-\(quarter)" + (edition == TallyQuery.Edition.annual.rawValue ? "-annual" : "")
  }
}

extension QuarterRecord {
  /// Its locks as tallies look them up; one that lacks its place or its day is left out.
  package var quarterLocks: [QuarterLock] {
    guard let quarter = Quarter(parsing: quarter), let edition = TallyQuery.Edition(rawValue: edition) else {
      return []
    }
    return locks.compactMap { lock in
      guard let version = lock.version, let position = lock.position, let day = lock.lockedOn else { return nil }
      return QuarterLock(
        id: lock.id, region: region, quarter: quarter, edition: edition, version: version, position: position,
        lockedOn: day, lockedBy: lock.lockedBy, isUnreported: lock.isUnreported,
        readings: Self.readings(lock.readings), unlockedAt: lock.unlockedAt)
    }
  }

  /// `started=apart;diagnoses=visits` as a table.
  package static func readings(_ text: String) -> [String: String] {
    var readings: [String: String] = [:]
    for pair in text.split(separator: ";") {
      let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
      if sides.count == 2 { readings[sides[0]] = sides[1] }
    }
    return readings
  }

  /// The table as text, in the order of the ids.
  package static func text(_ readings: [String: String]) -> String {
    readings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ";")
  }
}
