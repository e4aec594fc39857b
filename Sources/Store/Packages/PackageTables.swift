extension TableStatements {
  /// What a library keeps of packages: who is known, whose regions are whose, what went and came, what came from where.
  static let packages = [
    """
    CREATE TABLE partners (
      library BLOB NOT NULL PRIMARY KEY,
      region TEXT NOT NULL,
      mark TEXT NOT NULL,
      key TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE homes (
      region TEXT NOT NULL PRIMARY KEY,
      library BLOB NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE parcels (
      library BLOB NOT NULL,
      direction TEXT NOT NULL,
      number INTEGER NOT NULL,
      base INTEGER NOT NULL,
      head INTEGER NOT NULL,
      head_hash TEXT NOT NULL,
      acknowledged INTEGER NOT NULL,
      PRIMARY KEY (library, direction, number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE origins (
      sequence INTEGER PRIMARY KEY,
      library BLOB NOT NULL
    ) STRICT
    """,
  ]
}
