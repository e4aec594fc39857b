import Domain
import Terminal
import Widgets

/// The sections of any register's form, from its layout alone.
struct FormSections {
  let items: FormItems

  init(_ items: FormItems) { self.items = items }

  func sections() -> [FormSection] {
    let register = items.desk.register
    let sections = register.layout.sections.enumerated().compactMap { section($1, String($0)) }
    let placed = Set(
      register.layout.sections.flatMap { section -> [String] in
        if case .lines(let lines) = section.content { return lines.flatMap { $0 } }
        return []
      })
    return sections + rest(besides: placed, id: "rest", Label(zh: "其他", en: "Other"))
  }

  /// Every field that can be filled and has no place yet, so that none is out of reach.
  func rest(besides placed: Set<String>, id: String, _ title: Label, where isWanted: (Part) -> Bool = { _ in true })
    -> [FormSection]
  {
    let left = items.desk.register.fields.filter {
      ($0.part == .declared || $0.part == .running) && isWanted($0.part) && !$0.isDerived && !placed.contains($0.id)
    }
    guard !left.isEmpty else { return [] }
    return [FormSection(id, CleanText(title[items.desk.language]), [.items(left.compactMap { items.item($0.id) })])]
  }

  func section(_ section: Layout.Section, _ id: String) -> FormSection? {
    let title = CleanText(section.label[items.desk.language])
    switch section.content {
    case .lines(let lines):
      let fields = lines.flatMap { line in
        line.enumerated().compactMap { index, field in items.item(field) { $0.startsLine = index == 0 } }
      }
      return FormSection(id, title, [.items(fields)])
    case .list(let list):
      guard let spec = items.desk.register.list(list), spec.part != .filing else { return nil }
      return FormSection(id, title, [.grid(items.grid(spec))])
    }
  }
}
