extension M0001 {
  static let efficiency: [String] = [
    """
    CREATE TABLE "efficiency" (
      _no INTEGER PRIMARY KEY, _id BLOB NOT NULL UNIQUE, _revision INTEGER NOT NULL, _seal INTEGER NOT NULL,
      "key" TEXT, "name" TEXT, "region" TEXT, "enterprise" BLOB, "line" TEXT, "state" TEXT, "year" INTEGER,
      "product" TEXT, "capacity" INTEGER, "output" INTEGER, "consumption" INTEGER, "comparable" INTEGER,
      "basis" TEXT, "source" TEXT, "action" TEXT, "action_reason" TEXT, "action_by" INTEGER,
      "expected_consumption" INTEGER, "project" BLOB, "retired_on" INTEGER, "remarks" TEXT,
      "holder_name" TEXT, "holder_code" TEXT, "sector" TEXT, "industry" TEXT, "project_name" TEXT,
      "product_field" TEXT, "product_sector" TEXT, "level_unit" TEXT, "judged" INTEGER, "benchmark" INTEGER,
      "baseline" INTEGER, "grade" TEXT, "gap_benchmark" INTEGER, "gap_baseline" INTEGER, "edition" TEXT,
      "level_verified" INTEGER, "outdated" INTEGER, "expected_grade" TEXT, "weight" INTEGER,
      "has_project" INTEGER, "unaddressed" INTEGER, "_order_name" TEXT, "_order_project_name" TEXT,
      "_order_product_field" TEXT, "_order_level_unit" TEXT
    ) STRICT
    """,
    """
    CREATE TABLE "efficiency_keys" (
      _no INTEGER PRIMARY KEY, "region" TEXT, "state" INTEGER, "year" INTEGER, "product" TEXT,
      "capacity" INTEGER, "output" INTEGER, "basis" INTEGER, "action" INTEGER, "action_by" INTEGER,
      "sector" INTEGER, "industry" TEXT, "product_sector" INTEGER, "judged" INTEGER, "benchmark" INTEGER,
      "baseline" INTEGER, "grade" INTEGER, "gap_benchmark" INTEGER, "level_verified" INTEGER,
      "outdated" INTEGER, "expected_grade" INTEGER, "weight" INTEGER, "has_project" INTEGER,
      "unaddressed" INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE "efficiency_text" (
      _no INTEGER PRIMARY KEY, text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE "efficiency_search" USING fts5(
      tokens, content='', columnsize=0, detail=none, tokenize='ascii')
    """,
    #"INSERT INTO "efficiency_search"("efficiency_search", rank) VALUES ('hashsize', 16777216)"#,
    #"CREATE INDEX "efficiency_by_name" ON "efficiency"("_order_name", _no)"#,
    #"CREATE INDEX "efficiency_by_region" ON "efficiency_keys"("region", _no)"#,
    #"CREATE INDEX "efficiency_by_judged" ON "efficiency_keys"("judged", _no)"#,
    #"CREATE INDEX "efficiency_by_action_by" ON "efficiency_keys"("action_by", _no)"#,
    #"CREATE INDEX "efficiency_is_key" ON "efficiency"("key") WHERE "key" IS NOT NULL"#,
    #"CREATE INDEX "efficiency_is_enterprise" ON "efficiency"("enterprise") WHERE "enterprise" IS NOT NULL"#,
    #"CREATE INDEX "efficiency_is_project" ON "efficiency"("project") WHERE "project" IS NOT NULL"#,
  ]
}
