import ArgumentParser
import Domain
import UseCases

/// The keys by which people log in over SSH.
struct PeopleKeyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "key", abstract: say("登记和取消公钥", "Add and remove public keys"),
      subcommands: [PeopleKeyAddCommand.self, PeopleKeyRemoveCommand.self])
  }
}

/// Stores a person's public key.
struct PeopleKeyAddCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "add", abstract: say("登记一把公钥", "Store a public key"))
  }

  @Argument(help: ArgumentHelp(say("登录名", "login"), valueName: say("登录名", "name")))
  var name: String
  @Argument(
    help: ArgumentHelp(say(".pub 文件，- 为标准输入", "a .pub file; - is standard input"), valueName: say("文件", "file")),
    completion: .file(extensions: ["pub"]))
  var file: String
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    let text = String(decoding: try FileSource(file).all(), as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
      .filter { !$0.hasPrefix("#") && !$0.allSatisfy(\.isWhitespace) }
    guard lines.count == 1, let key = PublicKey(line: lines[0]) else {
      throw Failure.usage(
        "\(file) 应只有一行公钥，如 ssh-ed25519 AAAA… 说明（不是私钥，也不带选项）",
        "\(file) should hold one public key, as ssh-ed25519 AAAA... comment (no private key, no options)")
    }
    try KeepPeople.addKey(key, to: name, in: session.store, as: session.environment)
    options.note("已为 \(name) 登记 \(key.fingerprint)", "Stored \(key.fingerprint) for \(name)")
  }
}

/// Takes a person's key away.
struct PeopleKeyRemoveCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "remove", abstract: say("取消一把公钥，立即生效", "Remove a public key, at once"))
  }

  @Argument(help: ArgumentHelp(say("登录名", "login"), valueName: say("登录名", "name")))
  var name: String
  @Argument(help: ArgumentHelp(say("指纹或其开头", "the fingerprint, or its beginning"), valueName: say("指纹", "fingerprint")))
  var fingerprint: String
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try Session(options)
    try KeepPeople.removeKey(fingerprint, of: name, in: session.store, as: session.environment)
    options.note("已取消 \(name) 的公钥", "Removed the key of \(name)")
  }
}
