/// All indicators, in the order in which a tally shows them.
package enum Indicators {
  /// Those of the plan, in the order of its text; figures, quotes and departments come from `plan-targets.csv`.
  package static func all(in reference: ReferenceTables) -> [Indicator] {
    plan.compactMap { $0.indicator(reference) }
  }

  /// All that a tally shows: the plan's, each followed by its parts and estimates, then what is told beside them.
  package static func tallied(in reference: ReferenceTables) -> [Indicator] {
    let all: [IndicatorDefinition] = plan + further
    func family(_ definition: IndicatorDefinition) -> [IndicatorDefinition] {
      [definition] + all.filter { $0.parent == definition.id }.flatMap(family)
    }
    let order: [IndicatorDefinition] = all.filter { $0.parent == nil }.flatMap(family)
    return order.compactMap { $0.indicator(reference) }
  }

  /// The indicator of an id.
  package static func named(_ id: String, in reference: ReferenceTables) -> Indicator? {
    (plan + further).first { $0.id == id }?.indicator(reference)
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
