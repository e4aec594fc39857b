import Domain
import Terminal
import UseCases
import Widgets

/// What stands beside a clause.
enum PolicyContent {
  /// Its words, departments, indicators with their value as of today, and the registers that serve it, in lines of a width.
  static func lines(
    _ clause: PlanPassage, region: String, width: Int, _ services: Services
  ) throws -> [PolicyScreen.Line] {
    let language = services.language
    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
    func heading(_ zh: String, _ en: String) -> PolicyScreen.Line {
      PolicyScreen.Line(text: CleanText("─ " + say(zh, en)), style: .heading)
    }
    func wrapped(_ text: String, _ style: Style = .text) -> [PolicyScreen.Line] {
      CleanText(text).wrapped(to: max(4, width - 2)).map { PolicyScreen.Line(text: $0, style: style) }
    }
    var lines = wrapped("\(clause.id) \(clause.title)", .heading)
    lines += clause.sentences.flatMap { wrapped($0) }
    if !clause.departments.isEmpty {
      lines.append(heading("责任单位", "Departments"))
      lines += wrapped(clause.departments.joined(separator: "、"))
    }
    let indicators = try indicators(of: clause, region, services)
    if !indicators.isEmpty {
      lines.append(heading("目标", "Targets"))
      lines += indicators
    }
    let registers = try registers(of: clause, region, services)
    if !registers.isEmpty {
      lines.append(heading("清单", "Registers"))
      lines += registers
    }
    return lines
  }

  private static func indicators(
    of clause: PlanPassage, _ region: String, _ services: Services
  ) throws -> [PolicyScreen.Line] {
    let (reference, language) = (services.reference, services.language)
    let targets = reference.targets
    let own = PolicyTable.indicators(of: clause, reference)
    let query = TallyQuery(quarter: services.today.quarter, region: region)
    let tally = own.isEmpty ? nil : try ReadTally.run(query, in: services.store, as: services.environment)
    var lines = own.map { indicator -> PolicyScreen.Line in
      let text = CleanText(indicator.label[language])
      let goal = indicator.value.map { "/" + $0.plain + indicator.unit[language] } ?? ""
      guard let tally, let row = tally.row(indicator.id), let whole = tally.columns.first else {
        return PolicyScreen.Line(text: text, style: .dim)
      }
      let list = tally.records(row, whole, .cumulative).first
      let target: PolicyScreen.Target? = list.map { .figure($0) }
      switch row.cells[0].content {
      case .sums(let sums):
        let done = indicator.shown(sums.cumulative)
        return PolicyScreen.Line(text: text, tail: CleanText(done + goal), target: target)
      case .share(let part, let whole):
        return PolicyScreen.Line(text: text, tail: CleanText((Ratio(part, whole)?.text ?? "—") + goal), target: target)
      case .fields(let met, let count, _):
        let said = Label(zh: "\(met)/\(count)个领域", en: "\(met) of \(count) fields")
        return PolicyScreen.Line(text: text, tail: CleanText(said[language]), target: target)
      case .official(_, _, let value):
        return PolicyScreen.Line(
          text: text, tail: CleanText((value?.grouped ?? Label(zh: "未录入", en: "not entered")[language]) + goal),
          target: value == nil ? nil : target)
      case .estimate(let value, _, _, _):
        return PolicyScreen.Line(text: text, tail: CleanText(value?.grouped ?? "—"), target: target)
      case .none(let why):
        return PolicyScreen.Line(text: text, tail: CleanText(why[language]).cut(to: 24), style: .dim)
      }
    }
    // Numbers that bound a clause and are no goal.
    let covered = Set(Indicators.all(in: reference).flatMap(\.targets))
    for target in targets.all where !covered.contains(target.id) && PlanText.normal(target.section) == clause.id {
      lines.append(
        PolicyScreen.Line(
          text: CleanText(target.indicator[language]),
          tail: CleanText(Label(zh: "界限\(target.value.plain)", en: "bound \(target.value.plain)")[language]),
          style: .dim))
    }
    return lines
  }

  private static func registers(
    of clause: PlanPassage, _ region: String, _ services: Services
  ) throws -> [PolicyScreen.Line] {
    let serving = PolicyTable.registers(of: clause)
    return try services.store.read { library in
      try serving.map { register in
        var filter = Filter.where("region", .equal, .text(region))
        // Of the duties only this clause's.
        if register.id == Duty.schema.id { filter = Filter.where("clause", .equal, .text(clause.id)) }
        let count = try library.totals(register.id, where: filter, sums: []).count
        return PolicyScreen.Line(
          text: CleanText(register.label[services.language]), tail: CleanText(thin(count)),
          target: .register(register.id))
      }
    }
  }
}
