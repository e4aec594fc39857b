/// A package between libraries: a header, entries of the sender's history as they stand there, and the private values
/// that a history does not hold in clear.
///
/// A text file. Line 1 names the format; `H` the header; `E sequence previous hash line` an entry with the hash before it
/// and its own; `P line` private values of a record, written as an entry; `S` the signature of the header, which covers
/// the rest by its digest.
package struct Package: Sendable {
  /// One entry and what proves its place in the sender's chain.
  package struct Entry: Hashable, Sendable {
    /// The entry's sequence, canonical line and hash in the sender's chain.
    package let link: HistoryChain.Link
    /// The hash of the entry before it.
    package let previous: String
    /// What the line says.
    package let entry: HistoryEntry

    package init(link: HistoryChain.Link, previous: String, entry: HistoryEntry) {
      (self.link, self.previous, self.entry) = (link, previous, entry)
    }
  }

  /// Who sends what to whom; what is signed.
  package var header: PackageHeader
  /// In the order of the sender's chain; empty on a card. Those up to the header's base are of records that came into the
  /// region since.
  package var entries: [Entry]
  /// Private values of records (telephone numbers) as entries of their own, since the chain holds only digests of them.
  package var secrets: [HistoryEntry]
  /// The signature of the header; blank until it is signed.
  package private(set) var signature = ""

  /// The file's first line: the format and its version.
  package static let magic = "sanku-package 1"
  /// The most that is read.
  package static let limits = (bytes: 256 << 20, line: 8 << 20)

  package init(header: PackageHeader, entries: [Entry] = [], secrets: [HistoryEntry] = []) {
    (self.header, self.entries, self.secrets) = (header, entries, secrets)
  }

  /// The file's bytes, signed.
  package mutating func sealed(by key: LibraryKey) throws -> [UInt8] {
    var body: [UInt8] = []
    for entry in entries {
      body += "E \(entry.link.sequence) \(entry.previous) \(entry.link.hash) ".utf8
      body += entry.link.line
      body.append(0x0A)
    }
    for secret in secrets {
      body += "P ".utf8
      body += CanonicalWriter.line(of: secret)
      body.append(0x0A)
    }
    header.digest = Digest.text(of: body)
    let line = header.line
    signature = try key.signature(of: line)
    return Array("\(Self.magic)\nH ".utf8) + line + [0x0A] + body + Array("S \(signature)\n".utf8)
  }

  /// Why a file is no sound package.
  package struct Fault: Error, Hashable, Sendable {
    /// What is wrong with the file, and what to do.
    package let message: Label

    init(_ zh: String, _ en: String) { message = Label(zh: zh, en: en) }
  }

  /// Reads a file and checks that it is whole and as its sender signed it; `key` is the sender's where it is known, since
  /// the header's own proves only that the file is in one piece.
  package static func read(_ bytes: [UInt8], key: (RecordID) throws -> String? = { _ in nil }) throws -> Package {
    guard bytes.count <= limits.bytes else {
      throw Fault("数据包超过256 MiB", "The package is over 256 MiB")
    }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard lines.popLast()?.isEmpty == true, lines.count >= 3, lines[0].elementsEqual(magic.utf8) else {
      throw Fault(
        "不是 sanku 数据包，或不完整；请重新取得文件", "This is no sanku package, or not a whole one; get the file again")
    }
    guard lines[1].starts(with: "H ".utf8), let header = PackageHeader(line: Array(lines[1].dropFirst(2))),
      let last = lines.last, last.starts(with: "S ".utf8)
    else { throw Fault("数据包的头或签名不对", "The package's header or signature is malformed") }
    let signature = String(decoding: last.dropFirst(2), as: UTF8.self)
    let trusted = try key(header.sender.id) ?? header.sender.key
    guard LibraryKey.isSigned(Array(lines[1].dropFirst(2)), signature, by: trusted), trusted == header.sender.key else {
      throw Fault("签名与发出库不符；数据包被改动或来自别处", "The signature is not the sender's; the package was changed or is another's")
    }
    let start = lines[1].endIndex + 1
    let body = bytes[start..<last.startIndex]
    guard Digest.text(of: Array(body)) == header.digest else {
      throw Fault("内容与签名不符；数据包被改动或不完整", "What it holds is not what was signed; it was changed or cut")
    }
    var package = Package(header: header)
    package.signature = signature
    for line in lines[2..<(lines.count - 1)] {
      if line.starts(with: "P ".utf8) {
        guard let secret = try? CanonicalReader.entry(Array(line.dropFirst(2))) else { throw malformed(package) }
        package.secrets.append(secret)
      } else {
        package.entries.append(try entry(line, package))
      }
    }
    return package
  }

  private static func malformed(_ package: Package) -> Fault {
    let place = package.entries.count + package.secrets.count + 1
    return Fault("第\(place)项不是有效的内容", "Item \(place) is malformed")
  }

  private static func entry(_ line: ArraySlice<UInt8>, _ package: Package) throws -> Entry {
    let parts = line.split(separator: 0x20, maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0].elementsEqual("E".utf8),
      let sequence = Int(String(decoding: parts[1], as: UTF8.self)),
      sequence > (package.entries.last?.link.sequence ?? 0),
      sequence <= package.header.head
    else { throw malformed(package) }
    let previous = String(decoding: parts[2], as: UTF8.self)
    let link = HistoryChain.Link(
      sequence: sequence, line: Array(parts[4]), hash: String(decoding: parts[3], as: UTF8.self))
    var chain = HistoryChain(sequence: sequence - 1, head: previous)
    // The next entry of the sender's chain follows from this one.
    if let before = package.entries.last, before.link.sequence == sequence - 1, before.link.hash != previous {
      throw malformed(package)
    }
    do {
      return Entry(link: link, previous: previous, entry: try chain.check(link))
    } catch {
      throw Fault(
        "第\(sequence)条历史与其散列不符；数据包被改动", "Entry \(sequence) is not what its hash says; the package was changed")
    }
  }
}
