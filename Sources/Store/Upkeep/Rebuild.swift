import Domain
import UseCases

/// Makes anew what is kept beside the records: coded columns, search words, open facts, counters and tallies.
enum Rebuild {
  /// Rises when the tokens of `SearchTokens` or the form of a kept number change.
  static let version = 2

  static func fingerprint(_ connection: Connection) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    let text =
      "\(version);" + connection.registers.compactMap { connection.plans[$0.id]?.fingerprint }.joined(separator: "|")
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return String(hash, radix: 16)
  }

  /// Runs inside the transaction that migrates, or that changes a reference table. Facts that were closed stay: they are what was known then.
  ///
  /// After a migration (`isMigrated`) derived fields that are new are filled, and the seals cover the new columns.
  static func run(_ connection: Connection, isMigrated: Bool) throws {
    let reference = try OwnReference.tables(connection)
    let session = Session(connection, reference, PrivateDigest(key: []), nil)
    let sequence =
      try connection.prepared("SELECT COALESCE(MAX(sequence), 0) FROM history").first { $0.int(0) } ?? 0
    for table in [CounterKey.byRegion, CounterKey.byCity, "tallies"] { try connection.run("DELETE FROM \(table)") }
    let facts = FactKeeper(connection, reference)
    let words = SearchQueue()
    for register in connection.registers {
      let plan = try connection.plan(register.id)
      let reader = RecordReader(connection: connection, plan: plan)
      let writer = RowWriter(connection: connection, plan: plan)
      let index = SearchIndex(connection: connection, plan: plan)
      try connection.run("DELETE FROM \(plan.keyTable); DELETE FROM \(plan.textTable)")
      try connection.run("INSERT INTO \(plan.searchTable)(\(plan.searchTable)) VALUES ('delete-all')")
      var last: Int64 = 0
      while let no = try connection.prepared("SELECT MIN(_no) FROM \(plan.table) WHERE _no > ?")
        .first([.integer(last)], { $0.isNull(0) ? nil : $0.integer(0) }) ?? nil
      {
        last = no
        guard var document = try reader.document(no: no)?.document else { continue }
        if isMigrated {
          let old = document
          register.derive(&document, DeriveContext(reference: reference, library: session))
          try writer.update(document, from: old, no: no)
        }
        try writer.writeKeys(document, no: no, plan.writeKeys)
        try words.change(index, no: no, from: nil, to: index.text(document))
        try facts.renew(plan, no: no, document, sequence: sequence)
      }
    }
    try facts.flush()
    try words.flush()
    try connection.setValue("fingerprint", fingerprint(connection))
  }
}

extension FactKeeper {
  /// Counts a record anew; its open facts are exchanged only where they differ from what the measures say.
  func renew(_ plan: TablePlan, no: Int64, _ document: Document, sequence: Int) throws {
    tally(plan, document, 1)
    for measure in plan.register.measures {
      let number = try connection.number(of: measure.id)
      let wanted = measure.facts(of: document, in: reference)
      for fact in wanted { recount(fact, number, measure) }
      if try open(measure.id, number, no).sorted(by: Fact.precedes) == wanted.sorted(by: Fact.precedes) { continue }
      try close(number, no, sequence)
      for fact in wanted { try insert(fact, number, no, sequence) }
    }
  }

  /// The open facts of a record as the library has them.
  func open(_ measure: String, _ number: Int64, _ no: Int64) throws -> [Fact] {
    var facts: [Fact] = []
    try connection.prepared(
      "SELECT region, d1, d2, d3, day, amount, subject FROM facts WHERE record = ? AND measure = ? AND to_seq IS NULL"
    ).each([.integer(no), .integer(number)]) { row in
      facts.append(
        Fact(
          measure: measure, region: row.text(0), dimensions: [row.text(1), row.text(2), row.text(3)],
          day: Day(number: row.int(4)), amount: Amount(scaled: row.integer(5)), subject: row.text(6)))
    }
    return facts
  }
}

extension Fact {
  /// Of two facts of one code the one that counts.
  static func isEarlier(_ left: Fact, _ right: Fact) -> Bool {
    let keys = { (fact: Fact) in (fact.day?.number ?? 0, fact.region) }
    return keys(left) == keys(right)
      ? left.dimensions.lexicographicallyPrecedes(right.dimensions) : keys(left) < keys(right)
  }

  static func precedes(_ left: Fact, _ right: Fact) -> Bool {
    let keys = { (fact: Fact) in
      (fact.day?.number ?? 0, fact.amount.scaled, fact.region, fact.subject, fact.dimensions.joined(separator: "\n"))
    }
    return keys(left) < keys(right)
  }
}
