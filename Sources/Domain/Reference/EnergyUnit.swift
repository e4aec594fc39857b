/// A unit of the meters and forms, and how many of the base unit (kg, m³, kWh, MJ) it has.
package enum EnergyUnit: String, CaseIterable, Sendable {
  case kilowattHour = "kWh"
  case tenThousandKilowattHours = "万kWh"
  case kilogram = "kg"
  case tonne = "t"
  case tenThousandTonnes = "万t"
  case cubicMetre = "m³"
  case tenThousandCubicMetres = "万m³"
  case megajoule = "MJ"
  case gigajoule = "GJ"
  case kilogramOilEquivalent = "kgoe"
  case tonneOilEquivalent = "toe"

  /// What a factor is given for.
  package enum Base: String, Sendable {
    case kilogram = "kg"
    case cubicMetre = "m3"
    case kilowattHour = "kWh"
    case megajoule = "MJ"
    /// Fresh water, an energy-bearing medium 耗能工质.
    case tonneOfWater = "t"
    /// Oil equivalent, 41 868 kJ a kilogram.
    case oil = "kgoe"

    /// The unit of the forms.
    package var formUnit: EnergyUnit {
      switch self {
      case .kilogram, .tonneOfWater: .tonne
      case .cubicMetre: .tenThousandCubicMetres
      case .kilowattHour: .tenThousandKilowattHours
      case .megajoule: .gigajoule
      case .oil: .tonneOilEquivalent
      }
    }
  }

  /// How many of a base unit one of this unit is; nil when they measure different things.
  package func count(of base: Base) -> Int64? {
    switch (self, base) {
    case (.kilowattHour, .kilowattHour), (.kilogram, .kilogram), (.cubicMetre, .cubicMetre), (.megajoule, .megajoule),
      (.kilogramOilEquivalent, .oil), (.tonne, .tonneOfWater), (.cubicMetre, .tonneOfWater):
      1
    case (.tenThousandKilowattHours, .kilowattHour), (.tenThousandCubicMetres, .cubicMetre),
      (.tenThousandTonnes, .tonneOfWater), (.tenThousandCubicMetres, .tonneOfWater):
      10_000
    case (.tonne, .kilogram), (.gigajoule, .megajoule), (.tonneOilEquivalent, .oil): 1000
    case (.tenThousandTonnes, .kilogram): 10_000_000
    default: nil
    }
  }
}

/// The basis on which electricity counts as standard coal; figures on different bases are never summed.
package enum ElectricityBasis: String, CaseIterable, Sendable {
  /// 当量值: by its heat, 0.1229 kgce/kWh.
  case equivalentCalorific = "calorific"
  /// 等价值: by the coal that made it; unset until an administrator enters a factor with its source.
  case equivalentCoal = "coal"

  /// The basis in words.
  package var label: Label {
    switch self {
    case .equivalentCalorific: Label(zh: "当量", en: "calorific")
    case .equivalentCoal: Label(zh: "等价", en: "coal-equivalent")
    }
  }
}
