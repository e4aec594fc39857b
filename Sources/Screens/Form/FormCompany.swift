import Domain
import Terminal
import UseCases

/// Two people at one record: each form says that it is open, and sees who else's is.
extension FormScreen {
  /// Says that this form is open; a record that is new is nobody else's yet.
  mutating func sitDown(_ services: Services) {
    guard base > 0 else { return }
    if seat == nil { seat = services.forms.open(document.id, by: services.environment.actor.person) }
    company = services.forms.others(at: document.id)
  }

  package mutating func left() {
    seat?.leave()
    seat = nil
  }

  package mutating func lookAround(_ services: Services) {
    guard base > 0 else { return }
    let before = company
    company = services.forms.others(at: document.id)
    if !Set(company).isSubset(of: before) { message = (companySaid, .warning) }
  }

  /// What is said when somebody comes.
  var companySaid: Label {
    Label(
      zh: "\(company.joined(separator: "、"))也打开着这条记录；谁后保存，^S 时逐项核对",
      en: "\(company.joined(separator: ", ")) has it open too; who saves last compares field by field")
  }

  /// The same in the title, as long as they are there.
  var companyMark: CleanText? {
    guard !company.isEmpty else { return nil }
    let names = company.joined(separator: desk.language == .zh ? "、" : ", ")
    return CleanText(Label(zh: "\(names)也开着", en: "\(names) too")[desk.language])
  }
}
