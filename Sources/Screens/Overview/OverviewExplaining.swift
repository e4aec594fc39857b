import Domain
import UseCases

extension OverviewScreen {
  /// F1: the counting rule in words, the clause, its quote, and who answers for it.
  package func explanation(_ services: Services) -> Question? {
    guard let spot = place.spot else { return nil }
    if let indicator = indicator(spot) { return explain(indicator, figure(spot)) }
    if let bound = bound(spot) {
      return .show(
        title: bound.indicator,
        text: Label(
          zh: "条款 \(bound.section)\n原文：\(bound.quote)\n界定条款的范围，不是数量目标。",
          en: "Clause \(bound.section)\n\(bound.quote)\nIt bounds what the clause covers and is no goal."),
        clause: bound.section)
    }
    guard let figure = figure(spot), let measure = Registers.measures[figure.measure] else { return nil }
    return .show(
      title: figure.label, text: text(measure, figure), clause: Registers.named(measure.register)?.clause)
  }

  private func bound(_ spot: String) -> PlanTarget? {
    guard spot.hasPrefix("bound/") else { return nil }
    return reference.targets[String(spot.dropFirst("bound/".count))]
  }

  private func explain(_ indicator: Indicator, _ figure: DashboardFigure?) -> Question {
    let departments = indicator.departments.joined(separator: "、")
    let inEnglish = indicator.departments.joined(separator: ", ")
    var zh = ["计数规则：\(indicator.rule.zh)", "条款 \(indicator.clause)：\(indicator.quote)"]
    var en = ["Counts: \(indicator.rule.en)", "Clause \(indicator.clause): \(indicator.quote)"]
    if !departments.isEmpty {
      zh.append("责任单位：\(departments)")
      en.append("Departments: \(inEnglish)")
    }
    if let deadline = indicator.deadline {
      zh.append("期限：\(deadline.label.zh)，序时自2022年1月1日起均匀计；进度≥1.10超前，0.90以下滞后。")
      en.append("Deadline \(deadline.label.en); due evenly from 2022-01-01; from 1.10 ahead, below 0.90 behind.")
    }
    if let absence = indicator.absence {
      zh.append(absence.zh)
      en.append(absence.en)
    }
    if let figure {
      zh.append(condition(figure, .zh))
      en.append(condition(figure, .en))
    }
    return .show(
      title: indicator.label, text: Label(zh: zh.joined(separator: "\n"), en: en.joined(separator: "\n")),
      clause: indicator.clause)
  }

  private func text(_ measure: Measure, _ figure: DashboardFigure) -> Label {
    let register = Registers.named(measure.register)
    func lines(_ language: Language) -> String {
      let label = Label(zh: "清单：", en: "List: ")[language] + (register?.label[language] ?? measure.register)
      let clause = Label(zh: "条款 ", en: "Clause ")[language] + (register?.clause ?? "")
      let unit = measure.unit.label[language]
      let unitLine = unit.isEmpty ? nil : Label(zh: "单位：", en: "Unit: ")[language] + unit
      return [measure.rule[language], label, clause, unitLine, condition(figure, language)].compactMap { $0 }
        .joined(separator: "\n")
    }
    return Label(zh: lines(.zh), en: lines(.en))
  }

  /// The rule as the condition of its list.
  private func condition(_ figure: DashboardFigure, _ language: Language) -> String {
    guard let list = figure.records.first, let register = Registers.named(list.query.register) else { return "" }
    return Label(zh: "条件：", en: "Condition: ")[language]
      + list.query.filter.sentence(register, reference, language)
  }
}
