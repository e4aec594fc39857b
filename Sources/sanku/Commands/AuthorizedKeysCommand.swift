import ArgumentParser
import Domain
import Glibc
import Store
import UseCases

/// Answers sshd's `AuthorizedKeysCommand`: the session of whoever holds a key.
struct AuthorizedKeysCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "authorized-keys",
      abstract: say("供 sshd 查询一把公钥归谁（AuthorizedKeysCommand）", "Tell sshd whose a key is (AuthorizedKeysCommand)"),
      discussion: say(
        "已登记且未停用的公钥输出一行，其余什么也不输出。配置见 docs/OPERATIONS.zh-CN.md。",
        "Prints one line for a known key and nothing for any other. docs/OPERATIONS.md shows how it is set up."))
  }

  @Argument(help: ArgumentHelp(say("系统账户，sshd 的 %u", "the system's account, sshd's %u")))
  var account: String

  @Argument(help: ArgumentHelp(say("公钥类型，sshd 的 %t", "the key's type, sshd's %t")))
  var type: String

  @Argument(help: ArgumentHelp(say("公钥，sshd 的 %k", "the key, sshd's %k")))
  var key: String

  @Option(help: ArgumentHelp(say("库文件", "the library"), valueName: say("文件", "file")))
  var library: String?

  func run() throws {
    // Whatever is wrong, nobody is let in, and sshd goes on to say so in its own words.
    guard let line = try? line() else { return }
    let output = try Output(nil)
    try output.line(line)
    try output.finish()
  }

  private func line() throws -> String? {
    let path = Libraries.path(library)
    guard let key = PublicKey(type: type, key: key), Self.owns(account, path) else { return nil }
    let store = try SQLiteStore.open(path, readOnly: true)
    guard let person = try KeyHolder.find(key, in: store), Person.isLogin(person.name),
      let binary = Self.word(Shipped.binary), let library = Self.word(path)
    else { return nil }
    // Letters, digits, `+` and `/` behind `SHA256:`: one word of any shell.
    let command =
      "\(binary) \(SessionCommand.name) --user \(person.name) --key \(key.fingerprint) --library \(library)"
    return "restrict,pty,command=\"\(command)\" \(key.type) \(key.key)"
  }

  /// Only the account that the library belongs to lets people in: the command may be set for all accounts by mistake.
  private static func owns(_ account: String, _ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, let entry = getpwnam(account) else { return false }
    return entry.pointee.pw_uid == status.st_uid
  }

  /// An absolute path as one word of the shell that sshd gives the command to, inside sshd's own quotes.
  private static func word(_ path: String) -> String? {
    let never: Set<Unicode.Scalar> = ["\"", "\\", "'"]
    guard path.hasPrefix("/"),
      path.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0 != "\u{7F}" && !never.contains($0) })
    else { return nil }
    let isPlain = path.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "/._-".utf8.contains(byte)
    }
    return isPlain ? path : "'\(path)'"
  }
}
