import Terminal

/// The languages that the program speaks.
package enum Language: String, Sendable, CaseIterable { case zh, en }

/// One sentence in both languages; a widget never holds one language alone.
package struct Caption: Hashable, Sendable {
  /// In Chinese.
  package let zh: CleanText
  /// In English.
  package let en: CleanText

  package init(zh: CleanText, en: CleanText) {
    self.zh = zh
    self.en = en
  }

  /// The sentence in `language`.
  package func callAsFunction(_ language: Language) -> CleanText {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}
