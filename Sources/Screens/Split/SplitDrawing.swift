import Domain
import Terminal
import UseCases
import Widgets

extension SplitScreen {
  var title: Label {
    let place = RegionChoices.name(of: subject.region, reference)
    let name = split?.indicator.label ?? Label(zh: subject.indicator, en: subject.indicator)
    let span =
      subject.span == "yearly"
      ? Label(zh: "\(subject.year)年", en: "\(subject.year)")
      : Label(zh: "至\(subject.year)年累计", en: "up to \(subject.year)")
    return Label(zh: "\(place.zh) \(name.zh) \(span.zh)", en: "\(name.en), \(place.en), \(span.en)")
  }

  package func draw(in canvas: inout Canvas, _ look: Look) {
    canvas.fill(canvas.bounds)
    let isWhole = canvas.size.height > 5
    if isWhole {
      let text = CleanText(Label(zh: "目标分解  \(title.zh)", en: "Split  \(title.en)")[language])
      canvas.put(text, x: 1, y: 0, width: max(0, canvas.size.width - 1), style: .heading)
    }
    let rect = Rect(x: 0, y: isWhole ? 1 : 0, width: canvas.size.width, height: formSize.height)
    canvas.inside(rect) { form.draw(in: &$0, focused: true, hooks: hooks(nil), look: look) }
    if isWhole { drawSums(in: &canvas) }
  }

  /// The whole, the sum of its parts, and what is left: never out of sight.
  private func drawSums(in canvas: inout Canvas) {
    let (width, y) = (canvas.size.width, canvas.size.height - 2)
    canvas.fill(Rect(x: 0, y: y, width: width, height: 1), "─", style: .line)
    guard let split else { return }
    let unit = split.indicator.unit[language]
    func amount(_ amount: Amount) -> String { amount.grouped + (unit.isEmpty ? "" : " " + unit) }
    let whole = split.whole.map(amount) ?? Label(zh: "没有", en: "none")[language]
    guard let sum = split.sum(outcome) else {
      let text = Label(zh: "本级目标 \(whole)；比率不相加，各地同按本级", en: "Own target \(whole); a ratio does not add up")
      canvas.put(CleanText(text[language]), x: 1, y: y + 1, width: max(0, width - 1))
      return
    }
    let given = outcome.count { $0 != nil }
    var text = Label(
      zh: "本级 \(whole) · 下级合计 \(amount(sum))（\(given)/\(outcome.count)个地区）",
      en: "Own \(whole) · parts \(amount(sum)) (\(given) of \(outcome.count) regions)")
    var style = Style.text
    if let rest = split.rest(outcome) {
      let said: Label
      switch rest {
      case .zero: said = Label(zh: " · 正好分完", en: " · nothing left")
      case let over where over.isNegative:
        said = Label(zh: " · 超出 \(amount(over.magnitude))", en: " · \(amount(over.magnitude)) too much")
      default: said = Label(zh: " · 余 \(amount(rest)) 未分解", en: " · \(amount(rest)) left")
      }
      style = rest == .zero ? Style(.good) : .warning
      text = Label(zh: text.zh + said.zh, en: text.en + said.en)
    }
    canvas.put(CleanText(text[language]), x: 1, y: y + 1, width: max(0, width - 1), style: style)
  }

  package var status: Widgets.Frame.Message? {
    if let message { return Widgets.Frame.Message(CleanText(message.label[language]), kind: message.kind) }
    if let key = form.state.focus, let problem = form.problem(key) {
      return Widgets.Frame.Message(problem, kind: .warning)
    }
    if let help = form.focusedItem?.help, help.width > 0 { return Widgets.Frame.Message(help) }
    return nil
  }

  package func explanation(_ services: Services) -> Question? {
    guard let split else { return nil }
    let indicator = split.indicator
    return .show(
      title: title,
      text: Label(
        zh: "按比例：依据数填各地的比例（开始为现有目标）；按产能：折能产能；按用能：企业最近年度用能；按上年完成：上一年的实绩。\n"
          + "余数不藏：按最大余数逐个补足；手工改动后的差数一直显示。\n条款 \(indicator.clause)：\(indicator.quote)",
        en:
          "Share: weights as typed, the present targets at first; capacity: energy-weighted; energy: of the latest year; "
          + "last year: what was done.\nRemainders are shown, not hidden.\nClause \(indicator.clause): \(indicator.quote)"
      ))
  }
}
