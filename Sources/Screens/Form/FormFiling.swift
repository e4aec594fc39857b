import Domain
import Terminal
import UseCases
import Widgets

/// A project's form and its filing: submitted after the check, and changed by request once a tier has it.
extension FormScreen {
  /// Why the declared part cannot be saved as it is; nil where it can, and for registers without filing.
  static func freeze(_ document: Document, _ services: Services) throws -> Freeze? {
    guard document.register == Project.schema.id, document.revision > 0 else { return nil }
    let project = Project.schema.record(document)
    let rules = try services.store.check {
      try TierSettings.rules(for: project.region, in: $0, services.reference)
    }
    return project.freeze(rules)
  }

  /// A project that no tier has, or that came back: it can be submitted from here.
  var canBeSubmitted: Bool {
    guard desk.register.id == Project.schema.id, conflict == nil else { return false }
    let state = document["filing"].text.flatMap(FilingState.init) ?? .draft
    return state == .draft || state == .returned && document["tier"].text.map { $0 == "none" } != false
  }

  /// Saves what is typed and hands the project to its tier.
  mutating func submit(_ services: Services) throws -> [Effect] {
    if isDirty {
      let effects = try save(services)
      guard !isDirty, conflict == nil else { return effects }
    }
    let results = try Submit.run(
      [document.id], FilingOptions(seen: [document.id: base]), in: services.store, as: services.environment)
    return settle(results, Label(zh: "已上报", en: "submitted"))
  }

  /// Asks why an admitted project is to change.
  func askForChange(_ reason: Label) -> [Effect] {
    [
      .ask(
        "change",
        .input(
          title: Label(zh: "\(reason.zh)。变更原因", en: "\(reason.en). Why is it to change?"), text: ""))
    ]
  }

  /// Keeps the running part at once and asks the tiers for the rest.
  mutating func requestChange(_ typed: String, _ services: Services) throws -> [Effect] {
    let reason = Normalised.trimmed(typed)
    guard !reason.isEmpty, let original else {
      message = (
        Label(zh: "没有写变更原因，未申请；输入仍保留", en: "No reason given: nothing was asked for, the typing is kept"), .warning
      )
      return []
    }
    var running = document
    for field in desk.register.fields where DeclaredPart.holds(field) { running[field.id] = original[field.id] }
    for list in desk.register.lists where list.part == .declared {
      running.children[list.id] = original.children[list.id]
    }
    var proposed = document
    if DeclaredPart.differs([.running], original, running, desk.register) {
      let saved = try SaveRecord.run(running, base: base, in: services.store, as: services.environment)
      self.original = saved.document
      base = saved.document.revision
    }
    proposed.revision = base
    let result = try RequestChange.run(proposed, reason: reason, in: services.store, as: services.environment)
    if result.isDone { dropScratch(services) }
    return settle([result], Label(zh: "变更已申请", en: "change asked for"))
  }

  /// Shows the record as the verb left it, or says why it did not.
  private mutating func settle(_ results: [FilingResult], _ verb: Label) -> [Effect] {
    for result in results {
      guard case .done(let saved) = result.outcome else { continue }
      reload(saved)
      markFields()
    }
    return FilingSummary.effects(results, verb)
  }
}
