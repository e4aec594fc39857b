import Terminal

/// A frame of lines with a title, in the middle of whatever it lies over.
package enum Box {
  /// The rectangle in the middle of `size` for so much content, its frame included; the whole where room is short.
  package static func rect(content: Size, in size: Size) -> Rect {
    let width = min(size.width, content.width + 4)
    let height = min(size.height, content.height + 2)
    return Rect(x: (size.width - width) / 2, y: (size.height - height) / 2, width: width, height: height)
  }

  /// Draws the frame and gives its inside to `body`; where there is no room for a frame the inside is all there is.
  package static func draw(
    _ rect: Rect, title: CleanText, style: Style = .line, in canvas: inout Canvas, body: (inout Canvas) -> Void
  ) {
    canvas.inside(rect) { canvas in
      canvas.fill(canvas.bounds)
      let (width, height) = (canvas.size.width, canvas.size.height)
      guard width >= 6, height >= 3 else { return body(&canvas) }
      canvas.fill(Rect(x: 0, y: 0, width: width, height: 1), "─", style: style)
      canvas.fill(Rect(x: 0, y: height - 1, width: width, height: 1), "─", style: style)
      for y in 1..<height - 1 {
        canvas.put("│", x: 0, y: y, style: style)
        canvas.put("│", x: width - 1, y: y, style: style)
      }
      for (mark, x, y) in [("┌", 0, 0), ("┐", width - 1, 0), ("└", 0, height - 1), ("┘", width - 1, height - 1)] {
        canvas.put(CleanText(mark), x: x, y: y, style: style)
      }
      if title.width > 0 { canvas.put(" " + title.cut(to: max(0, width - 6)) + " ", x: 2, y: 0, style: .heading) }
      canvas.inside(Rect(x: 2, y: 1, width: width - 4, height: height - 2), body)
    }
  }
}
