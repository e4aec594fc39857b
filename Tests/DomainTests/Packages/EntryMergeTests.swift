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

  private func filed(_ state: String, _ outcome: String, on day: Day? = nil) -> Document {
    var document = project("同", measure: nil)
    var place: [String: Value] = ["tier": .text("city"), "state": .text(state)]
    place["admitted_on"] = day.map { .day($0) }
    document.children["memberships"] = [ChildRow(id: row, values: place)]
    let filing: [String: Value] = ["tier": .text("city"), "kind": .text("admit"), "outcome": .text(outcome)]
    document.children["filings"] = [ChildRow(id: RecordID(high: 1, low: 3), values: filing)]
    return document
  }

  /// The city admitted while the county took its filing back: neither's state goes under the other's day.
  @Test func aFilingGoesAsOne() throws {
    let waiting = filed("submitted", "waiting")
    let withdrawn = filed("none", "withdrawn")
    let day = try #require(Day(parsing: "2023-05-01"))
    let admitted = filed("admitted", "admitted", on: day)
    for (here, there) in [(withdrawn, admitted), (admitted, withdrawn)] {
      let history = [entry(from: nil, to: waiting), entry(from: waiting, to: here)]
      let came = entry(from: waiting, to: there)
      #expect(merged(here, came, .mine, history: history).document == here)
      let merge = merged(here, came, .theirs, history: history)
      #expect(merge.document == there && merge.conflicts.count == 2)
      #expect(merged(waiting, came, nil, history: [history[0]]).document == there)
    }
  }

  /// Once this library's word on a filing counts, what the sender went on to do with it is left out too.
  @Test func whatFollowsAFilingLeftOutIsLeftOut() {
    let waiting = filed("submitted", "waiting")
    let here = filed("none", "withdrawn")
    let admitted = filed("admitted", "admitted")
    var onward = admitted
    onward.children["memberships"]?.append(ChildRow(id: RecordID(high: 1, low: 9), values: ["tier": .text("province")]))
    let first = merged(here, entry(from: waiting, to: admitted), .mine)
    #expect(first.keepsFiling)
    var next = EntryMerge(first.document, register, secrets: nil, choice: .mine, keepsFiling: first.keepsFiling)
    next.apply(entry(from: admitted, to: onward))
    #expect(next.document == here)
  }

  /// What was typed here stays, whoever's filing stands.
  @Test func whatWasTypedIsNoPartOfAFiling() {
    let waiting = filed("submitted", "waiting")
    var here = filed("none", "withdrawn")
    here["content"] = .text("本库")
    let history = [entry(from: nil, to: waiting), entry(from: waiting, to: here)]
    let merge = merged(here, entry(from: waiting, to: filed("admitted", "admitted")), .theirs, history: history)
    var wanted = filed("admitted", "admitted")
    wanted["content"] = .text("本库")
    #expect(merge.document == wanted)
  }
}
