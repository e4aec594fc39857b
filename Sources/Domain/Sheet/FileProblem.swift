/// Why a file as a whole cannot be read, in words that say what to do.
package struct FileProblem: Error, Hashable, Sendable {
  /// What is wrong and what to do.
  package let message: Label

  /// The problem in both languages.
  package init(zh: String, en: String) { message = Label(zh: zh, en: en) }

  package init(_ message: Label) { self.message = message }
}
