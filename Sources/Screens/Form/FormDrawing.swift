import Domain
import Terminal
import UseCases
import Widgets

/// The line that says what is being entered and that it is kept, and the form below it.
extension FormScreen {
  /// The form's part of the body: all but the line above it, which a very low screen does without.
  var formSize: Size { Size(width: size.width, height: size.height > 4 ? size.height - 1 : size.height) }

  package func draw(in canvas: inout Canvas, _ look: Look) {
    if let conflict { return conflict.draw(in: &canvas, look) }
    canvas.fill(canvas.bounds)
    let (top, rest) = canvas.bounds.splitTop(canvas.size.height > 4 ? 1 : 0)
    if !top.isEmpty { canvas.inside(top) { drawTitle(in: &$0, look) } }
    canvas.inside(rest) { form.draw(in: &$0, focused: true, hooks: desk.hooks(document), look: look) }
  }

  private func drawTitle(in canvas: inout Canvas, _ look: Look) {
    let width = canvas.size.width
    let progress = form.progressText(look)
    var right = progress
    if let kept { right = kept + "   " + progress }
    if right.width > width - 12 { right = progress }
    canvas.put(right, x: max(0, width - right.width), y: 0, style: .dim)
    let room = max(0, width - right.width - 1)
    // Who else is here is seen even where the title has to give way.
    let mark = companyMark ?? .empty
    let left = mark.isEmpty ? room : max(0, room - mark.width - 1)
    canvas.put(title, x: 0, y: 0, width: left, style: .heading)
    let x = min(title.width, left) + 1
    canvas.put(mark, x: x, y: 0, width: max(0, room - x), style: .warning)
  }

  private var title: CleanText {
    let language = desk.language
    let noun = desk.register.singular
    if base == 0 { return CleanText(Label(zh: "新建\(noun.zh)", en: "New \(noun.en.lowercased())")[language]) }
    let key = document[desk.register.keyField].plain
    let text = Label(zh: "修改\(noun.zh) \(key)", en: "\(noun.en) \(key)")[language]
    return CleanText(text + (frozen.map { "  " + $0[language] } ?? ""))
  }

  /// `未存的输入 14:03:21 已留底`.
  private var kept: CleanText? {
    guard hasUnsaved else { return nil }
    guard let keptAt, slot != nil else { return CleanText(Label(zh: "未存的输入", en: "Unsaved typing")[desk.language]) }
    let time = clock(keptAt)
    return CleanText(Label(zh: "未存的输入 \(time) 已留底", en: "Unsaved, kept at \(time)")[desk.language])
  }

  /// The time of day in Shanghai, to the second.
  private func clock(_ instant: Instant) -> String {
    let seconds = Int((instant.milliseconds + 8 * 3_600_000) / 1000 % 86_400)
    let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60]
    return parts.map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
  }
}
