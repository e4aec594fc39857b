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

  /// Each task and safeguard has a register that serves it, and no register names a clause that is not there.
  @Test func everyDutyClauseHasARegister() {
    // Clean-production audits come with their register.
    let pending: Set = Registers.named("audits") == nil ? ["三(四)8"] : []
    for clause in PlanText.clauses where clause.isDuty && !pending.contains(clause.id) {
      #expect(
        !PolicyTable.registers(of: clause).filter { $0.id != "duties" || clause.id == "四(一)" }.isEmpty, "\(clause.id)")
    }
    for register in Registers.all {
      for clause in register.clauses { #expect(PlanText.clause(clause) != nil, "\(register.id) \(clause)") }
    }
  }

  /// No numbered target is without a list that feeds it: a measure of a register, the efficiency list, or the statistics.
  @Test func everyNumberedTargetIsFed() throws {
    let reference = ReferenceTables.builtIn
    let pending = ["diagnoses", "audits"].filter { Registers.named($0) == nil }
    for target in reference.targets.all where target.direction != .threshold {
      let indicator = try #require(
        Indicators.all(in: reference).first { $0.targets.contains(target.id) }, "\(target.id)")
      switch indicator.source {
      case .counts, .share:
        let missing = indicator.allTerms.map(\.measure).filter { measure in
          Registers.measures[measure] == nil && !pending.contains { measure.hasPrefix($0 + ".") }
        }
        #expect(missing.isEmpty, "\(target.id) \(missing)")
      case .efficiency: #expect(Registers.named("efficiency") != nil)
      case .estimate: Issue.record("\(target.id): an estimate is no target's figure")
      case .statistics: #expect(Registers.named("statistics") != nil)
      }
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
