import Domain

/// One figure of a dashboard: how much, by which measure, and the records behind it.
package struct DashboardFigure: Hashable, Sendable {
  /// Its permanent place on the dashboard: `started`, `started/330100`.
  package let key: String
  /// What it is called on the dashboard.
  package let label: Label
  /// In the measure's own unit.
  package let amount: Amount
  /// The measure's id.
  package let measure: String
  /// The lists that make it: one, or what was counted and what was taken off again.
  package let records: [FigureList]
  /// Worked out of others (fields that are wholly there): its records are what it was worked out of, not its count.
  package let isWorkedOut: Bool

  package init(
    key: String, label: Label, amount: Amount, measure: String, records: [FigureList], isWorkedOut: Bool = false
  ) {
    self.key = key
    self.label = label
    self.amount = amount
    self.measure = measure
    self.records = records
    self.isWorkedOut = isWorkedOut
  }

  /// The measure's unit; `.none` for counts and for a measure that is not known.
  package var unit: Unit { Registers.measures[measure]?.unit ?? .none }
}
