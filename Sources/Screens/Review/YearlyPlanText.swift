import Domain
import UseCases

/// What is typed of a yearly plan: the year, then in any order 新开工/续建 and the year's investment with its unit, then
/// batch, document and its date, parted by blanks.
struct YearlyPlanText {
  let year: Int
  /// Of `ProjectCodes.planKinds`; blank where not said.
  let kind: String
  /// 万元.
  let investment: Amount?
  let batch: String
  let document: DocumentText

  /// Nil where no year of four digits stands first.
  init?(_ text: String) {
    var words = Normalised.halfWidth(text).split(whereSeparator: \.isWhitespace).map(String.init)
    guard let year = words.first.flatMap(Int.init), (2000...2100).contains(year) else { return nil }
    self.year = year
    words.removeFirst()
    var kind = ""
    if let place = words.firstIndex(where: { ProjectCodes.planKinds.named($0) != nil }) {
      kind = ProjectCodes.planKinds.named(words.remove(at: place))?.id ?? ""
    }
    self.kind = kind
    var investment: Amount?
    if let place = words.firstIndex(where: { Self.amount($0) != nil }) {
      investment = Self.amount(words.remove(at: place))
    }
    self.investment = investment
    batch = words.first ?? ""
    document = DocumentText(words.dropFirst().joined(separator: " "))
  }

  /// `3000万元`, `0.3亿` or `30M` (million yuan); a number without its unit may be the document's own.
  private static func amount(_ word: String) -> Amount? {
    let bare = word.hasSuffix("元") ? String(word.dropLast()) : word
    switch bare.last {
    case "万": return Amount(parsing: String(bare.dropLast()))
    case "亿": return Amount(parsing: bare.dropLast() + "万")
    case "M": return Amount(parsing: String(bare.dropLast()))?.times(100, over: 1)
    default: return nil
    }
  }

  /// The entry on a tier's plan; a document without a date is of `today`.
  func entry(_ tier: Tier, _ state: PlanEntry.State, today: Day) -> PlanEntry {
    PlanEntry(
      tier, year: year, state, batch: batch, document: document.number, documentDay: document.day ?? today, kind: kind,
      investment: investment)
  }
}
