import Domain

/// What a reviewer has to look at 改动: field by field, child rows too, between what the tier saw last and what it is
/// asked to judge now.
package struct ChangesSince: Sendable {
  /// One value that differs, or a child row that came or went.
  package struct Line: Sendable {
    /// A field's id, or `list.field`.
    package let path: String
    /// The field's name.
    package let label: Label
    /// The child row's place now (or before, where it went), from 1; nil for a field of the record.
    package let row: Int?
    /// What it was; empty for a row that came.
    package let before: Value
    /// What it is; empty for a row that went.
    package let after: Value
    /// What the tier had said of this field when it sent the record back.
    package let fault: FieldFault?
  }

  /// What the lines compare with.
  package enum Base: Hashable, Sendable {
    /// The tier has not seen the record before.
    case nothing
    /// What it sent back, when, with what reason.
    case returned(on: Day?, reason: String)
    /// What the tier admitted: the lines are those of a change request.
    case admitted
  }

  /// What the lines compare with.
  package let base: Base
  /// What differs, in the schema's order; those at fault first.
  package let lines: [Line]
  /// Faults of the last return that nothing was changed about.
  package let open: [FieldFault]

  /// Compares for the tier that has the record's open filing; without one, for the last that had.
  package static func read(_ document: Document, in store: any Store) throws -> ChangesSince {
    guard let register = Registers.named(document.register) else {
      throw UseCaseError.unknownRegister(document.register)
    }
    let project = Project.schema.record(document)
    guard let filing = project.openFiling ?? project.filings.last else {
      return ChangesSince(base: .nothing, lines: [], open: [])
    }
    let former = project.filings.last {
      $0.id != filing.id && $0.tier == filing.tier && $0.outcome == FilingOutcome.returned.rawValue
    }
    let faults = former.map { FieldFault.read($0.faults) } ?? []
    if filing.kind == FilingKind.change.rawValue {
      guard filing.isOpen, var proposed = Proposal.applied(filing.proposal, to: document, register) else {
        return ChangesSince(base: .admitted, lines: [], open: [])
      }
      try store.check { library in
        register.derive(&proposed, DeriveContext(reference: store.reference, library: library))
      }
      return make(.admitted, document, proposed, faults, register)
    }
    guard filing.kind == FilingKind.admit.rawValue, let former, let revision = former.submittedRevision else {
      return ChangesSince(base: .nothing, lines: [], open: [])
    }
    let entries = try store.read { try $0.history(register.id, document.id) }
    // An entry is a revision: what the tier was sent is the record after that many.
    guard let then = RecordAt.replay(Array(entries.prefix(revision)), register) else {
      return ChangesSince(base: .nothing, lines: [], open: [])
    }
    return make(.returned(on: former.decidedOn, reason: former.reason), then, document, faults, register)
  }

  private static func make(
    _ base: Base, _ old: Document, _ new: Document, _ faults: [FieldFault], _ register: Register
  ) -> ChangesSince {
    let lines = Self.lines(from: old, to: new, faults, register)
    let changed = Set(lines.map(\.path))
    return ChangesSince(
      base: base, lines: lines.filter { $0.fault != nil } + lines.filter { $0.fault == nil },
      open: faults.filter { !changed.contains($0.field) })
  }

  /// Figures that the program works out and a tier judges by.
  private static let judged: Set<String> = [
    "saving", "saving_coal_equivalent", "renewable_substitution", "co2_cut", "investment", "energy_before",
    "energy_after",
  ]

  /// What two states of a record declare and report differently; private values are left out.
  package static func lines(
    from old: Document, to new: Document, _ faults: [FieldFault] = [], _ register: Register
  ) -> [Line] {
    func fault(_ path: String) -> FieldFault? { faults.first { $0.field == path } }
    var lines: [Line] = []
    for field in register.fields where isShown(field) && old[field.id] != new[field.id] {
      lines.append(
        Line(
          path: field.id, label: field.label, row: nil, before: old[field.id], after: new[field.id],
          fault: fault(field.id)))
    }
    for list in register.lists where list.part == .declared || list.part == .running {
      let before = Array((old.children[list.id] ?? []).enumerated())
      let after = Array((new.children[list.id] ?? []).enumerated())
      let olds = Dictionary(before.map { ($1.id, $1) }, uniquingKeysWith: { first, _ in first })
      let kept = Set(after.map(\.element.id))
      let gone = before.filter { !kept.contains($0.element.id) }.map {
        ($0.offset, $0.element, ChildRow(id: $0.element.id))
      }
      let rows = after.map { ($0.offset, olds[$0.element.id] ?? ChildRow(id: $0.element.id), $0.element) } + gone
      for (place, was, now) in rows {
        for field in list.fields where !field.isDerived && !field.isPrivate && was[field.id] != now[field.id] {
          let path = "\(list.id).\(field.id)"
          lines.append(
            Line(
              path: path, label: field.label, row: place + 1, before: was[field.id], after: now[field.id],
              fault: fault(path)))
        }
      }
    }
    return lines
  }

  private static func isShown(_ field: FieldSpec) -> Bool {
    if field.isPrivate { return false }
    return field.isDerived ? judged.contains(field.id) : field.part == .declared || field.part == .running
  }
}
