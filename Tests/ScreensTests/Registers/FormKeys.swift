import Domain
import Testing
import UseCases

@testable import Screens

/// Goes about a form with Tab alone, as its user does.
extension Desk {
  /// The form in front.
  var form: FormScreen? { app.screen as? FormScreen }

  private struct NoSuchField: Error { let field: String }

  /// Tabs on, or back, until the cursor stands in a field, or in a child list as a whole.
  func to(_ field: String) throws {
    func isThere() -> Bool {
      guard let here = form?.form.state.focus?.field else { return false }
      return here == field || here.hasPrefix(field + ".")
    }
    for key in ["<Tab>", "<S-Tab>"] {
      for _ in 0..<120 {
        if isThere() { return }
        press(key)
      }
    }
    throw NoSuchField(field: field)
  }

  /// Types into one field after another.
  func fill(_ fields: (field: String, keys: String)...) throws {
    for (field, keys) in fields {
      try to(field)
      press(keys)
    }
  }

  /// A new row in a child list, its cells typed one after another from the first.
  func row(_ list: String, _ keys: String) throws {
    try to(list)
    press("<C-n>")
    press(keys)
  }

  /// Saves the form and closes it.
  func keep(sourceLocation: SourceLocation = #_sourceLocation) {
    press("<C-s>")
    #expect(frame.contains("已保存"), "\(frame)", sourceLocation: sourceLocation)
    press("<Esc>")
    #expect(form == nil, "\(frame)", sourceLocation: sourceLocation)
  }

  /// Goes to a tab, and there back to its first screen.
  @discardableResult
  func tab(_ digit: Int) -> String {
    press("\(digit)")
    for _ in 0..<8 where app.depth > 1 { press("q") }
    return frame
  }

  /// Goes down 台账 to a register and opens its list.
  func openRegister(_ name: String) {
    tab(7)
    press("g")
    for _ in 0..<40 {
      if (app.screen as? RegistersScreen)?.current?.register.label.zh == name { break }
      press("j")
    }
    press("<Enter>")
  }

  /// The only record of a register.
  func only<R: Record>(_ type: R.Type) throws -> R {
    let ids = try store.list(Query(register: R.schema.id)).ids(limit: 2)
    let id = try #require(ids.count == 1 ? ids.first : nil, "\(ids.count)")
    return R.schema.record(try #require(try store.read { try $0.document(R.schema.id, id) }))
  }

  /// Pages down until a text is seen.
  func finds(_ text: String) -> Bool {
    for _ in 0..<8 {
      if frame.contains(text) { return true }
      press("<PgDn>")
    }
    return frame.contains(text)
  }
}
