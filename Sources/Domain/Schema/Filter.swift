/// A filter over one register: conditions that must all hold, and words that must be found.
package struct Filter: Hashable, Sendable {
  /// How a field is compared; the raw value is the sign of `--where`.
  package enum Operator: String, CaseIterable, Sendable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    /// Holds the text, or its pinyin.
    case contains = "~"
  }

  /// `field op a|b`: any of the values. No value at all means "is empty" (or, with `!=`, "is not empty").
  ///
  /// A blank among several values takes the empty ones in: `left_on>|2023-06-30`. `region = code` means in or under that
  /// region or group. A child list's field is `list.field` and matches if any row
  /// does. Several fields parted by `|` match if any of them does: `region|shares.region`.
  package struct Condition: Hashable, Sendable {
    /// The field's path, or several with `|` between them.
    package var field: String
    /// How they are compared.
    package var op: Operator
    /// Any of these will do; for `.notEqual` none of them may be there.
    package var values: [Value]

    package init(_ field: String, _ op: Operator, _ values: [Value]) {
      self.field = field
      self.op = op
      self.values = values
    }
  }

  /// All of them must hold.
  package var conditions: [Condition]
  /// What was typed into the search; blank finds everything.
  package var words: String

  package init(_ conditions: [Condition] = [], words: String = "") {
    self.conditions = conditions
    self.words = words
  }

  /// Everything in the register.
  package static let all = Filter()
  /// It lets everything through.
  package var isEmpty: Bool { conditions.isEmpty && words.isEmpty }

  /// Both filters' conditions; words of the other one win where it has some.
  package func and(_ other: Filter) -> Filter {
    Filter(conditions + other.conditions, words: other.words.isEmpty ? words : other.words)
  }

  /// The same with one condition more.
  package func and(_ field: String, _ op: Operator = .equal, _ values: Value...) -> Filter {
    Filter(conditions + [Condition(field, op, values)], words: words)
  }

  /// One condition alone.
  package static func `where`(_ field: String, _ op: Operator = .equal, _ values: Value...) -> Filter {
    Filter([Condition(field, op, values)])
  }

  /// Whether the conditions hold; words are the search index's business and are not looked at.
  package func matches(_ document: Document, in reference: ReferenceTables) -> Bool {
    conditions.allSatisfy { $0.matches(document, in: reference) }
  }
}

extension Filter.Condition {
  /// The condition for each of its fields.
  package var alternatives: [Filter.Condition] {
    guard field.utf8.contains(UInt8(ascii: "|")) else { return [self] }
    return field.split(separator: "|").map { Filter.Condition(String($0), op, values) }
  }

  /// Whether a record meets it, by its values alone; groups and regions are resolved in `reference`.
  package func matches(_ document: Document, in reference: ReferenceTables) -> Bool {
    // By bytes, since every record that is written goes through every measure's conditions.
    if field.utf8.contains(UInt8(ascii: "|")) {
      return alternatives.contains { $0.matches(document, in: reference) }
    }
    guard let dot = field.utf8.firstIndex(of: UInt8(ascii: ".")) else {
      return matches(document[field], in: reference)
    }
    let list = String(field[..<dot])
    let child = String(field[field.index(after: dot)...])
    let rows = document.children[list] ?? []
    if values.isEmpty {
      let anyFilled = rows.contains { !$0[child].isEmpty }
      return op == .notEqual ? anyFilled : !anyFilled
    }
    return rows.contains { matches($0[child], in: reference) }
  }

  private func matches(_ value: Value, in reference: ReferenceTables) -> Bool {
    guard !values.isEmpty else { return op == .notEqual ? !value.isEmpty : value.isEmpty }
    // A flag that is not set is false.
    let isFlag = values.contains { $0.flag != nil }
    let value = value.isEmpty && isFlag ? .flag(false) : value
    if op == .notEqual { return !values.contains { equals(value, $0, reference) } }
    if value.isEmpty { return values.contains(.empty) }
    return values.contains { wanted in
      if wanted.isEmpty { return false }
      return switch op {
      case .equal: equals(value, wanted, reference)
      case .notEqual: false
      case .less: value.order(wanted) < 0
      case .lessOrEqual: value.order(wanted) <= 0
      case .greater: value.order(wanted) > 0
      case .greaterOrEqual: value.order(wanted) >= 0
      case .contains: SearchTokens.query(wanted.plain).matches(value.plain)
      }
    }
  }

  /// Whether it asks for a region, under which others lie.
  package var isRegion: Bool { field == "region" || field.hasSuffix(".region") }

  private func equals(_ value: Value, _ wanted: Value, _ reference: ReferenceTables) -> Bool {
    if isRegion, let region = value.text, let scope = wanted.text {
      return reference.regions.isIn(region, scope)
    }
    return value == wanted
  }
}

extension Value {
  /// -1, 0 or 1; values of different kinds compare as their plain text.
  func order(_ other: Value) -> Int {
    func compare<T: Comparable>(_ left: T, _ right: T) -> Int { left < right ? -1 : left > right ? 1 : 0 }
    switch (self, other) {
    case (.integer(let left), .integer(let right)): return compare(left, right)
    case (.amount(let left), .amount(let right)): return compare(left, right)
    case (.day(let left), .day(let right)): return compare(left, right)
    case (.month(let left), .month(let right)): return compare(left, right)
    default: return compare(plain, other.plain)
    }
  }

  /// The value as a file carries it: plain digits, ISO dates, codes as they are.
  package var plain: String {
    switch self {
    case .empty: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .amount(let amount): amount.plain
    case .day(let day): day.iso
    case .month(let month): month.iso
    case .flag(let flag): flag ? "true" : "false"
    case .record(let id): id.text
    }
  }
}
