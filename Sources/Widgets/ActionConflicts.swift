import Terminal

extension ActionTable {
  /// What is wrong with the keys of the table, one sentence each; a test wants none.
  ///
  /// Movement letters are nobody's, ^A ^B belong to screen and tmux, ^H ^I ^J ^M ^[ are Backspace, Tab, Enter, Esc.
  package func conflicts() -> [String] {
    var found: [String] = []
    var owner: [Key: String] = [:]
    var ids: Set<String> = []
    for action in actions {
      if !ids.insert(action.id).inserted { found.append("\(action.id): id used twice") }
      for chord in action.allKeys {
        let name = chord.name.string
        if let other = owner[chord.key] { found.append("\(name): \(other) and \(action.id)") }
        owner[chord.key] = action.id
        switch chord.key {
        case .character(let character) where "jkhlgGnN".contains(character):
          found.append("\(name): \(action.id) takes a movement letter")
        case .character("\u{FFFD}"): found.append("\(action.id): names no key")
        case .control(let character) where "abhijm[".contains(character):
          found.append("\(name): \(action.id) takes a key that never arrives as itself")
        default: break
        }
      }
      if action.allKeys.isEmpty { continue }
      if !action.allKeys.contains(where: \.worksWithInputMethod) {
        found.append("\(action.id): no key works with an input method on")
      }
    }
    return found
  }
}
