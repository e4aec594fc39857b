/// Telephone numbers as those see them who are neither of the own tier nor above: `138****1234`.
package enum PhoneMask {
  /// The number without its middle; a short one shows nothing.
  package static func masked(_ text: String) -> String {
    text.count < 8 ? (text.isEmpty ? "" : "****") : text.prefix(3) + "****" + text.suffix(4)
  }

  /// A record with its private fields masked, child rows too.
  package static func masked(_ document: Document, _ register: Register) -> Document {
    var result = document
    for field in register.fields where field.isPrivate { result[field.id] = masked(document[field.id]) }
    for list in register.lists {
      let fields = list.fields.filter(\.isPrivate)
      guard !fields.isEmpty, var rows = result.children[list.id] else { continue }
      for place in rows.indices { for field in fields { rows[place][field.id] = masked(rows[place][field.id]) } }
      result.children[list.id] = rows
    }
    return result
  }

  /// A value as it is shown masked; what is no text stays.
  package static func masked(_ value: Value) -> Value { value.text.map { .text(masked($0)) } ?? value }

  /// A record to be saved, in which masked values that came back as they were shown are again what they stand for.
  package static func restored(_ document: Document, from old: Document, _ register: Register) -> Document {
    var result = document
    for field in register.fields where field.isPrivate {
      if !old[field.id].isEmpty, result[field.id] == masked(old[field.id]) { result[field.id] = old[field.id] }
    }
    for list in register.lists {
      let fields = list.fields.filter(\.isPrivate)
      guard !fields.isEmpty, var rows = result.children[list.id] else { continue }
      let former = Dictionary(
        (old.children[list.id] ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      for place in rows.indices {
        guard let before = former[rows[place].id] else { continue }
        for field in fields where rows[place][field.id] == masked(before[field.id]) {
          rows[place][field.id] = before[field.id]
        }
      }
      result.children[list.id] = rows
    }
    return result
  }
}
