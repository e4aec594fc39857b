import Domain
import Terminal
import UseCases
import Widgets

/// How a package's account looks.
extension IncomingScreen {
  var areas: (table: Rect, foot: Rect) {
    let foot = size.height >= 10 && step == .account ? 4 : 0
    return (
      Rect(x: 0, y: 0, width: size.width, height: max(0, size.height - foot)),
      Rect(x: 0, y: size.height - foot, width: size.width, height: foot)
    )
  }

  private func title(_ zh: String, _ en: String) -> CleanText { CleanText(Label(zh: zh, en: en)[language]) }

  mutating func setColumns() {
    switch step {
    case .files:
      table.columns = FolderList.columns(language)
      table.emptyMessage = title("这里没有 .pkg 文件", "No .pkg here")
    case .account:
      table.columns = [
        TableColumn("kind", title: title("结果", "Result"), width: .fixed(language == .zh ? 6 : 9)),
        TableColumn("register", title: title("清单", "List"), width: .fixed(language == .zh ? 10 : 12)),
        TableColumn("title", title: title("名称", "Name"), width: .flex(min: 16)),
        TableColumn("why", title: title("说明", "Why"), width: .flex(min: 18, weight: 2)),
      ]
      table.emptyMessage = title("没有改动", "Nothing changes")
    }
    table.fit(areas.table.size)
  }

  mutating func showRows() {
    let lines = account?.lines ?? []
    places = lines.indices.filter { place in
      let kind = lines[place].outcome.kind
      return shown.map { $0 == kind } ?? (kind != .same)
    }
    .sorted { left, right in
      let (one, other) = (lines[left].outcome.kind.rawValue, lines[right].outcome.kind.rawValue)
      return one != other ? one < other : left < right
    }
    table.go(to: min(table.place.cursor, max(0, places.count - 1)), rows)
  }

  var rows: TableSource {
    guard step == .account, let lines = account?.lines else { return files.source }
    let places = places
    return TableSource(count: places.count) { range in
      range.clamped(to: places.indices).map { row(decided(lines[places[$0]])) }
    }
  }

  /// A line with what was decided on it since the account was drawn up.
  func decided(_ line: PackageAccount.Line) -> PackageAccount.Line {
    guard case .conflict(let conflicts, _) = line.outcome else { return line }
    var line = line
    line.outcome = .conflict(conflicts, choices[line.id])
    return line
  }

  private func row(_ line: PackageAccount.Line) -> TableRow {
    let style: Style? =
      switch line.outcome {
      case .rejected: .error
      case .conflict(_, nil), .deleted: .warning
      case .conflict, .new, .changed, .same: nil
      }
    return TableRow(
      id: line.id.text,
      cells: [
        TableCell(CleanText(line.outcome.kind.label[language]), style: style),
        TableCell(CleanText(Registers.named(line.register)?.label[language] ?? line.register)),
        TableCell(CleanText(line.title.isEmpty ? line.key : line.title)),
        TableCell(CleanText(line.reasons(language, reference).joined(separator: language == .zh ? "，" : ", "))),
      ])
  }

  package var status: Widgets.Frame.Message? {
    guard step == .account, let account else {
      return Widgets.Frame.Message(
        title("选择收到的数据包（.pkg）：\(files.folder)", "Choose the package that came (.pkg): \(files.folder)"))
    }
    let number = account.header.number
    if account.isRepeated {
      return Widgets.Frame.Message(
        title(
          "第\(number)号数据包以前已收下，无修改；x 存回执", "Package \(number) was applied before; nothing changed; x keeps a receipt"))
    }
    let parts = PackageAccount.Outcome.Kind.allCases.compactMap { kind -> String? in
      let count = account.count(kind)
      return count > 0 ? "\(kind.label[language])\(language == .zh ? "" : " ")\(count)" : nil
    }
    let told = parts.isEmpty ? Label(zh: "没有改动", en: "nothing changes")[language] : parts.joined(separator: " ")
    if isWritten {
      return Widgets.Frame.Message(
        title("已收下第\(number)号：\(told)；x 存回执", "package \(number) applied: \(told); x keeps the receipt"), kind: .good)
    }
    if choices != tried {
      return Widgets.Frame.Message(
        title("第\(number)号：\(told)  所定未核对", "package \(number): \(told)  decisions not tried"), kind: .warning)
    }
    let kind: Widgets.Frame.Message.Kind = account.obstacles.isEmpty ? .plain : .warning
    return Widgets.Frame.Message(
      title("第\(number)号：\(told)  未写入", "package \(number): \(told)  not written"), kind: kind)
  }

  package func draw(in canvas: inout Canvas, _ look: Look) {
    let areas = areas
    canvas.inside(areas.table) { table.draw(in: &$0, focused: progress == nil, source: rows, look: look) }
    if !areas.foot.isEmpty { canvas.inside(areas.foot) { drawFoot(in: &$0) } }
    if let progress {
      let heading =
        progress.isWriting
        ? title("正在收下 \(source)", "Applying \(source)") : title("正在核对 \(source)", "Looking through \(source)")
      progress.box(heading, now: now()).draw(in: &canvas, look: look)
    }
  }

  private func drawFoot(in canvas: inout Canvas) {
    canvas.fill(Rect(x: 0, y: 0, width: canvas.size.width, height: 1), "─", style: .line)
    guard let account else { return }
    func name(_ region: String) -> String { reference.name(.region, region, language) ?? region }
    let header = account.header
    var lines = current.map { decided($0).reasons(language, reference) } ?? []
    lines.append(
      Label(
        zh:
          "\(name(header.sender.region))的库 \(header.at.day.iso) 发出，\(account.entries)条历史；对方已收我们到第\(header.acknowledged)号",
        en:
          "from the library of \(name(header.sender.region)), \(header.at.day.iso), \(counted(account.entries, "entry", "entries")); they have ours up to \(header.acknowledged)"
      )[language])
    for (region, library) in account.homes.sorted(by: { $0.key < $1.key }) {
      lines.append(
        library == header.sender.id
          ? Label(zh: "\(name(region))今后由对方填报", en: "\(name(region)) is written there from now on")[language]
          : library == header.receiver
            ? Label(zh: "\(name(region))今后由本库填报", en: "\(name(region)) is written here from now on")[language]
            : Label(zh: "\(name(region))移交给别的库", en: "\(name(region)) goes to another library")[language])
    }
    if let looseness = account.looseness { lines.append(looseness[language]) }
    let room = max(0, canvas.size.width - 1)
    let wrapped = lines.flatMap { CleanText($0).wrapped(to: max(1, room)) }
    for (y, line) in wrapped.prefix(canvas.size.height - 1).enumerated() {
      canvas.put(line, x: 1, y: y + 1, width: room, style: .dim)
    }
  }

  package mutating func handle(_ event: Event, _ services: Services) throws -> [Effect] {
    if let progress {
      if event == .key(.escape) || event == .key(.control("c")) { progress.cancel() }
      return []
    }
    if case .open = table.handle(event, rows) { return try perform("incoming.open", services) }
    return []
  }
}
