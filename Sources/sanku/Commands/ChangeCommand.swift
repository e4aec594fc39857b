import ArgumentParser
import Domain
import UseCases

/// Asks for a change of what the tiers have admitted.
struct ChangeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "change", abstract: say("申请变更已入库项目的申报内容", "Ask for a change of an admitted project"),
      discussion: say(
        "各级库都同意后才生效，此前清单和统计仍用原内容。子表的变更请在界面里改。",
        """
        It takes effect when every tier that the project is in has admitted it; until then lists and figures use what \
        was admitted. Child lists are changed in the interface.
        """))
  }

  @OptionGroup var filing: FilingArguments

  @Option(
    help: ArgumentHelp(
      say("字段和新值，可重复", "a field and its new value; may be repeated"), valueName: say("字段=值", "id=value")))
  var set: [String] = []

  @Option(help: ArgumentHelp(say("变更原因", "why"), valueName: say("原因", "reason")))
  var reason: String

  func run() throws {
    guard !set.isEmpty else { throw Failure.usage("缺少 --set 字段=值", "name a --set id=value at least once") }
    try filing.run { ids, options, session in
      let register = try session.register(Project.schema.id)
      return try ids.map { id in
        guard var document = try session.store.read({ try $0.document(register.id, id) }) else {
          throw UseCaseError.noSuchRecord(register: register, key: id.mark)
        }
        for text in set { try put(text, into: &document, register, session) }
        return try RequestChange.run(
          document, reason: reason, options, in: session.store, as: session.environment)
      }
    }
  }

  private func put(_ text: String, into document: inout Document, _ register: Register, _ session: Session) throws {
    let (name, typed) = try OptionValue.pair(text, "--set")
    guard let path = register.path(named: name), let field = register.field(path),
      DeclaredPart.holds(field)
    else {
      throw Failure.usage(
        "--set：“\(name)”不是申报内容的字段；见 sanku schema projects",
        "--set: “\(name)” is no field of the declared part; see sanku schema projects")
    }
    if case .record(let target) = field.kind, !typed.isEmpty {
      document[field.id] = .record(try FindRecord.run(try session.register(target), key: typed, in: session.store))
      return
    }
    document[field.id] = try field.kind.parse(typed, field: field.label, reference: session.reference).get()
  }
}
