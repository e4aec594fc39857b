/// Something in a register that waits for somebody: which records it is, and the field that says by when.
package struct Matter: Sendable {
  /// Permanent; `phaseouts.overdue`.
  package let id: String
  /// What has to be done, in a few words: `逾期未完成`.
  package let label: Label
  /// The register's id.
  package let register: String
  /// The field that holds the day, month or year it is due; nil where the plan sets none.
  package let due: String?
  /// It should have been done already.
  package let isLate: Bool
  private let condition: @Sendable (Day, PracticeSettings) -> Filter

  /// `condition` answers with the filter as it is on a day.
  package init(
    _ id: String, _ zh: String, _ en: String, register: String, due: String? = nil, isLate: Bool = false,
    where condition: @escaping @Sendable (Day) -> Filter
  ) {
    self.init(id, zh, en, register: register, due: due, isLate: isLate, bySettings: { day, _ in condition(day) })
  }

  /// The same, where the filter hangs on a number that the province may set: the day on which reports are due.
  package init(
    _ id: String, _ zh: String, _ en: String, register: String, due: String? = nil, isLate: Bool = false,
    bySettings condition: @escaping @Sendable (Day, PracticeSettings) -> Filter
  ) {
    self.id = id
    label = Label(zh: zh, en: en)
    self.register = register
    self.due = due
    self.isLate = isLate
    self.condition = condition
  }

  /// The records that wait on that day, by the province's own settings.
  package func filter(on today: Day, _ settings: PracticeSettings) -> Filter { condition(today, settings) }
}
