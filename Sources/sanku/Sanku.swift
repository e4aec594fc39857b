import ArgumentParser
import Domain
import Glibc

/// The one command: without a subcommand it opens the interface.
@main
struct Sanku: ParsableCommand {
  static let version = "0.1.0"

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sanku",
      abstract: say("节能降碳技术改造三级储备项目库", "The three-tier reserve library of energy-saving retrofit projects"),
      discussion: say(
        """
        不带子命令时打开界面：sanku [库文件]。
        退出状态：0 完成；1 清单有问题；2 命令有误；3 无权；4 库不可用；130 中断。
        """,
        """
        Without a subcommand it opens the interface: sanku [LIBRARY].
        Exit status: 0 done; 1 the lists have findings; 2 wrong command line; 3 not allowed; 4 the library can't be \
        used; 130 interrupted.
        """),
      version: version,
      subcommands: [
        OpenCommand.self, InitCommand.self, SchemaCommand.self, ListCommand.self, ShowCommand.self, CheckCommand.self,
        ReferenceCommand.self, AssessCommand.self, PolicyCommand.self, ImportCommand.self, ExportCommand.self,
        TemplateCommand.self, ReportCommand.self, ImportsCommand.self,
        PackageCommand.self, HistoryCommand.self, VerifyCommand.self, BackupCommand.self,
        RestoreCommand.self,
        SubmitCommand.self, WithdrawCommand.self, ReviewCommand.self, AdmitCommand.self, ReturnCommand.self,
        RecommendCommand.self, ChangeCommand.self, ExitCommand.self, PlanCommand.self, GenerateCommand.self,
        TallyCommand.self, QuarterCommand.self, PeopleCommand.self, ManCommand.self, AuthorizedKeysCommand.self,
        SessionCommand.self,
      ],
      defaultSubcommand: OpenCommand.self)
  }

  static func main() {
    // A file opened in the place of a closed standard stream would be written over by the next line of output.
    for stream in STDIN_FILENO...STDERR_FILENO where fcntl(stream, F_GETFD) < 0 {
      _ = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
    signal(SIGPIPE, SIG_IGN)
    // A file as large as it may be is an error of the write.
    signal(SIGXFSZ, SIG_IGN)
    SessionSeat.current?.settle()
    Glibc.exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  /// Parses and runs; whatever goes wrong is told on standard error in one line.
  static func run(_ arguments: [String]) -> ExitStatus {
    do {
      var command = try parseAsRoot(Usage.subcommandFirst(arguments))
      try command.run()
      return .done
    } catch {
      // Help and what is wrong with a command line come as the parser's own errors.
      if exitCode(for: error) == .success || exitCode(for: error) == .validationFailure {
        return Usage.answer(error, arguments)
      }
      let failure = Failure(error)
      Output.tell(failure.message.isEmpty ? "" : "sanku: \(failure.message)")
      return failure.status
    }
  }
}
