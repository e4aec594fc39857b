extension M0005 {
  /// 任务台账.
  static let duties: [String] = [
    """
    CREATE TABLE "duties" (
      _no INTEGER PRIMARY KEY, _id BLOB NOT NULL UNIQUE, _revision INTEGER NOT NULL, _seal INTEGER NOT NULL,
      "code" TEXT, "name" TEXT, "region" TEXT, "clause" TEXT, "sentence" TEXT, "lead" TEXT, "partners" TEXT,
      "deliverable" TEXT, "starts_on" INTEGER, "due_on" INTEGER, "standing" INTEGER, "target" TEXT,
      "state" TEXT, "done_on" INTEGER, "contact" TEXT, "phone" TEXT, "remarks" TEXT,
      "last_reported" INTEGER, "latest" TEXT, "document_count" INTEGER, "_order_code" TEXT,
      "_order_name" TEXT, "_order_lead" TEXT, "_order_partners" TEXT, "_order_deliverable" TEXT,
      "_order_target" TEXT, "_order_latest" TEXT
    ) STRICT
    """,
    """
    CREATE TABLE "duties_keys" (
      _no INTEGER PRIMARY KEY, "region" TEXT, "due_on" INTEGER, "standing" INTEGER, "state" INTEGER,
      "last_reported" INTEGER, "document_count" INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE "duties__progress" (
      _record INTEGER NOT NULL REFERENCES "duties"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "day" INTEGER, "text" TEXT, "problem" TEXT, "department" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "duties__documents" (
      _record INTEGER NOT NULL REFERENCES "duties"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "title" TEXT, "number" TEXT, "issuer" TEXT, "day" INTEGER, "state" TEXT, "place" TEXT,
      PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "duties__answers" (
      _record INTEGER NOT NULL REFERENCES "duties"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "rule" TEXT, "row" TEXT, "reason" TEXT, "person" TEXT, "day" INTEGER, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "duties_text" (
      _no INTEGER PRIMARY KEY, text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE "duties_search" USING fts5(
      tokens, content='', columnsize=0, detail=none, tokenize='ascii')
    """,
    #"INSERT INTO "duties_search"("duties_search", rank) VALUES ('hashsize', 16777216)"#,
    #"CREATE INDEX "duties_by_name" ON "duties"("_order_name", _no)"#,
    #"CREATE INDEX "duties_by_region" ON "duties_keys"("region", _no)"#,
    #"CREATE INDEX "duties_by_code" ON "duties"("_order_code", _no)"#,
    #"CREATE INDEX "duties_by_due_on" ON "duties_keys"("due_on", _no)"#,
    #"CREATE INDEX "duties_is_code" ON "duties"("code") WHERE "code" IS NOT NULL"#,
  ]
}
