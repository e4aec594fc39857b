extension ReferenceTables {
  /// The code of the row that a typed or imported text names: by code, full or short name, or a former one.
  package func code(_ table: ReferenceKind, named text: String) -> String? {
    switch table {
    case .region: return regions.resolve(text).region?.code
    case .division: return regions.resolve(text).region.flatMap { $0.isLocal ? nil : $0.code }
    case .industry: return industries.resolve(text).industry?.code
    case .product: return product(named: text)
    case .carrier: return carrier(named: text)
    case .indicator: return indicator(named: text)
    }
  }

  /// The name of a row; nil for an unknown code.
  package func name(_ table: ReferenceKind, _ code: String, _ language: Language) -> String? {
    switch table {
    case .region, .division: regions[code]?.name
    case .industry: industries[code]?.name
    case .product: code
    case .carrier: carrierName(code)?[language]
    case .indicator: Indicators.named(code, in: self)?.label[language]
    }
  }

  /// The group, or region without a group, that a text names as a filter's region: `山区26县`, `浙江省-计划单列市`.
  package func regionGroup(named text: String) -> String? {
    if regions.groups.contains(text) { return text }
    guard let minus = text.lastIndex(of: "-") else { return nil }
    let group = String(text[text.index(after: minus)...])
    guard regions.groups.contains(group) || regions[group] != nil,
      let region = regions.resolve(String(text[..<minus])).region
    else { return nil }
    return region.code + "-" + group
  }

  /// Electricity and heat are carriers of their own, whose factor hangs on the basis.
  private func carrierName(_ id: String) -> Label? {
    switch id {
    case EnergyFactors.electricity: Label(zh: "电力", en: "Electricity")
    case "heat": Label(zh: "热力", en: "Heat")
    default: energy.carrier(id, basis: .equivalentCalorific)?.name
    }
  }

  private func carrier(named text: String) -> String? {
    if text == EnergyFactors.electricity || text == "heat" || energy.all.contains(where: { $0.id == text }) {
      return text
    }
    let folded = text.lowercased()
    switch folded {
    case "电", "电力", "用电", "electricity": return EnergyFactors.electricity
    case "热", "热力", "蒸汽", "heat", "steam": return "heat"
    default: return energy.all.first { $0.name.zh == text || $0.name.en.lowercased() == folded }?.id
    }
  }

  /// By id, by name, by the plan's own name of it, or by the number of its row.
  private func indicator(named text: String) -> String? {
    let wanted = Normalised.halfWidth(text).lowercased()
    let all = Indicators.all(in: self)
    func isNamed(_ label: Label) -> Bool {
      Normalised.halfWidth(label.zh).lowercased() == wanted || label.en.lowercased() == wanted
    }
    return all.first { $0.id == wanted || isNamed($0.label) }?.id
      ?? all.first { one in
        one.targets.contains { $0.lowercased() == wanted || targets[$0].map { isNamed($0.indicator) } == true }
      }?.id
  }

  /// A product's code is `product/process`, or the product alone; widths of marks are not told apart.
  private func product(named text: String) -> String? {
    let wanted = Normalised.halfWidth(text)
    for level in efficiency.all {
      let code = level.process.isEmpty ? level.product : "\(level.product)/\(level.process)"
      if code == text || Normalised.halfWidth(code) == wanted { return code }
    }
    return nil
  }
}
