import Foundation
import Testing

@testable import Domain

@Suite struct PlanTextTests {
  @Test func theTextHasSixteenTasksAndFourSafeguards() {
    let tasks = PlanText.clauses.filter { $0.depth == 2 }.map(\.id)
    #expect(tasks.count == 16)
    for (place, id) in tasks.enumerated() { #expect(id.hasSuffix(")\(place + 1)"), "\(id)") }
    #expect(PlanText.taskClauses.suffix(4) == ["四(一)", "四(二)", "四(三)", "四(四)"])
    #expect(PlanText.children(of: "").map(\.id) == ["一", "二", "三", "四"])
    #expect(PlanText.children(of: "三").count == 7)
    #expect(PlanText.clause("三（五）12")?.title == "建设一批绿色低碳园区")
    #expect(PlanText.clause("一、总体目标")?.id == "一")
  }

  @Test func everyTaskNamesItsDepartments() {
    for clause in PlanText.clauses where clause.isDuty {
      #expect(clause.departments.first?.hasPrefix("省") == true, "\(clause.id)")
      #expect(clause.departments.allSatisfy { !$0.contains("负责") && !$0.isEmpty }, "\(clause.id)")
      #expect(!clause.sentences.isEmpty && clause.sentences.allSatisfy { $0.hasSuffix("。") }, "\(clause.id)")
    }
  }

  /// Every numbered target is quoted from the clause that it names, word for word.
  @Test func everyTargetStandsInItsClause() throws {
    for target in ReferenceTables.builtIn.targets.all {
      let clause = try #require(PlanText.clause(target.section), "\(target.id)")
      #expect(clause.text.contains(target.quote), "\(target.id) \(target.quote)")
    }
  }

  @Test func everySentenceOfTheTasksIsADuty() {
    let duties = PlanDuties.all(region: "330000", ReferenceTables.builtIn.targets)
    #expect(duties.count == PlanText.clauses.filter(\.isDuty).map(\.sentences.count).reduce(0, +))
    #expect(Set(duties.map(\.code)).count == duties.count)
    #expect(duties.allSatisfy { !$0.lead.isEmpty && !$0.name.isEmpty && PlanText.clause($0.clause) != nil })
    let first = duties.first { $0.sentence.contains("15000家以上") }
    #expect(first?.code == "三(一)1-2" && first?.target == "T01" && first?.dueOn == Day(number: 20_241_231))
    #expect(first?.lead == "省经信厅")
    #expect(duties.first { $0.sentence.contains("到2023年底") }?.dueOn == Day(number: 20_231_231))
  }

  /// Tasks 1 to 16 and the safeguards have each a list of their own besides the duties, with fields and figures.
  @Test func everyDutyClauseHasARegisterWithFieldsAndFigures() {
    let reference = ReferenceTables.builtIn
    let clauses = PolicyTable.clauses(reference)
    #expect(clauses.map(\.id) == ["一"] + PlanText.taskClauses)
    for clause in clauses {
      let registers = PolicyTable.registers(of: clause)
      let own = registers.filter { $0.id != Duty.schema.id || clause.id == "四(一)" }
      #expect(!own.isEmpty, "\(clause.id)")
      #expect(own.contains { !PolicyTable.figures($0, of: clause, reference).isEmpty }, "\(clause.id)")
      for register in registers { #expect(!PolicyTable.fields(register).isEmpty, "\(clause.id) \(register.id)") }
    }
    for register in Registers.all {
      for clause in register.clauses { #expect(PlanText.clause(clause) != nil, "\(register.id) \(clause)") }
    }
  }

  /// Each numbered target is counted by an indicator whose list stands in the table at the target's own clause or task,
  /// and every measure that the indicator adds up is there.
  @Test func everyNumberedTargetIsFed() throws {
    let reference = ReferenceTables.builtIn
    let all = Indicators.all(in: reference)
    for target in reference.targets.all {
      if target.direction == .threshold {
        // A threshold bounds what its list holds: the size of a boiler, of a clinker line.
        let clause = try #require(PlanText.clause(target.section))
        let field = try #require(["T08": "steam", "T09": "clinker"][target.id], "\(target.id)")
        #expect(PolicyTable.registers(of: clause).contains { $0.field(field) != nil }, "\(target.id)")
        continue
      }
      let indicator = try #require(all.first { $0.targets.contains(target.id) }, "\(target.id)")
      #expect(indicator.allTerms.allSatisfy { Registers.measures[$0.measure] != nil }, "\(target.id)")
      let feeding = indicator.targets.compactMap { reference.targets[$0] }.flatMap { twin in
        PlanText.clause(twin.section).map { clause in
          PolicyTable.registers(of: clause).filter {
            $0.id != Duty.schema.id && PolicyTable.figures($0, of: clause, reference).contains(indicator.label)
          }
        } ?? []
      }
      #expect(!feeding.isEmpty, "\(target.id)")
    }
  }

  /// The departments are those that the plan's own table of targets has for the same clause.
  @Test func departmentsAgreeWithTheTargets() {
    for target in ReferenceTables.builtIn.targets.all where !target.departments.isEmpty {
      guard let clause = PlanClauses.named(target.section) else { continue }
      #expect(Set(clause.departments).isSubset(of: target.departments), "\(target.id)")
    }
  }

  /// `docs/plan.md` is the table that the definitions give; `SANKU_GOLDEN=write` writes it anew.
  @Test func theTableOfClausesIsCurrent() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("docs/plan.md")
    let page =
      """
      # 计划条款与清单 The plan's clauses and their registers

      由清单、指标的定义生成（`sanku policy --table`）。Generated from the definitions of registers and indicators.

      \(PolicyTable.lines(.zh).joined(separator: "\n"))

      \(PolicyTable.lines(.en).joined(separator: "\n"))

      """
    if ProcessInfo.processInfo.environment["SANKU_GOLDEN"] == "write" {
      try page.write(to: file, atomically: true, encoding: .utf8)
    }
    let found = try? String(contentsOf: file, encoding: .utf8)
    #expect(found == page, "docs/plan.md is old: run this test with SANKU_GOLDEN=write")
  }
}
