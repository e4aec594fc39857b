extension M0004 {
  static let catalogue: [String] = [
    """
    CREATE TABLE "catalogue" (
      _no INTEGER PRIMARY KEY, _id BLOB NOT NULL UNIQUE, _revision INTEGER NOT NULL, _seal INTEGER NOT NULL,
      "number" TEXT, "name" TEXT, "kind" TEXT, "region" TEXT, "list" TEXT, "year" INTEGER, "batch" TEXT,
      "published_on" INTEGER, "document" TEXT, "publisher" TEXT, "enterprise" BLOB, "owner" TEXT,
      "focus_area" TEXT, "principle" TEXT, "conditions" TEXT, "saving_rate" INTEGER, "unit_saving" INTEGER,
      "unit_investment" INTEGER, "payback" INTEGER, "share_now" INTEGER, "share_expected" INTEGER,
      "first_set" INTEGER, "valid_until" INTEGER, "withdrawn_on" INTEGER, "withdrawn_reason" TEXT,
      "contact" TEXT, "phone" TEXT, "remarks" TEXT, "state" TEXT, "holder_name" TEXT, "holder_code" TEXT,
      "uses" INTEGER, "_order_number" TEXT, "_order_name" TEXT, "_order_holder_name" TEXT
    ) STRICT
    """,
    """
    CREATE TABLE "catalogue_keys" (
      _no INTEGER PRIMARY KEY, "kind" INTEGER, "region" TEXT, "list" INTEGER, "year" INTEGER,
      "published_on" INTEGER, "focus_area" INTEGER, "saving_rate" INTEGER, "payback" INTEGER,
      "first_set" INTEGER, "state" INTEGER, "uses" INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE "catalogue__sectors" (
      _record INTEGER NOT NULL REFERENCES "catalogue"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "sector" TEXT, "process" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "catalogue__cases" (
      _record INTEGER NOT NULL REFERENCES "catalogue"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "name" TEXT, "enterprise" BLOB, "project" BLOB, "year" INTEGER, "investment" INTEGER,
      "saving" INTEGER, "effect" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "catalogue__answers" (
      _record INTEGER NOT NULL REFERENCES "catalogue"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "rule" TEXT, "row" TEXT, "reason" TEXT, "person" TEXT, "day" INTEGER, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "catalogue_text" (
      _no INTEGER PRIMARY KEY, text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE "catalogue_search" USING fts5(
      tokens, content='', columnsize=0, detail=none, tokenize='ascii')
    """,
    #"INSERT INTO "catalogue_search"("catalogue_search", rank) VALUES ('hashsize', 16777216)"#,
    #"CREATE INDEX "catalogue_by_name" ON "catalogue"("_order_name", _no)"#,
    #"CREATE INDEX "catalogue_by_region" ON "catalogue_keys"("region", _no)"#,
    #"CREATE INDEX "catalogue_by_uses" ON "catalogue_keys"("uses", _no)"#,
    #"CREATE INDEX "catalogue_is_number" ON "catalogue"("number") WHERE "number" IS NOT NULL"#,
    #"CREATE INDEX "catalogue_is_enterprise" ON "catalogue"("enterprise") WHERE "enterprise" IS NOT NULL"#,
    #"CREATE INDEX "catalogue__cases_is_enterprise" ON "catalogue__cases"("enterprise") "#
      + #"WHERE "enterprise" IS NOT NULL"#,
    #"CREATE INDEX "catalogue__cases_is_project" ON "catalogue__cases"("project") WHERE "project" IS NOT NULL"#,
  ]
}
