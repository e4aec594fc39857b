import Domain
import UseCases
import Widgets

/// Where a person was when the line dropped: the tab, and the screens that lay on it, each as its own bearings.
struct Place: Hashable {
  let tab: TabID
  /// From the tab's first screen up, as far as they can be found again; without bearings a first screen is an empty line.
  let screens: [[String]]
  let leftAt: Instant

  /// After so many milliseconds nobody remembers: three days, a weekend.
  private static let lasts: Int64 = 3 * 86_400_000
  private static let setting = "place"

  /// Takes the place that was kept, once; nil where there is none, or it is long ago.
  static func take(_ services: Services) -> Place? {
    let person = services.environment.actor.person
    guard let text = try? services.store.read({ try $0.setting(person, setting) }), !text.isEmpty else { return nil }
    try? services.store.write(as: services.environment) { try $0.setSetting(person, setting, nil) }
    let place = Place(text)
    let now = services.environment.now().milliseconds
    return place.flatMap { (0...lasts).contains(now - $0.leftAt.milliseconds) ? $0 : nil }
  }

  /// Keeps it for the next start; a library that cannot be written keeps nothing, and nothing is lost by it.
  func keep(_ services: Services) {
    let person = services.environment.actor.person
    try? services.store.write(as: services.environment) { try $0.setSetting(person, Self.setting, text) }
  }

  init(tab: TabID, screens: [[String]], leftAt: Instant) {
    self.tab = tab
    self.screens = screens
    self.leftAt = leftAt
  }

  private init?(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    guard let head = lines.first, head.count == 2, let tab = Int(head[0]).flatMap(TabID.init),
      let time = Int64(head[1])
    else { return nil }
    self.init(tab: tab, screens: Array(lines.dropFirst()), leftAt: Instant(milliseconds: time))
  }

  private var text: String {
    ([["\(tab.rawValue)", "\(leftAt.milliseconds)"]] + screens).map { $0.joined(separator: "\t") }
      .joined(separator: "\n")
  }
}

extension App {
  /// Keeps everything typed and where one stands: the line has dropped, or somebody ended the program.
  mutating func keepForReturn() {
    keepAll()
    var screens: [[String]] = []
    for (depth, entry) in (stacks[tab] ?? []).enumerated() {
      // Unsaved typing comes back by its own way.
      guard let bearings = entry.screen.bearings ?? (depth == 0 ? [] : nil) else { break }
      screens.append(bearings)
    }
    Place(tab: tab, screens: screens, leftAt: services.environment.now()).keep(services)
  }

  /// Goes back to where the line dropped the last time.
  package mutating func returnToPlace() {
    guard let place = Place.take(services), tabs.contains(place.tab) else { return }
    do {
      try go(place.tab)
      for (depth, bearings) in place.screens.enumerated() {
        if depth > 0 {
          guard let next = Roots.screen(at: bearings, on: place.tab, above: screen, services) else { return }
          try open(next)
        }
        try withScreen { screen, services in
          try screen.stand(at: bearings, services)
          return []
        }
      }
    } catch {
      say(Trouble.message(error), .error)
    }
  }
}
