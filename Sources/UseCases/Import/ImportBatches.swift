import Domain

/// An import that was written, as the list of imports keeps it.
package struct ImportBatch: Hashable, Sendable {
  /// What it is called by: eight characters.
  package let id: String
  /// The register's id.
  package let register: String
  /// Its entries in the history, first and last.
  package let entries: ClosedRange<Int>
  /// Records that it made.
  package let new: Int
  /// Records that it changed.
  package let changed: Int
  /// Who imported it, by the name in the library.
  package let person: String
  /// When it was written, UTC.
  package let at: Instant
  /// The file it came from.
  package let source: String
  /// It was taken back; that cannot be done twice.
  package var isUndone = false
}

/// The imports of a library: the last ones can be undone.
package enum ImportBatches {
  /// How many are kept.
  static let kept = 100
  private static let setting = "imports"

  /// A private field before an import changed it: the history has digests of those.
  struct Private: Hashable {
    let record: RecordID
    let field: String
    let value: String
  }

  /// The imports that are known, the last one first.
  package static func all(in store: any Store) throws -> [ImportBatch] { try store.read { try all(in: $0) } }

  static func all(in library: any StoreReading) throws -> [ImportBatch] {
    (try library.setting("", setting) ?? "").split(separator: "\n").compactMap { read(String($0)) }
  }

  static func note(_ work: ImportWork, first: Int, in library: any StoreWriting) throws -> ImportBatch {
    let last = try library.lookup.head().sequence
    let batch = ImportBatch(
      id: String(work.environment.newID().text.filter { $0 != "-" }.suffix(8)), register: work.register.id,
      entries: first...max(first, last), new: work.summary.new, changed: work.summary.changed,
      person: work.environment.actor.person, at: work.environment.now(), source: work.options.source)
    try keep([batch] + all(in: library), in: library)
    let privates = work.state.privates.map { "\($0.record.text)\t\($0.field)\t\($0.value)" }
    if !privates.isEmpty { try library.setSetting("", privateSetting(batch.id), privates.joined(separator: "\n")) }
    return batch
  }

  static func markUndone(_ id: String, in library: any StoreWriting) throws {
    try keep(
      all(in: library).map { batch in
        var batch = batch
        if batch.id == id { batch.isUndone = true }
        return batch
      }, in: library)
    try library.setSetting("", privateSetting(id), nil)
  }

  static func privates(_ id: String, in library: any StoreReading) throws -> [RecordID: [Private]] {
    let lines = (try library.setting("", privateSetting(id)) ?? "").split(separator: "\n")
    let found = lines.compactMap { line -> Private? in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 3, let record = RecordID(parts[0]) else { return nil }
      return Private(record: record, field: parts[1], value: parts[2])
    }
    return Dictionary(grouping: found, by: \.record)
  }

  private static func privateSetting(_ id: String) -> String { "import.\(id).private" }

  private static func keep(_ batches: [ImportBatch], in library: any StoreWriting) throws {
    for old in batches.dropFirst(kept) { try library.setSetting("", privateSetting(old.id), nil) }
    try library.setSetting("", setting, batches.prefix(kept).map(line).joined(separator: "\n"))
  }

  private static func line(_ batch: ImportBatch) -> String {
    let source = String(batch.source.map { $0 == "\t" || $0.isNewline ? " " : $0 })
    return [
      batch.id, batch.register, "\(batch.entries.lowerBound)", "\(batch.entries.upperBound)", "\(batch.new)",
      "\(batch.changed)", batch.person, "\(batch.at.milliseconds)", batch.isUndone ? "undone" : "", source,
    ].joined(separator: "\t")
  }

  private static func read(_ line: String) -> ImportBatch? {
    let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 10, let first = Int(parts[2]), let last = Int(parts[3]), first <= last,
      let time = Int64(parts[7])
    else { return nil }
    return ImportBatch(
      id: parts[0], register: parts[1], entries: first...last, new: Int(parts[4]) ?? 0, changed: Int(parts[5]) ?? 0,
      person: parts[6], at: Instant(milliseconds: time), source: parts[9], isUndone: parts[8] == "undone")
  }
}
