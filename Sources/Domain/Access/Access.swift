/// What is acted on, as far as permission asks.
package struct Subject: Hashable, Sendable {
  /// The register's id; `reference` and `library` for what is none.
  package let register: String
  /// The region that the act belongs to: the record's, or for reviews that of the tier that decides.
  package let region: String
  /// The record was typed or submitted by the person who acts.
  package let isMine: Bool

  /// A subject.
  package init(_ register: String, region: String, isMine: Bool = false) {
    self.register = register
    self.region = region
    self.isMine = isMine
  }
}

/// That something may be done; only `Access` makes one, and the store writes nothing without.
package struct Permit: Hashable, Sendable {
  /// Who may.
  package let person: String
  /// What may be done.
  package let deed: Deed
  /// On what.
  package let subject: Subject

  fileprivate init(person: String, deed: Deed, subject: Subject) {
    self.person = person
    self.deed = deed
    self.subject = subject
  }
}

/// A refusal, in words that say who may.
package struct NotAllowed: Error, Hashable, Sendable {
  /// What is not allowed, and whom to ask.
  package let message: Label

  /// A refusal.
  package init(_ message: Label) { self.message = message }
}

/// One person's rights in a library: the one function of (person, action, record) that every path asks.
package struct Access: Sendable {
  /// The person's name in the library, or the system's user.
  package let person: String
  /// The person's roles; none in a library without people.
  package let grants: [Grant]
  /// A library without people: its user is everything.
  package let isAlone: Bool
  private let regions: Regions

  /// The rights of a person with roles.
  package init(person: String, grants: [Grant], regions: Regions) {
    self.person = person
    self.grants = grants
    self.regions = regions
    isAlone = false
  }

  private init(alone person: String) {
    self.person = person
    grants = []
    regions = ReferenceTables.builtIn.regions
    isAlone = true
  }

  /// Every right: the only user of a library without people.
  package static func alone(_ person: String) -> Access { Access(alone: person) }

  /// Why the person may not; nil where they may.
  package func refusal(_ deed: Deed, _ subject: Subject) -> Label? {
    if isAlone || allows(deed, subject) { return nil }
    return AccessWords.refusal(
      deed, subject, regions, onlyOthers: subject.isMine && allows(deed, subject.asOthers),
      onlyMine: !subject.isMine && allows(deed, subject.asMine))
  }

  /// A permit, or `NotAllowed`.
  package func permit(_ deed: Deed, _ subject: Subject) throws -> Permit {
    if let refusal = refusal(deed, subject) { throw NotAllowed(refusal) }
    return Permit(person: person, deed: deed, subject: subject)
  }

  /// Whether the person may do it to a record of somebody, wherever their roles are: for menus.
  package func mayAnywhere(_ deed: Deed, _ register: String) -> Bool {
    let group = RegisterGroup(of: register)
    return isAlone
      || grants(for: register).contains { grant in
        Place.allCases.contains { Matrix.whose(grant.role, deed, group, $0) != .nobody }
      }
  }

  /// What the person sees of a register.
  package func scopes(_ register: String) -> AccessScope {
    if isAlone { return .everything }
    let group = RegisterGroup(of: register)
    var seen: [String] = []
    for grant in grants(for: register) {
      if Matrix.allows(grant.role, .see, group, .elsewhere, isMine: false) { return .everything }
      if Matrix.allows(grant.role, .see, group, .own, isMine: false) { seen.append(grant.region) }
    }
    let widest = seen.filter { one in !seen.contains { $0 != one && regions.isIn(one, $0) } }
    return .regions(Array(Set(widest)).sorted())
  }

  /// Whether the person sees records of a region.
  package func sees(_ register: String, region: String) -> Bool {
    scopes(register).holds(region, regions)
  }

  /// Whether telephone numbers of a region's records show: to its own tier, those above it, and who keeps the people.
  package func seesPhones(_ register: String, region: String) -> Bool {
    isAlone || grants.contains { regions.isIn(region, $0.region) }
      || RegisterGroup(of: register) == .people && grants.contains { $0.role == .administrator }
  }

  private func grants(for register: String) -> [Grant] {
    grants.filter { $0.registers.isEmpty || $0.registers.contains(register) }
  }

  private func allows(_ deed: Deed, _ subject: Subject) -> Bool {
    let group = RegisterGroup(of: subject.register)
    return grants(for: subject.register).contains { grant in
      Matrix.allows(
        grant.role, deed, group, Place(of: subject.region, from: grant.region, in: regions), isMine: subject.isMine)
    }
  }
}

/// The part of a register that somebody sees.
package enum AccessScope: Hashable, Sendable {
  case everything
  /// In or under any of these; none is nothing at all.
  case regions([String])

  /// As a filter's region or a rule's scope takes it: the codes with `|` between them; nil is everything.
  package var expression: String? {
    switch self {
    case .everything: nil
    case .regions(let seen): seen.isEmpty ? "none" : seen.joined(separator: "|")
    }
  }

  /// Whether it holds a region's records.
  package func holds(_ region: String, _ regions: Regions) -> Bool {
    switch self {
    case .everything: true
    case .regions(let seen): !region.isEmpty && seen.contains { regions.isIn(region, $0) }
    }
  }
}

extension Subject {
  fileprivate var asOthers: Subject { Subject(register, region: region) }
  fileprivate var asMine: Subject { Subject(register, region: region, isMine: true) }
}
