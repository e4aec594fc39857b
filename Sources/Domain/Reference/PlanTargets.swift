/// A number that the plan's text sets, word for word.
package struct PlanTarget: Hashable, Sendable {
  /// Which way the number is meant.
  package enum Direction: String, Sendable {
    /// A number to be reached 以上.
    case atLeast = "at least"
    /// A fall in per cent.
    case reduceBy = "reduce by"
    /// A limit of a clause's scope, no goal.
    case threshold = "threshold: at most"
  }

  /// `G01` to `G09` goals of section 一, `T01` to `T18` of the tasks.
  package let id: String
  /// The clause.
  package let section: String
  /// What is counted.
  package let indicator: Label
  /// The number as the text has it, in `unit`; of a fall the per cent, without a sign.
  package let value: Amount
  /// As printed: 家, 项, %, 万千瓦.
  package let unit: String
  /// At least, a fall of, or a limit.
  package let direction: Direction
  /// The year by whose end it is due; 2025 for the level that the plan only prepares.
  package let deadlineYear: Int
  /// As printed after the task; empty for the goals of section 一.
  package let departments: [String]
  /// The sentence of the text.
  package let quote: String
  /// What to know when reading it: another target that says the same, a part of another; may be empty.
  package let note: String
}

/// All numbered targets of the plan.
package struct PlanTargets: Sendable {
  /// In the order of the text.
  package private(set) var all: [PlanTarget] = []

  init() {
    for row in BuiltIn.rows(BuiltIn.planTargets) { _ = add(row) }
  }

  /// The target of an id.
  package subscript(id: String) -> PlanTarget? { all.first { $0.id == id } }

  mutating func add(_ cells: [Substring]) -> Bool {
    guard cells.count >= 11, !cells[0].isEmpty, let value = Amount(parsing: String(cells[4])),
      let direction = PlanTarget.Direction(rawValue: String(cells[6])), let year = Int(cells[7])
    else { return false }
    let target = PlanTarget(
      id: String(cells[0]), section: String(cells[1]), indicator: Label(zh: String(cells[2]), en: String(cells[3])),
      value: value, unit: String(cells[5]), direction: direction, deadlineYear: year,
      departments: cells[8].split(separator: ";").map(String.init), quote: String(cells[9]), note: String(cells[10]))
    if let place = all.firstIndex(where: { $0.id == target.id }) { all[place] = target } else { all.append(target) }
    return true
  }
}
