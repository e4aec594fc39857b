import Domain
import UseCases
import Widgets

/// What a person may write in a register, as a screen's keys say it.
struct Writing: Sendable {
  /// Why no new record may be entered.
  let new: Caption?
  /// Why no record may be changed.
  let change: Caption?

  init(_ register: String, _ services: Services) {
    new = Permission.refusal(toWrite: register, over: false, as: services.environment)?.caption
    change = Permission.refusal(toWrite: register, over: true, as: services.environment)?.caption
  }

  /// All registers.
  static func all(_ services: Services) -> [String: Writing] {
    Dictionary(uniqueKeysWithValues: Registers.all.map { ($0.id, Writing($0.id, services)) })
  }
}
