/// Which registers, fields, indicators and screens serve each clause of the plan: what the documents print.
package enum PolicyTable {
  /// Registers that are no list of the plan's.
  package static let inner: Set<String> = ["people", "tiers"]

  /// The registers that serve a clause.
  package static func registers(of clause: PlanPassage) -> [Register] {
    Registers.all.filter { register in
      !inner.contains(register.id) && register.clauses.contains { PlanText.normal($0) == clause.id }
    }
  }

  /// The numbered targets that a clause sets.
  package static func targets(of clause: PlanPassage, _ reference: ReferenceTables) -> [PlanTarget] {
    reference.targets.all.filter { PlanText.normal($0.section) == clause.id }
  }

  /// The indicators that measure a clause's targets.
  package static func indicators(of clause: PlanPassage, _ reference: ReferenceTables) -> [Indicator] {
    let ids = Set(targets(of: clause, reference).map(\.id))
    return Indicators.all(in: reference).filter { !ids.isDisjoint(with: $0.targets) }
  }

  /// What a register counts for a clause: the indicators of its targets that it feeds, else the first of its own figures.
  package static func figures(
    _ register: Register, of clause: PlanPassage, _ reference: ReferenceTables
  ) -> [Label] {
    let own = Set(register.measures.map(\.id))
    let fed = indicators(of: clause, reference).filter { indicator in
      switch indicator.source {
      case .counts, .share: !own.isDisjoint(with: indicator.allTerms.map(\.measure))
      case .efficiency: register.id == EfficiencyLine.schema.id
      case .statistics: register.id == OfficialValue.schema.id
      case .estimate: false
      }
    }
    return fed.isEmpty ? register.measures.prefix(3).map(\.label) : fed.map(\.label)
  }

  /// The screen on which a register is at home.
  package static func screen(of register: String) -> Label {
    switch register {
    case Project.schema.id: Label(zh: "2 项目库", en: "2 Projects")
    case Enterprise.schema.id: Label(zh: "3 企业", en: "3 Enterprises")
    case EfficiencyLine.schema.id: Label(zh: "4 能效", en: "4 Efficiency")
    case "targets", "statistics": Label(zh: "5 调度", en: "5 Tallies")
    default: Label(zh: "7 台账", en: "7 Registers")
    }
  }

  /// The clauses that the table tells of: the goals, where they set a target, every task and every safeguard.
  package static func clauses(_ reference: ReferenceTables) -> [PlanPassage] {
    PlanText.clauses.filter { $0.isDuty || !targets(of: $0, reference).isEmpty }
  }

  /// What a register is first known by: its usual columns.
  package static func fields(_ register: Register) -> [FieldSpec] {
    register.layout.columns.filter(\.isDefault).compactMap { register.field($0.field) }
  }

  /// A Markdown table with a row for each clause and each register that serves it.
  package static func lines(_ language: Language) -> [String] {
    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
    let reference = ReferenceTables.builtIn
    var lines = [
      say("| 条款 | 清单 | 主要字段 | 指标 | 屏幕 |", "| clause | register | fields | indicators | screen |"),
      "| --- | --- | --- | --- | --- |",
    ]
    for clause in clauses(reference) {
      for (place, register) in registers(of: clause).enumerated() {
        let fields = fields(register).map { $0.label[language] }
        let figures = figures(register, of: clause, reference).map { $0[language] }
        lines.append(
          "| \(place == 0 ? "\(clause.id) \(clause.title)" : "") | \(register.label[language]) `\(register.id)` | "
            + "\(fields.joined(separator: say("、", ", "))) | "
            + "\(figures.joined(separator: say("、", ", "))) | \(screen(of: register.id)[language]) |")
      }
    }
    return lines
  }
}
