import Domain
import UseCases

extension Session: PackageLedger {
  private static let signing = "signing_key"

  func signingKey() throws -> String? { try connection.value(Self.signing) }
  func setSigningKey(_ text: String) throws { try connection.setValue(Self.signing, text) }

  func partners() throws -> [LibraryCard] {
    var cards: [LibraryCard] = []
    try connection.prepared("SELECT library, region, mark, key FROM partners ORDER BY region, library").each { row in
      guard let id = row.id(0) else { return }
      cards.append(LibraryCard(id: id, region: row.text(1), mark: row.text(2), key: row.text(3)))
    }
    return cards
  }

  func setPartner(_ card: LibraryCard) throws {
    try connection.prepared("INSERT OR REPLACE INTO partners VALUES (?, ?, ?, ?)")
      .execute([.id(card.id), .text(card.region), .text(card.mark), .text(card.key)])
  }

  func home(_ region: String) throws -> RecordID? {
    var next: String? = region
    while let code = next, !code.isEmpty {
      let found = try connection.prepared("SELECT library FROM homes WHERE region = ?").first([.text(code)]) {
        $0.id(0)
      }
      if let found { return found }
      next = reference.regions[code]?.parent
    }
    return nil
  }

  func homes() throws -> [String: RecordID] {
    var homes: [String: RecordID] = [:]
    try connection.prepared("SELECT region, library FROM homes").each { homes[$0.text(0)] = $0.id(1) }
    return homes
  }

  func setHome(_ region: String, _ library: RecordID) throws {
    try connection.prepared("INSERT OR REPLACE INTO homes VALUES (?, ?)").execute([.text(region), .id(library)])
  }

  func lastParcel(_ library: RecordID, _ direction: Parcel.Direction) throws -> Parcel? {
    try parcel(library, direction, "ORDER BY number DESC LIMIT 1")
  }

  func parcel(_ library: RecordID, _ direction: Parcel.Direction, number: Int) throws -> Parcel? {
    try parcel(library, direction, "AND number = ?", [.integer(Int64(number))])
  }

  private func parcel(
    _ library: RecordID, _ direction: Parcel.Direction, _ rest: String, _ cells: [Cell] = []
  ) throws -> Parcel? {
    try connection.prepared(
      "SELECT number, base, head, head_hash, acknowledged FROM parcels WHERE library = ? AND direction = ? \(rest)"
    ).first([.id(library), .text(direction.rawValue)] + cells) { row in
      Parcel(
        library: library, direction: direction, number: row.int(0), base: row.int(1), head: row.int(2),
        headHash: row.text(3), acknowledged: row.int(4))
    }
  }

  func addParcel(_ parcel: Parcel) throws {
    try connection.prepared("INSERT INTO parcels VALUES (?, ?, ?, ?, ?, ?, ?)").execute([
      .id(parcel.library), .text(parcel.direction.rawValue), .integer(Int64(parcel.number)),
      .integer(Int64(parcel.base)), .integer(Int64(parcel.head)), .text(parcel.headHash),
      .integer(Int64(parcel.acknowledged)),
    ])
  }

  func links(from sequence: Int, limit: Int) throws -> (previous: String, links: [HistoryChain.Link]) {
    let previous =
      try connection.prepared("SELECT hash FROM history WHERE sequence = ?").first([.integer(Int64(sequence - 1))]) {
        $0.text(0)
      } ?? HistoryChain.origin
    var links: [HistoryChain.Link] = []
    try connection.prepared("SELECT sequence, line, hash FROM history WHERE sequence >= ? ORDER BY sequence LIMIT ?")
      .each([.integer(Int64(sequence)), .integer(Int64(limit))]) { row in
        guard let line = try connection.packing.line(row.bytes(1)) else {
          throw Damage(
            label: Label(zh: "历史第\(row.int(0))条无法读取", en: "entry \(row.int(0)) of the history cannot be read"))
        }
        links.append(.init(sequence: row.int(0), line: line, hash: row.text(2)))
      }
    return (previous, links)
  }

  func setOrigin(_ sequence: Int, _ library: RecordID) throws {
    try connection.prepared("INSERT OR REPLACE INTO origins VALUES (?, ?)")
      .execute([.integer(Int64(sequence)), .id(library)])
  }

  func origin(_ sequence: Int) throws -> RecordID? {
    try connection.prepared("SELECT library FROM origins WHERE sequence = ?").first([.integer(Int64(sequence))]) {
      $0.id(0)
    } ?? nil
  }

  func note(_ action: String, _ changes: [HistoryEntry.Change], note: String) throws -> Int {
    guard let environment else { throw StoreError.readOnly(path: connection.path) }
    return try append(
      HistoryEntry(
        at: environment.now(), person: environment.actor.person, origin: environment.actor.entryOrigin,
        action: action, register: PackageHeader.register, record: nil, note: note, changes: changes))
  }
}
