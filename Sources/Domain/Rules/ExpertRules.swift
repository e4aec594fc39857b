/// All rules of an expert; ids are permanent.
extension Expert {
  package static let rules: [Rule<Expert>] = [
    CommonRules.ownRegion("R330", \.region),
    CommonRules.order("R331", [("appointed_on", \.appointedOn), ("term_until", \.termUntil)]),
    Rule("R332", .record, .warning, "聘期已满的应续聘或退出", "A term that is over is renewed or ended", fields: ["term_until"]) {
      expert, context in
      guard expert.state == "serving", let until = expert.termUntil, until < context.today else { return [] }
      return [.init("聘期\(until.iso)已满，请续聘或退出", "The term ended on \(until.iso); renew or end it")]
    },
    Rule("R333", .record, .error, "至少一项专长", "At least one skill", fields: ["skills.sector"]) { expert, _ in
      expert.skills.isEmpty ? [.init("请填专业领域和服务类型", "Give the sector and the service")] : []
    },
    Rule(
      "R334", .library, .warning, "同名同单位可能重复", "The same name and employer may be one person",
      fields: ["name", "employer"]
    ) { expert, context in
      guard !expert.name.isEmpty else { return [] }
      let twins = context.records(Expert.self, where: "name", is: .text(expert.name))
      guard twins.contains(where: { $0.id != expert.id && $0.employer == expert.employer }) else { return [] }
      return [.init("该单位已有同名专家，请核对是否重复", "This employer has an expert of that name; is it the same?")]
    },
    Rule("R335", .field, .error, "单位信用代码的校验码应正确", "The code's check characters are right", fields: ["employer_code"]) {
      expert, _ in
      guard !expert.employerCode.isEmpty, let problem = CreditCode.problem(in: expert.employerCode) else { return [] }
      return [.init(problem.label.zh, problem.label.en, severity: problem == .unknownRegion ? .warning : .error)]
    },
    Rule("R336", .record, .error, "服务日期不晚于今天", "Services are past", fields: ["services.day"]) { expert, context in
      expert.services.compactMap { row in
        guard RuleTools.isFuture(row.day, context) else { return nil }
        return .row(row.id, "服务日期晚于今天，请改正", "This service lies ahead", "services.day")
      }
    },
  ]
}
