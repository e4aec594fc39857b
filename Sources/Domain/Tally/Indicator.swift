/// One numbered target of the plan as a figure: what it counts, how much is wanted, until when.
package struct Indicator: Hashable, Sendable {
  /// Where its figure comes from.
  package enum Source: Hashable, Sendable {
    /// A measure of this library, divided by `divisor` into the target's unit (kW into 万千瓦).
    case measure(String, divisor: Int)
    /// Shares of capacity by product, at least at this grade.
    case efficiency(atLeast: EfficiencyLevel.Grade)
    /// An official value entered by a department; the measures beside it are this library's own estimate.
    case statistics(beside: [String])
    /// A list that this library does not keep yet.
    case missing(list: Label)
  }

  /// Permanent English id.
  package let id: String
  /// Its name on the dashboards.
  package let label: Label
  /// The target's unit.
  package let unit: Label
  /// The rows of `plan-targets.csv` with the same figure and scope, the quoted one first.
  package let targets: [String]
  /// The clause of the quoted target.
  package let clause: String
  /// The plan's own words.
  package let quote: String
  /// What is wanted, in `unit`.
  package let value: Amount
  /// At least, or a fall of.
  package let direction: PlanTarget.Direction
  /// The last day of the target's year.
  package let deadline: Day
  /// Who answers for it, as printed after the task.
  package let departments: [String]
  /// Where its figure comes from.
  package let source: Source
  /// A share or a fall: no pace without a start value, only how many points are missing.
  package let isRatio: Bool
  /// The counting rule, and the reading chosen where the text is ambiguous.
  package let rule: Label

  /// How it falls due over time.
  package var schedule: Schedule { Schedule(deadline: deadline) }

  /// What stands in place of a figure.
  package var absence: Label? {
    switch source {
    case .missing(let list):
      Label(zh: "本库尚无该清单(\(list.zh))", en: "This library does not keep that list yet (\(list.en))")
    case .statistics: Label(zh: "以部门统计数据为准，尚未录入", en: "The official statistics count; not entered yet")
    case .measure, .efficiency: nil
    }
  }
}

/// Where an indicator stands at the end of a day.
package struct Standing: Hashable, Sendable {
  /// The figure.
  package let done: Amount
  /// Nil for a region without a target of its own: the value stands alone.
  package let target: Amount?
  /// What is due by now; nil for a ratio without a start value.
  package let due: Amount?
  /// Done of the target, never rounded up.
  package let share: Ratio?
  /// Done of what is due.
  package let pace: Pace?
  /// At the deadline, going on as in the last four quarters.
  package let forecast: Amount?
  /// What is missing to the target; nil once it is reached.
  package let gap: Amount?
}

extension Indicator {
  /// Its standing; `target` is the region's own (the plan's for the province), `recent` the last quarters, newest first.
  ///
  /// `start` is the entered start value of a ratio; without one a ratio has no pace.
  package func standing(
    done: Amount, at day: Day, target: Amount?, recent: [Amount] = [], start: Amount? = nil,
    thresholds: Pace.Thresholds = Pace.Thresholds()
  ) -> Standing {
    let base = isRatio ? start : .zero
    let due = target.flatMap { target in base.map { schedule.due(target, at: day, from: $0) } }
    // A ratio's pace is that of the way from its start value.
    let way = base.flatMap { base in due.flatMap { Pace(done: done - base, due: $0 - base, thresholds: thresholds) } }
    return Standing(
      done: done, target: target, due: due, share: target.flatMap { Ratio(done, $0) }, pace: way,
      forecast: isRatio ? nil : schedule.forecast(done: done, at: day, recent: recent),
      gap: target.flatMap { $0 > done ? $0 - done : nil })
  }

  /// The measure's amount in the target's unit.
  package func inTargetUnit(_ amount: Amount) -> Amount {
    guard case .measure(_, let divisor) = source, divisor > 1 else { return amount }
    return amount.times(1, over: Int64(divisor)) ?? amount
  }

  /// A gap in words: `差0.4个百分点`.
  package static func pointsMissing(_ gap: Amount) -> Label {
    Label(zh: "差\(gap.plain)个百分点", en: "\(gap.plain) points short")
  }
}
