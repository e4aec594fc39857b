/// Reads one `field op value` of `--where` and of the filter line, and writes filters back in the same form.
///
/// `region=330500` in or under; `stage=reserve|under_way` any of them; `content~余热` contains, also by pinyin;
/// `deadline=` is empty, `deadline!=` is not; `measures.technology~余热` where any row does; `region|shares.region=330523` where
/// either field does. `overdue` (逾期) alone stands for
/// what `DueState` calls so, `due_soon` (临期) likewise, `due=30` for what is due from today within so many days. Values are
/// read as the field's kind, so that labels and codes both do.
package struct WhereParser {
  /// The register whose fields may be named.
  package let register: Register
  /// Where names of regions and industries are looked up.
  package let reference: ReferenceTables
  /// What `due`, `overdue` and `due_soon` are counted from.
  package let today: Day
  /// Finds a linked record by the key people see; nil where the library has none.
  package let find: (_ register: String, _ key: String) -> RecordID?

  package init(
    _ register: Register, _ reference: ReferenceTables, today: Day,
    find: @escaping (_ register: String, _ key: String) -> RecordID? = { _, _ in nil }
  ) {
    self.register = register
    self.reference = reference
    self.today = today
    self.find = find
  }

  /// Marks with which an operator begins.
  private static let marks: Set<Unicode.Scalar> = ["=", "!", "<", ">", "~", "＝", "～", "＜", "＞", "！"]

  /// The field whose passed day makes a record overdue.
  private static let due = "next_due"
  private static let listed: [Filter.Operator] = [
    .notEqual, .lessOrEqual, .greaterOrEqual, .equal, .less, .greater, .contains,
  ]

  /// The conditions that one expression stands for: one, but for the pseudo fields.
  package func parse(_ expression: String) -> Result<[Filter.Condition], TextProblem> {
    let text = Normalised.trimmed(expression)
    guard let (field, op, value) = Self.split(text) else {
      if let pseudo = pseudo(text, nil) { return pseudo }
      if text.unicodeScalars.first.map(Self.marks.contains) ?? true { return .failure(Self.shape(text)) }
      return register.path(named: text) == nil ? .failure(unknown(text)) : .failure(Self.shape(text))
    }
    // `due=30` is a number of days, though a field may be labelled Due; what is no such number asks for the field.
    let pseudo = op == .equal ? pseudo(field, value) : nil
    if case .success = pseudo { return pseudo ?? .failure(unknown(field)) }
    guard let path = register.path(named: field), let spec = register.field(path: path) else {
      return pseudo ?? .failure(unknown(field))
    }
    if value.isEmpty {
      guard op == .equal || op == .notEqual else { return .failure(Self.shape(text)) }
      return .success([Filter.Condition(path, op, [])])
    }
    var values: [Value] = []
    for part in Self.alternatives(value) {
      switch read(part, spec, op) {
      case .success(let value): values.append(value)
      case .failure(let problem):
        return .failure(
          TextProblem(zh: "\(spec.label.zh)（\(path)）：\(problem.message.zh)", en: "\(path): \(problem.message.en)"))
      }
    }
    // A flag that is not set is absent.
    if values == [.flag(false)] { values = [] }
    return .success([Filter.Condition(path, op, values)])
  }

  /// All expressions together; the first that cannot be read is the problem.
  package func filter(_ expressions: [String], words: String = "") -> Result<Filter, TextProblem> {
    var conditions: [Filter.Condition] = []
    for expression in expressions {
      switch parse(expression) {
      case .success(let more): conditions += more
      case .failure(let problem): return .failure(problem)
      }
    }
    return .success(Filter(conditions, words: words))
  }

  private func read(_ text: String, _ spec: FieldSpec, _ op: Filter.Operator) -> Result<Value, TextProblem> {
    if op == .contains { return .success(.text(text)) }
    if spec.kind == .flag {
      return spec.parse(text, reference: reference).map { $0.isEmpty ? .flag(false) : $0 }
    }
    if case .reference(.region) = spec.kind, op == .equal || op == .notEqual,
      let group = reference.regionGroup(named: text)
    {
      return .success(.text(group))
    }
    if case .record(let other) = spec.kind, let id = find(other, text) { return .success(.record(id)) }
    if let limited = loosely(text, spec.kind) { return .success(limited) }
    return spec.parse(text, reference: reference)
  }

  /// Years bound days and months, months bound days: `deadline<2024`.
  private func loosely(_ text: String, _ kind: Kind) -> Value? {
    let year = text.utf8.count == 4 ? Int(text) : nil
    switch kind {
    case .day:
      if text == "today" || text == "今天" { return .day(today) }
      if let year, let day = Day(year: year, month: 1, day: 1) { return .day(day) }
      return Day(parsing: text) == nil ? Month(parsing: text).map { .day($0.firstDay) } : nil
    case .month:
      return year.flatMap { Month(year: $0, month: 1) }.map { .month($0) }
    default: return nil
    }
  }

  private func pseudo(_ name: String, _ value: String?) -> Result<[Filter.Condition], TextProblem>? {
    guard register.field(Self.due) != nil else { return nil }
    switch (name, value) {
    case ("overdue", nil), ("逾期", nil): return .success(due(.overdue))
    case ("due_soon", nil), ("临期", nil): return .success(due(.dueSoon))
    case ("due", let days?):
      guard let days = Int(days), (0...3650).contains(days) else {
        return .failure(TextProblem(zh: "due= 后写天数，如 due=30", en: "Write days after due=, as due=30"))
      }
      return .success([
        Filter.Condition(Self.due, .greaterOrEqual, [.day(today)]),
        Filter.Condition(Self.due, .lessOrEqual, [.day(today.adding(days: days))]),
      ])
    default: return nil
    }
  }

  private func due(_ state: DueState) -> [Filter.Condition] {
    state.filter(today: today, reportDay: reference.settings.reportDay).conditions
  }

  private func unknown(_ field: String) -> TextProblem {
    let known: String
    if let dot = field.firstIndex(where: { ".·".contains($0) }),
      let list = register.list(named: String(field[..<dot]))
    {
      known = list.fields.map { "\(list.id).\($0.id)" }.joined(separator: " ")
    } else {
      known = (register.fields.map(\.id) + register.lists.map { "\($0.id).…" }).joined(separator: " ")
    }
    return TextProblem(
      zh: "\(register.label.zh)没有字段“\(field.prefix(40))”；可用字段：\(known)",
      en: "\(register.id) has no field “\(field.prefix(40))”; known fields: \(known)")
  }

  private static func shape(_ text: String) -> TextProblem {
    TextProblem(
      zh: "筛选应写成 字段 运算符 值（= != < <= > >= ~），如 region=330500；收到“\(text.prefix(40))”",
      en: "Write field, operator (= != < <= > >= ~), value, as region=330500; got “\(text.prefix(40))”")
  }

  /// Field, operator and value; nil without an operator.
  private static func split(_ text: String) -> (field: String, op: Filter.Operator, value: String)? {
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: { marks.contains($0) }) else { return nil }
    let field = Normalised.text(String(scalars[..<start]))
    let rest = String(scalars[start...])
    let head = Normalised.halfWidth(String(rest.unicodeScalars.prefix(2))).replacing("～", with: "~")
    guard !field.isEmpty, let op = listed.first(where: { head.hasPrefix($0.rawValue) }) else { return nil }
    return (field, op, Normalised.trimmed(String(rest.unicodeScalars.dropFirst(op.rawValue.unicodeScalars.count))))
  }

  /// The values parted by `|`; `\|` is the mark itself.
  private static func alternatives(_ text: String) -> [String] {
    var parts: [String] = [""]
    var escaped = false
    for scalar in text.unicodeScalars {
      if escaped {
        if scalar != "|" && scalar != "\\" { parts[parts.count - 1].unicodeScalars.append("\\") }
        parts[parts.count - 1].unicodeScalars.append(scalar)
        escaped = false
      } else if scalar == "\\" {
        escaped = true
      } else if scalar == "|" {
        parts.append("")
      } else {
        parts[parts.count - 1].unicodeScalars.append(scalar)
      }
    }
    if escaped { parts[parts.count - 1] += "\\" }
    return parts.map(Normalised.trimmed)
  }
}

extension Filter.Condition {
  /// The condition as `--where` takes it.
  package var expression: String {
    let texts = values.map { value in
      if case .record(let id) = value { return id.mark }
      return value.plain.replacing("\\", with: "\\\\").replacing("|", with: "\\|")
    }
    return field + op.rawValue + texts.joined(separator: "|")
  }

  /// The condition in words: `实施阶段 = 储备 或 实施`.
  package func sentence(_ register: Register, _ reference: ReferenceTables, _ language: Language) -> String {
    let spec = register.field(path: field)
    let name = alternatives.map { Self.name($0.field, register, language) }
      .joined(separator: language == .zh ? " 或 " : " or ")
    if values.isEmpty {
      let blank = Label(zh: op == .notEqual ? "非空" : "为空", en: op == .notEqual ? "is filled" : "is empty")
      return name + (language == .zh ? "" : " ") + blank[language]
    }
    let shown = values.map { value in
      if value.isEmpty { return Label(zh: "空", en: "empty")[language] }
      return op == .contains ? value.plain : spec.map { value.shown($0.kind, language, reference) } ?? value.plain
    }
    let sign = op == .contains ? "~" : op.rawValue
    return "\(name) \(sign) " + shown.joined(separator: language == .zh ? " 或 " : " or ")
  }

  private static func name(_ field: String, _ register: Register, _ language: Language) -> String {
    let name = register.field(path: field)?.label[language] ?? field
    guard let dot = field.firstIndex(of: "."), let list = register.list(String(field[..<dot])) else { return name }
    return list.label[language] + "·" + name
  }
}

extension Filter {
  /// Every condition as `--where` takes it, in order; words stand apart.
  package var expressions: [String] { conditions.map(\.expression) }

  /// The filter on one line, in words.
  package func sentence(_ register: Register, _ reference: ReferenceTables, _ language: Language) -> String {
    let parts = conditions.map { $0.sentence(register, reference, language) }
    return ((words.isEmpty ? [] : ["“\(words)”"]) + parts).joined(separator: language == .zh ? "，" : ", ")
  }
}
