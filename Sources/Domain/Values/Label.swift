/// A language the interface speaks.
package enum Language: String, CaseIterable, Sendable {
  case zh
  case en
}

/// A sentence or a name for people, in both languages.
package struct Label: Hashable, Sendable {
  /// The Chinese wording.
  package let zh: String
  /// The English wording.
  package let en: String

  /// Both wordings together, so that neither can be forgotten.
  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The wording in one language.
  package subscript(language: Language) -> String { language == .zh ? zh : en }
}

/// An English count of things, `1 warning` or `2 warnings`; `plural` where it is not the word with an s.
package func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(count) " + (count == 1 ? noun : plural ?? noun + "s")
}
