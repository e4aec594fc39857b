extension M0002 {
  /// The settings of tiers: usual reasons, quotas.
  static let tiers: [String] = [
    """
    CREATE TABLE "tiers" (
      _no INTEGER PRIMARY KEY, _id BLOB NOT NULL UNIQUE, _revision INTEGER NOT NULL, _seal INTEGER NOT NULL,
      "region" TEXT, "waived" INTEGER, "reviewed_by" TEXT, "review_days" INTEGER, "document_word" TEXT,
      "remarks" TEXT, "name" TEXT, "_order_document_word" TEXT, "_order_name" TEXT
    ) STRICT
    """,
    """
    CREATE TABLE "tiers_keys" (
      _no INTEGER PRIMARY KEY, "region" TEXT, "waived" INTEGER, "reviewed_by" TEXT, "review_days" INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE "tiers__reasons" (
      _record INTEGER NOT NULL REFERENCES "tiers"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "reason" TEXT, "field" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "tiers__quotas" (
      _record INTEGER NOT NULL REFERENCES "tiers"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "year" INTEGER, "region" TEXT, "count" INTEGER, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "tiers_text" (
      _no INTEGER PRIMARY KEY, text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE "tiers_search" USING fts5(
      tokens, content='', columnsize=0, detail=none, tokenize='ascii')
    """,
    #"INSERT INTO "tiers_search"("tiers_search", rank) VALUES ('hashsize', 16777216)"#,
    #"CREATE INDEX "tiers_by_region" ON "tiers_keys"("region", _no)"#,
    #"CREATE INDEX "tiers_is_region" ON "tiers"("region") WHERE "region" IS NOT NULL"#,
  ]
}
