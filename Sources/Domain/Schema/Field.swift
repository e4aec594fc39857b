/// Which part of a record a field belongs to, and so when it may change (see the filing model).
package enum Part: String, Sendable {
  /// What a tier judges: frozen while submitted, changed only by a change request once admitted.
  case declared
  /// Kept by the clerk from draft to exit: actual dates, progress, procedures, supports, contact.
  case running
  /// Written by filing itself: memberships, filings.
  case filing
  /// Written by the program: codes it gives out and everything derived.
  case system
}

/// What is true of one field, without the record it lives in.
package struct FieldSpec: Hashable, Sendable {
  /// snake_case English; permanent, never reused: SQL and CSV column, JSON and history key.
  package let id: String
  /// Its name on form, table and workbook.
  package let label: Label
  /// What may stand in it.
  package let kind: Kind
  /// Who writes it, and when it is frozen.
  package internal(set) var part = Part.declared
  /// Must always be filled before a submission; what must be so sometimes only is in `Field.requiredWhen`.
  package internal(set) var isRequired = false
  /// Computed by the program: read-only everywhere, and skipped by an import.
  package internal(set) var isDerived = false
  /// Not part of the history (it follows from other records): names carried over from a link.
  package internal(set) var isCarried = false
  /// The linked record derives from this one, and must be derived again when the link is made or broken.
  package internal(set) var isMirrored = false
  /// Rules look records up by this field's exact value, so the store indexes it.
  package internal(set) var isLookup = false
  /// Records of the register with the same value derive from one another: which visit was an enterprise's first.
  package internal(set) var isShared = false
  /// Headings under which older spreadsheets have it.
  package internal(set) var aliases: [String] = []
  /// The field for a name that no record of the link's register goes by; nil where such a name is an error.
  package internal(set) var outside: String?
  /// A line under the field while it is edited; nil where the label says all.
  package internal(set) var help: Label?

  package static func == (left: FieldSpec, right: FieldSpec) -> Bool { left.id == right.id && left.kind == right.kind }
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// What its amounts are in; `.none` for what is no amount.
  package var unit: Unit { if case .amount(let unit) = kind { unit } else { .none } }
  /// Personal data: masked for others and never in the history in clear.
  package var isPrivate: Bool { kind == .phone }
}

/// A field of `Root`: its specification and how to reach it.
package struct Field<Root: Sendable>: Sendable {
  /// What is true of it without the record.
  package private(set) var spec: FieldSpec
  /// Reads the erased value; `.empty` where the field is absent.
  package let get: @Sendable (Root) -> Value
  /// Writes an erased value; one of another kind makes the field absent.
  package let set: @Sendable (inout Root, Value) -> Void
  /// Whether a record must have it filled before a submission; nil where it never must.
  package private(set) var requiredWhen: (@Sendable (Root) -> Bool)?

  init<V: FieldValue>(
    _ id: String, _ path: WritableKeyPath<Root, V> & Sendable, _ zh: String, _ en: String, _ kind: Kind
  ) {
    spec = FieldSpec(id: id, label: Label(zh: zh, en: en), kind: kind)
    // A stored property is reached where it lies: through its key path each access looks types up anew.
    if let offset = MemoryLayout<Root>.offset(of: path) {
      get = { root in
        withUnsafePointer(to: root) {
          (UnsafeRawPointer($0) + offset).assumingMemoryBound(to: V.self).pointee.erased
        }
      }
      set = { root, value in
        withUnsafeMutablePointer(to: &root) {
          (UnsafeMutableRawPointer($0) + offset).assumingMemoryBound(to: V.self).pointee = V(value) ?? V.absent
        }
      }
    } else {
      get = { $0[keyPath: path].erased }
      set = { $0[keyPath: path] = V($1) ?? V.absent }
    }
  }

  private func with(_ change: (inout Field) -> Void) -> Field {
    var copy = self
    change(&copy)
    return copy
  }

  /// Must be filled before a submission.
  package func required() -> Field {
    with {
      $0.spec.isRequired = true; $0.requiredWhen = { _ in true }
    }
  }
  /// Must be filled before a submission where `condition` holds.
  package func required(when condition: @escaping @Sendable (Root) -> Bool) -> Field {
    with { $0.requiredWhen = condition }
  }
  /// Kept by the clerk from draft to exit, never frozen.
  package func running() -> Field { with { $0.spec.part = .running } }
  /// Written by filing alone.
  package func filing() -> Field { with { $0.spec.part = .filing } }
  /// Computed by the program whenever the record is written.
  package func derived() -> Field {
    with {
      $0.spec.part = .system; $0.spec.isDerived = true
    }
  }
  /// Derived from a linked record, and so left out of the history.
  package func carried() -> Field {
    with {
      $0.spec.part = .system; $0.spec.isDerived = true; $0.spec.isCarried = true
    }
  }
  /// Given by the program once and then kept.
  package func issued() -> Field { with { $0.spec.part = .system } }
  /// Looked up by its exact value.
  package func lookup() -> Field { with { $0.spec.isLookup = true } }
  /// What ties records of the register together: with one of them the others of the same value are derived again.
  package func shared() -> Field {
    with {
      $0.spec.isShared = true; $0.spec.isLookup = true
    }
  }
  /// A link whose other end derives from it.
  package func mirrored() -> Field { with { $0.spec.isMirrored = true } }
  /// Headings under which older spreadsheets have it.
  package func aliases(_ names: String...) -> Field { with { $0.spec.aliases = names } }
  /// The text field for who is on no list: an office's sheet has one column for both.
  package func outside(_ id: String) -> Field { with { $0.spec.outside = id } }
  /// A line for the one who fills it in.
  package func help(_ zh: String, _ en: String) -> Field { with { $0.spec.help = Label(zh: zh, en: en) } }
}

extension Field {
  /// The stored property behind the field.
  package typealias Path<V> = WritableKeyPath<Root, V> & Sendable

  /// One line of at most `max` characters; blank is absent.
  package static func text(_ id: String, _ path: Path<String>, _ zh: String, _ en: String, max: Int = 100) -> Field {
    Field(id, path, zh, en, .text(max: max))
  }
  /// Several lines of at most `max` characters in all; blank is absent.
  package static func longText(_ id: String, _ path: Path<String>, _ zh: String, _ en: String, max: Int = 2000) -> Field
  {
    Field(id, path, zh, en, .longText(max: max))
  }
  /// A telephone number: personal data, masked for others and never in the history in clear.
  package static func phone(_ id: String, _ path: Path<String>, _ zh: String, _ en: String) -> Field {
    Field(id, path, zh, en, .phone)
  }
  /// A choice of a closed list, kept as its code's id; blank is absent.
  package static func code(_ id: String, _ path: Path<String>, _ zh: String, _ en: String, _ list: CodeList) -> Field {
    Field(id, path, zh, en, .code(list))
  }
  /// A row of a reference table, kept as its code; blank is absent.
  package static func reference(
    _ id: String, _ path: Path<String>, _ zh: String, _ en: String, _ table: ReferenceKind
  ) -> Field {
    Field(id, path, zh, en, .reference(table))
  }
  /// A unified social credit code 统一社会信用代码 (GB 32100-2015), or a temporary one; blank is absent.
  package static func creditCode(_ id: String, _ path: Path<String>, _ zh: String, _ en: String) -> Field {
    Field(id, path, zh, en, .creditCode)
  }
  /// A national project code 项目代码, `2203-330483-07-02-123456`; blank is absent.
  package static func projectCode(_ id: String, _ path: Path<String>, _ zh: String, _ en: String) -> Field {
    Field(id, path, zh, en, .projectCode)
  }
  /// A whole number within `range`.
  package static func integer(
    _ id: String, _ path: Path<Int?>, _ zh: String, _ en: String, _ range: ClosedRange<Int> = 0...1_000_000_000
  ) -> Field {
    Field(id, path, zh, en, .integer(range))
  }
  /// A calendar year, four digits.
  package static func year(_ id: String, _ path: Path<Int?>, _ zh: String, _ en: String) -> Field {
    Field(id, path, zh, en, .year)
  }
  /// An exact amount with four decimals, kept in `unit`.
  package static func amount(_ id: String, _ path: Path<Amount?>, _ zh: String, _ en: String, _ unit: Unit) -> Field {
    Field(id, path, zh, en, .amount(unit))
  }
  /// A calendar day.
  package static func day(_ id: String, _ path: Path<Day?>, _ zh: String, _ en: String) -> Field {
    Field(id, path, zh, en, .day)
  }
  /// A calendar month.
  package static func month(_ id: String, _ path: Path<Month?>, _ zh: String, _ en: String) -> Field {
    Field(id, path, zh, en, .month)
  }
  /// Yes or no; absent is no.
  package static func flag(_ id: String, _ path: Path<Bool>, _ zh: String, _ en: String) -> Field {
    Field(id, path, zh, en, .flag)
  }
  /// A link to a record of the named register, by its permanent id.
  package static func record(
    _ id: String, _ path: Path<RecordID?>, _ zh: String, _ en: String, _ register: String
  ) -> Field {
    Field(id, path, zh, en, .record(register: register))
  }
}
