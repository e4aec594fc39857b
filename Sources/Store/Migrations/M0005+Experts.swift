extension M0005 {
  /// 专家库.
  static let experts: [String] = [
    """
    CREATE TABLE "experts" (
      _no INTEGER PRIMARY KEY, _id BLOB NOT NULL UNIQUE, _revision INTEGER NOT NULL, _seal INTEGER NOT NULL,
      "code" TEXT, "name" TEXT, "region" TEXT, "employer" TEXT, "employer_code" TEXT, "post" TEXT,
      "title" TEXT, "degree" TEXT, "batch" TEXT, "document" TEXT, "appointed_on" INTEGER,
      "term_until" INTEGER, "state" TEXT, "left_reason" TEXT, "team" TEXT, "phone" TEXT, "email" TEXT,
      "remarks" TEXT, "sectors" TEXT, "opinion_count" INTEGER, "service_count" INTEGER, "_order_code" TEXT,
      "_order_name" TEXT, "_order_employer" TEXT, "_order_title" TEXT, "_order_team" TEXT,
      "_order_sectors" TEXT
    ) STRICT
    """,
    """
    CREATE TABLE "experts_keys" (
      _no INTEGER PRIMARY KEY, "region" TEXT, "term_until" INTEGER, "state" INTEGER,
      "opinion_count" INTEGER, "service_count" INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE "experts__skills" (
      _record INTEGER NOT NULL REFERENCES "experts"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "sector" TEXT, "skill" TEXT, "area" TEXT, "detail" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "experts__avoids" (
      _record INTEGER NOT NULL REFERENCES "experts"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "enterprise" BLOB, "name" TEXT, "reason" TEXT, "until" INTEGER, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "experts__services" (
      _record INTEGER NOT NULL REFERENCES "experts"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "day" INTEGER, "kind" TEXT, "content" TEXT, "result" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "experts__answers" (
      _record INTEGER NOT NULL REFERENCES "experts"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "rule" TEXT, "row" TEXT, "reason" TEXT, "person" TEXT, "day" INTEGER, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "experts_text" (
      _no INTEGER PRIMARY KEY, text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE "experts_search" USING fts5(
      tokens, content='', columnsize=0, detail=none, tokenize='ascii')
    """,
    #"INSERT INTO "experts_search"("experts_search", rank) VALUES ('hashsize', 16777216)"#,
    #"CREATE INDEX "experts_by_name" ON "experts"("_order_name", _no)"#,
    #"CREATE INDEX "experts_by_region" ON "experts_keys"("region", _no)"#,
    #"CREATE INDEX "experts_by_term_until" ON "experts_keys"("term_until", _no)"#,
    #"CREATE INDEX "experts_is_code" ON "experts"("code") WHERE "code" IS NOT NULL"#,
    #"CREATE INDEX "experts_is_employer_code" ON "experts"("employer_code") WHERE "employer_code" IS NOT NULL"#,
    #"CREATE INDEX "experts__avoids_is_enterprise" ON "experts__avoids"("enterprise") WHERE "enterprise" IS NOT NULL"#,
  ]
}
