/// One figure that a tally tells of: what it counts, in which unit, and, for a target of the plan, how much is wanted
/// until when.
package struct Indicator: Hashable, Sendable {
  /// A measure that adds to the figure or takes off it.
  package struct Term: Hashable, Sendable {
    /// A measure's id; one that no register has (yet) means that there is no list.
    package let measure: String
    /// 1 adds, -1 takes off.
    package let sign: Int
    /// Wanted values of the measure's dimensions, by place; nil is any.
    package let dimensions: [String?]

    package init(_ measure: String, sign: Int = 1, dimensions: [String?] = []) {
      self.measure = measure
      self.sign = sign
      self.dimensions = dimensions
    }
  }

  /// Where the figure comes from.
  package enum Source: Hashable, Sendable {
    /// Measures of this library, divided by `divisor` into the target's unit (kW into 万千瓦); `list` is the register that
    /// feeds them.
    case counts([Term], divisor: Int, list: Label)
    /// One count as a share of another, cumulative.
    case share(of: [Term], in: [Term], list: Label)
    /// Shares of capacity by product, at least at this grade.
    case efficiency(atLeast: EfficiencyLevel.Grade)
    /// An official value entered by a department in `statistics`.
    case statistics(Official)
    /// What this library's own records say beside an official value.
    case estimate(OwnEstimate)
  }

  /// How official values of several periods make one. They come from the measures `statistics.INDICATOR`: one fact for
  /// each value, of exactly the region it is given for, dated by its period's last day. A value is that of the year up
  /// to then (1-6月), as departments give it: of each year the last one counts.
  package enum Official: Hashable, Sendable {
    /// The latest one stands (a rate).
    case latest
    /// The plan's years add up (capacity connected).
    case sum
    /// Falls on the year before in per cent, compounded from the year on: 1 - Π(1 - fall).
    case fall(from: Int)
  }

  /// Whether quarters add up.
  package enum Nature: Hashable, Sendable {
    /// An increment a quarter; the cumulative figure is their sum.
    case flow
    /// What stands at the quarter's end.
    case stock
    /// What is true when it is read; a quarter that was locked keeps what was true then.
    case state
  }

  /// One way of reading the plan's text where it is ambiguous.
  package struct Reading: Hashable, Sendable {
    /// Permanent; what the reference table `indicators` holds.
    package let id: String
    /// The reading in words.
    package let label: Label
  }

  /// Permanent English id.
  package let id: String
  /// Its name on the dashboards.
  package let label: Label
  /// The target's unit.
  package let unit: Label
  /// The rows of `plan-targets.csv` with the same figure and scope, the quoted one first; none beyond the plan.
  package let targets: [String]
  /// The clause of the quoted target, or the one that the figure serves.
  package let clause: String
  /// The plan's own words; blank beyond the plan.
  package let quote: String
  /// What is wanted, in `unit`; nil where the plan sets no number.
  package let value: Amount?
  /// At least, or a fall of.
  package let direction: PlanTarget.Direction
  /// The last day of the target's year; nil where the plan sets none.
  package let deadline: Day?
  /// Who answers for it, as printed after the task.
  package let departments: [String]
  /// Where its figure comes from, by the reading chosen.
  package let source: Source
  /// Whether its quarters add up.
  package let nature: Nature
  /// A share or a fall: no pace without a start value, only how many points are missing.
  package let isRatio: Bool
  /// The start value that was entered for a ratio; nil without one.
  package let start: Amount?
  /// The counting rule in words, with the reading chosen.
  package let rule: Label
  /// The reading chosen; nil where the text is plain.
  package let reading: Reading?
  /// All readings that can be set, the usual one first.
  package let readings: [Reading]
  /// The indicator that it is part of or stands beside; nil for one of its own.
  package let parent: String?
  /// This library's own estimate 本库测算 beside an official value.
  package let isEstimate: Bool
  /// The measure whose figure of the year is the yearly target (the yearly plan's investment); nil for `targets`.
  package let yearlyFrom: String?

  /// How it falls due over time; to the plan's end where it has no deadline of its own.
  package var schedule: Schedule { deadline.map { Schedule(deadline: $0) } ?? Schedule(endOf: 2024) }

  /// The measures it adds up, whole and part of a share alike.
  package var terms: [Term] {
    switch source {
    case .counts(let terms, _, _): terms
    case .share(let part, _, _): part
    case .efficiency(let grade):
      EfficiencyLevel.Grade.allCases.filter { $0 == .benchmark || $0 == grade }
        .map { Term("efficiency.capacity", dimensions: [$0.rawValue]) }
    case .statistics: [Term("statistics.\(id)")]
    case .estimate(let estimate): [estimate.terms[0]]
    }
  }

  /// Every measure it reads.
  package var allTerms: [Term] { if case .share(let part, let whole, _) = source { part + whole } else { terms } }

  /// What an amount of its measures is divided by to stand in `unit`.
  package var divisor: Int { if case .counts(_, let divisor, _) = source { divisor } else { 1 } }

  /// What stands in place of a figure.
  package var absence: Label? {
    switch source {
    case .counts(_, _, let list), .share(_, _, let list):
      guard allTerms.contains(where: { Registers.measures[$0.measure] == nil }) else { return nil }
      return Label(zh: "本库尚无该清单(\(list.zh))", en: "This library does not keep that list yet (\(list.en))")
    case .statistics: return Label(zh: "以部门统计数据为准，尚未录入", en: "The official statistics count; not entered yet")
    case .efficiency, .estimate: return nil
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
    thresholds: Pace.Thresholds = Pace.Thresholds(), schedule: Schedule? = nil
  ) -> Standing {
    let schedule = schedule ?? self.schedule
    let base = isRatio ? start ?? self.start : .zero
    let due = target.flatMap { target in base.map { schedule.due(target, at: day, from: $0) } }
    // A ratio's pace is that of the way from its start value.
    let way = base.flatMap { base in due.flatMap { Pace(done: done - base, due: $0 - base, thresholds: thresholds) } }
    return Standing(
      done: done, target: target, due: due, share: target.flatMap { Ratio(done, $0) }, pace: way,
      forecast: isRatio ? nil : schedule.forecast(done: done, at: day, recent: recent),
      gap: target.flatMap { $0 > done ? $0 - done : nil })
  }

  /// The measure's amount in the target's unit, to compare with a target; below a ten-thousandth it is cut off, so that
  /// nothing is rounded up to a target.
  package func inTargetUnit(_ amount: Amount) -> Amount {
    guard divisor > 1 else { return amount }
    let whole = Int64(divisor)
    let cut = amount.scaled / whole - (amount.scaled % whole < 0 ? 1 : 0)
    return Amount(scaled: cut)
  }

  /// An amount of its measures in the target's unit as exact decimal digits: `0.62515` for 6251.5 kW in 万千瓦.
  package func shown(_ amount: Amount) -> String { amount.plain(over: divisor) }

  /// A gap in words: `差0.4个百分点`.
  package static func pointsMissing(_ gap: Amount) -> Label {
    Label(zh: "差\(gap.plain)个百分点", en: "\(gap.plain) points short")
  }
}
