import ArgumentParser
import Domain
import Glibc
import UseCases

extension LibraryMaker.Detail: ExpressibleByArgument {}

/// Makes a library of made-up records, of any size.
struct GenerateCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "generate", abstract: say("生成一个任意大小的虚构库", "Make a made-up library of any size"),
      discussion: say("同样的参数生成同样的记录。企业名称均为虚构。", "The same arguments make the same records. All names are made up."))
  }

  @Argument(help: ArgumentHelp(say("库文件（不得已存在）", "the library; must not exist yet"), valueName: say("库文件", "library")))
  var path: String

  @Option(help: ArgumentHelp(say("项目数", "number of projects"), valueName: "n"))
  var projects: Int

  @Option(help: ArgumentHelp(say("随机种子", "seed"), valueName: "n"))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(say("详略 lean 或 full；默认一万个项目以内为 full", "lean or full; by default full up to 10 000 projects")))
  var detail: LibraryMaker.Detail?

  @Flag(help: ArgumentHelp(say("加入各规则能查出的错误", "with faults that each rule finds")))
  var faults = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    Interruption.watch()
    guard (0...10_000_000).contains(projects) else {
      throw Failure.usage("--projects 应在0到1000万之间", "--projects takes 0 to 10 000 000")
    }
    guard access(path, F_OK) != 0 else {
      throw Failure(.unusable, say("\(path) 已存在，未改动；请换一个名字", "\(path) exists and was left alone; choose another name"))
    }
    let start = Clock.milliseconds()
    let store = try Libraries.create(path, region: "330000", mark: "ZJ")
    let bar = ProgressBar(say("生成", "generate"), quiet: options.quiet)
    do {
      let written = try GenerateLibrary.run(
        projects: projects, seed: seed, detail: detail ?? (projects <= 10_000 ? .full : .lean), faults: faults,
        in: store,
        as: Libraries.environment(), progress: bar.part)
      bar.finish()
      let seconds = Double(Clock.milliseconds() - start) / 1000
      var status = stat()
      let size = stat(path, &status) == 0 ? Int(status.st_size) / 1_048_576 : 0
      options.note(
        "已生成 \(path)：\(written) 条记录，\(size) MiB，用时 \(Int(seconds)) 秒",
        "Made \(path): \(written) records, \(size) MiB, \(Int(seconds)) s")
    } catch {
      bar.finish()
      Libraries.remove(path)
      throw error
    }
  }
}
