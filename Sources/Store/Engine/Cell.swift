import Domain

/// What stands in one column of one row.
enum Cell: Hashable {
  case null
  case integer(Int64)
  case text(String)
  case id(RecordID)

  /// A value as its column keeps it: amounts in ten-thousandths, days yyyymmdd, months yyyymm, flags 1.
  init(_ value: Value) {
    self =
      switch value {
      case .empty: .null
      case .text(let text): .text(text)
      case .integer(let number): .integer(Int64(number))
      case .amount(let amount): .integer(amount.scaled)
      case .day(let day): .integer(Int64(day.number))
      case .month(let month): .integer(Int64(month.number))
      case .flag(let flag): .integer(flag ? 1 : 0)
      case .record(let id): .id(id)
      }
  }
}

/// How a kind of field is kept in a column.
enum Storage: Int, Sendable {
  case text, integer, amount, day, month, flag, record

  init(_ kind: Kind) {
    self =
      switch kind {
      case .text, .longText, .phone, .code, .reference, .creditCode, .projectCode: .text
      case .integer, .year: .integer
      case .amount: .amount
      case .day: .day
      case .month: .month
      case .flag: .flag
      case .record: .record
      }
  }

  /// The column's type in a STRICT table.
  var type: String {
    switch self {
    case .text: "TEXT"
    case .record: "BLOB"
    default: "INTEGER"
    }
  }

  /// The value that a cell holds; a cell that cannot be one is empty.
  func value(_ cell: Cell) -> Value {
    switch (self, cell) {
    case (.text, .text(let text)): .text(text)
    case (.integer, .integer(let number)): .integer(Int(number))
    case (.amount, .integer(let scaled)): .amount(Amount(scaled: scaled))
    case (.day, .integer(let number)): Day(number: Int(number)).map(Value.day) ?? .empty
    case (.month, .integer(let number)): Month(number: Int(number)).map(Value.month) ?? .empty
    case (.flag, .integer(let number)): number == 0 ? .flag(false) : .flag(true)
    case (.record, .id(let id)): .record(id)
    default: .empty
    }
  }

  /// Whether the value is of the kind that the column keeps.
  func holds(_ value: Value) -> Bool {
    switch (self, value) {
    case (.text, .text), (.integer, .integer), (.amount, .amount), (.day, .day), (.month, .month), (.flag, .flag),
      (.record, .record):
      true
    default: false
    }
  }
}
