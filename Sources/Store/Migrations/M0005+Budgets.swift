extension M0005 {
  /// 用能预算 of enterprises, and how they stand.
  static let budgets: [String] = [
    #"ALTER TABLE "enterprises" ADD COLUMN "budget_year" INTEGER"#,
    #"ALTER TABLE "enterprises" ADD COLUMN "budget" INTEGER"#,
    #"ALTER TABLE "enterprises" ADD COLUMN "budget_used" INTEGER"#,
    #"ALTER TABLE "enterprises" ADD COLUMN "budget_left" INTEGER"#,
    #"ALTER TABLE "enterprises" ADD COLUMN "budget_forecast" INTEGER"#,
    #"ALTER TABLE "enterprises" ADD COLUMN "budget_state" TEXT"#,
    #"ALTER TABLE "enterprises_keys" ADD COLUMN "budget_used" INTEGER"#,
    #"ALTER TABLE "enterprises_keys" ADD COLUMN "budget_forecast" INTEGER"#,
    #"ALTER TABLE "enterprises_keys" ADD COLUMN "budget_state" INTEGER"#,
    """
    CREATE TABLE "enterprises__budgets" (
      _record INTEGER NOT NULL REFERENCES "enterprises"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "year" INTEGER, "energy" INTEGER, "basis" TEXT, "co2" INTEGER, "document" TEXT, "day" INTEGER,
      "remark" TEXT, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """,
  ]
}
