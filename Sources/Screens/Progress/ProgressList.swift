import Domain
import Terminal
import UseCases
import Widgets

/// The upper part: whose reports are expected.
extension ProgressScreen {
  /// What of a project is read for its row.
  static let read = ["name", "region", "last_reported", "invested", "investment", "pace", "open_problem", "next_due"]

  static func columns(_ language: Language) -> [TableColumn] {
    func column(_ id: String, _ zh: String, _ en: String, _ width: Int, _ align: Canvas.Alignment = .left)
      -> TableColumn
    {
      TableColumn(id, title: CleanText(Label(zh: zh, en: en)[language]), width: .fixed(width), align: align)
    }
    return [
      TableColumn("name", title: CleanText(Label(zh: "项目", en: "Project")[language]), width: .flex(min: 18)),
      column("region", "地区", "Region", 8),
      column("last_reported", "上次报告", "Last", 8),
      column("invested", "累计投资", "Invested", 9, .right),
      column("pace", "进度", "Pace", language == .zh ? 6 : 8),
      column("state", "本季", "Now", language == .zh ? 6 : 8),
    ]
  }

  /// The table's rows out of the window.
  var source: TableSource {
    guard let window else { return TableSource([]) }
    let (language, reference, quarter, kept) = (language, reference, quarter, kept)
    return TableSource(count: window.count) { places in
      window[places].map { Self.row($0, quarter, kept[$0.id] != nil, language, reference) }
    }
  }

  private static func row(
    _ row: ListRow, _ quarter: Quarter, _ isTyped: Bool, _ language: Language, _ reference: ReferenceTables
  ) -> TableRow {
    let last = row["last_reported"].day
    let isReported = (last ?? .first) >= quarter.lastDay
    let state =
      isTyped
      ? Label(zh: "未存", en: "unsaved")
      : isReported ? Label(zh: "已报", en: "reported") : Label(zh: "未报", en: "missing")
    let pace = row["pace"].text.flatMap { ProjectCodes.paces[$0]?.label[language] } ?? ""
    let isSlow = ["delayed", "stalled"].contains(row["pace"].text ?? "") || row["open_problem"].flag == true
    return TableRow(
      id: row.id.text,
      cells: [
        TableCell(CleanText(row["name"].plain)),
        TableCell(CleanText(reference.regions[row["region"].plain]?.shortName ?? "")),
        TableCell(CleanText(last.map { $0.quarter.text } ?? Label(zh: "从未", en: "never")[language])),
        TableCell(CleanText(row["invested"].amount?.fixed(0) ?? "")),
        TableCell(CleanText(pace), style: isSlow ? .warning : nil),
        TableCell(CleanText(state[language]), style: isTyped || !isReported ? .warning : Style(.good)),
      ])
  }

  /// Where the parts stand: a line of heading, the list, and below it the report where there is room for both.
  var areas: (table: Rect, title: Rect, form: Rect) {
    let all = Rect(x: 0, y: 0, width: size.width, height: size.height)
    let (_, below) = all.splitTop(size.height >= 4 ? 1 : 0)
    let none = Rect(x: 0, y: 0, width: 0, height: 0)
    // A low screen shows the part that has the keys.
    guard below.height >= 14 else {
      guard pane == .report, below.height >= 2 else { return (pane == .report ? none : below, none, below) }
      let (title, form) = below.splitTop(min(2, below.height - 1))
      return (none, title, form)
    }
    let (table, report) = below.splitBottom(min(10, below.height - 6))
    let (title, form) = report.splitTop(3)
    return (table, title, form)
  }
}
