import Domain
import Terminal
import UseCases
import Widgets

/// What is wrong with the record, where, and the way there.
extension FormScreen {
  struct Problem: Hashable {
    let key: FormKey?
    let text: CleanText
    let isError: Bool
    /// What the rules found, where it was they.
    var finding: Finding?

    var isAnswered: Bool { finding?.answer != nil }
  }

  /// What the rules found, without what a person has not come to yet.
  var visibleFindings: [Finding] {
    findings.filter { finding in
      if isChecked { return true }
      if finding.rule == "required" { return false }
      return base > 0 || finding.row != nil || finding.fields.contains { !document[$0].isEmpty }
    }
  }

  /// Texts that cannot be read, then findings, in reading order; what was answered stands last.
  var problems: [Problem] {
    let order = form.order
    let places = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let unread = form.unread.filter { places[$0.key] != nil }.map {
      Problem(key: $0.key, text: $0.value, isError: true)
    }
    let found = visibleFindings.map { finding in
      Problem(
        key: place(of: finding, places, order), text: CleanText(finding.message[desk.language]),
        isError: finding.severity == .error, finding: finding)
    }
    // A reviewer's word stops nothing: whether the field was put right is for the reviewer to say.
    let returned = faults.map { fault in
      Problem(key: order.first { $0.field == fault.key }, text: fault.value, isError: false)
    }
    func rank(_ problem: Problem) -> Int { problem.key.flatMap { places[$0] } ?? Int.max }
    let sorted = found.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
      .map(\.element)
    return (returned + unread).sorted { rank($0) < rank($1) } + sorted.filter { !$0.isAnswered }
      + sorted.filter(\.isAnswered)
  }

  /// What is still to be mended or answered.
  var openProblems: [Problem] { problems.filter { !$0.isAnswered } }

  /// What the status line tells: the problem that was come to; an answered one only where it stands.
  var told: Problem? {
    let problems = problems
    guard problems.indices.contains(problemIndex) else { return nil }
    let problem = problems[problemIndex]
    if !problem.isAnswered || problem.key == nil || problem.key == form.state.focus { return problem }
    return problems.first { $0.isAnswered && $0.key == form.state.focus }
  }

  /// The first of a finding's fields that can have the focus.
  private func place(of finding: Finding, _ places: [FormKey: Int], _ order: [FormKey]) -> FormKey? {
    for path in finding.fields {
      let key = key(path, row: finding.row)
      if places[key] != nil { return key }
      if let plain = order.first(where: { $0.field == path }) { return plain }
      let list = path.split(separator: ".").first.map(String.init) ?? path
      if let inList = order.first(where: { $0.field == list || $0.field.hasPrefix(list + ".") }) { return inList }
    }
    return nil
  }

  /// Findings of single fields stand at their fields.
  mutating func markFields() {
    let reach = Dictionary(desk.register.rules.map { ($0.id, $0.reach) }, uniquingKeysWith: { first, _ in first })
    var marks: [FormKey: CleanText] = [:]
    for finding in visibleFindings where finding.answer == nil {
      guard finding.rule == "limits" || reach[finding.rule] == .field else { continue }
      guard let path = finding.fields.first else { continue }
      marks[key(path, row: finding.row)] = CleanText(finding.message[desk.language])
    }
    let returned = faults
    for key in form.order where marks[key] == nil { marks[key] = returned[key.field] }
    form.problems = marks
    let (open, all) = (openProblems.count, problems.count)
    problemIndex = min(problemIndex, max(0, (open > 0 ? open : all) - 1))
  }

  /// What a tier found at fault when it returned the record, until the field is changed.
  var faults: [String: CleanText] {
    guard let original, original["filing"].text == FilingState.returned.rawValue,
      let filing = original.children["filings"]?.last(where: { $0["outcome"].text == FilingOutcome.returned.rawValue })
    else { return [:] }
    var faults: [String: CleanText] = [:]
    for fault in FieldFault.read(filing["faults"].plain) where !fault.field.isEmpty {
      // A field of child rows was seen to once anything in its list was.
      let list = fault.field.split(separator: ".").first.map(String.init) ?? fault.field
      guard document[fault.field] == original[fault.field], document.children[list] == original.children[list] else {
        continue
      }
      faults[fault.field] = CleanText(Label(zh: "退回：", en: "Returned: ")[desk.language] + fault.reason)
    }
    return faults
  }

  package var status: Widgets.Frame.Message? {
    let language = desk.language
    if let message { return Widgets.Frame.Message(CleanText(message.label[language]), kind: message.kind) }
    if let conflict { return conflict.status(language) }
    if let alarm = keepTrouble ?? alarm ?? readTrouble {
      return Widgets.Frame.Message(CleanText(alarm[language]), kind: .warning)
    }
    if let problem = told, !problem.isAnswered {
      let isElsewhere = problem.key != nil && problem.key != form.state.focus
      let goes = Label(zh: " (F4跳到该项)", en: " (F4 goes there)")
      let answers = Label(zh: " (F6说明原因)", en: " (F6 gives a reason)")
      let way = isElsewhere ? goes[language] : problem.isError ? "" : answers[language]
      return Widgets.Frame.Message(
        problem.text + CleanText(way), kind: problem.isError ? .error : .warning,
        tail: CleanText("\(problemIndex + 1)/\(openProblems.count)"))
    }
    if let problem = told, problem.key != nil {
      return Widgets.Frame.Message(problem.text + " " + answeredMark, tail: CleanText(problem.finding?.answer ?? ""))
    }
    if let help = form.focusedItem?.help, !help.isEmpty { return Widgets.Frame.Message(help) }
    return nil
  }

  /// F4: to the field of the next problem, round to the first.
  mutating func goToProblem(_ services: Services) {
    if let key = form.state.focus {
      form.settle(hooks(services))
      left(key, services)
    }
    let problems = openProblems
    guard !problems.isEmpty else { return }
    // The problem that is told comes first, then those after it.
    let here = form.state.focus
    let isThere = problems.indices.contains(problemIndex) && problems[problemIndex].key == here && here != nil
    jump(to: isThere ? (problemIndex + 1) % problems.count : min(problemIndex, problems.count - 1), services)
  }

  mutating func jump(to index: Int, _ services: Services) {
    let problems = problems
    guard problems.indices.contains(index) else { return }
    problemIndex = index
    guard let key = problems[index].key, form.focus(key) else {
      message = (
        Label(
          zh: "这一项不在表单中填写：" + problems[index].text.string, en: "Not filled in here: " + problems[index].text.string),
        .warning
      )
      return
    }
    form.keepPlace(hooks: desk.hooks(document))
  }

  /// F9: everything that stops a submission, as a list to go to.
  mutating func checkAll(_ services: Services) -> [Effect] {
    form.settle(hooks(services))
    if let key = form.state.focus { apply(key, services) }
    isChecked = true
    problemIndex = 0
    derive(services)
    keepTyping(services, atEnd: true)
    let problems = problems
    let errors = problems.count(where: \.isError)
    let warnings = openProblems.count - errors
    guard !problems.isEmpty else {
      if canBeSubmitted {
        return [
          .ask(
            "submit",
            .confirm(
              title: Label(zh: "检查通过", en: "All checks passed"),
              text: Label(zh: "保存并上报这个项目？", en: "Save and submit this project?"),
              yes: Label(zh: "上报", en: " submit")))
        ]
      }
      message = (Label(zh: "检查通过：没有阻止上报的问题", en: "All checks passed: nothing stops a submission"), .good)
      return []
    }
    let title =
      errors > 0
      ? Label(
        zh: "\(errors)处阻止上报，\(warnings)处提醒",
        en: "\(errors) stop a submission, \(warnings) warnings")
      : Label(zh: "可以上报，\(warnings)处提醒随之上报", en: "Can be submitted; \(warnings) warnings travel with it")
    let items = problems.map { problem in
      let mark = problem.isError ? "✗ " : "! "
      let text = mark + problem.text.string + (problem.isAnswered ? " " + answeredMark.string : "")
      return Label(zh: text, en: text)
    }
    if errors == 0, canBeSubmitted {
      let submit = Label(zh: "→ 保存并上报", en: "→ Save and submit")
      return [.ask("warnings", .choose(title: title, items: [submit] + items, current: 0))]
    }
    return [.ask("findings", .choose(title: title, items: items, current: 0))]
  }
}
