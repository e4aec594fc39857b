extension M0002 {
  /// People, their roles and keys.
  static let people: [String] = [
    """
    CREATE TABLE "people" (
      _no INTEGER PRIMARY KEY, _id BLOB NOT NULL UNIQUE, _revision INTEGER NOT NULL, _seal INTEGER NOT NULL,
      "name" TEXT, "display_name" TEXT, "region" TEXT, "phone" TEXT, "disabled" INTEGER, "remarks" TEXT,
      "administrator" INTEGER, "_order_name" TEXT, "_order_display_name" TEXT
    ) STRICT
    """,
    """
    CREATE TABLE "people_keys" (
      _no INTEGER PRIMARY KEY, "region" TEXT, "disabled" INTEGER, "administrator" INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE "people__roles" (
      _record INTEGER NOT NULL REFERENCES "people"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "role" TEXT, "region" TEXT, "registers" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "people__keys" (
      _record INTEGER NOT NULL REFERENCES "people"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "type" TEXT, "key" TEXT, "comment" TEXT, "fingerprint" TEXT, "added_on" INTEGER, "disabled" INTEGER,
      PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "people_text" (
      _no INTEGER PRIMARY KEY, text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE "people_search" USING fts5(
      tokens, content='', columnsize=0, detail=none, tokenize='ascii')
    """,
    #"INSERT INTO "people_search"("people_search", rank) VALUES ('hashsize', 16777216)"#,
    #"CREATE INDEX "people_by_name" ON "people"("_order_name", _no)"#,
    #"CREATE INDEX "people_by_region" ON "people_keys"("region", _no)"#,
    #"CREATE INDEX "people_is_name" ON "people"("name") WHERE "name" IS NOT NULL"#,
    #"CREATE INDEX "people_is_administrator" ON "people"("administrator") WHERE "administrator" IS NOT NULL"#,
  ]
}
