/// Sheets that this program puts beside the records of a workbook, and that nobody takes in.
package enum OwnSheets {
  /// The long choice lists.
  package static let choices = Label(zh: "选项", en: "Choices")
  /// What is to be written into an entry sheet.
  package static let notes = Label(zh: "填写说明", en: "How to fill")

  /// Whether a sheet is called as one of them.
  package static func has(_ name: String) -> Bool {
    [choices.zh, choices.en, notes.zh, notes.en].contains(name)
  }
}
