extension M0005 {
  /// 服务商.
  static let providers: [String] = [
    """
    CREATE TABLE "providers" (
      _no INTEGER PRIMARY KEY, _id BLOB NOT NULL UNIQUE, _revision INTEGER NOT NULL, _seal INTEGER NOT NULL,
      "credit_code" TEXT, "name" TEXT, "region" TEXT, "address" TEXT, "level" TEXT, "batch" TEXT,
      "document" TEXT, "appointed_on" INTEGER, "term_until" INTEGER, "state" TEXT, "removed_on" INTEGER,
      "removed_reason" TEXT, "promoted" INTEGER, "staff" INTEGER, "qualifications" TEXT, "contact" TEXT,
      "phone" TEXT, "remarks" TEXT, "sectors" TEXT, "work_count" INTEGER, "saving_delivered" INTEGER,
      "latest_grade" TEXT, "_order_name" TEXT, "_order_contact" TEXT, "_order_sectors" TEXT
    ) STRICT
    """,
    """
    CREATE TABLE "providers_keys" (
      _no INTEGER PRIMARY KEY, "region" TEXT, "level" INTEGER, "term_until" INTEGER, "state" INTEGER,
      "promoted" INTEGER, "work_count" INTEGER, "saving_delivered" INTEGER, "latest_grade" INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE "providers__areas" (
      _record INTEGER NOT NULL REFERENCES "providers"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "region" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "providers__trades" (
      _record INTEGER NOT NULL REFERENCES "providers"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "sector" TEXT, "industry" TEXT, "service" TEXT, "detail" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "providers__works" (
      _record INTEGER NOT NULL REFERENCES "providers"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "day" INTEGER, "service" TEXT, "enterprise" BLOB, "content" TEXT, "saving" INTEGER, "amount" INTEGER,
      "rating" INTEGER, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "providers__reviews" (
      _record INTEGER NOT NULL REFERENCES "providers"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "year" INTEGER, "grade" TEXT, "day" INTEGER, "document" TEXT, "remark" TEXT,
      PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "providers__answers" (
      _record INTEGER NOT NULL REFERENCES "providers"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "rule" TEXT, "row" TEXT, "reason" TEXT, "person" TEXT, "day" INTEGER, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "providers_text" (
      _no INTEGER PRIMARY KEY, text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE "providers_search" USING fts5(
      tokens, content='', columnsize=0, detail=none, tokenize='ascii')
    """,
    #"INSERT INTO "providers_search"("providers_search", rank) VALUES ('hashsize', 16777216)"#,
    #"CREATE INDEX "providers_by_name" ON "providers"("_order_name", _no)"#,
    #"CREATE INDEX "providers_by_region" ON "providers_keys"("region", _no)"#,
    #"CREATE INDEX "providers_by_term_until" ON "providers_keys"("term_until", _no)"#,
    #"CREATE INDEX "providers_is_credit_code" ON "providers"("credit_code") WHERE "credit_code" IS NOT NULL"#,
    #"CREATE INDEX "providers__works_is_enterprise" ON "providers__works"("enterprise") WHERE "enterprise" IS NOT NULL"#,
  ]
}
