import Terminal

/// The few sentences that widgets say themselves; both presets are complete because every field must be given.
package struct WidgetWords: Hashable, Sendable {
  /// Before the count of required fields that are filled.
  package let required: CleanText
  /// A table or tree without rows.
  package let nothingHere: CleanText
  /// A search that finds no line of the help.
  package let noMatch: CleanText
  /// A picker that finds nothing and cannot make a new record.
  package let noCandidate: CleanText
  /// Before the text of which a new record would be made.
  package let createNew: CleanText
  /// In an empty child list.
  package let addRow: CleanText
  /// What can be done in a child list that has the focus.
  package let gridHint: CleanText
  /// The answers to a question, each with its key.
  package let yes: CleanText
  /// The answer no.
  package let no: CleanText
  /// Leaving without an answer.
  package let cancel: CleanText
  /// Taking what was typed or chosen.
  package let ok: CleanText
  /// Behind a count of records.
  package let records: CleanText
  /// Below a message that any key closes.
  package let anyKey: CleanText
  /// Below a message that is longer than its box.
  package let moreBelow: CleanText
  /// Behind the speed of long work.
  package let perSecond: CleanText
  /// Before the time that long work still takes.
  package let timeLeft: CleanText
  /// Behind a time under a minute.
  package let seconds: CleanText
  /// Behind a time under an hour.
  package let minutes: CleanText
  /// Behind a longer time.
  package let hours: CleanText
  /// Below long work: that it can be stopped, and what that leaves behind.
  package let escapeCancels: CleanText
  /// Over the palette.
  package let palette: CleanText
  /// Over the help.
  package let help: CleanText
  /// Before what is looked for.
  package let search: CleanText
  /// Over the filter.
  package let filter: CleanText
  /// What can be done in the filter.
  package let filterHint: CleanText
  /// The line of the filter under its conditions.
  package let addCondition: CleanText
  /// Over the choice of columns.
  package let columns: CleanText
  /// What can be done there.
  package let columnsHint: CleanText
  /// Over the choice of an order.
  package let sort: CleanText
  /// What can be done there.
  package let sortHint: CleanText
  /// Over keys of the help that no group claims.
  package let otherKeys: CleanText
  /// At a chart's line of today.
  package let today: CleanText

  /// In Chinese.
  package static let zh = WidgetWords(
    required: "必填", nothingHere: "没有记录", noMatch: "没有匹配", noCandidate: "没有匹配：请改输入，或Esc不选",
    createNew: "新建", addRow: "^N 加行", gridHint: "^N加行 ^D删行 ^↑↓移动", yes: "y是", no: "n否", cancel: "Esc取消", ok: "Enter确定",
    records: "条记录",
    anyKey: "按任意键继续", moreBelow: "↑↓看其余，其他键继续", perSecond: "条/秒", timeLeft: "剩余", seconds: "秒", minutes: "分",
    hours: "小时",
    escapeCancels: "Esc取消，不留半截", palette: "命令", help: "帮助", search: "查找", filter: "筛选",
    filterHint: "Enter改 ^N加条件 ^D删条件 F9应用 Esc返回", addCondition: "加条件", columns: "列",
    columnsHint: "空格显示/隐藏 ^↑↓移动 Enter确定 Esc返回", sort: "排序",
    sortHint: "空格选列/升降 ^D去掉 Enter确定 Esc返回", otherKeys: "其他按键", today: "今天")

  /// In English.
  package static let en = WidgetWords(
    required: "required", nothingHere: "No records", noMatch: "No match",
    noCandidate: "No match: change it, or Esc to leave", createNew: "New", addRow: "^N adds a row",
    gridHint: "^N add ^D delete ^↑↓ move", yes: "y yes", no: "n no", cancel: "Esc cancel", ok: "Enter OK",
    records: "records", anyKey: "Press any key", moreBelow: "↑↓ for the rest, any other key", perSecond: "records/s",
    timeLeft: "left", seconds: "s",
    minutes: "min", hours: "h", escapeCancels: "Esc cancels, nothing stays half done", palette: "Commands",
    help: "Help", search: "Search", filter: "Filter",
    filterHint: "Enter change ^N add ^D delete F9 apply Esc back", addCondition: "Add condition", columns: "Columns",
    columnsHint: "Space show/hide ^↑↓ move Enter OK Esc back", sort: "Sort",
    sortHint: "Space column/direction ^D drop Enter OK Esc back", otherKeys: "Other keys", today: "today")
}
