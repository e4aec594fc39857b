/// Grades of a line's unit consumption against the national levels; lower consumption is better.
package enum Grades {
  /// At the benchmark or better.
  package static let above = EfficiencyLevel.Grade.benchmark.rawValue
  /// Between benchmark and baseline.
  package static let between = EfficiencyLevel.Grade.between.rawValue
  /// Worse than the baseline.
  package static let below = EfficiencyLevel.Grade.below.rawValue
  /// All grades, best first.
  package static let list = CodeList(
    "grades",
    [
      Code(above, "优于标杆", "At or better than benchmark"),
      Code(between, "标杆至基准", "Benchmark to baseline"),
      Code(below, "劣于基准", "Worse than baseline"),
    ])
}

/// Short closed lists of the efficiency register.
package enum EfficiencyCodes {
  /// Whether a line runs.
  package static let states = CodeList(
    "line_states",
    [
      Code("running", "在产", "Running"),
      Code("idle", "停产", "Idle"),
      Code("retired", "已淘汰", "Retired"),
    ])

  /// What becomes of a line that is not at the benchmark.
  package static let actions = CodeList(
    "line_actions",
    [
      Code("retrofit", "改造", "Retrofit"),
      Code("replace", "整合置换", "Consolidate or replace"),
      Code("retire", "淘汰", "Retire"),
      Code("none", "暂不改造", "None for now"),
    ])
}
