/// What may stand in a field, and so how it is typed, checked, shown, filtered and exported.
package enum Kind: Hashable, Sendable {
  /// One line of at most so many characters.
  case text(max: Int)
  /// Several lines.
  case longText(max: Int)
  /// A telephone number: personal data, masked outside the own tier and those above.
  case phone
  /// A choice of a closed list, by its id.
  case code(CodeList)
  /// A row of a reference table, by its code.
  case reference(ReferenceKind)
  /// A unified social credit code 统一社会信用代码, GB 32100-2015.
  case creditCode
  /// A national project code 项目代码, `2203-330483-07-02-123456`.
  case projectCode
  /// A whole number within the range.
  case integer(ClosedRange<Int>)
  case year
  /// An exact amount in the unit.
  case amount(Unit)
  case day
  case month
  /// Yes; absent is no.
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
  /// A unit that reports and is assessed 归口地区, or a group of them.
  case region
  /// Administrative division where a plant stands: divisions of GB/T 2260 only, no local units.
  case division
  /// A class, group or division of GB/T 4754-2017.
  case industry
  /// A product and process of the efficiency levels: `平板玻璃/＞800吨/天`.
  case product
  /// An energy carrier with its factors.
  case carrier
  /// An indicator of the plan, by its permanent id.
  case indicator
}
