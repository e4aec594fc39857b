import Terminal

/// What every widget needs to draw: the language, its own few sentences in it, and whether charts keep to ASCII.
///
/// Lines and marks need no flag: the terminal sends a stand-in for each where it lacks them. Charts do, because half a
/// block has none.
package struct Look: Sendable {
  /// The language of the person.
  package let language: Language
  /// The widgets' own sentences in that language.
  package let words: WidgetWords
  /// Charts are drawn with ASCII alone.
  package let ascii: Bool

  /// A look in one language.
  package init(_ language: Language, ascii: Bool = false) {
    self.language = language
    self.ascii = ascii
    words = language == .zh ? .zh : .en
  }

  /// In Chinese.
  package static let zh = Look(.zh)
  /// In English.
  package static let en = Look(.en)
}
