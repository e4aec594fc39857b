/// All rules of a provider; ids are permanent.
extension Provider {
  package static let rules: [Rule<Provider>] = [
    CommonRules.ownRegion("R350", \.region),
    Rule(
      "R351", .field, .error, "统一社会信用代码的校验码应正确", "The credit code's check characters are right", fields: ["credit_code"]
    ) {
      provider, _ in
      guard !provider.creditCode.isEmpty, let problem = CreditCode.problem(in: provider.creditCode) else { return [] }
      return [.init(problem.label.zh, problem.label.en, severity: problem == .unknownRegion ? .warning : .error)]
    },
    CommonRules.once(
      "R352", "同一代码只登记一家服务商", "One record for a credit code", key: \.creditCode, fields: ["credit_code"]),
    CommonRules.order("R353", [("appointed_on", \.appointedOn), ("term_until", \.termUntil)]),
    Rule(
      "R354", .record, .warning, "到期的应更新或移出", "A term that is over is renewed or ended",
      fields: ["term_until", "state"]
    ) {
      provider, context in
      guard provider.state == "listed", let until = provider.termUntil, until < context.today else { return [] }
      return [.init("有效期\(until.iso)已过，请更新或移出", "The term ended on \(until.iso); renew or remove it")]
    },
    Rule(
      "R355", .record, .error, "应有服务区域和服务行业", "Regions and industries served are named",
      fields: ["areas.region", "trades.sector"]
    ) { provider, _ in
      var faults: [Rule<Provider>.Fault] = []
      if provider.areas.isEmpty { faults.append(.init("请填服务区域", "Name the regions served", fields: ["areas.region"])) }
      if provider.trades.isEmpty {
        faults.append(.init("请填服务行业", "Name the industries served", fields: ["trades.sector"]))
      }
      return faults
    },
    Rule(
      "R356", .record, .error, "每年一次考评，不合格的应移出", "One review a year; who fails is removed",
      fields: ["reviews.year", "state"]
    ) {
      provider, _ in
      var seen: Set<Int> = []
      var faults: [Rule<Provider>.Fault] = provider.reviews.compactMap { row in
        guard let year = row.year, !seen.insert(year).inserted else { return nil }
        return .row(row.id, "\(year)年已有一行，请合并", "\(year) is there already; merge them", "reviews.year")
      }
      if provider.latestGrade == "failed", provider.state == "listed" {
        faults.append(
          .init(
            "最近考评不合格，请移出或暂停", "The last review was failed; remove or suspend it", fields: ["state"], severity: .warning)
        )
      }
      return faults
    },
    Rule("R357", .record, .error, "业绩日期不晚于今天", "Works are past", fields: ["works.day"]) { provider, context in
      provider.works.compactMap { row in
        guard RuleTools.isFuture(row.day, context) else { return nil }
        return .row(row.id, "完成日期晚于今天，请改正", "This work lies ahead", "works.day")
      }
    },
  ]
}
