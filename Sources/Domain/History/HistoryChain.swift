import Crypto

/// The chain of a library's history: each hash covers the one before, so nothing can be changed unseen.
///
/// hash = SHA-256(previous hash in hex + LF + canonical line), in hex; before the first entry it is 64 zeros.
package struct HistoryChain: Hashable, Sendable {
  /// The sequence of the last entry; 0 before the first.
  package private(set) var sequence: Int
  /// The hash of the last entry.
  package private(set) var head: String

  /// An entry as it is stored and exported.
  package struct Link: Hashable, Sendable {
    /// 1 for a library's first entry, then without a gap.
    package let sequence: Int
    /// The canonical line, without a line feed.
    package let line: [UInt8]
    /// 64 hex digits.
    package let hash: String

    package init(sequence: Int, line: [UInt8], hash: String) {
      self.sequence = sequence
      self.line = line
      self.hash = hash
    }
  }

  /// What is wrong with the first bad entry.
  package struct Fault: Error, Hashable, Sendable {
    /// Which of an entry's three proofs fails.
    package enum Kind: Hashable, Sendable {
      /// A sequence is missing, repeated or out of order.
      case order
      /// The hash does not follow from the line and the hash before.
      case hash
      /// The line is not an entry of that sequence.
      case line
    }
    /// The sequence at which the chain breaks.
    package let sequence: Int
    /// What does not hold there.
    package let kind: Kind
  }

  /// The hash before the first entry.
  package static let origin = String(repeating: "0", count: 64)

  /// A new chain, or one that goes on after a stored head.
  package init(sequence: Int = 0, head: String = HistoryChain.origin) {
    self.sequence = sequence
    self.head = head
  }

  /// Gives the entry the next sequence and adds it.
  package mutating func append(_ entry: HistoryEntry) -> Link {
    var entry = entry
    entry.sequence = sequence + 1
    let line = CanonicalWriter.line(of: entry)
    let hash = Self.hash(of: line, after: head)
    (sequence, head) = (entry.sequence, hash)
    return Link(sequence: sequence, line: line, hash: hash)
  }

  /// Checks the next stored entry and goes on to it; returns what it says.
  @discardableResult
  package mutating func check(_ link: Link) throws(Fault) -> HistoryEntry {
    guard link.sequence == sequence + 1 else { throw Fault(sequence: sequence + 1, kind: .order) }
    guard Self.hash(of: link.line, after: head) == link.hash else { throw Fault(sequence: link.sequence, kind: .hash) }
    guard let entry = try? CanonicalReader.entry(link.line), entry.sequence == link.sequence else {
      throw Fault(sequence: link.sequence, kind: .line)
    }
    (sequence, head) = (link.sequence, link.hash)
    return entry
  }

  /// Walks stored entries from the first on; the first bad one, or nil.
  package static func verify(_ links: some Sequence<Link>) -> Fault? {
    var chain = HistoryChain()
    for link in links {
      do { try chain.check(link) } catch { return error }
    }
    return nil
  }

  /// The hash of a line after another hash.
  package static func hash(of line: [UInt8], after previous: String) -> String {
    var hasher = SHA256()
    hasher.update(data: Array(previous.utf8) + [0x0A])
    hasher.update(data: line)
    return Hex.text(hasher.finalize())
  }
}

/// Bytes as lower-case hex digits.
enum Hex {
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var out: [UInt8] = []
    out.reserveCapacity(64)
    for byte in bytes {
      out.append(digits[Int(byte >> 4)])
      out.append(digits[Int(byte & 15)])
    }
    return String(decoding: out, as: UTF8.self)
  }
}
