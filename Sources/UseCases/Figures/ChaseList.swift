import Domain

/// Who has not reported for a quarter, unit by unit, and whom to call 未报名单.
package struct ChaseList: Sendable {
  /// Somebody who works for a unit.
  package struct Contact: Hashable, Sendable {
    /// The person's name.
    package let name: String
    /// What they are there: clerk, supervisor.
    package let role: Role
    /// As the reader may see it; blank where there is none.
    package let phone: String
  }

  /// A county-level unit that owes reports.
  package struct Unit: Sendable {
    /// Where the reports are due from.
    package let region: Region
    /// Projects whose report is expected, and those of them without one.
    package let expected: Int
    /// Those of the expected ones that have not come.
    package let missing: Int
    /// Its clerks before its supervisors.
    package let contacts: [Contact]
  }

  /// The quarter that is to be reported.
  package let quarter: Quarter
  /// Those that owe most first; then those that have reported everything.
  package let units: [Unit]

  /// How many reports are expected in all.
  package var expected: Int { units.reduce(0) { $0 + $1.expected } }
  /// How many of them are missing.
  package var missing: Int { units.reduce(0) { $0 + $1.missing } }

  /// How many people are looked through for their places.
  private static let mostPeople = 5000

  /// Reads it for a region or group.
  package static func read(
    _ scope: String, _ quarter: Quarter, in store: any Store, _ reference: ReferenceTables
  ) throws -> ChaseList {
    let expecting = Filter.where("region", .equal, .text(scope)).and(Unreported.expected(quarter))
    let (expected, missing) = try store.read { library in
      (
        try library.counts(Project.schema.id, by: "region", where: expecting),
        try Self.missing(scope, quarter, in: library, reference)
      )
    }
    let contacts = try contacts(in: scope, store)
    let regions = reference.regions
    let units = expected.compactMap { code, count -> Unit? in
      guard let region = regions[code] else { return nil }
      return Unit(region: region, expected: count, missing: missing[code] ?? 0, contacts: contacts[code] ?? [])
    }
    return ChaseList(
      quarter: quarter,
      units: units.sorted { $0.missing == $1.missing ? $0.region.code < $1.region.code : $0.missing > $1.missing })
  }

  /// How many have not reported, by unit, from the kept sums.
  package static func missing(
    _ scope: String, _ quarter: Quarter, in library: any StoreReading, _ reference: ReferenceTables
  ) throws -> [String: Int] {
    let units = reference.regions.codes(in: scope)
    let sums = try library.sums(SumsQuery([Indicator.Term(Unreported.measure)], regions: units))
    var counts: [String: Int] = [:]
    for sum in sums where sum.quarter > 0 && sum.quarter <= quarter.number {
      counts[sum.region, default: 0] += Int(sum.amount.scaled / Amount.scale)
    }
    return counts.filter { $0.value > 0 }
  }

  /// The projects of one unit that have not reported.
  package static func projects(of unit: String, _ quarter: Quarter) -> Query {
    Query(
      register: Project.schema.id, filter: Filter.where("region", .equal, .text(unit)).and(Unreported.filter(quarter)),
      sort: [Sort("name")])
  }

  /// Clerks and supervisors by the region that they work for.
  static func contacts(in scope: String, _ store: any Store) throws -> [String: [Contact]] {
    let filter = Filter.where("roles.region", .equal, .text(scope)).and("disabled", .notEqual, .flag(true))
    let ids = try store.list(Query(register: Person.schema.id, filter: filter)).ids(limit: mostPeople)
    return try store.read { library in
      var contacts: [String: [Contact]] = [:]
      for id in ids {
        guard let document = try library.document(Person.schema.id, id) else { continue }
        let person = Person.schema.record(document)
        for row in person.roles {
          guard let role = Role(rawValue: row.role), role == .clerk || role == .supervisor,
            row.registerIDs.isEmpty || row.registerIDs.contains(Project.schema.id)
          else { continue }
          let contact = Contact(name: person.displayName, role: role, phone: person.phone)
          if contacts[row.region]?.contains(contact) != true { contacts[row.region, default: []].append(contact) }
        }
      }
      return contacts.mapValues { all in
        all.sorted { ($0.role == .clerk ? 0 : 1, $0.name) < ($1.role == .clerk ? 0 : 1, $1.name) }
      }
    }
  }
}
