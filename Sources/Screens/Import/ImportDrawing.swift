import Domain
import Terminal
import UseCases
import Widgets

/// How the three steps look.
extension ImportScreen {
  var areas: (table: Rect, foot: Rect) {
    let foot = size.height >= 10 && step != .files ? 4 : 0
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
      table.emptyMessage = title("这里没有 .xlsx 或 .csv 文件", "No .xlsx or .csv here")
    case .mapping:
      table.columns = [
        TableColumn("heading", title: title("列名", "Heading"), width: .flex(min: 14)),
        TableColumn("field", title: title("字段", "Field"), width: .flex(min: 14)),
        TableColumn("how", title: title("怎么认出", "How"), width: .fixed(12)),
        TableColumn("sample", title: title("内容", "Holds"), width: .flex(min: 12)),
      ]
      table.emptyMessage = nil
    case .account:
      table.columns = [
        TableColumn("row", title: title("行", "Row"), width: .fixed(6), align: .right),
        TableColumn("taken", title: title("收", "✓"), width: .fixed(2)),
        TableColumn("kind", title: title("结果", "Result"), width: .fixed(language == .zh ? 8 : 12)),
        TableColumn("title", title: title("名称", "Name"), width: .flex(min: 16)),
        TableColumn("why", title: title("说明", "Why"), width: .flex(min: 20, weight: 2)),
      ]
      table.emptyMessage = title("没有这种行", "No such rows")
    }
    table.fit(areas.table.size)
  }

  mutating func showRows() {
    places = account.verdicts.indices.filter { place in
      let kind = account.verdicts[place].kind
      return shown.map { $0 == kind } ?? (kind != .same && kind != .skipped)
    }
    // Questions and problems first.
    if shown == nil {
      let rank: (ImportVerdict) -> Int = { verdict in
        switch verdict.kind {
        case .rejected: 0
        case .conflict: 1
        case .duplicate: 2
        default: verdict.errors > 0 ? 3 : 4
        }
      }
      places = places.enumerated().sorted { left, right in
        let (one, other) = (rank(account.verdicts[left.element]), rank(account.verdicts[right.element]))
        return one != other ? one < other : left.offset < right.offset
      }.map(\.element)
    }
    table.go(to: min(table.place.cursor, max(0, places.count - 1)), rows)
  }

  /// The rows of the table at this step.
  var rows: TableSource {
    switch step {
    case .files: return files.source
    case .mapping:
      let columns = sheet?.mapping.columns ?? []
      return TableSource(count: columns.count) { range in
        range.clamped(to: columns.indices).map { mappingRow($0, columns[$0]) }
      }
    case .account:
      let (places, verdicts) = (places, account.verdicts)
      return TableSource(count: places.count) { range in
        range.clamped(to: places.indices).map { accountRow(verdicts[places[$0]]) }
      }
    }
  }

  private func mappingRow(_ place: Int, _ column: SheetMapping.Column) -> TableRow {
    let field = column.path.flatMap { register.field(path: $0) }
    let heading = register.carrier(of: column)
    var name = heading?.told[language] ?? field?.label[language] ?? ""
    if let path = column.path, let dot = path.firstIndex(of: "."), let list = register.list(String(path[..<dot])) {
      name = "\(list.label[language])·\(name)"
    }
    if let year = register.year(of: column) { name += " \(year)" }
    let how: Label =
      switch column.path == nil ? nil : column.how {
      case .id, .label, .alias: Label(zh: "名称", en: "name")
      case .likeness: Label(zh: "相近，请核对", en: "likeness?")
      case nil:
        column.path != nil
          ? Label(zh: "已定", en: "settled")
          : column.isIdle || column.isLeftOut ? Label(zh: "不导入", en: "left out") : Label(zh: "未对应", en: "none")
      }
    let isDerived = sheet?.isDerived(column) == true
    let isOpen = column.how == .likeness || column.path == nil && !column.isIdle && !column.isLeftOut
    if let power = column.power, power != 0 { name += " ×10^\(power)" }
    let sample = sheet?.samples.lazy.map { $0[place] }.first { !$0.isEmpty } ?? ""
    return TableRow(
      id: "\(place)",
      cells: [
        TableCell(CleanText(column.heading)), TableCell(CleanText(name)),
        TableCell(
          CleanText((isDerived ? Label(zh: "推算，不导入", en: "worked out") : how)[language]),
          style: isOpen ? .warning : .dim),
        TableCell(CleanText(sample), style: .dim),
      ])
  }

  private func accountRow(_ verdict: ImportVerdict) -> TableRow {
    let isMended = mended.contains(verdict.number)
    let kind = isMended ? Label(zh: "已补正", en: "mended") : verdict.kind.label
    let style: Style? =
      switch verdict.kind {
      case .rejected: isMended ? Style(.good) : .error
      case .conflict, .duplicate: .warning
      case .new, .changed: verdict.errors > 0 ? .warning : nil
      default: nil
      }
    let taken = isMended ? "" : isTaken(verdict) ? "✓" : ""
    return TableRow(
      id: "\(verdict.number)",
      cells: [
        TableCell(CleanText(verdict.place == nil ? "\(verdict.number)" : "")), TableCell(CleanText(taken)),
        TableCell(CleanText(kind[language]), style: style),
        TableCell(CleanText(verdict.title.isEmpty ? verdict.key : verdict.title)), TableCell(CleanText(why(verdict))),
      ])
  }

  /// Why a row is what it is, in a line.
  func why(_ verdict: ImportVerdict) -> String {
    if case .into(let record) = decisions[verdict.number] {
      let match = verdict.matches.first { $0.record == record }
      let known = Label(
        zh: "认作“\(match?.title ?? "")”（\(match?.key ?? "")）", en: "is “\(match?.title ?? "")” (\(match?.key ?? ""))")
      let reason = verdict.kind == .duplicate ? [] : verdict.reasons.map { $0.message[language] }
      return ([known[language]] + reason + verdict.changes.map(change)).joined(separator: language == .zh ? "，" : ", ")
    }
    let place = verdict.place.map { $0[language] + (language == .zh ? "：" : ": ") } ?? ""
    let reason = verdict.reason[language]
    if !reason.isEmpty { return place + reason }
    // What is wrong with the record comes before what is new in it.
    let finding = verdict.finding.map { [$0[language]] } ?? []
    return place + (finding + verdict.changes.map(change)).joined(separator: language == .zh ? "，" : ", ")
  }

  private func change(_ change: ImportVerdict.Change) -> String { change.told(register, language, reference) }

  /// All that is to be said of a row.
  func detail(_ verdict: ImportVerdict) -> Label {
    let sheet = account.remarks.map { $0[language] }
    var lines = ["\(verdict.kind.label[language])  \(verdict.title)  \(verdict.key)"]
    lines += verdict.reasons.map { $0.message[language] }
    lines += verdict.matches.map { $0.label[language] }
    if let count = verdict.findingCount {
      let rest = verdict.errors + verdict.warnings - verdict.findings.count
      lines += [count[language]] + verdict.findings.map { $0[language] }
      if rest > 0, !verdict.findings.isEmpty { lines.append(Label(zh: "还有\(rest)个", en: "\(rest) more")[language]) }
    }
    lines += verdict.changes.map(change)
    if !sheet.isEmpty { lines += ["", Label(zh: "全表：", en: "The whole sheet:")[language]] + sheet }
    let text = lines.joined(separator: "\n")
    return Label(zh: text, en: text)
  }

  package func draw(in canvas: inout Canvas, _ look: Look) {
    let areas = areas
    canvas.inside(areas.table) { table.draw(in: &$0, focused: picker == nil, source: rows, look: look) }
    if !areas.foot.isEmpty { canvas.inside(areas.foot) { drawFoot(in: &$0) } }
    if let picker {
      let height = min(picker.wantedHeight, max(0, size.height - 2))
      let width = min(60, size.width)
      let rect = Rect(
        x: max(0, (size.width - width) / 2), y: max(0, (size.height - height) / 2), width: width, height: height)
      canvas.inside(rect) { picker.draw(in: &$0, look: look) }
    }
    if let progress {
      let title =
        progress.isWriting
        ? Label(zh: "正在写入 \(source)", en: "Writing \(source)")
        : Label(zh: "正在核对 \(source)", en: "Looking through \(source)")
      progress.box(CleanText(title[language]), now: now()).draw(in: &canvas, look: look)
    }
  }

  private func drawFoot(in canvas: inout Canvas) {
    canvas.fill(Rect(x: 0, y: 0, width: canvas.size.width, height: 1), "─", style: .line)
    var lines: [String] = []
    if step == .account {
      if let current { lines = [why(current)].filter { !$0.isEmpty } }
      lines += account.remarks.map { $0[language] }
    } else {
      lines = sheet?.remarks.map { $0[language] } ?? []
      let samples = sheet?.samples.map { $0[table.place.cursor] }.filter { !$0.isEmpty } ?? []
      if !samples.isEmpty { lines.insert(samples.joined(separator: " | "), at: 0) }
    }
    let room = max(0, canvas.size.width - 1)
    let wrapped = lines.flatMap { CleanText($0).wrapped(to: max(1, room)) }
    let rows = canvas.size.height - 1
    for (y, line) in wrapped.prefix(rows).enumerated() {
      canvas.put(line, x: 1, y: y + 1, width: room, style: .dim)
    }
    if wrapped.count > rows, step == .account {
      let more = CleanText(
        Label(zh: " …还有\(wrapped.count - rows)行，Enter看", en: " … \(wrapped.count - rows) more: Enter")[language])
      canvas.put(more, x: max(1, canvas.size.width - more.width), y: rows, width: more.width, style: .dim)
    }
  }

  package mutating func handle(_ event: Event, _ services: Services) throws -> [Effect] {
    if let progress {
      if event == .key(.escape) || event == .key(.control("c")) { progress.cancel() }
      return []
    }
    if picker != nil {
      handlePicker(event)
      return []
    }
    if case .open = table.handle(event, rows) { return try perform("import.open", services) }
    return []
  }
}
