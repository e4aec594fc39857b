/// All rules of a duty; ids are permanent.
extension Duty {
  package static let rules: [Rule<Duty>] = [
    CommonRules.ownRegion("R370", \.region),
    Rule("R371", .field, .error, "条款应为计划的条款", "The clause is one of the plan", fields: ["clause"]) { duty, _ in
      guard !duty.clause.isEmpty, PlanText.clause(duty.clause) == nil else { return [] }
      return [.init("计划没有条款“\(duty.clause)”，如 三(一)1", "The plan has no clause “\(duty.clause)”; such as 三(一)1")]
    },
    CommonRules.past("R372", [("done_on", \.doneOn)]),
    CommonRules.order("R373", [("starts_on", \.startsOn), ("due_on", \.dueOn)]),
    Rule("R374", .record, .warning, "时限已过应完成", "What is due is done", fields: ["due_on", "state"]) { duty, context in
      guard duty.state != "done", let due = duty.dueOn, due < context.today else { return [] }
      return [.init("应于\(due.iso)前完成，请报告进展或说明", "Due on \(due.iso); report, or say why")]
    },
    Rule(
      "R375", .record, .warning, "已完成的制度任务应有文件", "A done duty to write something has its document",
      fields: ["documents.number"]
    ) {
      duty, _ in
      guard duty.state == "done", duty.deliverable != "工作进展", !duty.deliverable.isEmpty, duty.documentCount == nil
      else { return [] }
      return [.init("成果为“\(duty.deliverable)”，请登记文件和文号", "Its deliverable is a document; enter its number")]
    },
    Rule(
      "R376", .record, .warning, "推进中的任务每季报告", "A duty under way is reported every quarter", fields: ["progress.day"]
    ) {
      duty, context in
      guard duty.state == "under_way", duty.lastReported.map({ $0 < context.today.quarter.previous.firstDay }) ?? true
      else { return [] }
      return [.init("上季度以来没有进展，请填报", "Nothing reported since the last quarter; please report")]
    },
    Rule("R377", .field, .warning, "目标编号应为计划目标", "The target is one of the plan", fields: ["target"]) { duty, context in
      guard !duty.target.isEmpty, context.reference.targets[duty.target] == nil else { return [] }
      return [.init("计划没有目标“\(duty.target)”，如 T01", "There is no target “\(duty.target)”; such as T01")]
    },
  ]
}
