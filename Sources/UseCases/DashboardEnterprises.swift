import Domain

/// The second dashboard: enterprises by region, sector, scale and energy, as they are now.
package struct DashboardEnterprises: Sendable {
  /// Rows of the list, plants among them.
  package let listed: DashboardFigure
  /// By region: rows of the list, energy of whole firms in tce.
  package let regions: [FigureRow]
  /// By sector 领域: rows of the list, energy of whole firms in tce.
  package let sectors: [FigureRow]
  /// Above scale and below, key energy users and others.
  package let scales: [FigureRow]
  /// Energy of the whole firms' latest year, calorific basis; by sector and region it is parted above.
  package let energy: DashboardFigure
  /// The same of the firms that report on the primary-energy basis 等价; never added to the calorific one.
  package let energyPrimary: DashboardFigure
  /// How many firms those are: left out of `energy`.
  package let otherBasis: DashboardFigure
  /// Of the whole firms' latest year, 万kWh.
  package let electricity: DashboardFigure
  /// By the year of the data: energy of whole firms.
  package let years: [FigureRow]

  /// Reads it from the kept counters, for whatever the scope is.
  package static func read(
    _ scope: DashboardScope, in library: any StoreReading, _ reference: ReferenceTables
  ) throws -> DashboardEnterprises {
    let reader = DashboardReader(library: library, scope: scope, reference: reference)
    let listed = try reader.parted("enterprises.listed", by: 0)
    let above = try reader.parted("enterprises.listed", by: 1)
    let users = try reader.parted("enterprises.listed", by: 2)
    let energy = try reader.parted("enterprises.energy", by: 0)
    let years = try reader.parted("enterprises.energy", by: 1)
    func sum(_ amounts: [String: Amount]) -> Amount { amounts.values.reduce(.zero, +) }
    func scale(_ key: String, _ place: Int, _ amounts: [String: Amount], _ yes: Label, _ no: Label) -> [FigureRow] {
      [(yes, "true"), (no, "")].map { label, value in
        var dimensions: [String?] = [nil, nil, nil]
        dimensions[place] = value
        return FigureRow(
          label: label,
          figures: [
            reader.figure(
              "scale/\(key)/\(value)", "enterprises.listed", amount: amounts[value] ?? .zero, label: label,
              dimensions: dimensions)
          ])
      }
    }
    return DashboardEnterprises(
      listed: reader.figure("listed", "enterprises.listed", amount: sum(listed)),
      regions: try reader.regionRows(
        "enterprises", [("enterprises.listed", []), ("enterprises.energy", [])]),
      sectors: Sectors.list.codes.map { sector in
        FigureRow(
          label: sector.label,
          figures: [
            reader.figure(
              "sector/\(sector.id)", "enterprises.listed", amount: listed[sector.id] ?? .zero, label: sector.label,
              dimensions: [sector.id]),
            reader.figure(
              "sector/\(sector.id)/energy", "enterprises.energy", amount: energy[sector.id] ?? .zero,
              label: reader.named(sector.label, "enterprises.energy"), dimensions: [sector.id]),
          ])
      },
      scales: scale(
        "above", 1, above, Label(zh: "规上", en: "Above scale"), Label(zh: "规下", en: "Below scale"))
        + scale("users", 2, users, Label(zh: "重点用能", en: "Key users"), Label(zh: "一般用能", en: "Others")),
      energy: reader.figure(
        "energy", "enterprises.energy", amount: sum(energy)),
      energyPrimary: reader.figure(
        "energy_primary", "enterprises.energy_primary",
        amount: sum(try reader.parted("enterprises.energy_primary", by: 0))),
      otherBasis: reader.figure(
        "other_basis", "enterprises.other_basis", amount: sum(try reader.parted("enterprises.other_basis", by: 0))),
      electricity: reader.figure(
        "electricity", "enterprises.electricity", amount: sum(try reader.parted("enterprises.electricity", by: 0))),
      years: years.keys.sorted().reversed().map { year in
        FigureRow(
          label: year.isEmpty ? Label(zh: "无年度", en: "no year") : Label(zh: year, en: year),
          figures: [
            reader.figure(
              "year/\(year)", "enterprises.energy", amount: years[year] ?? .zero,
              label: reader.named(Label(zh: year, en: year), "enterprises.energy"), dimensions: [nil, year])
          ])
      })
  }

  /// Credit codes: all, above scale, key users. Counted over the facts themselves, so beside the screen and one by one:
  /// between two of them others can read.
  package static func codes(_ scope: DashboardScope, in store: any Store) throws -> [DashboardFigure] {
    try ["count", "above_scale", "key_users"].map { id in
      try store.read { library in
        let reader = DashboardReader(library: library, scope: scope, reference: store.reference)
        let query = FigureQuery("enterprises.\(id)", region: scope.region)
        return reader.figure("codes/\(id)", "enterprises.\(id)", amount: try library.figure(query))
      }
    }
  }

  /// Every figure on it, for opening one by its key.
  package var figures: [DashboardFigure] {
    let rows = regions + sectors + scales + years
    return [listed, energy, energyPrimary, otherBasis, electricity] + rows.flatMap(\.figures)
  }
}
