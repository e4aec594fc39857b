/// Standard coal and CO2 of one carrier, with the factors used kept beside the figures.
extension EnergyUse {
  mutating func derive(in reference: ReferenceTables, year: Int?) {
    (tceBefore, tceAfter, saved, savedPrimary, co2) = (nil, nil, nil, nil, nil)
    (unit, factors) = ("", "")
    guard let found = reference.energy.carrier(carrier, basis: .equivalentCalorific) else { return }
    unit = found.base.formUnit.rawValue
    tceBefore = before.flatMap { tce($0, .equivalentCalorific, in: reference) }
    tceAfter = after.flatMap { tce($0, .equivalentCalorific, in: reference) }
    saved = tceBefore.flatMap { before in tceAfter.flatMap { before.subtracting($0) } }
    let before = self.before.flatMap { tce($0, .equivalentCoal, in: reference) }
    let after = self.after.flatMap { tce($0, .equivalentCoal, in: reference) }
    savedPrimary = before.flatMap { before in after.flatMap { before.subtracting($0) } }
    var notes = [(factor?.plain ?? found.factor?.text ?? "—") + " kgce/\(found.base.rawValue)"]
    if let less = less, let year {
      co2 = reference.carbon.co2(carrier, less, year: year)
      if carrier == EnergyFactors.electricity, let grid = reference.carbon.grid(year)?.grid {
        notes.append("\(grid.factor.text) kgCO2/kWh(\(grid.name)\(grid.year))")
      } else if let fuel = reference.carbon.fuel(carrier) {
        notes.append("\(fuel.factor.text) kgCO2/\(fuel.base.rawValue)")
      }
    }
    factors = notes.joined(separator: "; ")
  }

  private var less: Amount? { before.flatMap { before in after.flatMap { before.subtracting($0) } } }

  private func tce(_ quantity: Amount, _ basis: ElectricityBasis, in reference: ReferenceTables) -> Amount? {
    guard let factor, carrier != EnergyFactors.electricity else {
      return reference.energy.tce(carrier, quantity, basis: basis)
    }
    guard let base = reference.energy.carrier(carrier, basis: basis)?.base, let count = base.formUnit.count(of: base)
    else { return nil }
    let (numerator, overflow) = factor.scaled.multipliedReportingOverflow(by: count)
    return overflow ? nil : quantity.times(numerator, over: Amount.scale * 1000)
  }

  /// What is wrong with the factor; nil where it can be used.
  func factorProblem(in reference: ReferenceTables) -> Label? {
    guard let found = reference.energy.carrier(carrier, basis: .equivalentCalorific), let usual = found.factor else {
      return Label(zh: "该能源尚无折标系数，请管理员录入系数及来源", en: "This carrier has no factor; ask the administrator for one")
    }
    guard let factor else { return nil }
    if carrier == EnergyFactors.electricity {
      return Label(zh: "电力系数由口径决定，请清空", en: "The basis decides electricity's factor; leave it blank")
    }
    // The entered factor is in ten-thousandths, the table's in millionths.
    let entered = factor.scaled * (Factor.scale / Amount.scale)
    guard factor.scaled <= 1_000_000, let low = found.low?.scaled, entered >= low / 2, entered <= usual.scaled * 3 / 2
    else {
      return Label(
        zh: "系数\(factor.plain)与常用值\(usual.text)相差过大，请核对单位",
        en: "\(factor.plain) is far from the usual \(usual.text); check its unit")
    }
    return nil
  }

  /// Standard coal of electricity in 万kWh on the calorific basis.
  static func electricityTCE(_ amount: Amount, in reference: ReferenceTables) -> Amount? {
    reference.energy.tce(EnergyFactors.electricity, amount, basis: .equivalentCalorific)
  }

  /// CO2 of electricity in 万kWh, by the grid's factor of a year.
  static func electricityCO2(_ amount: Amount, in reference: ReferenceTables, year: Int?) -> Amount? {
    year.flatMap { reference.carbon.co2(EnergyFactors.electricity, amount, year: $0) }
  }

  /// Whether 等价 can be computed: an administrator has entered its factor with a source.
  static func hasPrimaryFactor(in reference: ReferenceTables) -> Bool {
    reference.energy.carrier(EnergyFactors.electricity, basis: .equivalentCoal)?.factor != nil
  }
}
