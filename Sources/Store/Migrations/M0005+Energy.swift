extension M0005 {
  /// 用能台账: months by carrier.
  static let energy: [String] = [
    """
    CREATE TABLE "energy" (
      _no INTEGER PRIMARY KEY, _id BLOB NOT NULL UNIQUE, _revision INTEGER NOT NULL, _seal INTEGER NOT NULL,
      "key" TEXT, "name" TEXT, "region" TEXT, "enterprise" BLOB, "month" INTEGER, "source" TEXT,
      "reported_on" INTEGER, "green_electricity" INTEGER, "two_high" INTEGER, "project" BLOB,
      "approval_number" TEXT, "approved_energy" INTEGER, "remarks" TEXT, "holder_name" TEXT,
      "holder_code" TEXT, "sector" TEXT, "project_name" TEXT, "month_end" INTEGER, "year" INTEGER,
      "electricity" INTEGER, "tce" INTEGER, "tce_primary" INTEGER, "co2" INTEGER, "_order_name" TEXT,
      "_order_holder_name" TEXT
    ) STRICT
    """,
    """
    CREATE TABLE "energy_keys" (
      _no INTEGER PRIMARY KEY, "region" TEXT, "month" INTEGER, "source" INTEGER, "reported_on" INTEGER,
      "green_electricity" INTEGER, "two_high" INTEGER, "sector" INTEGER, "month_end" INTEGER,
      "electricity" INTEGER, "tce" INTEGER, "tce_primary" INTEGER, "co2" INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE "energy__carriers" (
      _record INTEGER NOT NULL REFERENCES "energy"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "carrier" TEXT, "quantity" INTEGER, "meter_unit" TEXT, "factor" INTEGER, "tce" INTEGER,
      "tce_primary" INTEGER, "co2" INTEGER, "factors" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "energy__answers" (
      _record INTEGER NOT NULL REFERENCES "energy"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "rule" TEXT, "row" TEXT, "reason" TEXT, "person" TEXT, "day" INTEGER, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "energy_text" (
      _no INTEGER PRIMARY KEY, text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE "energy_search" USING fts5(
      tokens, content='', columnsize=0, detail=none, tokenize='ascii')
    """,
    #"INSERT INTO "energy_search"("energy_search", rank) VALUES ('hashsize', 16777216)"#,
    #"CREATE INDEX "energy_by_name" ON "energy"("_order_name", _no)"#,
    #"CREATE INDEX "energy_by_region" ON "energy_keys"("region", _no)"#,
    #"CREATE INDEX "energy_by_month" ON "energy_keys"("month", _no)"#,
    #"CREATE INDEX "energy_by_tce" ON "energy_keys"("tce", _no)"#,
    #"CREATE INDEX "energy_is_key" ON "energy"("key") WHERE "key" IS NOT NULL"#,
    #"CREATE INDEX "energy_is_enterprise" ON "energy"("enterprise") WHERE "enterprise" IS NOT NULL"#,
    #"CREATE INDEX "energy_is_project" ON "energy"("project") WHERE "project" IS NOT NULL"#,
  ]
}
