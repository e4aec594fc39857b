import Domain
import Widgets

/// The actions of the frame itself, the same on every screen.
package enum Common {
  /// Appended to every screen's own actions, which come first where both want a key.
  package static func actions<S: Screen>() -> [Action<S>] {
    let tabs = TabID.allCases.map { tab in
      Action<S>(
        "common.tab\(tab.rawValue)", name: caption("换屏：\(tab.label.zh)", "Go to \(tab.label.en)"), group: frame,
        keys: [KeyChord(.character(digit(tab)))], twin: KeyChord(.alt(digit(tab))))
    }
    return tabs + [
      Action("common.palette", name: caption("命令", "Commands"), group: frame, keys: [":"], twin: "^P", rank: 50),
      Action("common.help", name: caption("帮助", "Help"), group: frame, keys: ["?"], twin: "Alt-?", rank: 51),
      Action(
        "common.explain", name: caption("说明：含义、单位、条款", "Explain: meaning, unit, clause"),
        short: caption("说明", "explain"), group: frame, keys: ["F1"], twin: "Alt-e", rank: 62),
      Action(
        "common.back", name: caption("返回", "Back"), group: frame, keys: ["q"], twin: "Esc", rank: 52),
      Action("common.language", name: caption("中文/English", "中文/English"), group: frame, keys: ["Alt-l"]),
      Action("common.mouse", name: caption("鼠标开/关", "Mouse on/off"), group: frame, keys: ["Alt-m"]),
      Action("common.repaint", name: caption("重画屏幕", "Paint again"), group: frame, keys: ["^L"]),
      Action("common.quit", name: caption("退出", "Quit"), group: frame, keys: ["^Q"]),
    ]
  }

  /// A screen's table: its own actions and the frame's.
  package static func table<S: Screen>(_ own: [Action<S>]) -> ActionTable<S> { ActionTable(own + actions()) }

  static let frame = caption("通用", "Everywhere")

  private static func caption(_ zh: String, _ en: String) -> Caption { Label(zh: zh, en: en).caption }

  private static func digit(_ tab: TabID) -> Character { Character(String(tab.rawValue)) }
}
