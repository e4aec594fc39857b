import Foundation

/// The province's quarterly tally, beside what SQLite alone takes to group the same records.
struct Tallies {
  let binary: String
  let library: Library

  /// The whole command less what the same command takes where there is nothing to count, so that starting is left out.
  func measure() -> [Measured] {
    let whole = median { [binary, "tally", "--library", library.path, "--quarter", "2023Q2", "--quiet"] }
    let start = median { [binary, "reference", "list", "settings", "--library", library.path, "--quiet"] }
    return [Measured(budget: .tally, size: library.size, value: max(0, whole - start))]
  }

  /// One plain count of projects by region and quarter of their start, by the tool at hand; nil where there is none.
  func peer() -> Double? {
    guard let sqlite = installed("sqlite3") else { return nil }
    let question = """
      SELECT region, actual_start / 10000, (actual_start / 100 % 100 + 2) / 3, COUNT(*), SUM(investment), SUM(saving)
      FROM projects WHERE admitted_on IS NOT NULL AND actual_start <= 20230630 GROUP BY 1, 2, 3
      """
    return median(3) { [sqlite, "-readonly", library.path, question] }
  }

  private func median(_ times: Int = 9, _ command: () -> [String]) -> Double {
    (0..<times).map { _ in
      let begin = now()
      run(command())
      return now() - begin
    }.median
  }
}
