import Domain

/// Finds the enterprise or park that a published list means by a name or code, and links the title to it.
package enum MatchHolder {
  /// One that it may be.
  package struct Candidate: Hashable, Sendable {
    /// The register it stands in.
    package let register: String
    /// The enterprise or park, to be linked.
    package let id: RecordID
    /// Its name.
    package let title: String
    /// Its key and region, and why it is proposed.
    package let note: Label
  }

  /// How many are proposed.
  private static let most = 8

  /// The likely holders, the surest first: the same credit code, the same name, then names that are alike.
  package static func candidates(_ title: Document, in store: any Store) throws -> [Candidate] {
    let record = Recognition.schema.record(title)
    let isPark = record.holderKind == "park"
    let register = isPark ? Park.schema.id : Enterprise.schema.id
    let fields = ["name", isPark ? "code" : "key", "region"]
    return try store.read { library in
      var found: [(row: ListRow, reason: Label, likeness: Int)] = []
      func add(_ row: ListRow, _ reason: Label, _ likeness: Int) {
        guard !found.contains(where: { $0.row.id == row.id }) else { return }
        found.append((row, reason, likeness))
      }
      func row(_ id: RecordID) throws -> ListRow? {
        try library.document(register, id).map { document in
          ListRow(
            id: id, values: Dictionary(fields.map { ($0, document[$0]) }, uniquingKeysWith: { first, _ in first }))
        }
      }
      if !isPark, !record.creditCode.isEmpty,
        let id = try library.find(register, key: CreditCode.normalise(record.creditCode) + "-00"),
        let same = try row(id)
      {
        add(same, Label(zh: "信用代码相同", en: "same credit code"), 1000)
      }
      for words in searches(record.listedName) {
        for row in try library.candidates(register, words: words, where: .all, limit: 40, fields: fields) {
          let likeness = Duplicates.likeness(row["name"].plain, record.listedName)
          guard likeness >= 30 else { continue }
          add(
            row,
            likeness == 100
              ? Label(zh: "名称相同", en: "same name") : Label(zh: "名称相近 \(likeness)%", en: "\(likeness) % alike"), likeness
          )
        }
      }
      // Of the same likeness those of the title's own region come first.
      let ranked = found.sorted { left, right in
        let near = (left.row["region"].text == record.region, right.row["region"].text == record.region)
        return (left.likeness, near.0 ? 1 : 0) > (right.likeness, near.1 ? 1 : 0)
      }
      return ranked.prefix(most).map { row, reason, _ in
        let region = store.reference.name(.region, row["region"].plain, .zh) ?? ""
        let beside = [row[fields[1]].plain, region].filter { !$0.isEmpty }.joined(separator: " ")
        return Candidate(
          register: register, id: row.id, title: row["name"].plain,
          note: Label(zh: "\(beside) \(reason.zh)", en: "\(beside) \(reason.en)"))
      }
    }
  }

  /// Links a title to its holder and saves it.
  package static func link(
    _ title: RecordID, to holder: Candidate, in store: any Store, as environment: Environment
  ) throws -> SavedRecord {
    let found = try store.read { try $0.document(Recognition.schema.id, title) }
    guard var document = found else { throw StoreError.conflict(current: nil) }
    document[holder.register == Park.schema.id ? "park" : "enterprise"] = .record(holder.id)
    return try SaveRecord.run(document, base: document.revision, in: store, as: environment)
  }

  /// What is searched for: the name, what is its own in it, and the beginning of that.
  private static func searches(_ name: String) -> [String] {
    let core = Duplicates.core(name)
    let all = [name, core, String(core.prefix(4)), String(core.prefix(2))].filter { $0.count > 1 }
    return all.indices.filter { !all[..<$0].contains(all[$0]) }.map { all[$0] }
  }
}
