/// What may stand in a field, and so how it is typed, checked, shown, filtered and exported.
package enum Kind: Hashable, Sendable {
  case text(max: Int)
  /// Several lines.
  case longText(max: Int)
  /// A telephone number: personal data, masked outside the own tier and those above.
  case phone
  case code(CodeList)
  /// A row of a reference table, by its code.
  case reference(ReferenceKind)
  case creditCode
  case projectCode
  case integer(ClosedRange<Int>)
  case year
  case amount(Unit)
  case day
  case month
  case flag
  /// Another record of the named register.
  case record(register: String)

  /// A figure: right-aligned in tables, a number in files. Years are not among them.
  package var isNumber: Bool {
    switch self {
    case .integer, .amount: true
    default: false
    }
  }

  /// Holds words or a code as typed, rather than a choice, a figure or a day.
  package var isText: Bool {
    switch self {
    case .text, .longText, .phone, .creditCode, .projectCode: true
    default: false
    }
  }
}

/// The large tables that a field may pick from.
package enum ReferenceKind: String, Sendable {
  case region
  /// Administrative division where a plant stands: divisions of GB/T 2260 only, no local units.
  case division
  case industry
  case product
  case carrier
  /// An indicator of the plan, by its permanent id.
  case indicator
}
