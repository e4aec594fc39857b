import ArgumentParser
import Domain
import UseCases

/// Prints the plan's clauses, and which register, field, indicator and screen serve each.
struct PolicyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "policy",
      abstract: say("计划条款：原文、部门、目标、清单", "The plan's clauses: words, departments, targets, registers"))
  }

  @Argument(help: ArgumentHelp(say("条款，如 三(一)2；不写则列全部", "a clause such as 三(一)2; all without one")))
  var clause: String?

  @Flag(help: ArgumentHelp(say("条款、清单、指标对照表(Markdown)", "the table of clauses, registers and indicators as Markdown")))
  var table = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    Interruption.watch()
    let output = try Output(options.output)
    if table {
      for line in PolicyTable.lines(Words.language) { try output.line(line) }
      return try output.finish()
    }
    guard let clause else {
      var rows = try TextRows(
        [say("条款", "clause"), say("标题", "title"), say("牵头", "lead"), say("目标", "targets"), say("清单", "registers")],
        options.rows(.table), to: output)
      for clause in PlanText.clauses {
        let targets = PolicyTable.targets(of: clause, ReferenceTables.builtIn).map(\.id)
        try rows.row([
          clause.id, clause.title, clause.departments.first ?? "", targets.joined(separator: " "),
          PolicyTable.registers(of: clause).map(\.id).joined(separator: " "),
        ])
      }
      try rows.finish()
      return try output.finish()
    }
    guard let found = PlanText.clause(clause) else {
      let known = PlanText.clauses.map(\.id).joined(separator: " ")
      throw Failure.usage("计划没有条款“\(clause)”；有：\(known)", "The plan has no clause “\(clause)”; there are: \(known)")
    }
    try output.line("\(found.id) \(found.title)")
    for sentence in found.sentences { try output.line("  " + sentence) }
    if !found.departments.isEmpty {
      try output.line(say("责任单位：", "Departments: ") + found.departments.joined(separator: "、"))
    }
    for target in PolicyTable.targets(of: found, ReferenceTables.builtIn) {
      try output.line(
        say("目标 ", "Target ") + "\(target.id) \(target.indicator.said) \(target.value.plain)\(target.unit)")
    }
    for register in PolicyTable.registers(of: found) {
      try output.line(say("清单 ", "Register ") + "\(register.id) \(register.label.said)")
    }
    try output.finish()
  }
}

extension PolicyCommand: ReachableCommand {}
