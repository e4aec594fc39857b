import Terminal

/// A framed list with a cursor and a hint below: what the small choosers look like.
enum ListBox {
  static func draw(_ rows: [CleanText], cursor: Int, title: CleanText, hint: CleanText, in canvas: inout Canvas) {
    let widest = (rows + [title, hint]).map(\.width).max() ?? 0
    let content = Size(width: min(64, widest + 1), height: rows.count + 1)
    Box.draw(Box.rect(content: content, in: canvas.size), title: title, in: &canvas) { canvas in
      let (width, height) = (canvas.size.width, canvas.size.height)
      let shown = height > 1 ? height - 1 : height
      let top = max(0, min(cursor - shown / 2, rows.count - shown))
      for (y, row) in rows.dropFirst(top).prefix(max(0, shown)).enumerated() {
        let here = top + y == cursor
        if here { canvas.put("▌", x: 0, y: y, style: .accent) }
        canvas.put(row, x: 1, y: y, width: max(0, width - 1), style: here ? .selected : .text)
      }
      if height > 1 { canvas.put(hint, x: 0, y: height - 1, width: width, style: .dim) }
    }
  }
}
