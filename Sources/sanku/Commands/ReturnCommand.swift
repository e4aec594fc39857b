import ArgumentParser
import Domain
import UseCases

/// Sends back what waits, naming the fields at fault.
struct ReturnCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "return", abstract: say("退回，写明字段和原因", "Send back, naming fields and reasons"),
      discussion: say(
        "至少写一个 --field 字段=原因，或 --reason 整条记录的原因。字段见 sanku schema projects，子表写 measures.name。",
        """
        Name a --field with its reason at least once, or give a --reason for the whole record. Fields: \
        sanku schema projects; those of child lists as measures.name.
        """))
  }

  @OptionGroup var filing: FilingArguments

  @Option(
    help: ArgumentHelp(
      say("有误的字段和原因，可重复", "a field at fault and why; may be repeated"), valueName: say("字段=原因", "id=reason")))
  var field: [String] = []

  @Option(
    help: ArgumentHelp(say("整条记录的原因", "a reason for the whole record"), valueName: say("原因", "reason")))
  var reason = ""

  func run() throws {
    let register = try Session.register(Project.schema.id)
    let faults = try field.map { text in
      let (name, reason) = try OptionValue.pair(text, "--field")
      guard let path = register.path(named: name) else {
        throw Failure.usage(
          "--field：没有字段“\(name)”；见 sanku schema projects", "--field: no field “\(name)”; see sanku schema projects")
      }
      return FieldFault(field: path, reason: reason)
    }
    try filing.run { ids, options, session in
      try ReturnRecord.run(ids, faults: faults, reason: reason, options, in: session.store, as: session.environment)
    }
  }
}
