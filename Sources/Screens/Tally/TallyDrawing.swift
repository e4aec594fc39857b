import Domain
import Terminal
import UseCases
import Widgets

extension TallyScreen {
  /// The heading, the table, and below it a line, what is under the cursor, and what was corrected.
  var areas: (table: Rect, below: Rect) {
    let all = Rect(x: 0, y: 0, width: size.width, height: size.height)
    let (_, rest) = all.splitTop(size.height >= 4 ? 1 : 0)
    let (table, below) = rest.splitBottom(size.height >= 8 ? belowHeight : 0)
    return (table, below)
  }

  private var belowHeight: Int { corrections == nil ? 2 : 3 }

  package func draw(in canvas: inout Canvas, _ look: Look) {
    canvas.fill(canvas.bounds)
    if size.height >= 4 { drawHeading(in: &canvas) }
    canvas.inside(areas.table) { table.draw(in: &$0, focused: true, source: source, look: look) }
    canvas.inside(areas.below) { drawBelow(in: &$0) }
    if let picker { RegionChoices.draw(picker, in: &canvas, look) }
  }

  /// Quarter, scope, how far it is locked and who has not reported; keys that turn the table, where there is room.
  private func drawHeading(in canvas: inout Canvas) {
    let width = canvas.size.width
    guard let tally else { return }
    if let asOf {
      // A banner over the whole line: nobody takes the past for the present.
      let banner = Label(
        zh: " 历史视图：\(asOf.label.zh)结束时的 \(query.quarter.label.zh) \(tally.scope.zh)  明细为现状  y或Esc回到现在",
        en: " As it was at the end of \(asOf.iso): \(query.quarter.label.en) \(tally.scope.en)  y or Esc: now")
      canvas.fill(Rect(x: 0, y: 0, width: width, height: 1), style: Style(.warning, reverse: true))
      canvas.put(CleanText(banner[language]), x: 0, y: 0, width: width, style: Style(.warning, reverse: true))
      return
    }
    let edition = query.edition == .annual ? "  " + query.edition.label[language] : ""
    var text =
      query.quarter.label[language] + edition + "  " + tally.scope[language] + "  " + tally.lock.label[language]
    let late = tally.columns.filter { $0.part == .region && missing(in: $0) > 0 }
    if !late.isEmpty {
      let names = late.prefix(3).map(\.label.zh).joined(separator: "、") + (late.count > 3 ? "等\(late.count)地" : "")
      text += Label(zh: "(\(names)未报)", en: " (\(late.count) with missing reports)")[language]
    }
    if query.by != .region { text += "  " + query.by.label[language] }
    let keys = CleanText(
      Label(zh: "d差异 v分项 m年度/累计 [ ]季", en: "d change v parts m span [ ] quarter")[language])
    let title = CleanText(text)
    canvas.put(title, x: 1, y: 0, width: max(0, width - 1), style: .heading)
    if title.width + keys.width + 3 <= width { canvas.put(keys, x: width - keys.width, y: 0, style: .dim) }
  }

  /// The counting rule of what is under the cursor, with its clause.
  private func drawBelow(in canvas: inout Canvas) {
    let size = canvas.size
    var y = 0
    if let corrections, size.height > 2 {
      canvas.put(CleanText(corrections[language]), x: 1, y: y, width: max(0, size.width - 1), style: .warning)
      y += 1
    }
    canvas.fill(Rect(x: 0, y: y, width: size.width, height: 1), "─", style: .line)
    guard size.height > y + 1, let row else { return }
    canvas.put(CleanText(rule(row)), x: 1, y: y + 1, width: max(0, size.width - 1))
  }

  private func rule(_ row: Tally.Row) -> String {
    let indicator = row.indicator
    let colon = language == .zh ? "：" : ": "
    if case .none(let reason)? = cell?.content { return indicator.label[language] + colon + reason[language] }
    let clause = Label(zh: "。条款 \(indicator.clause)", en: ". Clause \(indicator.clause)")[language]
    return indicator.label[language] + colon + indicator.rule[language] + (indicator.clause.isEmpty ? "" : clause)
  }

  /// What has changed in a locked quarter since its lock, of the whole scope.
  var corrections: Label? {
    guard let tally else { return nil }
    let changed = tally.rows.compactMap { row -> (Indicator, Amount)? in
      let change = row.cells[0].corrected.cumulative
      return change == .zero ? nil : (row.indicator, change)
    }
    guard !changed.isEmpty else { return nil }
    func text(_ language: Language) -> String {
      let words = TallyWords(language: language, span: .cumulative)
      return changed.prefix(3).map { indicator, change in
        let sign = change > .zero ? "+" : ""
        return "\(indicator.label[language]) \(sign)\(words.amount(change, indicator))\(indicator.unit[language])"
      }.joined(separator: language == .zh ? "，" : ", ")
    }
    return Label(
      zh: "\(query.quarter.label.zh)锁定后更正 \(changed.count)处: \(text(.zh))",
      en: "Corrected since \(query.quarter.label.en) was locked: \(text(.en))")
  }

  package var status: Widgets.Frame.Message? {
    guard picker == nil, let tally, let row, let column else { return nil }
    let words = TallyWords(language: language, span: span)
    var parts: [String] = []
    parts.append(column.part == .whole ? tally.scope[language] : column.label[language])
    if let cell {
      if let standing = words.standing(cell), let target = standing.target {
        var text = Label(zh: "目标 \(target.grouped)", en: "target \(target.grouped)")[language]
        if let share = standing.share, !row.indicator.isRatio { text += " \(share.percent)%" }
        if let due = standing.due, !row.indicator.isRatio {
          text += Label(zh: " 序时 \(due.fixed(0))", en: " due \(due.fixed(0))")[language]
        }
        if let pace = standing.pace { text += " " + pace.label[language] }
        if let forecast = standing.forecast { text += " →\(forecast.fixed(0))" }
        if row.indicator.isRatio, let gap = standing.gap { text += " " + Indicator.pointsMissing(gap)[language] }
        parts.append(text)
      }
      if cell.late != .zero {
        let late = words.amount(cell.late, row.indicator)
        parts.append(Label(zh: "其中补报上季 \(late)", en: "late for locked quarters \(late)")[language])
      }
      if let coverage = cell.coverage { parts.append(coverage[language]) }
      if case .fields(_, _, let lowest?) = cell.content {
        parts.append(Label(zh: "最低 \(lowest.code)", en: "lowest \(lowest.code)")[language])
      }
    }
    let count = missing(in: column)
    guard count > 0 else { return Widgets.Frame.Message(CleanText(parts.joined(separator: "  "))) }
    let names = (missingNames?.region == column.id ? missingNames?.names : nil) ?? []
    parts.append(
      Label(zh: "未报进展 \(count)项", en: "\(count) reports missing")[language]
        + (names.isEmpty
          ? "" : ": " + names.map { String($0.prefix(6)) + ($0.count > 6 ? "…" : "") }.joined(separator: " ")))
    let due = Unreported.due(query.quarter, in: reference)
    return Widgets.Frame.Message(
      CleanText(parts.joined(separator: "  ")), kind: today > due ? .warning : .plain,
      tail: CleanText(Label(zh: "报送截止\(due.parts.month)月\(due.parts.day)日", en: "due \(due.iso)")[language]))
  }
}
