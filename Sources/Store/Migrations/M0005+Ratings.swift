extension M0005 {
  /// 工业碳效码 and where it was used.
  static let ratings: [String] = [
    """
    CREATE TABLE "ratings" (
      _no INTEGER PRIMARY KEY, _id BLOB NOT NULL UNIQUE, _revision INTEGER NOT NULL, _seal INTEGER NOT NULL,
      "key" TEXT, "name" TEXT, "region" TEXT, "enterprise" BLOB, "year" INTEGER, "source" TEXT,
      "batch" TEXT, "rated_on" INTEGER, "valid_until" INTEGER, "level" INTEGER, "value" INTEGER,
      "carbon_band" TEXT, "neutrality" INTEGER, "co2_stated" INTEGER, "value_added_stated" INTEGER,
      "mean_stated" INTEGER, "remarks" TEXT, "holder_name" TEXT, "holder_code" TEXT, "sector" TEXT,
      "industry" TEXT, "key_energy_user" INTEGER, "co2" INTEGER, "value_added" INTEGER, "mean" INTEGER,
      "mean_source" TEXT, "intensity" INTEGER, "computed_value" INTEGER, "computed_level" INTEGER,
      "explanation" TEXT, "grade" INTEGER, "gap" TEXT, "high_carbon" INTEGER, "use_count" INTEGER,
      "use_areas" TEXT, "_order_name" TEXT, "_order_holder_name" TEXT, "_order_use_areas" TEXT
    ) STRICT
    """,
    """
    CREATE TABLE "ratings_keys" (
      _no INTEGER PRIMARY KEY, "region" TEXT, "year" INTEGER, "source" INTEGER, "rated_on" INTEGER,
      "level" INTEGER, "carbon_band" INTEGER, "sector" INTEGER, "industry" TEXT, "key_energy_user" INTEGER,
      "intensity" INTEGER, "computed_value" INTEGER, "grade" INTEGER, "gap" INTEGER, "high_carbon" INTEGER,
      "use_count" INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE "ratings__uses" (
      _record INTEGER NOT NULL REFERENCES "ratings"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "area" TEXT, "day" INTEGER, "party" TEXT, "content" TEXT, "effect" TEXT, "amount" INTEGER,
      "document" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "ratings__answers" (
      _record INTEGER NOT NULL REFERENCES "ratings"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "rule" TEXT, "row" TEXT, "reason" TEXT, "person" TEXT, "day" INTEGER, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "ratings_text" (
      _no INTEGER PRIMARY KEY, text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE "ratings_search" USING fts5(
      tokens, content='', columnsize=0, detail=none, tokenize='ascii')
    """,
    #"INSERT INTO "ratings_search"("ratings_search", rank) VALUES ('hashsize', 16777216)"#,
    #"CREATE INDEX "ratings_by_name" ON "ratings"("_order_name", _no)"#,
    #"CREATE INDEX "ratings_by_region" ON "ratings_keys"("region", _no)"#,
    #"CREATE INDEX "ratings_by_grade" ON "ratings_keys"("grade", _no)"#,
    #"CREATE INDEX "ratings_by_year" ON "ratings_keys"("year", _no)"#,
    #"CREATE INDEX "ratings_is_key" ON "ratings"("key") WHERE "key" IS NOT NULL"#,
    #"CREATE INDEX "ratings_is_enterprise" ON "ratings"("enterprise") WHERE "enterprise" IS NOT NULL"#,
  ]
}
