/// The declared part that a change request proposes 变更内容, and how it is kept in a filing.
///
/// It is written as the history writes a new record, one canonical line, so that one reader and one writer serve both.
package enum Proposal {
  /// The text of a record's declared part.
  package static func write(_ document: Document, _ register: Register) -> String {
    let (fields, rows) = HistoryEntry.changes(from: nil, to: DeclaredPart.of(document, register))
    let entry = HistoryEntry(
      at: Instant(milliseconds: 0), person: "", origin: .host, action: FilingKind.change.rawValue,
      register: register.id, record: document.id, changes: fields, rows: rows)
    return String(decoding: CanonicalWriter.line(of: entry), as: UTF8.self)
  }

  /// The declared part that a text holds; nil for one that is no proposal for this record.
  package static func read(_ text: String, of document: Document) -> Document? {
    guard let entry = try? CanonicalReader.entry(Array(text.utf8)), entry.register == document.register,
      entry.record == document.id
    else { return nil }
    return entry.applied(to: nil)
  }

  /// The record as it will be when the proposal is admitted; nil for a text that is no proposal for it.
  package static func applied(_ text: String, to document: Document, _ register: Register) -> Document? {
    guard let proposed = read(text, of: document) else { return nil }
    var result = document
    for field in register.fields where DeclaredPart.holds(field) { result[field.id] = proposed[field.id] }
    for list in register.lists where list.part == .declared { result.children[list.id] = proposed.children[list.id] }
    return result
  }
}

/// The declared part 申报内容 of a record: what a tier judges.
package enum DeclaredPart {
  /// A declared field that somebody fills.
  package static func holds(_ field: FieldSpec) -> Bool { field.part == .declared && !field.isDerived }

  /// A record with nothing else in it; derived values of child rows are left out.
  package static func of(_ document: Document, _ register: Register) -> Document {
    parts([.declared], of: document, register)
  }

  /// Whether two states of a record declare the same.
  package static func differs(_ old: Document, _ new: Document, _ register: Register) -> Bool {
    differs([.declared], old, new, register)
  }

  /// Whether two states differ in some of a record's parts; what the program derives is not looked at.
  package static func differs(_ parts: Set<Part>, _ old: Document, _ new: Document, _ register: Register) -> Bool {
    let before = self.parts(parts, of: old, register)
    let after = self.parts(parts, of: new, register)
    return before.values != after.values || before.children != after.children
  }

  /// A record with only some of its parts, and nothing derived.
  package static func parts(_ parts: Set<Part>, of document: Document, _ register: Register) -> Document {
    var result = Document(register: document.register, id: document.id)
    for field in register.fields where parts.contains(field.part) && !field.isDerived {
      result[field.id] = document[field.id]
    }
    for list in register.lists where parts.contains(list.part) {
      guard var rows = document.children[list.id], !rows.isEmpty else { continue }
      for field in list.fields where field.isDerived {
        for place in rows.indices { rows[place][field.id] = .empty }
      }
      result.children[list.id] = rows
    }
    return result
  }
}
