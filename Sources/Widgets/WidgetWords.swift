import Terminal

/// The few sentences that widgets say themselves; both presets are complete because every field must be given.
package struct WidgetWords: Hashable, Sendable {
  package let required: CleanText
  package let nothingHere: CleanText
  package let noMatch: CleanText
  package let noCandidate: CleanText
  package let createNew: CleanText
  package let addRow: CleanText
  package let gridHint: CleanText
  package let yes: CleanText
  package let no: CleanText
  package let cancel: CleanText
  package let ok: CleanText
  package let records: CleanText
  package let anyKey: CleanText
  package let perSecond: CleanText
  package let timeLeft: CleanText
  package let seconds: CleanText
  package let minutes: CleanText
  package let hours: CleanText
  package let escapeCancels: CleanText
  package let palette: CleanText
  package let help: CleanText
  package let search: CleanText
  package let filter: CleanText
  package let filterHint: CleanText
  package let addCondition: CleanText
  package let columns: CleanText
  package let columnsHint: CleanText
  package let sort: CleanText
  package let sortHint: CleanText
  package let otherKeys: CleanText
  package let today: CleanText

  /// In Chinese.
  package static let zh = WidgetWords(
    required: "必填", nothingHere: "没有记录", noMatch: "没有匹配", noCandidate: "没有匹配：请改输入，或Esc不选",
    createNew: "新建", addRow: "^N 加行", gridHint: "^N加行 ^D删行 ^↑↓移动", yes: "y是", no: "n否", cancel: "Esc取消", ok: "Enter确定",
    records: "条记录",
    anyKey: "按任意键继续", perSecond: "条/秒", timeLeft: "剩余", seconds: "秒", minutes: "分", hours: "小时",
    escapeCancels: "Esc取消，不留半截", palette: "命令", help: "帮助", search: "查找", filter: "筛选",
    filterHint: "Enter改 ^N加条件 ^D删条件 F9应用 Esc返回", addCondition: "加条件", columns: "列",
    columnsHint: "空格显示/隐藏 ^↑↓移动 Enter确定 Esc返回", sort: "排序",
    sortHint: "空格选列/升降 ^D去掉 Enter确定 Esc返回", otherKeys: "其他按键", today: "今天")

  /// In English.
  package static let en = WidgetWords(
    required: "required", nothingHere: "No records", noMatch: "No match",
    noCandidate: "No match: change it, or Esc to leave", createNew: "New", addRow: "^N adds a row",
    gridHint: "^N add ^D delete ^↑↓ move", yes: "y yes", no: "n no", cancel: "Esc cancel", ok: "Enter OK",
    records: "records", anyKey: "Press any key", perSecond: "records/s", timeLeft: "left", seconds: "s",
    minutes: "min", hours: "h", escapeCancels: "Esc cancels, nothing stays half done", palette: "Commands",
    help: "Help", search: "Search", filter: "Filter",
    filterHint: "Enter change ^N add ^D delete F9 apply Esc back", addCondition: "Add condition", columns: "Columns",
    columnsHint: "Space show/hide ^↑↓ move Enter OK Esc back", sort: "Sort",
    sortHint: "Space column/direction ^D drop Enter OK Esc back", otherKeys: "Other keys", today: "today")
}
