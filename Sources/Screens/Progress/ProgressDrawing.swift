import Domain
import Terminal
import UseCases
import Widgets

extension ProgressScreen {
  package func draw(in canvas: inout Canvas, _ look: Look) {
    canvas.fill(canvas.bounds)
    if size.height >= 4 { drawHeading(in: &canvas) }
    let areas = areas
    if !areas.table.isEmpty {
      canvas.inside(areas.table) { table.draw(in: &$0, focused: pane == .list, source: source, look: look) }
    }
    if !areas.title.isEmpty { canvas.inside(areas.title) { drawTitle(in: &$0) } }
    if !areas.form.isEmpty, project != nil {
      canvas.inside(areas.form) {
        form.draw(in: &$0, focused: pane == .report, hooks: desk.hooks(document), look: look)
      }
    }
    // The caret is in the list's place while the list has the keys.
    if pane == .list { canvas.caret = nil }
    if let picker { RegionChoices.draw(picker, in: &canvas, look) }
  }

  /// Quarter, region, how many are missing, and until when.
  private func drawHeading(in canvas: inout Canvas) {
    let width = canvas.size.width
    let due = Unreported.due(quarter, in: reference)
    let left = today.days(to: due)
    let place = RegionChoices.name(of: region, reference)
    let days =
      left >= 0
      ? Label(zh: "还有\(left)天", en: "\(counted(left, "day")) left")
      : Label(zh: "已过\(-left)天", en: "\(counted(-left, "day")) late")
    let deadline = Label(zh: "截止\(due.label.zh)，\(days.zh)", en: "due \(due.iso), \(days.en)")
    let shown = counts.map {
      Label(
        zh: "应报\($0.expected) 未报\($0.missing)", en: "\($0.expected) expected, \($0.missing) missing")
    }
    let title = Label(
      zh: "\(quarter.label.zh)进展  \(place.zh)  \(shown?.zh ?? "")",
      en: "Progress of \(quarter.label.en)  \(place.en)  \(shown?.en ?? "")")
    let tail = CleanText(deadline[language])
    let text = CleanText(title[language])
    canvas.put(text, x: 1, y: 0, width: max(0, width - 1), style: .heading)
    guard text.width + tail.width + 3 <= width else { return }
    canvas.put(tail, x: width - tail.width, y: 0, style: left < 0 ? .warning : .dim)
  }

  /// Whose report it is, and what was said of it the last time.
  private func drawTitle(in canvas: inout Canvas) {
    let width = canvas.size.width
    canvas.fill(Rect(x: 0, y: 0, width: width, height: 1), "─", style: .line)
    guard let project else { return }
    var parts = [project.name, project.derived.holderName]
    if let total = project.derived.investment {
      parts.append(Label(zh: "总投资 ", en: "total ")[language] + Unit.yuanWan.behind(total.fixed(0), language))
    }
    let text = CleanText(" " + parts.filter { !$0.isEmpty }.joined(separator: " · ") + " ")
    // That the typing is kept goes before the end of a long name.
    let kept: CleanText = isDirty ? CleanText(" " + keptText + " ") : .empty
    canvas.put(text.cut(to: max(0, width - 4 - kept.width)), x: 1, y: 0, style: .heading)
    if kept.width > 0 { canvas.put(kept, x: max(0, width - kept.width - 1), y: 0, style: .warning) }
    for (row, line) in lastLines.enumerated() where row + 1 < canvas.size.height {
      canvas.put(CleanText(line), x: 1, y: row + 1, width: max(0, width - 1), style: .dim)
    }
  }

  private var keptText: String {
    guard keptAt != nil else { return Label(zh: "未存的输入", en: "Unsaved typing")[language] }
    return Label(zh: "未存的输入，已留底", en: "Unsaved, kept")[language]
  }

  /// The last report in two lines.
  private var lastLines: [String] {
    guard let last = proposal?.last else {
      return [Label(zh: "从未报过进展", en: "No report so far")[language]]
    }
    let when = last.month.map { last.span == "month" ? $0.label : $0.quarter.label } ?? Label(zh: "", en: "")
    let pace = ProjectCodes.paces[last.pace]?.label ?? Label(zh: "", en: "")
    let money = last.invested.map { Unit.yuanWan.behind($0.fixed(0), language) } ?? "—"
    let total = last.investedSoFar.map { Unit.yuanWan.behind($0.fixed(0), language) } ?? "—"
    let first = Label(
      zh: "上次 \(when.zh): 本期 \(money) 累计 \(total) \(pace.zh)",
      en: "Last \(when.en): \(money) in it, \(total) so far, \(pace.en)")
    let second = [last.status, last.problem].filter { !$0.isEmpty }.joined(separator: "；")
    return [first[language], second]
  }

  package var status: Widgets.Frame.Message? {
    if let message { return Widgets.Frame.Message(CleanText(message.label[language]), kind: message.kind) }
    if pane == .report, let key = form.state.focus, let problem = form.problem(key) {
      return Widgets.Frame.Message(problem, kind: .warning)
    }
    guard let window, window.count > 0, picker == nil else { return nil }
    let place = Label(
      zh: "第\(thin(table.place.cursor + 1))项，共\(thin(window.count))项"
        + (proposal?.known == nil ? "  提议带自上次，只改变化的" : "  本季已报，可更正"),
      en: "No. \(thin(table.place.cursor + 1)) of \(thin(window.count))"
        + (proposal?.known == nil ? "  carried over: change what has changed" : "  reported; may be corrected"))
    return Widgets.Frame.Message(CleanText(place[language]))
  }

  package func explanation(_ services: Services) -> Question? {
    if pane == .report, let key = form.state.focus, let spec = desk.spec(key) {
      return Explanation.of(spec, desk.register)
    }
    return .show(
      title: Label(zh: "进展填报", en: "Progress reports"),
      text: Label(
        zh: "季末在建的在库项目每季报一次；上次所报带来作提议，只改变化的。\n截止日由省设定：sanku reference set settings report_due_day value=12。\n条件："
          + query.filter.sentence(desk.register, reference, .zh),
        en:
          "Members under way at the quarter's end report once a quarter; the last report is carried over as a proposal.\n"
          + "The province sets the due day: sanku reference set settings report_due_day value=12.\nCondition: "
          + query.filter.sentence(desk.register, reference, .en)))
  }
}
