import Domain
import Terminal
import Widgets

/// A question of a screen as a dialog in the session's language.
struct QuestionBox {
  enum Outcome: Equatable { case open, cancelled, answered(Answer) }

  let question: Question
  private var dialog: Dialog

  init(_ question: Question, _ language: Language) {
    self.question = question
    func clean(_ label: Label) -> CleanText { CleanText(label[language]) }
    func lines(_ label: Label) -> [CleanText] {
      label[language].split(separator: "\n", omittingEmptySubsequences: false).map { CleanText($0) }
    }
    switch question {
    case .confirm(let title, let text, _):
      dialog = Dialog(.question(count: nil), title: clean(title), lines: lines(text), style: .warning)
    case .choose(let title, let items, let current):
      dialog = Dialog(.choice(items.map(clean)), title: clean(title), cursor: current)
    case .input(let title, let text): dialog = Dialog(.input, title: clean(title), text: text)
    case .show(let title, let text, let clause):
      let more = clause.map {
        Label(zh: "再按F1：计划条款\(PlanText.normal($0))", en: "F1 again: the plan's clause \(PlanText.normal($0))")
      }
      dialog = Dialog(.message, title: clean(title), lines: lines(text) + (more.map(lines) ?? []))
    }
  }

  mutating func handle(_ event: Event) -> Outcome {
    switch dialog.handle(event) {
    case .ignored, .handled: .open
    case .cancelled, .closed: .cancelled
    case .yes: .answered(.yes)
    case .no: .answered(.no)
    case .typed(let text): .answered(.text(text))
    case .chosen(let index): .answered(.chosen(index))
    }
  }

  func draw(in canvas: inout Canvas, _ look: Look) { dialog.draw(in: &canvas, look: look) }
}
