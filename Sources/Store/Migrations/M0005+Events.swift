extension M0005 {
  /// 推广对接活动 and their agreements.
  static let events: [String] = [
    """
    CREATE TABLE "events" (
      _no INTEGER PRIMARY KEY, _id BLOB NOT NULL UNIQUE, _revision INTEGER NOT NULL, _seal INTEGER NOT NULL,
      "code" TEXT, "name" TEXT, "region" TEXT, "kind" TEXT, "day" INTEGER, "days" INTEGER, "place" TEXT,
      "organiser" TEXT, "partners" TEXT, "sector" TEXT, "topics" TEXT, "document" TEXT, "people" INTEGER,
      "firms" INTEGER, "state" TEXT, "summary" TEXT, "remarks" TEXT, "agreement_count" INTEGER,
      "converted_count" INTEGER, "agreed_amount" INTEGER, "_order_code" TEXT, "_order_name" TEXT,
      "_order_organiser" TEXT
    ) STRICT
    """,
    """
    CREATE TABLE "events_keys" (
      _no INTEGER PRIMARY KEY, "region" TEXT, "kind" INTEGER, "day" INTEGER, "sector" INTEGER,
      "people" INTEGER, "firms" INTEGER, "state" INTEGER, "agreement_count" INTEGER,
      "converted_count" INTEGER, "agreed_amount" INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE "events__agreements" (
      _record INTEGER NOT NULL REFERENCES "events"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "enterprise" BLOB, "provider" BLOB, "kind" TEXT, "content" TEXT, "amount" INTEGER,
      "signed_on" INTEGER, "project" BLOB, "state" TEXT, "remark" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "events__answers" (
      _record INTEGER NOT NULL REFERENCES "events"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "rule" TEXT, "row" TEXT, "reason" TEXT, "person" TEXT, "day" INTEGER, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "events_text" (
      _no INTEGER PRIMARY KEY, text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE "events_search" USING fts5(
      tokens, content='', columnsize=0, detail=none, tokenize='ascii')
    """,
    #"INSERT INTO "events_search"("events_search", rank) VALUES ('hashsize', 16777216)"#,
    #"CREATE INDEX "events_by_name" ON "events"("_order_name", _no)"#,
    #"CREATE INDEX "events_by_region" ON "events_keys"("region", _no)"#,
    #"CREATE INDEX "events_by_day" ON "events_keys"("day", _no)"#,
    #"CREATE INDEX "events_is_code" ON "events"("code") WHERE "code" IS NOT NULL"#,
    #"CREATE INDEX "events__agreements_is_enterprise" ON "events__agreements"("enterprise") WHERE "enterprise" IS NOT NULL"#,
    #"CREATE INDEX "events__agreements_is_provider" ON "events__agreements"("provider") WHERE "provider" IS NOT NULL"#,
    #"CREATE INDEX "events__agreements_is_project" ON "events__agreements"("project") WHERE "project" IS NOT NULL"#,
  ]
}
