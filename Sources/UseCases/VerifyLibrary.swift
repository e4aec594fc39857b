import Domain

/// What the verification of a library found.
package struct VerifiedLibrary: Sendable {
  /// Every fault in words; none is a sound library.
  package let faults: [Label]
  /// How many history entries there are, and the hash of the last.
  package let entries: Int
  package let head: String
}

/// Checks the file, the history chain, that replaying it gives the lists, and every count that is kept.
package enum VerifyLibrary {
  package static func run(
    _ store: any Store, progress: (Double) -> Bool = { _ in true }
  ) throws -> VerifiedLibrary {
    let faults = try store.verify(progress)
    let head = try store.read { try $0.head() }
    return VerifiedLibrary(faults: faults, entries: head.sequence, head: head.hash)
  }
}
