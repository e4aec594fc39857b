import Domain
import UseCases

/// What a library keeps of packages, as its history tells it; and the proofs of what came: hashes and signatures.
struct PackageRecount {
  private var partners: [RecordID: LibraryCard] = [:]
  private var homes: [String: RecordID] = [:]
  private var received: [RecordID: (number: Int, head: Int)] = [:]
  /// The first entry whose proof does not hold.
  private var badEntry: Int?

  mutating func add(_ entry: HistoryEntry) {
    guard entry.register == PackageHeader.register else { return }
    func value(_ field: String) -> Value { entry.changes.first { $0.field == field }?.after ?? .empty }
    var isSound = true
    switch entry.action {
    case TrustLibrary.action:
      guard let id = value("library").record else { return fail(entry) }
      partners[id] = LibraryCard(
        id: id, region: value("region").text ?? "", mark: value("mark").text ?? "", key: value("key").text ?? "")
    case HandOverRegion.action: take(entry)
    case ReceivePackage.action:
      let line = Array((value("header").text ?? "").utf8)
      guard let header = PackageHeader(line: line) else { return fail(entry) }
      isSound = LibraryKey.isSigned(line, value("signature").text ?? "", by: partners[header.sender.id]?.key ?? "")
      received[header.sender.id] = (header.number, header.head)
    case ReceivePackage.wrapped:
      let line = Array((value("line").text ?? "").utf8)
      isSound = HistoryChain.hash(of: line, after: value("previous").text ?? "") == value("hash").text
      if let told = try? CanonicalReader.entry(line) { take(told) } else { isSound = false }
    default: break
    }
    if !isSound { fail(entry) }
  }

  private mutating func take(_ entry: HistoryEntry) {
    if let told = HandOverRegion.told(entry) { homes[told.region] = told.library }
  }

  private mutating func fail(_ entry: HistoryEntry) { badEntry = badEntry ?? entry.sequence }

  /// What is not as the history tells it.
  func faults(_ session: Session) throws -> [Label] {
    var faults: [Label] = []
    if let badEntry {
      faults.append(
        Label(
          zh: "历史第\(badEntry)条收到的内容与其散列或签名不符",
          en: "What entry \(badEntry) received does not fit its hash or signature"))
    }
    let cards = try session.partners()
    if Dictionary(cards.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }) != partners {
      faults.append(Label(zh: "登记的往来库与历史不符", en: "The known libraries are not what the history says"))
    }
    if try session.homes() != homes {
      faults.append(Label(zh: "各地区的填报库与历史不符", en: "Whose region is whose is not what the history says"))
    }
    for card in cards {
      let kept = try session.lastParcel(card.id, .received)
      guard kept?.number != received[card.id]?.number || kept?.head != received[card.id]?.head else { continue }
      faults.append(
        Label(zh: "收到的数据包（\(card.region)）与历史不符", en: "The packages from \(card.region) are not what the history says"))
    }
    return faults
  }
}
