import ArgumentParser
import CSeccomp
import Domain
import Store
import UseCases

/// What sshd runs for a person: the interface, or the one subcommand that the client asked for.
struct SessionCommand: ParsableCommand {
  static let name = "session"

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: name, abstract: say("由 sshd 启动的远程会话", "A person's session, started by sshd"),
      discussion: say(
        """
        打开界面；设有 SSH_ORIGINAL_COMMAND 时只运行其中的子命令，不经外壳。会话不能使用主机上的路径，不能启动其他程序。
        配置见 docs/OPERATIONS.zh-CN.md。
        """,
        """
        Opens the interface, or runs the subcommand in SSH_ORIGINAL_COMMAND, without a shell. A session has no paths on \
        the host and starts no other program. docs/OPERATIONS.md shows how it is set up.
        """))
  }

  @Option(help: ArgumentHelp(say("登录名", "the person's login"), valueName: say("登录名", "name")))
  var user: String

  @Option(
    help: ArgumentHelp(
      say("登录所用公钥的指纹；取消后会话即失效", "the fingerprint of the key that logs in; the session ends with it"),
      valueName: say("指纹", "fingerprint")))
  var key: String?

  @Option(help: ArgumentHelp(say("库文件", "the library"), valueName: say("文件", "file")))
  var library: String?

  func run() throws {
    guard let seat = SessionSeat.current, seat.person == user, seat.key == key, seat.library == library else {
      throw Failure.usage(
        "应写作 session --user 登录名 [--key 指纹] [--library 文件]",
        "Write session --user NAME [--key FINGERPRINT] [--library FILE]")
    }
    let failed = cs_confine()
    guard failed == 0 else {
      throw Failure(
        .unusable, say("无法限制会话的权限（\(failed)），未打开", "The session cannot be confined (\(failed)), so it does not open"))
    }
    guard let words = try seat.words?.get(), !words.isEmpty else { return try OpenCommand.parse([]).run() }
    try SessionRights.run(words)
  }
}
