import Domain

/// Who is at work, and from where.
package struct Actor: Hashable, Sendable {
  /// The person's name in the library, or the operating system's user.
  package let person: String
  /// `terminal`, `ssh`, `command` ...
  package let origin: String
  /// The region the person works for; nil where the library has no people.
  package let region: String?

  package init(person: String, origin: String, region: String? = nil) {
    self.person = person
    self.origin = origin
    self.region = region
  }
}

/// What a use case needs from the world: the time, who acts, new ids.
package struct Environment: Sendable {
  /// Who acts; stands in the history.
  package let actor: Actor
  /// What the person may do.
  package let access: Access
  /// The time, UTC; a test sets its own.
  package let now: @Sendable () -> Instant
  /// A new permanent id; each call gives another.
  package let newID: @Sendable () -> RecordID
  /// Why something is changed that was locked; stands in the history with whatever is saved.
  package var reason = ""

  /// Without an access the person is alone with the library and may do everything.
  package init(
    actor: Actor, access: Access? = nil, now: @escaping @Sendable () -> Instant,
    newID: @escaping @Sendable () -> RecordID
  ) {
    self.actor = actor
    self.access = access ?? .alone(actor.person)
    self.now = now
    self.newID = newID
  }

  /// What the rules take for the person's scope of a register; nil is everything.
  package func scope(_ register: String) -> String? {
    access.isAlone ? actor.region : access.scopes(register).expression
  }

  /// Today in Asia/Shanghai.
  package var today: Day { now().day }
}
