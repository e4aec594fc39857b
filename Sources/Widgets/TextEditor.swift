import Terminal

/// A text being edited, by whole characters, with its cursor and its undo; every text field of the program is one.
///
/// What enters is cleaned, so the text can always be shown; line feeds stay only where there are several lines.
package struct TextEditor: Hashable, Sendable {
  /// What an event did: a change is to be kept, a move to be drawn.
  package enum Result: Sendable { case ignored, moved, changed }

  /// The text, a character a place.
  package private(set) var characters: [Character] = []
  /// The place before which the next character goes, 0 to `characters.count`.
  package private(set) var cursor = 0
  /// Line feeds may stand in it.
  package let multiline: Bool
  private var past: [Snapshot] = []
  private var run = Run.none

  private struct Snapshot: Hashable, Sendable {
    let text: String
    let cursor: Int
  }

  private enum Run: Hashable, Sendable { case none, typing(Int), erasing(Int) }

  /// Without a cursor it stands behind the text; one outside the text goes to its nearer end.
  package init(_ text: String = "", cursor: Int? = nil, multiline: Bool = false) {
    self.multiline = multiline
    set(text, "")
    self.cursor = min(max(0, cursor ?? characters.count), characters.count)
  }

  /// What has been typed.
  package var text: String { String(characters) }
  /// Nothing has been typed.
  package var isEmpty: Bool { characters.isEmpty }
  /// There is a step to take back.
  package var canUndo: Bool { !past.isEmpty }

  /// Puts the cursor before a character, and ends the run that one undo takes back.
  package mutating func move(to place: Int) {
    cursor = min(max(0, place), characters.count)
    run = .none
  }

  /// Puts text in at the cursor: typed, pasted or chosen; one undo takes it out again.
  package mutating func insert(_ text: String) {
    let typed = text.count == 1
    if typed, case .typing(let length) = run, length < 20 {
      run = .typing(length + 1)
    } else {
      remember()
      run = typed ? .typing(1) : .none
    }
    set(String(characters[..<cursor]) + text, String(characters[cursor...]))
  }

  /// Replaces everything; one undo brings the old text back.
  package mutating func replace(with text: String) {
    guard text != self.text else { return }
    remember()
    run = .none
    set(text, "")
  }

  /// Goes back one step; false when there is nothing to go back to.
  @discardableResult
  package mutating func undo() -> Bool {
    guard let last = past.popLast() else { return false }
    set(last.text, "")
    cursor = min(last.cursor, characters.count)
    run = .none
    return true
  }

  /// Does what an event means here.
  package mutating func handle(_ key: Key) -> Result {
    switch key {
    case .character(let character):
      let before = characters
      insert(String(character))
      return before == characters ? .moved : .changed
    case .left: return step(to: cursor - 1)
    case .right: return step(to: cursor + 1)
    case .home: return step(to: lineStart)
    case .end, .control("e"): return step(to: lineEnd)
    case .controlLeft, .alt("b"): return step(to: wordStart)
    case .controlRight, .alt("f"): return step(to: wordEnd)
    case .backspace: return erase(from: max(0, cursor - 1), to: cursor)
    case .delete: return erase(from: cursor, to: min(characters.count, cursor + 1))
    case .control("w"): return erase(from: wordStart, to: cursor)
    case .control("u"): return erase(from: lineStart, to: cursor)
    case .control("k"): return erase(from: cursor, to: lineEnd)
    default: return .ignored
    }
  }

  private mutating func step(to place: Int) -> Result {
    move(to: place)
    return .moved
  }

  private mutating func erase(from start: Int, to end: Int) -> Result {
    guard start < end else { return .moved }
    if end - start == 1, case .erasing(let length) = run, length < 20 {
      run = .erasing(length + 1)
    } else {
      remember()
      run = end - start == 1 ? .erasing(1) : .none
    }
    set(String(characters[..<start]), String(characters[end...]))
    return .changed
  }

  private mutating func remember() {
    past.append(Snapshot(text: text, cursor: cursor))
    if past.count > 200 { past.removeFirst() }
  }

  /// Joins what stands before and after the cursor, cleaned as a whole: neighbours may combine into one character.
  private mutating func set(_ before: String, _ after: String) {
    let head = clean(before)
    characters = Array(after.isEmpty ? head : clean(head + after))
    cursor = min(head.count, characters.count)
  }

  private func clean(_ raw: String) -> String {
    guard multiline else { return CleanText(raw).string }
    return raw.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
      .map { CleanText($0).string }.joined(separator: "\n")
  }

  private var lineStart: Int { (characters[..<cursor].lastIndex(of: "\n") ?? -1) + 1 }
  private var lineEnd: Int { characters[cursor...].firstIndex(of: "\n") ?? characters.count }

  /// Where the word before the cursor begins: a run of Han, of letters and digits, or of other marks.
  private var wordStart: Int {
    var place = cursor
    while place > 0, characters[place - 1].isWhitespace { place -= 1 }
    guard place > 0 else { return 0 }
    let kind = WordKind(characters[place - 1])
    while place > 0, WordKind(characters[place - 1]) == kind { place -= 1 }
    return place
  }

  private var wordEnd: Int {
    var place = cursor
    while place < characters.count, characters[place].isWhitespace { place += 1 }
    guard place < characters.count else { return place }
    let kind = WordKind(characters[place])
    while place < characters.count, WordKind(characters[place]) == kind { place += 1 }
    return place
  }

  private enum WordKind {
    case blank, han, letters, marks

    init(_ character: Character) {
      if character.isWhitespace {
        self = .blank
      } else if let scalar = character.unicodeScalars.first, scalar.properties.isIdeographic {
        self = .han
      } else {
        self = character.isLetter || character.isNumber ? .letters : .marks
      }
    }
  }
}
