extension M0004 {
  static let parks: [String] = [
    """
    CREATE TABLE "parks" (
      _no INTEGER PRIMARY KEY, _id BLOB NOT NULL UNIQUE, _revision INTEGER NOT NULL, _seal INTEGER NOT NULL,
      "code" TEXT, "name" TEXT, "former_names" TEXT, "region" TEXT, "level" TEXT, "kind" TEXT,
      "approved_on" INTEGER, "approved_document" TEXT, "area" INTEGER, "industries" TEXT,
      "chemical" INTEGER, "manager" TEXT, "contact" TEXT, "phone" TEXT, "remarks" TEXT,
      "surveyed_on" INTEGER, "survey" TEXT, "survey_reason" TEXT, "batch" TEXT, "list_document" TEXT,
      "prepared_by" TEXT, "plan_approved_on" INTEGER, "plan_document" TEXT, "plan_start" INTEGER,
      "plan_deadline" INTEGER, "plan_investment" INTEGER, "accepted_on" INTEGER, "accepted_document" TEXT,
      "state" TEXT, "task_count" INTEGER, "tasks_done" INTEGER, "task_investment" INTEGER,
      "invested" INTEGER, "progress" INTEGER, "grade" TEXT, "grade_year" INTEGER, "rectify_by" INTEGER,
      "typical_year" INTEGER, "enterprise_count" INTEGER, "project_count" INTEGER,
      "resource_output" INTEGER, "energy_intensity" INTEGER, "water_reuse" INTEGER, "waste_rate" INTEGER,
      "_order_code" TEXT, "_order_name" TEXT, "_order_manager" TEXT
    ) STRICT
    """,
    """
    CREATE TABLE "parks_keys" (
      _no INTEGER PRIMARY KEY, "region" TEXT, "level" INTEGER, "kind" INTEGER, "chemical" INTEGER,
      "surveyed_on" INTEGER, "survey" INTEGER, "plan_approved_on" INTEGER, "plan_deadline" INTEGER,
      "plan_investment" INTEGER, "accepted_on" INTEGER, "state" INTEGER, "invested" INTEGER,
      "progress" INTEGER, "grade" INTEGER, "grade_year" INTEGER, "rectify_by" INTEGER,
      "typical_year" INTEGER, "enterprise_count" INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE "parks__tasks" (
      _record INTEGER NOT NULL REFERENCES "parks"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "kind" TEXT, "name" TEXT, "owner" TEXT, "project" BLOB, "investment" INTEGER, "invested" INTEGER,
      "deadline" INTEGER, "finished_on" INTEGER, "remark" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "parks__years" (
      _record INTEGER NOT NULL REFERENCES "parks"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "year" INTEGER, "output" INTEGER, "value_added" INTEGER, "energy" INTEGER, "basis" TEXT,
      "water" INTEGER, "water_reused" INTEGER, "waste_made" INTEGER, "waste_used" INTEGER, "co2" INTEGER,
      "pv_kw" INTEGER, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "parks__grades" (
      _record INTEGER NOT NULL REFERENCES "parks"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "year" INTEGER, "grade" TEXT, "score" INTEGER, "assessed_on" INTEGER, "assessor" TEXT,
      "document" TEXT, "findings" TEXT, "rectify_by" INTEGER, "rectified_on" INTEGER,
      PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "parks__answers" (
      _record INTEGER NOT NULL REFERENCES "parks"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "rule" TEXT, "row" TEXT, "reason" TEXT, "person" TEXT, "day" INTEGER, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "parks_text" (
      _no INTEGER PRIMARY KEY, text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE "parks_search" USING fts5(
      tokens, content='', columnsize=0, detail=none, tokenize='ascii')
    """,
    #"INSERT INTO "parks_search"("parks_search", rank) VALUES ('hashsize', 16777216)"#,
    #"CREATE INDEX "parks_by_name" ON "parks"("_order_name", _no)"#,
    #"CREATE INDEX "parks_by_region" ON "parks_keys"("region", _no)"#,
    #"CREATE INDEX "parks_is_code" ON "parks"("code") WHERE "code" IS NOT NULL"#,
    #"CREATE INDEX "parks_is_name" ON "parks"("name") WHERE "name" IS NOT NULL"#,
    #"CREATE INDEX "parks__tasks_is_project" ON "parks__tasks"("project") WHERE "project" IS NOT NULL"#,
  ]
}
