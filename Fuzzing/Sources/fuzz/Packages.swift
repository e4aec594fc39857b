import Domain

/// Packages as they come from anywhere.
enum Packages {
  private static let key = LibraryKey()
  private static let card = LibraryCard(
    id: RecordID(high: 1, low: 2), region: "330523", mark: "AJ", key: key.publicText)

  static func read(_ bytes: [UInt8]) {
    check(bytes)
    check(signed(bytes))
    // A header and an entry by themselves: neither signature nor digest stands before them.
    _ = PackageHeader(line: bytes)
    guard let entry = try? CanonicalReader.entry(bytes) else { return }
    let line = CanonicalWriter.line(of: entry)
    let again = try? CanonicalReader.entry(line)
    require(again == entry, "what is read is written and read again")
    for register in Registers.all where register.id == entry.register {
      let blank = register.blank(entry.record ?? RecordID(high: 3, low: 4))
      let merges = [EntryMerge.Choice?.none, .mine, .theirs].map { choice in
        var merge = EntryMerge(blank, register, secrets: nil, choice: choice)
        merge.apply(entry)
        return merge
      }
      require(merges[0].document == merges[1].document, "what is open stands as it did")
      require(Set(merges.map(\.conflicts.first)).count == 1, "a choice hides no conflict")
    }
  }

  /// The bytes as the body of a package that somebody known has signed.
  private static func signed(_ body: [UInt8]) -> [UInt8] {
    var header = PackageHeader(
      kind: .parcel, sender: card, receiver: RecordID(high: 5, low: 6), at: Instant(milliseconds: 0))
    header.number = 1
    header.head = 1_000_000
    header.digest = Digest.text(of: body)
    let line = header.line
    let signature = (try? key.signature(of: line)) ?? ""
    return Array("\(Package.magic)\nH ".utf8) + line + [0x0A] + body + Array("S \(signature)\n".utf8)
  }

  private static func check(_ bytes: [UInt8]) {
    do {
      let package = try Package.read(bytes)
      require(package.entries.allSatisfy { $0.link.sequence <= package.header.head }, "entries end with the head")
    } catch let fault as Package.Fault {
      require(!fault.message.zh.isEmpty && !fault.message.en.isEmpty, "a fault is a sentence")
    } catch {
      fatalError("not a sentence for people: \(error)")
    }
  }
}
