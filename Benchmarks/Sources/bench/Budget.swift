/// A row of the table: what was measured, what it may cost at each size, in which unit.
struct Budget {
  let name: String
  let unit: String
  /// By number of projects.
  let limits: [Int: Double]

  static let start = Budget(
    name: "start until the library screen is whole", unit: "ms", limits: [10_000: 25, 100_000: 25, 1_000_000: 30])
  static let keyMedian = Budget(
    name: "key down until its last byte, median", unit: "ms", limits: [10_000: 1, 100_000: 1, 1_000_000: 1])
  static let keyWorst = Budget(
    name: "key down until its last byte, 99th", unit: "ms", limits: [10_000: 5, 100_000: 5, 1_000_000: 8])
  static let keyBytes = Budget(
    name: "bytes per key down, held down, median", unit: "B", limits: [10_000: 120, 100_000: 120, 1_000_000: 120])
  static let lookBytes = Budget(name: "bytes of a key down alone, the preview with it", unit: "B", limits: [:])
  static let search = Budget(
    name: "search as you type, key until the matches show", unit: "ms", limits: [10_000: 8, 100_000: 20, 1_000_000: 60])
  static let last = Budget(
    name: "jump to the last row and back", unit: "ms", limits: [10_000: 10, 100_000: 20, 1_000_000: 60])
  static let sortIndexed = Budget(
    name: "sort by an indexed column", unit: "ms", limits: [10_000: 10, 100_000: 20, 1_000_000: 60])
  static let sortFree = Budget(
    name: "sort by any other column", unit: "ms", limits: [10_000: 15, 100_000: 60, 1_000_000: 1000])
  static let filter = Budget(
    name: "rows under a free filter", unit: "ms", limits: [10_000: 15, 100_000: 50, 1_000_000: 300])
  static let dashboard = Budget(
    name: "dashboards of the province", unit: "ms", limits: [10_000: 10, 100_000: 20, 1_000_000: 50])
  static let tally = Budget(
    name: "the province's quarterly tally, all indicators x 11 cities", unit: "ms",
    limits: [10_000: 10, 100_000: 20, 1_000_000: 50])
  static let save = Budget(
    name: "save a project, in units of one fsync", unit: "x", limits: [10_000: 6, 100_000: 6, 1_000_000: 6])
  static let memory = Budget(
    name: "peak memory of a session", unit: "MiB", limits: [10_000: 24, 100_000: 28, 1_000_000: 32])
  static let importAccount = Budget(name: "import of projects, account only", unit: "rows/s", limits: [10_000: 40_000])
  static let importRate = Budget(name: "import of projects from CSV, written", unit: "rows/s", limits: [10_000: 8000])
  static let importPlain = Budget(name: "import of enterprises, written", unit: "rows/s", limits: [10_000: 15_000])
}

/// What was measured beside what it may cost.
struct Measured {
  let budget: Budget
  let size: Int
  let value: Double

  /// Over 1 is over budget; rates count the other way round.
  var ratio: Double? {
    guard let limit = budget.limits[size] else { return nil }
    return budget.unit == "rows/s" ? limit / max(value, 0.001) : value / limit
  }
}
