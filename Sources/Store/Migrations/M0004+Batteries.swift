extension M0004 {
  static let batteries: [String] = [
    """
    CREATE TABLE "batteries" (
      _no INTEGER PRIMARY KEY, _id BLOB NOT NULL UNIQUE, _revision INTEGER NOT NULL, _seal INTEGER NOT NULL,
      "batch" TEXT, "name" TEXT, "enterprise" BLOB, "region" TEXT, "parent" BLOB, "source" TEXT,
      "source_name" TEXT, "received_on" INTEGER, "document" TEXT, "trace_number" TEXT, "traced_on" INTEGER,
      "chemistry" TEXT, "form" TEXT, "packs" INTEGER, "mass" INTEGER, "energy" INTEGER, "health" INTEGER,
      "tested_on" INTEGER, "loss" INTEGER, "contact" TEXT, "phone" TEXT, "remarks" TEXT, "holder_name" TEXT,
      "holder_code" TEXT, "parent_batch" TEXT, "state" TEXT, "cascaded" INTEGER, "recycled" INTEGER,
      "transferred" INTEGER, "stock" INTEGER, "recovered" INTEGER, "handled_share" INTEGER,
      "_order_batch" TEXT, "_order_name" TEXT, "_order_holder_name" TEXT, "_order_parent_batch" TEXT
    ) STRICT
    """,
    """
    CREATE TABLE "batteries_keys" (
      _no INTEGER PRIMARY KEY, "region" TEXT, "source" INTEGER, "received_on" INTEGER, "traced_on" INTEGER,
      "chemistry" INTEGER, "form" INTEGER, "mass" INTEGER, "health" INTEGER, "state" INTEGER,
      "cascaded" INTEGER, "recycled" INTEGER, "transferred" INTEGER, "stock" INTEGER,
      "handled_share" INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE "batteries__cascades" (
      _record INTEGER NOT NULL REFERENCES "batteries"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "day" INTEGER, "product" TEXT, "packs" INTEGER, "mass" INTEGER, "energy" INTEGER, "user" TEXT,
      "enterprise" BLOB, "trace_number" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "batteries__recycles" (
      _record INTEGER NOT NULL REFERENCES "batteries"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "day" INTEGER, "recycler" TEXT, "enterprise" BLOB, "mass" INTEGER, "lithium" INTEGER,
      "nickel" INTEGER, "cobalt" INTEGER, "manganese" INTEGER, "copper" INTEGER, "aluminium" INTEGER,
      PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "batteries__transfers" (
      _record INTEGER NOT NULL REFERENCES "batteries"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "day" INTEGER, "receiver" TEXT, "enterprise" BLOB, "mass" INTEGER, "packs" INTEGER, "document" TEXT,
      PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "batteries__answers" (
      _record INTEGER NOT NULL REFERENCES "batteries"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "rule" TEXT, "row" TEXT, "reason" TEXT, "person" TEXT, "day" INTEGER, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "batteries_text" (
      _no INTEGER PRIMARY KEY, text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE "batteries_search" USING fts5(
      tokens, content='', columnsize=0, detail=none, tokenize='ascii')
    """,
    #"INSERT INTO "batteries_search"("batteries_search", rank) VALUES ('hashsize', 16777216)"#,
    #"CREATE INDEX "batteries_by_name" ON "batteries"("_order_name", _no)"#,
    #"CREATE INDEX "batteries_by_region" ON "batteries_keys"("region", _no)"#,
    #"CREATE INDEX "batteries_by_received_on" ON "batteries_keys"("received_on", _no)"#,
    #"CREATE INDEX "batteries_is_batch" ON "batteries"("batch") WHERE "batch" IS NOT NULL"#,
    #"CREATE INDEX "batteries_is_enterprise" ON "batteries"("enterprise") WHERE "enterprise" IS NOT NULL"#,
    #"CREATE INDEX "batteries_is_parent" ON "batteries"("parent") WHERE "parent" IS NOT NULL"#,
    #"CREATE INDEX "batteries__cascades_is_enterprise" ON "batteries__cascades"("enterprise") "#
      + #"WHERE "enterprise" IS NOT NULL"#,
    #"CREATE INDEX "batteries__recycles_is_enterprise" ON "batteries__recycles"("enterprise") "#
      + #"WHERE "enterprise" IS NOT NULL"#,
    #"CREATE INDEX "batteries__transfers_is_enterprise" ON "batteries__transfers"("enterprise") "#
      + #"WHERE "enterprise" IS NOT NULL"#,
  ]
}
