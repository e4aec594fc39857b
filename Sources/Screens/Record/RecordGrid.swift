import Domain
import Terminal

/// Rows of a child list as a table; columns that do not fit go on a second line under their row, so nothing is lost.
struct RecordGrid {
  let lines: [RecordLine]

  /// `target` is where Enter leads from a row's column; nil where it leads nowhere.
  init(
    _ columns: [(field: FieldSpec, title: CleanText)], _ rows: [[CleanText]], width: Int,
    target: (_ row: Int, _ column: Int) -> RecordLine.Target? = { _, _ in nil }
  ) {
    let widths = columns.indices.map { column in
      min(28, max(columns[column].title.width, rows.map { $0[column].width }.max() ?? 0))
    }
    var fitting = 0
    var used = 1
    while fitting < columns.count, fitting == 0 || used + widths[fitting] + 1 <= width {
      used += widths[fitting] + 2
      fitting += 1
    }
    func x(_ column: Int) -> Int { 1 + widths[..<column].reduce(0) { $0 + $1 + 2 } }
    func align(_ column: Int) -> Canvas.Alignment { columns[column].field.kind.isNumber ? .right : .left }
    var lines = [
      RecordLine(
        pieces: (0..<fitting).map { column in
          .init(x: x(column), text: columns[column].title, width: widths[column], align: align(column), style: .dim)
        })
    ]
    for (place, row) in rows.enumerated() {
      lines.append(
        RecordLine(
          pieces: (0..<fitting).map { column in
            .init(
              x: x(column), text: row[column], width: widths[column], align: align(column),
              target: target(place, column), field: columns[column].field)
          }, row: place))
      let rest = (fitting..<columns.count).filter { !row[$0].isEmpty }
      let cut = (0..<fitting).filter { row[$0].width > widths[$0] }
      let more = (cut + rest).map { columns[$0].title.string + " " + row[$0].string }.joined(separator: "  ")
      for part in more.isEmpty ? [] : CleanText(more).wrapped(to: max(2, width - 5)) {
        lines.append(RecordLine(pieces: [.init(x: 4, text: part, style: .dim)]))
      }
    }
    self.lines = lines
  }
}
