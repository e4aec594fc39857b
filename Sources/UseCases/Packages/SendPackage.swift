import Domain

/// Makes the next package for another library: the entries since the last one that concern the region both share, without
/// those that came from there.
package enum SendPackage {
  /// The package's bytes and what it holds.
  package struct Made: Sendable {
    /// The file, as it is to be written.
    package let bytes: [UInt8]
    /// What it says of itself.
    package let header: PackageHeader
    /// Entries that it holds.
    package let entries: Int
    /// Records that those are about.
    package let records: Int
  }

  /// `again` makes a package anew that was lost: the one of that number.
  package static func run(
    to named: String, again number: Int? = nil, in store: any Store, as environment: Environment
  ) throws -> Made {
    try PackageDesk.permit(as: environment)
    return try PackageDesk.library(store).write(as: environment) { library in
      let ledger = try PackageDesk.ledger(library)
      let partner = try PackageDesk.partner(named, ledger, store.reference)
      return try make(for: partner, again: number, ledger, store, environment)
    }
  }

  /// How many records the next package for a library would hold.
  package static func waiting(for partner: LibraryCard, in store: any Store, as environment: Environment) throws -> Int
  {
    try PackageDesk.permit(as: environment)
    return try PackageDesk.library(store).read { library in
      let ledger = try PackageDesk.ledger(library)
      let base = try ledger.lastParcel(partner.id, .sent)?.head ?? 0
      return try entries(base, ledger.head().sequence, for: partner, ledger, store).records
    }
  }

  static func make(
    for partner: LibraryCard, again number: Int? = nil, _ ledger: any PackageLedger, _ store: any Store,
    _ environment: Environment
  ) throws -> Made {
    let key = try PackageDesk.key(ledger)
    let last = try ledger.lastParcel(partner.id, .sent)
    var header = PackageHeader(
      kind: .parcel, sender: try PackageDesk.card(ledger, store.info), receiver: partner.id, at: environment.now())
    header.acknowledged = try ledger.lastParcel(partner.id, .received)?.number ?? 0
    if let number {
      guard let sent = try ledger.parcel(partner.id, .sent, number: number) else {
        throw PackageProblem(
          "没有发出过第\(number)号数据包，最后一个是第\(last?.number ?? 0)号",
          "No package \(number) was sent; the last one is \(last?.number ?? 0)")
      }
      (header.number, header.base, header.head, header.headHash) = (number, sent.base, sent.head, sent.headHash)
    } else {
      let head = try ledger.head()
      header.number = (last?.number ?? 0) + 1
      header.base = last?.head ?? 0
      (header.head, header.headHash) = (head.sequence, head.hash)
    }
    let entries = try entries(header.base, header.head, for: partner, ledger, store)
    var package = Package(header: header, entries: entries.entries, secrets: entries.secrets)
    let bytes = try package.sealed(by: key)
    if number == nil { try ledger.addParcel(Parcel(partner.id, .sent, package.header)) }
    return Made(
      bytes: bytes, header: package.header, entries: package.entries.count, records: entries.records)
  }

  /// The region whose records go between two libraries: the smaller one.
  static func scope(_ partner: LibraryCard, _ info: LibraryInfo, _ reference: ReferenceTables) -> String {
    reference.regions.isIn(partner.region, info.region) ? partner.region : info.region
  }

  private static func entries(
    _ base: Int, _ head: Int, for partner: LibraryCard, _ ledger: any PackageLedger, _ store: any Store
  ) throws -> (entries: [Package.Entry], secrets: [HistoryEntry], records: Int) {
    let scope = scope(partner, store.info, store.reference)
    let carried = Set(PackageDesk.registers.map(\.id))
    var found: [Package.Entry] = []
    var touched: [RecordID: String] = [:]
    var next = base + 1
    while next <= head {
      var (previous, links) = try ledger.links(from: next, limit: min(2000, head - next + 1))
      guard let last = links.last else { break }
      for link in links {
        defer { previous = link.hash }
        let entry = try CanonicalReader.entry(link.line)
        guard try belongs(entry, carried, scope, ledger, store.reference),
          try ledger.origin(link.sequence) != partner.id
        else { continue }
        found.append(Package.Entry(link: link, previous: previous, entry: entry))
        if let record = entry.record { touched[record] = entry.register }
      }
      next = last.sequence + 1
    }
    found += try earlier(than: base, found, scope, for: partner, ledger, store.reference)
    found.sort { $0.link.sequence < $1.link.sequence }
    let secrets = try touched.sorted { $0.key < $1.key }.compactMap { id, register in
      try privateValues(register, id, ledger)
    }
    return (found, secrets, touched.count)
  }

  /// What was written before of records that came into the region since: the other library has nothing of them yet.
  private static func earlier(
    than base: Int, _ found: [Package.Entry], _ scope: String, for partner: LibraryCard, _ ledger: any PackageLedger,
    _ reference: ReferenceTables
  ) throws -> [Package.Entry] {
    guard base > 0 else { return [] }
    let isIn = { (value: Value) in value.text.map { reference.regions.isIn($0, scope) } ?? false }
    var looked: Set<RecordID> = []
    var earlier: [Package.Entry] = []
    for entry in found.map(\.entry) {
      guard let id = entry.record, let told = entry.changes.first(where: { $0.field == "region" }), isIn(told.after),
        !isIn(told.before), looked.insert(id).inserted
      else { continue }
      let before = try ledger.history(entry.register, id).filter { $0.sequence <= base }
      // What once lay in the region was sent then.
      if before.contains(where: { $0.changes.contains { $0.field == "region" && isIn($0.after) } }) { continue }
      for old in before where try ledger.origin(old.sequence) != partner.id {
        let (previous, links) = try ledger.links(from: old.sequence, limit: 1)
        guard let link = links.first else { continue }
        earlier.append(Package.Entry(link: link, previous: previous, entry: try CanonicalReader.entry(link.line)))
      }
    }
    return earlier
  }

  private static func belongs(
    _ entry: HistoryEntry, _ carried: Set<String>, _ scope: String, _ ledger: any PackageLedger,
    _ reference: ReferenceTables
  ) throws -> Bool {
    if let told = HandOverRegion.told(entry) { return reference.regions.isIn(told.region, scope) }
    guard carried.contains(entry.register), let id = entry.record else { return false }
    let told = entry.changes.first { $0.field == "region" }
    let regions = [
      try ledger.document(entry.register, id)?["region"].text, told?.before.text, told?.after.text,
    ].compactMap { $0 }
    return regions.contains { reference.regions.isIn($0, scope) }
  }

  /// The private values of a record as they are now; nil where it has none.
  private static func privateValues(_ register: String, _ id: RecordID, _ ledger: any PackageLedger) throws
    -> HistoryEntry?
  {
    guard let spec = Registers.named(register), let document = try ledger.document(register, id) else { return nil }
    func changes(_ fields: [FieldSpec], _ values: [String: Value]) -> [HistoryEntry.Change] {
      fields.filter { $0.isPrivate && values[$0.id] != nil }.map {
        HistoryEntry.Change(field: $0.id, before: .empty, after: values[$0.id] ?? .empty)
      }
    }
    let fields = changes(spec.fields, document.values)
    var rows: [HistoryEntry.RowChange] = []
    for list in spec.lists where list.fields.contains(where: \.isPrivate) {
      for (place, row) in (document.children[list.id] ?? []).enumerated() {
        let changed = changes(list.fields, row.values)
        if !changed.isEmpty {
          rows.append(.init(list: list.id, row: row.id, before: place, after: place, changes: changed))
        }
      }
    }
    guard !fields.isEmpty || !rows.isEmpty else { return nil }
    return HistoryEntry(
      at: Instant(milliseconds: 0), person: "", origin: .cli, action: "private", register: register, record: id,
      changes: fields, rows: rows)
  }
}
