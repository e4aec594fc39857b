/// What follows from a rating's figures: L = CO2 / value added, K = L / industry mean, and the level by the thresholds in force.
extension CarbonRating {
  package mutating func derive(in context: DeriveContext) {
    let holder = context.linked(Enterprise.self, enterprise)
    holderName = holder?.name ?? ""
    holderCode = holder?.key ?? ""
    sector = holder?.sector ?? ""
    industry = holder?.industry ?? ""
    name = [holderName, year.map { "\($0)年" } ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    key = [holderCode, year.map(String.init) ?? ""].joined(separator: "/")
    let figures = holder?.year(year)
    isKeyUser = figures?.keyEnergyUser ?? holder?.keyEnergyUser ?? false
    co2 = co2Stated ?? figures?.co2
    valueAdded = valueAddedStated ?? figures?.valueAdded
    deriveMean(context.reference)
    compute(context.reference)
    grade = isWithoutValueAdded ? nil : level ?? computedLevel
    gap = grade == nil ? missing : ""
    isHighCarbon = grade == 5 || (carbonBand == "high" && grade == 4)
    useCount = uses.isEmpty ? nil : Amount(uses.count)
    let used = Set(uses.map(\.area))
    useAreas = RatingCodes.areas.codes.filter { used.contains($0.id) }.map(\.label.zh).joined(separator: " ")
  }

  private var isWithoutValueAdded: Bool { valueAdded.map { $0 <= .zero } ?? false }

  private var missing: String {
    if isWithoutValueAdded { return "value_added" }
    return co2 == nil || valueAdded == nil ? "figures" : "mean"
  }

  private mutating func deriveMean(_ reference: ReferenceTables) {
    mean = meanStated
    meanSource = meanStated == nil ? "" : "平台"
    guard mean == nil, let year, let row = reference.carbonLevels.mean(of: industry, year: year) else { return }
    mean = row.mean
    meanSource = "\(row.industry) \(row.year) \(row.source)"
  }

  private mutating func compute(_ reference: ReferenceTables) {
    (intensity, computedValue, computedLevel, explanation) = (nil, nil, nil, "")
    guard let co2, let valueAdded, valueAdded > .zero else { return }
    intensity = co2.divided(by: valueAdded)
    guard let intensity, let mean, mean > .zero, let year,
      let thresholds = reference.carbonLevels.thresholds(for: year),
      let level = thresholds.level(co2: co2, valueAdded: valueAdded, mean: mean)
    else { return }
    computedValue = intensity.divided(by: mean)
    computedLevel = level
    let limits = thresholds.limits.map(\.plain).joined(separator: "/")
    explanation =
      "L=\(co2.plain)÷\(valueAdded.plain)=\(intensity.plain); "
      + "K=L÷\(mean.plain)=\(computedValue?.plain ?? ""); \(limits)(\(thresholds.from)) → \(level)"
  }
}
