import Domain
import Terminal
import UseCases
import Widgets

/// Taking one's own last change back: asked with what it would be, done as a new entry.
extension RecordScreen {
  /// A question's name begins so, and ends with the entry that was shown.
  static let undoing = "undo/"
  /// How many differences the question lists.
  private static let most = 8

  func askToUndo(_ services: Services) throws -> [Effect] {
    let proposal = try UndoChange.proposal(register, id, in: services.store, as: services.environment)
    let lines = ChangesSince.lines(from: proposal.now, to: proposal.before, [], register)
    func text(_ language: Language) -> String {
      let shown = lines.prefix(Self.most).map { said($0, language) }
      let rest = lines.count - shown.count
      let more = rest > 0 ? [Label(zh: "… 还有\(rest)处", en: "... and \(rest) more")[language]] : []
      return ([proposal.entry.at.local + " " + proposal.entry.actionLabel[language]] + shown + more).joined(
        separator: "\n")
    }
    return [
      .ask(
        Self.undoing + "\(proposal.entry.sequence)",
        .confirm(
          title: Label(zh: "撤销本人的上次改动", en: "Undo my last change"), text: Label(zh: text(.zh), en: text(.en)),
          yes: Label(zh: "撤销", en: " undo")))
    ]
  }

  private func said(_ line: ChangesSince.Line, _ language: Language) -> String {
    func shown(_ value: Value) -> String {
      guard !value.isEmpty else { return Label(zh: "(空)", en: "(empty)")[language] }
      if case .record(let id) = value, let title = content?.titles[id] { return title }
      guard let spec = register.field(path: line.path) else { return value.plain }
      return spec.unit.behind(value.shown(spec.kind, language, reference, year: today.year), language)
    }
    let list = line.path.firstIndex(of: ".").flatMap { register.list(String(line.path[..<$0])) }
    let place = list.map { "\($0.label[language])\(line.row ?? 0) " } ?? ""
    return "\(place)\(line.label[language]): \(shown(line.before)) → \(shown(line.after))"
  }

  mutating func undo(_ question: String, _ services: Services) throws -> [Effect] {
    guard let sequence = Int(question.dropFirst(Self.undoing.count)) else { return [] }
    do {
      let saved = try UndoChange.run(register, id, entry: sequence, in: services.store, as: services.environment)
      try refresh(services)
      let key = saved.document[register.keyField].plain
      return [.say(Label(zh: "已撤销 \(key)；再撤销一次即恢复", en: "Undone: \(key); undo again to bring it back"), .good)]
    } catch StoreError.conflict {
      try refresh(services)
      return [
        .say(Label(zh: "刚有新的改动，未撤销；请再看一遍", en: "It was changed meanwhile; nothing was undone, look again"), .warning)
      ]
    }
  }
}
