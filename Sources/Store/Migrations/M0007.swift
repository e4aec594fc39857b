/// What a reviewer says when admitting.
enum M0007 {
  static let statements: [String] = [
    #"ALTER TABLE "projects__filings" ADD COLUMN "opinion" TEXT"#
  ]
}
