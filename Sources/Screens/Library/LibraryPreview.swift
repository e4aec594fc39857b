import Domain
import Terminal
import UseCases
import Widgets

/// The two lines under the table about the record of the cursor.
struct LibraryPreview {
  let screen: LibraryScreen

  init(_ screen: LibraryScreen) {
    self.screen = screen
  }

  func draw(in canvas: inout Canvas, _ look: Look) {
    guard let document = screen.preview else { return }
    let width = canvas.size.width - 1
    canvas.put(first(document, width), x: 1, y: 0, width: width)
    guard document.register == Project.schema.id else {
      canvas.put(second(document), x: 1, y: 1, width: width, style: .dim)
      return
    }
    var x = 1
    for (text, style) in milestones(document) { x += canvas.put(text, x: x, y: 1, style: style) }
    let results = result(document)
    let left = max(0, width + 1 - x)
    // Where all of it has no room the figure goes without its name: the unit tells.
    if let shown = results.first(where: { $0.width <= left }) ?? results.last {
      canvas.put(shown, x: x, y: 1, width: left)
    }
  }

  private func text(_ document: Document, _ field: String) -> String {
    guard let spec = screen.register.field(field) else { return "" }
    return document[field].shown(spec.kind, screen.language, screen.reference)
  }

  /// What it is: title, holder, key, money.
  private func first(_ document: Document, _ width: Int) -> CleanText {
    let register = screen.register
    let title = text(document, register.titleField)
    var parts: [String] = []
    for field in ["holder_name", "product_field"] where register.field(field) != nil {
      let more = text(document, field)
      if !more.isEmpty, !title.hasPrefix(more) { parts.append(more) }
    }
    if register.keyField != register.titleField, register.id != EfficiencyLine.schema.id {
      parts.append(text(document, register.keyField))
    }
    var rest = Self.joined(parts)
    if case .amount(let amount) = document["investment"], let spec = register.field("investment") {
      let isEnglish = screen.language == .en && spec.unit == .yuanWan
      let shown = isEnglish ? LibraryScreen.millions(amount) : spec.unit.behind(amount.grouped, screen.language)
      let named = Self.joined(parts + [spec.label[screen.language] + " " + shown])
      // Where all of it has no room the sum goes without its name.
      rest = CleanText(title).width + named.width <= width ? named : Self.joined(parts + [shown])
    }
    // A long title gives way, down to a quarter.
    let name = CleanText(title)
    return name.cut(to: max(min(name.width, width / 4), min(name.width, width - rest.width))) + rest
  }

  private static func joined(_ parts: [String]) -> CleanText {
    CleanText(parts.filter { !$0.isEmpty }.map { " · " + $0 }.joined())
  }

  /// Other registers: the columns that the table has no room for.
  private func second(_ document: Document) -> CleanText {
    let register = screen.register
    let columns = register.layout.columns.dropFirst().filter { $0.field != register.keyField }
    let fields = (columns.filter { !$0.isDefault } + columns.filter(\.isDefault)).map(\.field)
    let parts = fields.compactMap { id -> String? in
      guard let spec = register.field(id), !document[id].isEmpty else { return nil }
      return spec.label[screen.language] + " " + spec.unit.behind(text(document, id), screen.language)
    }
    return CleanText(parts.joined(separator: "  "))
  }

  /// From when to when, and each milestone: done ●, open ○.
  private func milestones(_ document: Document) -> [(CleanText, Style)] {
    let start = text(document, "start_month")
    let end = text(document, "deadline")
    var parts: [(CleanText, Style)] = []
    if !start.isEmpty || !end.isEmpty { parts.append((CleanText("\(start)→\(end)  "), .dim)) }
    for row in document.children["milestones"] ?? [] {
      guard let stage = row["stage"].text else { continue }
      let done = row["actual"].day != nil
      let late = !done && (row["planned"].day.map { $0 < screen.today } ?? false)
      let name = ProjectCodes.shortMilestones[stage]?[screen.language] ?? stage
      parts.append((CleanText(name + (done ? "●" : "○") + " "), late ? .warning : done ? .text : .dim))
    }
    return parts
  }

  /// What it brings, saving, else substitution by renewables: with its name, and shorter.
  private func result(_ document: Document) -> [CleanText] {
    for field in ["saving", "renewable_substitution"] {
      guard case .amount(let amount) = document[field], let spec = screen.register.field(field) else { continue }
      let short = field == "saving" ? Label(zh: "预期节能", en: "saves") : Label(zh: "替代", en: "substitutes")
      let name = short[screen.language]
      let whole = LibraryColumns.isWhole(spec.unit, amount) ? amount.fixed(0) : amount.grouped
      let shown = spec.unit.behind(whole, screen.language)
      return [CleanText("  \(name) \(shown)"), CleanText(" \(shown)")]
    }
    return []
  }
}
