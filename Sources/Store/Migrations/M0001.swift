/// The first form of the library. Frozen: what changes since comes in the migrations after it.
enum M0001 {
  static let statements = common + projects + enterprises + efficiency

  static let common: [String] = [
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
    #"CREATE INDEX history_record ON history(record)"#,
    #"CREATE INDEX history_person ON history(person)"#,
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
    #"CREATE INDEX facts_record ON facts(record) WHERE to_seq IS NULL"#,
    #"CREATE INDEX facts_day ON facts(measure, day) WHERE to_seq IS NULL"#,
    #"CREATE INDEX facts_closed ON facts(to_seq) WHERE to_seq IS NOT NULL"#,
    """
    CREATE TABLE measures (
      no INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE
    ) STRICT
    """,
    """
    CREATE TABLE counters (
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
  ]
}
