import Domain

/// Hands reviews over to another person 移交.
package enum HandOver {
  /// To a reviewer of the same tier who neither typed nor submitted the record; the working days begin anew.
  package static func run(
    _ ids: [RecordID], to person: String, _ options: FilingOptions = FilingOptions(), in store: any Store,
    as environment: Environment
  ) throws -> [FilingResult] {
    try FilingRun.run(ids, BeginReview.action, options, note: person, in: store, as: environment) { turn in
      let tier = try turn.openTier().tier
      try turn.allowReviewer(.review, of: tier)
      if let refusal = try turn.refusal(of: person, reviewing: tier) { throw FilingTurn.Refused(message: refusal) }
      try turn.take(.handOver(to: person))
    }
  }

  /// People a record's review can be handed to, by login, without who asks; all that work for the region that reviews.
  package static func colleagues(
    for id: RecordID, in store: any Store, as environment: Environment
  ) throws -> [Person] {
    guard let document = try store.read({ try $0.document(Project.schema.id, id) }) else { return [] }
    return try store.check { library in
      let project = Project.schema.record(document)
      let rules = try TierSettings.rules(for: project.region, in: library, store.reference)
      guard let region = project.openFiling?.place.flatMap({ rules[$0]?.reviewingRegion }) else { return [] }
      return try library.documents(Person.schema.id, where: "region", is: .text(region)).map(Person.schema.record)
        .filter { person in
          person.name != environment.actor.person
            && person.access(store.reference.regions).refusal(.review, Subject(Project.schema.id, region: region))
              == nil
        }
        .sorted { $0.name < $1.name }
    }
  }
}

extension FilingTurn {
  /// Why a review cannot be handed to somebody: not among the people, no reviewer there, or it is their own.
  fileprivate func refusal(of person: String, reviewing tier: Tier) throws -> Label? {
    if environment.access.isAlone { return nil }
    let region = rules[tier]?.reviewingRegion ?? ""
    let unit = store.reference.regions[region]?.name ?? region
    let access = try? Admission.access(of: person, in: library.lookup, store.reference)
    guard let access, access.refusal(.review, Subject(document.register, region: region)) == nil else {
      return Label(
        zh: "\(person)不是\(unit)在用的审核员，不能移交", en: "\(person) is no active reviewer of \(unit); it stays with you")
    }
    guard try rules[tier]?.isWaived != true && isTyped(by: person) else { return nil }
    return Label(
      zh: "\(person)填报或上报过这条记录，不能审核", en: "\(person) typed or submitted the record and cannot review it")
  }
}
