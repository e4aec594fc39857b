import Domain

extension ImportWork {
  /// Findings that are kept in words, of all rows and of one; of the others it is known how many they are.
  private static let told = (all: 50_000, each: 50)

  /// Notes what the register's rules say of the record that a row makes. It stands in no one's way: a draft may have
  /// errors, which are mended before it is handed up.
  mutating func check(_ document: Document, _ verdict: inout ImportVerdict) {
    guard options.checks, !options.isNewLibrary else { return }
    let found = SaveRecord.findings(document, register, in: reading.lookup, store, environment)
      .filter { $0.severity == .error || $0.isOpenWarning }
    guard !found.isEmpty else { return }
    verdict.errors = found.count { $0.severity == .error }
    verdict.warnings = found.count - verdict.errors
    if verdict.errors > 0 { state.summary.faulty += 1 } else { state.summary.warned += 1 }
    guard state.told < Self.told.all else { return }
    let errors = found.filter { $0.severity == .error }
    verdict.findings = (errors + found.filter { $0.severity != .error }).prefix(Self.told.each).map(\.message)
    state.told += verdict.findings.count
  }
}

extension [ImportVerdict.Change] {
  /// What is other in a record than it was, field by field; private values are masked.
  static func between(_ old: Document, _ new: Document, _ register: Register) -> [ImportVerdict.Change] {
    let fields = register.fields.filter { !$0.isDerived && old[$0.id] != new[$0.id] }.map { field in
      let shown = { (value: Value) in field.isPrivate ? value.masked(field.kind) : value }
      return ImportVerdict.Change(path: field.id, before: shown(old[field.id]), after: shown(new[field.id]))
    }
    let lists = register.lists.filter { old.children[$0.id] != new.children[$0.id] }.map { list in
      ImportVerdict.Change(
        path: list.id, before: .integer(old.children[list.id]?.count ?? 0),
        after: .integer(new.children[list.id]?.count ?? 0))
    }
    return fields + lists
  }
}

extension ImportVerdict.Change {
  /// The change in words; `none` stands for an empty value.
  package func told(
    _ register: Register, _ language: Language, _ reference: ReferenceTables, none: String = "—"
  ) -> String {
    if let list = register.list(path) {
      let rows = Label(zh: "行", en: " rows")[language]
      return "\(list.label[language]) \(before.plain)→\(after.plain)\(rows)"
    }
    guard let field = register.field(path) else { return path }
    let shown = { (value: Value) in value.isEmpty ? none : value.shown(field.kind, language, reference) }
    return "\(field.label[language]) \(shown(before))→\(shown(after))"
  }
}
