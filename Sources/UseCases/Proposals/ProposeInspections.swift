import Domain

/// An enterprise that should be inspected, and why.
package struct InspectionProposal: Hashable, Sendable {
  /// The enterprise's record.
  package let enterprise: RecordID
  /// Its name.
  package let name: String
  /// Its region's code.
  package let region: String
  /// A key energy user 重点用能 by its latest year.
  package let isKeyUser: Bool
  /// Codes of `InspectionCodes.reasons`, the weightiest first.
  package let reasons: [String]
  /// Why, with the figures.
  package let words: [Label]
  /// Last year's inspection that found the violation, where one did.
  package let previous: RecordID?
}

/// Proposes the year's list of inspections 重点节能监察名单 (clause 13): ratings of level 5, or high carbon at level 4, not
/// inspected within a year; lines below the baseline; budgets overrun; last year's violators. Key energy users come first.
package enum ProposeInspections {
  /// Those in or under `region` that are not on the year's list yet.
  package static func run(
    year: Int, region: String?, in store: any Store, today: Day
  ) throws -> [InspectionProposal] {
    var found: [RecordID: [(reason: String, words: Label)]] = [:]
    var previous: [RecordID: RecordID] = [:]
    func add(_ enterprise: RecordID?, _ reason: String, _ words: Label) {
      guard let enterprise else { return }
      found[enterprise, default: []].append((reason, words))
    }
    try each(CarbonRating.schema.id, .where("high_carbon", .equal, .flag(true)), region, store) { document in
      guard let rated = document["year"].integer, rated >= today.year - 1 else { return }
      let grade = document["grade"].integer ?? 0
      let value = document["computed_value"].amount ?? document["value"].amount
      let k = value.map { " K=\($0.plain)" } ?? ""
      add(
        document["enterprise"].record, grade == 5 ? "level_five" : "high_carbon",
        Label(zh: "\(rated)年碳效\(grade)级\(k)", en: "carbon level \(grade) for \(rated)\(k)"))
    }
    let rated = Set(found.keys)
    try each(
      EfficiencyLine.schema.id,
      Filter.where("grade", .equal, .text(Grades.below)).and("state", .equal, .text("running")), region, store
    ) { document in
      add(
        document["enterprise"].record, "below_baseline",
        Label(
          zh: "\(document["line"].plain)单耗\(document["judged"].plain)劣于基准\(document["baseline"].plain)",
          en: "\(document["line"].plain): \(document["judged"].plain) is worse than \(document["baseline"].plain)"))
    }
    try each(
      Enterprise.schema.id, .where("budget_state", .equal, .text("over"), .text("forecast_over")), region, store
    ) { document in
      add(
        document.id, "over_budget",
        Label(
          zh:
            "预算\(document["budget"].amount?.fixed(0) ?? "")tce，已用\(document["budget_used"].amount?.fixed(0) ?? "")，预计\(document["budget_forecast"].amount?.fixed(0) ?? "")",
          en:
            "\(document["budget_used"].amount?.fixed(0) ?? "") tce of \(document["budget"].amount?.fixed(0) ?? "") used, \(document["budget_forecast"].amount?.fixed(0) ?? "") forecast"
        ))
    }
    try each(
      Inspection.schema.id, Filter.where("recheck_year", .lessOrEqual, .integer(year)), region, store
    ) { document in
      guard let enterprise = document["enterprise"].record else { return }
      previous[enterprise] = document.id
      let day = document["visited_on"].day?.iso ?? document["year"].plain
      add(
        enterprise, "last_year",
        Label(
          zh: "\(day)监察有违法行为\(document["violation_count"].plain)项，应复查",
          en: "\(document["violation_count"].plain) violations found on \(day): due again"))
    }
    return try store.read { library in
      try found.compactMap { id, reasons in
        try proposal(id, reasons, previous[id], rated.contains(id), year, in: library, today)
      }
      .sorted {
        if $0.isKeyUser != $1.isKeyUser { return $0.isKeyUser }
        return ($1.reasons.count, $0.name) < ($0.reasons.count, $1.name)
      }
    }
  }

  private static func proposal(
    _ id: RecordID, _ reasons: [(reason: String, words: Label)], _ previous: RecordID?, _ isRated: Bool, _ year: Int,
    in library: any StoreReading, _ today: Day
  ) throws -> InspectionProposal? {
    guard let enterprise = try library.document(Enterprise.schema.id, id),
      !EnterpriseStates.ended.contains(enterprise["state"].plain)
    else { return nil }
    let inspections = try library.lookup.documents(Inspection.schema.id, where: "enterprise", is: .record(id))
      .filter { $0["state"].text != "cancelled" }
    if inspections.contains(where: { $0["year"].integer == year }) { return nil }
    // A high rating asks for one visit a year; the other reasons stand for themselves.
    let isFresh = inspections.contains { ($0["visited_on"].day ?? .first) > today.adding(days: -365) }
    let kept = reasons.filter { !(isFresh && ["level_five", "high_carbon"].contains($0.reason)) }
    guard !kept.isEmpty else { return nil }
    let order = kept.sorted {
      InspectionCodes.reasons.position(of: $0.reason) < InspectionCodes.reasons.position(of: $1.reason)
    }
    var codes: [String] = []
    for (reason, _) in order where !codes.contains(reason) { codes.append(reason) }
    return InspectionProposal(
      enterprise: id, name: enterprise["name"].plain, region: enterprise["region"].plain,
      isKeyUser: enterprise["key_energy_user"].flag ?? false, reasons: codes, words: order.map(\.words),
      previous: previous)
  }

  private static func each(
    _ register: String, _ filter: Filter, _ region: String?, _ store: any Store, _ body: (Document) -> Void
  ) throws {
    let scoped = region.map { filter.and("region", .equal, .text($0)) } ?? filter
    try EachRecord.run(Query(register: register, filter: scoped), in: store, progress: { _ in true }) { _, document in
      body(document)
    }
  }
}

/// Puts proposed enterprises on the year's list of inspections.
package enum ListInspections {
  /// A record each, all or nothing; what was proposed stands in its reason.
  package static func run(
    _ proposals: [InspectionProposal], year: Int, document number: String, in store: any Store,
    as environment: Environment
  ) throws -> [Document] {
    try store.write(as: environment) { library in
      try proposals.map { proposal in
        var inspection = Inspection()
        inspection.id = environment.newID()
        inspection.region = proposal.region
        inspection.enterprise = proposal.enterprise
        inspection.year = year
        inspection.kind = proposal.previous == nil ? "special" : "recheck"
        inspection.previous = proposal.previous
        inspection.reason = proposal.reasons.first ?? "report"
        inspection.reasonText = String(proposal.words.map(\.zh).joined(separator: "；").prefix(500))
        inspection.listDocument = number
        inspection.listedOn = environment.today
        return try SaveRecord.write(
          Inspection.schema.document(inspection), base: 0, action: SaveRecord.action, in: library, store, environment
        ).document
      }
    }
  }
}
