import Domain
import UseCases

/// The account of a package.
struct PackageReport {
  let session: Session

  init(_ session: Session) { self.session = session }

  /// `aside` leaves standard output to the receipt.
  func print(_ account: PackageAccount, isDryRun: Bool, aside: Bool) throws {
    let options = session.options
    let shown = account.lines.filter { options.format != nil || $0.outcome != .same }
    if aside {
      for line in shown { Output.tell("\(label(line)) \(key(line)) \(line.title) \(word(line.outcome)) \(why(line))") }
      return tell(account, isDryRun)
    }
    let output = try Output(options.output)
    var rows = try TextRows(
      [say("清单", "register"), say("代码", "key"), say("名称", "title"), say("结果", "result"), say("说明", "why")],
      options.rows(.table), mark: options.mark ?? false, to: output)
    for line in shown {
      try rows.row([label(line), key(line), line.title, word(line.outcome), why(line)])
    }
    try rows.finish()
    try output.finish()
    tell(account, isDryRun)
  }

  /// What a record is named by on the line.
  private func key(_ line: PackageAccount.Line) -> String { line.key.isEmpty ? line.id.mark : line.key }

  /// What it comes to, in notes.
  private func tell(_ account: PackageAccount, _ isDryRun: Bool) {
    let options = session.options
    for (region, library) in account.homes.sorted(by: { $0.key < $1.key }) {
      let name = session.reference.regions[region]?.name ?? region
      let isMine = library == session.store.info.id
      options.note(
        isMine ? "\(name)今后由本库填报" : "\(name)今后由库 \(library.tail) 填报",
        isMine
          ? "\(name) is written here from now on"
          : "\(name) is written in library \(library.tail) from now on")
    }
    if let looseness = account.looseness { options.note(looseness.zh, looseness.en) }
    let (conflicts, rejected) = (account.count(.conflict), account.count(.rejected))
    let (new, changed) = (account.count(.new), account.count(.changed))
    let (same, deleted) = (account.count(.same), account.count(.deleted))
    let would = isDryRun || !account.obstacles.isEmpty
    options.note(
      "第 \(account.header.number) 号数据包\(would ? "未写入，将" : "：")新增 \(new)，修改 \(changed)，删除 \(deleted)，相同 \(same)，冲突 \(conflicts)，不收 \(rejected)",
      "Package \(account.header.number)\(would ? " not applied; would be" : ":") new \(new), changed \(changed), deleted \(deleted), same \(same), conflicts \(conflicts), refused \(rejected)"
    )
  }

  private func label(_ line: PackageAccount.Line) -> String {
    Registers.named(line.register)?.label.said ?? line.register
  }

  private func word(_ outcome: PackageAccount.Outcome) -> String { outcome.kind.label.said }

  private func why(_ line: PackageAccount.Line) -> String {
    line.reasons(Words.language, session.reference).joined(separator: say("；", "; "))
  }
}
