import Domain

/// Something that waits for somebody 督办: one record of one matter, with who is to act and by when.
package struct MatterRow: Hashable, Sendable {
  /// The matter's id.
  package let matter: String
  /// The register's id.
  package let register: String
  /// The record.
  package let id: RecordID
  /// What the record is called.
  package let title: String
  /// Its region's code.
  package let region: String
  /// Who is to act; the region itself where the record names nobody.
  package let owner: String
  /// The day by which; nil where none is set.
  package let due: Day?
  /// The day has passed.
  package let isLate: Bool
}

/// Reads what waits, matter by matter, in a region and those below.
package enum MattersOf {
  /// All matters of all registers, in menu order.
  package static let all: [Matter] = Registers.all.flatMap(\.matters)

  /// What a matter is called among all: with its register's name where several are called alike.
  package static func name(_ matter: Matter) -> Label {
    guard let register = Registers.named(matter.register) else { return matter.label }
    func isShared(_ name: KeyPath<Label, String>) -> Bool {
      all.count { $0.label[keyPath: name] == matter.label[keyPath: name] } > 1
    }
    return Label(
      zh: isShared(\.zh) ? "\(register.singular.zh)\(matter.label.zh)" : matter.label.zh,
      en: isShared(\.en) ? "\(register.singular.en): \(matter.label.en.lowercased())" : matter.label.en)
  }

  /// The records of a matter in or under a region, the first due first.
  package static func query(
    _ matter: Matter, region: String?, _ reference: ReferenceTables, today: Day
  ) -> Query {
    var filter = matter.filter(on: today, reference.settings)
    if let region, !region.isEmpty { filter = filter.and("region", .equal, .text(region)) }
    let order = matter.due.map { [Sort($0)] } ?? Registers.named(matter.register)?.layout.sort ?? []
    return Query(register: matter.register, filter: filter, sort: order)
  }

  /// How many wait.
  package static func count(_ matter: Matter, region: String?, in store: any Store, today: Day) throws -> Int {
    let query = query(matter, region: region, store.reference, today: today)
    return try store.read { try $0.totals(query.register, where: query.filter, sums: []).count }
  }

  /// How many wait in all; nil where the counting was broken off.
  package static func total(
    region: String?, in store: any Store, today: Day, isCancelled: () -> Bool
  ) throws -> Int? {
    var total = 0
    for matter in all {
      if isCancelled() { return nil }
      total += try count(matter, region: region, in: store, today: today)
    }
    return total
  }

  /// The rows of a window of a matter's list.
  package static func rows(
    _ matter: Matter, _ places: Range<Int>, of list: any RecordList, in store: any Store, today: Day
  ) throws -> [MatterRow] {
    guard let register = Registers.named(matter.register) else { return [] }
    let ids = try list.rows(places, fields: []).map(\.id)
    return try store.read { library in
      try ids.compactMap { id in
        try library.document(register.id, id).map { row($0, matter, register, store.reference, today) }
      }
    }
  }

  /// One record of a matter.
  package static func row(
    _ document: Document, _ matter: Matter, _ register: Register, _ reference: ReferenceTables, _ today: Day
  ) -> MatterRow {
    let due = matter.due.flatMap { day(document[$0]) }
    return MatterRow(
      matter: matter.id, register: register.id, id: document.id, title: document[register.titleField].plain,
      region: document["region"].plain, owner: owner(document, matter, reference), due: due,
      isLate: matter.isLate || due.map { $0 < today } ?? false)
  }

  /// Fields that name who is to act, in this order.
  private static let owners = ["lead", "expert_name", "inspectors", "body", "contact", "organiser"]

  private static func owner(_ document: Document, _ matter: Matter, _ reference: ReferenceTables) -> String {
    if matter.id == "projects.problem",
      let row = document.children["progress"]?.last(where: {
        !$0["problem"].isEmpty && $0["problem_state"].text != "solved"
      }),
      let solver = row["solver"].text
    {
      return solver
    }
    let named = owners.lazy.compactMap { document[$0].text }.first
    return named ?? reference.regions[document["region"].plain]?.name ?? ""
  }

  /// A month or a year is over at its last day.
  private static func day(_ value: Value) -> Day? {
    switch value {
    case .day(let day): day
    case .month(let month): month.lastDay
    case .integer(let year): Day(year: year, month: 12, day: 31)
    default: nil
    }
  }
}
