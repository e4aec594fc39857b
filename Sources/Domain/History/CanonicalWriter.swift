/// Writes an entry as its one canonical JSON line, which is what is hashed.
///
/// Keys are sorted by their UTF-8 bytes, there are no blanks, texts are NFC and escaped only where JSON demands it
/// (`\"`, `\\`, `\u00xx`). Values carry their kind: null, true, false, or a text that begins with `t:` text, `i:` integer,
/// `a:` amount in ten-thousandths, `d:` day, `m:` month, `r:` record. A change is `[before,after]`.
package enum CanonicalWriter {
  /// The version of this format, the line's `v`.
  package static let version = 1

  /// The line, without a line feed.
  package static func line(of entry: HistoryEntry) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(512 + entry.changes.count * 64 + entry.rows.count * 256)
    put("{\"action\":", &out)
    string(entry.action, &out)
    put(",\"at\":\"", &out)
    put(entry.at.iso, &out)
    put("\",\"changes\":", &out)
    changes(entry.changes, &out)
    put(",\"note\":", &out)
    string(entry.note, &out)
    put(",\"origin\":\"", &out)
    put(entry.origin.rawValue, &out)
    put("\",\"person\":", &out)
    string(entry.person, &out)
    put(",\"record\":", &out)
    if let record = entry.record { string(record.text, &out) } else { put("null", &out) }
    put(",\"register\":", &out)
    string(entry.register, &out)
    put(",\"rows\":[", &out)
    for (place, row) in entry.rows.enumerated() {
      put(place == 0 ? "{\"changes\":" : ",{\"changes\":", &out)
      changes(row.changes, &out)
      put(",\"id\":\"", &out)
      put(row.row.text, &out)
      put("\",\"list\":", &out)
      string(row.list, &out)
      put(",\"place\":[", &out)
      put(row.before.map(String.init) ?? "null", &out)
      put(",", &out)
      put(row.after.map(String.init) ?? "null", &out)
      put("]}", &out)
    }
    put("],\"sequence\":", &out)
    put(String(entry.sequence), &out)
    put(",\"v\":1}", &out)
    return out
  }

  private static func changes(_ changes: [HistoryEntry.Change], _ out: inout [UInt8]) {
    out.append(0x7B)
    let isSorted = zip(changes, changes.dropFirst()).allSatisfy { before($0.field, $1.field) }
    let sorted = isSorted ? changes : changes.sorted { before($0.field, $1.field) }
    for (place, change) in sorted.enumerated() {
      if place > 0 { out.append(0x2C) }
      string(change.field, &out)
      put(":[", &out)
      value(change.before, &out)
      out.append(0x2C)
      value(change.after, &out)
      out.append(0x5D)
    }
    out.append(0x7D)
  }

  private static func before(_ a: String, _ b: String) -> Bool { a < b }

  private static func value(_ value: Value, _ out: inout [UInt8]) {
    switch value {
    case .empty: put("null", &out)
    case .flag(let flag): put(flag ? "true" : "false", &out)
    case .text(let text): string(text, prefix: "t:", &out)
    case .integer(let number): string(String(number), prefix: "i:", &out)
    case .amount(let amount): string(String(amount.scaled), prefix: "a:", &out)
    case .day(let day): string(day.iso, prefix: "d:", &out)
    case .month(let month): string(month.iso, prefix: "m:", &out)
    case .record(let id): string(id.text, prefix: "r:", &out)
    }
  }

  private static func put(_ text: String, _ out: inout [UInt8]) { out.append(contentsOf: text.utf8) }

  private static func string(_ text: String, prefix: String = "", _ out: inout [UInt8]) {
    out.append(0x22)
    put(prefix, &out)
    for byte in Normalised.nfc(text).utf8 {
      if byte >= 0x20 && byte != 0x22 && byte != 0x5C {
        out.append(byte)
      } else if byte == 0x22 || byte == 0x5C {
        out.append(0x5C)
        out.append(byte)
      } else {
        put("\\u00", &out)
        put(Hex.text([byte]), &out)
      }
    }
    out.append(0x22)
  }
}
