import Domain
import Terminal
import UseCases
import Widgets

/// Handing a review over, and the tier's own settings.
extension ReviewScreen {
  /// Offers the other reviewers of the tier; in a library without people a name is typed.
  func askColleague(_ services: Services) throws -> [Effect] {
    guard let item = chosen.first else { return [] }
    let title = Label(zh: "移交给", en: "Hand over to")
    guard !services.environment.access.isAlone else { return [.ask("handOver", .input(title: title, text: ""))] }
    let colleagues = try HandOver.colleagues(for: item.id, in: services.store, as: services.environment)
    guard !colleagues.isEmpty else {
      return [.say(Label(zh: "本级没有其他在用的审核员可移交", en: "The tier has no other reviewer to hand it to"), .warning)]
    }
    let items = colleagues.map { person in
      let text = "\(person.displayName)  \(person.name)"
      return Label(zh: text, en: text)
    }
    return [.ask("colleague", .choose(title: title, items: items, current: 0))]
  }

  mutating func handOver(_ place: Int, _ services: Services) throws -> [Effect] {
    guard let item = chosen.first else { return [] }
    let colleagues = try HandOver.colleagues(for: item.id, in: services.store, as: services.environment)
    guard colleagues.indices.contains(place) else { return [] }
    return try handOver(to: colleagues[place].name, services)
  }

  mutating func handOver(to person: String, _ services: Services) throws -> [Effect] {
    let items = chosen
    let results = try HandOver.run(
      items.map(\.id), to: person, Self.options(items), in: services.store, as: services.environment)
    return try done(results, Label(zh: "已移交\(person)", en: "handed over to \(person)"), services)
  }

  /// The form of the settings of the person's own tier: made with the usual reasons where there are none yet.
  func openSettings(_ services: Services) throws -> [Effect] {
    let access = services.environment.access
    let region =
      access.grants.first { $0.role == .reviewer }?.region ?? services.environment.actor.region
      ?? services.store.info.region
    let register = TierSettings.schema.id
    if let refusal = access.refusal(.settings, Subject(register, region: region)) { throw NotAllowed(refusal) }
    if let found = try services.store.check({ try $0.documents(register, where: "region", is: .text(region)) }).first {
      return [.open(try FormScreen.edit(register, found.id, services))]
    }
    return [.open(try FormScreen.settings(of: region, services))]
  }
}
