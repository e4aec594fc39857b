import ArgumentParser
import Domain
import Glibc
import UseCases

extension Role: ExpressibleByArgument {
  public init?(argument: String) {
    guard let code = Role.codes.named(argument), let role = Role(rawValue: code.id) else { return nil }
    self = role
  }

  public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}

/// What may be said of a person on the command line.
struct PersonOptions: ParsableArguments {
  @Option(help: ArgumentHelp(say("角色", "role"), valueName: "role"))
  var role: Role?

  @Option(help: ArgumentHelp(say("角色所在地区（代码或名称）", "the role's region, a code or name"), valueName: say("地区", "region")))
  var region: String?

  @Option(
    help: ArgumentHelp(say("角色限定的清单，逗号分开；不写为全部", "only these registers, comma-separated; else all"), valueName: "a,b"))
  var registers: String?

  @Option(help: ArgumentHelp(say("姓名", "the person's name"), valueName: say("姓名", "name")))
  var displayName: String?

  @Option(
    help: ArgumentHelp(
      say("本人归口地区；默认同角色地区", "the person's own region; by default the role's"), valueName: say("地区", "region")))
  var home: String?

  @Option(help: ArgumentHelp(say("联系电话", "phone"), valueName: say("电话", "phone")))
  var phone: String?

  /// Makes of a person what was asked for; a role takes the place of the same one in the same region.
  func apply(to person: inout Person, _ session: Session) throws {
    if let displayName { person.displayName = Normalised.text(displayName) }
    if let phone { person.phone = Normalised.text(phone) }
    if let home { person.region = try code(home, "--home", session) }
    guard let role else {
      guard region == nil, registers == nil else {
        throw Failure.usage("--region 和 --registers 须与 --role 同写", "--region and --registers go with --role")
      }
      return
    }
    guard let region else {
      throw Failure.usage("--role 须同时写 --region", "--role needs --region")
    }
    var row = PersonRole()
    row.role = role.rawValue
    row.region = try code(region, "--region", session)
    row.registers = registers?.split(separator: ",").map { Normalised.trimmed(String($0)) }.joined(separator: " ") ?? ""
    if let place = person.roles.firstIndex(where: { $0.role == row.role && $0.region == row.region }) {
      row.id = person.roles[place].id
      person.roles[place] = row
    } else {
      row.id = session.environment.newID()
      person.roles.append(row)
    }
    if person.region.isEmpty { person.region = row.region }
  }

  func code(_ text: String, _ option: String, _ session: Session) throws -> String {
    guard let code = session.reference.code(.region, named: text) else {
      throw Failure.usage("\(option) 没有“\(text)”这个地区", "\(option): no region “\(text)”")
    }
    return code
  }
}

/// Adds a person.
struct PeopleAddCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "add", abstract: say("添加人员；第一个须为管理员", "Add a person; the first one must be an administrator"))
  }

  @Argument(help: ArgumentHelp(say("登录名", "login"), valueName: say("登录名", "name")))
  var name: String
  @OptionGroup var asked: PersonOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    guard asked.role != nil else {
      throw Failure.usage("请写 --role 和 --region", "name a role and its region: --role, --region")
    }
    let session = try Session(options)
    var person = Person()
    person.name = Normalised.text(name)
    try asked.apply(to: &person, session)
    if person.displayName.isEmpty { person.displayName = person.name }
    let added = try KeepPeople.add(person, in: session.store, as: session.environment)
    options.note("已添加 \(added.name)", "Added \(added.name)")
    let user = session.environment.actor.person
    if session.environment.access.isAlone, user != added.name {
      options.note(
        "从现在起只有名单中的人能打开本库；当前用户“\(user)”不在其中",
        "From now on only people on the list get in; the present user “\(user)” is not one of them")
    }
  }
}

/// Changes a person, gives a role or takes one away.
struct PeopleChangeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "change", abstract: say("修改人员：姓名、电话、角色", "Change a person: name, phone, roles"),
      discussion: say(
        "--role 与 --region 增加一个角色；加 --without 则去掉它。",
        "--role with --region gives a role; with --without, takes it away."))
  }

  @Argument(help: ArgumentHelp(say("登录名", "login"), valueName: say("登录名", "name")))
  var name: String
  @Flag(help: ArgumentHelp(say("去掉 --role --region 所写的角色", "take away the role named by --role and --region")))
  var without = false
  @OptionGroup var asked: PersonOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    try KeepPeople.change(name, in: session.store, as: session.environment) { person in
      guard without else { return try asked.apply(to: &person, session) }
      guard let role = asked.role, let text = asked.region else {
        throw Failure.usage("--without 须写 --role 和 --region", "--without needs --role and --region")
      }
      let region = try asked.code(text, "--region", session)
      let count = person.roles.count
      person.roles.removeAll { $0.role == role.rawValue && $0.region == region }
      guard person.roles.count < count else {
        throw Failure.usage(
          "\(name)没有这个角色：\(role.label.zh) \(region)", "\(name) has no such role: \(role.label.en) of \(region)")
      }
    }
    options.note("已修改 \(name)", "Changed \(name)")
  }
}

/// Shuts a person out at once; what they did stays.
struct PeopleDisableCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "disable", abstract: say("停用人员，立即生效", "Shut a person out, at once"))
  }

  @Argument(help: ArgumentHelp(say("登录名", "login"), valueName: say("登录名", "name")))
  var name: String
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    try KeepPeople.change(name, in: session.store, as: session.environment) { $0.isDisabled = true }
    options.note("已停用 \(name)", "Disabled \(name)")
  }
}

/// Lets a disabled person in again.
struct PeopleEnableCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "enable", abstract: say("恢复停用的人员", "Let a disabled person in again"))
  }

  @Argument(help: ArgumentHelp(say("登录名", "login"), valueName: say("登录名", "name")))
  var name: String
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    try KeepPeople.change(name, in: session.store, as: session.environment) { $0.isDisabled = false }
    options.note("已恢复 \(name)", "Enabled \(name)")
  }
}
