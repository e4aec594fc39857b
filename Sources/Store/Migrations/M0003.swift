/// Quarters, targets and statistics.
enum M0003 {
  static let statements: [String] = []
}
