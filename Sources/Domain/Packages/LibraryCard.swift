/// Who a library is to others: its id, region, mark and public key, signed by itself.
package struct LibraryCard: Hashable, Sendable {
  /// Permanent; made with the library.
  package let id: RecordID
  /// The code of the region whose lists it keeps.
  package let region: String
  /// The library mark: two capitals that its library codes end in; blank where it has none.
  package let mark: String
  /// The public key, base64.
  package let key: String

  package init(id: RecordID, region: String, mark: String, key: String) {
    (self.id, self.region, self.mark, self.key) = (id, region, mark, key)
  }
}

/// What a package says of itself; its line is what the sender signs.
package struct PackageHeader: Hashable, Sendable {
  /// What a package is for.
  package enum Kind: String, Sendable {
    /// A library introduces itself.
    case card
    /// Entries of the history since the package before.
    case parcel
  }

  /// A card or a parcel.
  package var kind: Kind
  /// The library that made and signed it.
  package var sender: LibraryCard
  /// The library that it is for; nil on a card.
  package var receiver: RecordID?
  /// 1 for the first package to that library, then without a gap.
  package var number = 0
  /// The sender's history after which the entries begin, and its head with its hash when the package was made.
  package var base = 0
  /// The sequence of the sender's last entry when it was made.
  package var head = 0
  /// The hash of that entry, 64 hex digits.
  package var headHash = HistoryChain.origin
  /// The last package of the receiver's that the sender had applied: what makes this one a receipt.
  package var acknowledged = 0
  /// SHA-256 of everything that follows the header.
  package var digest = ""
  /// When it was made, UTC.
  package var at: Instant

  package init(kind: Kind, sender: LibraryCard, receiver: RecordID?, at: Instant) {
    (self.kind, self.sender, self.receiver, self.at) = (kind, sender, receiver, at)
  }

  /// The register under which packages stand in a history.
  package static let register = "packages"

  /// The header as one canonical line.
  package var line: [UInt8] {
    func change(_ field: String, _ value: Value) -> HistoryEntry.Change {
      HistoryEntry.Change(field: field, before: .empty, after: value)
    }
    return CanonicalWriter.line(
      of: HistoryEntry(
        sequence: number, at: at, person: "", origin: .cli, action: kind.rawValue, register: Self.register,
        record: sender.id,
        changes: [
          change("acknowledged", .integer(acknowledged)), change("base", .integer(base)),
          change("digest", .text(digest)), change("head", .integer(head)), change("head_hash", .text(headHash)),
          change("key", .text(sender.key)), change("mark", .text(sender.mark)), change("region", .text(sender.region)),
          change("to", receiver.map(Value.record) ?? .empty),
        ]))
  }

  /// Reads a line; nil for what is no header.
  package init?(line: [UInt8]) {
    guard let entry = try? CanonicalReader.entry(line), entry.register == Self.register,
      let kind = Kind(rawValue: entry.action), let id = entry.record
    else { return nil }
    func value(_ field: String) -> Value { entry.changes.first { $0.field == field }?.after ?? .empty }
    guard let key = value("key").text, let base = value("base").integer, let head = value("head").integer,
      let acknowledged = value("acknowledged").integer, base >= 0, head >= base, acknowledged >= 0,
      entry.sequence >= 0
    else { return nil }
    let card = LibraryCard(id: id, region: value("region").text ?? "", mark: value("mark").text ?? "", key: key)
    self.init(kind: kind, sender: card, receiver: value("to").record, at: entry.at)
    number = entry.sequence
    (self.base, self.head, self.acknowledged) = (base, head, acknowledged)
    headHash = value("head_hash").text ?? ""
    digest = value("digest").text ?? ""
  }
}
