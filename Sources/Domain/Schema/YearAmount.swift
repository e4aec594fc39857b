/// What a record's years add to a sum over several records: only years that have every figure that the sum is set
/// beside, so that numerator and denominator are of the same firms.
package struct YearAmount: Hashable, Sendable {
  /// Which of the figures is taken.
  package enum Take: String, Sendable {
    /// The first figure of the year.
    case figure
    /// What the first figure is divided by.
    case divisor
    /// The same of the base year.
    case figureInBase, divisorInBase
    /// One for the firm itself.
    case firm
  }

  /// The figure, a field of the list `years`.
  package let figure: String
  /// What it is divided by, above zero.
  package let divisor: String
  /// The year with which each later one is compared, both of the same firm; nil for a rate of one year.
  package let base: Int?
  /// Counts figures on the calorific basis alone: sums never mix bases.
  package let isEnergy: Bool
  /// Which figure is taken where all are there.
  package let take: Take

  package init(_ figure: String, over divisor: String, base: Int? = nil, isEnergy: Bool = false, take: Take) {
    self.figure = figure
    self.divisor = divisor
    self.base = base
    self.isEnergy = isEnergy
    self.take = take
  }

  /// The same of another figure.
  package func taking(_ take: Take) -> YearAmount {
    YearAmount(figure, over: divisor, base: base, isEnergy: isEnergy, take: take)
  }

  /// The list that it reads.
  static let list = "years"

  /// By year of the plan, oldest first: earlier ones are told nowhere. A year that is listed twice is no year.
  func amounts(_ rows: [ChildRow]) -> [(year: Int, amount: Amount)] {
    let years = Dictionary(grouping: rows) { $0["year"].integer ?? 0 }.compactMapValues { $0.count == 1 ? $0[0] : nil }
    func pair(_ row: ChildRow) -> (figure: Amount, divisor: Amount)? {
      guard let figure = row[figure].amount, let divisor = row[divisor].amount, divisor > .zero, figure >= .zero else {
        return nil
      }
      return isEnergy && row["basis"].text != Bases.equivalent ? nil : (figure, divisor)
    }
    let before = base.flatMap { years[$0] }.flatMap(pair)
    if base != nil, before.map({ $0.figure > .zero }) != true { return [] }
    return years.keys.sorted().compactMap { year in
      guard year > base ?? OwnEstimate.baseYear, let row = years[year], let now = pair(row) else { return nil }
      switch take {
      case .figure: return (year, now.figure)
      case .divisor: return (year, now.divisor)
      case .figureInBase: return before.map { (year, $0.figure) }
      case .divisorInBase: return before.map { (year, $0.divisor) }
      case .firm: return (year, Amount(1))
      }
    }
  }
}
