extension M0004 {
  static let phaseouts: [String] = [
    """
    CREATE TABLE "phaseouts" (
      _no INTEGER PRIMARY KEY, _id BLOB NOT NULL UNIQUE, _revision INTEGER NOT NULL, _seal INTEGER NOT NULL,
      "number" TEXT, "name" TEXT, "object" TEXT, "object_name" TEXT, "enterprise" BLOB, "owner" TEXT,
      "region" TEXT, "site" TEXT, "in_city" INTEGER, "steam" INTEGER, "clinker" INTEGER, "capacity" INTEGER,
      "capacity_unit" TEXT, "fuel" TEXT, "built_in" INTEGER, "line" BLOB, "mode" TEXT, "basis" TEXT,
      "list_document" TEXT, "listed_on" INTEGER, "deadline" INTEGER, "heat_source" TEXT,
      "heat_supplier" TEXT, "heat_ready_on" INTEGER, "park" BLOB, "project" BLOB, "replaced_by" TEXT,
      "new_capacity" INTEGER, "stopped_on" INTEGER, "removed_on" INTEGER, "done_on" INTEGER, "proof" TEXT,
      "proof_number" TEXT, "proof_by" TEXT, "energy_freed" INTEGER, "coal_cut" INTEGER, "subsidy" INTEGER,
      "cancelled_on" INTEGER, "cancel_reason" TEXT, "contact" TEXT, "phone" TEXT, "remarks" TEXT,
      "holder_name" TEXT, "holder_code" TEXT, "sector" TEXT, "state" TEXT, "in_clause" INTEGER,
      "open_until" INTEGER, "_order_number" TEXT, "_order_name" TEXT, "_order_holder_name" TEXT
    ) STRICT
    """,
    """
    CREATE TABLE "phaseouts_keys" (
      _no INTEGER PRIMARY KEY, "object" INTEGER, "region" TEXT, "in_city" INTEGER, "steam" INTEGER,
      "clinker" INTEGER, "capacity_unit" INTEGER, "mode" INTEGER, "basis" INTEGER, "deadline" INTEGER,
      "heat_source" INTEGER, "done_on" INTEGER, "proof" INTEGER, "energy_freed" INTEGER,
      "cancelled_on" INTEGER, "sector" INTEGER, "state" INTEGER, "in_clause" INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE "phaseouts__steps" (
      _record INTEGER NOT NULL REFERENCES "phaseouts"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "step" TEXT, "planned" INTEGER, "actual" INTEGER, "remark" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "phaseouts__answers" (
      _record INTEGER NOT NULL REFERENCES "phaseouts"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "rule" TEXT, "row" TEXT, "reason" TEXT, "person" TEXT, "day" INTEGER, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "phaseouts_text" (
      _no INTEGER PRIMARY KEY, text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE "phaseouts_search" USING fts5(
      tokens, content='', columnsize=0, detail=none, tokenize='ascii')
    """,
    #"INSERT INTO "phaseouts_search"("phaseouts_search", rank) VALUES ('hashsize', 16777216)"#,
    #"CREATE INDEX "phaseouts_by_name" ON "phaseouts"("_order_name", _no)"#,
    #"CREATE INDEX "phaseouts_by_region" ON "phaseouts_keys"("region", _no)"#,
    #"CREATE INDEX "phaseouts_by_deadline" ON "phaseouts_keys"("deadline", _no)"#,
    #"CREATE INDEX "phaseouts_by_done_on" ON "phaseouts_keys"("done_on", _no)"#,
    #"CREATE INDEX "phaseouts_is_number" ON "phaseouts"("number") WHERE "number" IS NOT NULL"#,
    #"CREATE INDEX "phaseouts_is_enterprise" ON "phaseouts"("enterprise") WHERE "enterprise" IS NOT NULL"#,
    #"CREATE INDEX "phaseouts_is_line" ON "phaseouts"("line") WHERE "line" IS NOT NULL"#,
    #"CREATE INDEX "phaseouts_is_park" ON "phaseouts"("park") WHERE "park" IS NOT NULL"#,
    #"CREATE INDEX "phaseouts_is_project" ON "phaseouts"("project") WHERE "project" IS NOT NULL"#,
  ]
}
