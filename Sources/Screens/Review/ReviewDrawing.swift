import Domain
import Terminal
import UseCases
import Widgets

extension ReviewScreen {
  /// Where inbox, detail and the lines below them stand; narrow screens show the pane that has the keys.
  var areas: (inbox: Rect, detail: Rect, foot: Rect, isSplit: Bool) {
    let footHeight = size.height >= 10 ? 2 : 0
    let body = size.height - footHeight
    let foot = Rect(x: 0, y: body, width: size.width, height: footHeight)
    guard size.width >= 60 else {
      let whole = Rect(x: 0, y: 0, width: size.width, height: body)
      return (whole, whole, foot, false)
    }
    let left = min(36, size.width * 3 / 10)
    return (
      Rect(x: 0, y: 0, width: left, height: body),
      Rect(x: left + 2, y: 0, width: size.width - left - 2, height: body), foot, true
    )
  }

  package func draw(in canvas: inout Canvas, _ look: Look) {
    let areas = areas
    if areas.isSplit || pane == .inbox { canvas.inside(areas.inbox) { drawInbox(in: &$0) } }
    if areas.isSplit {
      for y in 0..<areas.inbox.height { canvas.put("│", x: areas.inbox.width, y: y, style: .line) }
    }
    if areas.isSplit || pane == .detail { canvas.inside(areas.detail) { drawDetail(in: &$0) } }
    if !areas.foot.isEmpty { canvas.inside(areas.foot) { drawFoot(in: &$0) } }
    if let returning { returning.draw(in: &canvas, look) }
  }

  private func drawInbox(in canvas: inout Canvas) {
    let lines = lines
    for (y, line) in lines.dropFirst(top).prefix(canvas.size.height).enumerated() {
      let isHere = line == cursor
      let style: Style = isHere ? (pane == .inbox ? .selected : Style(.selectedInactive)) : .text
      switch line {
      case .group(let name): if let group = group(name) { draw(group, y: y, style, isHere, in: &canvas) }
      case .item(let id):
        if let item = items.first(where: { $0.id == id }) { draw(item, y: y, style, isHere, in: &canvas) }
      }
    }
  }

  private func draw(_ group: ReviewInbox.Group, y: Int, _ style: Style, _ isHere: Bool, in canvas: inout Canvas) {
    let region = reference.name(.region, group.region, language) ?? group.region
    let batch = group.batch.isEmpty ? Label(zh: "零星", en: "single")[language] : group.batch
    let day = group.since.map { String($0.iso.dropFirst(5)) } ?? ""
    let mark = folded.contains(Self.name(group)) ? "▸" : "▾"
    let count = CleanText("\(group.items.count)")
    let text = CleanText("\(mark)\(region) \(day) \(batch)")
    let room = max(0, canvas.size.width - count.width - 1)
    canvas.put(text, x: 0, y: y, width: room, style: isHere ? style : .heading)
    canvas.put(count, x: room, y: y, width: canvas.size.width - room, align: .right, style: isHere ? style : .dim)
  }

  private func draw(_ item: ReviewInbox.Item, y: Int, _ style: Style, _ isHere: Bool, in canvas: inout Canvas) {
    let width = canvas.size.width
    canvas.put(isHere ? "▌" : " ", x: 1, y: y, style: .accent)
    if marked.contains(item.id) { canvas.put("●", x: 0, y: y, style: Style(.mark)) }
    let tail = CleanText(tail(item))
    let room = max(0, width - 2 - tail.width - 1)
    canvas.put(CleanText(item.title), x: 2, y: y, width: room, style: style)
    canvas.put(
      tail, x: 2 + room, y: y, width: max(0, width - 2 - room), align: .right,
      style: isHere ? style : item.isLapsed || item.waited > item.limit ? .warning : .dim)
  }

  /// One or two characters that say what is asked: a change, an exit, a resubmission; and who has it.
  private func tail(_ item: ReviewInbox.Item) -> String {
    switch item.kind {
    case .change: Label(zh: "变", en: "chg")[language]
    case .exit: Label(zh: "出", en: "exit")[language]
    case .admit:
      item.isHeld
        ? Label(zh: "审", en: "held")[language]
        : item.isResubmission ? Label(zh: "改", en: "again")[language] : ""
    }
  }

  private func drawDetail(in canvas: inout Canvas) {
    guard detail != nil else {
      let said = Label(zh: "选中一项看改动和检查", en: "Choose a record to see its changes and checks")
      canvas.put(CleanText(said[language]), x: 0, y: 0, width: canvas.size.width, style: .dim)
      return
    }
    for (y, line) in detailLines.dropFirst(detailTop).prefix(canvas.size.height).enumerated() {
      for piece in line.pieces {
        canvas.put(piece.text, x: piece.x, y: y, width: max(0, canvas.size.width - piece.x), style: piece.style)
      }
    }
    let below = detailLines.count - detailTop - canvas.size.height
    guard below > 0, canvas.size.height > 0 else { return }
    let more = CleanText(Label(zh: " ↓还有\(below)行 ", en: " ↓ \(below) more ")[language])
    canvas.put(more, x: max(0, canvas.size.width - more.width), y: canvas.size.height - 1, style: .dim)
  }

  private func drawFoot(in canvas: inout Canvas) {
    canvas.fill(Rect(x: 0, y: 0, width: canvas.size.width, height: 1), "─", style: .line)
    guard let item = current else { return }
    let tier = item.tier.label[language]
    let paper = document.isEmpty ? "" : Label(zh: "   文号 \(document)", en: "   document \(document)")[language]
    let held =
      item.isHeld
      ? Label(zh: "   \(item.filing.reviewer)审核中", en: "   under review by \(item.filing.reviewer)")[language] : ""
    let said = Label(
      zh: "拟入库层级: \(tier)   已等\(item.waited)个工作日，限\(item.limit)",
      en: "For the \(tier.lowercased()), waiting \(item.waited) of \(item.limit) working days")
    canvas.put(CleanText(said[language] + held + paper), x: 1, y: 1, width: max(0, canvas.size.width - 1), style: .dim)
  }
}
