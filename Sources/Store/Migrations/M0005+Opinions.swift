extension M0005 {
  /// 评审意见.
  static let opinions: [String] = [
    """
    CREATE TABLE "opinions" (
      _no INTEGER PRIMARY KEY, _id BLOB NOT NULL UNIQUE, _revision INTEGER NOT NULL, _seal INTEGER NOT NULL,
      "code" TEXT, "name" TEXT, "region" TEXT, "project" BLOB, "expert" BLOB, "kind" TEXT, "tier" TEXT,
      "filing_number" INTEGER, "assigned_on" INTEGER, "assigned_by" TEXT, "due_on" INTEGER,
      "without_interest" INTEGER, "declined_reason" TEXT, "given_on" INTEGER, "verdict" TEXT,
      "score" INTEGER, "text" TEXT, "advice" TEXT, "remarks" TEXT, "project_name" TEXT, "expert_name" TEXT,
      "holder_name" TEXT, "state" TEXT, "points" INTEGER, "_order_code" TEXT, "_order_name" TEXT,
      "_order_project_name" TEXT, "_order_expert_name" TEXT, "_order_holder_name" TEXT
    ) STRICT
    """,
    """
    CREATE TABLE "opinions_keys" (
      _no INTEGER PRIMARY KEY, "region" TEXT, "kind" INTEGER, "tier" INTEGER, "due_on" INTEGER,
      "without_interest" INTEGER, "given_on" INTEGER, "verdict" INTEGER, "state" INTEGER, "points" INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE "opinions__scores" (
      _record INTEGER NOT NULL REFERENCES "opinions"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "criterion" TEXT, "full" INTEGER, "score" INTEGER, "remark" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "opinions__answers" (
      _record INTEGER NOT NULL REFERENCES "opinions"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "rule" TEXT, "row" TEXT, "reason" TEXT, "person" TEXT, "day" INTEGER, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "opinions_text" (
      _no INTEGER PRIMARY KEY, text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE "opinions_search" USING fts5(
      tokens, content='', columnsize=0, detail=none, tokenize='ascii')
    """,
    #"INSERT INTO "opinions_search"("opinions_search", rank) VALUES ('hashsize', 16777216)"#,
    #"CREATE INDEX "opinions_by_name" ON "opinions"("_order_name", _no)"#,
    #"CREATE INDEX "opinions_by_region" ON "opinions_keys"("region", _no)"#,
    #"CREATE INDEX "opinions_by_due_on" ON "opinions_keys"("due_on", _no)"#,
    #"CREATE INDEX "opinions_is_code" ON "opinions"("code") WHERE "code" IS NOT NULL"#,
    #"CREATE INDEX "opinions_is_project" ON "opinions"("project") WHERE "project" IS NOT NULL"#,
    #"CREATE INDEX "opinions_is_expert" ON "opinions"("expert") WHERE "expert" IS NOT NULL"#,
  ]
}
