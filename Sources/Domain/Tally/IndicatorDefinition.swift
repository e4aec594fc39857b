/// How an indicator is written down: what the program says of it, apart from the figures of the plan's own table.
struct IndicatorDefinition: Sendable {
  /// One way of reading the text, and what it counts.
  struct Option: Sendable {
    let reading: Indicator.Reading
    let source: Indicator.Source

    init(_ id: String, _ zh: String, _ en: String, _ source: Indicator.Source) {
      reading = Indicator.Reading(id: id, label: Label(zh: zh, en: en))
      self.source = source
    }
  }

  let id: String
  let label: Label
  let unit: Label
  var targets: [String] = []
  var clause = ""
  var nature = Indicator.Nature.flow
  var isRatio = false
  var parent: String?
  var isEstimate = false
  var yearlyFrom: String?
  let rule: Label
  /// The usual reading first; a plain text has one without words.
  let options: [Option]

  /// A definition whose text is plain.
  init(
    _ id: String, _ zh: String, _ en: String, unit: Label, targets: [String] = [], clause: String = "",
    nature: Indicator.Nature = .flow, isRatio: Bool = false, under parent: String? = nil, isEstimate: Bool = false,
    yearlyFrom: String? = nil, _ source: Indicator.Source, rule ruleZh: String, _ ruleEn: String
  ) {
    self.init(
      id, zh, en, unit: unit, targets: targets, clause: clause, nature: nature, isRatio: isRatio, under: parent,
      isEstimate: isEstimate, yearlyFrom: yearlyFrom, options: [Option("", "", "", source)], rule: ruleZh, ruleEn)
  }

  /// A definition with readings, the usual one first.
  init(
    _ id: String, _ zh: String, _ en: String, unit: Label, targets: [String] = [], clause: String = "",
    nature: Indicator.Nature = .flow, isRatio: Bool = false, under parent: String? = nil, isEstimate: Bool = false,
    yearlyFrom: String? = nil, options: [Option], rule ruleZh: String, _ ruleEn: String
  ) {
    self.id = id
    label = Label(zh: zh, en: en)
    self.unit = unit
    self.targets = targets
    self.clause = clause
    self.nature = nature
    self.isRatio = isRatio
    self.parent = parent
    self.isEstimate = isEstimate
    self.yearlyFrom = yearlyFrom
    self.options = options
    rule = Label(zh: ruleZh, en: ruleEn)
  }

  /// The indicator with the plan's figures and the library's reading; nil where its row of the plan is not at hand.
  ///
  /// `reading` stands before the one that the library has set.
  func indicator(_ reference: ReferenceTables, reading: String? = nil) -> Indicator? {
    let rows = targets.compactMap { reference.targets[$0] }
    if !targets.isEmpty && rows.isEmpty { return nil }
    let set = reference.indicators[id]
    let wanted = reading ?? set?.reading
    guard let option = options.first(where: { $0.reading.id == wanted }) ?? options.first else { return nil }
    let row = rows.first
    let isPlain = options.count == 1
    let said =
      isPlain
      ? rule
      : Label(
        zh: "\(rule.zh)。口径：\(option.reading.label.zh)", en: "\(rule.en). Read as: \(option.reading.label.en)")
    return Indicator(
      id: id, label: label, unit: unit, targets: targets, clause: row?.section ?? clause, quote: row?.quote ?? "",
      value: row?.value, direction: row?.direction ?? .atLeast,
      deadline: row.flatMap { Day(year: $0.deadlineYear, month: 12, day: 31) },
      departments: rows.map(\.departments).first { !$0.isEmpty } ?? [], source: option.source, nature: nature,
      isRatio: isRatio, start: set?.start, rule: said, reading: isPlain ? nil : option.reading,
      readings: isPlain ? [] : options.map(\.reading), parent: parent, isEstimate: isEstimate, yearlyFrom: yearlyFrom)
  }
}

extension Indicator.Source {
  /// One measure as it is.
  static func count(_ measure: String, divisor: Int = 1, list: Label) -> Indicator.Source {
    .counts([Indicator.Term(measure)], divisor: divisor, list: list)
  }
}
