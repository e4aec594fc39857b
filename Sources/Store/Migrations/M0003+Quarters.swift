extension M0003 {
  /// What projects have besides: since when no report came, and which plan counts for its year.
  static let projects: [String] = [
    #"ALTER TABLE "projects" ADD COLUMN "silent_since" INTEGER"#,
    #"ALTER TABLE "projects_keys" ADD COLUMN "silent_since" INTEGER"#,
    #"ALTER TABLE "projects_keys" ADD COLUMN "stop_date" INTEGER"#,
    #"ALTER TABLE "projects__plans" ADD COLUMN "counted" INTEGER"#,
    #"ALTER TABLE "projects__plans" ADD COLUMN "counts_on" INTEGER"#,
  ]

  /// Quarters, what was kept of each lock, and what tells counted codes apart.
  static let quarters: [String] = [
    """
    CREATE TABLE "quarters" (
      _no INTEGER PRIMARY KEY, _id BLOB NOT NULL UNIQUE, _revision INTEGER NOT NULL, _seal INTEGER NOT NULL,
      "key" TEXT, "region" TEXT, "quarter" TEXT, "edition" TEXT, "name" TEXT, "locked" INTEGER, "version" INTEGER,
      "locked_on" INTEGER, "_order_quarter" TEXT, "_order_name" TEXT
    ) STRICT
    """,
    """
    CREATE TABLE "quarters_keys" (
      _no INTEGER PRIMARY KEY, "region" TEXT, "edition" INTEGER, "locked" INTEGER, "version" INTEGER,
      "locked_on" INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE "quarters__locks" (
      _record INTEGER NOT NULL REFERENCES "quarters"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "version" INTEGER, "position" INTEGER, "locked_on" INTEGER, "locked_by" TEXT, "by_region" TEXT,
      "unreported" INTEGER, "readings" TEXT, "digest" TEXT, "remark" TEXT, "unlocked_at" INTEGER,
      "unlocked_on" INTEGER, "unlocked_by" TEXT, "unlock_reason" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "quarters__confirmations" (
      _record INTEGER NOT NULL REFERENCES "quarters"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "entry" INTEGER, "confirmed_on" INTEGER, "confirmed_by" TEXT, "remark" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "quarters_text" (
      _no INTEGER PRIMARY KEY, text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE "quarters_search" USING fts5(
      tokens, content='', columnsize=0, detail=none, tokenize='ascii')
    """,
    #"INSERT INTO "quarters_search"("quarters_search", rank) VALUES ('hashsize', 16777216)"#,
    #"CREATE INDEX "quarters_by_quarter" ON "quarters"("_order_quarter", _no)"#,
    #"CREATE INDEX "quarters_by_region" ON "quarters_keys"("region", _no)"#,
    #"CREATE INDEX "quarters_is_key" ON "quarters"("key") WHERE "key" IS NOT NULL"#,
    #"CREATE INDEX facts_subject ON facts(measure, subject) WHERE subject <> ''"#,
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
  ]
}
