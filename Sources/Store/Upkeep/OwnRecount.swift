import Domain
import UseCases

/// What a library has besides its records, as its history tells it: whose it is, its reference rows, the codes given out.
struct OwnRecount {
  private var founding: HistoryEntry?
  private var rows: [ReferenceEntry.Place: [String: String]] = [:]
  private var badEntry: Int?
  /// The highest serial given out, by scope.
  private var serials: [String: Int] = [:]
  private let keys: [String: String]
  private let mark: String

  /// `mark` is the library's own: codes of other libraries say nothing of the serials here.
  init(_ registers: [Register], mark: String) {
    self.mark = mark
    let issued = registers.filter { $0.field($0.keyField).map { $0.part == .system && !$0.isDerived } ?? false }
    keys = Dictionary(issued.map { ($0.id, $0.keyField) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func add(_ entry: HistoryEntry) {
    if entry.sequence == 1, entry.register == Founding.register, entry.action == Founding.action { founding = entry }
    if entry.register == ReferenceEntry.register, !ReferenceEntry.apply(entry, to: &rows), badEntry == nil {
      badEntry = entry.sequence
    }
    // A file may bring codes that were never given out here; what a person saves anew never does.
    guard entry.action == SaveRecord.action, let key = keys[entry.register],
      let change = entry.changes.first(where: { $0.field == key && $0.before.isEmpty }),
      let code = change.after.text.flatMap({ LibraryCode($0) }), code.mark == mark
    else { return }
    serials[code.scope] = max(serials[code.scope] ?? 0, code.serial)
  }

  /// What is not as the history tells it.
  func faults(_ connection: Connection) throws -> [Label] {
    try foundingFaults(connection) + referenceFaults(connection) + serialFaults(connection)
  }

  /// A library of an older version has no entry of its making.
  private func foundingFaults(_ connection: Connection) throws -> [Label] {
    guard let founding else { return [] }
    return try ["id", "mark", "region"].compactMap { name in
      let told = founding.changes.first { $0.field == name }?.after.text ?? ""
      let kept = try connection.value(name) ?? ""
      if told == kept { return nil }
      return Label(
        zh: "库的 \(name) 为“\(kept)”，按历史应为“\(told)”", en: "The library's \(name) is “\(kept)”, the history says “\(told)”"
      )
    }
  }

  private func referenceFaults(_ connection: Connection) throws -> [Label] {
    var faults: [Label] = []
    if let badEntry {
      faults.append(
        Label(zh: "历史第\(badEntry)条没有写明参照表的行", en: "Entry \(badEntry) names no row of a reference table"))
    }
    var missing = rows
    try connection.once("SELECT source, key, value FROM reference ORDER BY source, key").each { row in
      let place = ReferenceEntry.Place(table: row.text(0), key: row.text(1))
      let told = missing.removeValue(forKey: place)
      guard told == nil || told != OwnReference.values(row.text(2)) else { return }
      faults.append(
        Label(
          zh: "参照表 \(place.table)“\(place.key)”与历史不符",
          en: "Reference table \(place.table) “\(place.key)” is not what the history says"))
    }
    for place in missing.keys.sorted(by: { ($0.table, $0.key) < ($1.table, $1.key) }) {
      faults.append(
        Label(
          zh: "参照表 \(place.table)缺少历史中的“\(place.key)”",
          en: "Reference table \(place.table) lacks “\(place.key)”, which the history has"))
    }
    let rejected = ReferenceTables.builtIn.overlaid(with: try OwnReference.rows(connection)).rejected
    return faults
      + rejected.map {
        Label(
          zh: "参照表 \($0.table.rawValue)“\($0.key)”不能用",
          en: "Reference table \($0.table.rawValue) “\($0.key)” cannot be used")
      }
  }

  private func serialFaults(_ connection: Connection) throws -> [Label] {
    try serials.sorted { $0.key < $1.key }.compactMap { scope, highest in
      let last =
        try connection.once("SELECT last FROM serials WHERE scope = ?").first([.text(scope)]) { $0.int(0) } ?? 0
      guard last < highest else { return nil }
      return Label(
        zh: "编号 \(scope) 的流水号为\(last)，历史中已发到\(highest)",
        en: "The serial of \(scope) stands at \(last), the history has given out \(highest)")
    }
  }
}
