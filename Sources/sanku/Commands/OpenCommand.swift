import ArgumentParser
import Domain
import Glibc
import Store
import UseCases

/// Opens the terminal interface: what `sanku` alone does.
struct OpenCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "open", abstract: say("打开界面（不写子命令即是）", "Open the interface (what no subcommand does)"))
  }

  @Argument(
    help: ArgumentHelp(say("库文件", "the library"), valueName: say("库文件", "library")),
    completion: .file(extensions: ["sanku"]))
  var path: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    if let path, access(path, F_OK) != 0, !path.contains("/"), !path.contains(".") {
      throw Failure.usage(
        "没有子命令“\(path)”，也没有这个库文件；用 sanku --help 查看", "“\(path)” is neither a subcommand nor a library; see sanku --help"
      )
    }
    let place = Libraries.path(path ?? options.library)
    let (store, environment) = try Libraries.enter(place)
    try openInterface(
      store: store, scratch: FileScratch(library: place), forms: FileOpenForms(library: place),
      environment: environment, language: Words.language, options: options)
  }
}
