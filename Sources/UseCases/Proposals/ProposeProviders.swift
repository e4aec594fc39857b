import Domain

/// A provider that fits, how well, and why.
package struct ProviderFit: Hashable, Sendable {
  /// The provider's record.
  package let id: RecordID
  /// Its name.
  package let name: String
  /// Of 100.
  package let score: Int
  /// What speaks for it and against it, the weightiest first.
  package let reasons: [Label]
}

/// Proposes providers for an enterprise or a project 区域就近、行业对口 (clause 1): near in the tree of regions, at home in the
/// industry, with a good record; and says why.
package enum ProposeProviders {
  /// What a provider is wanted for.
  package struct Need: Hashable, Sendable {
    /// The code of the region where it is wanted.
    package let region: String
    /// A code of GB/T 4754; blank where it is not known.
    package let industry: String
    /// A code of `Sectors.list`; blank where it is not known.
    package let sector: String
    /// A code of `ProviderCodes.services`; blank for any.
    package let service: String

    package init(region: String, industry: String, sector: String, service: String = "") {
      (self.region, self.industry, self.sector, self.service) = (region, industry, sector, service)
    }
  }

  /// What an enterprise or a project needs; nil for a record of another register.
  package static func need(of document: Document, service: String = "") -> Need? {
    guard [Enterprise.schema.id, Project.schema.id].contains(document.register) else { return nil }
    return Need(
      region: document["region"].plain, industry: document["industry"].plain, sector: document["sector"].plain,
      service: service)
  }

  /// The best `limit` providers that are listed, in their term, serve the region and the sector.
  package static func run(_ need: Need, limit: Int = 20, in store: any Store, today: Day) throws -> [ProviderFit] {
    var fits: [ProviderFit] = []
    // A county picks from all that serve it, wherever they stand: the pool is the province's.
    let known = try store.read { library in
      try library.lookup.documents(Provider.schema.id, where: "state", is: .text("listed"))
        .map { (Provider.schema.record($0), try diagnoses(of: $0.id, in: library)) }
    }
    for (provider, diagnoses) in known where provider.termUntil.map({ $0 >= today }) ?? true {
      if let fit = fit(provider, need, diagnoses, store.reference) { fits.append(fit) }
    }
    fits.sort { ($1.score, $0.name) < ($0.score, $1.name) }
    return Array(fits.prefix(limit))
  }

  /// How well one fits; nil where it serves neither the region nor the trade.
  package static func fit(
    _ provider: Provider, _ need: Need, _ diagnoses: Int, _ reference: ReferenceTables
  ) -> ProviderFit? {
    let regions = reference.regions
    guard provider.areas.contains(where: { regions.isIn(need.region, $0.region) }) else { return nil }
    guard let trade = trade(provider, need) else { return nil }
    let steps = distance(provider.region, need.region, regions)
    let near = [40, 32, 20, 8][min(3, steps)]
    let words = [
      Label(zh: "同县(市、区)", en: "same county"), Label(zh: "同市", en: "same city"), Label(zh: "同省", en: "same province"),
      Label(zh: "省外", en: "another province"),
    ][min(3, steps)]
    let base = regions[provider.region]?.name ?? provider.region
    var reasons = [
      Label(zh: "区域：\(words.zh)(\(base))", en: "Region: \(words.en) (\(base))"),
      Label(zh: "行业：\(trade.why.zh)", en: "Industry: \(trade.why.en)"),
    ]
    let record = record(provider, diagnoses)
    reasons += record.why
    return ProviderFit(
      id: provider.id, name: provider.name, score: max(0, min(100, near + trade.points + record.points)),
      reasons: reasons)
  }

  /// Steps in the tree: 0 the same county, 1 the same city, 2 the same province, 3 beyond; a unit above counts as near as
  /// the one it holds.
  static func distance(_ one: String, _ other: String, _ regions: Regions) -> Int {
    if one == other { return 0 }
    if let city = regions.city(of: one), city.code == regions.city(of: other)?.code { return 1 }
    if let province = regions.province(of: one), province.code == regions.province(of: other)?.code { return 2 }
    return 3
  }

  private static func trade(_ provider: Provider, _ need: Need) -> (points: Int, why: Label)? {
    let offered = provider.trades.filter { need.service.isEmpty || $0.service == need.service }
    var best: (points: Int, why: Label)?
    for row in offered {
      let shared = zip(row.industry, need.industry).prefix { $0 == $1 }.count
      var found: (points: Int, why: Label)?
      if shared >= 4 {
        found = (40, Label(zh: "行业小类一致(\(row.industry))", en: "the same class (\(row.industry))"))
      } else if shared == 3 {
        found = (34, Label(zh: "行业中类一致(\(row.industry.prefix(3)))", en: "the same group (\(row.industry.prefix(3)))"))
      } else if shared == 2 {
        found = (
          28, Label(zh: "行业大类一致(\(row.industry.prefix(2)))", en: "the same division (\(row.industry.prefix(2)))")
        )
      } else if row.sector == need.sector, !need.sector.isEmpty {
        let sector = Sectors.list[row.sector]?.label ?? Label(zh: row.sector, en: row.sector)
        found = (22, Label(zh: "领域一致(\(sector.zh))", en: "the same sector (\(sector.en))"))
      }
      if let found, found.points > best?.points ?? 0 { best = found }
    }
    return best
  }

  private static func record(_ provider: Provider, _ diagnoses: Int) -> (points: Int, why: [Label]) {
    var points = 0
    var why: [Label] = []
    let works = provider.works.count
    if works + diagnoses > 0 {
      points += min(10, works + diagnoses)
      why.append(
        Label(zh: "业绩\(works)项、诊断\(diagnoses)次", en: "\(works) works, \(diagnoses) diagnoses"))
    } else {
      why.append(Label(zh: "尚无业绩登记", en: "no works entered yet"))
    }
    let marks = provider.works.compactMap(\.rating)
    if !marks.isEmpty {
      let tenths = marks.reduce(0, +) * 10 / marks.count
      points += tenths / 10
      why.append(
        Label(
          zh: "企业评价\(tenths / 10).\(tenths % 10)分", en: "enterprises' mark \(tenths / 10).\(tenths % 10) of 5"))
    }
    switch provider.latestGrade {
    case "excellent": points += 5
    case "good": points += 3
    case "failed": points -= 20
    default: break
    }
    if let grade = ProviderCodes.grades[provider.latestGrade]?.label {
      why.append(Label(zh: "最近考评\(grade.zh)", en: "last review: \(grade.en.lowercased())"))
    }
    return (points, why)
  }

  /// On-site diagnoses of the register of diagnoses, where it names providers by a link.
  private static func diagnoses(of provider: RecordID, in library: any StoreReading) throws -> Int {
    guard let register = Registers.named("diagnoses"),
      let field = register.fields.first(where: { $0.kind == .record(register: Provider.schema.id) })
    else { return 0 }
    return try library.lookup.documents(register.id, where: field.id, is: .record(provider)).count
  }
}
