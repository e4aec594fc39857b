import Domain
import Terminal
import UseCases
import Widgets

/// 目标分解: a region's target parted among the regions right below, with what is left of it always in sight.
package struct SplitScreen: Screen {
  let reference: ReferenceTables
  let today: Day
  let top: String
  var subject: TargetSplit.Subject
  var basis: String
  var split: TargetSplit?
  var form = FormView(sections: [])
  /// Shares given by hand, by region: what `share` parts by.
  var shares: [String: Amount] = [:]
  var isDirty = false
  var needsKeep = false
  var triedAt: Instant?
  var message: (label: Label, kind: Widgets.Frame.Message.Kind)?
  var size = Size(width: 80, height: 21)
  var language: Language
  /// Kept typing is looked for once.
  var isNew = true

  /// A region's target of one indicator, parted.
  package init(_ subject: TargetSplit.Subject, _ services: Services) {
    reference = services.reference
    today = services.today
    top = services.store.info.region
    language = services.language
    self.subject = subject
    basis = "share"
  }

  package static var actions: ActionTable<SplitScreen> { SplitActions.table }
  package var tab: TabID { .tally }
  package var isTyping: Bool { true }
  package var hasUnsaved: Bool { isDirty }

  // MARK: reading

  package mutating func refresh(_ services: Services) throws {
    language = services.language
    let kept = isNew ? takeKept(services) : nil
    isNew = false
    let typed = isDirty ? form.state.texts : [:]
    try read(services)
    var texts = shownTexts()
    for (key, text) in kept ?? typed { texts[key] = text }
    let focus = form.state.focus
    form = FormView(sections: sections, state: state(texts, focus: focus))
    form.fit(formSize)
    judge()
  }

  mutating func read(_ services: Services) throws {
    let (subject, basis, shares, top, today, reference) = (subject, basis, shares, top, today, reference)
    split = try services.store.read {
      try TargetSplit.read(
        subject, basis: basis, shares: shares, top: top, today: today, in: $0, reference)
    }
    if split?.parts.isEmpty == true {
      message = (Label(zh: "下面没有地区可分解", en: "There are no regions below to share it out to"), .warning)
    }
  }

  /// Reads again for another subject or basis, and shows what that proposes.
  mutating func begin(_ services: Services, propose: Bool) throws {
    try read(services)
    var texts = shownTexts()
    if propose, let split {
      if let trouble = split.trouble { message = (trouble, .warning) }
      for part in split.parts {
        if let value = part.proposed { texts[Self.value(part)] = value.plain }
      }
      isDirty = isDirty || split.parts.contains { $0.proposed != nil && $0.proposed != $0.target?.value }
    }
    let focus = form.state.focus
    form = FormView(sections: sections, state: state(texts, focus: focus))
    form.fit(formSize)
    judge()
  }

  /// What the form shows of the split: the head, and of each part its present target and weight.
  func shownTexts() -> [FormKey: String] {
    var texts = form.state.texts.filter { ["document", "document_day", "note"].contains($0.key.field) }
    texts[FormKey("indicator")] = subject.indicator
    texts[FormKey("span")] = subject.span
    texts[FormKey("year")] = String(subject.year)
    texts[FormKey("basis")] = basis
    for part in split?.parts ?? [] {
      texts[FormKey("parts.region", row: part.region.code)] = part.region.name
      texts[FormKey("parts.now", row: part.region.code)] = part.target?.value?.plain
      texts[FormKey("parts.weight", row: part.region.code)] = part.weight?.plain
      texts[Self.value(part)] = part.target?.value?.plain
    }
    return texts
  }

  func state(_ texts: [FormKey: String], focus: FormKey?) -> FormState {
    var state = FormState(texts: texts, rows: ["parts": split?.parts.map(\.region.code) ?? []])
    state.focus = focus
    return state
  }

  static func value(_ part: TargetSplit.Part) -> FormKey { FormKey("parts.value", row: part.region.code) }

  /// The new values, in the order of the parts; what cannot be read is none.
  var values: [Amount?] { (split?.parts ?? []).map { Amount(parsing: form.text(Self.value($0))) } }

  /// The same, a blank standing for the target that stays.
  var outcome: [Amount?] { zip(split?.parts ?? [], values).map { $1 ?? $0.target?.value } }

  // MARK: size and place

  /// The form's part: below the heading, above the line of sums.
  var formSize: Size { Size(width: size.width, height: max(1, size.height - (size.height > 5 ? 3 : 0))) }

  package mutating func resize(_ size: Size, _ services: Services) throws {
    self.size = size
    form.fit(formSize)
  }

  package var bearings: [String]? { nil }
}
