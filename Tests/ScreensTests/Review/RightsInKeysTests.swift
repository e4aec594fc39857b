import Domain
import Testing
import UseCases

@testable import Screens

/// The footer offers what a person may do, and a form opens for nobody who could not save it.
@Suite struct RightsInKeysTests {
  private let desk: PeopleDesk

  init() throws {
    desk = try PeopleDesk()
    try desk.draft("2号窑余热发电")
  }

  private func footer(_ frame: String) -> String { String(frame.split(separator: "\n").last ?? "") }

  @Test func anInspectorIsOfferedNoWriting() throws {
    let seat = try desk.seat("inspector")
    for keys in ["", "<Enter>", "<Esc>7", "0", "8", "5"] {
      let said = footer(seat.press(keys))
      #expect(!said.contains("e修改") && !said.contains("新建") && !said.contains("J填进展"), "\(keys): \(said)")
    }
    seat.press("2")
    for key in ["e", "i", "o", "I", "J"] {
      let frame = seat.press(key)
      #expect(seat.app.screen is LibraryScreen && frame.contains("无权"), "\(key): \(frame)")
    }
  }

  @Test func aClerkIsOfferedIt() throws {
    let seat = try desk.seat("clerk")
    #expect(footer(seat.press("<Enter>")).contains("e修改"))
    #expect(seat.press("e").contains("修改项目"))
    seat.press("<Esc>7")
    #expect(footer(seat.frame).contains("i新建"))
  }

  @Test func aFormOpensForNobodyWhoCouldNotSaveIt() throws {
    let services = try desk.services("inspector")
    let id = try #require(try services.store.list(Query(register: Project.schema.id)).ids(limit: 1).first)
    #expect(throws: NotAllowed.self) { try FormScreen.edit(Project.schema.id, id, services) }
    #expect(throws: NotAllowed.self) { try FormScreen.copy(Project.schema.id, id, services) }
    #expect(throws: NotAllowed.self) { try FormScreen.new(Enterprise.schema.id, services) }
    _ = try FormScreen.new(Inspection.schema.id, services)
    _ = try FormScreen.edit(Project.schema.id, id, try desk.services("clerk"))
  }

  /// A city's reviewer may not edit a county's project, and yet verifies its saving once the city has it.
  @Test func whoWritesForATierOpensTheForm() throws {
    let id = try desk.draft("1号屋顶光伏")
    func act(_ person: String, _ verb: (any Store, UseCases.Environment) throws -> [FilingResult]) throws {
      let services = try desk.services(person)
      let results = try verb(services.store, services.environment)
      let refused = results.filter { !$0.isDone }
      #expect(refused.isEmpty, "\(person): \(refused)")
    }
    let city = try desk.services("city")
    try act("clerk") { try Submit.run([id], in: $0, as: $1) }
    try act("county") { try Admit.run([id], in: $0, as: $1) }
    #expect(throws: NotAllowed.self) { try FormScreen.edit(Project.schema.id, id, city) }
    try act("county") { try Recommend.run([id], in: $0, as: $1) }
    try act("city") { try Admit.run([id], in: $0, as: $1) }
    let seat = try desk.seat("city")
    seat.press("/1号屋顶光伏<Enter>e")
    #expect(seat.frame.contains("修改项目"), "\(seat.frame)")
    var document = try desk.project(id)
    document["saving_verified"] = .amount(Amount(100))
    document["verified_basis"] = .text("equivalent")
    document["verified_by"] = .text("湖州市经信局")
    _ = try SaveRecord.run(document, base: document.revision, in: city.store, as: city.environment)
    #expect(try desk.project(id)["saving_verified"] == .amount(Amount(100)))
  }

  @Test func theInboxOffersNothingWhereNothingWaits() throws {
    let seat = try desk.seat("county", start: .review)
    #expect(!footer(seat.frame).contains("Enter打开") && !footer(seat.frame).contains("标记"), "\(seat.frame)")
  }

  @Test func locksAreForSupervisorsOnceTheQuarterHasEnded() throws {
    let seat = try desk.seat("inspector")
    #expect(!footer(seat.press("5C")).contains("C锁定"), "\(seat.frame)")
    #expect(seat.press("C").contains("无权锁定浙江省的季度"), "\(seat.frame)")
    var chief = Person()
    (chief.name, chief.displayName, chief.region) = ("主管", "主管", "330523")
    var role = PersonRole()
    role.id = desk.base.services.environment.newID()
    (role.role, role.region) = (Role.supervisor.rawValue, "330523")
    chief.roles = [role]
    let chiefs = try desk.services("chief")
    try KeepPeople.add(chief, in: chiefs.store, as: chiefs.environment)
    let own = try desk.seat("主管")
    #expect(footer(own.press("5C")).contains("C锁定"), "\(own.frame)")
    own.press("q]C")
    #expect(!footer(own.frame).contains("C锁定") && own.press("C").contains("还没有结束"), "\(own.frame)")
  }
}
