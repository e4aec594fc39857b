import Domain
import UseCases

extension TallyScreen {
  /// F1: how it is counted, in words and as a condition, the clause and its quote, who answers for it, and the reading
  /// chosen among those that can be set.
  package func explanation(_ services: Services) -> Question? {
    guard let row else { return nil }
    let indicator = row.indicator
    var zh = ["计数规则：\(indicator.rule.zh)"]
    var en = ["Counts: \(indicator.rule.en)"]
    func add(_ chinese: String, _ english: String) {
      zh.append(chinese)
      en.append(english)
    }
    if !indicator.readings.isEmpty {
      let chosen = indicator.reading?.label ?? Label(zh: "", en: "")
      let others = indicator.readings.filter { $0 != indicator.reading }
      add(
        "所采口径：\(chosen.zh)；还可设为：\(others.map(\.label.zh).joined(separator: "；"))",
        "Reading: \(chosen.en); can be set to: \(others.map(\.label.en).joined(separator: "; "))")
    }
    if !indicator.quote.isEmpty {
      add("条款 \(indicator.clause)：\(indicator.quote)", "Clause \(indicator.clause): \(indicator.quote)")
    } else if !indicator.clause.isEmpty {
      add("条款 \(indicator.clause)", "Clause \(indicator.clause)")
    }
    if !indicator.departments.isEmpty {
      add(
        "责任单位：\(indicator.departments.joined(separator: "、"))",
        "Departments: \(indicator.departments.joined(separator: ", "))")
    }
    if let deadline = indicator.deadline, indicator.value != nil {
      let pace = tally?.thresholds ?? reference.settings.pace
      let (ahead, normal) = (Amount(scaled: pace.ahead).plain, Amount(scaled: pace.normal).plain)
      add(
        "期限 \(deadline.label.zh)；序时自2022年1月1日起均匀计，进度≥\(ahead)超前，<\(normal)滞后",
        "Deadline \(deadline.label.en); due evenly from 2022-01-01; from \(ahead) ahead, below \(normal) behind")
    }
    if indicator.isEstimate { add("本库测算，不代替官方值", "This library's own estimate, never instead of the official value") }
    if let absence = indicator.absence { add(absence.zh, absence.en) }
    if let tally, let column, let list = tally.records(row, column, span).first,
      let register = Registers.named(list.query.register)
    {
      add(
        "条件：\(list.query.filter.sentence(register, reference, .zh))",
        "Condition: \(list.query.filter.sentence(register, reference, .en))")
    }
    return .show(
      title: indicator.label, text: Label(zh: zh.joined(separator: "\n"), en: en.joined(separator: "\n")))
  }
}
