/// Quarters and what they are held against: targets and official values.
enum M0003 {
  static let statements = figures
}
