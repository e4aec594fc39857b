import Terminal
import Widgets

/// What a dashboard shows at a size: pieces on rows in blocks, some of them spots that can be selected.
struct BoardPiece: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    case text(CleanText, Style, right: Bool)
    /// Filled to `share`, with a mark where it should be by now.
    case bar(share: Double, mark: Double?, style: Style)
    case stacked([Double])
    case sparkline([Double])
  }

  let x: Int
  let width: Int
  let content: Content
  /// What is selected here; nil for what is only read.
  let spot: String?
}

/// Rows under a heading; where there are more than fit, a window of them that follows the selection.
struct BoardBlock: Sendable {
  let id: String
  /// The line above; nil for none.
  var title: CleanText?
  var rows: [[BoardPiece]]
  /// Drawn instead of rows.
  var chart: LineChart?
}

/// A row being written from left to right.
struct BoardRow {
  private(set) var pieces: [BoardPiece] = []
  private(set) var x: Int

  init(x: Int = 1) { self.x = x }

  /// Text as wide as it is; `gap` blanks stand before it.
  mutating func text(_ text: String, _ style: Style = .text, gap: Int = 0, spot: String? = nil) {
    let clean = CleanText(text)
    x += gap
    pieces.append(BoardPiece(x: x, width: clean.width, content: .text(clean, style, right: false), spot: spot))
    x += clean.width
  }

  /// Text in a column.
  mutating func cell(_ text: String, width: Int, right: Bool = false, _ style: Style = .text, spot: String? = nil) {
    guard width > 0 else { return }
    pieces.append(BoardPiece(x: x, width: width, content: .text(CleanText(text), style, right: right), spot: spot))
    x += width
  }

  mutating func content(_ content: BoardPiece.Content, width: Int, spot: String? = nil) {
    guard width > 0 else { return }
    pieces.append(BoardPiece(x: x, width: width, content: content, spot: spot))
    x += width
  }

  mutating func skip(_ cells: Int) { x += cells }
}

/// The blocks of a dashboard with their places on the page, which may be longer than the screen.
struct BoardPlan: Sendable {
  struct Placed: Sendable {
    let block: BoardBlock
    let rect: Rect

    /// Rows that can be seen at once.
    var room: Int { max(0, rect.height - (block.title == nil ? 0 : 1)) }
  }

  /// A spot, and where it stands: block, row, column.
  struct Spot: Hashable, Sendable {
    let key: String
    let block: Int
    let row: Int
    let x: Int
  }

  let placed: [Placed]
  let spots: [Spot]

  init(_ placed: [Placed]) {
    self.placed = placed
    var spots: [Spot] = []
    for (index, place) in placed.enumerated() {
      for (row, pieces) in place.block.rows.enumerated() {
        for piece in pieces {
          guard let key = piece.spot else { continue }
          spots.append(Spot(key: key, block: index, row: row, x: place.rect.x + piece.x))
        }
      }
    }
    self.spots = spots
  }

  var height: Int { placed.map(\.rect.maxY).max() ?? 0 }

  func spot(_ key: String?) -> Spot? { key.flatMap { key in spots.first { $0.key == key } } }

  /// The first row of a block that is seen, given the one wished for.
  func top(_ index: Int, _ tops: [String: Int]) -> Int {
    let place = placed[index]
    return min(max(0, tops[place.block.id] ?? 0), max(0, place.block.rows.count - place.room))
  }

  /// The line of the page on which a spot stands.
  func line(of spot: Spot, _ tops: [String: Int]) -> Int {
    let place = placed[spot.block]
    return place.rect.y + (place.block.title == nil ? 0 : 1) + spot.row - top(spot.block, tops)
  }
}
