import Domain

/// Tells who has which record open in a form. A courtesy: where it cannot be told, nobody has.
package protocol OpenForms: Sendable {
  /// Says that a person has a record open, until they leave it or the process ends.
  func open(_ record: RecordID, by person: String) -> (any OpenForm)?
  /// Who has it open in another session, each once, in order.
  func others(at record: RecordID) -> [String]
}

/// One open form.
package protocol OpenForm: AnyObject {
  /// The form is closed; done by itself when nothing holds it any more.
  func leave()
}

/// Where nobody can be seen.
package struct NoOpenForms: OpenForms {
  package init() {}
  package func open(_ record: RecordID, by person: String) -> (any OpenForm)? { nil }
  package func others(at record: RecordID) -> [String] { [] }
}
