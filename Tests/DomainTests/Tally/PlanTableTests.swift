import Testing

@testable import Domain

@Suite struct PlanTableTests {
  private let reference = ReferenceTables.builtIn

  /// What no register feeds yet must be official statistics, and nothing else.
  @Test func noNumberedTargetIsLeftWithoutAList() {
    let unfed = PlanTable.unfed(in: reference)
    let official = unfed.filter { target in
      Indicators.all(in: reference).contains { indicator in
        guard indicator.targets.contains(target.id), case .statistics = indicator.source else { return false }
        return true
      }
    }
    #expect(unfed.map(\.id) == official.map(\.id))
    if Registers.named("statistics") != nil { #expect(unfed.isEmpty) }
  }

  @Test func everyTaskHasARegister() {
    let rows = PlanTable.rows(in: reference)
    #expect(PlanClauses.tasks.count == 16)
    for row in rows where (1...12).contains(Int(row.clause.id.drop { !$0.isNumber }) ?? 0) {
      #expect(!row.registers.isEmpty, "\(row.clause.id)")
    }
    for target in reference.targets.all where target.direction != .threshold {
      #expect(rows.contains { $0.indicators.contains { $0.targets.contains(target.id) } }, "\(target.id)")
    }
  }

  /// The departments are those that the plan's own table of targets has for the same clause.
  @Test func departmentsAgreeWithTheTargets() {
    for target in reference.targets.all where !target.departments.isEmpty {
      guard let clause = PlanClauses.named(target.section) else { continue }
      #expect(Set(clause.departments).isSubset(of: target.departments), "\(target.id)")
    }
  }
}
