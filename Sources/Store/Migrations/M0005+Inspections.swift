extension M0005 {
  /// 节能监察 with their findings.
  static let inspections: [String] = [
    """
    CREATE TABLE "inspections" (
      _no INTEGER PRIMARY KEY, _id BLOB NOT NULL UNIQUE, _revision INTEGER NOT NULL, _seal INTEGER NOT NULL,
      "code" TEXT, "name" TEXT, "region" TEXT, "enterprise" BLOB, "year" INTEGER, "kind" TEXT,
      "reason" TEXT, "reason_text" TEXT, "list_document" TEXT, "listed_on" INTEGER, "planned_on" INTEGER,
      "scope" TEXT, "equipment" TEXT, "body" TEXT, "inspectors" TEXT, "visited_on" INTEGER,
      "report_number" TEXT, "outcome" TEXT, "penalty" INTEGER, "penalty_document" TEXT, "closed_on" INTEGER,
      "cancel_reason" TEXT, "previous" BLOB, "remarks" TEXT, "holder_name" TEXT, "holder_code" TEXT,
      "sector" TEXT, "key_energy_user" INTEGER, "state" TEXT, "finding_count" INTEGER,
      "violation_count" INTEGER, "open_count" INTEGER, "next_deadline" INTEGER, "recheck_year" INTEGER,
      "_order_code" TEXT, "_order_name" TEXT, "_order_holder_name" TEXT
    ) STRICT
    """,
    """
    CREATE TABLE "inspections_keys" (
      _no INTEGER PRIMARY KEY, "region" TEXT, "year" INTEGER, "kind" INTEGER, "reason" INTEGER,
      "scope" INTEGER, "visited_on" INTEGER, "outcome" INTEGER, "penalty" INTEGER, "sector" INTEGER,
      "key_energy_user" INTEGER, "state" INTEGER, "finding_count" INTEGER, "violation_count" INTEGER,
      "open_count" INTEGER, "next_deadline" INTEGER, "recheck_year" INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE "inspections__findings" (
      _record INTEGER NOT NULL REFERENCES "inspections"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "day" INTEGER, "kind" TEXT, "text" TEXT, "basis" TEXT, "violation" INTEGER, "notice_number" TEXT,
      "notice_day" INTEGER, "deadline" INTEGER, "rectified_on" INTEGER, "proof" TEXT, "verified_on" INTEGER,
      "verified_by" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "inspections__answers" (
      _record INTEGER NOT NULL REFERENCES "inspections"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "rule" TEXT, "row" TEXT, "reason" TEXT, "person" TEXT, "day" INTEGER, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "inspections_text" (
      _no INTEGER PRIMARY KEY, text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE "inspections_search" USING fts5(
      tokens, content='', columnsize=0, detail=none, tokenize='ascii')
    """,
    #"INSERT INTO "inspections_search"("inspections_search", rank) VALUES ('hashsize', 16777216)"#,
    #"CREATE INDEX "inspections_by_name" ON "inspections"("_order_name", _no)"#,
    #"CREATE INDEX "inspections_by_region" ON "inspections_keys"("region", _no)"#,
    #"CREATE INDEX "inspections_by_year" ON "inspections_keys"("year", _no)"#,
    #"CREATE INDEX "inspections_by_next_deadline" ON "inspections_keys"("next_deadline", _no)"#,
    #"CREATE INDEX "inspections_is_code" ON "inspections"("code") WHERE "code" IS NOT NULL"#,
    #"CREATE INDEX "inspections_is_enterprise" ON "inspections"("enterprise") WHERE "enterprise" IS NOT NULL"#,
    #"CREATE INDEX "inspections_is_previous" ON "inspections"("previous") WHERE "previous" IS NOT NULL"#,
  ]
}
