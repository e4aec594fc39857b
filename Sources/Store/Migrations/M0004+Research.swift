extension M0004 {
  static let research: [String] = [
    """
    CREATE TABLE "research" (
      _no INTEGER PRIMARY KEY, _id BLOB NOT NULL UNIQUE, _revision INTEGER NOT NULL, _seal INTEGER NOT NULL,
      "code" TEXT, "number" TEXT, "name" TEXT, "region" TEXT, "enterprise" BLOB, "lead_name" TEXT, "level" TEXT,
      "direction" TEXT, "sector" TEXT, "content" TEXT, "goal" TEXT, "call" TEXT, "approved_on" INTEGER,
      "approved_document" TEXT, "start_month" INTEGER, "deadline" INTEGER, "budget" INTEGER,
      "grant_planned" INTEGER, "grant_paid" INTEGER, "spent" INTEGER, "saving" INTEGER, "co2_cut" INTEGER,
      "accepted_on" INTEGER, "accepted_document" TEXT, "acceptance" TEXT, "stopped_on" INTEGER,
      "stop_reason" TEXT, "technology" BLOB, "leader" TEXT, "contact" TEXT, "phone" TEXT, "remarks" TEXT,
      "holder_name" TEXT, "holder_code" TEXT, "state" TEXT, "next_due" INTEGER, "result_count" INTEGER,
      "_order_number" TEXT, "_order_name" TEXT, "_order_holder_name" TEXT
    ) STRICT
    """,
    """
    CREATE TABLE "research_keys" (
      _no INTEGER PRIMARY KEY, "region" TEXT, "level" INTEGER, "direction" INTEGER, "sector" INTEGER,
      "approved_on" INTEGER, "deadline" INTEGER, "budget" INTEGER, "grant_planned" INTEGER,
      "grant_paid" INTEGER, "accepted_on" INTEGER, "acceptance" INTEGER, "state" INTEGER,
      "result_count" INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE "research__partners" (
      _record INTEGER NOT NULL REFERENCES "research"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "name" TEXT, "kind" TEXT, "enterprise" BLOB, "task" TEXT, "share" INTEGER, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "research__milestones" (
      _record INTEGER NOT NULL REFERENCES "research"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "name" TEXT, "planned" INTEGER, "actual" INTEGER, "remark" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "research__results" (
      _record INTEGER NOT NULL REFERENCES "research"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "kind" TEXT, "name" TEXT, "number" TEXT, "day" INTEGER, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "research__answers" (
      _record INTEGER NOT NULL REFERENCES "research"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "rule" TEXT, "row" TEXT, "reason" TEXT, "person" TEXT, "day" INTEGER, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "research_text" (
      _no INTEGER PRIMARY KEY, text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE "research_search" USING fts5(
      tokens, content='', columnsize=0, detail=none, tokenize='ascii')
    """,
    #"INSERT INTO "research_search"("research_search", rank) VALUES ('hashsize', 16777216)"#,
    #"CREATE INDEX "research_by_name" ON "research"("_order_name", _no)"#,
    #"CREATE INDEX "research_by_region" ON "research_keys"("region", _no)"#,
    #"CREATE INDEX "research_by_deadline" ON "research_keys"("deadline", _no)"#,
    #"CREATE INDEX "research_is_code" ON "research"("code") WHERE "code" IS NOT NULL"#,
    #"CREATE INDEX "research_is_enterprise" ON "research"("enterprise") WHERE "enterprise" IS NOT NULL"#,
    #"CREATE INDEX "research_is_technology" ON "research"("technology") WHERE "technology" IS NOT NULL"#,
    #"CREATE INDEX "research__partners_is_enterprise" ON "research__partners"("enterprise") "#
      + #"WHERE "enterprise" IS NOT NULL"#,
  ]
}
