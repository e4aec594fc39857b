import Domain
import Terminal

/// The history of a record in lines: who changed what, when, field by field, newest first.
struct RecordHistory {
  private let pages: RecordPages

  init(_ pages: RecordPages) {
    self.pages = pages
  }

  private var zh: Bool { pages.language == .zh }

  var lines: [RecordLine] {
    let entries = pages.content.entries
    let top = RecordLine.note(
      zh ? "共\(entries.count)次变动；Enter 看当时的记录" : counted(entries.count, "change") + "; Enter shows the record as it was"
    )
    return [top] + entries.enumerated().flatMap { index, entry in lines(entry, index) }
  }

  private func lines(_ entry: HistoryEntry, _ index: Int) -> [RecordLine] {
    var head = "\(entry.at.local)  \(entry.person)  \(entry.actionLabel[pages.language])"
    head += "  " + Self.name(entry.origin)[pages.language]
    if !entry.note.isEmpty { head += "  " + entry.note }
    let text = CleanText(head)
    var lines = [
      RecordLine(
        pieces: [
          .init(x: 1, text: text, width: min(text.width, pages.width - 1), style: .accent, target: .entry(index))
        ])
    ]
    // In the register's order, what the program worked out after what somebody wrote.
    let specs = pages.register.fields.filter { !$0.isCarried }
    for spec in specs.filter({ !$0.isDerived }) + specs.filter(\.isDerived) {
      guard let change = entry.changes.first(where: { $0.field == spec.id }) else { continue }
      lines += wrapped(spec.label[pages.language], change, spec)
    }
    for row in entry.rows { lines += self.lines(row) }
    return lines
  }

  private func lines(_ row: HistoryEntry.RowChange) -> [RecordLine] {
    guard let list = pages.register.list(row.list) else { return [] }
    let place = (row.after ?? row.before ?? 0) + 1
    let verb: Label =
      row.before == nil
      ? Label(zh: "新增", en: "added") : row.after == nil ? Label(zh: "删除", en: "removed") : Label(zh: "", en: "")
    let name = "\(list.label[pages.language])\(zh ? "" : " ")\(place) \(verb[pages.language])"
    if row.changes.isEmpty {
      let moved = row.before.map { "\($0 + 1) → \(place)" } ?? ""
      return [RecordLine(pieces: [.init(x: 4, text: CleanText(name + moved))])]
    }
    return row.changes.flatMap { change -> [RecordLine] in
      guard let spec = list.field(change.field) else { return [] }
      return wrapped(name + " " + spec.label[pages.language], change, spec)
    }
  }

  private func wrapped(_ name: String, _ change: HistoryEntry.Change, _ spec: FieldSpec) -> [RecordLine] {
    let blank = zh ? "(空)" : "(empty)"
    func shown(_ value: Value) -> String { value.isEmpty ? blank : pages.shown(value, spec) }
    let text: String
    if spec.isPrivate {
      text = zh ? "已改动（个人信息不显示）" : "changed (personal data is not shown)"
    } else if change.before.isEmpty {
      text = shown(change.after)
    } else {
      text = shown(change.before) + " → " + shown(change.after)
    }
    let label = CleanText(name)
    let x = min(4 + label.width + 2, max(6, pages.width / 2))
    return CleanText(text).wrapped(to: max(2, pages.width - x - 1)).enumerated().map { index, part in
      let value = RecordLine.Piece(x: x, text: part, style: .text)
      guard index == 0 else { return RecordLine(pieces: [value]) }
      return RecordLine(pieces: [.init(x: 4, text: label, width: x - 6, style: .dim), value])
    }
  }

  static func name(_ origin: HistoryEntry.Origin) -> Label {
    switch origin {
    case .host: Label(zh: "本机", en: "on the host")
    case .ssh: Label(zh: "远程", en: "over SSH")
    case .cli: Label(zh: "命令行", en: "command line")
    }
  }
}
