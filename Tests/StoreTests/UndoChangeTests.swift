import Domain
import Foundation
import Testing
import UseCases

@testable import Store

/// One's own last change taken back: nothing is removed from the history, and nobody else's is touched.
@Suite struct UndoChangeTests {
  private let desk: FilingDesk
  private let register: Register
  private let id: RecordID

  init() throws {
    desk = try FilingDesk()
    register = try #require(Registers.named("projects"))
    id = try #require(try desk.drafts(1).first)
  }

  private func change(as person: String, _ body: (inout Document) -> Void) throws {
    var document = try desk.document(id)
    body(&document)
    _ = try desk.act(person) { try SaveRecord.run(document, base: document.revision, in: $0, as: $1) }
  }

  private func undo(as person: String) throws {
    try desk.act(person) { store, environment in
      let proposal = try UndoChange.proposal(register, id, in: store, as: environment)
      try UndoChange.run(register, id, entry: proposal.entry.sequence, in: store, as: environment)
    }
  }

  private func content(_ document: Document) -> Document {
    DeclaredPart.parts([.declared, .running], of: document, register)
  }

  @Test func fieldsAndRowsComeBackAndGoAgain() throws {
    let before = try desk.document(id)
    try change(as: "clerk") { document in
      document["content"] = .text("写错的内容")
      document["contact"] = .text("错的人")
      document["phone"] = .text("13800001111")
      document.children["measures"]?.removeFirst()
      document.children["milestones"]?.swapAt(0, 1)
      document.children["measures"]?.append(
        ChildRow(id: RecordID(high: 8, low: 8), values: ["name": .text("多写的措施"), "investment": .amount(Amount(7))]))
    }
    let after = try desk.document(id)
    try undo(as: "clerk")
    var restored = content(try desk.document(id))
    // A telephone number stands in no history, so that it is kept as it was typed last.
    #expect(restored["phone"] == .text("13800001111"))
    restored["phone"] = before["phone"]
    #expect(restored == content(before))
    #expect(try desk.document(id).revision == after.revision + 1)
    try undo(as: "clerk")
    #expect(try content(desk.document(id)) == content(after))
    #expect(try desk.actions(id).suffix(3) == ["save", "undo", "undo"])
    #expect(try desk.store.verify { _ in true } == [])
  }

  @Test func onlyOnesOwnLastEditIsTakenBack() throws {
    // It was only made.
    #expect(throws: UseCaseError.self) { try undo(as: "clerk") }
    try change(as: "clerk") { $0["content"] = .text("填报员写的") }
    #expect(throws: UseCaseError.self) { try undo(as: "both") }
    try change(as: "both") { $0["contact"] = .text("另一人") }
    #expect(throws: UseCaseError.self) { try undo(as: "clerk") }
    try undo(as: "both")
    #expect(try desk.document(id)["content"] == .text("填报员写的"))
    try change(as: "clerk") { $0["content"] = .text("又写的") }
    try desk.expectDone(desk.act("clerk") { try Submit.run([id], in: $0, as: $1) })
    #expect(throws: UseCaseError.self) { try undo(as: "clerk") }
    #expect(try desk.document(id)["content"] == .text("又写的"))
  }

  @Test func whatIsFrozenStays() throws {
    try desk.member(id)
    try change(as: "clerk") { $0["contact"] = .text("新联系人") }
    // The running part of a member is its clerk's, and is taken back like any other.
    try undo(as: "clerk")
    #expect(try desk.document(id)["contact"] != .text("新联系人"))
  }

  @Test func whatWasShownIsWhatIsUndone() throws {
    try change(as: "clerk") { $0["content"] = .text("一") }
    let shown = try desk.act("clerk") { try UndoChange.proposal(register, id, in: $0, as: $1) }
    try change(as: "clerk") { $0["content"] = .text("二") }
    #expect(throws: StoreError.self) {
      try desk.act("clerk") { try UndoChange.run(register, id, entry: shown.entry.sequence, in: $0, as: $1) }
    }
    #expect(try desk.document(id)["content"] == .text("二"))
  }
}
