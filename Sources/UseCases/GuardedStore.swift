import Domain
import Synchronization

/// A library as one person sees it: whatever is out of their scope is as if it were not there.
///
/// The person's rights are read again when another process has written, and at each write: somebody who was disabled
/// reads and writes nothing from then on, and so does a session whose key was taken away.
package final class GuardedStore: Store {
  /// The library itself.
  package let library: any Store
  /// Who looks at it.
  package let person: String
  /// The fingerprint of the key that they came in by; nil on the host.
  private let key: String?
  /// The rights, and what the library was when they were read.
  private let known = Mutex<(version: Int, access: Access)?>(nil)

  /// A guard before a library.
  package init(_ library: any Store, person: String, key: String? = nil) {
    self.library = library
    self.person = person
    self.key = key
  }

  package var info: LibraryInfo { library.info }
  package var reference: ReferenceTables { library.reference }

  /// What the person may do now. Throws `NotAllowed` once they are not among the people any more.
  package func access() throws -> Access { try library.read { try access(in: $0) } }

  private func access(in library: any StoreReading) throws -> Access {
    let version = try self.library.dataVersion()
    if let held = known.withLock({ $0 }), held.version == version { return held.access }
    let access = try Admission.access(of: person, by: key, in: library, reference)
    known.withLock { $0 = (version, access) }
    return access
  }

  package func read<T>(_ body: (any StoreReading) throws -> T) throws -> T {
    try library.read { session in
      try body(GuardedReading(session, Guardian(try access(in: session), reference)))
    }
  }

  package func write<T>(as environment: Environment, large: Bool, _ body: (any StoreWriting) throws -> T) throws -> T {
    guard environment.actor.person == person else {
      throw NotAllowed(
        Label(zh: "不能以他人名义写入", en: "Nobody writes under another person's name"))
    }
    // Our own writes do not show as another process's.
    defer { known.withLock { $0 = nil } }
    return try library.write(as: environment, large: large) { session in
      let access = try Admission.access(of: person, by: key, in: session, reference)
      return try body(GuardedWriting(session, Guardian(access, reference)))
    }
  }

  package func list(_ query: Query) throws -> any RecordList { try GuardedList(query, self) }
  package func dataVersion() throws -> Int { try library.dataVersion() }
  package func isShared() -> Bool { library.isShared() }

  package func verify(_ progress: (Double) -> Bool) throws -> [Label] {
    try keep()
    return try library.verify(progress)
  }

  package func backup(to path: String, _ progress: (Double) -> Bool) throws {
    try keep()
    try library.backup(to: path, progress)
  }

  /// The file as a whole is its administrator's.
  private func keep() throws { _ = try access().permit(.upkeep, Subject("library", region: info.region)) }
}
