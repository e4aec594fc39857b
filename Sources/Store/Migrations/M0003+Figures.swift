extension M0003 {
  /// Targets of regions, and what departments have sent.
  static let figures: [String] = targets + statistics

  private static let targets: [String] = [
    """
    CREATE TABLE "targets" (
      _no INTEGER PRIMARY KEY, _id BLOB NOT NULL UNIQUE, _revision INTEGER NOT NULL, _seal INTEGER NOT NULL,
      "key" TEXT, "name" TEXT, "region" TEXT, "indicator" TEXT, "span" TEXT, "year" INTEGER, "value" INTEGER,
      "start" INTEGER, "split" TEXT, "split_note" TEXT, "document" TEXT, "document_day" INTEGER,
      "version" INTEGER, "remarks" TEXT, "unit" TEXT, "series" TEXT, "in_force" INTEGER, "_order_name" TEXT,
      "_order_document" TEXT, "_order_unit" TEXT
    ) STRICT
    """,
    """
    CREATE TABLE "targets_keys" (
      _no INTEGER PRIMARY KEY, "region" TEXT, "indicator" TEXT, "span" INTEGER, "year" INTEGER,
      "value" INTEGER, "start" INTEGER, "split" INTEGER, "document_day" INTEGER, "version" INTEGER,
      "in_force" INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE "targets__answers" (
      _record INTEGER NOT NULL REFERENCES "targets"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "rule" TEXT, "row" TEXT, "reason" TEXT, "person" TEXT, "day" INTEGER, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "targets_text" (
      _no INTEGER PRIMARY KEY, text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE "targets_search" USING fts5(
      tokens, content='', columnsize=0, detail=none, tokenize='ascii')
    """,
    #"INSERT INTO "targets_search"("targets_search", rank) VALUES ('hashsize', 16777216)"#,
    #"CREATE INDEX "targets_by_region" ON "targets_keys"("region", _no)"#,
    #"CREATE INDEX "targets_by_name" ON "targets"("_order_name", _no)"#,
    #"CREATE INDEX "targets_is_key" ON "targets"("key") WHERE "key" IS NOT NULL"#,
    #"CREATE INDEX "targets_is_series" ON "targets"("series") WHERE "series" IS NOT NULL"#,
  ]

  private static let statistics: [String] = [
    """
    CREATE TABLE "statistics" (
      _no INTEGER PRIMARY KEY, _id BLOB NOT NULL UNIQUE, _revision INTEGER NOT NULL, _seal INTEGER NOT NULL,
      "key" TEXT, "name" TEXT, "region" TEXT, "indicator" TEXT, "period" TEXT, "reading" TEXT, "scope" TEXT,
      "value" INTEGER, "department" TEXT, "document" TEXT, "received_on" INTEGER, "remarks" TEXT,
      "unit" TEXT, "period_end" INTEGER, "counts" INTEGER, "series" TEXT, "_order_name" TEXT,
      "_order_department" TEXT, "_order_document" TEXT, "_order_unit" TEXT
    ) STRICT
    """,
    """
    CREATE TABLE "statistics_keys" (
      _no INTEGER PRIMARY KEY, "region" TEXT, "indicator" TEXT, "reading" INTEGER, "scope" INTEGER,
      "value" INTEGER, "received_on" INTEGER, "period_end" INTEGER, "counts" INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE "statistics__answers" (
      _record INTEGER NOT NULL REFERENCES "statistics"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "rule" TEXT, "row" TEXT, "reason" TEXT, "person" TEXT, "day" INTEGER, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "statistics_text" (
      _no INTEGER PRIMARY KEY, text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE "statistics_search" USING fts5(
      tokens, content='', columnsize=0, detail=none, tokenize='ascii')
    """,
    #"INSERT INTO "statistics_search"("statistics_search", rank) VALUES ('hashsize', 16777216)"#,
    #"CREATE INDEX "statistics_by_region" ON "statistics_keys"("region", _no)"#,
    #"CREATE INDEX "statistics_by_name" ON "statistics"("_order_name", _no)"#,
    #"CREATE INDEX "statistics_by_period_end" ON "statistics_keys"("period_end", _no)"#,
    #"CREATE INDEX "statistics_is_key" ON "statistics"("key") WHERE "key" IS NOT NULL"#,
    #"CREATE INDEX "statistics_is_series" ON "statistics"("series") WHERE "series" IS NOT NULL"#,
  ]
}
