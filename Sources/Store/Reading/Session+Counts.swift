import Domain
import UseCases

extension Session {
  func counts(_ register: String, by field: String, where filter: Filter) throws -> [String: Int] {
    let plan = try connection.plan(register)
    guard let column = plan.column(field) else { return [:] }
    try settle()
    let clause = try connection.clause(filter, plan, reference)
    let isKept =
      clause.isRegionOnly
      ? field == "region" || plan.tallied.contains { $0.field.id == field }
      : clause.tally.map { field == "region" || field == $0.field } ?? false
    if isKept { return try keptCounts(plan, field, clause) }
    var isKey = plan.isKey(field)
    func grouped() throws -> [(Cell, Int)] {
      let name = (isKey ? "k." : "p.") + column.name
      let fresh = try connection.clause(filter, plan, reference)
      let sql = "SELECT \(name), COUNT(*)" + fresh.from(plan, withRecord: !isKey) + fresh.sql + " GROUP BY \(name)"
      var groups: [(Cell, Int)] = []
      try connection.prepared(sql).each(fresh.cells) { groups.append(($0.cell(0), $0.int(1))) }
      return groups
    }
    var groups = try grouped()
    if isKey, column.codes != nil, groups.contains(where: { $0.0 == .integer(Int64(TablePlan.Column.unknown)) }) {
      isKey = false
      groups = try grouped()
    }
    var counts: [String: Int] = [:]
    for (cell, count) in groups {
      counts[plain(cell, column, isKey: isKey)] = count
    }
    return counts
  }

  private func plain(_ cell: Cell, _ column: TablePlan.Column, isKey: Bool) -> String {
    if isKey, let codes = column.codes, case .integer(let position) = cell {
      return codes.codes.indices.contains(Int(position)) ? codes.codes[Int(position)].id : ""
    }
    return column.storage.value(cell).plain
  }

  private func keptCounts(_ plan: TablePlan, _ field: String, _ clause: Clause) throws -> [String: Int] {
    let value = field == "region" ? "region" : "value"
    let kept = clause.tally?.field ?? (field == "region" ? "" : field)
    let values = clause.tally?.values
    var counts: [String: Int] = [:]
    try connection.prepared(
      "SELECT \(value), SUM(high), SUM(low) FROM tallies WHERE register = ? AND field = ?"
        + Self.among("region", clause.regions) + Self.among("value", values) + " GROUP BY \(value)"
    ).each([plan.register.id, kept].map(Cell.text) + ((clause.regions ?? []) + (values ?? [])).map(Cell.text)) { row in
      let count = Int(WideSum(high: row.integer(1), low: row.integer(2)).amount.scaled)
      if count != 0 { counts[row.text(0)] = count }
    }
    return counts
  }

  private static func among(_ column: String, _ values: [String]?) -> String {
    values.map { " AND \(column) IN (\($0.map { _ in "?" }.joined(separator: ",")))" } ?? ""
  }

  /// A kept number of a register over some regions, and of a coded field for some of its codes.
  func kept(_ plan: TablePlan, _ field: String, _ regions: [String]? = nil, _ values: [String]? = nil) throws -> Amount
  {
    var sum = WideSum()
    try connection.prepared(
      "SELECT SUM(high), SUM(low) FROM tallies WHERE register = ? AND field = ?"
        + Self.among("region", regions) + Self.among("value", values)
    ).each([plan.register.id, field].map(Cell.text) + ((regions ?? []) + (values ?? [])).map(Cell.text)) { row in
      sum.add(high: row.integer(0), low: row.integer(1))
    }
    return sum.amount
  }

  /// The number of records, if it is kept.
  func keptCount(_ plan: TablePlan, _ clause: Clause) throws -> Int? {
    guard clause.isKept else { return nil }
    return Int(try kept(plan, clause.tally?.field ?? "", clause.regions, clause.tally?.values).scaled)
  }

  func count(_ plan: TablePlan, _ filter: Filter) throws -> Int {
    try settle()
    let clause = try connection.clause(filter, plan, reference)
    if let count = try keptCount(plan, clause) { return count }
    return try connection.prepared("SELECT COUNT(*)" + clause.from(plan) + clause.sql).first(clause.cells) { $0.int(0) }
      ?? 0
  }

  func totals(_ register: String, where filter: Filter, sums: [String]) throws -> Totals {
    let plan = try connection.plan(register)
    try settle()
    let clause = try connection.clause(filter, plan, reference)
    let columns = sums.compactMap(plan.column).filter { $0.storage == .amount }
    var amounts = Dictionary(sums.map { ($0, Amount.zero) }, uniquingKeysWith: { first, _ in first })
    if clause.isRegionOnly, columns.allSatisfy({ plan.register.layout.totals.contains($0.field.id) }) {
      for column in columns { amounts[column.field.id] = try kept(plan, "+" + column.field.id, clause.regions) }
      return Totals(count: Int(try kept(plan, "", clause.regions).scaled), sums: amounts)
    }
    if columns.isEmpty, let count = try keptCount(plan, clause) { return Totals(count: count, sums: amounts) }
    let names = columns.map { (plan.isKey($0.field.id) ? "k." : "p.") + $0.name }
    let parts = names.map { ", SUM(\($0) / \(WideSum.base)), SUM(\($0) % \(WideSum.base))" }.joined()
    let record = columns.contains { !plan.isKey($0.field.id) }
    var count = 0
    try connection.prepared("SELECT COUNT(*)" + parts + clause.from(plan, withRecord: record) + clause.sql)
      .each(clause.cells) { row in
        count = row.int(0)
        for (place, column) in columns.enumerated() {
          let sum = WideSum(high: row.integer(place * 2 + 1), low: row.integer(place * 2 + 2))
          amounts[column.field.id] = sum.amount
        }
      }
    return Totals(count: count, sums: amounts)
  }

  func investmentRange(ofKind kind: String) throws -> (low: Amount, high: Amount, count: Int)? {
    guard let plan = connection.plans["projects"], let column = plan.column("kind"), plan.isKey("kind"),
      plan.isKey("investment"), plan.isKey("saving")
    else { return nil }
    // Counts that this transaction has not written yet are not waited for: its saves are counted instead.
    let kept =
      try connection.prepared("SELECT SUM(low) FROM tallies WHERE register = ? AND field = ? AND value = ?")
      .first([.text("projects"), .text("kind"), .text(kind)]) { $0.int(0) } ?? 0
    // A range for a warning need not follow each record: it is found again when the number may have moved by 10 %.
    if let known = connection.ranges[kind], known.seen > 100,
      (abs(known.kept - kept) + connection.saves - known.saves) * 10 <= known.seen
    {
      return known.range
    }
    var ratios: [Amount] = []
    try connection.prepared(
      // The plus signs keep SQLite from walking an order's index, and so from a lookup for every record.
      "SELECT investment, saving FROM \(plan.keyTable) WHERE kind = ? AND +investment > 0 AND +saving > 0"
    ).each([column.key(.text(kind))]) { row in
      let ratio = Amount(scaled: row.integer(0)).divided(by: Amount(scaled: row.integer(1)))
      if let ratio { ratios.append(ratio) }
    }
    ratios.sort()
    let count = ratios.count
    let range = count < 30 ? nil : (low: ratios[count / 100], high: ratios[count - 1 - count / 100], count: count)
    connection.ranges[kind] = KnownRange(range: range, seen: count, kept: kept, saves: connection.saves)
    return range
  }
}
