import Domain
import Terminal

/// One line of a record's page: pieces at their columns, some of which the cursor can stand on.
struct RecordLine {
  /// What Enter and F1 do on a piece.
  enum Target: Equatable {
    case field(FieldSpec)
    case record(register: String, id: RecordID)
    /// The records behind a figure.
    case figure(measure: String)
    /// A history entry, by its place in the list of entries.
    case entry(Int)
  }

  struct Piece {
    let x: Int
    let text: CleanText
    var width: Int?
    var align = Canvas.Alignment.left
    var style = Style.text
    var target: Target?
    /// What F1 explains where the target leads elsewhere.
    var field: FieldSpec?
  }

  var pieces: [Piece] = []
  /// Which row of its table it is; nil for a line that is none.
  var row: Int?
  /// The child row that it shows.
  var child: RecordID?

  static let blank = RecordLine()

  static func heading(_ text: String) -> RecordLine {
    RecordLine(pieces: [Piece(x: 0, text: CleanText("─ " + text + " "), style: .heading)])
  }

  static func note(_ text: String) -> RecordLine {
    RecordLine(pieces: [Piece(x: 2, text: CleanText(text), style: .dim)])
  }

  /// The places among the pieces where the cursor can stand.
  var stops: [Int] { pieces.indices.filter { pieces[$0].target != nil || pieces[$0].field != nil } }
}
