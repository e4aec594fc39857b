/// Quarters with their locks and the figures kept of them, statistics and targets.
enum M0003 {
  static let statements = projects + quarters + figures
}
