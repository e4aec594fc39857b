extension M0002 {
  /// What a submission carries besides, and whose turn a project is.
  static let filings: [String] = [
    #"ALTER TABLE "projects__memberships" ADD COLUMN "first_admitted" INTEGER"#,
    #"ALTER TABLE "projects__filings" ADD COLUMN "batch" TEXT"#,
    #"ALTER TABLE "projects__filings" ADD COLUMN "waived" INTEGER"#,
    #"ALTER TABLE "projects" ADD COLUMN "waiting_tier" TEXT"#,
    #"ALTER TABLE "projects" ADD COLUMN "waiting_since" INTEGER"#,
    #"ALTER TABLE "projects" ADD COLUMN "held_by" TEXT"#,
    #"ALTER TABLE "projects" ADD COLUMN "returned_by" TEXT"#,
    #"ALTER TABLE "projects" ADD COLUMN "recommended_city" INTEGER"#,
    #"ALTER TABLE "projects" ADD COLUMN "recommended_province" INTEGER"#,
    #"ALTER TABLE "projects_keys" ADD COLUMN "waiting_tier" INTEGER"#,
    #"ALTER TABLE "projects_keys" ADD COLUMN "returned_by" INTEGER"#,
  ]
}
