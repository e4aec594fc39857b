import ArgumentParser
import Domain
import Glibc
import Interchange
import UseCases

/// Makes a new library, empty or out of a folder of CSV files.
struct InitCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "init", abstract: say("新建一个库", "Make a new library"),
      discussion: say(
        "--from 读入文件夹里各清单的文件（enterprises.csv projects.csv 等）及其子表；--sample 读入随附的样例。",
        "--from reads the files of all registers (enterprises.csv, projects.csv ...) and their child lists from a folder; --sample reads the sample that comes with sanku."
      ))
  }

  @Argument(help: ArgumentHelp(say("库文件（不得已存在）", "the library; must not exist yet"), valueName: say("库文件", "library")))
  var path: String

  @Option(
    help: ArgumentHelp(say("CSV 文件夹", "a folder of CSV files"), valueName: say("文件夹", "dir")), completion: .directory)
  var from: String?

  @Flag(help: ArgumentHelp(say("随附的样例库", "the sample that comes with sanku")))
  var sample = false

  @Option(help: ArgumentHelp(say("库所属地区（代码或名称）", "the region whose library it is"), valueName: say("地区", "region")))
  var region = "330000"

  @Option(help: ArgumentHelp(say("入库编号里的两个字母", "two letters that stand in library codes"), valueName: "XX"))
  var mark = "ZJ"

  @OptionGroup var options: GlobalOptions

  func run() throws {
    Interruption.watch()
    guard mark.utf8.count == 2, mark.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      throw Failure.usage("--mark 应为两个大写字母，如 ZJ", "--mark takes two capital letters, as ZJ")
    }
    guard let code = ReferenceTables.builtIn.code(.region, named: region) else {
      throw Failure.usage("--region 没有“\(region)”这个地区", "--region: no region “\(region)”")
    }
    if sample, from != nil { throw Failure.usage("--from 和 --sample 只能写一个", "--from and --sample exclude each other") }
    let folder = sample ? try Shipped.folder("sample-db") : from
    let sources = try folder.map(Self.sources) ?? []
    guard access(path, F_OK) != 0 else {
      throw Failure(.unusable, say("\(path) 已存在，未改动；请换一个名字", "\(path) exists and was left alone; choose another name"))
    }
    let store = try Libraries.create(path, region: code, mark: mark)
    do {
      try fill(store, sources)
    } catch {
      // Half a library is none.
      Libraries.remove(path)
      throw error
    }
  }

  private func fill(_ store: any Store, _ sources: [CreateLibrary.Source]) throws {
    let bar = ProgressBar(say("读入", "reading"), quiet: options.quiet)
    let filled = try CreateLibrary.fill(store, from: sources, as: Libraries.environment()) { _, count in
      bar.count(count)
    }
    bar.finish()
    try Interruption.check()
    var rejected = 0
    for part in filled {
      for reject in part.summary.rejects {
        Output.tell(
          say(
            "\(part.register.id).csv 第\(reject.row)行：\(reject.message.zh)",
            "\(part.register.id).csv row \(reject.row): \(reject.message.en)"))
      }
      options.note(
        "\(part.register.label.zh)：\(part.summary.new) 条", "\(part.register.label.en): \(part.summary.new) records")
      rejected += part.summary.rejected + part.unread
    }
    options.note("已建库 \(path)", "Made the library \(path)")
    if rejected > 0 { throw Failure.findings }
  }

  /// The registers that a folder has a file of.
  static func sources(_ folder: String) throws -> [CreateLibrary.Source] {
    let sources = Registers.all.compactMap { register -> CreateLibrary.Source? in
      let path = "\(folder)/\(register.id).csv"
      guard FileSource.exists(path) else { return nil }
      return CreateLibrary.Source(register: register) { whole in
        let source = try RecordSource(path, register, withChildren: whole)
        return CreateLibrary.Rows(next: source.next, children: try source.options().children, unread: source.tellFaults)
      }
    }
    guard !sources.isEmpty else {
      let names = Registers.all.map { "\($0.id).csv" }.joined(separator: " ")
      throw Failure(.unusable, say("\(folder) 里没有 \(names) 中的任何一个", "\(folder) has none of \(names)"))
    }
    return sources
  }
}
