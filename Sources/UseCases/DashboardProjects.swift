import Domain

/// The third dashboard: projects by region, focus area, stage, tier, sector and kind, and the efficiency list by product.
package struct DashboardProjects: Sendable {
  /// Projects in a library at the end of the scope's quarter 在库, each once, whichever tiers it is in.
  package let members: DashboardFigure
  /// By region: members and their expected saving.
  package let regions: [FigureRow]
  /// By focus area 改造领域: members and their expected saving.
  package let areas: [FigureRow]
  /// By stage 实施阶段, members as they are now.
  package let stages: [FigureRow]
  /// Members of each tier's library.
  package let tiers: [FigureRow]
  /// By sector 领域.
  package let sectors: [FigureRow]
  /// By kind of project.
  package let kinds: [FigureRow]
  /// Expected saving of the members, tce a year, calorific basis.
  package let saving: DashboardFigure
  /// Renewable substitution 替代量, tce a year: never part of the saving.
  package let substitution: DashboardFigure
  /// Expected cut of CO2, t a year.
  package let co2: DashboardFigure
  /// The efficiency list, by product.
  package let lines: DashboardLines

  /// Reads it from the kept counters, for whatever the scope is.
  package static func read(
    _ scope: DashboardScope, in library: any StoreReading, _ reference: ReferenceTables
  ) throws -> DashboardProjects {
    let reader = DashboardReader(library: library, scope: scope, reference: reference)
    let areas = try reader.parted("projects.in_library", by: 0)
    let savings = try reader.parted("projects.saving", by: 0)
    func rows(_ key: String, _ list: CodeList, _ measure: String, _ place: Int) throws -> [FigureRow] {
      let amounts = try reader.parted(measure, by: place)
      return list.codes.map { code in
        var dimensions: [String?] = [nil, nil, nil]
        dimensions[place] = code.id
        return FigureRow(
          label: code.label,
          figures: [
            reader.figure(
              "\(key)/\(code.id)", measure, amount: amounts[code.id] ?? .zero, label: code.label,
              dimensions: dimensions)
          ])
      }
    }
    return DashboardProjects(
      members: reader.figure("members", "projects.in_library", amount: areas.values.reduce(.zero, +)),
      regions: try reader.regionRows("members", [("projects.in_library", []), ("projects.saving", [])]),
      areas: FocusAreas.list.codes.map { area in
        FigureRow(
          label: area.label,
          figures: [
            reader.figure(
              "area/\(area.id)", "projects.in_library", amount: areas[area.id] ?? .zero, label: area.label,
              dimensions: [area.id]),
            reader.figure(
              "area/\(area.id)/saving", "projects.saving", amount: savings[area.id] ?? .zero,
              label: reader.named(area.label, "projects.saving"), dimensions: [area.id]),
          ])
      },
      stages: try rows("stage", ProjectCodes.stages, "projects.by_stage", 1),
      tiers: try Tier.allCases.map { tier in
        let id = "projects.in_\(tier.rawValue)"
        return FigureRow(label: tier.label, figures: [try reader.dated("tier/\(tier.rawValue)", id)])
      },
      sectors: try rows("sector", Sectors.list, "projects.by_kind", 1),
      kinds: try rows("kind", ProjectKinds.list, "projects.by_kind", 0),
      saving: reader.figure("saving", "projects.saving", amount: savings.values.reduce(.zero, +)),
      substitution: try reader.dated("substitution", "projects.substitution"),
      co2: try reader.dated("co2", "projects.co2_cut"), lines: try DashboardLines.read(reader))
  }

  /// Every figure on it, for opening one by its key.
  package var figures: [DashboardFigure] {
    let rows = [regions, areas, stages, tiers, sectors, kinds].flatMap { $0 }
    return [members, saving, substitution, co2] + rows.flatMap(\.figures) + lines.figures
  }
}
