import Domain

extension ImportWork {
  /// Findings that are kept in words, of all rows and of one; of the others it is known how many they are.
  private static let told = (all: 50_000, each: 50)

  /// Notes what the register's rules say of the record that a row makes. It stands in no one's way: a draft may have
  /// errors, which are mended before it is handed up.
  mutating func check(_ document: Document, _ verdict: inout ImportVerdict) {
    guard options.checks, !options.isNewLibrary else { return }
    let found = SaveRecord.findings(coded(document), register, in: reading.lookup, store, environment)
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

  /// An enterprise without a credit code as it will be once the library has given it a temporary one.
  private func coded(_ document: Document) -> Document {
    guard register.id == Enterprise.schema.id, document["credit_code"].isEmpty,
      let code = TemporaryCode(region: document["region"].text ?? store.info.region, serial: 999_999)
    else { return document }
    var read = ReadRow(document)
    read.document["credit_code"] = .text(code.text)
    derive(&read)
    return read.document
  }
}

extension [ImportVerdict.Change] {
  /// What is other in a record than it was, field by field; private values are masked.
  static func between(_ old: Document, _ new: Document, _ register: Register) -> [ImportVerdict.Change] {
    let fields = register.fields.filter { !$0.isDerived && old[$0.id] != new[$0.id] }.map { field in
      let shown = { (value: Value) in field.isPrivate ? value.masked(field.kind) : value }
      return ImportVerdict.Change(path: field.id, before: shown(old[field.id]), after: shown(new[field.id]))
    }
    return fields + register.lists.flatMap { between(old.children[$0.id] ?? [], new.children[$0.id] ?? [], $0) }
  }

  private static func between(_ old: [ChildRow], _ new: [ChildRow], _ list: ListSpec) -> [ImportVerdict.Change] {
    guard old != new else { return [] }
    let former = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let kept = Set(new.map(\.id))
    let name = { (row: ChildRow) in list.identity.lazy.map { row[$0] }.first { !$0.isEmpty } ?? .text("") }
    var changes: [ImportVerdict.Change] = []
    for row in new {
      guard let before = former[row.id] else {
        changes.append(.init(path: list.id, before: .empty, after: name(row), row: name(row)))
        continue
      }
      for field in list.fields where !field.isDerived && before[field.id] != row[field.id] {
        let shown = { (value: Value) in field.isPrivate ? value.masked(field.kind) : value }
        changes.append(
          .init(
            path: "\(list.id).\(field.id)", before: shown(before[field.id]), after: shown(row[field.id]),
            row: name(before)))
      }
    }
    for row in old where !kept.contains(row.id) {
      changes.append(.init(path: list.id, before: name(row), after: .empty, row: name(row)))
    }
    return changes.isEmpty ? [.init(path: list.id, before: .empty, after: .empty)] : changes
  }
}

extension ImportVerdict.Change {
  /// The change in words; `none` stands for an empty value.
  package func told(
    _ register: Register, _ language: Language, _ reference: ReferenceTables, none: String = "—"
  ) -> String {
    let list = register.list(String(path.prefix { $0 != "." }))
    let named = list?.identity.first.flatMap { list?.field($0) }?.kind ?? .text(max: 0)
    let place = list.map { list in
      list.label[language] + (row.map { "“\($0.shown(named, language, reference))”" } ?? "")
    }
    if let place, !path.contains(".") {
      guard row != nil else { return Label(zh: "\(place)换了次序", en: "\(place) in another order")[language] }
      return before.isEmpty
        ? Label(zh: "增加\(place)", en: "\(place) added")[language]
        : Label(zh: "删去\(place)", en: "\(place) removed")[language]
    }
    guard let field = register.field(path: path) else { return path }
    let shown = { (value: Value) in value.isEmpty ? none : value.shown(field.kind, language, reference) }
    return "\(place.map { $0 + " " } ?? "")\(field.label[language]) \(shown(before))→\(shown(after))"
  }
}
