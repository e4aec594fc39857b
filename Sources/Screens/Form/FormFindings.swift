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
  }

  /// What the rules found, without what a person has not come to yet.
  var visibleFindings: [Finding] {
    findings.filter { finding in
      if isAnswered(finding) { return false }
      if isChecked { return true }
      if finding.rule == "required" { return false }
      return base > 0 || finding.row != nil || finding.fields.contains { !document[$0].isEmpty }
    }
  }

  /// A warning to which a reason was given stays answered.
  private func isAnswered(_ finding: Finding) -> Bool {
    finding.severity == .warning && finding.fields.contains("benchmarking_reason")
      && !document["benchmarking_reason"].isEmpty
  }

  /// Texts that cannot be read, then findings, in reading order.
  var problems: [Problem] {
    let order = form.order
    let places = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let unread = form.unread.filter { places[$0.key] != nil }.map {
      Problem(key: $0.key, text: $0.value, isError: true)
    }
    let found = visibleFindings.map { finding in
      Problem(
        key: place(of: finding, places, order), text: CleanText(finding.message[desk.language]),
        isError: finding.severity == .error)
    }
    let returned = faults.map {
      Problem(key: places[FormKey($0.key)] == nil ? nil : FormKey($0.key), text: $0.value, isError: true)
    }
    func rank(_ problem: Problem) -> Int { problem.key.flatMap { places[$0] } ?? Int.max }
    return (returned + unread).sorted { rank($0) < rank($1) }
      + found.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
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
    for finding in visibleFindings where finding.rule == "limits" || reach[finding.rule] == .field {
      guard let path = finding.fields.first else { continue }
      marks[key(path, row: finding.row)] = CleanText(finding.message[desk.language])
    }
    for (field, reason) in faults where marks[FormKey(field)] == nil { marks[FormKey(field)] = reason }
    form.problems = marks
    problemIndex = min(problemIndex, max(0, problems.count - 1))
  }

  /// What a tier found at fault when it returned the record, until the field is changed.
  var faults: [String: CleanText] {
    guard let original, original["filing"].text == FilingState.returned.rawValue,
      let filing = original.children["filings"]?.last(where: { $0["outcome"].text == FilingOutcome.returned.rawValue })
    else { return [:] }
    var faults: [String: CleanText] = [:]
    for line in (filing["faults"].text ?? "").split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let field = String(parts[0])
      guard document[field] == original[field], document.children[field] == original.children[field] else { continue }
      faults[field] = CleanText(Label(zh: "退回：", en: "Returned: ")[desk.language] + parts[1])
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
    let problems = problems
    if !problems.isEmpty {
      let index = min(problemIndex, problems.count - 1)
      let problem = problems[index]
      let isElsewhere = problem.key != nil && problem.key != form.state.focus
      let way = CleanText(Label(zh: " (F4跳到该项)", en: " (F4 goes there)")[language])
      return Widgets.Frame.Message(
        isElsewhere ? problem.text + way : problem.text, kind: problem.isError ? .error : .warning,
        tail: CleanText("\(index + 1)/\(problems.count)"))
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
    let problems = problems
    guard !problems.isEmpty else { return }
    // The problem that is told comes first, then those after it.
    let here = form.state.focus
    let isThere = problems.indices.contains(problemIndex) && problems[problemIndex].key == here && here != nil
    jump(to: isThere ? (problemIndex + 1) % problems.count : problemIndex, services)
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
    guard !problems.isEmpty else {
      message = (Label(zh: "检查通过：没有阻止上报的问题", en: "All checks passed: nothing stops a submission"), .good)
      return []
    }
    let title =
      errors > 0
      ? Label(
        zh: "\(errors)处阻止上报，\(problems.count - errors)处提醒",
        en: "\(errors) stop a submission, \(problems.count - errors) warnings")
      : Label(zh: "可以上报，\(problems.count)处提醒随之上报", en: "Can be submitted; \(problems.count) warnings travel with it")
    let items = problems.map { problem in
      let mark = problem.isError ? "✗ " : "! "
      return Label(zh: mark + problem.text.string, en: mark + problem.text.string)
    }
    return [.ask("findings", .choose(title: title, items: items, current: 0))]
  }
}
