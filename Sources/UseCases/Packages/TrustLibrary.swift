import Domain

/// Introduces libraries to one another: a card goes from each to the other, its fingerprint is compared by voice.
package enum TrustLibrary {
  /// What stands in the history.
  package static let action = "trust"

  /// This library's card as a file's bytes, and its key.
  package static func card(in store: any Store, as environment: Environment) throws -> (
    bytes: [UInt8], card: LibraryCard
  ) {
    try PackageDesk.permit(as: environment)
    return try PackageDesk.library(store).write(as: environment) { library in
      let ledger = try PackageDesk.ledger(library)
      let card = try PackageDesk.card(ledger, store.info)
      var package = Package(
        header: PackageHeader(kind: .card, sender: card, receiver: nil, at: environment.now()))
      return (try package.sealed(by: PackageDesk.key(ledger)), card)
    }
  }

  /// Takes a library's card: from now on its packages are read.
  package static func run(_ bytes: [UInt8], in store: any Store, as environment: Environment) throws -> LibraryCard {
    try PackageDesk.permit(as: environment)
    let package = try Package.read(bytes)
    let card = package.header.sender
    guard package.header.kind == .card else {
      throw PackageProblem("这是数据包，不是库的名片；请用 package import", "This is a package, not a card; use package import")
    }
    return try PackageDesk.library(store).write(as: environment) { library in
      let ledger = try PackageDesk.ledger(library)
      guard card.id != store.info.id else {
        throw PackageProblem("这是本库自己的名片", "This is the library's own card")
      }
      guard card.mark != store.info.mark || card.mark.isEmpty else {
        throw PackageProblem(
          "两库编号字母都是“\(card.mark)”，编号会重复；请用 init --mark 另建其一",
          "Both libraries mark their codes “\(card.mark)”, which would repeat them; make one anew with init --mark")
      }
      guard store.reference.regions[card.region] != nil else {
        throw PackageProblem("本库没有地区 \(card.region)", "This library knows no region \(card.region)")
      }
      let known = try ledger.partners()
      if let other = known.first(where: { $0.id == card.id }), other.key != card.key {
        throw PackageProblem(
          "该库已登记另一把公钥；若对方确已更换，请先核实", "That library is known by another key; make sure before anything else")
      }
      if known.contains(card) { return card }
      try ledger.setPartner(card)
      func change(_ field: String, _ value: Value) -> HistoryEntry.Change {
        HistoryEntry.Change(field: field, before: .empty, after: value)
      }
      _ = try ledger.note(
        action,
        [
          change("key", .text(card.key)), change("library", .record(card.id)), change("mark", .text(card.mark)),
          change("region", .text(card.region)),
        ], note: "")
      return card
    }
  }
}
