extension M0004 {
  static let diagnoses: [String] = [
    """
    CREATE TABLE "diagnoses" (
      _no INTEGER PRIMARY KEY, _id BLOB NOT NULL UNIQUE, _revision INTEGER NOT NULL, _seal INTEGER NOT NULL,
      "key" TEXT, "name" TEXT, "enterprise" BLOB, "region" TEXT, "kind" TEXT, "provider" TEXT,
      "provider_code" TEXT, "leader" TEXT, "members" TEXT, "planned_on" INTEGER, "visited_on" INTEGER,
      "days" INTEGER, "report_number" TEXT, "reported_on" INTEGER, "confirmed_on" INTEGER,
      "checked_on" INTEGER, "check" TEXT, "fee" INTEGER, "subsidy" INTEGER, "satisfaction" TEXT,
      "base_year" INTEGER, "energy" INTEGER, "basis" TEXT, "electricity" INTEGER, "benchmarking" TEXT,
      "findings" TEXT, "contact" TEXT, "phone" TEXT, "remarks" TEXT, "holder_name" TEXT, "holder_code" TEXT,
      "credit_code" TEXT, "sector" TEXT, "key_energy_user" INTEGER, "state" TEXT, "counted" INTEGER,
      "recommended" INTEGER, "adopted" INTEGER, "converted" INTEGER, "open_count" INTEGER, "saving" INTEGER,
      "investment" INTEGER, "converted_saving" INTEGER, "_order_name" TEXT, "_order_provider" TEXT,
      "_order_report_number" TEXT, "_order_holder_name" TEXT
    ) STRICT
    """,
    """
    CREATE TABLE "diagnoses_keys" (
      _no INTEGER PRIMARY KEY, "region" TEXT, "kind" INTEGER, "visited_on" INTEGER, "reported_on" INTEGER,
      "check" INTEGER, "satisfaction" INTEGER, "basis" INTEGER, "sector" INTEGER, "key_energy_user" INTEGER,
      "state" INTEGER, "counted" INTEGER, "recommended" INTEGER, "converted" INTEGER, "open_count" INTEGER,
      "saving" INTEGER, "investment" INTEGER, "converted_saving" INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE "diagnoses__recommendations" (
      _record INTEGER NOT NULL REFERENCES "diagnoses"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "number" TEXT, "kind" TEXT, "content" TEXT, "cost" TEXT, "investment" INTEGER, "saving" INTEGER,
      "co2" INTEGER, "benefit" INTEGER, "technology" BLOB, "adoption" TEXT, "reason" TEXT,
      "planned_by" INTEGER, "done_on" INTEGER, "project" BLOB, "stage" TEXT, "converted" INTEGER,
      "admitted_on" INTEGER,
      PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "diagnoses__answers" (
      _record INTEGER NOT NULL REFERENCES "diagnoses"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "rule" TEXT, "row" TEXT, "reason" TEXT, "person" TEXT, "day" INTEGER, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "diagnoses_text" (
      _no INTEGER PRIMARY KEY, text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE "diagnoses_search" USING fts5(
      tokens, content='', columnsize=0, detail=none, tokenize='ascii')
    """,
    #"INSERT INTO "diagnoses_search"("diagnoses_search", rank) VALUES ('hashsize', 16777216)"#,
    #"CREATE INDEX "diagnoses_by_holder_name" ON "diagnoses"("_order_holder_name", _no)"#,
    #"CREATE INDEX "diagnoses_by_region" ON "diagnoses_keys"("region", _no)"#,
    #"CREATE INDEX "diagnoses_by_visited_on" ON "diagnoses_keys"("visited_on", _no)"#,
    #"CREATE INDEX "diagnoses_by_saving" ON "diagnoses_keys"("saving", _no)"#,
    #"CREATE INDEX "diagnoses_is_key" ON "diagnoses"("key") WHERE "key" IS NOT NULL"#,
    #"CREATE INDEX "diagnoses_is_enterprise" ON "diagnoses"("enterprise") WHERE "enterprise" IS NOT NULL"#,
    #"CREATE INDEX "diagnoses_is_provider_code" ON "diagnoses"("provider_code") WHERE "provider_code" IS NOT NULL"#,
    #"CREATE INDEX "diagnoses_is_credit_code" ON "diagnoses"("credit_code") WHERE "credit_code" IS NOT NULL"#,
    #"CREATE INDEX "diagnoses__recommendations_is_technology" ON "diagnoses__recommendations"("technology") "#
      + #"WHERE "technology" IS NOT NULL"#,
    #"CREATE INDEX "diagnoses__recommendations_is_project" ON "diagnoses__recommendations"("project") "#
      + #"WHERE "project" IS NOT NULL"#,
  ]
}
