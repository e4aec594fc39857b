import Domain
import Widgets

/// Writes the actions of one screen as lines of a table: one group, its words in both languages.
struct ActionMaker<S: Screen>: Sendable {
  private let group: Caption

  /// What the group is called in the help and in the manual.
  init(_ zh: String, _ en: String) { group = Label(zh: zh, en: en).caption }

  /// One action; `short` is what the footer says, where `rank` gives it a place there.
  func callAsFunction(
    _ id: String, _ zh: String, _ en: String, _ keys: [KeyChord], twin: KeyChord? = nil,
    short: (zh: String, en: String)? = nil, rank: Int? = nil,
    disabled: @escaping @Sendable (S) -> Caption? = { _ in nil }
  ) -> Action<S> {
    Action(
      id, name: Label(zh: zh, en: en).caption, short: short.map { Label(zh: $0.zh, en: $0.en).caption }, group: group,
      keys: keys, twin: twin, rank: rank, disabled: disabled)
  }
}
