extension M0001 {
  static let projects: [String] = [
    """
    CREATE TABLE "projects" (
      _no INTEGER PRIMARY KEY, _id BLOB NOT NULL UNIQUE, _revision INTEGER NOT NULL, _seal INTEGER NOT NULL,
      "library_code" TEXT, "region" TEXT, "name" TEXT, "holder_kind" TEXT, "enterprise" BLOB, "park" TEXT,
      "energy_service" TEXT, "project_code" TEXT, "code_exempt" INTEGER, "division" TEXT, "site" TEXT,
      "focus_area" TEXT, "kind" TEXT, "content" TEXT, "start_month" INTEGER, "deadline" INTEGER,
      "line" BLOB, "line_name" TEXT, "pv_kw" INTEGER, "pv_area" INTEGER, "storage_kw" INTEGER,
      "storage_kwh" INTEGER, "waste_kind" TEXT, "waste_tonnes" INTEGER, "reuse_before" INTEGER,
      "reuse_after" INTEGER, "basis" TEXT, "base_year" INTEGER, "saving_declared" INTEGER,
      "saving_method" TEXT, "saving_source" TEXT, "renewable_output" INTEGER,
      "substitution_declared" INTEGER, "co2_declared" INTEGER, "water_saving" INTEGER, "benchmarking" TEXT,
      "benchmarking_reason" TEXT, "unit_before" INTEGER, "unit_after" INTEGER, "level_claimed" TEXT,
      "benchmark_waiver" TEXT, "investment_equipment" INTEGER, "investment_construction" INTEGER,
      "investment_other" INTEGER, "investment_declared" INTEGER, "fund_central" INTEGER,
      "fund_province" INTEGER, "fund_city" INTEGER, "fund_county" INTEGER, "fund_own" INTEGER,
      "fund_loans" INTEGER, "provider" TEXT, "contact" TEXT, "phone" TEXT, "grid_date" INTEGER,
      "grid_kw" INTEGER, "stop_date" INTEGER, "stop_reason" TEXT, "stop_remark" TEXT,
      "saving_verified" INTEGER, "verified_basis" TEXT, "verified_by" TEXT, "merged_into" BLOB,
      "former_codes" TEXT, "remarks" TEXT, "holder_name" TEXT, "holder_code" TEXT, "sector" TEXT,
      "industry" TEXT, "line_title" TEXT, "stage" TEXT, "tier" TEXT, "filing" TEXT, "in_county" INTEGER,
      "in_city" INTEGER, "in_province" INTEGER, "member" INTEGER, "key_project" INTEGER,
      "admitted_on" INTEGER, "admitted_county" INTEGER, "admitted_city" INTEGER,
      "admitted_province" INTEGER, "left_on" INTEGER, "left_county" INTEGER, "left_city" INTEGER,
      "left_province" INTEGER, "exit_kind" TEXT, "taken_off_on" INTEGER, "planned_start" INTEGER,
      "planned_finish" INTEGER, "actual_start" INTEGER, "actual_finish" INTEGER, "accepted_on" INTEGER,
      "next_due" INTEGER, "last_reported" INTEGER, "pace" TEXT, "open_problem" INTEGER,
      "energy_before" INTEGER, "energy_after" INTEGER, "saving" INTEGER, "saving_coal_equivalent" INTEGER,
      "renewable_substitution" INTEGER, "co2_cut" INTEGER, "investment" INTEGER, "invested" INTEGER,
      "pv_connected" INTEGER, "verified_equivalent" INTEGER, "verified_primary" INTEGER,
      "level_before" TEXT, "level_after" TEXT, "level_edition" TEXT, "level_verified" INTEGER,
      "_order_library_code" TEXT, "_order_name" TEXT, "_order_contact" TEXT, "_order_holder_name" TEXT
    ) STRICT
    """,
    """
    CREATE TABLE "projects_keys" (
      _no INTEGER PRIMARY KEY, "region" TEXT, "holder_kind" INTEGER, "code_exempt" INTEGER, "division" TEXT,
      "focus_area" INTEGER, "kind" INTEGER, "start_month" INTEGER, "deadline" INTEGER, "pv_kw" INTEGER,
      "waste_kind" INTEGER, "basis" INTEGER, "saving_method" INTEGER, "benchmarking" INTEGER,
      "grid_date" INTEGER, "stop_reason" INTEGER, "saving_verified" INTEGER, "verified_basis" INTEGER,
      "sector" INTEGER, "industry" TEXT, "stage" INTEGER, "tier" INTEGER, "filing" INTEGER,
      "in_county" INTEGER, "in_city" INTEGER, "in_province" INTEGER, "member" INTEGER,
      "key_project" INTEGER, "admitted_on" INTEGER, "admitted_county" INTEGER, "admitted_city" INTEGER,
      "admitted_province" INTEGER, "left_on" INTEGER, "exit_kind" INTEGER, "taken_off_on" INTEGER,
      "actual_start" INTEGER, "actual_finish" INTEGER, "accepted_on" INTEGER, "next_due" INTEGER,
      "pace" INTEGER, "open_problem" INTEGER, "saving" INTEGER, "saving_coal_equivalent" INTEGER,
      "renewable_substitution" INTEGER, "co2_cut" INTEGER, "investment" INTEGER, "invested" INTEGER,
      "pv_connected" INTEGER, "verified_equivalent" INTEGER, "verified_primary" INTEGER,
      "level_before" INTEGER, "level_after" INTEGER, "level_verified" INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE "projects__energy" (
      _record INTEGER NOT NULL REFERENCES "projects"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "carrier" TEXT, "before" INTEGER, "after" INTEGER, "factor" INTEGER, "unit" TEXT,
      "tce_before" INTEGER, "tce_after" INTEGER, "saved" INTEGER, "saved_primary" INTEGER, "co2" INTEGER,
      "factors" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "projects__measures" (
      _record INTEGER NOT NULL REFERENCES "projects"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "name" TEXT, "technology" TEXT, "quantity" INTEGER, "quantity_unit" TEXT, "investment" INTEGER,
      "saving" INTEGER, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "projects__milestones" (
      _record INTEGER NOT NULL REFERENCES "projects"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "stage" TEXT, "planned" INTEGER, "actual" INTEGER, "remark" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "projects__shares" (
      _record INTEGER NOT NULL REFERENCES "projects"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "region" TEXT, "investment" INTEGER, "saving" INTEGER, "kw" INTEGER, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "projects__procedures" (
      _record INTEGER NOT NULL REFERENCES "projects"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "kind" TEXT, "state" TEXT, "number" TEXT, "day" INTEGER, "remark" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "projects__supports" (
      _record INTEGER NOT NULL REFERENCES "projects"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "kind" TEXT, "level" TEXT, "name" TEXT, "year" INTEGER, "applied" INTEGER, "applied_on" INTEGER,
      "advanced" INTEGER, "advanced_on" INTEGER, "settled" INTEGER, "settled_on" INTEGER, "document" TEXT,
      PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "projects__progress" (
      _record INTEGER NOT NULL REFERENCES "projects"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "span" TEXT, "month" INTEGER, "invested" INTEGER, "invested_so_far" INTEGER, "status" TEXT,
      "pace" TEXT, "reason" TEXT, "problem" TEXT, "solver" TEXT, "problem_state" TEXT, "solved_on" INTEGER,
      "reported_on" INTEGER, "period_end" INTEGER, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "projects__plans" (
      _record INTEGER NOT NULL REFERENCES "projects"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "tier" TEXT, "year" INTEGER, "batch" TEXT, "document" TEXT, "document_day" INTEGER, "kind" TEXT,
      "investment" INTEGER, "state" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "projects__memberships" (
      _record INTEGER NOT NULL REFERENCES "projects"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "tier" TEXT, "state" TEXT, "admitted_on" INTEGER, "admitted_document" TEXT, "direct" INTEGER,
      "waived" INTEGER, "reviewed_for" TEXT, "recommended_on" INTEGER, "batch" TEXT, "rank" INTEGER,
      "recommended_document" TEXT, "exited_on" INTEGER, "exit_kind" TEXT, "exit_document" TEXT,
      "exit_reason" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "projects__filings" (
      _record INTEGER NOT NULL REFERENCES "projects"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "tier" TEXT, "kind" TEXT, "number" INTEGER, "submitted_on" INTEGER, "submitted_by" TEXT,
      "submitted_revision" INTEGER, "reviewer" TEXT, "opened_on" INTEGER, "outcome" TEXT,
      "decided_on" INTEGER, "decided_by" TEXT, "document" TEXT, "faults" TEXT, "reason" TEXT,
      "exit_kind" TEXT, "proposal" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "projects__attachments" (
      _record INTEGER NOT NULL REFERENCES "projects"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "name" TEXT, "number" TEXT, "day" INTEGER, "place" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE "projects_text" (
      _no INTEGER PRIMARY KEY, text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE "projects_search" USING fts5(
      tokens, content='', columnsize=0, detail=none, tokenize='ascii')
    """,
    #"INSERT INTO "projects_search"("projects_search", rank) VALUES ('hashsize', 16777216)"#,
    #"CREATE INDEX "projects_by_name" ON "projects"("_order_name", _no)"#,
    #"CREATE INDEX "projects_by_saving" ON "projects_keys"("saving", _no)"#,
    #"CREATE INDEX "projects_by_investment" ON "projects_keys"("investment", _no)"#,
    #"CREATE INDEX "projects_by_deadline" ON "projects_keys"("deadline", _no)"#,
    #"CREATE INDEX "projects_by_library_code" ON "projects"("_order_library_code", _no)"#,
    #"CREATE INDEX "projects_by_region" ON "projects_keys"("region", _no)"#,
    #"CREATE INDEX "projects_by_next_due" ON "projects_keys"("next_due", _no)"#,
    #"CREATE INDEX "projects_is_library_code" ON "projects"("library_code") WHERE "library_code" IS NOT NULL"#,
    #"CREATE INDEX "projects_is_enterprise" ON "projects"("enterprise") WHERE "enterprise" IS NOT NULL"#,
    #"CREATE INDEX "projects_is_park" ON "projects"("park") WHERE "park" IS NOT NULL"#,
    #"CREATE INDEX "projects_is_project_code" ON "projects"("project_code") WHERE "project_code" IS NOT NULL"#,
    #"CREATE INDEX "projects_is_line" ON "projects"("line") WHERE "line" IS NOT NULL"#,
    #"CREATE INDEX "projects_is_merged_into" ON "projects"("merged_into") WHERE "merged_into" IS NOT NULL"#,
  ]
}
