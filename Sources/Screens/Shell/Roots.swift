import Domain
import UseCases

/// The first screen of each tab.
package enum Roots {
  /// By tab; a tab that is absent is not offered.
  package static let all: [TabID: App.Root] = [
    .mine: { MineScreen($0) },
    .overview: { OverviewScreen($0) },
    .projects: { try library(Project.schema.id, .projects, $0) },
    .enterprises: { try library(Enterprise.schema.id, .enterprises, $0) },
    .efficiency: { try library(EfficiencyLine.schema.id, .efficiency, $0) },
    .tally: { TallyScreen($0) },
    .review: { ReviewScreen($0) },
    .registers: { RegistersScreen($0) },
    .watch: { WatchScreen($0) },
  ]

  /// A screen that lay on another one, by its bearings; nil where what it showed is no more.
  static func screen(
    at bearings: [String], on tab: TabID, above below: (any Screen)?, _ services: Services
  ) -> (any Screen)? {
    if let list = LibraryScreen.found(at: bearings, on: tab, services) { return list }
    if bearings.first == ProgressScreen.kind { return ProgressScreen(tab: tab, services) }
    guard bearings.count > 2, bearings[0] == RecordScreen.kind, let register = Registers.named(bearings[1]),
      let id = RecordID(bearings[2]), (try? services.store.read { try $0.document(register.id, id) }) != nil
    else { return nil }
    let list = (below as? LibraryScreen).flatMap { $0.register.id == register.id ? $0.window?.list : nil }
    return RecordScreen(register, id, tab: tab, services, list: list)
  }

  private static func library(_ id: String, _ tab: TabID, _ services: Services) throws -> any Screen {
    guard let register = Registers.named(id) else { throw UseCaseError.unknownRegister(id) }
    return LibraryScreen(register, tab: tab, services)
  }
}
