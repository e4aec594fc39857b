import Domain
import Terminal
import Widgets

/// A project's milestones as a strip: planned above, actual below, today's line.
enum RecordGantt {
  static func chart(_ document: Document, _ language: Language, today: Day) -> Gantt? {
    let rows = (document.children["milestones"] ?? []).filter { $0["planned"].day != nil || $0["actual"].day != nil }
    guard !rows.isEmpty else { return nil }
    var lastPlanned: Int?
    var lastActual: Int?
    let stages = rows.map { row in
      let planned = row["planned"].day.map { Int($0.serial) }
      let actual = row["actual"].day.map { Int($0.serial) }
      let name = row["stage"].text.flatMap { ProjectCodes.milestones[$0]?.label[language] } ?? ""
      // Each stage lasts from where the one before was to end.
      let stage = Gantt.Stage(
        name: CleanText(name), planned: planned.map { min(lastPlanned ?? $0, $0)...$0 },
        actual: actual.map { min(lastActual ?? $0, $0)...$0 },
        late: actual.map { $0 > planned ?? $0 } ?? false)
      lastPlanned = planned ?? lastPlanned
      lastActual = actual ?? lastActual
      return stage
    }
    let days = rows.flatMap { [$0["planned"].day, $0["actual"].day].compactMap { $0 } }
    return Gantt(stages: stages, ticks: ticks(days, today), today: Int(today.serial))
  }

  /// Quarters from the first date to the last, today among them where it is near.
  private static func ticks(_ days: [Day], _ today: Day) -> [Gantt.Tick] {
    guard let first = days.min(), let last = days.max() else { return [] }
    let end = max(last, min(today, last.adding(days: 180)))
    var ticks: [Gantt.Tick] = []
    var (year, month) = (first.parts.year, (first.parts.month - 1) / 3 * 3 + 1)
    while let day = Day(year: year, month: month, day: 1), day <= end.adding(days: 92), ticks.count < 80 {
      let name = month < 10 ? "0\(month)" : "\(month)"
      ticks.append(Gantt.Tick(day: Int(day.serial), label: CleanText("\(year % 100)-\(name)")))
      month += 3
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    return ticks
  }
}
