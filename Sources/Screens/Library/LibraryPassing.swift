import Domain
import UseCases

/// The preview while the cursor moves: what passes by faster than it can be read is neither read nor painted, so that a key
/// held down costs a slow line no more than the mark. A single key press shows everything at once.
extension LibraryScreen {
  /// Milliseconds that part two keys of one movement from two looks.
  static let rest = 120

  /// Reads what is seen after the cursor moved.
  mutating func passed(_ services: Services) throws {
    let now = services.environment.now()
    let pause = movedAt.map { now.milliseconds - $0.milliseconds }
    movedAt = now
    // Keys that were read together are one movement with one frame: only the clock's going on parts them.
    isPassing = pause.map { (1..<Int64(Self.rest)).contains($0) } ?? false
    try seen(services)
  }

  /// Looks at the record under the cursor, before something is done with it.
  mutating func stop(_ services: Services) throws {
    guard isPassing else { return }
    isPassing = false
    try seen(services)
  }

  package func keepDue(_ services: Services) -> Int? {
    guard isPassing, let movedAt else { return nil }
    let pause = services.environment.now().milliseconds - movedAt.milliseconds
    return pause < 0 ? 0 : max(0, Self.rest - Int(pause))
  }

  package mutating func keepWhenDue(_ services: Services) throws {
    if keepDue(services) == 0 { try stop(services) }
  }
}
