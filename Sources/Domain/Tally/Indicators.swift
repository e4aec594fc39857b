/// All indicators, in the order in which a tally shows them.
package enum Indicators {
  /// Those of the plan, in the order of its text; figures, quotes and departments come from `plan-targets.csv`.
  package static func all(in reference: ReferenceTables) -> [Indicator] {
    plan.compactMap { $0.indicator(reference) }
  }

  /// All that a tally shows: the plan's, each followed by its parts and estimates, then what is told beside them.
  ///
  /// `readings` stand before the library's own: those that a locked quarter was made with, the usual ones left out.
  package static func tallied(in reference: ReferenceTables, readings: [String: String]? = nil) -> [Indicator] {
    let all: [IndicatorDefinition] = plan + further
    func family(_ definition: IndicatorDefinition) -> [IndicatorDefinition] {
      [definition] + all.filter { $0.parent == definition.id }.flatMap(family)
    }
    let order: [IndicatorDefinition] = all.filter { $0.parent == nil }.flatMap(family)
    return order.compactMap { one in
      one.indicator(reference, reading: readings.map { $0[one.id] ?? one.options[0].reading.id })
    }
  }

  /// The indicator of an id.
  package static func named(_ id: String, in reference: ReferenceTables) -> Indicator? {
    (plan + further).first { $0.id == id }?.indicator(reference)
  }

  /// The measure of what is overdue, by the planned day that passed.
  package static let overdueMeasure = "projects.due"
  /// Measures whose facts go when the state does: a locked quarter keeps what stood then, and nothing corrects it.
  package static let standing: Set<String> = [overdueMeasure, "projects.silent"]

  /// Every term of every reading: what a lock keeps, so that a reading set later can be told of it too.
  package static let allTerms: [Indicator.Term] = {
    var terms: [Indicator.Term] = []
    for definition in plan + further {
      for option in definition.options {
        switch option.source {
        case .counts(let found, _, _): terms += found
        case .share(let part, let whole, _): terms += part + whole
        case .efficiency, .statistics, .estimate: break
        }
        if let yearly = definition.yearlyFrom { terms.append(Indicator.Term(yearly)) }
      }
    }
    var seen: Set<Indicator.Term> = []
    return terms.map(\.added).filter { Registers.measures[$0.measure] != nil && seen.insert($0).inserted }
  }()

  /// Whether any indicator's figure hangs on a measure.
  package static func isTallied(_ measure: String) -> Bool { talliedMeasures.contains(measure) }
  private static let talliedMeasures = Set(allTerms.map(\.measure))

  /// The readings that a library has set other than usual, by indicator.
  package static func readings(in reference: ReferenceTables) -> [String: String] {
    var readings: [String: String] = [:]
    for definition in plan + further where definition.options.count > 1 {
      if let set = reference.indicators[definition.id]?.reading, set != definition.options[0].reading.id {
        readings[definition.id] = set
      }
    }
    return readings
  }

  /// What amounts are counted in.
  enum Units {
    static let firms = Label(zh: "家", en: "")
    static let items = Label(zh: "项", en: "")
    static let pieces = Label(zh: "个", en: "")
    static let percent = Label(zh: "%", en: "%")
    static let wanKilowatt = Label(zh: "万kW", en: "×10MW")
    static let wanTce = Label(zh: "万tce/年", en: "×10kt ce/a")
    static let yi = Label(zh: "亿元", en: "×100M CNY")
    static let wanTonne = Label(zh: "万吨/年", en: "×10kt/a")
  }

  /// The registers that figures come from.
  enum Lists {
    static let projects = Label(zh: "项目清单", en: "projects")
    static let diagnoses = Label(zh: "节能降碳诊断", en: "diagnoses")
    static let recognitions = Label(zh: "认定名单", en: "recognitions")
    static let audits = Label(zh: "清洁生产审核", en: "audits")
    static let enterprises = Label(zh: "企业清单", en: "enterprises")
  }
}
