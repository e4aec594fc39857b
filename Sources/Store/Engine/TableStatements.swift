import Domain

/// The statements that a register's declaration asks for: what the frozen migrations are compared with.
package enum TableStatements {
  /// Tables and indexes of one register.
  package static func statements(_ register: Register) -> [String] {
    let plan = TablePlan(register)
    return [record(plan), keys(plan)] + plan.lists.map { list($0, plan) } + [text(plan), search(plan), gather(plan)]
      + indexes(plan)
  }

  /// Tables that do not depend on registers.
  package static let common =
    [
      """
      CREATE TABLE library (
        name TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID
      """,
      """
      CREATE TABLE history (
        sequence INTEGER PRIMARY KEY,
        record BLOB,
        person TEXT NOT NULL,
        line BLOB NOT NULL,
        hash TEXT NOT NULL
      ) STRICT
      """,
      """
      CREATE TABLE phrases (
        no INTEGER PRIMARY KEY,
        text TEXT NOT NULL UNIQUE
      ) STRICT
      """,
      "CREATE INDEX history_record ON history(record)",
      "CREATE INDEX history_person ON history(person)",
      """
      CREATE TABLE facts (
        record INTEGER NOT NULL,
        measure INTEGER NOT NULL,
        region TEXT NOT NULL,
        d1 TEXT NOT NULL,
        d2 TEXT NOT NULL,
        d3 TEXT NOT NULL,
        day INTEGER NOT NULL,
        amount INTEGER NOT NULL,
        subject TEXT NOT NULL,
        from_seq INTEGER NOT NULL,
        to_seq INTEGER
      ) STRICT
      """,
      "CREATE INDEX facts_record ON facts(record) WHERE to_seq IS NULL",
      "CREATE INDEX facts_day ON facts(measure, day) WHERE to_seq IS NULL",
      "CREATE INDEX facts_closed ON facts(to_seq) WHERE to_seq IS NOT NULL",
      "CREATE INDEX facts_subject ON facts(measure, subject) WHERE subject <> ''",
      """
      CREATE TABLE measures (
        no INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE
      ) STRICT
      """,
      """
      CREATE TABLE tallies (
        register TEXT NOT NULL,
        field TEXT NOT NULL,
        region TEXT NOT NULL,
        value TEXT NOT NULL,
        high INTEGER NOT NULL,
        low INTEGER NOT NULL,
        PRIMARY KEY (register, field, region, value)
      ) STRICT, WITHOUT ROWID
      """,
      """
      CREATE TABLE serials (
        scope TEXT NOT NULL PRIMARY KEY,
        last INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID
      """,
      """
      CREATE TABLE settings (
        person TEXT NOT NULL,
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (person, name)
      ) STRICT, WITHOUT ROWID
      """,
      """
      CREATE TABLE reference (
        source TEXT NOT NULL,
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (source, key)
      ) STRICT, WITHOUT ROWID
      """,
      """
      CREATE TABLE locked (
        lock BLOB NOT NULL,
        part TEXT NOT NULL,
        measure INTEGER NOT NULL,
        cumulative INTEGER NOT NULL,
        year INTEGER NOT NULL,
        period INTEGER NOT NULL,
        late INTEGER NOT NULL,
        late_in_year INTEGER NOT NULL,
        PRIMARY KEY (lock, part, measure)
      ) STRICT, WITHOUT ROWID
      """,
    ] + [counters(CounterKey.byRegion), counters(CounterKey.byCity)] + packages

  private static func counters(_ table: String) -> String {
    """
    CREATE TABLE \(table) (
      measure INTEGER NOT NULL,
      region TEXT NOT NULL,
      d1 TEXT NOT NULL,
      d2 TEXT NOT NULL,
      d3 TEXT NOT NULL,
      quarter INTEGER NOT NULL,
      high INTEGER NOT NULL,
      low INTEGER NOT NULL,
      PRIMARY KEY (measure, d1, d2, d3, region, quarter)
    ) STRICT, WITHOUT ROWID
    """
  }

  private static func record(_ plan: TablePlan) -> String {
    table(
      plan.table,
      ["_no INTEGER PRIMARY KEY", "_id BLOB NOT NULL UNIQUE", "_revision INTEGER NOT NULL", "_seal INTEGER NOT NULL"]
        + plan.columns.map { "\($0.name) \($0.storage.type)" }
        + plan.ordered.map { "\"_order_\($0.field.id)\" TEXT" })
  }

  private static func keys(_ plan: TablePlan) -> String {
    table(plan.keyTable, ["_no INTEGER PRIMARY KEY"] + plan.keys.map { "\($0.name) \($0.keyType)" })
  }

  private static func list(_ list: TablePlan.List, _ plan: TablePlan) -> String {
    table(
      list.table,
      ["_record INTEGER NOT NULL REFERENCES \(plan.table)(_no)", "_id BLOB NOT NULL", "_position INTEGER NOT NULL"]
        + list.columns.map { "\($0.name) \($0.storage.type)" } + ["PRIMARY KEY (_record, _id)"],
      options: "STRICT, WITHOUT ROWID")
  }

  private static func text(_ plan: TablePlan) -> String {
    table(plan.textTable, ["_no INTEGER PRIMARY KEY", "text TEXT NOT NULL"])
  }

  private static func search(_ plan: TablePlan) -> String {
    "CREATE VIRTUAL TABLE \(plan.searchTable) USING fts5(\n"
      + "  tokens, content='', columnsize=0, detail=none, tokenize='ascii')"
  }

  /// Words of a large write are gathered in this much memory before they are put in order: far less merging.
  private static func gather(_ plan: TablePlan) -> String {
    "INSERT INTO \(plan.searchTable)(\(plan.searchTable), rank) VALUES ('hashsize', \(16 << 20))"
  }

  private static func indexes(_ plan: TablePlan) -> [String] {
    let fields = plan.register.layout.indexed + plan.register.layout.sort.map(\.field)
    var seen = Set<String>()
    var statements: [String] = []
    for field in fields where seen.insert(field).inserted {
      guard let order = plan.order(of: field) else { continue }
      statements.append(
        "CREATE INDEX \"\(plan.register.id)_by_\(field)\" ON \(order.table)(\(order.column), _no)")
    }
    for link in plan.links {
      statements.append(
        "CREATE INDEX \"\(plan.register.id)_is_\(link.field.id)\" ON \(plan.table)(\(link.name)) "
          + "WHERE \(link.name) IS NOT NULL")
    }
    for list in plan.lists {
      for link in list.links {
        statements.append(
          "CREATE INDEX \"\(plan.register.id)__\(list.id)_is_\(link.field.id)\" ON \(list.table)(\(link.name)) "
            + "WHERE \(link.name) IS NOT NULL")
      }
    }
    return statements
  }

  private static func table(_ name: String, _ columns: [String], options: String = "STRICT") -> String {
    var lines: [String] = []
    for column in columns {
      if let last = lines.last, last.count + column.count < 100 {
        lines[lines.count - 1] = last + ", " + column
      } else {
        lines.append(column)
      }
    }
    return "CREATE TABLE \(name) (\n  \(lines.joined(separator: ",\n  "))\n) \(options)"
  }
}
