import Domain
import Store
import Testing

@testable import UseCases

/// The usual range of investment follows the library, though not each record of it.
@Suite struct UsualRangeTests {
  private let desk: FilingDesk
  private let sound: Document

  init() throws {
    let desk = try FilingDesk()
    self.desk = desk
    sound = try #require(
      try desk.store.read { library in
        try library.find("projects", idPrefix: "", limit: .max).compactMap { try library.document("projects", $0) }
          .first { ($0["saving"].amount ?? .zero) > .zero && ($0["investment"].amount ?? .zero) > .zero }
      })
  }

  /// So many more projects of that kind, in the transaction of `library`.
  private func add(_ count: Int, in library: any StoreWriting, _ store: SQLiteStore) throws {
    let environment = desk.alone("clerk")
    for _ in 0..<count {
      var copy = Document(
        register: "projects", id: environment.newID(), values: sound.values, children: sound.children)
      copy["library_code"] = .empty
      _ = try SaveRecord.write(
        copy, base: 0, action: SaveRecord.action, in: library, store, environment, checking: false, isGuarded: false)
    }
  }

  private func known(_ library: any StoreReading) throws -> Int {
    try library.lookup.investmentRange(ofKind: sound["kind"].plain)?.count ?? 0
  }

  @Test func itIsFoundAgainWhenATenthHasComeInOneTransaction() throws {
    try desk.store.write(as: desk.alone("clerk")) { library in
      try add(120, in: library, desk.store)
      let first = try known(library)
      #expect(first > 120)
      try add(5, in: library, desk.store)
      #expect(try known(library) == first)
      try add(20, in: library, desk.store)
      #expect(try known(library) == first + 25)
    }
  }

  @Test func whatOthersSavedCounts() throws {
    try desk.store.write(as: desk.alone("clerk")) { try add(120, in: $0, desk.store) }
    let first = try desk.store.read(known)
    let other = try SQLiteStore.open(desk.folder + "/library.sanku")
    defer { try? other.close() }
    try other.write(as: desk.alone("clerk")) { try add(40, in: $0, other) }
    #expect(try desk.store.read(known) == first + 40)
  }
}
