import ArgumentParser
import Domain
import Interchange
import UseCases

/// The people of a library, what they may do, and their keys.
struct PeopleCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "people", abstract: say("人员、角色和公钥", "People, roles and keys"),
      discussion: say(
        """
        没有人员的库只归一人，什么都可以做。第一个人员须为管理员；此后不在名单中的人不能打开本库（退出状态3）。
        角色：clerk 填报员、reviewer 审核员、inspector 监察员、supervisor 主管、administrator 管理员；
        各能做什么见 sanku people matrix，或 sanku people matrix --help。
        """,
        """
        A library without people is one person's, who may do everything. The first person must be an administrator; \
        from then on nobody else gets in (exit status 3). Roles: clerk, reviewer, inspector, supervisor, \
        administrator; what each may do: sanku people matrix, or its --help.
        """),
      subcommands: [
        PeopleListCommand.self, PeopleAddCommand.self, PeopleChangeCommand.self, PeopleDisableCommand.self,
        PeopleEnableCommand.self, PeopleKeyCommand.self, PeopleMatrixCommand.self,
      ], defaultSubcommand: PeopleListCommand.self)
  }
}

/// Prints the people with their roles and keys.
struct PeopleListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: say("列出人员", "List the people"))
  }

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let register = try session.register(Person.schema.id)
    let output = try Output(options.output)
    let format = options.rows(.table)
    let ids = try session.store.list(Query(register: register.id)).ids(limit: .max)
    let people = try session.store.read { library in
      try ids.compactMap { try library.document(register.id, $0) }
    }
    if format == .json {
      let objects = people.map { ExportWriter.object($0, register) { $1.mark } }
      try output.line(JSONValue.array(objects).text)
    } else {
      let headings = [
        ("登录名", "login"), ("姓名", "name"), ("归口地区", "region"), ("角色", "roles"), ("联系电话", "phone"), ("公钥", "keys"),
        ("停用", "disabled"),
      ]
      var rows = try TextRows(headings.map { say($0.0, $0.1) }, format, mark: options.mark ?? false, to: output)
      for document in people { try rows.row(cells(document, session)) }
      try rows.finish()
    }
    try output.finish()
    if people.isEmpty {
      options.note(
        "本库没有人员，只归一人；用 sanku people add 添加第一个管理员",
        "No people: the library is one person's; add the first administrator with sanku people add")
    }
  }

  private func cells(_ document: Document, _ session: Session) -> [String] {
    let person = Person.schema.record(document)
    func name(_ region: String) -> String { session.reference.regions[region]?.name ?? region }
    let roles = person.roles.map { row in
      let limits = row.registerIDs.isEmpty ? "" : " (\(row.registerIDs.joined(separator: " ")))"
      return (Role(rawValue: row.role)?.label.said ?? row.role) + "@" + name(row.region) + limits
    }
    let keys = person.keys.map { $0.fingerprint + ($0.isDisabled ? say("(停用)", " (disabled)") : "") }
    return [
      person.name, person.displayName, name(person.region), roles.joined(separator: say("、", ", ")), person.phone,
      keys.joined(separator: " "), person.isDisabled ? say("停用", "yes") : "",
    ]
  }
}

/// Prints who may do what, where.
struct PeopleMatrixCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "matrix", abstract: say("权限表：哪个角色在哪里能做什么", "The permissions: which role may do what, where"),
      discussion: Matrix.summary(Words.language).joined(separator: "\n"))
  }

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let output = try Output(options.output)
    let format = options.rows(.table)
    var rows = try TextRows(
      Matrix.headings(Words.language), format == .json ? .csv : format, mark: options.mark ?? false,
      to: output)
    for row in Matrix.table(Words.language) { try rows.row(row) }
    try rows.finish()
    try output.finish()
  }
}
