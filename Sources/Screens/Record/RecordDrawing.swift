import Domain
import Terminal
import Widgets

extension RecordScreen {
  /// The tabs' names and where they stand; where they do not all fit, those around the current one.
  var tabPlaces: [(index: Int, text: CleanText, x: Int)] {
    func place(_ indices: Range<Int>) -> [(index: Int, text: CleanText, x: Int)] {
      var x = 1
      return indices.map { index in
        let count = tabs[index].isOfOthers ? content?.count(tabs[index]) ?? 0 : 0
        let name = tabs[index].label[language] + (count > 0 ? thin(count) : "")
        let text = CleanText(index == current ? "[\(name)]" : " \(name) ")
        defer { x += text.width }
        return (index, text, x)
      }
    }
    var first = 0
    while first < current, let last = place(first..<current + 1).last, last.x + last.text.width > size.width {
      first += 1
    }
    return place(min(first, tabs.count)..<tabs.count)
  }

  package func draw(in canvas: inout Canvas, _ look: Look) {
    guard let content else {
      canvas.put(look.words.nothingHere, x: 1, y: 0, width: max(0, canvas.size.width - 1), style: .dim)
      return
    }
    drawTitle(content.document, in: &canvas)
    for tab in tabPlaces {
      canvas.put(tab.text, x: tab.x, y: 1, style: tab.index == current ? Style(.tabCurrent, bold: true) : Style(.tab))
    }
    if let gantt {
      canvas.inside(Rect(x: 1, y: 2, width: canvas.size.width - 2, height: ganttRows)) {
        gantt.draw(in: &$0, look: look)
      }
    }
    let y = 2 + ganttRows
    canvas.inside(Rect(x: 0, y: y, width: canvas.size.width, height: canvas.size.height - y)) { canvas in
      for (row, index) in (top..<min(lines.count, top + canvas.size.height)).enumerated() {
        draw(lines[index], at: row, isHere: index == spot.line, in: &canvas)
      }
    }
  }

  private func drawTitle(_ document: Document, in canvas: inout Canvas) {
    var parts = [document[register.titleField].plain]
    if register.keyField != register.titleField { parts.append(document[register.keyField].plain) }
    for id in ["holder_name", "region", "stage", "state", "grade"] {
      guard let field = register.field(id), !document[id].isEmpty else { continue }
      let text = document[id].shown(field.kind, language, reference)
      if !parts[0].hasPrefix(text) { parts.append(text) }
    }
    let title = CleanText(parts.filter { !$0.isEmpty }.joined(separator: " · "))
    canvas.put(title, x: 1, y: 0, width: max(0, canvas.size.width - 1), style: .heading)
  }

  private func draw(_ line: RecordLine, at y: Int, isHere: Bool, in canvas: inout Canvas) {
    let stops = line.stops
    for (index, piece) in line.pieces.enumerated() {
      let selected = isHere && stops.indices.contains(spot.stop) && stops[spot.stop] == index
      if selected, piece.x > 0 { canvas.put("▌", x: piece.x - 1, y: y, style: .accent) }
      let style = selected ? Style.selected : piece.style
      if let width = piece.width {
        canvas.put(
          piece.text, x: piece.x, y: y, width: min(width, canvas.size.width - piece.x), align: piece.align, style: style
        )
      } else {
        canvas.put(piece.text, x: piece.x, y: y, style: style)
      }
      if case .record? = piece.target, !selected {
        canvas.restyle(
          Rect(x: piece.x, y: y, width: min(piece.width ?? piece.text.width, piece.text.width), height: 1),
          style: .accent)
      }
    }
  }
}
