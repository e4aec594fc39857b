/// What follows from a month's carriers.
extension EnergyMonth {
  package mutating func derive(in context: DeriveContext) {
    let holder = context.linked(Enterprise.self, enterprise)
    holderName = holder?.name ?? ""
    holderCode = holder?.key ?? ""
    sector = holder?.sector ?? ""
    projectName = context.linked(Project.self, project)?.name ?? ""
    name = [holderName, month?.iso ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    key = [holderCode, month?.iso ?? ""].joined(separator: "/")
    monthEnd = month?.lastDay
    year = month?.year
    for place in carriers.indices { carriers[place].derive(in: context.reference, year: year) }
    let filled = carriers.filter { $0.quantity != nil }
    // A sum with a part missing would be too small: it is left out whole.
    func sum(_ amount: (CarrierUse) -> Amount?) -> Amount? {
      let amounts = filled.compactMap(amount)
      return filled.isEmpty || amounts.count < filled.count ? nil : Amount.sum(amounts)
    }
    energy = sum(\.energy)
    energyPrimary = sum(\.energyPrimary)
    co2 = sum(\.co2)
    let power = filled.filter { $0.carrier == EnergyFactors.electricity }
    electricity = power.isEmpty ? nil : Amount.sum(power.compactMap(\.inTenThousandKilowattHours))
  }
}

extension CarrierUse {
  /// Electricity in 万kWh; nil where its unit does not fit.
  var inTenThousandKilowattHours: Amount? {
    guard let quantity, let count = (EnergyCodes.unit(meterUnit) ?? .tenThousandKilowattHours).count(of: .kilowattHour)
    else { return nil }
    return quantity.times(count, over: 10_000)
  }

  mutating func derive(in reference: ReferenceTables, year: Int?) {
    (energy, energyPrimary, co2, factors) = (nil, nil, nil, "")
    guard let found = reference.energy.carrier(carrier, basis: .equivalentCalorific) else { return }
    let unit = EnergyCodes.unit(meterUnit) ?? found.base.formUnit
    energy = quantity.flatMap { tce($0, unit, .equivalentCalorific, in: reference) }
    energyPrimary = quantity.flatMap { tce($0, unit, .equivalentCoal, in: reference) }
    var notes = ["\(measured(found)?.plain ?? found.factor?.text ?? "—") kgce/\(found.base.rawValue)"]
    if let quantity, let year {
      co2 = reference.carbon.co2(carrier, quantity, unit, year: year)
      if carrier == EnergyFactors.electricity, let grid = reference.carbon.grid(year)?.grid {
        notes.append("\(grid.factor.text) kgCO2/kWh(\(grid.name)\(grid.year))")
      } else if let fuel = reference.carbon.fuel(carrier) {
        notes.append("\(fuel.factor.text) kgCO2/\(fuel.base.rawValue)")
      }
    }
    factors = notes.joined(separator: "; ")
  }

  /// The measured factor, where one may be used: electricity's follows from the basis.
  private func measured(_ found: EnergyCarrier) -> Amount? { carrier == EnergyFactors.electricity ? nil : factor }

  private func tce(
    _ quantity: Amount, _ unit: EnergyUnit, _ basis: ElectricityBasis, in reference: ReferenceTables
  ) -> Amount? {
    guard let found = reference.energy.carrier(carrier, basis: basis), let factor = measured(found) else {
      return reference.energy.tce(carrier, quantity, unit, basis: basis)
    }
    guard let count = unit.count(of: found.base) else { return nil }
    let (numerator, overflow) = factor.scaled.multipliedReportingOverflow(by: count)
    return overflow ? nil : quantity.times(numerator, over: Amount.scale * 1000)
  }
}
