import Domain

/// Gives the writing of a region to another library: from here on its records are read-only here, and it gives out their
/// codes. The other library learns of it, and receives the records, with the next package.
package enum HandOverRegion {
  /// What stands in the history, and travels with the package.
  package static let action = "handover"

  /// Hands `region` over and answers to whom; `named` is the other library's region, or the beginning or end of its id. Throws
  /// `PackageProblem` where the region is not written here or does not concern the other library.
  package static func run(
    _ region: String, to named: String, in store: any Store, as environment: Environment
  ) throws -> LibraryCard {
    try PackageDesk.permit(as: environment)
    return try PackageDesk.library(store).write(as: environment) { library in
      let ledger = try PackageDesk.ledger(library)
      let partner = try PackageDesk.partner(named, ledger, store.reference)
      let name = store.reference.regions[region]?.name ?? region
      guard try ledger.home(region) ?? store.info.id == store.info.id else {
        throw PackageProblem("\(name)不由本库填报，不能移交", "\(name) is not written here and cannot be handed over")
      }
      let regions = store.reference.regions
      guard regions.isIn(region, partner.region) || regions.isIn(partner.region, region) else {
        throw PackageProblem("\(name)不在对方库的地区之内", "\(name) is not in the other library's region")
      }
      if let above = try unreceived(region, partner, ledger, store), let place = regions[above.region]?.name {
        throw PackageProblem(
          "\(place)的库还没有把\(name)移交本库；请先导入其移交的数据包，否则下级库收不下那里的记录",
          "The library of \(place) has not handed \(name) over to this one; take in its package first, or the lower library could never take the records that are there"
        )
      }
      try ledger.setHome(region, partner.id)
      _ = try ledger.note(action, changes(region, partner.id), note: "")
      return partner
    }
  }

  /// The known library above that may still write a region which goes down from here.
  private static func unreceived(
    _ region: String, _ partner: LibraryCard, _ ledger: any PackageLedger, _ store: any Store
  ) throws -> LibraryCard? {
    let (regions, own) = (store.reference.regions, store.info.region)
    guard partner.region != own, regions.isIn(partner.region, own), try ledger.home(region) == nil else { return nil }
    return try ledger.partners().first { $0.region != own && regions.isIn(own, $0.region) }
  }

  private static func changes(_ region: String, _ library: RecordID) -> [HistoryEntry.Change] {
    [
      HistoryEntry.Change(field: "library", before: .empty, after: .record(library)),
      HistoryEntry.Change(field: "region", before: .empty, after: .text(region)),
    ]
  }

  /// The region and its new home that an entry tells of.
  package static func told(_ entry: HistoryEntry) -> (region: String, library: RecordID)? {
    guard entry.register == PackageHeader.register, entry.action == action,
      let library = entry.changes.first(where: { $0.field == "library" })?.after.record,
      let region = entry.changes.first(where: { $0.field == "region" })?.after.text
    else { return nil }
    return (region, library)
  }
}

/// Refuses writing what another library writes.
enum HomeGuard {
  /// `region` is where the record lies, or the unit that decides on it.
  static func check(_ region: String, in library: any StoreReading, _ store: any Store) throws {
    guard !region.isEmpty, let ledger = Self.ledger(library), let home = try ledger.home(region),
      home != store.info.id
    else { return }
    let partner = try ledger.partners().first { $0.id == home }
    let place = partner.map { store.reference.regions[$0.region]?.name ?? $0.region } ?? home.text
    throw UseCaseError.frozen(
      Label(
        zh: "该地区由\(place)的库填报，此处只读；请在那里修改，再用数据包送来",
        en:
          "That region is written in the library of \(place); here it is read-only. Change it there and send a package")
    )
  }

  private static func ledger(_ library: any StoreReading) -> (any PackageLedger)? {
    (library as? any PackageLedger) ?? (library as? GuardedWriting)?.beneath as? any PackageLedger
      ?? (library as? GuardedReading)?.lookup as? any PackageLedger
  }
}
