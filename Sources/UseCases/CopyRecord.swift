import Domain

/// A new, unsaved record with another one's declared content: for the second project of the same kind.
package enum CopyRecord {
  /// Codes, derived and filing fields and what only the running project has are left out; child rows get new ids.
  package static func of(_ document: Document, as environment: Environment) throws -> Document {
    guard let register = Registers.named(document.register) else {
      throw UseCaseError.unknownRegister(document.register)
    }
    var copy = Document(register: register.id, id: environment.newID())
    for field in register.fields where field.part == .declared && !field.isDerived && !isUnique(field) {
      copy[field.id] = document[field.id]
    }
    for list in register.lists where list.part == .declared {
      let rows = (document.children[list.id] ?? []).map { ChildRow(id: environment.newID(), values: $0.values) }
      if !rows.isEmpty { copy.children[list.id] = rows }
    }
    return copy
  }

  /// National codes name one thing only.
  private static func isUnique(_ field: FieldSpec) -> Bool { field.kind == .creditCode || field.kind == .projectCode }
}
