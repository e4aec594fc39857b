import Domain
import UseCases

/// The first screen of each tab.
package enum Roots {
  package static let all: [TabID: App.Root] = [
    .mine: { MineScreen($0) },
    .overview: { OverviewScreen($0) },
    .projects: { try library(Project.schema.id, .projects, $0) },
    .enterprises: { try library(Enterprise.schema.id, .enterprises, $0) },
    .efficiency: { try library(EfficiencyLine.schema.id, .efficiency, $0) },
  ]

  private static func library(_ id: String, _ tab: TabID, _ services: Services) throws -> any Screen {
    guard let register = Registers.named(id) else { throw UseCaseError.unknownRegister(id) }
    return LibraryScreen(register, tab: tab, services)
  }
}
