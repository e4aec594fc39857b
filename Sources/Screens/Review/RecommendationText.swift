import Domain
import UseCases

/// What is typed of a recommendation: batch, rank, document and its date, parted by blanks, and why behind a semicolon;
/// the rank is the number that stands alone.
struct RecommendationText {
  let paper: Recommend.Paper

  init(_ text: String) {
    let (typed, reason) = DecisionText.parted(text)
    var words = Normalised.halfWidth(typed).split(whereSeparator: \.isWhitespace).map(String.init)
    var paper = Recommend.Paper(reason: reason)
    if let place = words.firstIndex(where: { Int($0) != nil }) { paper.firstRank = Int(words.remove(at: place)) }
    if let first = words.first { paper.batch = first }
    let document = DocumentText(words.dropFirst().joined(separator: " "))
    (paper.document, paper.day) = (document.number, document.day)
    self.paper = paper
  }
}
