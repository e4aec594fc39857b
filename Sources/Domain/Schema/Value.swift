/// What one field of one record holds, erased: used only at the edges (store, form, filter, export, history).
package enum Value: Hashable, Sendable {
  /// Absent: nothing was entered, or nothing follows.
  case empty
  /// Text, or the id of a code; never blank.
  case text(String)
  /// A whole number, a year.
  case integer(Int)
  /// In the field's unit.
  case amount(Amount)
  /// A calendar day, no instant.
  case day(Day)
  /// A calendar month.
  case month(Month)
  /// Yes or no; no is kept as absent.
  case flag(Bool)
  /// Another record, by its permanent id.
  case record(RecordID)

  /// The field is absent.
  package var isEmpty: Bool { if case .empty = self { true } else { false } }
  /// The text or code; nil for another kind and where absent.
  package var text: String? { if case .text(let value) = self { value } else { nil } }
  /// The whole number; nil for another kind and where absent.
  package var integer: Int? { if case .integer(let value) = self { value } else { nil } }
  /// The amount, in its field's unit; nil for another kind and where absent.
  package var amount: Amount? { if case .amount(let value) = self { value } else { nil } }
  /// The day; nil for another kind and where absent.
  package var day: Day? { if case .day(let value) = self { value } else { nil } }
  /// The month; nil for another kind and where absent.
  package var month: Month? { if case .month(let value) = self { value } else { nil } }
  /// Yes or no; nil for another kind and where absent, which means no.
  package var flag: Bool? { if case .flag(let value) = self { value } else { nil } }
  /// The linked record's id; nil for another kind and where absent.
  package var record: RecordID? { if case .record(let value) = self { value } else { nil } }
}

/// A Swift type that a record's field may have, and how it is erased.
package protocol FieldValue: Sendable, Equatable {
  /// What an absent value is.
  static var absent: Self { get }
  /// Reads the erased value; nil when it is of another kind.
  init?(_ value: Value)
  /// The erased value; `.empty` for an absent one.
  var erased: Value { get }
}

extension String: FieldValue {
  package static var absent: String { "" }
  package init?(_ value: Value) {
    guard let text = value.text else { return nil }
    self = text
  }
  package var erased: Value { isEmpty ? .empty : .text(self) }
}

extension Bool: FieldValue {
  package static var absent: Bool { false }
  package init?(_ value: Value) {
    guard let flag = value.flag else { return nil }
    self = flag
  }
  package var erased: Value { self ? .flag(true) : .empty }
}

extension Optional: FieldValue where Wrapped: OptionalFieldValue {
  package static var absent: Wrapped? { nil }
  package init?(_ value: Value) {
    guard let wrapped = Wrapped.read(value) else { return nil }
    self = wrapped
  }
  package var erased: Value { map(\.erasedValue) ?? .empty }
}

/// A type that a field holds as an optional: amounts, days and the like have no natural empty value.
package protocol OptionalFieldValue: Sendable, Equatable {
  /// The value's own kind; nil for another and where absent.
  static func read(_ value: Value) -> Self?
  /// The value; an absent one never comes here.
  var erasedValue: Value { get }
}

extension Int: OptionalFieldValue {
  package static func read(_ value: Value) -> Int? { value.integer }
  package var erasedValue: Value { .integer(self) }
}

extension Amount: OptionalFieldValue {
  package static func read(_ value: Value) -> Amount? { value.amount }
  package var erasedValue: Value { .amount(self) }
}

extension Day: OptionalFieldValue {
  package static func read(_ value: Value) -> Day? { value.day }
  package var erasedValue: Value { .day(self) }
}

extension Month: OptionalFieldValue {
  package static func read(_ value: Value) -> Month? { value.month }
  package var erasedValue: Value { .month(self) }
}

extension RecordID: OptionalFieldValue {
  package static func read(_ value: Value) -> RecordID? { value.record }
  package var erasedValue: Value { .record(self) }
}
