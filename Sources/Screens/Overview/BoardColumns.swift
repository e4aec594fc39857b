import Domain
import Terminal
import UseCases
import Widgets

/// Puts blocks below and beside each other.
enum BoardColumns {
  /// Below this, everything stands in one column and the page scrolls.
  static let narrow = Size(width: 72, height: 18)

  static func isNarrow(_ size: Size) -> Bool { size.width < narrow.width || size.height < narrow.height }

  static func natural(_ block: BoardBlock) -> Int {
    (block.title == nil ? 0 : 1) + (block.chart == nil ? block.rows.count : 8)
  }

  /// One below the other in their natural heights.
  static func stacked(_ blocks: [BoardBlock], width: Int) -> [BoardPlan.Placed] {
    var y = 0
    return blocks.map { block in
      let height = natural(block)
      defer { y += height }
      return BoardPlan.Placed(block: block, rect: Rect(x: 0, y: y, width: width, height: height))
    }
  }

  /// One below the other in `rect`; where they do not fit, the longest lose rows and scroll.
  static func column(_ blocks: [BoardBlock], _ rect: Rect) -> [BoardPlan.Placed] {
    var heights = blocks.map(natural)
    while heights.reduce(0, +) > rect.height {
      guard let longest = heights.indices.max(by: { heights[$0] < heights[$1] }), heights[longest] > 2 else { break }
      heights[longest] -= 1
    }
    var y = rect.y
    return zip(blocks, heights).compactMap { block, height in
      let height = min(height, rect.maxY - y)
      guard height > 0 else { return nil }
      defer { y += height }
      return BoardPlan.Placed(block: block, rect: Rect(x: rect.x, y: y, width: rect.width, height: height))
    }
  }

  /// Two columns with a line between them.
  static func pair(_ left: [BoardBlock], _ right: [BoardBlock], _ rect: Rect) -> [BoardPlan.Placed] {
    let width = (rect.width - 1) / 2
    return column(left, Rect(x: rect.x, y: rect.y, width: width, height: rect.height))
      + column(right, Rect(x: rect.x + width + 1, y: rect.y, width: rect.width - width - 1, height: rect.height))
  }
}

/// What the pages are made of.
struct BoardWords {
  let words: FigureWords
  let reference: ReferenceTables
  let scope: DashboardScope
  let today: Day

  var language: Language { words.language }

  /// The first line: what, where, until when, and the keys that change it.
  func heading(_ title: Label, _ note: Label?, isNow: Bool, width: Int) -> BoardBlock {
    let day = min(scope.through, today).label[language]
    let quarter = ["一", "二", "三", "四"][scope.quarter.quarter - 1] + "季度"
    let until =
      isNow
      ? words("现状", "as of now")
      : scope.isYearly
        ? words("\(scope.quarter.year)年1月1日至\(day)", "\(scope.quarter.year) to \(day)")
        : words("截至\(day)(\(quarter))", "to \(day)")
    let keys = words(" r地区", " r region") + (isNow ? "" : words(" [ ]季度", " [ ] quarter"))
    let right = CleanText(until + keys)
    var row = BoardRow()
    let left = "\(title[language]) \(scope.label(reference)[language])"
    let isWide = width > right.width + 12
    let room = isWide ? width - 2 - right.width : width - 1
    row.cell(left, width: max(0, min(CleanText(left).width, room)), .heading)
    if let note, room - CleanText(left).width >= CleanText(note[language]).width + 2 {
      row.text(note[language], .dim, gap: 2)
    }
    var pieces = row.pieces
    if isWide {
      pieces.append(
        BoardPiece(
          x: width - right.width, width: right.width, content: .text(right, .text, right: true), spot: nil))
    }
    return BoardBlock(id: "heading", rows: [pieces])
  }

  /// Rows of bars: the name, the bar, the figure, and a second figure where there is one.
  func bars(
    _ id: String, _ title: Label, _ rows: [FigureRow], width: Int, name: Int = 8,
    second: ((DashboardFigure) -> String)? = nil
  ) -> BoardBlock {
    let whole = rows.compactMap(\.figures.first?.amount).max() ?? .zero
    let secondWidth = second == nil ? 0 : 9
    // English names take what they need, down to a short bar.
    let longest = rows.map { CleanText($0.label[language]).width }.max() ?? 0
    let nameWidth = language == .zh ? name : min(longest, max(8, width - 15 - secondWidth))
    let bar = max(0, width - 2 - nameWidth - 8 - secondWidth)
    return BoardBlock(
      id: id, title: CleanText(title[language]),
      rows: rows.map { item in
        var row = BoardRow()
        row.cell(item.label[language], width: nameWidth)
        row.skip(1)
        guard let first = item.figures.first else { return row.pieces }
        row.content(.bar(share: first.amount.part(of: whole), mark: nil, style: Style(.bar)), width: bar)
        row.skip(1)
        row.cell(words.count(first.amount), width: 6, right: true, spot: first.key)
        if let second, item.figures.count > 1 {
          row.skip(1)
          row.cell(second(item.figures[1]), width: 8, right: true, spot: item.figures[1].key)
        }
        return row.pieces
      })
  }
}
