extension M0004 {
  static let recognitions: [String] = [
    """
    CREATE TABLE "recognitions" (
      _no INTEGER PRIMARY KEY, _id BLOB NOT NULL UNIQUE, _revision INTEGER NOT NULL, _seal INTEGER NOT NULL,
      "key" TEXT, "name" TEXT, "title" TEXT, "level" TEXT, "holder_kind" TEXT, "enterprise" BLOB,
      "park" BLOB, "listed_name" TEXT, "credit_code" TEXT, "region" TEXT, "object" TEXT, "year" INTEGER,
      "batch" TEXT, "awarded_on" INTEGER, "document" TEXT, "certificate" TEXT, "assessor" TEXT,
      "score" INTEGER, "valid_until" INTEGER, "withdrawn_on" INTEGER, "withdrawal" TEXT,
      "withdrawn_document" TEXT, "withdrawn_remark" TEXT, "remarks" TEXT, "holder_name" TEXT,
      "holder_code" TEXT, "matched" INTEGER, "state" TEXT, "last_review" INTEGER, "last_outcome" TEXT,
      "next_review" INTEGER, "_order_name" TEXT, "_order_object" TEXT, "_order_batch" TEXT,
      "_order_document" TEXT, "_order_assessor" TEXT, "_order_holder_name" TEXT
    ) STRICT
    """,
    """
    CREATE TABLE "recognitions_keys" (
      _no INTEGER PRIMARY KEY, "title" INTEGER, "level" INTEGER, "holder_kind" INTEGER, "region" TEXT,
      "year" INTEGER, "awarded_on" INTEGER, "withdrawn_on" INTEGER, "withdrawal" INTEGER, "matched" INTEGER,
      "state" INTEGER, "last_review" INTEGER, "last_outcome" INTEGER, "next_review" INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE "recognitions__reviews" (
      _record INTEGER NOT NULL REFERENCES "recognitions"(_no), _id BLOB NOT NULL,
      _position INTEGER NOT NULL, "year" INTEGER, "reviewed_on" INTEGER, "outcome" TEXT, "score" INTEGER,
      "document" TEXT, "finding" TEXT, "rectify_by" INTEGER, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "recognitions__answers" (
      _record INTEGER NOT NULL REFERENCES "recognitions"(_no), _id BLOB NOT NULL,
      _position INTEGER NOT NULL, "rule" TEXT, "row" TEXT, "reason" TEXT, "person" TEXT, "day" INTEGER,
      PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "recognitions_text" (
      _no INTEGER PRIMARY KEY, text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE "recognitions_search" USING fts5(
      tokens, content='', columnsize=0, detail=none, tokenize='ascii')
    """,
    #"INSERT INTO "recognitions_search"("recognitions_search", rank) VALUES ('hashsize', 16777216)"#,
    #"CREATE INDEX "recognitions_by_holder_name" ON "recognitions"("_order_holder_name", _no)"#,
    #"CREATE INDEX "recognitions_by_region" ON "recognitions_keys"("region", _no)"#,
    #"CREATE INDEX "recognitions_by_next_review" ON "recognitions_keys"("next_review", _no)"#,
    #"CREATE INDEX "recognitions_by_awarded_on" ON "recognitions_keys"("awarded_on", _no)"#,
    #"CREATE INDEX "recognitions_is_key" ON "recognitions"("key") WHERE "key" IS NOT NULL"#,
    #"CREATE INDEX "recognitions_is_enterprise" ON "recognitions"("enterprise") WHERE "enterprise" IS NOT NULL"#,
    #"CREATE INDEX "recognitions_is_park" ON "recognitions"("park") WHERE "park" IS NOT NULL"#,
    #"CREATE INDEX "recognitions_is_credit_code" ON "recognitions"("credit_code") WHERE "credit_code" IS NOT NULL"#,
  ]
}
