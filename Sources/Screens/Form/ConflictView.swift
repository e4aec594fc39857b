import Domain
import Terminal
import Widgets

/// Two versions side by side, one line a difference; the chosen side is marked.
struct ConflictView: Sendable {
  enum Outcome { case handled, done }

  var merge: RecordMerge
  var desk: FormDesk
  private(set) var cursor = 0
  private var top = 0

  init(_ merge: RecordMerge, _ desk: FormDesk) {
    self.merge = merge
    self.desk = desk
    // What both changed is looked at first.
    cursor = merge.differences.firstIndex(where: \.isClash) ?? 0
  }

  private var clashes: Int { merge.differences.count(where: \.isClash) }

  func status(_ language: Language) -> Widgets.Frame.Message {
    let text = Label(
      zh: clashes > 0 ? "\(clashes)处两人都改了，请逐项选择；其余已按各自改动合并" : "两人改的不是同一处，已合并，^S保存",
      en: clashes > 0
        ? "\(clashes) changed by both: choose; the rest is joined" : "You changed different things, joined: ^S saves")
    return Widgets.Frame.Message(
      CleanText(text[language]), kind: clashes > 0 ? .warning : .good,
      tail: CleanText("\(min(cursor + 1, merge.differences.count))/\(merge.differences.count)"))
  }

  mutating func handle(_ event: Event, height: Int) -> Outcome {
    let page = max(1, height - 3)
    switch event {
    case .key(.up): move(-1, page)
    case .key(.down): move(1, page)
    case .key(.pageUp): move(-page, page)
    case .key(.pageDown): move(page, page)
    case .key(.left): merge.choose(.mine, at: cursor)
    case .key(.right): merge.choose(.theirs, at: cursor)
    case .key(.tab), .key(.character(" ")), .key(.character("\u{3000}")):
      guard merge.differences.indices.contains(cursor) else { break }
      merge.choose(merge.differences[cursor].choice == .mine ? .theirs : .mine, at: cursor)
    case .key(.enter): return .done
    case .mouse(let mouse): press(mouse, page)
    default: break
    }
    return .handled
  }

  private mutating func press(_ mouse: Mouse, _ page: Int) {
    switch mouse.action {
    case .wheelUp: move(-3, page)
    case .wheelDown: move(3, page)
    case .press, .doublePress:
      let line = top + mouse.point.y - 2
      guard mouse.point.y >= 2, merge.differences.indices.contains(line) else { return }
      cursor = line
    }
  }

  private mutating func move(_ step: Int, _ page: Int) {
    cursor = min(max(0, cursor + step), max(0, merge.differences.count - 1))
    top = min(max(top, cursor - page + 1), cursor)
  }

  func draw(in canvas: inout Canvas, _ look: Look) {
    canvas.fill(canvas.bounds)
    let width = canvas.size.width
    let names = min(24, width / 3)
    let side = max(1, (width - names - 4) / 2)
    func text(_ zh: String, _ en: String) -> CleanText { CleanText(desk.language == .zh ? zh : en) }
    canvas.put(
      text(
        "他人已先保存：←选我的 →选对方的 空格切换 ^S按所选保存 Esc回表单",
        "Somebody saved first: ← mine → theirs, Space switches, ^S saves, Esc back"),
      x: 0, y: 0, width: width, style: .heading)
    canvas.put(text("项目", "Field"), x: 1, y: 1, width: names, style: .dim)
    canvas.put(text("我的", "Mine"), x: names + 2, y: 1, width: side, style: .dim)
    canvas.put(text("对方的", "Theirs"), x: names + side + 4, y: 1, width: side, style: .dim)
    for row in 0..<max(0, canvas.size.height - 2) where merge.differences.indices.contains(top + row) {
      let index = top + row
      let difference = merge.differences[index]
      let y = row + 2
      let isHere = index == cursor
      canvas.put(
        isHere ? "▌" : difference.isClash ? "!" : " ", x: 0, y: y, style: difference.isClash ? .warning : .accent)
      canvas.put(name(of: difference.place), x: 1, y: y, width: max(0, names - 1), style: isHere ? .selected : .text)
      draw(difference.mine, difference, .mine, Rect(x: names, y: y, width: side + 2, height: 1), in: &canvas)
      draw(
        difference.theirs, difference, .theirs, Rect(x: names + side + 2, y: y, width: side + 2, height: 1), in: &canvas
      )
    }
    canvas.caret = Point(x: 0, y: min(cursor - top + 2, max(0, canvas.size.height - 1)))
  }

  private func draw(
    _ value: Value, _ difference: RecordMerge.Difference, _ side: RecordMerge.Side, _ rect: Rect,
    in canvas: inout Canvas
  ) {
    let isChosen = difference.choice == side
    canvas.put(isChosen ? "●" : " ", x: rect.x, y: rect.y, style: .accent)
    let text = value.isEmpty ? CleanText(desk.language == .zh ? "(空)" : "(none)") : shown(value, difference.place)
    canvas.put(
      text, x: rect.x + 2, y: rect.y, width: max(0, rect.width - 2), style: isChosen ? Style(.text, bold: true) : .dim)
  }

  private func shown(_ value: Value, _ place: RecordMerge.Place) -> CleanText {
    switch place {
    case .field(let field): desk.shown(FormKey(field), FormDesk.text(of: value))
    case .cell(let list, let row, let field):
      CleanText(
        desk.register.list(list)?.field(field).map { value.shown($0.kind, desk.language, desk.reference) }
          ?? desk.shown(FormKey("\(list).\(field)", row: row.text), value.plain).string)
    case .row: CleanText(value.plain)
    }
  }

  private func name(of place: RecordMerge.Place) -> CleanText {
    let language = desk.language
    switch place {
    case .field(let field): return CleanText(desk.register.field(field)?.label[language] ?? field)
    case .cell(let list, let row, let field):
      let spec = desk.register.list(list)
      return CleanText(
        "\(spec?.label[language] ?? list)\(number(list, row)) \(spec?.field(field)?.label[language] ?? field)")
    case .row(let list, let row):
      return CleanText("\(desk.register.list(list)?.label[language] ?? list)\(number(list, row))")
    }
  }

  /// The row's place in whichever version has it.
  private func number(_ list: String, _ row: RecordID) -> String {
    let place =
      merge.mine.children[list]?.firstIndex { $0.id == row } ?? merge.theirs.children[list]?.firstIndex { $0.id == row }
    return place.map { String($0 + 1) } ?? ""
  }
}
