/// A tally 调度: indicators by regions, sectors or focus areas for one quarter. What the screen shows, the command line
/// prints and a report takes away, all from this one value.
package struct Tally: Sendable {
  /// One column: the whole scope first, then its parts.
  package struct Column: Hashable, Sendable {
    /// What kind of part it is.
    package enum Part: Hashable, Sendable {
      /// All of the scope 合计.
      case whole
      /// A region one step below.
      case region
      /// What stands in the scope itself and in none of the regions below 本级.
      case own
      /// A sector's or focus area's code; blank for what has none.
      case code
    }

    /// What kind of part it is.
    package let part: Part
    /// The region's code, the sector's or focus area's; the scope's own for `.whole` and `.own`.
    package let id: String
    /// What stands over the column.
    package let label: Label
    /// How far its quarter is locked.
    package let lock: LockState

    package init(part: Part, id: String, label: Label, lock: LockState) {
      self.part = part
      self.id = id
      self.label = label
      self.lock = lock
    }
  }

  /// One indicator with a cell for each column.
  package struct Row: Hashable, Sendable {
    /// What is counted.
    package let indicator: Indicator
    /// One for each of the tally's columns, in their order.
    package let cells: [TallyCell]

    package init(indicator: Indicator, cells: [TallyCell]) {
      self.indicator = indicator
      self.cells = cells
    }
  }

  /// What was asked.
  package let query: TallyQuery
  /// What the scope is called.
  package let scope: Label
  /// The whole scope first, then its parts.
  package let columns: [Column]
  /// One for each indicator, in the plan's order, the further ones after it.
  package let rows: [Row]
  /// The library's regions: they part a region's own values from those of the regions below.
  package let regions: Regions
  /// The quarter's last day, up to which facts count.
  package let through: Day
  /// The last planned day that is overdue, where reports are still to come for the days after it.
  package let overdueThrough: Day
  /// The last entry of the history that was known, and its hash: printed with every report.
  package let head: (sequence: Int, hash: String)
  /// From where on a pace is ahead or behind, as it was in force.
  package let thresholds: Pace.Thresholds

  package init(
    query: TallyQuery, scope: Label, columns: [Column], rows: [Row], regions: Regions, through: Day,
    overdueThrough: Day, head: (sequence: Int, hash: String), thresholds: Pace.Thresholds = Pace.Thresholds()
  ) {
    self.query = query
    self.scope = scope
    self.columns = columns
    self.rows = rows
    self.regions = regions
    self.through = through
    self.overdueThrough = overdueThrough
    self.head = head
    self.thresholds = thresholds
  }

  /// How far the quarter is locked in the whole scope.
  package var lock: LockState { columns.first?.lock ?? .open }

  /// The cell at a place; nil outside the table.
  package subscript(row: Int, column: Int) -> TallyCell? {
    rows.indices.contains(row) && columns.indices.contains(column) ? rows[row].cells[column] : nil
  }

  /// The row of an indicator.
  package func row(_ id: String) -> Row? { rows.first { $0.indicator.id == id } }

  /// The columns from the furthest ahead to the furthest behind in one row, by done / due; those without a target last,
  /// in their order. The whole is left out.
  package func ranking(_ row: Row) -> [Int] {
    let places = columns.indices.filter { columns[$0].part != .whole }
    func ratio(_ place: Int) -> Ratio? {
      row.cells[place].standing.flatMap { standing in standing.due.flatMap { Ratio(standing.done, $0) } }
    }
    let known = places.compactMap { place in ratio(place).map { (place, $0) } }
    let rest = places.filter { ratio($0) == nil }
    return known.sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 > $1.1 }.map(\.0) + rest
  }
}

extension Tally {
  /// The lists whose records make the figure in one cell and span: what counts, and with sign -1 what was taken off
  /// again in the span. Empty where there is nothing to open.
  package func records(_ row: Row, _ column: Column, _ span: TallySpan) -> [FigureList] {
    let quarter = query.quarter
    let year = Day(year: quarter.year, month: 1, day: 1)
    let from: Day? = span == .period ? quarter.firstDay : span == .year ? year : nil
    if case .statistics = row.indicator.source { return official(row.indicator, column) }
    return row.indicator.terms.flatMap { term -> [FigureList] in
      guard let measure = Registers.measures[term.measure] else { return [] }
      let isDated = measure.day != nil
      let last = measure.id == Indicators.overdueMeasure ? overdueThrough : through
      var dimensions = term.dimensions
      if column.part == .code {
        guard let place = measure.place(of: query.by) else { return [] }
        while dimensions.count <= place { dimensions.append(nil) }
        dimensions[place] = column.id
      }
      let lists = measure.records(
        region: column.part == .region ? column.id : query.region,
        from: isDated && row.indicator.nature != .state ? from : nil,
        through: isDated ? last : nil, dimensions: dimensions)
      return lists.map { list in
        var query = list.query
        if column.part == .own { query.filter.conditions += ownConditions(measure) }
        return FigureList(label: list.label, sign: list.sign * term.sign, query: query)
      }
    }
  }

  /// The official values of exactly one region, up to the quarter's end.
  private func official(_ indicator: Indicator, _ column: Column) -> [FigureList] {
    guard let measure = Registers.measures["statistics.\(indicator.id)"], column.part != .code, column.part != .own
    else { return [] }
    return [measure.values(of: column.id, through: through, in: regions)]
  }

  /// What of the whole's target its parts leave over, or exceed it by (below zero), in the target's unit; nil where the
  /// whole or any part has none. `year` asks for the yearly target.
  package func targetRemainder(_ row: Row, year: Bool) -> Amount? {
    func target(_ cell: TallyCell) -> Amount? { year ? cell.yearlyTarget : cell.cumulativeTarget }
    let parts = columns.indices.filter { columns[$0].part == .region }.map { target(row.cells[$0]) }
    guard let whole = row.cells.first.flatMap(target), !parts.isEmpty, !parts.contains(nil), row.indicator.value != nil,
      !row.indicator.isRatio
    else { return nil }
    return whole - parts.compactMap { $0 }.reduce(Amount.zero, +)
  }

  /// What parts the scope's own records from those of the regions below it.
  private func ownConditions(_ measure: Measure) -> [Filter.Condition] {
    let below = columns.filter { $0.part == .region }.map { Value.text($0.id) }
    return below.isEmpty ? [] : [Filter.Condition(measure.regionField, .notEqual, below)]
  }
}

extension Measure {
  /// The place of the dimension that parts it so; nil where it cannot be parted.
  package func place(of parting: TallyQuery.Parting) -> Int? {
    switch parting {
    case .region: nil
    case .sector: dimensions.prefix(3).firstIndex { $0 == "sector" || $0 == "product_sector" }
    case .focus: dimensions.prefix(3).firstIndex(of: "focus_area")
    }
  }
}
