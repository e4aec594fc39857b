import Domain
import Interchange

/// A tally as rows for files and programs: one for each indicator and column, every amount exact and in the unit named.
struct TallyRows {
  private let tally: Tally

  init(_ tally: Tally) { self.tally = tally }

  /// The names of the columns, permanent.
  static let names = [
    "quarter", "edition", "indicator", "name", "unit", "part", "part_name", "locked", "version", "period", "year",
    "cumulative", "late", "corrected_period", "corrected_year", "corrected_cumulative", "period_before",
    "period_year_before", "year_year_before", "cumulative_year_before", "yearly_target", "cumulative_target", "due",
    "share", "pace",
    "forecast", "gap", "met", "of", "lowest", "lowest_share", "data_year", "rule", "clause", "absence",
  ]
  private static let numbers: Set<String> = [
    "version", "period", "year", "cumulative", "late", "corrected_period", "corrected_year", "corrected_cumulative",
    "period_before", "period_year_before", "year_year_before", "cumulative_year_before", "yearly_target",
    "cumulative_target", "due", "share",
    "forecast", "gap", "met", "of", "lowest_share", "data_year",
  ]

  func write(_ format: RowFormat, to output: Output) throws {
    let rows = tally.rows.flatMap { row in
      tally.columns.indices.map { values(row, $0) }
    }
    guard format == .json else {
      let numbers = Set(Self.names.indices.filter { Self.numbers.contains(Self.names[$0]) })
      var text = try TextRows(Self.names, format, numbers: numbers, to: output)
      for row in rows { try text.row(Self.names.map { row[$0] ?? "" }) }
      return try text.finish()
    }
    let objects = rows.map { row in
      JSONValue.object(
        Self.names.compactMap { name in
          row[name].map { JSONValue.Member(name, Self.numbers.contains(name) ? .number($0) : .string($0)) }
        }
      ).text
    }
    try output.line("[\n" + objects.joined(separator: ",\n") + "\n]")
  }

  private func values(_ row: Tally.Row, _ place: Int) -> [String: String] {
    let (indicator, cell, column) = (row.indicator, row.cells[place], tally.columns[place])
    var values: [String: String] = [
      "quarter": tally.query.quarter.text, "edition": tally.query.edition.rawValue, "indicator": indicator.id,
      "name": indicator.label.said, "unit": indicator.unit.said,
      "part": column.part == .whole ? "" : column.part == .own ? "own" : column.id.isEmpty ? "none" : column.id,
      "part_name": column.label.said, "locked": "open", "rule": indicator.rule.said, "clause": indicator.clause,
    ]
    switch column.lock {
    case .open: break
    case .partly: values["locked"] = "partly"
    case .locked(let version, _, _, let isUnreported):
      values["locked"] = isUnreported ? "unreported" : "locked"
      values["version"] = String(version)
    }
    switch cell.content {
    case .sums(let sums):
      for span in TallySpan.allCases { values[span.rawValue] = indicator.shown(sums[span]) }
      values["late"] = indicator.shown(cell.late)
      for span in TallySpan.allCases { values["corrected_\(span.rawValue)"] = indicator.shown(cell.corrected[span]) }
      values["period_before"] = cell.before.map { indicator.shown($0.period) }
      values["period_year_before"] = cell.yearBefore.map { indicator.shown($0.period) }
      values["year_year_before"] = cell.yearBefore.map { indicator.shown($0.year) }
      values["cumulative_year_before"] = cell.yearBefore.map { indicator.shown($0.cumulative) }
    case .share(let part, let whole):
      values["met"] = part.plain
      values["of"] = whole.plain
      values["share"] = Ratio(part, whole)?.tenths
    case .fields(let met, let of, let lowest):
      values["met"] = String(met)
      values["of"] = String(of)
      values["lowest"] = lowest?.code
      values["lowest_share"] = lowest?.share(atLeast: grade(indicator))?.tenths
    case .official(let period, let year, let cumulative):
      values["period"] = period?.plain
      values["year"] = year?.plain
      values["cumulative"] = cumulative?.plain
    case .estimate(let value, let year, let firms, let all):
      values["cumulative"] = value?.plain
      values["met"] = firms.plain
      values["of"] = all.plain
      values["data_year"] = String(year)
    case .none(let reason): values["absence"] = reason.said
    }
    values["yearly_target"] = cell.yearlyTarget?.plain
    values["cumulative_target"] = cell.cumulativeTarget?.plain
    if let standing = cell.standing {
      values["due"] = standing.due?.plain
      if let share = standing.share { values["share"] = share.tenths }
      values["pace"] = standing.pace?.rawValue
      values["forecast"] = standing.forecast?.plain
      values["gap"] = standing.gap?.plain
    }
    return values
  }

  private func grade(_ indicator: Indicator) -> EfficiencyLevel.Grade {
    if case .efficiency(let grade) = indicator.source { grade } else { .between }
  }
}

extension Ratio {
  /// Per cent with one decimal, rounded down: `27.4`.
  fileprivate var tenths: String { String(text.dropLast()) }
}
