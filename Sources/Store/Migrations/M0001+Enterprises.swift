extension M0001 {
  static let enterprises: [String] = [
    """
    CREATE TABLE "enterprises" (
      _no INTEGER PRIMARY KEY, _id BLOB NOT NULL UNIQUE, _revision INTEGER NOT NULL, _seal INTEGER NOT NULL,
      "key" TEXT, "credit_code" TEXT, "plant" TEXT, "name" TEXT, "former_names" TEXT, "region" TEXT,
      "division" TEXT, "address" TEXT, "township" TEXT, "industry" TEXT, "sector" TEXT, "park" TEXT,
      "state" TEXT, "contact" TEXT, "phone" TEXT, "remarks" TEXT, "needs_code" INTEGER,
      "latest_year" INTEGER, "above_scale" INTEGER, "key_energy_user" INTEGER, "output" INTEGER,
      "value_added" INTEGER, "tce" INTEGER, "tce_primary" INTEGER, "electricity" INTEGER, "water" INTEGER,
      "co2" INTEGER, "energy_intensity" INTEGER, "carbon_intensity" INTEGER, "_order_plant" TEXT,
      "_order_name" TEXT, "_order_park" TEXT, "_order_contact" TEXT
    ) STRICT
    """,
    """
    CREATE TABLE "enterprises_keys" (
      _no INTEGER PRIMARY KEY, "region" TEXT, "division" TEXT, "industry" TEXT, "sector" INTEGER,
      "state" INTEGER, "needs_code" INTEGER, "latest_year" INTEGER, "above_scale" INTEGER,
      "key_energy_user" INTEGER, "output" INTEGER, "tce" INTEGER, "tce_primary" INTEGER,
      "electricity" INTEGER, "co2" INTEGER, "carbon_intensity" INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE "enterprises__years" (
      _record INTEGER NOT NULL REFERENCES "enterprises"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "year" INTEGER, "above_scale" INTEGER, "key_energy_user" INTEGER, "output" INTEGER,
      "value_added" INTEGER, "value_added_comparable" INTEGER, "energy" INTEGER, "basis" TEXT,
      "electricity" INTEGER, "water" INTEGER, "co2" INTEGER, "waste_made" INTEGER, "waste_used" INTEGER,
      "price_class" TEXT, "source" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "enterprises__changes" (
      _record INTEGER NOT NULL REFERENCES "enterprises"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "kind" TEXT, "day" INTEGER, "old_name" TEXT, "old_code" TEXT, "old_region" TEXT, "successor" BLOB,
      "document" TEXT, "remark" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "enterprises_text" (
      _no INTEGER PRIMARY KEY, text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE "enterprises_search" USING fts5(
      tokens, content='', columnsize=0, detail=none, tokenize='ascii')
    """,
    #"INSERT INTO "enterprises_search"("enterprises_search", rank) VALUES ('hashsize', 16777216)"#,
    #"CREATE INDEX "enterprises_by_name" ON "enterprises"("_order_name", _no)"#,
    #"CREATE INDEX "enterprises_by_region" ON "enterprises_keys"("region", _no)"#,
    #"CREATE INDEX "enterprises_by_credit_code" ON "enterprises"("credit_code", _no)"#,
    #"CREATE INDEX "enterprises_by_tce" ON "enterprises_keys"("tce", _no)"#,
    #"CREATE INDEX "enterprises_is_key" ON "enterprises"("key") WHERE "key" IS NOT NULL"#,
    #"CREATE INDEX "enterprises_is_credit_code" ON "enterprises"("credit_code") WHERE "credit_code" IS NOT NULL"#,
  ]
}
