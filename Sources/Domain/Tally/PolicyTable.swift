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

  /// A Markdown table with a row for each task and safeguard and each register that serves it.
  package static func lines(_ language: Language) -> [String] {
    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
    let reference = ReferenceTables.builtIn
    var lines = [
      say("| 条款 | 清单 | 主要字段 | 指标 | 屏幕 |", "| clause | register | fields | indicators | screen |"),
      "| --- | --- | --- | --- | --- |",
    ]
    for clause in PlanText.clauses where clause.isDuty {
      let indicators = indicators(of: clause, reference).map { $0.label[language] }
      for (place, register) in registers(of: clause).enumerated() {
        let fields = register.layout.columns.filter(\.isDefault).compactMap {
          register.field($0.field)?.label[language]
        }
        let first = place == 0
        lines.append(
          "| \(first ? "\(clause.id) \(clause.title)" : "") | \(register.label[language]) `\(register.id)` | "
            + "\(fields.joined(separator: say("、", ", "))) | "
            + "\(first ? indicators.joined(separator: say("、", ", ")) : "") | \(screen(of: register.id)[language]) |")
      }
    }
    return lines
  }
}
