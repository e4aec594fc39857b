import Domain
import Terminal
import UseCases
import Widgets

/// A warning is answered once with a reason; the answer is saved with the record.
extension FormScreen {
  /// `[已说明]`, behind a warning to which a reason was given.
  var answeredMark: CleanText { CleanText(Label(zh: "[已说明]", en: "[answered]")[desk.language]) }

  /// Why there is nothing to answer here, or nil.
  var unanswerable: Label? {
    guard conflict == nil, let told else { return Label(zh: "这里没有提醒", en: "No warning here") }
    guard let finding = told.finding, finding.severity == .warning else {
      return Label(zh: "这是错误，须改正，不能只作说明", en: "This is an error: it is to be put right, not answered")
    }
    return nil
  }

  /// Asks for the reason of the warning that the status line tells; a rule with a field of its own is answered there.
  mutating func askReason(_ services: Services) -> [Effect] {
    form.settle(hooks(services))
    if let key = form.state.focus { left(key, services) }
    guard unanswerable == nil, let finding = told?.finding else { return [] }
    let own = desk.register.rules.first { $0.id == finding.rule }?.answerField
    if let own, document.answer(to: finding) == nil, form.item(own)?.readonly == false, form.focus(FormKey(own)) {
      form.keepPlace(hooks: desk.hooks(document))
      message = (Label(zh: "请在这一项写明原因", en: "Give the reason in this field"), .plain)
      return []
    }
    answering = finding
    let title = Label(
      zh: "说明：\(finding.message.zh)（清空即撤回）", en: "Reason: \(finding.message.en) (empty takes it back)")
    return [.ask("answer", .input(title: title, text: document.answer(to: finding) ?? ""))]
  }

  /// Keeps the reason that was typed.
  mutating func answerWarning(_ text: String, _ services: Services) {
    guard let finding = answering, let reason = desk.register.field(path: "\(RuleAnswer.list).reason") else { return }
    answering = nil
    let environment = services.environment
    let typed: String
    switch reason.parse(text, reference: desk.reference) {
    case .success(let value): typed = value.text ?? ""
    case .failure(let problem):
      message = (problem.message, .error)
      return
    }
    let old = document.answer(to: finding)
    guard typed != old ?? "" else { return }
    document.setAnswer(
      typed, to: finding, by: environment.actor.person, on: services.today, newID: environment.newID)
    isDirty = true
    needsKeep = true
    derive(services)
    keepTyping(services, atEnd: true)
    message =
      typed.isEmpty
      ? (Label(zh: "说明已撤回", en: "The answer was taken back"), .plain)
      : (Label(zh: "已说明，随记录保存 (^S)", en: "Answered; saved with the record (^S)"), .good)
  }
}
