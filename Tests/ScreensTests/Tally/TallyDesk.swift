import Domain
import Terminal
import UseCases

@testable import Screens

extension Desk {
  /// A desk of Huzhou's supervisor, with projects under way, targets and official values.
  static func tally(
    region: String = "330500", width: Int = 80, height: Int = 24, language: Language = .zh, start: TabID = .tally
  ) throws -> Desk {
    let desk = try Desk(region: region, width: width, height: height, language: language, start: start)
    try TallyFixture.fill(desk.store, desk.services.environment)
    desk.press("\(start.rawValue)")
    return desk
  }

  /// What the ranking was made of.
  var tallied: Tally? { ranking?.tally }
  var tally: TallyScreen? { app.screen as? TallyScreen }
  var chase: ChaseScreen? { app.screen as? ChaseScreen }
  var progress: ProgressScreen? { app.screen as? ProgressScreen }
  var split: SplitScreen? { app.screen as? SplitScreen }
  var ranking: RankingScreen? { app.screen as? RankingScreen }

  /// Goes to a row and column of the tally.
  func stand(on indicator: String, _ region: String) throws {
    press("g")
    for _ in 0..<60 where tally?.row?.indicator.id != indicator { press("j") }
    for _ in 0..<20 where (tally?.table.place.column ?? 0) > 1 { press("h") }
    for _ in 0..<20 where tally?.column?.id != region { press("l") }
  }

  func document(_ register: String, _ id: RecordID?) throws -> Document? {
    guard let id else { return nil }
    return try store.read { try $0.document(register, id) }
  }

  /// The record of that name.
  func find(_ name: String, in register: String = "projects") throws -> RecordID? {
    try store.list(Query(register: register, filter: .where("name", .equal, .text(name)))).ids(limit: 1).first
  }
}
