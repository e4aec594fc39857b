import Foundation

/// What a person feels at the library screen of one library.
struct Interface {
  let binary: String
  let library: Library

  func measure() -> [Measured] {
    var rows: [Measured] = []
    func note(_ budget: Budget, _ value: Double?) {
      if let value, !value.isNaN { rows.append(Measured(budget: budget, size: library.size, value: value)) }
    }
    note(.start, (0..<7).compactMap { _ in start()?.milliseconds }.median)
    guard let probe = open() else { return rows }
    let downs = (0..<60).map { _ in probe.press("<Down>") } + (0..<10).map { _ in probe.press("<PgDn>") }
    note(.keyMedian, downs.prefix(60).map(\.milliseconds).median)
    note(.keyWorst, downs.map(\.milliseconds).worst)
    note(.keyBytes, downs.prefix(60).map { Double($0.bytes) }.median)
    probe.press("g")
    let looks = (0..<12).map { _ in
      probe.session.settle(quiet: 200)
      return Double(probe.press("<Down>").bytes)
    }
    note(.lookBytes, looks.median)
    note(.last, (0..<5).flatMap { _ in [probe.press("G").milliseconds, probe.press("g").milliseconds] }.median)
    var search: [Double] = []
    for word in ["sn", "余热", "ajsn"] {
      probe.press("/")
      for letter in word { search.append(probe.press(String(letter)).shown) }
      probe.press("<Enter>")
      probe.press("<Esc>")
    }
    note(.search, search.median)
    // Places among the columns that are offered: name and deadline have an index, stage and tier have none.
    note(.sortIndexed, [0, 5, 0, 5].map { sort(probe, by: $0) }.median)
    note(.sortFree, [3, 1, 3].map { sort(probe, by: $0) }.median)
    sort(probe, by: 4)
    note(.filter, ["预期节能>=40000", "预期节能<10"].map { filter(probe, $0) }.median)
    note(.memory, probe.peakMemory)
    probe.session.type("q")
    if let overview = open() {
      note(
        .dashboard,
        (0..<5).map { _ in
          overview.press("2")
          return overview.press("1").milliseconds
        }.median)
    }
    return rows
  }

  /// Opens the library and goes to the project list.
  private func open() -> Probe? {
    guard let probe = Probe([binary, library.path], environment: Library.day), probe.ready("浙江") != nil else {
      return nil
    }
    probe.session.settle()
    probe.press("2")
    return probe
  }

  /// Milliseconds until the list stands in another order.
  @discardableResult
  private func sort(_ probe: Probe, by column: Int) -> Double {
    probe.press("s")
    probe.press("<Home>")
    for _ in 0..<column { probe.press("<Down>") }
    return probe.press("<Enter>").milliseconds
  }

  /// Milliseconds until the rows that meet a condition are seen; their counts may follow.
  private func filter(_ probe: Probe, _ condition: String) -> Double {
    probe.press("f")
    probe.press(condition)
    probe.press("<Enter>")
    let time = probe.press("<F9>").shown
    probe.session.settle(quiet: 500, limit: 10_000)
    probe.press("X")
    return time
  }

  private func start() -> (milliseconds: Double, bytes: Int)? {
    guard let probe = Probe([binary, library.path], environment: Library.day), let time = probe.ready("浙江省") else {
      return nil
    }
    return (time, probe.session.output.count)
  }
}
