/// The plan's clauses with what serves each: clause -> registers -> fields -> indicators, from the definitions alone.
package enum PlanTable {
  /// One clause and what serves it.
  package struct Row: Sendable {
    /// As the plan has it: its id, what it asks for, who answers for it.
    package let clause: PlanClause
    /// The registers that name the clause as theirs, in menu order.
    package let registers: [Register]
    /// The indicators of the clause's numbered targets, and the further figures that name it.
    package let indicators: [Indicator]
  }

  /// Every clause in the order of the text.
  package static func rows(in reference: ReferenceTables) -> [Row] {
    let indicators = Indicators.all(in: reference)
    return PlanClauses.all.map { clause in
      Row(
        clause: clause, registers: Registers.all.filter { serves($0, clause) },
        indicators: indicators.filter { indicator in
          names(indicator.clause, clause)
            || indicator.targets.contains { reference.targets[$0].map { names($0.section, clause) } ?? false }
        })
    }
  }

  /// Numbered targets without anything that feeds them: no indicator, or one whose measures no register has.
  ///
  /// A threshold bounds what a register holds; it is fed by a register of its clause.
  package static func unfed(in reference: ReferenceTables) -> [PlanTarget] {
    let indicators = Indicators.all(in: reference)
    return reference.targets.all.filter { target in
      if target.direction == .threshold {
        return !Registers.all.contains { register in register.clauses.contains { names(target.section, $0) } }
      }
      guard let indicator = indicators.first(where: { $0.targets.contains(target.id) }) else { return true }
      return indicator.allTerms.contains { Registers.measures[$0.measure] == nil }
    }
  }

  /// What a register is to be filled with for the clause: the fields that it cannot do without.
  package static func fields(_ register: Register) -> [FieldSpec] { register.fields.filter(\.isRequired) }

  private static func serves(_ register: Register, _ clause: PlanClause) -> Bool {
    ![.people, .books].contains(RegisterGroup(of: register.id)) && register.clauses.contains(clause.id)
  }

  private static func names(_ section: String, _ clause: PlanClause) -> Bool { names(section, clause.id) }

  private static func names(_ section: String, _ clause: String) -> Bool {
    let folded = Normalised.halfWidth(section)
    return folded == clause || (clause == "一" && folded.hasPrefix("一"))
  }
}
