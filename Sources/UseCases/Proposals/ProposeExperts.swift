import Domain

/// An expert who may judge a project, how well they fit, and why.
package struct ExpertFit: Hashable, Sendable {
  /// The expert's record.
  package let id: RecordID
  /// Their name.
  package let name: String
  /// Where they work.
  package let employer: String
  /// The higher the better; comparable within one proposal only.
  package let score: Int
  /// What speaks for and against them, in words.
  package let reasons: [Label]
}

/// Experts of the pool for a project: without interest (own region, employer, a firm to be avoided), in their term, of its
/// sector, the least burdened first.
package enum ProposeExperts {
  /// Those who fit, and how many were left out for an interest.
  package static func run(
    _ project: Document, limit: Int = 20, in store: any Store, today: Day
  ) throws -> (fits: [ExpertFit], avoided: Int) {
    let judged = Project.schema.record(project)
    return try store.read { library in
      let lookup = library.lookup
      let firm = try judged.enterprise.flatMap { try lookup.document(Enterprise.schema.id, $0) }
        .map { Enterprise.schema.record($0) }
      let assigned = try lookup.documents(Opinion.schema.id, where: "project", is: .record(project.id))
        .map { Opinion.schema.record($0) }
      var fits: [ExpertFit] = []
      var avoided = 0
      for document in try lookup.documents(Expert.schema.id, where: "state", is: .text("serving")) {
        let expert = Expert.schema.record(document)
        guard expert.termUntil.map({ $0 >= today }) ?? true else { continue }
        if !ExpertInterest.between(expert, judged, firm, on: today, store.reference).isEmpty {
          avoided += 1
          continue
        }
        let isAsked = assigned.contains {
          $0.expert == expert.id && $0.state != "declined" && isOfOpenFiling($0, judged)
        }
        if isAsked { continue }
        let load = try lookup.documents(Opinion.schema.id, where: "expert", is: .record(expert.id))
          .count { $0["state"].text == "assigned" }
        if let fit = fit(expert, judged, firm, load: load) { fits.append(fit) }
      }
      fits.sort { ($1.score, $0.name) < ($0.score, $1.name) }
      return (Array(fits.prefix(limit)), avoided)
    }
  }

  private static func isOfOpenFiling(_ opinion: Opinion, _ project: Project) -> Bool {
    guard let filing = project.openFiling else { return true }
    return opinion.tier == filing.tier && opinion.filingNumber == filing.number
  }

  static func fit(_ expert: Expert, _ project: Project, _ firm: Enterprise?, load: Int) -> ExpertFit? {
    let sector = firm?.sector ?? project.derived.sector
    let skills = expert.skills.filter { $0.sector == sector }
    guard !skills.isEmpty else { return nil }
    var score = 50
    let named = Sectors.list[sector]?.label ?? Label(zh: sector, en: sector)
    var reasons = [Label(zh: "领域\(named.zh)", en: named.en)]
    if skills.contains(where: { $0.skill == "review" }) {
      score += 25
      reasons.append(Label(zh: "评审验收", en: "review and acceptance"))
    }
    if skills.contains(where: { $0.area == project.focusArea && !$0.area.isEmpty }) {
      score += 15
      let area = FocusAreas.list[project.focusArea]?.label
      reasons.append(Label(zh: area?.zh ?? "", en: area?.en ?? ""))
    }
    score -= min(40, load * 8)
    reasons.append(Label(zh: "待评\(load)项", en: "\(load) awaited"))
    return ExpertFit(id: expert.id, name: expert.name, employer: expert.employer, score: score, reasons: reasons)
  }
}

/// Asks experts for their opinion on a project's filing.
package enum AssignExperts {
  /// Days that an expert has.
  package static let days = 10

  /// An opinion to be given by each expert, tied to the open filing, or to the last one where none is open; all or nothing.
  /// Throws `UseCaseError.faulty` where the rules find an error (an interest, a term that is over).
  package static func run(
    _ experts: [RecordID], for project: Document, kind: String = "entry", in store: any Store,
    as environment: Environment
  ) throws -> [Document] {
    let judged = Project.schema.record(project)
    let filing = judged.openFiling ?? judged.filings.last
    let tier = filing.flatMap { Tier(rawValue: $0.tier) } ?? .county
    let region = store.reference.regions.ancestor(of: judged.region, at: tier.level)?.code ?? judged.region
    return try store.write(as: environment) { library in
      try experts.map { expert in
        var opinion = Opinion()
        opinion.id = environment.newID()
        opinion.region = region
        opinion.project = project.id
        opinion.expert = expert
        opinion.kind = kind
        opinion.tier = tier.rawValue
        opinion.filingNumber = filing?.number
        opinion.assignedOn = environment.today
        opinion.assignedBy = environment.actor.person
        opinion.dueOn = environment.today.adding(days: days)
        let saved = try SaveRecord.write(
          Opinion.schema.document(opinion), base: 0, action: SaveRecord.action, in: library, store, environment)
        if let fault = saved.findings.first(where: { $0.severity == .error }) { throw UseCaseError.faulty(fault) }
        return saved.document
      }
    }
  }
}

/// The opinions on one filing of a project together, as the reviewer sees them.
package struct OpinionSummary: Sendable {
  /// Experts who were asked and have not declined.
  package let asked: Int
  /// Opinions that have come.
  package let given: Int
  /// Those that agree 同意.
  package let agree: Int
  /// Those that agree once something is changed 修改后同意.
  package let agreeChanged: Int
  /// Those that do not agree 不同意.
  package let disagree: Int
  /// The mean of the points given, rounded to one decimal; nil before the first.
  package let mean: Amount?
  /// Each opinion, given ones first.
  package let opinions: [Opinion]

  /// The opinions of the tier's filing; nil where none was asked for.
  package static func read(
    project: RecordID, tier: Tier, filing: Int?, in library: any LibraryLookup
  ) throws -> OpinionSummary? {
    let all = try library.documents(Opinion.schema.id, where: "project", is: .record(project))
      .map { Opinion.schema.record($0) }
      .filter { $0.tier == tier.rawValue && $0.state != "declined" && ($0.filingNumber == filing || filing == nil) }
    return all.isEmpty ? nil : OpinionSummary(all)
  }

  /// The summary of these opinions; declined ones are to be left out before.
  package init(_ opinions: [Opinion]) {
    let given = opinions.filter { $0.state == "given" }
    asked = opinions.count
    self.given = given.count
    agree = given.count { $0.verdict == "agree" }
    agreeChanged = given.count { $0.verdict == "agree_changed" }
    disagree = given.count { $0.verdict == "disagree" }
    let points = given.compactMap(\.points)
    mean = points.isEmpty ? nil : Amount.sum(points)?.times(1, over: Int64(points.count)).map(Self.toTenths)
    self.opinions = given + opinions.filter { $0.state != "given" }
  }

  /// Half a tenth rounds up.
  private static func toTenths(_ amount: Amount) -> Amount {
    let tenth = Amount.scale / 10
    return Amount(scaled: (amount.scaled + tenth / 2) / tenth * tenth)
  }
}
