import Domain
import Terminal
import UseCases
import Widgets

/// Offers back, at the start, what was typed and not saved: take it up, throw it away, or leave it for later.
package struct KeptTypingScreen: Screen {
  private var kept: [(slot: String, scratch: Scratch)]
  private var cursor = 0
  private var language: Language

  init(_ kept: [(slot: String, scratch: Scratch)], _ services: Services) {
    self.kept = kept
    language = services.language
  }

  /// Take up, throw away, leave for later.
  package static let actions: ActionTable<KeptTypingScreen> = Common.table([
    action("resume", "接着填", "Take it up again", "Enter", rank: 1),
    action("discard", "放弃", "Throw it away", "D", twin: "Delete", rank: 2),
    action("later", "以后再说", "Later", "Esc", rank: 3),
    action("up", "上移", "Up", "Up"),
    action("down", "下移", "Down", "Down"),
  ])

  private static func action(
    _ id: String, _ zh: String, _ en: String, _ key: KeyChord, twin: KeyChord? = nil, rank: Int? = nil
  ) -> Action<KeptTypingScreen> {
    Action(
      "kept." + id, name: Label(zh: zh, en: en).caption, group: Label(zh: "未存的输入", en: "Unsaved typing").caption,
      keys: [key], twin: twin, rank: rank)
  }

  package var tab: TabID { .mine }

  package var status: Widgets.Frame.Message? {
    Widgets.Frame.Message(
      CleanText(
        Label(zh: "上次有\(kept.count)份输入没有保存", en: "Left unsaved last time: \(counted(kept.count, "form"))")[language]),
      kind: .warning)
  }

  package mutating func perform(_ action: String, _ services: Services) throws -> [Effect] {
    switch action {
    case "kept.up": cursor = max(0, cursor - 1)
    case "kept.down": cursor = min(max(0, kept.count - 1), cursor + 1)
    case "kept.later": return [.back]
    case "kept.resume":
      guard kept.indices.contains(cursor) else { return [.back] }
      let form = try FormScreen.resumed(kept[cursor].scratch, slot: kept[cursor].slot, services)
      // The last one taken up leaves no empty list behind.
      return (kept.count == 1 ? [.back] : []) + [.open(form)]
    case "kept.discard":
      return [
        .ask(
          "discard",
          .confirm(
            title: Label(zh: "放弃未存的输入", en: "Throw the typing away"),
            text: Label(zh: "放弃后不能恢复。", en: "It cannot be brought back."), yes: Label(zh: "放弃", en: " throw away")))
      ]
    default: break
    }
    return []
  }

  package mutating func answer(_ answer: Answer, to question: String, _ services: Services) throws -> [Effect] {
    guard question == "discard", answer == .yes, kept.indices.contains(cursor) else { return [] }
    try services.scratch.discard(person: kept[cursor].slot)
    try refresh(services)
    return kept.isEmpty ? [.back] : []
  }

  package mutating func refresh(_ services: Services) throws {
    language = services.language
    kept = ScratchSlots.kept(services)
    cursor = min(cursor, max(0, kept.count - 1))
  }

  package func draw(in canvas: inout Canvas, _ look: Look) {
    canvas.fill(canvas.bounds)
    let width = canvas.size.width
    let title = Label(zh: "未存的输入：上次离开时还没有保存", en: "Unsaved typing from last time")
    canvas.put(CleanText(title[language]), x: 0, y: 0, width: width, style: .heading)
    for (index, entry) in kept.enumerated() where index + 2 < canvas.size.height {
      let isHere = index == cursor
      canvas.put(isHere ? "▌" : " ", x: 0, y: index + 2, style: .accent)
      canvas.put(line(entry.scratch), x: 2, y: index + 2, width: max(0, width - 2), style: isHere ? .selected : .text)
    }
    if kept.isEmpty {
      canvas.put(
        CleanText(Label(zh: "都已处理", en: "Nothing is left")[language]), x: 2, y: 2, width: max(0, width - 2), style: .dim
      )
    }
  }

  private func line(_ scratch: Scratch) -> CleanText {
    let register = Registers.named(scratch.document.register)
    let noun = register?.singular[language] ?? scratch.document.register
    let title = register.map { scratch.document[$0.titleField].plain } ?? ""
    let state =
      scratch.base == 0 ? Label(zh: "新建", en: "new")[language] : Label(zh: "修改", en: "changed")[language]
    return CleanText(
      [scratch.savedAt.local, state + noun, title.isEmpty ? Label(zh: "(无名称)", en: "(no name)")[language] : title]
        .joined(separator: "  "))
  }
}
