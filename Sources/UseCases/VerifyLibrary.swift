import Domain

/// What the verification of a library found.
package struct VerifiedLibrary: Sendable {
  /// Every fault in words; none is a sound library.
  package let faults: [Label]
  /// How many history entries there are, and the hash of the last.
  package let entries: Int
  /// The hash of the last entry: to be compared with a report or a backup's name, since only an outside witness shows a
  /// cut tail.
  package let head: String
}

/// Checks the file, the history chain, that replaying it gives the lists, and every count that is kept.
package enum VerifyLibrary {
  /// Reads the whole library once; `progress` gets a part of 1 and answers false to stop. Throws `StoreError` where it
  /// cannot be read at all.
  package static func run(
    _ store: any Store, progress: (Double) -> Bool = { _ in true }
  ) throws -> VerifiedLibrary {
    let faults = try store.verify(progress)
    let head = try store.read { try $0.head() }
    return VerifiedLibrary(faults: faults, entries: head.sequence, head: head.hash)
  }
}
