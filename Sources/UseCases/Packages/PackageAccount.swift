import Domain

/// What a package does, or would do, record by record.
package struct PackageAccount: Sendable {
  /// What becomes of one record.
  package enum Outcome: Hashable, Sendable {
    /// It is not here yet.
    case new
    /// It is here, and becomes what the sender has.
    case changed
    /// What the package says stands here already.
    case same
    /// The sender deleted it.
    case deleted
    /// Both libraries changed these places, and who has the last word; nil keeps the package from being applied.
    case conflict([EntryMerge.Conflict], EntryMerge.Choice?)
    /// It may not be written here; why.
    case rejected(Label)

    /// What counts where the entries of one record come to several: the greater.
    var gravity: Int {
      switch self {
      case .same: 0
      case .changed: 1
      case .new: 2
      case .deleted: 3
      case .conflict: 4
      case .rejected: 5
      }
    }
  }

  /// One record of the package.
  package struct Line: Hashable, Sendable {
    /// The register's id.
    package let register: String
    /// The record.
    package let id: RecordID
    /// Its key; blank where it has none.
    package let key: String
    /// What it is called.
    package let title: String
    /// What becomes of it.
    package var outcome: Outcome
    /// What is other than before, where it is changed or was decided on.
    package var changes: [ImportVerdict.Change] = []
    /// Fields, by path, that name a record which is not here: those of other regions do not come along.
    package var loose: [String] = []
  }

  /// What the package says of itself.
  package let header: PackageHeader
  /// The package was applied before; nothing was done.
  package var isRepeated = false
  /// Entries of the sender's that it holds.
  package var entries = 0
  /// One for each record, in the order they are met.
  package var lines: [Line] = []
  /// Regions that changed hands.
  package var homes: [String: RecordID] = [:]

  /// How many records come to that.
  package func count(_ test: (Outcome) -> Bool) -> Int { lines.count { test($0.outcome) } }
  /// Lines that name a record which is not here.
  package var loose: [Line] { lines.filter { !$0.loose.isEmpty } }
  /// Lines that keep the package from being applied.
  package var obstacles: [Line] {
    lines.filter {
      switch $0.outcome {
      case .conflict(_, nil), .rejected: true
      case .conflict, .new, .changed, .same, .deleted: false
      }
    }
  }
}
