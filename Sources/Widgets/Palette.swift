import Terminal

/// Every action of the screen by name: typed in Chinese, pinyin or English.
package struct Palette: Sendable {
  /// What came of an event.
  package enum Outcome: Hashable, Sendable {
    case ignored, handled, cancelled
    /// The id of an action; one that cannot be done now is answered by the action table with its reason.
    case run(String)
  }

  /// One line of it.
  package struct Entry: Hashable, Sendable {
    /// Permanent id.
    package let id: String
    /// What it is called.
    package let name: CleanText
    /// Shown dim at the right: its key, or why it cannot be done now.
    package let note: CleanText

    package init(id: String, name: CleanText, note: CleanText = .empty) {
      self.id = id
      self.name = name
      self.note = note
    }
  }

  /// Whether a query finds an entry; pinyin is the caller's business.
  package typealias Match = (_ entry: Entry, _ query: String) -> Bool

  /// The list, with what is typed into it.
  package private(set) var picker: Picker
  private let entries: [Entry]

  /// `match` says whether a query finds an entry; asked at each key, for every entry.
  package init(_ entries: [Entry], match: @escaping Match) {
    self.entries = entries
    picker = Picker(rows: 14, source: Self.source(entries, match))
  }

  private static func source(_ entries: [Entry], _ match: @escaping Match) -> Picker.Source {
    { query, range in
      let found = entries.filter { query.isEmpty || match($0, query) }
      return PickerPage(all: found.map { PickerItem(id: $0.id, label: $0.name, note: $0.note) }, range: range)
    }
  }

  /// Does what an event means here.
  package mutating func handle(_ event: Event, match: @escaping Match) -> Outcome {
    switch picker.handle(event, source: Self.source(entries, match)) {
    case .ignored: .ignored
    case .handled, .create: .handled
    case .cancelled: .cancelled
    case .chosen(let item): .run(item.id)
    }
  }

  /// Draws over the whole canvas, whatever its size.
  package func draw(in canvas: inout Canvas, look: Look) {
    let content = Size(width: 56, height: 15)
    Box.draw(Box.rect(content: content, in: canvas.size), title: look.words.palette, in: &canvas) {
      picker.draw(in: &$0, look: look)
    }
  }
}

extension ActionTable {
  /// The palette's entries: names with their key, or with the reason why not.
  package func paletteEntries(_ context: Context, _ look: Look) -> [Palette.Entry] {
    entries(context).map { entry in
      Palette.Entry(
        id: entry.id, name: entry.name(look.language),
        note: entry.disabled?(look.language) ?? entry.key?.name(look.language) ?? .empty)
    }
  }
}
