import Domain
import Testing

/// Another library's entry made in a record that changed here, too.
@Suite struct EntryMergeTests {
  private let register = Register(Project.self)
  private let id = RecordID(high: 1, low: 1)
  private let row = RecordID(high: 1, low: 2)

  private func entry(from old: Document?, to new: Document) -> HistoryEntry {
    let changes = HistoryEntry.changes(from: old, to: new)
    return HistoryEntry(
      at: Instant(milliseconds: 0), person: "li", origin: .host, action: "save", register: "projects", record: id,
      changes: changes.fields, rows: changes.rows)
  }

  private func project(_ content: String, measure: [String: Value]?) -> Document {
    var document = Document(register: "projects", id: id)
    document["content"] = .text(content)
    if let measure { document.children["measures"] = [ChildRow(id: row, values: measure)] }
    return document
  }

  private func merged(
    _ here: Document, _ entry: HistoryEntry, _ choice: EntryMerge.Choice?, history: [HistoryEntry] = []
  ) -> EntryMerge {
    var merge = EntryMerge(here, register, secrets: nil, choice: choice, history: history)
    merge.apply(entry)
    return merge
  }

  @Test func aPlaceThatBothChangedIsAConflictWhoeverDecides() throws {
    let before = project("原来", measure: nil)
    let entry = entry(from: before, to: project("对方", measure: nil))
    let here = project("本库", measure: nil)
    for (choice, wanted) in [(nil, "本库"), (.mine, "本库"), (.theirs, "对方")] as [(EntryMerge.Choice?, String)] {
      let merge = merged(here, entry, choice)
      #expect(merge.conflicts.map(\.field) == ["content"] && merge.conflicts[0].mine == .text("本库"))
      #expect(merge.document["content"] == .text(wanted), "\(choice.map(\.rawValue) ?? "open")")
    }
    #expect(merged(before, entry, nil).conflicts.isEmpty)
  }

  /// A row that they changed and this library took out comes back with all that it had, and their change.
  @Test func aRowTakenOutHereComesBackWhole() throws {
    let measure: [String: Value] = ["name": .text("锅炉"), "technology": .text("余热"), "quantity": .integer(2)]
    let before = project("同", measure: measure)
    let theirs = project("同", measure: measure.merging(["technology": .text("余压")]) { $1 })
    let here = project("同", measure: nil)
    let history = [entry(from: nil, to: before), entry(from: before, to: here)]
    let change = entry(from: before, to: theirs)
    for choice in [nil, EntryMerge.Choice.mine] {
      let merge = merged(here, change, choice, history: history)
      #expect(merge.conflicts.map(\.isGone) == [true] && merge.document.children["measures"] == nil)
    }
    let back = merged(here, change, .theirs, history: history)
    #expect(back.conflicts.map(\.isGone) == [true])
    #expect(back.document.children["measures"] == theirs.children["measures"])
  }
}
