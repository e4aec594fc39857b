/// Reads canonical lines back into entries.
package enum CanonicalReader {
  /// Why a line is no entry.
  package enum Failure: Error, Hashable, Sendable {
    /// Not of the form, or not byte for byte what the writer makes of it; the byte at fault.
    case malformed(at: Int)
    /// Written by a newer version of the program.
    case version(Int)
  }

  /// The entry of a line without its line feed; only the canonical form is accepted.
  package static func entry(_ line: [UInt8]) throws(Failure) -> HistoryEntry {
    var reader = Cursor(bytes: line)
    let entry = try reader.entry()
    let again = CanonicalWriter.line(of: entry)
    guard again == line else {
      throw .malformed(at: zip(again, line).enumerated().first { $1.0 != $1.1 }?.offset ?? min(again.count, line.count))
    }
    return entry
  }

  /// A place in a line.
  private struct Cursor {
    let bytes: [UInt8]
    var place = 0

    mutating func entry() throws(Failure) -> HistoryEntry {
      try expect("{\"action\":")
      let action = try string()
      try expect(",\"at\":")
      guard let at = Instant(parsing: try string()) else { throw fault }
      try expect(",\"changes\":")
      let changes = try changes()
      try expect(",\"note\":")
      let note = try string()
      try expect(",\"origin\":")
      guard let origin = HistoryEntry.Origin(rawValue: try string()) else { throw fault }
      try expect(",\"person\":")
      let person = try string()
      try expect(",\"record\":")
      let record = take("null") ? nil : try recordID()
      try expect(",\"register\":")
      let register = try string()
      try expect(",\"rows\":[")
      var rows: [HistoryEntry.RowChange] = []
      while !take("]") {
        if !rows.isEmpty { try expect(",") }
        rows.append(try row())
      }
      try expect(",\"sequence\":")
      let sequence = try integer()
      try expect(",\"v\":")
      let version = try integer()
      guard version == CanonicalWriter.version else { throw .version(version) }
      try expect("}")
      guard place == bytes.count else { throw fault }
      return HistoryEntry(
        sequence: sequence, at: at, person: person, origin: origin, action: action, register: register,
        record: record, note: note, changes: changes, rows: rows)
    }

    var fault: Failure { .malformed(at: place) }

    mutating func row() throws(Failure) -> HistoryEntry.RowChange {
      try expect("{\"changes\":")
      let changes = try changes()
      try expect(",\"id\":")
      let id = try recordID()
      try expect(",\"list\":")
      let list = try string()
      try expect(",\"place\":[")
      let before = take("null") ? nil : try integer()
      try expect(",")
      let after = take("null") ? nil : try integer()
      try expect("]}")
      return HistoryEntry.RowChange(list: list, row: id, before: before, after: after, changes: changes)
    }

    mutating func changes() throws(Failure) -> [HistoryEntry.Change] {
      try expect("{")
      var changes: [HistoryEntry.Change] = []
      while !take("}") {
        if !changes.isEmpty { try expect(",") }
        let field = try string()
        try expect(":[")
        let before = try value()
        try expect(",")
        let after = try value()
        try expect("]")
        changes.append(HistoryEntry.Change(field: field, before: before, after: after))
      }
      return changes
    }

    mutating func value() throws(Failure) -> Value {
      if take("null") { return .empty }
      if take("true") { return .flag(true) }
      if take("false") { return .flag(false) }
      let text = try string()
      let body = String(text.dropFirst(2))
      let read: Value? =
        switch text.prefix(2) {
        case "t:": .text(body)
        case "i:": Int(body).map(Value.integer)
        case "a:": Int64(body).map { .amount(Amount(scaled: $0)) }
        case "d:": Day(parsing: body).map(Value.day)
        case "m:": Month(parsing: body).map(Value.month)
        case "r:": RecordID(body).map(Value.record)
        default: nil
        }
      guard let read else { throw fault }
      return read
    }

    mutating func recordID() throws(Failure) -> RecordID {
      guard let id = RecordID(try string()) else { throw fault }
      return id
    }

    mutating func integer() throws(Failure) -> Int {
      let start = place
      while place < bytes.count, bytes[place] == 0x2D || (0x30...0x39).contains(bytes[place]) { place += 1 }
      guard let number = Int(String(decoding: bytes[start..<place], as: UTF8.self)) else { throw fault }
      return number
    }

    mutating func string() throws(Failure) -> String {
      try expect("\"")
      var text: [UInt8] = []
      while place < bytes.count, bytes[place] != 0x22 {
        if bytes[place] != 0x5C {
          text.append(bytes[place])
          place += 1
          continue
        }
        guard place + 1 < bytes.count else { throw fault }
        let mark = bytes[place + 1]
        if mark == 0x22 || mark == 0x5C {
          text.append(mark)
          place += 2
        } else {
          let digits = bytes.dropFirst(place + 4).prefix(2)
          guard digits.count == 2, let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) else {
            throw fault
          }
          text.append(byte)
          place += 6
        }
      }
      try expect("\"")
      guard let result = String(validating: text, as: UTF8.self) else { throw fault }
      return result
    }

    mutating func take(_ text: StaticString) -> Bool {
      let end = place + text.utf8CodeUnitCount
      guard end <= bytes.count else { return false }
      for offset in 0..<text.utf8CodeUnitCount where bytes[place + offset] != text.utf8Start[offset] { return false }
      place = end
      return true
    }

    mutating func expect(_ text: StaticString) throws(Failure) {
      guard take(text) else { throw fault }
    }
  }
}
