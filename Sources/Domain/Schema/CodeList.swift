/// One choice of a code list: a permanent English id and its words.
package struct Code: Hashable, Sendable {
  /// Permanent, snake_case, unique in its list: what is stored and written to files.
  package let id: String
  /// Its words for people.
  package let label: Label
  /// The value of another field that this choice belongs to: a project kind belongs to one focus area.
  package let parent: String?

  /// A choice with its words in both languages.
  package init(_ id: String, _ zh: String, _ en: String, parent: String? = nil) {
    self.id = id
    label = Label(zh: zh, en: en)
    self.parent = parent
  }
}

/// A short closed list of choices, in the order people expect.
package struct CodeList: Hashable, Sendable {
  /// Permanent, snake_case; the data dictionary names the list by it.
  package let id: String
  /// In the order of the picker.
  package let codes: [Code]
  private let index: [String: Int]

  /// A list; two lists of one id are the same, and of two codes with one id the first stands.
  package init(_ id: String, _ codes: [Code]) {
    self.id = id
    self.codes = codes
    index = Dictionary(codes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package static func == (left: CodeList, right: CodeList) -> Bool { left.id == right.id }
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }

  /// The choice of an id; nil for one that the list has not.
  package subscript(_ id: String) -> Code? { index[id].map { codes[$0] } }

  /// Place of a code in the list, for sorting; unknown codes come last.
  package func position(of id: String) -> Int { index[id] ?? codes.count }

  /// The code that a person's words name: its id or its label in either language.
  package func named(_ words: String) -> Code? {
    self[words] ?? codes.first { $0.label.zh == words || $0.label.en.lowercased() == words.lowercased() }
  }
}
