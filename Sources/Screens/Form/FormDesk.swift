import Domain
import Terminal
import Widgets

/// What the texts of a form mean: reading, showing, and the records that its links name.
struct FormDesk: Sendable {
  let register: Register
  let reference: ReferenceTables
  var language: Language
  /// Linked records that were looked up: drawing reads nothing.
  var linked: [RecordID: Document] = [:]
  /// Days without their century, where seven of them stand side by side.
  var shortDays: Set<String> = []

  init(_ register: Register, _ reference: ReferenceTables, _ language: Language) {
    self.register = register
    self.reference = reference
    self.language = language
  }

  /// The field of a place: `name`, or `measures.investment` with a row.
  func spec(_ key: FormKey) -> FieldSpec? { register.field(path: key.field) }

  /// The text that a field is edited as.
  static func text(of value: Value) -> String {
    if case .flag(let flag) = value { return flag ? "1" : "" }
    return value.plain
  }

  /// The value that a text means.
  func value(_ text: String, _ spec: FieldSpec) -> Result<Value, TextProblem> {
    if case .record = spec.kind {
      if text.isEmpty { return .success(.empty) }
      if let id = RecordID(text) { return .success(.record(id)) }
    }
    return spec.parse(text, reference: reference)
  }

  /// What a text that was left becomes, or why it cannot be read.
  func read(_ key: FormKey, _ text: String) -> FormReading {
    guard let spec = spec(key) else { return .kept(text) }
    switch value(text, spec) {
    case .success(let value): return .kept(Self.text(of: value))
    case .failure(let problem): return .wrong(CleanText(problem.message[language]))
    }
  }

  /// How a kept text is shown while the field has not the focus.
  func shown(_ key: FormKey, _ text: String) -> CleanText {
    guard let spec = spec(key), case .success(let value) = value(text, spec) else { return CleanText(text) }
    switch value {
    case .empty: return .empty
    case .record(let id): return CleanText(linked[id].map(title) ?? "#" + id.text.suffix(8))
    case .text(let stage) where key.field == "milestones.stage" && language == .en && !shortDays.isEmpty:
      return CleanText(ProjectCodes.shortMilestones[stage]?.en ?? stage)
    case .day(let day) where shortDays.contains(key.field): return CleanText(day.iso.dropFirst(2))
    // The table of carriers shows changes, so that a saving is less.
    case .amount(let amount) where Self.changes.contains(key.field): return CleanText(Self.rounded(-amount))
    case .amount(let amount) where spec.isDerived: return CleanText(Self.rounded(amount))
    default: return CleanText(value.shown(spec.kind, language, reference))
    }
  }

  private static let changes: Set<String> = ["energy.saved", "energy.saved_primary", "energy.co2"]

  /// A figure that was worked out, as exact as a reader can use it; the record keeps all of it.
  private static func rounded(_ amount: Amount) -> String {
    amount.magnitude >= Amount(100) ? amount.fixed(0) : amount.grouped
  }

  /// What a linked record is called where its link stands.
  func title(_ document: Document) -> String {
    guard let register = Registers.named(document.register) else { return "" }
    if register.id == "efficiency" { return document["line"].plain + " " + document["product_field"].plain }
    return document[register.titleField].plain
  }

  /// The text one step on or back of a whole date.
  static func step(_ kind: Kind, _ text: String, _ step: Int, today: Day) -> String? {
    switch kind {
    case .day:
      if text.isEmpty { return today.iso }
      return Day(parsing: text)?.adding(days: step).iso
    case .month:
      if text.isEmpty { return today.month.iso }
      return Month(parsing: text)?.adding(months: step).iso
    default: return nil
    }
  }

  /// The hooks that drawing needs.
  func hooks(_ document: Document) -> FormHooks {
    var hooks = FormHooks()
    hooks.read = { read($0, $1) }
    hooks.shown = { shown($0, $1) }
    hooks.note = { key, text in note(key, text, document).map { CleanText($0) } }
    return hooks
  }

  /// What stands behind a field.
  func note(_ key: FormKey, _ text: String, _ document: Document) -> String? {
    guard key.row == nil, let spec = spec(key) else { return nil }
    if case .record = spec.kind, let id = RecordID(text), let other = linked[id] { return note(other) }
    guard register.id == "projects" else { return nil }
    switch key.field {
    case "deadline":
      guard let start = document["start_month"].month, let end = document["deadline"].month, end >= start else {
        return nil
      }
      let months = start.months(to: end) + 1
      return Label(zh: "\(months)个月", en: "\(months) months")[language]
    case "unit_after": return levels(document)
    default: return nil
    }
  }

  private func note(_ other: Document) -> String {
    switch other.register {
    case "enterprises":
      let industry = other["industry"].text ?? ""
      let name = reference.name(.industry, industry, language) ?? ""
      return [other["key"].plain, name, industry].filter { !$0.isEmpty }.joined(separator: " ")
    default: return ""
    }
  }

  /// The levels that the unit consumption is judged by, as the linked line has them.
  private func levels(_ document: Document) -> String? {
    guard let id = document["line"].record, let line = linked[id] else { return nil }
    let grade = document["level_after"].text.flatMap { Grades.list[$0]?.label[language] } ?? ""
    guard let benchmark = line["benchmark"].amount, let baseline = line["baseline"].amount else { return nil }
    let levels = Label(
      zh: "标杆\(benchmark.plain) 基准\(baseline.plain)", en: "benchmark \(benchmark.plain) baseline \(baseline.plain)")
    let edition = Label(zh: "(\(line["edition"].plain)版)", en: "(\(line["edition"].plain))")
    return [line["level_unit"].plain, levels[language], grade + edition[language]].filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}
