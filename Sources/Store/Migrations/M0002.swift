/// Answers to warnings, people, the settings of tiers, and what a submission carries besides.
enum M0002 {
  static let statements = answers + filings + people + tiers
}
