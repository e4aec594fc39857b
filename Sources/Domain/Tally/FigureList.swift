/// Records that a figure counts, or takes off.
package struct FigureList: Hashable, Sendable {
  package let label: Label
  /// 1 for what counts, -1 for what is taken off.
  package let sign: Int
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
    var counted = base
    if let day {
      counted = counted.within(day, from, through)
      if from == nil, through == nil { counted = counted.and(day, .notEqual) }
    }
    guard let day, let reversedOn else { return [list(counted, 1)] }
    guard let from else {
      // Taken off later than the last day still counts on it.
      counted = through.map { counted.and(reversedOn, .greater, .empty, .day($0)) } ?? counted.and(reversedOn)
      return [list(counted, 1)]
    }
    // What was taken off before it came (a slip of dates) never counted.
    let came = counted.and(reversedOn, .greaterOrEqual, .empty, .day(from))
    let left = base.within(day, nil, through).within(reversedOn, from, through)
    return [list(came, 1), list(left, -1)]
  }

  private func list(_ filter: Filter, _ sign: Int) -> FigureList {
    FigureList(
      label: sign > 0 ? Label(zh: "计入的", en: "Counted") : Label(zh: "核减的", en: "Taken off"), sign: sign,
      query: Query(register: register, filter: filter, sort: Registers.named(register)?.layout.sort ?? []))
  }

  /// A dimension's plain value as the field keeps it.
  private func typed(_ plain: String, _ field: String) -> Value {
    switch Registers.named(register)?.field(field)?.kind {
    case .year, .integer: Int(plain).map(Value.integer) ?? .text(plain)
    case .flag: .flag(plain == "true")
    case .day: Day(parsing: plain).map(Value.day) ?? .text(plain)
    case .month: Month(parsing: plain).map(Value.month) ?? .text(plain)
    default: .text(plain)
    }
  }
}

extension Filter {
  fileprivate func within(_ field: String, _ from: Day?, _ through: Day?) -> Filter {
    var filter = self
    if let from { filter = filter.and(field, .greaterOrEqual, .day(from)) }
    if let through { filter = filter.and(field, .lessOrEqual, .day(through)) }
    return filter
  }
}
