/// The registers of tasks 1 to 12, and what links older ones to them.
enum M0004 {
  static let statements =
    links + diagnoses + recognitions + phaseouts + research + catalogue + audits + batteries + parks

  private static let links: [String] = [
    #"ALTER TABLE "enterprises" ADD COLUMN "industrial_park" BLOB"#,
    #"ALTER TABLE "projects" ADD COLUMN "industrial_park" BLOB"#,
    #"ALTER TABLE "projects" ADD COLUMN "diagnosis" BLOB"#,
    #"ALTER TABLE "projects" ADD COLUMN "recommendation" TEXT"#,
    #"ALTER TABLE "projects" ADD COLUMN "home_park" BLOB"#,
    #"ALTER TABLE "projects__measures" ADD COLUMN "catalogue" BLOB"#,
    #"CREATE INDEX "enterprises_is_industrial_park" ON "enterprises"("industrial_park") "#
      + #"WHERE "industrial_park" IS NOT NULL"#,
    #"CREATE INDEX "projects_is_industrial_park" ON "projects"("industrial_park") WHERE "industrial_park" IS NOT NULL"#,
    #"CREATE INDEX "projects_is_diagnosis" ON "projects"("diagnosis") WHERE "diagnosis" IS NOT NULL"#,
    #"CREATE INDEX "projects_is_home_park" ON "projects"("home_park") WHERE "home_park" IS NOT NULL"#,
    #"CREATE INDEX "projects__measures_is_catalogue" ON "projects__measures"("catalogue") "#
      + #"WHERE "catalogue" IS NOT NULL"#,
    #"CREATE INDEX "enterprises__changes_is_successor" ON "enterprises__changes"("successor") "#
      + #"WHERE "successor" IS NOT NULL"#,
  ]
}
