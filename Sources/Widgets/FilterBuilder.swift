import Terminal

/// A filter as a list of conditions, all of which hold: a field, an operator, a value.
package struct FilterBuilder: Hashable, Sendable {
  /// A field that can be filtered by, with the operators that make sense for it.
  package struct Field: Hashable, Sendable {
    /// Permanent id.
    package let id: String
    /// What it is called.
    package let name: CleanText
    /// In the order they are offered; the first is the usual one.
    package let operators: [Operator]
    /// What the value is chosen from; empty where it is typed.
    package let choices: [PickerItem]

    package init(id: String, name: CleanText, operators: [Operator], choices: [PickerItem] = []) {
      self.id = id
      self.name = name
      self.operators = operators
      self.choices = choices
    }
  }

  /// How a field is compared with a value.
  package struct Operator: Hashable, Sendable {
    /// Permanent id.
    package let id: String
    /// What it is called.
    package let name: CleanText
    /// Whether a value follows; `为空` has none.
    package let takesValue: Bool

    package init(id: String, name: CleanText, takesValue: Bool = true) {
      self.id = id
      self.name = name
      self.takesValue = takesValue
    }
  }

  /// One condition; all of them must hold.
  package struct Condition: Hashable, Sendable, Codable {
    /// The id of a `Field`.
    package var field: String
    /// The id of an `Operator`.
    package var comparison: String
    /// The value as typed, or the id of the choice; blank where the operator takes none.
    package var value: String

    package init(field: String, comparison: String, value: String = "") {
      self.field = field
      self.comparison = comparison
      self.value = value
    }
  }

  /// What came of an event.
  package enum Outcome: Hashable, Sendable {
    case ignored, handled, cancelled
    /// F9: the conditions to filter by.
    case applied([Condition])
  }

  /// What is being answered for the condition under the cursor.
  private enum Step: Hashable, Sendable { case field, comparison, value }

  /// All that can be filtered by, in the order they are offered.
  package let fields: [Field]
  /// As they stand; the table follows only when they are applied.
  package private(set) var conditions: [Condition]
  /// Index of what is under the cursor.
  package private(set) var cursor = 0
  private var step: Step?
  private var picker: Picker?
  private var value = TextField()
  private var draft = Condition(field: "", comparison: "")
  private var isNew = false

  /// The cursor begins on the last of `conditions`.
  package init(fields: [Field], conditions: [Condition] = []) {
    self.fields = fields
    self.conditions = conditions
    cursor = max(0, conditions.count - 1)
  }

  /// Opens at once on a new condition when there is none yet; call it after `init` for the usual `f`.
  package mutating func begin() {
    if conditions.isEmpty { add() }
  }

  /// `match` finds a field or a value by what was typed, pinyin included.
  package mutating func handle(
    _ event: Event, match: @escaping (PickerItem, String) -> Bool = { $0.label.string.localizedMatch($1) }
  ) -> Outcome {
    if step != nil { return handleStep(event, match) }
    guard case .key(let key) = event else { return .ignored }
    switch key.halfWidth {
    case .up, .character("k"): cursor = max(0, cursor - 1)
    case .down, .character("j"): cursor = min(conditions.count, cursor + 1)
    case .control("n"), .character("+"): add()
    case .control("d"), .delete:
      if conditions.indices.contains(cursor) { conditions.remove(at: cursor) }
      cursor = min(cursor, conditions.count)
    case .enter:
      if conditions.indices.contains(cursor) { edit() } else { add() }
    case .function(9), .control("s"): return .applied(conditions)
    case .escape, .character("q"): return .cancelled
    default: return .ignored
    }
    return .handled
  }

  private mutating func add() {
    isNew = true
    draft = Condition(field: "", comparison: "")
    ask(.field)
  }

  private mutating func edit() {
    isNew = false
    draft = conditions[cursor]
    ask(.comparison)
  }

  private func field(_ id: String) -> Field? { fields.first { $0.id == id } }
  private func comparison(_ condition: Condition) -> Operator? {
    field(condition.field)?.operators.first { $0.id == condition.comparison }
  }

  private func items(_ step: Step) -> [PickerItem] {
    switch step {
    case .field: fields.map { PickerItem(id: $0.id, label: $0.name) }
    case .comparison: (field(draft.field)?.operators ?? []).map { PickerItem(id: $0.id, label: $0.name) }
    case .value: field(draft.field)?.choices ?? []
    }
  }

  private static func source(
    _ items: [PickerItem], _ match: @escaping (PickerItem, String) -> Bool
  ) -> Picker.Source {
    { query, range in PickerPage(all: items.filter { query.isEmpty || match($0, query) }, range: range) }
  }

  private mutating func ask(_ next: Step) {
    step = next
    picker = nil
    let items = items(next)
    if next == .value, items.isEmpty {
      value = TextField(draft.value)
    } else {
      picker = Picker(source: Self.source(items) { _, _ in true })
    }
  }

  private mutating func handleStep(_ event: Event, _ match: @escaping (PickerItem, String) -> Bool) -> Outcome {
    guard let step else { return .ignored }
    if var open = picker {
      let outcome = open.handle(event, source: Self.source(items(step), match))
      picker = open
      switch outcome {
      case .chosen(let item): answer(step, item.id)
      case .cancelled: stop()
      default: break
      }
      return .handled
    }
    switch event {
    case .key(.enter), .key(.tab): answer(.value, value.text)
    case .key(.escape): stop()
    default: _ = value.handle(event)
    }
    return .handled
  }

  private mutating func answer(_ answered: Step, _ text: String) {
    switch answered {
    case .field:
      draft.field = text
      let only = field(text)?.operators ?? []
      if only.count == 1 { return answer(.comparison, only[0].id) }
      return ask(.comparison)
    case .comparison:
      draft.comparison = text
      if comparison(draft)?.takesValue == true { return ask(.value) }
      draft.value = ""
    case .value: draft.value = text
    }
    if isNew || !conditions.indices.contains(cursor) {
      conditions.append(draft)
      cursor = conditions.count - 1
    } else {
      conditions[cursor] = draft
    }
    stop()
  }

  private mutating func stop() {
    step = nil
    picker = nil
  }

  /// A condition as it is said, `阶段 等于 实施`.
  package func text(_ condition: Condition) -> CleanText {
    let value = field(condition.field)?.choices.first { $0.id == condition.value }?.label ?? CleanText(condition.value)
    let parts = [
      field(condition.field)?.name ?? CleanText(condition.field),
      comparison(condition)?.name ?? CleanText(condition.comparison), value,
    ]
    return CleanText(parts.map(\.string).filter { !$0.isEmpty }.joined(separator: " "))
  }

  /// Draws over the whole canvas, whatever its size.
  package func draw(in canvas: inout Canvas, look: Look) {
    guard step != nil else {
      let rows = conditions.map(text) + ["+ " + look.words.addCondition]
      ListBox.draw(rows, cursor: cursor, title: look.words.filter, hint: look.words.filterHint, in: &canvas)
      return
    }
    let content = Size(width: 48, height: 10)
    Box.draw(Box.rect(content: content, in: canvas.size), title: look.words.filter, in: &canvas) { canvas in
      canvas.put(text(draft), x: 0, y: 0, width: canvas.size.width, style: .heading)
      let (_, rest) = canvas.bounds.splitTop(canvas.size.height > 1 ? 1 : 0)
      canvas.inside(rest) { canvas in
        if let picker { picker.draw(in: &canvas, look: look) } else { value.draw(in: &canvas, focused: true) }
      }
    }
  }
}
