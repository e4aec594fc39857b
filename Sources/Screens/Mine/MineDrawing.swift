import Domain
import Terminal
import Widgets

extension MineScreen {
  package func draw(in canvas: inout Canvas, _ look: Look) {
    canvas.fill(canvas.bounds)
    for (y, line) in lines.dropFirst(top).prefix(canvas.size.height).enumerated() {
      draw(line, y: y, in: &canvas)
    }
  }

  private func draw(_ line: Line, y: Int, in canvas: inout Canvas) {
    let width = canvas.size.width
    let isHere = line == cursor
    switch line {
    case .heading(let index):
      let section = content.sections[index]
      let count = section.count.map { thin($0) } ?? "\(section.rows.count)+"
      canvas.fill(Rect(x: 0, y: y, width: width, height: 1), "─", style: .line)
      let title = CleanText(" " + section.label[language] + " ") + CleanText(count) + " "
      canvas.put(title.cut(to: max(0, width - 2)), x: 2, y: y, style: isHere ? .selected : .heading)
      if isHere { canvas.put("▌", x: 0, y: y, style: .accent) }
    case .nothing(let index):
      canvas.put(
        "✓ " + CleanText(content.sections[index].whenEmpty[language]), x: 2, y: y, width: max(0, width - 2), style: .dim
      )
    case .row(let index, let number):
      let row = content.sections[index].rows[number]
      if isHere { canvas.put("▌", x: 0, y: y, style: .accent) }
      let style: Style = isHere ? .selected : .text
      // The name gets what it needs, up to a half where the reason is long.
      let note = CleanText(row.note[language])
      let room = max(0, width - 3)
      let title = CleanText(row.title)
      let titleWidth = min(title.width, max(room - note.width - 2, room / 2))
      canvas.put(title, x: 2, y: y, width: room, style: style)
      let noteWidth = max(0, min(note.width, room - titleWidth - 2))
      canvas.put(CleanText.blanks(2), x: 2 + room - noteWidth - 2, y: y, width: min(2, noteWidth), style: style)
      canvas.put(
        note, x: 2 + room - noteWidth, y: y, width: noteWidth, align: .right,
        style: isHere ? style : row.isUrgent ? .warning : .dim)
      if title.width > room - noteWidth - 2 {
        canvas.put(title, x: 2, y: y, width: max(0, room - noteWidth - 2), style: style)
      }
    }
  }

  package func explanation(_ services: Services) -> Question? {
    let index: Int
    switch cursor {
    case .heading(let section), .row(let section, _), .nothing(let section): index = section
    }
    guard content.sections.indices.contains(index) else { return nil }
    let section = content.sections[index]
    let register = Registers.named(Project.schema.id)
    func text(_ language: Language) -> String {
      let lists = section.lists.map { list in
        register.map { list.filter.sentence($0, reference, language) } ?? ""
      }
      return lists.isEmpty
        ? Label(zh: "只有本人看得到。", en: "Only you see this.")[language]
        : Label(zh: "条件：", en: "Condition: ")[language] + lists.joined(separator: "\n")
    }
    return .show(title: section.label, text: Label(zh: text(.zh), en: text(.en)))
  }
}
