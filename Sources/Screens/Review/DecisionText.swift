import Domain
import UseCases

/// What is typed of an admission: the document and, behind a semicolon, why.
struct DecisionText {
  let decision: Admit.Decision

  init(_ text: String) {
    let (paper, reason) = Self.parted(text)
    let document = DocumentText(paper)
    decision = Admit.Decision(document: document.number, day: document.day, reason: reason)
  }

  /// What stands before the first semicolon, of either width, and what stands behind it.
  static func parted(_ text: String) -> (paper: String, reason: String) {
    guard let place = text.firstIndex(where: { $0 == ";" || $0 == "；" }) else { return (text, "") }
    return (String(text[..<place]), Normalised.trimmed(String(text[text.index(after: place)...])))
  }
}
