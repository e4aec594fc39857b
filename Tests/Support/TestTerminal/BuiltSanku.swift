import CTestTerminal
import Foundation

/// The program that was built, and running it as a command.
public enum BuiltSanku {
  /// What a command has left behind.
  public struct Outcome: Sendable {
    /// The exit status, or 128 + n after signal n.
    public let status: Int32
    public let bytes: [UInt8]
    public let errorBytes: [UInt8]
    public var output: String { String(decoding: bytes, as: UTF8.self) }
    public var errors: String { String(decoding: errorBytes, as: UTF8.self) }
  }

  /// A command that is still running.
  public struct Running {
    public let pid: pid_t
    let output: URL
    let errors: URL

    public func kill(_ signal: Int32 = SIGKILL) { Foundation.kill(pid, signal) }

    /// Waits for its end.
    public func outcome() -> Outcome {
      var status: Int32 = 0
      while waitpid(pid, &status, 0) < 0, errno == EINTR {}
      defer {
        unlink(output.path)
        unlink(errors.path)
      }
      return Outcome(
        status: status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f),
        bytes: (try? [UInt8](Data(contentsOf: output))) ?? [],
        errorBytes: (try? [UInt8](Data(contentsOf: errors))) ?? [])
    }
  }

  /// Where it is: `SANKU_BINARY`, else beside the tests that run.
  public static let path: String = {
    if let named = ProcessInfo.processInfo.environment["SANKU_BINARY"], !named.isEmpty { return named }
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("sanku").path
  }()

  /// Whether the long numbers of rounds are asked for.
  public static let isLong = ProcessInfo.processInfo.environment["SANKU_LONG"] == "1"

  /// Runs it to its end, `input` on its standard input.
  public static func run(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:], program: String = path
  ) -> Outcome {
    start(arguments, input: input, environment: environment, program: program).outcome()
  }

  /// Starts it, or another program, away from any terminal.
  public static func start(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:], program: String = path
  ) -> Running {
    let stem = NSTemporaryDirectory() + "sanku-run-" + UUID().uuidString
    let (read, output, errors) = (stem + ".in", stem + ".out", stem + ".err")
    try? Data(input).write(to: URL(fileURLWithPath: read))
    let files = [
      open(read, O_RDONLY | O_CLOEXEC), open(output, O_RDWR | O_CREAT | O_CLOEXEC, 0o600),
      open(errors, O_RDWR | O_CREAT | O_CLOEXEC, 0o600),
    ]
    defer {
      files.forEach { close($0) }
      unlink(read)
    }
    var variables = ProcessInfo.processInfo.environment
    for name in ["SANKU_LIBRARY", "LC_ALL", "LC_MESSAGES", "SSH_CONNECTION"] { variables[name] = nil }
    variables["LANG"] = "C.UTF-8"
    variables.merge(environment) { _, new in new }
    let settings = variables.filter { !$1.isEmpty }.map { "\($0)=\($1)" }
    let pid = withCStrings([program] + arguments) { arguments in
      withCStrings(settings) { tt_start(arguments, $0, files[0], files[1], files[2]) }
    }
    return Running(pid: pid, output: URL(fileURLWithPath: output), errors: URL(fileURLWithPath: errors))
  }
}
