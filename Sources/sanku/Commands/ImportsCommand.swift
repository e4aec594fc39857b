import ArgumentParser
import Domain
import UseCases

/// The imports of a library, and undoing one.
struct ImportsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "imports", abstract: say("列出导入，撤销整次导入", "List imports, undo a whole one"),
      subcommands: [List.self, Undo.self], defaultSubcommand: List.self)
  }

  /// The last imports.
  struct List: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(commandName: "list", abstract: say("列出最近的导入", "List the last imports"))
    }

    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      let output = try Output(options.output)
      let rows = try ImportBatches.all(in: session.store).map { batch in
        [
          batch.id, batch.at.day.iso, batch.person, Registers.named(batch.register)?.label.said ?? batch.register,
          String(batch.new), String(batch.changed), batch.source,
          batch.isUndone ? say("已撤销", "undone") : "",
        ]
      }
      try PlainRows(
        ids: ["id", "date", "person", "register", "new", "changed", "file", "state"],
        headings: [
          say("编号", "id"), say("时间", "when"), say("人", "who"), say("清单", "register"), say("新增", "new"),
          say("修改", "changed"), say("文件", "file"), say("状态", "state"),
        ], numbers: [4, 5], rows
      ).write(options.rows(.table), mark: options.isMarked, to: output)
      try output.finish()
    }
  }

  /// Takes one back.
  struct Undo: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "undo", abstract: say("撤销整次导入", "Undo a whole import"),
        discussion: say(
          "以相反的记录撤销：新增的删去，修改的改回。之后又被改动或上报的列出来并保留，除非用 --also 指定（* 为全部）。",
          "By opposite entries: what was made is deleted, what was changed is as before. What was changed or submitted since is listed and left, unless --also names it (* is all)."
        ))
    }

    @Argument(help: ArgumentHelp(say("导入的编号，见 sanku imports", "the import's id, see sanku imports"), valueName: "id"))
    var id: String

    @Option(help: ArgumentHelp(say("之后又改动的也撤销：记录的编号，或 *", "undo these too: a record's id, or *"), valueName: "#id|*"))
    var also: [String] = []

    @Flag(help: ArgumentHelp(say("只说明会怎样，不写入", "only say what would happen")))
    var dryRun = false

    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try Session(options)
      guard let batch = try ImportBatches.all(in: session.store).first(where: { $0.id == id }) else {
        throw Failure.usage("没有编号为“\(id)”的导入；见 sanku imports", "there is no import “\(id)”; see sanku imports")
      }
      var chosen = Set(also.compactMap { RecordID(String($0.drop { $0 == "#" })) })
      if also.contains("*") {
        let looked = try UndoImport.run(batch, isDryRun: true, in: session.store, as: session.environment)
        chosen.formUnion(looked.left.filter(\.mayBeChosen).map(\.record))
      }
      let bar = ProgressBar(say("撤销", "undo"), quiet: options.quiet)
      let outcome = try UndoImport.run(
        batch, chosen: chosen, isDryRun: dryRun, in: session.store, as: session.environment
      ) { bar.count($0) }
      bar.finish()
      for left in outcome.left {
        Output.tell(
          say(
            "保留“\(left.title)”（#\(left.record.text)）：\(left.reason.zh)",
            "left “\(left.title)” (#\(left.record.text)): \(left.reason.en)"))
      }
      options.note(
        "\(dryRun ? "将" : "")撤销 \(outcome.undone) 条，保留 \(outcome.left.count) 条",
        "\(dryRun ? "would undo" : "undone") \(outcome.undone), left \(outcome.left.count)")
      if !outcome.left.isEmpty { throw Failure.findings }
    }
  }
}
