/// How much a finding matters: an error stops a submission, a warning travels with it.
package enum Severity: String, Sendable {
  case error, warning
}

/// One thing a rule found in one record.
package struct Finding: Hashable, Sendable {
  /// The id of the rule that found it.
  package let rule: String
  /// Whether it stops a submission.
  package let severity: Severity
  /// What is wrong and what to do, in both languages, with the figures.
  package let message: Label
  /// The fields it points at; a child row's as `list.field`.
  package let fields: [String]
  /// The child row or the other record that it is about, if one.
  package let row: RecordID?
  /// What sets it apart from the rule's other findings in the record: the row's id, or the field that it points at.
  package let about: String
  /// The reason given for a warning; an error has none.
  package internal(set) var answer: String?

  /// A warning to which no reason was given yet: what counts as a warning.
  package var isOpenWarning: Bool { severity == .warning && answer == nil }

  /// A finding; what it is about is its row unless said otherwise.
  package init(
    rule: String, severity: Severity, message: Label, fields: [String], row: RecordID? = nil, about: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.fields = fields
    self.row = row
    self.about = about ?? row?.text ?? ""
  }
}

/// How far a rule looks: a library rule runs inside the transaction that saves.
package enum Reach: String, Sendable {
  case field, record, library
}

/// One rule over one register.
package struct Rule<Root: Sendable>: Sendable {
  /// Permanent, never reused: answers are kept by it.
  package let id: String
  /// How far it looks.
  package let reach: Reach
  /// Of its faults, unless one says otherwise.
  package let severity: Severity
  /// What it asks for, in general; a finding's message gives the figures.
  package let label: Label
  /// What its faults point at, unless one says otherwise; a child row's as `list.field`.
  package let fields: [String]
  /// A text field of the record in which the rule's warnings are answered, where it has one of its own.
  package let answerField: String?
  /// A message for every fault found; an empty answer is a pass.
  package let check: @Sendable (Root, RuleContext) -> [Fault]

  /// What a check answers: a message, and what to point at where it is not the rule's own fields.
  package struct Fault: Sendable {
    /// What is wrong and what to do, with the figures.
    package let message: Label
    /// What it points at; nil is the rule's own fields.
    package let fields: [String]?
    /// The child row or the other record that it is about; nil is the record as a whole.
    package let row: RecordID?
    /// How much this one matters; nil is as the rule says.
    package let severity: Severity?

    /// A fault with its sentence in both languages.
    package init(_ zh: String, _ en: String, fields: [String]? = nil, row: RecordID? = nil, severity: Severity? = nil) {
      message = Label(zh: zh, en: en)
      self.fields = fields
      self.row = row
      self.severity = severity
    }
  }

  /// A rule with what it asks for in both languages; `answerField` names the record's own field for the reason.
  package init(
    _ id: String, _ reach: Reach = .record, _ severity: Severity, _ zh: String, _ en: String, fields: [String],
    answeredIn answerField: String? = nil, check: @escaping @Sendable (Root, RuleContext) -> [Fault]
  ) {
    self.id = id
    self.reach = reach
    self.severity = severity
    label = Label(zh: zh, en: en)
    self.fields = fields
    self.answerField = answerField
    self.check = check
  }

  func findings(_ record: Root, _ context: RuleContext) -> [Finding] {
    check(record, context).map {
      Finding(
        rule: id, severity: $0.severity ?? severity, message: $0.message, fields: $0.fields ?? fields, row: $0.row,
        about: $0.row?.text ?? $0.fields?.first)
    }
  }
}

/// A rule without its record's type: what the data dictionary lists.
package struct RuleSpec: Sendable {
  /// Permanent, never reused.
  package let id: String
  /// How far it looks.
  package let reach: Reach
  /// Of its faults, unless one says otherwise.
  package let severity: Severity
  /// What it asks for, in general.
  package let label: Label
  /// What it points at; a child row's as `list.field`.
  package let fields: [String]
  /// The record's own field for the reason, where the rule has one.
  package let answerField: String?
}

/// What other records say: the verbs that derivation and library rules need.
package protocol LibraryLookup {
  /// The record of that id, or nil.
  func document(_ register: String, _ id: RecordID) throws -> Document?
  /// All records whose field has exactly this value: an indexed link or key, or a child list's link as `list.field`.
  func documents(_ register: String, where field: String, is value: Value) throws -> [Document]
  /// How many records that would be, without reading them.
  func count(_ register: String, where field: String, is value: Value) throws -> Int
  /// How many records stand behind the kind's [P1, P99] of investment per tce, and the two; nil below 30.
  func investmentRange(ofKind kind: String) throws -> (low: Amount, high: Amount, count: Int)?
}

extension LibraryLookup {
  package func count(_ register: String, where field: String, is value: Value) throws -> Int {
    try documents(register, where: field, is: value).count
  }
}

/// A library with nothing in it: for checks of one record alone.
package struct EmptyLibrary: LibraryLookup {
  package init() {}
  package func document(_ register: String, _ id: RecordID) -> Document? { nil }
  package func documents(_ register: String, where field: String, is value: Value) -> [Document] { [] }
  package func investmentRange(ofKind kind: String) -> (low: Amount, high: Amount, count: Int)? { nil }
}

/// What deriving a record may look at.
package struct DeriveContext {
  /// Codes, factors and levels in force in the library.
  package let reference: ReferenceTables
  /// Other records, where the record links to them.
  package let library: any LibraryLookup

  package init(reference: ReferenceTables, library: any LibraryLookup) {
    self.reference = reference
    self.library = library
  }

  /// A linked record; a store that fails to read answers nil here and fails loudly at the write.
  package func linked<R: Record>(_ type: R.Type, _ id: RecordID?) -> R? {
    guard let id, let document = try? library.document(R.schema.id, id) else { return nil }
    return R.schema.record(document)
  }

  /// Records of a register whose field has this value; none where they cannot be read.
  package func records<R: Record>(_ type: R.Type, where field: String, is value: Value) -> [R] {
    ((try? library.documents(R.schema.id, where: field, is: value)) ?? []).map { R.schema.record($0) }
  }

  /// How many those are.
  package func count<R: Record>(_ type: R.Type, where field: String, is value: Value) -> Int {
    (try? library.count(R.schema.id, where: field, is: value)) ?? 0
  }
}

/// What a rule may look at.
package struct RuleContext {
  /// Codes, factors and levels in force in the library.
  package let reference: ReferenceTables
  /// Other records; during a save as they are inside its transaction.
  package let library: any LibraryLookup
  /// The day in Asia/Shanghai after which an actual date cannot lie.
  package let today: Day
  /// The region that the person works for, or several with `|` between them; nil where everything is in scope.
  package let scope: String?

  package init(reference: ReferenceTables, library: any LibraryLookup, today: Day, scope: String? = nil) {
    self.reference = reference
    self.library = library
    self.today = today
    self.scope = scope
  }

  /// A linked record; nil where there is none or it cannot be read.
  package func linked<R: Record>(_ type: R.Type, _ id: RecordID?) -> R? {
    DeriveContext(reference: reference, library: library).linked(type, id)
  }

  /// Records of a register whose field has this value; none where they cannot be read.
  package func records<R: Record>(_ type: R.Type, where field: String, is value: Value) -> [R] {
    DeriveContext(reference: reference, library: library).records(type, where: field, is: value)
  }
}
