import Domain
import Terminal
import UseCases
import Widgets

/// The regions and groups that a screen can be looked at for, to be picked by name, code or pinyin.
enum RegionChoices {
  static func source(under own: String, _ reference: ReferenceTables, _ language: Language) -> Picker.Source {
    { typed, range in
      let search = SearchTokens.query(typed)
      let items = DashboardScope.choices(under: own, reference).compactMap { code -> PickerItem? in
        let name = name(of: code, reference)[language]
        guard search.matches(name) || (!typed.isEmpty && code.hasPrefix(typed)) else { return nil }
        return PickerItem(id: code, label: CleanText(name), note: CleanText(reference.regions[code] == nil ? "" : code))
      }
      return PickerPage(all: items, range: range)
    }
  }

  /// What a region, a group, or one without the other is called.
  static func name(of scope: String, _ reference: ReferenceTables) -> Label {
    DashboardScope(region: scope, quarter: Schedule.planStart.quarter).label(reference)
  }

  /// The box over the middle of the screen in which it is picked.
  static func draw(_ picker: Picker, in canvas: inout Canvas, _ look: Look) {
    let title = CleanText(look.language == .zh ? "看哪里" : "Look at")
    let content = Size(width: 44, height: picker.wantedHeight)
    Box.draw(Box.rect(content: content, in: canvas.size), title: title, in: &canvas) { canvas in
      picker.draw(in: &canvas, look: look)
    }
  }
}
