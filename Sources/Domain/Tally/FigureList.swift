/// Records that a figure counts, or takes off.
package struct FigureList: Hashable, Sendable {
  /// What these records are to the figure.
  package let label: Label
  /// 1 for what counts, -1 for what is taken off.
  package let sign: Int
  /// The list that holds them.
  package let query: Query

  package init(label: Label, sign: Int, query: Query) {
    self.label = label
    self.sign = sign
    self.query = query
  }
}

extension Measure {
  /// The lists whose records make the figure of a query; `dimensions` as in `FigureQuery`.
  ///
  /// Up to a day there is one list: what counts and has not been taken off by then. Over a span there are two where the
  /// measure takes off: what came in it, and what was taken off in it.
  package func records(
    region: String?, from: Day? = nil, through: Day? = nil, dimensions values: [String?] = []
  ) -> [FigureList] {
    var base = filter
    if let region, !region.isEmpty { base = base.and(regionField, .equal, .text(region)) }
    for (field, value) in zip(dimensions, values) {
      guard let value else { continue }
      base.conditions.append(Filter.Condition(field, .equal, value.isEmpty ? [] : [typed(value, field)]))
    }
    if case .sum(let field) = amounts { base = base.and(field, .notEqual) }
    if case .years(let year) = amounts { base = base.and("\(YearAmount.list).\(year.figure)", .notEqual) }
    guard let day else { return [list(base, 1)] }
    let days = Self.names(day)
    let ends = reversedOn.map(Self.names) ?? []
    // All dates that decide have come by the last day, and the latest of them, so any, lies in the span.
    func dated(_ filter: Filter, _ from: Day?, _ through: Day?) -> Filter {
      var filter = filter
      if let from { filter = filter.and(days.joined(separator: "|"), .greaterOrEqual, .day(from)) }
      for field in days where through != nil || from == nil || days.count > 1 {
        filter = through.map { filter.and(field, .lessOrEqual, .day($0)) } ?? filter.and(field, .notEqual)
      }
      return filter
    }
    guard !ends.isEmpty else { return [list(dated(base, from, through), 1)] }
    guard let from else {
      // Taken off later than the last day still counts on it.
      let counted = ends.reduce(dated(base, nil, through)) { filter, end in
        through.map { filter.and(end, .greater, .empty, .day($0)) } ?? filter.and(end)
      }
      return [list(counted, 1)]
    }
    // What was taken off before it came (a slip of dates) never counted.
    func notBefore(_ filter: Filter) -> Filter {
      ends.reduce(filter) { $0.and($1, .greaterOrEqual, .empty, .day(from)) }
    }
    let came = notBefore(dated(base, from, through))
    var left = notBefore(dated(base, nil, through))
    if let through { left = left.and(ends.joined(separator: "|"), .lessOrEqual, .day(through)) }
    // Without a last day whatever has an end has been taken off.
    if through == nil { left = left.and(ends.joined(separator: "|"), .notEqual) }
    return [list(came, 1), list(left, -1)]
  }

  /// The records of a measure that lie in exactly one region, dated up to a day: official values are never summed.
  package func values(of region: String, through: Day, in regions: Regions) -> FigureList {
    var query = list(filter.and("region", .equal, .text(region)), 1).query
    if let day { query.filter = query.filter.and(day, .lessOrEqual, .day(through)) }
    let below = regions.children(of: region).map(\.code)
    if !below.isEmpty {
      query.filter.conditions.append(Filter.Condition("region", .notEqual, below.map(Value.text)))
    }
    return FigureList(label: Label(zh: "官方数据", en: "Official values"), sign: 1, query: query)
  }

  private func list(_ filter: Filter, _ sign: Int) -> FigureList {
    FigureList(
      label: sign > 0 ? Label(zh: "计入的", en: "Counted") : Label(zh: "核减的", en: "Taken off"), sign: sign,
      query: Query(register: register, filter: filter, sort: Registers.named(register)?.layout.sort ?? []))
  }

  /// A dimension's plain value as the field keeps it.
  private func typed(_ plain: String, _ field: String) -> Value {
    switch Registers.named(register)?.field(path: field)?.kind {
    case .year, .integer: Int(plain).map(Value.integer) ?? .text(plain)
    case .flag: .flag(plain == "true")
    case .day: Day(parsing: plain).map(Value.day) ?? .text(plain)
    case .month: Month(parsing: plain).map(Value.month) ?? .text(plain)
    default: .text(plain)
    }
  }
}
