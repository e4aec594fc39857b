/// A register erased from its record's type: what the machinery (store, form, table, files) works with.
package final class Register: Sendable {
  /// Permanent; its table, its file and its word on the command line.
  package let id: String
  /// What the list is called.
  package let label: Label
  /// What one record is called.
  package let singular: Label
  /// The plan's clause that it serves, such as `三(二)4`.
  package let clause: String
  /// Every clause that it serves, its own first.
  package let clauses: [String]
  /// The field by which people name a record.
  package let keyField: String
  /// The field that says what a record is.
  package let titleField: String
  /// The record's own fields, in the schema's order.
  package let fields: [FieldSpec]
  /// Its child lists, in the schema's order.
  package let lists: [ListSpec]
  /// How it is shown.
  package let layout: Layout
  /// What it counts for.
  package let measures: [Measure]
  /// What is checked of it, in the order it is reported.
  package let rules: [RuleSpec]
  /// What waits in it for somebody.
  package let matters: [Matter]
  /// The record's Swift type.
  package let type: any Record.Type
  private let fieldIndex: [String: Int]

  /// A new record with its defaults (running, whole firm ...), as a form or an import starts from.
  package let blank: @Sendable (RecordID) -> Document
  /// Fills derived and carried fields.
  package let derive: @Sendable (inout Document, DeriveContext) -> Void
  /// Top-level fields that this record must have filled: the ones marked `*`.
  package let required: @Sendable (Document) -> Set<String>
  /// Required fields that are empty, then everything the rules find.
  package let check: @Sendable (Document, RuleContext) -> [Finding]

  /// The register of a record's type, as its schema, layout, measures and rules say.
  package init<R: Record>(_ type: R.Type) {
    let schema = R.schema
    id = schema.id
    label = schema.label
    singular = schema.singular
    clause = schema.clause
    clauses = [schema.clause] + schema.also
    keyField = schema.keyField
    titleField = schema.titleField
    fields = schema.fields.map(\.spec)
    lists = schema.lists.map(\.spec)
    layout = R.layout
    measures = R.measures
    matters = R.matters
    self.type = type
    let typedRules = R.rules
    rules = typedRules.map {
      RuleSpec(
        id: $0.id, reach: $0.reach, severity: $0.severity, label: $0.label, fields: $0.fields,
        answerField: $0.answerField)
    }
    fieldIndex = Dictionary(fields.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    blank = { id in
      var record = R()
      record.id = id
      return schema.document(record)
    }
    derive = { document, context in
      var record = schema.record(document)
      record.derive(in: context)
      document = schema.document(record)
    }
    required = { document in
      let record = schema.record(document)
      return Set(schema.fields.filter { $0.requiredWhen?(record) == true }.map(\.spec.id))
    }
    let ownAnswers = Dictionary(
      typedRules.compactMap { rule in rule.answerField.map { (rule.id, $0) } }, uniquingKeysWith: { first, _ in first })
    let (fields, lists) = (fields, lists)
    check = { document, context in
      let record = schema.record(document)
      let findings =
        Self.missing(record, schema)
        + Limits.findings(document, fields, lists, in: context.reference)
        + typedRules.flatMap { $0.findings(record, context) }
      return findings.map { Self.answered($0, in: document, ownAnswers) }
    }
  }

  /// The field of that id, if the register has it.
  package func field(_ id: String) -> FieldSpec? { fieldIndex[id].map { fields[$0] } }
  /// The child list of that id, if the register has it.
  package func list(_ id: String) -> ListSpec? { lists.first { $0.id == id } }

  /// The field by which a sheet names a record that has no code yet: its title, or whose it is where the title follows from
  /// that.
  package var namingField: String {
    guard field(titleField)?.isDerived == true else { return titleField }
    return fields.first { $0.kind == .record(register: "enterprises") && !$0.isDerived }?.id ?? titleField
  }

  /// A record's values for a file: one that has no key yet is named by its id's mark, and known by it when it comes back.
  package func namedValues(_ document: Document) -> [String: Value] {
    guard document[keyField].isEmpty else { return document.values }
    return document.values.merging([keyField: .text(document.id.mark)]) { $1 }
  }

  /// The fields that link to records of a register; a child list's as `list.field`. A carried one stands for those that it
  /// follows from.
  package func links(to other: String) -> [String] {
    let own = fields.filter { $0.kind == .record(register: other) }
    let carried = own.filter(\.isCarried)
    return (carried.isEmpty ? own : carried).map(\.id)
      + lists.flatMap { list in
        list.fields.filter { $0.kind == .record(register: other) }.map { "\(list.id).\($0.id)" }
      }
  }

  /// A field by the path a filter names it: `name`, or `measures.technology`; of `region|shares.region` the first.
  package func field(path: String) -> FieldSpec? {
    if path.utf8.contains(UInt8(ascii: "|")) {
      let fields = path.split(separator: "|").map { field(path: String($0)) }
      return fields.contains(nil) ? nil : fields.first ?? nil
    }
    guard let dot = path.firstIndex(of: ".") else { return field(path) }
    return list(String(path[..<dot]))?.field(String(path[path.index(after: dot)...]))
  }

  /// What a field is called to people, its list's name before it; the path where there is no such field.
  package func named(_ path: String) -> Label {
    guard let field = field(path: path) else { return Label(zh: path, en: path) }
    guard let list = list(String(path.prefix { $0 != "." })), path.contains(".") else { return field.label }
    return Label(zh: "\(list.label.zh)·\(field.label.zh)", en: "\(list.label.en): \(field.label.en)")
  }

  /// A warning with the reason that the record gives for it; an error cannot be answered.
  private static func answered(_ finding: Finding, in document: Document, _ own: [String: String]) -> Finding {
    guard finding.severity == .warning else { return finding }
    var finding = finding
    finding.answer =
      document.answer(to: finding) ?? own[finding.rule].flatMap { document[$0].text }
    return finding
  }

  private static func missing<R: Record>(_ record: R, _ schema: Schema<R>) -> [Finding] {
    var findings: [Finding] = []
    let fields = schema.fields
    for place in fields.indices where fields[place].requiredWhen?(record) == true && fields[place].get(record).isEmpty {
      findings.append(missing(fields[place].spec, path: fields[place].spec.id, row: nil))
    }
    for list in schema.lists {
      for (row, id) in list.missing(record) {
        guard let spec = list.spec.field(id) else { continue }
        findings.append(missing(spec, path: "\(list.spec.id).\(id)", row: row))
      }
    }
    return findings
  }

  private static func missing(_ spec: FieldSpec, path: String, row: RecordID?) -> Finding {
    Finding(
      rule: "required", severity: .error,
      message: Label(zh: "请填写“\(spec.label.zh)”", en: "Fill in “\(spec.label.en)”"), fields: [path], row: row)
  }
}
