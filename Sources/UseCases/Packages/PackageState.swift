import Domain

/// Where a library stands with the others.
package struct PackageState: Sendable {
  /// Another library, and how far both have got.
  package struct Partner: Sendable {
    /// Who it is.
    package let card: LibraryCard
    /// The number of the last package to it; 0 before the first.
    package let sent: Int
    /// The last package of ours that they are known to have applied.
    package let acknowledged: Int
    /// The number of the last package of theirs that was applied here; 0 before the first.
    package let received: Int
  }

  /// Who this library is.
  package let card: LibraryCard
  /// By region.
  package let partners: [Partner]
  /// Regions with a home of their own, by code.
  package let homes: [String: RecordID]

  /// Reads where things stand, and makes the signing key where there is none yet. Throws `NotAllowed` for who may not handle packages.
  package static func read(in store: any Store, as environment: Environment) throws -> PackageState {
    try PackageDesk.permit(as: environment)
    let library = PackageDesk.library(store)
    let known = try library.read { reading in
      let ledger = try PackageDesk.ledger(reading)
      return try ledger.signingKey() == nil ? nil : state(ledger, store)
    }
    // The key is made when it is first looked at.
    return try known ?? library.write(as: environment) { try state(PackageDesk.ledger($0), store) }
  }

  private static func state(_ ledger: any PackageLedger, _ store: any Store) throws -> PackageState {
    let partners = try ledger.partners().map { card in
      let sent = try ledger.lastParcel(card.id, .sent)
      let received = try ledger.lastParcel(card.id, .received)
      return Partner(
        card: card, sent: sent?.number ?? 0, acknowledged: received?.acknowledged ?? 0,
        received: received?.number ?? 0)
    }
    return PackageState(
      card: try PackageDesk.card(ledger, store.info), partners: partners, homes: try ledger.homes())
  }
}
