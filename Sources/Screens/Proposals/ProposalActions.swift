import Domain
import Terminal
import UseCases
import Widgets

/// What can be done with proposals.
enum ProposalActions {
  static let table: ActionTable<ProposalScreen> = Common.table([
    act("proposal.open", "打开", "Open", ["Enter"], rank: 1, disabled: noRow),
    act("proposal.mark", "标记", "Mark", ["Space"], rank: 2, disabled: notTaken),
    act(
      "proposal.markAll", "全部标记", "Mark all", ["*"], twin: "Alt-a", short: ("全标", "all"), rank: 3, disabled: notTaken),
    act(
      "proposal.take", "采纳标记的", "Take up the marked", ["A"], twin: "F9", short: ("采纳", "take up"), rank: 4,
      disabled: notTaken),
  ])

  private static let act = ActionMaker<ProposalScreen>("建议", "Proposals")

  private static let noRow: @Sendable (ProposalScreen) -> Caption? = { screen in
    screen.row == nil ? Label(zh: "没有建议", en: "Nothing is proposed").caption : nil
  }
  private static let notTaken: @Sendable (ProposalScreen) -> Caption? = { screen in
    guard screen.isTakenUp else {
      return Label(zh: "服务商由企业自选；Enter 看详情", en: "The enterprise chooses; Enter shows the provider").caption
    }
    return noRow(screen)
  }
}

extension ProposalScreen {
  /// The marked ones, else the one under the cursor.
  private var chosen: [RecordID] {
    let ids = rows.map(\.id).filter { marked.contains($0) }
    return ids.isEmpty ? [row?.id].compactMap { $0 } : ids
  }

  package mutating func perform(_ action: String, _ services: Services) throws -> [Effect] {
    switch action {
    case "proposal.open": return open(services)
    case "proposal.mark":
      guard let row else { return [] }
      if marked.remove(row.id) == nil { marked.insert(row.id) }
      cursor += 1
      settle()
    case "proposal.markAll": marked = Set(rows.map(\.id))
    case "proposal.take": return [ask()]
    default: break
    }
    return []
  }

  private func open(_ services: Services) -> [Effect] {
    guard let row, let register = Registers.named(row.register) else { return [] }
    return [.open(RecordScreen(register, row.id, tab: tab, services))]
  }

  private func ask() -> Effect {
    let count = chosen.count
    switch purpose {
    case .inspections(let year, _):
      return .ask(
        "take",
        .input(
          title: Label(
            zh: "\(count)家列入\(year)年监察名单：文号（可不填）",
            en: "List \(counted(count, "enterprise")) for \(year): document number"),
          text: ""))
    case .experts, .providers:
      return .ask(
        "take",
        .confirm(
          title: Label(zh: "分派评审", en: "Ask for opinions"),
          text: Label(
            zh: "请\(count)位专家评审，\(AssignExperts.days)天内提交？",
            en: "Ask \(counted(count, "expert")) for an opinion within \(AssignExperts.days) days?"),
          yes: Label(zh: "分派", en: " ask")))
    }
  }

  package mutating func answer(_ answer: Answer, to question: String, _ services: Services) throws -> [Effect] {
    guard question == "take" else { return [] }
    let ids = chosen
    switch (purpose, answer) {
    case (.inspections(let year, _), .text(let number)):
      let wanted = inspections.filter { ids.contains($0.enterprise) }
      let made = try ListInspections.run(
        wanted, year: year, document: number, in: services.store, as: services.environment)
      marked = []
      try refresh(services)
      return [
        .say(
          Label(
            zh: "已列入\(made.count)家，在节能监察台账", en: "\(counted(made.count, "enterprise")) listed, among the inspections"),
          .good)
      ]
    case (.experts(let project), .yes):
      let made = try AssignExperts.run(ids, for: project, in: services.store, as: services.environment)
      marked = []
      try refresh(services)
      return [
        .say(
          Label(zh: "已请\(made.count)位专家评审", en: "\(counted(made.count, "expert")) asked for an opinion"), .good)
      ]
    default: return []
    }
  }

  package mutating func handle(_ event: Event, _ services: Services) throws -> [Effect] {
    switch event {
    case .key(.up), .key(.character("k")): cursor -= 1
    case .key(.down), .key(.character("j")): cursor += 1
    case .key(.pageUp): cursor -= pageRows
    case .key(.pageDown): cursor += pageRows
    case .key(.home), .key(.character("g")): cursor = 0
    case .key(.end), .key(.character("G")): cursor = rows.count - 1
    case .mouse(let mouse):
      switch mouse.action {
      case .wheelUp: cursor -= 3
      case .wheelDown: cursor += 3
      case .press, .doublePress:
        let place = topRow + mouse.point.y - 1
        guard mouse.point.y > 0, mouse.point.y <= pageRows, rows.indices.contains(place) else { return [] }
        cursor = place
        if mouse.action == .doublePress { return open(services) }
      }
    default: break
    }
    settle()
    return []
  }

  package func draw(in canvas: inout Canvas, _ look: Look) {
    canvas.fill(canvas.bounds)
    let width = canvas.size.width
    canvas.put(CleanText(title[language]), x: 1, y: 0, width: max(0, width - 1), style: .heading)
    if rows.isEmpty {
      let said = Label(zh: "没有合适的建议", en: "Nothing fits")
      canvas.put(CleanText(said[language]), x: 1, y: 1, width: max(0, width - 1), style: .dim)
      return
    }
    for (y, place) in (topRow..<rows.count).prefix(pageRows).enumerated() { draw(rows[place], place, y + 1, &canvas) }
    guard reasonRows > 0, let row else { return }
    let y = canvas.size.height - reasonRows
    canvas.fill(Rect(x: 0, y: y, width: width, height: 1), "─", style: .line)
    let lines = row.reasons.flatMap { CleanText("· " + $0[language]).wrapped(to: max(4, width - 3)) }
    for (place, line) in lines.prefix(reasonRows - 1).enumerated() { canvas.put(line, x: 2, y: y + 1 + place) }
  }

  private func draw(_ row: Row, _ place: Int, _ y: Int, _ canvas: inout Canvas) {
    let width = canvas.size.width
    let isHere = place == cursor
    let style: Style = isHere ? .selected : .text
    if isHere {
      canvas.fill(Rect(x: 1, y: y, width: max(0, width - 1), height: 1), style: style)
      canvas.put("▌", x: 0, y: y, style: .accent)
    }
    canvas.put(marked.contains(row.id) ? "●" : " ", x: 1, y: y, style: Style(.mark))
    let title = min(34, max(0, width - 3))
    canvas.put(CleanText(row.title), x: 3, y: y, width: title, style: style)
    guard width > title + 6 else { return }
    canvas.put(CleanText(row.flag), x: 4 + title, y: y, width: 4, style: isHere ? style : .warning)
    canvas.put(CleanText(row.note), x: 9 + title, y: y, width: 8, style: isHere ? style : .accent)
    let first = row.reasons.map { $0[language] }.joined(separator: Label(zh: "；", en: "; ")[language])
    canvas.put(CleanText(first), x: 18 + title, y: y, width: max(0, width - 18 - title), style: isHere ? style : .dim)
  }
}
