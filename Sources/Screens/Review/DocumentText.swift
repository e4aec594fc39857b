import Domain
import UseCases

/// What is typed of a document: its number and, behind it, its date; without one it is of today.
struct DocumentText {
  /// As written, blanks parted by one.
  let number: String
  let day: Day?

  init(_ text: String) {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    day = words.last.flatMap { Self.day($0) }
    if day != nil { words.removeLast() }
    number = words.joined(separator: " ")
  }

  /// A date stands in digits with its parts told apart: a number like 20230612 may be the document's own.
  private static func day(_ word: String) -> Day? {
    word.contains { "-./年".contains($0) } ? Day(parsing: word) : nil
  }
}
