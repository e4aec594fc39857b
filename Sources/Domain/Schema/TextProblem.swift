/// Why a text cannot be read as a field's value, in words that say what to do.
package struct TextProblem: Error, Hashable, Sendable {
  /// What is wrong and what to do.
  package let message: Label

  /// The problem in a sentence that no code elsewhere looks at.
  package init(zh: String, en: String) { message = Label(zh: zh, en: en) }

  package init(_ message: Label) { self.message = message }
}
