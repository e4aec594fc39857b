import Domain
import Terminal
import UseCases
import Widgets

/// The form of a split: what is parted, by what, on which document, and a row for each part.
extension SplitScreen {
  private func words(_ zh: String, _ en: String) -> CleanText { CleanText(Label(zh: zh, en: en)[language]) }

  private func choices(_ list: CodeList, without: Set<String> = []) -> FormKind {
    .choice(list.codes.filter { !without.contains($0.id) }.map { FormChoice($0.id, CleanText($0.label[language])) })
  }

  var sections: [FormSection] {
    let isShare = basis == "share"
    let unit = split.map { CleanText($0.indicator.unit[language]) } ?? .empty
    let head = [
      FormItem("indicator", words("指标", "Indicator"), .picker, width: .fixed(26)).with {
        $0.required = true
        $0.startsLine = true
      },
      FormItem("span", words("目标类型", "Kind"), choices(FigureCodes.spans), width: .fixed(10)),
      FormItem("year", words("年度", "Year"), width: .fixed(5)).with { $0.required = true },
      FormItem("basis", words("依据", "Basis"), choices(FigureCodes.splits, without: ["document"]), width: .fixed(12))
        .with {
          $0.required = true
          $0.startsLine = true
          $0.help = words("换依据即按新依据重算各地新目标", "Another basis proposes new parts at once")
        },
      FormItem("document", words("文号", "Document"), width: .flex(min: 16)),
      FormItem("document_day", words("日期", "Dated"), .date, width: .fixed(11)),
      FormItem("note", words("说明", "Note"), width: .flex(min: 20)).with { $0.startsLine = true },
    ]
    let parts = FormGrid(
      "parts",
      columns: [
        FormItem("parts.region", words("地区", "Region"), width: .fixed(14)).with { $0.readonly = true },
        FormItem("parts.now", words("现目标", "Now"), .number, width: .fixed(11)).with { $0.readonly = true },
        FormItem("parts.weight", words("依据数", "Weight"), .number, width: .fixed(13)).with {
          $0.readonly = !isShare
          $0.derived = !isShare
        },
        FormItem("parts.share", words("占比", "Share"), .number, width: .fixed(8)).with { $0.readonly = true },
        FormItem("parts.value", words("新目标", "New target"), .number, width: .fixed(11)).with { $0.unit = unit },
      ]
    ).with { $0.fixedRows = true }
    return [
      FormSection("head", words("分解什么", "What is parted"), [.items(head)]),
      FormSection("parts", words("下级目标", "The parts"), [.grid(parts)]),
    ]
  }

  func hooks(_ services: Services?) -> FormHooks {
    var hooks = FormHooks()
    let (reference, language) = (reference, language)
    let wrong = { (label: Label) in FormReading.wrong(CleanText(label[language])) }
    hooks.read = { key, text in
      switch key.field {
      case "parts.value", "parts.weight":
        switch AmountText.read(text, in: .byIndicator) {
        case .success(let amount) where !amount.isNegative: return .kept(amount.plain)
        case .success: return wrong(Label(zh: "不能为负", en: "It cannot be below zero"))
        case .failure(let problem): return wrong(problem.message)
        }
      case "year":
        guard let year = Int(Normalised.code(text)), (2000...2100).contains(year) else {
          return wrong(Label(zh: "请写四位年份，如 2024", en: "Write a year of four digits, as 2024"))
        }
        return .kept(String(year))
      case "document_day":
        guard let day = Day(parsing: text) else {
          return wrong(Label(zh: "请写年月日，如 2023-3-1", en: "Write a date, as 2023-3-1"))
        }
        return .kept(day.iso)
      case "indicator":
        guard let code = reference.code(.indicator, named: text) else {
          return wrong(Label(zh: "没有这个指标，请按F2选择", en: "No such indicator; choose with F2"))
        }
        return .kept(code)
      default: return .kept(TextCleaning.line(text))
      }
    }
    hooks.shown = { key, text in
      switch key.field {
      case "indicator": CleanText(reference.name(.indicator, text, language) ?? text)
      case "parts.value", "parts.now", "parts.weight":
        CleanText(Amount(parsing: text).map { $0.magnitude >= Amount(1000) ? $0.fixed(0) : $0.grouped } ?? text)
      default: CleanText(text)
      }
    }
    hooks.step = { key, text, step in
      switch key.field {
      case "document_day": services.flatMap { FormDesk.step(.day, text, step, today: $0.today) }
      case "year": Int(text).map { String($0 + step) }
      default: nil
      }
    }
    hooks.candidates = { _, query, range in
      let search = SearchQuery(query)
      let items = Indicators.all(in: reference).filter { search.matches($0.label[language]) || $0.id == query }
        .map { PickerItem(id: $0.id, label: CleanText($0.label[language]), note: CleanText($0.clause)) }
      return PickerPage(all: items, range: range)
    }
    return hooks
  }

  /// Shares of the whole, and what is wrong with the new values.
  mutating func judge() {
    guard let split else { return }
    form.sections = sections
    let outcome = outcome
    let total = split.indicator.isRatio ? nil : Amount.sum(outcome.compactMap { $0 })
    for (part, value) in zip(split.parts, outcome) {
      let share = total.flatMap { total in value.flatMap { Ratio($0, total)?.text } } ?? ""
      let key = FormKey("parts.share", row: part.region.code)
      if form.text(key) != share { form.set(share, for: key) }
    }
    let isWithoutDay = !form.text(FormKey("document")).isEmpty && form.text(FormKey("document_day")).isEmpty
    form.problems =
      isWithoutDay ? [FormKey("document_day"): words("有文号，请填日期", "A document has a date")] : [:]
  }

  // MARK: what was typed

  mutating func type(_ event: Event, _ services: Services) throws {
    message = nil
    let event = event.seen(from: Point(x: 0, y: size.height > 5 ? 1 : 0))
    switch form.handle(event, hooks: hooks(services)) {
    case .ignored, .handled, .create, .rows: break
    case .changed(let key):
      if key.row != nil || ["document", "document_day", "note"].contains(key.field) {
        isDirty = true
        needsKeep = true
        judge()
        keepTyping(services, atEnd: false)
      }
      // What is picked counts at once; what is typed, when its field is left.
      if ["indicator", "span", "basis"].contains(key.field) { try follow(services) }
    case .left(let key):
      if key.field == "year" { try follow(services) }
      if key.field == "parts.weight" { try reweigh(services) }
      judge()
      keepTyping(services, atEnd: true)
    case .finished:
      judge()
      keepTyping(services, atEnd: true)
      message = (Label(zh: "已到最后一项：^S 保存", en: "That was the last field: ^S saves"), .plain)
    }
  }

  /// Another subject or basis: read again; a new basis proposes at once.
  private mutating func follow(_ services: Services) throws {
    var wanted = subject
    let indicator = form.text(FormKey("indicator"))
    if Indicators.named(indicator, in: reference) != nil { wanted.indicator = indicator }
    let span = form.text(FormKey("span"))
    if !span.isEmpty { wanted.span = span }
    if let year = Int(form.text(FormKey("year"))), (2000...2100).contains(year) { wanted.year = year }
    let asked = form.text(FormKey("basis"))
    guard wanted != subject || asked != basis else { return }
    if wanted != subject {
      shares = [:]
      isDirty = false
    }
    let isNewBasis = asked != basis && !asked.isEmpty
    subject = wanted
    if !asked.isEmpty { basis = asked }
    try begin(services, propose: isNewBasis && basis != "hand")
  }

  /// Shares that were typed part the whole anew.
  private mutating func reweigh(_ services: Services) throws {
    guard basis == "share", let split else { return }
    var typed: [String: Amount] = [:]
    for part in split.parts {
      typed[part.region.code] = Amount(parsing: form.text(FormKey("parts.weight", row: part.region.code)))
    }
    guard typed != split.parts.reduce(into: [:], { $0[$1.region.code] = $1.weight }) else { return }
    shares = typed
    try begin(services, propose: true)
    isDirty = true
    needsKeep = true
  }
}
