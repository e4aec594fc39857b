/// Spreadsheets in and out, and packages between libraries.
enum M0006 {
  static let statements = packages
}
