/// Kept figures of whole cities beside those of single regions.
enum M0008 {
  static let statements: [String] = [
    """
    CREATE TABLE city_counters (
      measure INTEGER NOT NULL,
      region TEXT NOT NULL,
      d1 TEXT NOT NULL,
      d2 TEXT NOT NULL,
      d3 TEXT NOT NULL,
      quarter INTEGER NOT NULL,
      high INTEGER NOT NULL,
      low INTEGER NOT NULL,
      PRIMARY KEY (measure, d1, d2, d3, region, quarter)
    ) STRICT, WITHOUT ROWID
    """
  ]
}
