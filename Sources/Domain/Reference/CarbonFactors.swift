/// CO2 factors of fuels, and of the grid's electricity by scope and data year.
package struct CarbonFactors: Sendable {
  /// A fuel's factor in kg CO2 for one base unit (kg, m³, MJ).
  package struct Fuel: Hashable, Sendable {
    /// The carrier's id, as in `EnergyCarrier`.
    package let id: String
    /// What it is called.
    package let name: Label
    /// The unit that one factor is for.
    package let base: EnergyUnit.Base
    /// kg CO2 for one of it; above zero.
    package let factor: Factor
    /// False while the figure has not been compared with the published source; shown with it.
    package let verified: Bool
  }

  /// A year's factor of a grid in kg CO2/kWh.
  package struct Grid: Hashable, Sendable {
    /// `national`, or another scope of the table `grid_factors`.
    package let scope: String
    /// The grid in Chinese, as published: 全国.
    package let name: String
    /// The data year that it was published for.
    package let year: Int
    /// kg CO2/kWh.
    package let factor: Factor
    /// The notice that published it.
    package let source: String
    /// False while the figure has not been compared with the notice; shown with it.
    package let verified: Bool
  }

  /// The grid factor that stands for a year.
  package struct GridChoice: Hashable, Sendable {
    /// The factor that is used: of the asked year, else of the nearest earlier one.
    package let grid: Grid
    /// The data year that it was wanted for.
    package let askedYear: Int

    /// What is to be said of it; nil where the year itself has a factor.
    package var label: Label? {
      if grid.year == askedYear { return nil }
      return Label(
        zh: "\(askedYear)年\(grid.name)电力因子未发布，采用\(grid.year)年的\(grid.factor.text)",
        en: "No grid factor for \(askedYear); that of \(grid.year), \(grid.factor.text), is used")
    }
  }

  private var fuels: [String: Fuel] = [:]
  private var grids: [String: [Grid]] = [:]

  /// The scope used unless another is asked for.
  package static let zhejiang = "zhejiang"

  init() {
    for row in BuiltIn.rows(BuiltIn.fuelFactors) { _ = add(fuel: row) }
    for row in BuiltIn.rows(BuiltIn.gridFactors) { _ = add(grid: row) }
  }

  /// A fuel's factor; `heat` is bought heat.
  package func fuel(_ id: String) -> Fuel? { fuels[id == "heat_eq" ? "heat" : id] }

  /// A scope's factor for a year: the year's own, otherwise the nearest earlier one; nil when there is none.
  package func grid(_ year: Int, scope: String = CarbonFactors.zhejiang) -> GridChoice? {
    grids[scope]?.last { $0.year <= year }.map { GridChoice(grid: $0, askedYear: year) }
  }

  /// CO2 in t of a quantity, rounded once; `unit` nil is the form's (万kWh, t, 万m³, GJ).
  ///
  /// `year` picks the grid's factor for `electricity`. nil when a factor is missing, the unit does not fit, or the result
  /// is too large.
  package func co2(
    _ carrier: String, _ quantity: Amount, _ unit: EnergyUnit? = nil, year: Int, scope: String = CarbonFactors.zhejiang
  ) -> Amount? {
    let isPower = [EnergyFactors.electricity, "electricity_eq", "electricity_sub"].contains(carrier)
    let base = isPower ? EnergyUnit.Base.kilowattHour : fuel(carrier)?.base
    guard let base, let factor = isPower ? grid(year, scope: scope)?.grid.factor : fuel(carrier)?.factor,
      let count = (unit ?? base.formUnit).count(of: base)
    else { return nil }
    let (numerator, overflow) = factor.scaled.multipliedReportingOverflow(by: count)
    return overflow ? nil : quantity.times(numerator, over: Factor.scale * 1000)
  }

  mutating func add(fuel cells: [Substring]) -> Bool {
    // tCO2/GJ is kgCO2/MJ.
    let bases: [Substring: EnergyUnit.Base] = [
      "kgCO2/kg": .kilogram, "kgCO2/m3": .cubicMetre, "tCO2/GJ": .megajoule, "tCO2/t": .kilogram,
    ]
    guard cells.count >= 6, !cells[0].isEmpty, let factor = Factor(parsing: cells[3]), let base = bases[cells[4]] else {
      return false
    }
    let fuel = Fuel(
      id: String(cells[0]), name: Label(zh: String(cells[1]), en: String(cells[2])), base: base, factor: factor,
      verified: cells[5] == "yes")
    fuels[fuel.id] = fuel
    return true
  }

  mutating func add(grid cells: [Substring]) -> Bool {
    guard cells.count >= 7, !cells[0].isEmpty, let year = Int(cells[2]), let factor = Factor(parsing: cells[3]),
      cells[4] == "kgCO2/kWh" || cells[4] == "tCO2/MWh"
    else { return false }
    let grid = Grid(
      scope: String(cells[0]), name: String(cells[1]), year: year, factor: factor, source: String(cells[5]),
      verified: cells[6] == "yes")
    var years = (grids[grid.scope] ?? []).filter { $0.year != year }
    years.append(grid)
    grids[grid.scope] = years.sorted { $0.year < $1.year }
    return true
  }
}
