extension M0004 {
  static let audits: [String] = [
    """
    CREATE TABLE "audits" (
      _no INTEGER PRIMARY KEY, _id BLOB NOT NULL UNIQUE, _revision INTEGER NOT NULL, _seal INTEGER NOT NULL,
      "key" TEXT, "name" TEXT, "enterprise" BLOB, "region" TEXT, "year" INTEGER, "round" INTEGER,
      "kind" TEXT, "reason" TEXT, "reason_text" TEXT, "listed_on" INTEGER, "list_document" TEXT,
      "due_on" INTEGER, "consultant" TEXT, "started_on" INTEGER, "announced_on" INTEGER,
      "reported_on" INTEGER, "assessed_on" INTEGER, "assessment" TEXT, "accepted_on" INTEGER,
      "acceptance" TEXT, "accepted_by" TEXT, "document" TEXT, "level" TEXT, "subsidy" INTEGER,
      "contact" TEXT, "phone" TEXT, "remarks" TEXT, "holder_name" TEXT, "holder_code" TEXT,
      "credit_code" TEXT, "sector" TEXT, "above_scale" INTEGER, "stage" TEXT, "counted" INTEGER,
      "next_due" INTEGER, "scheme_count" INTEGER, "schemes_done" INTEGER, "investment" INTEGER,
      "saving" INTEGER, "water_saved" INTEGER, "waste_cut" INTEGER, "benefit" INTEGER, "_order_name" TEXT,
      "_order_consultant" TEXT, "_order_holder_name" TEXT
    ) STRICT
    """,
    """
    CREATE TABLE "audits_keys" (
      _no INTEGER PRIMARY KEY, "region" TEXT, "year" INTEGER, "round" INTEGER, "kind" INTEGER,
      "reason" INTEGER, "due_on" INTEGER, "assessment" INTEGER, "accepted_on" INTEGER, "acceptance" INTEGER,
      "level" INTEGER, "sector" INTEGER, "above_scale" INTEGER, "stage" INTEGER, "counted" INTEGER,
      "investment" INTEGER, "saving" INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE "audits__schemes" (
      _record INTEGER NOT NULL REFERENCES "audits"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "name" TEXT, "cost" TEXT, "kind" TEXT, "investment" INTEGER, "saving" INTEGER, "water" INTEGER,
      "waste" INTEGER, "co2" INTEGER, "benefit" INTEGER, "planned_on" INTEGER, "done_on" INTEGER,
      "project" BLOB, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "audits__answers" (
      _record INTEGER NOT NULL REFERENCES "audits"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "rule" TEXT, "row" TEXT, "reason" TEXT, "person" TEXT, "day" INTEGER, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "audits_text" (
      _no INTEGER PRIMARY KEY, text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE "audits_search" USING fts5(
      tokens, content='', columnsize=0, detail=none, tokenize='ascii')
    """,
    #"INSERT INTO "audits_search"("audits_search", rank) VALUES ('hashsize', 16777216)"#,
    #"CREATE INDEX "audits_by_holder_name" ON "audits"("_order_holder_name", _no)"#,
    #"CREATE INDEX "audits_by_region" ON "audits_keys"("region", _no)"#,
    #"CREATE INDEX "audits_by_due_on" ON "audits_keys"("due_on", _no)"#,
    #"CREATE INDEX "audits_by_accepted_on" ON "audits_keys"("accepted_on", _no)"#,
    #"CREATE INDEX "audits_is_key" ON "audits"("key") WHERE "key" IS NOT NULL"#,
    #"CREATE INDEX "audits_is_enterprise" ON "audits"("enterprise") WHERE "enterprise" IS NOT NULL"#,
    #"CREATE INDEX "audits_is_credit_code" ON "audits"("credit_code") WHERE "credit_code" IS NOT NULL"#,
    #"CREATE INDEX "audits__schemes_is_project" ON "audits__schemes"("project") WHERE "project" IS NOT NULL"#,
  ]
}
