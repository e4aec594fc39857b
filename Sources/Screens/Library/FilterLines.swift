import Domain
import Terminal
import Widgets

/// Builds a filter: conditions in a list, each written as `字段 运算符 值`, with pickers for fields and their codes.
struct FilterLines {
  enum Outcome: Equatable {
    case open, cancelled
    case apply([Filter.Condition])
    /// Wants a name to keep the filter under.
    case name
  }

  private(set) var conditions: [Filter.Condition]
  /// The condition under the cursor; `conditions.count` is the line for a new one.
  private(set) var cursor: Int
  private(set) var line = TextField()
  private(set) var problem: Label?
  private var picker: Picker?
  private let parser: WhereParser

  init(_ parser: WhereParser, conditions: [Filter.Condition]) {
    self.parser = parser
    self.conditions = conditions
    cursor = conditions.count
  }

  private var register: Register { parser.register }

  mutating func handle(_ event: Event, _ language: Language) -> Outcome {
    if picker != nil {
      pick(event, language)
      return .open
    }
    problem = nil
    switch event {
    case .key(.escape): return .cancelled
    case .key(.function(9)): return take() ? .apply(conditions) : .open
    case .key(.control("s")): return take() ? .name : .open
    case .key(.function(2)), .key(.tab): openPicker(language)
    case .key(.up): move(-1)
    case .key(.down): move(1)
    case .key(.control("d")): remove()
    case .key(.enter):
      if line.text.isEmpty, cursor == conditions.count { return .apply(conditions) }
      if take() { go(to: conditions.count) }
    default: _ = line.handle(event)
    }
    return .open
  }

  /// Reads the line into the condition that it belongs to; false where it cannot be read.
  private mutating func take() -> Bool {
    let typed = Normalised.trimmed(line.text)
    if typed.isEmpty { return true }
    switch parser.parse(typed) {
    case .success(let read):
      conditions.replaceSubrange(cursor..<min(cursor + 1, conditions.count), with: read)
      go(to: conditions.count)
      return true
    case .failure(let found):
      problem = found.message
      return false
    }
  }

  private mutating func move(_ step: Int) {
    guard take() else { return }
    go(to: cursor + step)
  }

  private mutating func go(to place: Int) {
    cursor = min(max(0, place), conditions.count)
    line = TextField(cursor < conditions.count ? conditions[cursor].expression : "")
  }

  private mutating func remove() {
    if cursor < conditions.count { conditions.remove(at: cursor) }
    go(to: cursor)
  }

  // MARK: pickers

  private mutating func openPicker(_ language: Language) {
    let source = source(language)
    picker = Picker(rows: 12, source: source)
  }

  private mutating func pick(_ event: Event, _ language: Language) {
    guard var open = picker else { return }
    let outcome = open.handle(event, source: source(language))
    picker = open
    switch outcome {
    case .cancelled: picker = nil
    case .chosen(let item):
      picker = nil
      if let (field, _) = codes {
        line = TextField(prefix(before: field) + item.id)
      } else {
        line = TextField(item.id + operatorSign(item.id))
        // A closed list is offered at once.
        if codes != nil { openPicker(language) }
      }
    default: break
    }
  }

  /// What stands before the value: everything up to the last sign or bar.
  private func prefix(before field: String) -> String {
    let text = line.text
    let end = text.lastIndex { "=<>|＝＜＞".contains($0) }.map { text.index(after: $0) } ?? text.endIndex
    return String(text[..<end])
  }

  private func operatorSign(_ field: String) -> String {
    guard let kind = register.field(path: field)?.kind else { return "=" }
    switch kind {
    case .text, .longText: return "~"
    case .amount, .integer, .day, .month, .year: return ">="
    default: return "="
    }
  }

  /// The field on the line and its codes, where it has a closed list.
  private var codes: (field: String, list: [PickerChoice])? {
    guard let sign = line.text.firstIndex(where: { "=!<>~＝！＜＞～".contains($0) }),
      let field = register.path(named: String(line.text[..<sign]))
    else { return nil }
    switch register.field(path: field)?.kind {
    case .code(let list): return (field, list.codes.map { PickerChoice(id: $0.id, label: $0.label) })
    case .flag:
      return (
        field,
        [
          PickerChoice(id: "true", label: Label(zh: "是", en: "yes")),
          PickerChoice(id: "false", label: Label(zh: "否", en: "no")),
        ]
      )
    case .reference(.region), .reference(.division):
      return (
        field, parser.reference.regions.all.map { PickerChoice(id: $0.code, label: Label(zh: $0.name, en: $0.name)) }
      )
    default: return nil
    }
  }

  private struct PickerChoice {
    let id: String
    let label: Label
  }

  private func source(_ language: Language) -> Picker.Source {
    let choices =
      codes?.list
      ?? register.fields.map { PickerChoice(id: $0.id, label: $0.label) }
      + register.lists.flatMap { list in
        list.fields.map { field in
          PickerChoice(
            id: "\(list.id).\(field.id)",
            label: Label(zh: "\(list.label.zh)·\(field.label.zh)", en: "\(list.label.en) · \(field.label.en)"))
        }
      }
    return { typed, range in
      let query = SearchTokens.query(typed)
      let found = choices.filter {
        query.matches("\($0.label.zh) \($0.label.en) \($0.id)") || $0.id.hasPrefix(typed.lowercased())
      }
      return PickerPage(
        all: found.map { PickerItem(id: $0.id, label: CleanText($0.label[language]), note: CleanText($0.id)) },
        range: range)
    }
  }

  // MARK: drawing

  func draw(in canvas: inout Canvas, _ look: Look, _ language: Language) {
    let (width, height) = (canvas.size.width, canvas.size.height)
    canvas.put(look.words.filter, x: 1, y: 0, width: max(0, width - 1), style: .heading)
    let hint = Label(
      zh: "写 字段=值，如 阶段=储备|实施、预期节能>=100、逾期、due=30；F2/Tab 选字段或值",
      en: "field=value, such as stage=reserve|under_way, saving>=100, due=30; F2 picks")
    canvas.put(CleanText(hint[language]), x: 1, y: 1, width: max(0, width - 1), style: .dim)
    let rows = max(1, height - 4)
    let first = max(0, min(cursor - rows + 1, conditions.count + 1 - rows))
    for row in 0..<rows where first + row <= conditions.count {
      let index = first + row
      let here = index == cursor
      if here { canvas.put("▌", x: 0, y: row + 2, style: .accent) }
      if here {
        canvas.inside(Rect(x: 2, y: row + 2, width: width - 2, height: 1)) {
          line.draw(in: &$0, focused: picker == nil, placeholder: look.words.addCondition)
        }
      } else if index < conditions.count {
        let words = conditions[index].sentence(register, parser.reference, language)
        canvas.put(CleanText(words), x: 2, y: row + 2, width: max(0, width - 2))
      } else {
        canvas.put(look.words.addCondition, x: 2, y: row + 2, width: max(0, width - 2), style: .dim)
      }
    }
    if let problem {
      canvas.put(CleanText("! " + problem[language]), x: 1, y: height - 2, width: width - 1, style: .error)
    }
    let keys = Label(
      zh: "Enter记下/应用 F9应用 ^S命名保存 ^D删条件 ↑↓移动 Esc返回",
      en: "Enter add/apply F9 apply ^S keep under a name ^D delete ↑↓ move Esc back")
    canvas.put(CleanText(keys[language]), x: 1, y: height - 1, width: width - 1, style: .dim)
    guard let picker else { return }
    let box = Box.rect(content: Size(width: 50, height: picker.wantedHeight), in: canvas.size)
    Box.draw(box, title: codes == nil ? look.words.filter : CleanText(line.text), in: &canvas) {
      picker.draw(in: &$0, look: look)
    }
  }

  func draw(in canvas: inout Canvas, _ look: Look) {
    draw(in: &canvas, look, look.language == .zh ? .zh : .en)
  }
}
