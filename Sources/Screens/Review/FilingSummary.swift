import Domain
import UseCases

/// What became of records that a filing verb was asked for, in one line, or row by row where something was not done.
enum FilingSummary {
  /// `verb` says what was done: 已退回, returned.
  static func effects(_ results: [FilingResult], _ verb: Label) -> [Effect] {
    let done = results.filter(\.isDone)
    let left = results.filter { !$0.isDone }
    guard !left.isEmpty else {
      let name = done.count == 1 ? done[0].title : ""
      return [
        .say(
          Label(
            zh: name.isEmpty ? "\(verb.zh)\(done.count)项" : "\(verb.zh)：\(name)",
            en: name.isEmpty ? "\(counted(done.count, "record")) \(verb.en)" : "\(name): \(verb.en)"), .good)
      ]
    }
    if results.count == 1, let refusal = left[0].refusal, left[0].findings.isEmpty { return [.say(refusal, .error)] }
    func lines(_ language: Language) -> String {
      left.map { result in
        let errors = result.findings.filter { $0.severity == .error }.prefix(3).map { "  ✗ " + $0.message[language] }
        return ([result.title + ": " + (result.refusal?[language] ?? "")] + errors).joined(separator: "\n")
      }.joined(separator: "\n")
    }
    let title = Label(
      zh: "\(verb.zh)\(done.count)项，\(left.count)项未办", en: "\(done.count) \(verb.en), \(left.count) not done")
    return [.ask("filing.results", .show(title: title, text: Label(zh: lines(.zh), en: lines(.en))))]
  }
}
