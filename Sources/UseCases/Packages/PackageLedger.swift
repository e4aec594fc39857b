import Domain

/// What a library keeps of the packages that went and came: other libraries, whose regions are whose, and what was applied.
package protocol PackageLedger: StoreWriting {
  /// The library's signing key as it is kept; nil before there is one.
  func signingKey() throws -> String?
  /// Keeps the signing key; a library has one and keeps it.
  func setSigningKey(_ text: String) throws
  /// The libraries that are known, by region.
  func partners() throws -> [LibraryCard]
  /// Keeps a library that is trusted, or its newer card.
  func setPartner(_ card: LibraryCard) throws
  /// The library that writes a region's records: the region's own home, else that of the nearest above; nil where none was
  /// named, which is this one.
  func home(_ region: String) throws -> RecordID?
  /// All regions with a home of their own.
  func homes() throws -> [String: RecordID]
  /// Says who writes a region's records from now on.
  func setHome(_ region: String, _ library: RecordID) throws
  /// The last package of a direction.
  func lastParcel(_ library: RecordID, _ direction: Parcel.Direction) throws -> Parcel?
  /// The package of that number.
  func parcel(_ library: RecordID, _ direction: Parcel.Direction, number: Int) throws -> Parcel?
  /// Keeps what went out or was applied; its number must follow on the last one of its direction.
  func addParcel(_ parcel: Parcel) throws
  /// Entries from a sequence on, as they stand, with the hash before the first.
  func links(from sequence: Int, limit: Int) throws -> (previous: String, links: [HistoryChain.Link])
  /// Notes that an entry here was made of another library's.
  func setOrigin(_ sequence: Int, _ library: RecordID) throws
  /// The library that an entry here came from; nil for one's own.
  func origin(_ sequence: Int) throws -> RecordID?
  /// Adds an entry that changes no record.
  func note(_ action: String, _ changes: [HistoryEntry.Change], note: String) throws -> Int
}

/// One package that went out or came in.
package struct Parcel: Hashable, Sendable {
  /// Which way it went.
  package enum Direction: String, Sendable {
    /// From here to there.
    case sent = "out"
    /// From there to here, and applied.
    case received = "in"
  }

  /// The other library.
  package let library: RecordID
  /// Sent or received.
  package let direction: Direction
  /// 1 for the first of the direction, then without a gap.
  package let number: Int
  /// The sender's last entry before those it holds.
  package let base: Int
  /// The sender's last entry when it was made.
  package let head: Int
  /// That entry's hash, 64 hex digits.
  package let headHash: String
  /// The last package of the other direction that it answers.
  package let acknowledged: Int

  package init(_ library: RecordID, _ direction: Direction, _ header: PackageHeader) {
    (self.library, self.direction) = (library, direction)
    (number, base, head, headHash) = (header.number, header.base, header.head, header.headHash)
    acknowledged = header.acknowledged
  }

  package init(
    library: RecordID, direction: Direction, number: Int, base: Int, head: Int, headHash: String, acknowledged: Int
  ) {
    (self.library, self.direction, self.number) = (library, direction, number)
    (self.base, self.head, self.headHash, self.acknowledged) = (base, head, headHash, acknowledged)
  }
}

/// What a package does not do, in words.
package struct PackageProblem: Error, Hashable, Sendable {
  /// What was not done, why, and what to do.
  package let message: Label

  init(_ zh: String, _ en: String) { message = Label(zh: zh, en: en) }
}

/// What every package verb asks for first.
enum PackageDesk {
  /// Packages carry whole libraries: who keeps the library as a file handles them.
  static func permit(as environment: Environment) throws {
    try Permission.anywhere(.upkeep, "packages", as: environment)
  }

  /// The library itself: what comes in a package was decided where it was made.
  static func library(_ store: any Store) -> any Store { (store as? GuardedStore)?.library ?? store }

  static func ledger(_ library: any StoreReading) throws -> any PackageLedger {
    guard let ledger = library as? any PackageLedger else {
      throw PackageProblem("这种库不能收发数据包", "A library of this kind takes no packages")
    }
    return ledger
  }

  /// The library's key, made at its first use.
  static func key(_ ledger: any PackageLedger) throws -> LibraryKey {
    if let kept = try ledger.signingKey(), let key = LibraryKey(kept: kept) { return key }
    let key = LibraryKey()
    try ledger.setSigningKey(key.kept)
    return key
  }

  static func card(_ ledger: any PackageLedger, _ info: LibraryInfo) throws -> LibraryCard {
    LibraryCard(id: info.id, region: info.region, mark: info.mark, key: try key(ledger).publicText)
  }

  /// The known library of a region's code or name, or of an id's beginning or end.
  static func partner(_ named: String, _ ledger: any PackageLedger, _ reference: ReferenceTables) throws -> LibraryCard
  {
    let known = try ledger.partners()
    let region = reference.code(.region, named: named)
    let part = named.lowercased()
    let found = known.filter { card in
      card.region == region || part.count > 3 && (card.id.text.hasPrefix(part) || card.id.text.hasSuffix(part))
    }
    guard found.count == 1 else {
      let names = known.map { "\($0.region) \(reference.regions[$0.region]?.name ?? "")" }.joined(separator: "、")
      throw PackageProblem(
        "没有（或不止一个）往来库“\(named)”；已有：\(names.isEmpty ? "无，先 package trust" : names)",
        "No (or more than one) known library “\(named)”; there are: \(names.isEmpty ? "none, see package trust" : names)"
      )
    }
    return found[0]
  }

  /// Registers that packages carry: not the people, nor what each tier sets for itself.
  ///
  /// A lock is a place in one library's own history and means nothing in another's.
  static let registers: [Register] = Registers.all.filter {
    ![.people, .books].contains(RegisterGroup(of: $0.id)) && $0.id != QuarterRecord.schema.id
  }
}
