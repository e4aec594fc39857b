import Domain
import Foundation
import Terminal
import Testing
import UseCases
import Widgets

@testable import Screens

/// Opening a record, reading every field as if it had been left, and saving it changes nothing.
struct FormRoundTripTests {
  @Test func everyTextReadsBackAsItsValue() throws {
    let driver = try FormDriver()
    var maker = LibraryMaker(
      reference: driver.services.reference, seed: 7, today: driver.services.today, detail: .full)
    var made: [Document] = []
    try maker.make(projects: 40) { made.append($0) }
    var registers = RegisterMaker(
      made, reference: driver.services.reference, seed: 7, today: driver.services.today)
    made = registers.make(faults: true)
    made += maker.makeExhibits().flatMap(\.documents)
    for document in made {
      var form = try FormScreen.opened(document, original: document, base: 1, driver.services)
      let before = form.document
      for key in form.form.state.texts.keys {
        guard let spec = form.desk.spec(key), !spec.isDerived else { continue }
        let text = form.form.text(key)
        let value = try #require(try? form.desk.value(text, spec).get(), "\(document.register).\(key.field): \(text)")
        #expect(FormDesk.text(of: value) == text)
        form.apply(key, driver.services)
      }
      for list in form.lists { form.gather(list, driver.services) }
      form.deriveDocument(driver.services)
      #expect(form.document == before, "\(document.register) \(document["name"].plain)")
      #expect(!form.isDirty)
    }
    #expect(made.count > 40)
  }
}
