import Domain

/// Where a column of an export profile takes its value from.
///
/// `name` a field; `measures.name` a child list's, all rows; `project>content` the linked record's; `projects/saving` of
/// every record of `projects` that links here; `project>content|projects/content` the first of these that says anything.
/// Several values stand behind one another, amounts are added.
package struct FieldPath: Sendable {
  indirect enum Step: Sendable {
    case field(FieldSpec)
    case list(ListSpec, FieldSpec)
    case link(FieldSpec, Register, Step)
    case behind(Register, FieldSpec, Step)
    case either(Step, Step)
  }
  let step: Step
  /// The field at the end.
  package let field: FieldSpec

  /// Reads a path; nil where the register has no such field.
  package init?(_ text: String, _ register: Register) {
    guard let step = Self.step(text, register) else { return nil }
    self.step = step
    field = Self.end(of: step)
  }

  private static func step(_ text: String, _ register: Register) -> Step? {
    if let mark = text.firstIndex(of: "|"), text.contains(where: { ">/".contains($0) }) {
      guard let first = step(String(text[..<mark]), register),
        let second = step(String(text[text.index(after: mark)...]), register)
      else { return nil }
      return .either(first, second)
    }
    if let mark = text.firstIndex(of: ">") {
      guard let field = register.field(named: String(text[..<mark])), case .record(let id) = field.kind,
        let target = Registers.named(id), let rest = step(String(text[text.index(after: mark)...]), target)
      else { return nil }
      return .link(field, target, rest)
    }
    if let mark = text.firstIndex(of: "/") {
      guard let other = Registers.named(String(text[..<mark])),
        let link = other.fields.first(where: { $0.kind == .record(register: register.id) }),
        let rest = step(String(text[text.index(after: mark)...]), other)
      else { return nil }
      return .behind(other, link, rest)
    }
    guard let path = register.path(named: text), !path.contains("|") else { return nil }
    guard let dot = path.firstIndex(of: ".") else { return register.field(path).map(Step.field) }
    guard let list = register.list(String(path[..<dot])),
      let field = list.field(String(path[path.index(after: dot)...]))
    else { return nil }
    return .list(list, field)
  }

  private static func end(of step: Step) -> FieldSpec {
    switch step {
    case .field(let field), .list(_, let field): field
    case .link(_, _, let rest), .behind(_, _, let rest): end(of: rest)
    case .either(let first, _): end(of: first)
    }
  }

  /// The values that stand there, empty ones left out.
  package func values(_ document: Document, in library: any LibraryLookup) throws -> [Value] {
    try Self.values(step, document, library).filter { !$0.isEmpty }
  }

  private static func values(_ step: Step, _ document: Document, _ library: any LibraryLookup) throws -> [Value] {
    switch step {
    case .field(let field): return [document[field.id]]
    case .list(let list, let field): return (document.children[list.id] ?? []).map { $0[field.id] }
    case .link(let field, let target, let rest):
      guard let id = document[field.id].record, let other = try library.document(target.id, id) else { return [] }
      return try values(rest, other, library)
    case .behind(let other, let link, let rest):
      return try library.documents(other.id, where: link.id, is: .record(document.id)).flatMap {
        try values(rest, $0, library)
      }
    case .either(let first, let second):
      let found = try values(first, document, library).filter { !$0.isEmpty }
      return found.isEmpty ? try values(second, document, library) : found
    }
  }
}
