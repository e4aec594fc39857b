import Domain

/// One region's target, and what of it the regions right below were given 目标分解.
package struct TargetSplit: Sendable {
  /// What a target is of.
  package struct Subject: Hashable, Sendable {
    /// The indicator's id.
    package var indicator: String
    /// The region whose target is parted.
    package var region: String
    /// `yearly` or `cumulative`.
    package var span: String
    /// The year, or that in which a cumulative target ends.
    package var year: Int

    /// A subject.
    package init(indicator: String, region: String, span: String, year: Int) {
      (self.indicator, self.region, self.span, self.year) = (indicator, region, span, year)
    }

    /// What all regions' targets of it have in common.
    package var series: String {
      RegionTarget.series(indicator: indicator, period: RegionTarget.period(span: span, year: year))
    }
  }

  /// One region right below.
  package struct Part: Sendable {
    /// One step below the region whose target is parted.
    package let region: Region
    /// Its target as it is now; nil where it has none.
    package let target: RegionTarget?
    /// What the basis gives it, such as its energy; nil where the basis knows nothing.
    package let weight: Amount?
    /// What the basis would give it of the whole.
    package let proposed: Amount?
  }

  /// Which target is parted.
  package let subject: Subject
  /// The indicator that it is of.
  package let indicator: Indicator
  /// The region's own target; the plan's for the province; nil where there is none.
  package let whole: Amount?
  /// By code.
  package let parts: [Part]
  /// Why the basis proposes nothing.
  package let trouble: Label?

  /// The sum of parts as they are given; nil for a ratio, whose parts do not add.
  package func sum(_ values: [Amount?]) -> Amount? {
    indicator.isRatio ? nil : Amount.sum(values.compactMap { $0 })
  }

  /// What is left of the whole, below zero where the parts promise more.
  package func rest(_ values: [Amount?]) -> Amount? {
    whole.flatMap { whole in sum(values).flatMap { whole.subtracting($0) } }
  }
}

extension TargetSplit {
  /// Reads a region's target and its parts; `basis` is one of `FigureCodes.splits`, `shares` the weights given by hand.
  ///
  /// The provincial plan is the target of the library's top region where none was entered. Throws for an unknown indicator.
  package static func read(
    _ subject: Subject, basis: String, shares: [String: Amount] = [:], top: String, today: Day,
    in library: any StoreReading, _ reference: ReferenceTables
  ) throws -> TargetSplit {
    guard let indicator = Indicators.named(subject.indicator, in: reference) else {
      throw UseCaseError.unreadable(
        Label(zh: "没有指标“\(subject.indicator)”", en: "There is no indicator “\(subject.indicator)”"))
    }
    let targets = try library.documents(RegionTarget.schema.id, where: "series", is: .text(subject.series))
      .map(RegionTarget.schema.record)
    func target(_ region: String) -> RegionTarget? { targets.first { $0.region == region } }
    let isPlan =
      subject.region == top && subject.span == "cumulative" && subject.year == indicator.schedule.deadline.year
      && reference.regions[top]?.level == .province
    let whole = target(subject.region)?.value ?? (isPlan ? indicator.value : nil)
    let regions = reference.regions.children(of: subject.region)
    let reader = Weights(
      subject: subject, indicator: indicator, lastYear: subject.span == "yearly" ? subject.year - 1 : today.year - 1,
      library: library, reference: reference)
    let (weights, missing) = try reader.weights(
      basis, shares, current: Dictionary(targets.map { ($0.region, $0.value) }, uniquingKeysWith: { $1 }))
    var proposed: [Amount]?
    var trouble = missing
    if basis != "hand", trouble == nil {
      if indicator.isRatio {
        proposed = whole.map { whole in regions.map { _ in whole } }
      } else if let whole {
        proposed = Apportionment.split(
          whole, by: regions.map { weights[$0.code] ?? .zero }, step: indicator.targetStep)
        if proposed == nil { trouble = Label(zh: "依据全为零，无从分解", en: "The basis is nought everywhere") }
      }
      if whole == nil { trouble = Label(zh: "本级没有这个目标，先录入本级目标", en: "There is no target to split; enter it first") }
    }
    let parts = regions.enumerated().map { place, region in
      Part(
        region: region, target: target(region.code), weight: weights[region.code],
        proposed: proposed.map { $0[place] })
    }
    return TargetSplit(subject: subject, indicator: indicator, whole: whole, parts: parts, trouble: trouble)
  }

  /// What each basis says of the regions right below.
  private struct Weights {
    let subject: Subject
    let indicator: Indicator
    let lastYear: Int
    let library: any StoreReading
    let reference: ReferenceTables

    func weights(
      _ basis: String, _ shares: [String: Amount], current: [String: Amount?]
    ) throws -> (weights: [String: Amount], trouble: Label?) {
      switch basis {
      case "share":
        let known = shares.isEmpty ? current.compactMapValues { $0 } : shares
        return (
          known, known.isEmpty ? Label(zh: "请在“依据数”填各地的比例", en: "Enter each region's share as its weight") : nil
        )
      case "capacity": return (try sums(FigureQuery("efficiency.weighted", region: subject.region)), nil)
      case "energy": return (try sums(FigureQuery("enterprises.energy", region: subject.region)), nil)
      case "last_year":
        guard indicator.absence == nil, case .counts(let terms, _, _) = indicator.source else {
          return ([:], Label(zh: "该指标没有可按上年完成分解的数", en: "This indicator has no figure of last year"))
        }
        var done: [String: Amount] = [:]
        for term in terms {
          let query = FigureQuery(
            term.measure, region: subject.region, from: Day(year: lastYear, month: 1, day: 1),
            through: Day(year: lastYear, month: 12, day: 31), dimensions: term.dimensions)
          for (code, amount) in try sums(query) { done[code, default: .zero] += term.sign > 0 ? amount : -amount }
        }
        return (done, nil)
      default: return ([:], nil)
      }
    }

    /// A figure by the regions right below, whatever lies under each of them.
    private func sums(_ query: FigureQuery) throws -> [String: Amount] {
      var sums: [String: Amount] = [:]
      for (code, amount) in try library.figures(query, by: .region) {
        var next = reference.regions[code]
        while let region = next, region.parent != subject.region { next = reference.regions[region.parent] }
        if let next { sums[next.code, default: .zero] += amount }
      }
      return sums
    }
  }
}
