import Domain
import Terminal
import UseCases
import Widgets

extension LibraryScreen {
  package func draw(in canvas: inout Canvas, _ look: Look) {
    let areas = areas
    switch mode {
    case .filter(let builder):
      canvas.inside(canvas.bounds) { builder.draw(in: &$0, look) }
      return
    case .columns(let chooser):
      canvas.inside(canvas.bounds) { chooser.draw(in: &$0, look: look) }
      return
    case .list, .search: break
    }
    if areas.hasTree {
      canvas.inside(Rect(x: areas.tree.x, y: areas.tree.y, width: areas.tree.width - 1, height: areas.tree.height)) {
        tree.draw(in: &$0, focused: pane == .tree, look: look)
      }
      canvas.fill(Rect(x: areas.tree.maxX, y: 0, width: 1, height: areas.tree.height), "│", style: .line)
    }
    canvas.inside(areas.table) { table.draw(in: &$0, focused: pane == .table, source: source, look: look) }
    drawLine(areas, in: &canvas, look)
    canvas.inside(areas.preview) { LibraryPreview(self).draw(in: &$0, look) }
  }

  /// The line below the table: plain, or the search that is typed or in force.
  private func drawLine(_ areas: LibraryAreas, in canvas: inout Canvas, _ look: Look) {
    guard !areas.line.isEmpty else { return }
    canvas.fill(areas.line, "─", style: .line)
    if areas.hasTree, areas.line.width > areas.tree.maxX {
      canvas.put("┴", x: areas.tree.maxX, y: areas.line.y, style: .line)
    }
    let field: TextField
    var focused = false
    switch mode {
    case .search(let typed, _): (field, focused) = (typed, true)
    default:
      if filter.words.isEmpty { return }
      field = TextField(filter.words)
    }
    let x = areas.table.x
    canvas.put("/", x: x, y: areas.line.y, style: .accent)
    canvas.inside(Rect(x: x + 1, y: areas.line.y, width: min(40, areas.line.width - x - 1), height: 1)) {
      field.draw(in: &$0, focused: focused)
      // What is still searched for, until the first letter replaces it.
      if focused, field.text.isEmpty { $0.put(CleanText(filter.words), x: 0, y: 0, style: .dim) }
    }
  }

  package var status: Widgets.Frame.Message? {
    if case .columns = mode { return nil }
    let zh = language == .zh
    let region = reference.regions[filter.scope].map { LibraryTree.name($0, reference.regions, language) } ?? ""
    var parts = [" " + region]
    if let window {
      let all = window.count
      if countsAreDue || window.isSearching {
        let figure = thin(all) + (window.isWhole ? "" : "+")
        parts.append(zh ? "共\(figure) …" : "\(figure) in all …")
      } else if let members = counts.members {
        parts.append(zh ? "在库\(thin(members))" : "\(thin(members)) members")
        let others = counts.totals.count - members
        if others > 0 { parts.append(zh ? "不在库\(thin(others))" : "\(thin(others)) others") }
      } else {
        parts.append(zh ? "共\(thin(all))" : "\(thin(all)) in all")
      }
      if all > 0 {
        let place = thin(table.place.cursor + 1)
        parts.append(zh ? " 第\(place)项" : " no. \(place)")
      }
    }
    if !table.marked.isEmpty {
      parts.append(zh ? "已标记\(thin(table.marked.count))" : "\(thin(table.marked.count)) marked")
    }
    let sentence = filter.sentence(register, reference, language)
    if !sentence.isEmpty { parts.append((zh ? "筛选:" : "filter: ") + sentence) }
    let text = CleanText(parts.joined(separator: " "))
    // As many totals as there is room for beside what is counted.
    let tails = [sums.joined(separator: "  "), sums.first ?? ""].map { CleanText($0) }
    return Widgets.Frame.Message(text, tail: tails.first { text.width + $0.width + 1 < size.width } ?? .empty)
  }

  /// Totals of what the filter finds, with unit and basis in their names.
  private var sums: [String] {
    guard !countsAreDue else { return [] }
    return register.layout.totals.prefix(2).compactMap { id -> String? in
      guard let spec = register.field(id), let sum = counts.totals.sums[id], sum != .zero else { return nil }
      return spec.label[language] + " " + Self.shown(sum, spec.unit, language)
    }
  }

  /// An amount with its unit, money from a hundred million on in 亿元, in English always in millions.
  static func shown(_ amount: Amount, _ unit: Unit, _ language: Language) -> String {
    if unit == .yuanWan, language == .en { return millions(amount) }
    if unit == .yuanWan, language == .zh, amount >= Amount(10_000),
      let large = amount.divided(by: Amount(10_000))
    {
      return large.fixed(2) + " 亿元"
    }
    let whole = amount >= Amount(1000) ? amount.fixed(0) : amount.grouped
    return unit.behind(whole, language)
  }

  /// Money kept in 万元 as English counts it, to the unit that it is kept in.
  static func millions(_ amount: Amount) -> String {
    let millions = amount.times(1, over: 100) ?? amount
    return (millions >= Amount(1000) ? millions.fixed(0) : millions.fixed(2)) + " M CNY"
  }
}
