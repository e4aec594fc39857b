import Domain
import Foundation
import TestFiling
import Testing
import UseCases

@testable import Store

/// Every cell of role x place x tier x state x action x ownership, tried through the use cases and taken back again.
@Suite struct FilingMatrixTests {
  @Test func everyCellThroughTheUseCases() throws {
    let stage = try MatrixStage()
    var tried = 0
    var done: [FilingCell.Action: Int] = [:]
    for role in FilingCell.Role.allCases {
      for home in FilingCell.Home.allCases {
        try stage.cast(role, home)
        let actor = try stage.enter()
        for (place, id) in stage.records {
          for action in FilingCell.Action.allCases {
            let cell = FilingCell(role, home, place.tier, place.state, action, isMine: place.isMine)
            let found = try stage.attempt(cell, id, as: actor)
            tried += 1
            if found == .done { done[action, default: 0] += 1 }
            let isRight =
              switch cell.end {
              case .done, .refused, .forbidden: found == cell.end
              case .neither: found != .done
              }
            #expect(isRight, "\(cell): \(found), not \(cell.end)")
          }
        }
      }
    }
    // 5 roles x 4 places x (10 + 10 + 9 states of 3 tiers) x 2 x 15 actions.
    #expect(tried == 5 * 4 * 29 * 2 * 15)
    for action in FilingCell.Action.allCases { #expect(done[action] ?? 0 > 0, "\(action) was never done") }
    #expect(try stage.head() == stage.start)
  }
}

/// Records in every state, and one person who is cast as anybody; whatever is tried on it leaves nothing behind.
private final class MatrixStage {
  struct Place: Hashable {
    let tier: FilingCell.Tier
    let state: FilingCell.State
    let isMine: Bool
  }

  let desk: FilingDesk
  private(set) var records: [(Place, RecordID)] = []
  private(set) var start = 0
  /// The records as they stand, whatever was tried on them.
  private var documents: [RecordID: Document] = [:]
  private let template: Document
  private let register: Register

  init() throws {
    desk = try FilingDesk(maker: "filer")
    register = try #require(Registers.named("projects"))
    template = try desk.document(try #require(try desk.drafts(1).first))
    for (name, regions) in [("actor", ["330523"]), ("judge", ["330523", "330500", "330000"])] {
      var person = Person()
      (person.name, person.displayName, person.region) = (name, name, "330523")
      person.roles = regions.map { region in
        var row = PersonRole()
        row.id = desk.alone("chief").newID()
        (row.role, row.region) = (Role.reviewer.rawValue, region)
        return row
      }
      try KeepPeople.add(person, in: desk.store, as: desk.alone("chief"))
    }
    for tier in FilingCell.Tier.allCases {
      for state in FilingCell.State.allCases where state.exists(at: tier) {
        for isMine in [true, false] {
          let place = Place(tier: tier, state: state, isMine: isMine)
          let id = try make(place)
          records.append((place, id))
          documents[id] = try desk.document(id)
        }
      }
    }
  }

  func head() throws -> Int { try desk.store.read { try $0.head().sequence } }

  /// The person's one role.
  func cast(_ role: FilingCell.Role, _ home: FilingCell.Home) throws {
    let chief = try desk.enter("chief")
    try KeepPeople.change("actor", in: chief.store, as: chief.environment) { person in
      person.region = home.region
      person.roles[0].role = role.rawValue
      person.roles[0].region = home.region
      person.roles = [person.roles[0]]
    }
    start = try head()
  }

  /// The person in front of a library that forgets what is written.
  func enter() throws -> (store: GuardedStore, environment: UseCases.Environment) {
    try Admission.enter(Rehearsal(library: desk.store), as: desk.alone("actor"))
  }

  // MARK: making

  private func make(_ place: Place) throws -> RecordID {
    let owner = desk.alone(place.isMine ? "actor" : "filer")
    let judge = desk.alone("judge")
    let store = desk.store
    let tier = try #require(Tier(rawValue: place.tier.rawValue))
    var draft = Document(
      register: template.register, id: owner.newID(), values: template.values,
      children: template.children.mapValues { rows in
        rows.map { ChildRow(id: owner.newID(), values: $0.values) }
      })
    draft["library_code"] = .empty
    draft["project_code"] = .text("2203-330523-07-02-\(100_001 + records.count)")
    draft["name"] = .text("\(place.tier)\(place.state)\(place.isMine)改造")
    let id = try SaveRecord.run(draft, base: 0, in: store, as: owner).document.id
    func options(_ tier: Tier) -> FilingOptions { FilingOptions(tier: tier) }
    /// Waits at a tier, the tiers below having it.
    func hand(to tier: Tier) throws {
      guard let below = tier.below else {
        return desk.expectDone(try Submit.run([id], options(tier), in: store, as: owner))
      }
      try climb(to: below)
      desk.expectDone(try Recommend.run([id], .init(), options(below), in: store, as: owner))
    }
    func climb(to tier: Tier) throws {
      try hand(to: tier)
      try admit(tier)
    }
    func admit(_ tier: Tier) throws {
      desk.expectDone(try Admit.run([id], .init(), options(tier), in: store, as: judge))
    }
    func leave() throws {
      let request = RequestExit.Request(.notBuilt, reason: "停")
      desk.expectDone(try RequestExit.run([id], request, options(tier), in: store, as: owner))
    }
    switch place.state {
    case .draft: break
    case .below: try climb(to: try #require(tier.below))
    case .submitted: try hand(to: tier)
    case .reviewed, .held:
      try hand(to: tier)
      let holder = place.state == .held ? desk.alone("actor") : judge
      desk.expectDone(try BeginReview.run([id], options(tier), in: store, as: holder))
    case .returned:
      try hand(to: tier)
      desk.expectDone(try ReturnRecord.run([id], faults: [], reason: "缺", options(tier), in: store, as: judge))
    case .admitted: try climb(to: tier)
    case .exited:
      try climb(to: tier)
      try leave()
      try admit(tier)
    case .changing:
      try climb(to: tier)
      var changed = try desk.document(id)
      changed["content"] = .text("变更后的改造内容，写明工艺和规模")
      desk.expectDone([try RequestChange.run(changed, reason: "改", in: store, as: owner)])
      for below in Tier.allCases where below < tier { try admit(below) }
    case .exiting:
      try climb(to: tier)
      try leave()
    }
    return id
  }

  // MARK: trying

  func attempt(
    _ cell: FilingCell, _ id: RecordID, as actor: (store: GuardedStore, environment: UseCases.Environment)
  ) throws -> FilingCell.End {
    let (store, environment) = actor
    let options = FilingOptions(tier: Tier(rawValue: cell.tier.rawValue))
    let before = try #require(documents[id])
    func end(_ results: [FilingResult]) -> FilingCell.End {
      switch results[0].outcome {
      case .done: .done
      // What one does not see is not there.
      case .refused: results[0].title.isEmpty ? .forbidden : .refused
      case .forbidden: .forbidden
      }
    }
    func saved(_ change: (inout Document) -> Void) throws -> FilingCell.End {
      var document = before
      change(&document)
      _ = try SaveRecord.run(document, base: before.revision, in: store, as: environment)
      return .done
    }
    do {
      switch cell.action {
      case .see: return try store.read { try $0.document("projects", id) } == nil ? .forbidden : .done
      case .edit: return try saved { $0["content"] = .text("另写的改造内容，写明工艺和规模") }
      case .keep: return try saved { $0["contact"] = .text("新联系人") }
      case .delete:
        try DeleteDraft.run("projects", id, base: before.revision, in: store, as: environment)
        return .done
      case .submit: return end(try Submit.run([id], options, in: store, as: environment))
      case .withdraw: return end(try Withdraw.run([id], options, in: store, as: environment))
      case .begin: return end(try BeginReview.run([id], options, in: store, as: environment))
      case .handOver: return end(try HandOver.run([id], to: "judge", options, in: store, as: environment))
      case .release: return end(try BeginReview.release([id], options, in: store, as: environment))
      case .admit: return end(try Admit.run([id], .init(), options, in: store, as: environment))
      case .sendBack:
        return end(try ReturnRecord.run([id], faults: [], reason: "缺", options, in: store, as: environment))
      case .recommend: return end(try Recommend.run([id], .init(), options, in: store, as: environment))
      case .change:
        var changed = before
        changed["content"] = .text("再次变更的改造内容，写明工艺和规模")
        return end([try RequestChange.run(changed, reason: "改", options, in: store, as: environment)])
      case .exit:
        let request = RequestExit.Request(.notBuilt, reason: "停")
        return end(try RequestExit.run([id], request, options, in: store, as: environment))
      case .plan:
        let tier = try #require(options.tier)
        let entry = PlanEntry(tier, year: 2023, .listed, documentDay: desk.today)
        return end(try PutOnPlan.run([id], entry, options, in: store, as: environment))
      }
    } catch is NotAllowed {
      return .forbidden
    } catch UseCaseError.notYours, StoreError.conflict(current: nil) {
      return .forbidden
    } catch is UseCaseError {
      return .refused
    }
  }
}

/// A library in which every transaction is made whole and then forgotten.
private struct Rehearsal: Store {
  let library: any Store

  private struct Over: Error {}

  var info: LibraryInfo { library.info }
  var reference: ReferenceTables { library.reference }
  func read<T>(_ body: (any StoreReading) throws -> T) throws -> T { try library.read(body) }
  func list(_ query: Query) throws -> any RecordList { try library.list(query) }
  func dataVersion() throws -> Int { try library.dataVersion() }
  func isShared() -> Bool { library.isShared() }
  func verify(_ progress: (Double) -> Bool) throws -> [Label] { try library.verify(progress) }
  func backup(to path: String, _ progress: (Double) -> Bool) throws { try library.backup(to: path, progress) }

  func write<T>(
    as environment: UseCases.Environment, large: Bool, _ body: (any StoreWriting) throws -> T
  ) throws -> T {
    var result: Result<T, any Error>?
    do {
      try library.write(as: environment, large: large) { session in
        result = Result { try body(session) }
        throw Over()
      }
    } catch is Over {}
    guard let result else { throw Over() }
    return try result.get()
  }
}
