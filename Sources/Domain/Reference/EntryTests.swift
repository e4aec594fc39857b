/// What tiers ask of a project at entry: the table `entry_tests`.
package struct EntryTests: Hashable, Sendable {
  private var byID: [String: EntryTest] = [:]
  private var order: [String] = []

  /// In the order of the table.
  package var all: [EntryTest] { order.compactMap { byID[$0] } }

  init() {
    for row in BuiltIn.rows(BuiltIn.entryTests) { _ = add(row) }
  }

  /// A row that asks for nothing switches the test of its id off.
  mutating func add(_ cells: [Substring]) -> Bool {
    guard cells.count >= 8, !cells[0].isEmpty, let tier = Tier(rawValue: String(cells[1])) else { return false }
    let saving = Amount(parsing: String(cells[4]))
    let investment = Amount(parsing: String(cells[5]))
    let years = Int(cells[6])
    let severity = cells[7].isEmpty ? .warning : Severity(rawValue: String(cells[7]))
    guard saving != nil || cells[4].isEmpty, investment != nil || cells[5].isEmpty, years != nil || cells[6].isEmpty,
      let severity
    else { return false }
    func scope(_ cell: Substring) -> String? { cell.isEmpty ? nil : String(cell) }
    let test = EntryTest(
      tier: tier, group: scope(cells[2]), exempt: scope(cells[3]), leastSaving: saving, leastInvestment: investment,
      mostYears: years, severity: severity)
    if byID.updateValue(test, forKey: String(cells[0])) == nil { order.append(String(cells[0])) }
    return true
  }
}
