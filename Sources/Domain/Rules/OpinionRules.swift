/// All rules of an opinion; ids are permanent.
extension Opinion {
  package static let rules: [Rule<Opinion>] = [
    CommonRules.ownRegion("R340", \.region),
    Rule(
      "R341", .library, .error, "专家应无利害关系", "The expert has no interest in it", fields: ["expert", "project"]
    ) { opinion, context in
      guard let expert = context.linked(Expert.self, opinion.expert),
        let project = context.linked(Project.self, opinion.project), opinion.state != "declined"
      else { return [] }
      let firm = context.linked(Enterprise.self, project.enterprise)
      return ExpertInterest.between(expert, project, firm, on: context.today, context.reference).map {
        .init("\($0.zh)，请另选专家", "\($0.en); choose another expert", fields: ["expert"])
      }
    },
    Rule("R342", .library, .error, "专家应在聘且在聘期内", "The expert serves", fields: ["expert"]) { opinion, context in
      guard let expert = context.linked(Expert.self, opinion.expert) else { return [] }
      let day = opinion.assignedOn ?? context.today
      guard expert.state != "serving" || expert.termUntil.map({ $0 < day }) ?? false, opinion.givenOn == nil else {
        return []
      }
      return [.init("该专家已不在聘，请另选", "This expert does not serve any more; choose another")]
    },
    Rule(
      "R343", .library, .error, "一位专家对一次上报只评一次", "One opinion for an expert and filing",
      fields: ["expert", "project", "filing_number"]
    ) { opinion, context in
      guard let project = opinion.project, opinion.expert != nil else { return [] }
      let twins = context.records(Opinion.self, where: "project", is: .record(project)).filter {
        $0.id != opinion.id && $0.expert == opinion.expert && $0.kind == opinion.kind && $0.tier == opinion.tier
          && $0.filingNumber == opinion.filingNumber
      }
      return twins.isEmpty ? [] : [.init("该专家已分派此项目，请勿重复", "This expert has it already")]
    },
    CommonRules.order("R344", [("assigned_on", \.assignedOn), ("given_on", \.givenOn)]),
    Rule("R345", .record, .warning, "应交日期已过", "It is overdue", fields: ["due_on"]) { opinion, context in
      guard opinion.state == "assigned", let due = opinion.dueOn, due < context.today else { return [] }
      return [.init("应于\(due.iso)前提交，请催办或改派", "Due on \(due.iso); press for it, or ask another")]
    },
    Rule("R346", .record, .error, "得分在0至满分之间", "Points lie between 0 and full", fields: ["score", "scores.score"]) {
      opinion, _ in
      if let score = opinion.score, score > Amount(100) {
        return [.init("评分为百分制，不超过100", "A score is of 100", fields: ["score"])]
      }
      return opinion.scores.compactMap { row in
        guard let full = row.full, let score = row.score, score > full else { return nil }
        return .row(row.id, "得分超过满分", "More points than there are", "scores.score")
      }
    },
    Rule(
      "R347", .record, .warning, "提交前应声明无利害关系", "Interest is declared before the opinion", fields: ["without_interest"]
    ) {
      opinion, _ in
      guard opinion.state == "given", !opinion.isWithoutInterest else { return [] }
      return [.init("请专家声明与项目单位无利害关系", "The expert is to declare having no interest")]
    },
    Rule(
      "R348", .library, .warning, "意见应对应项目的一次上报", "The opinion belongs to a filing of the project",
      fields: ["filing_number", "tier"]
    ) { opinion, context in
      guard opinion.kind == "entry", let project = context.linked(Project.self, opinion.project) else { return [] }
      let known = project.filings.contains { $0.tier == opinion.tier && $0.number == opinion.filingNumber }
      return known ? [] : [.init("项目没有这一级的该次上报，请核对层级和次数", "The project has no such filing; check tier and number")]
    },
  ]
}

/// Whether an expert has an interest in a project 回避: own region, employer, or a firm named to be avoided.
package enum ExpertInterest {
  /// Every interest, in words; none may judge.
  package static func between(
    _ expert: Expert, _ project: Project, _ firm: Enterprise?, on day: Day, _ reference: ReferenceTables
  ) -> [Label] {
    var found: [Label] = []
    let regions = reference.regions
    if !expert.region.isEmpty, regions[expert.region]?.level != .province, regions.isIn(project.region, expert.region) {
      found.append(
        Label(
          zh: "专家在项目所在地区(\(regions[expert.region]?.name ?? ""))工作", en: "The expert works in the project's region"))
    }
    let holder = firm?.name ?? project.derived.holderName
    let code = String((firm?.creditCode ?? "").prefix(18))
    if !holder.isEmpty, expert.employer == holder || (!code.isEmpty && expert.employerCode == code) {
      found.append(Label(zh: "专家的工作单位是项目单位", en: "The expert's employer holds the project"))
    }
    if !project.provider.isEmpty, project.provider == expert.employer {
      found.append(Label(zh: "专家的工作单位是项目服务商", en: "The expert's employer is the project's provider"))
    }
    let isAvoided = expert.avoids.contains { row in
      guard row.until.map({ $0 >= day }) ?? true else { return false }
      return (row.enterprise != nil && row.enterprise == firm?.id) || (!row.name.isEmpty && row.name == holder)
    }
    if isAvoided { found.append(Label(zh: "项目单位在专家的回避单位之列", en: "The holder is one that the expert avoids")) }
    return found
  }
}
