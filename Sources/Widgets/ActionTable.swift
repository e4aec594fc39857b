import Terminal

/// All actions of a screen in one list: keys, footer, palette, help and mouse targets are read from it.
package struct ActionTable<Context>: Sendable {
  /// In the order in which help lists them.
  package let actions: [Action<Context>]
  private let byKey: [Key: Int]

  /// Of two actions with one key the first has it; tests see to it that there are none.
  package init(_ actions: [Action<Context>]) {
    self.actions = actions
    var byKey: [Key: Int] = [:]
    for (index, action) in actions.enumerated() {
      for chord in action.allKeys where byKey[chord.key] == nil { byKey[chord.key] = index }
    }
    self.byKey = byKey
  }

  /// What pressing a key means at this moment.
  package enum Press: Hashable, Sendable {
    /// No action has this key.
    case none
    /// The action of this id is to be done.
    case run(String)
    /// The action exists and cannot be done now; the reason is said on the message line.
    case refused(Caption)
  }

  /// The action of a key, full-width letters counting as half-width ones.
  package func action(for key: Key) -> Action<Context>? {
    byKey[key.halfWidth].map { actions[$0] }
  }

  /// The action of an id.
  package func action(id: String) -> Action<Context>? {
    actions.first { $0.id == id }
  }

  /// What `key` does. `typing` leaves plain characters to the text field that has the focus.
  package func press(_ key: Key, _ context: Context, typing: Bool = false) -> Press {
    if typing, case .character = key { return .none }
    guard let action = action(for: key) else { return .none }
    if let reason = action.disabled(context) { return .refused(reason) }
    return .run(action.id)
  }

  /// What choosing an action by id does: the palette's and the mouse's way in.
  package func press(id: String, _ context: Context) -> Press {
    guard let action = action(id: id) else { return .none }
    if let reason = action.disabled(context) { return .refused(reason) }
    return .run(id)
  }

  /// This table with a person's keys, by action id.
  package func rebound(_ keys: [String: [KeyChord]]) -> ActionTable {
    ActionTable(actions.map { action in keys[action.id].map(action.bound) ?? action })
  }

  /// One line of the palette: everything that can be done, and why not where it cannot.
  package struct Entry: Hashable, Sendable {
    /// Permanent id.
    package let id: String
    /// What it is called.
    package let name: Caption
    /// The heading under which it stands.
    package let group: Caption
    /// The key that does it without the palette; nil where it has none.
    package let key: KeyChord?
    /// Why it cannot be done now; nil where it can.
    package let disabled: Caption?
  }

  /// All actions for the palette, those that can be done first.
  package func entries(_ context: Context) -> [Entry] {
    let all = actions.map {
      Entry(id: $0.id, name: $0.name, group: $0.group, key: $0.allKeys.first, disabled: $0.disabled(context))
    }
    return all.filter { $0.disabled == nil } + all.filter { $0.disabled != nil }
  }

  /// The help page: groups in the order of their first action, each action with all of its keys.
  package func helpLines(_ look: Look) -> [HelpLine] {
    var groups: [Caption] = []
    for action in actions where !groups.contains(action.group) { groups.append(action.group) }
    return groups.flatMap { group -> [HelpLine] in
      [HelpLine(heading: group(look.language))]
        + actions.filter { $0.group == group }.map { action -> HelpLine in
          // What has no key of its own is found among the commands.
          let keys: [KeyChord] = action.allKeys.isEmpty ? [":"] : action.allKeys
          return HelpLine(
            keys: CleanText(keys.map { $0.name(look.language).string }.joined(separator: " ")),
            text: action.name(look.language))
        }
    }
  }
}
