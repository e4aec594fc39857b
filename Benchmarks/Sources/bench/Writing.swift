import Foundation

/// What writing costs: a save at the form, and imports of our own files.
struct Writing {
  let binary: String
  let library: Library
  /// Where copies are made.
  let folder: String
  /// Milliseconds of one fsync there.
  let sync: Double

  func measure() -> [Measured] {
    var rows: [Measured] = []
    func note(_ budget: Budget, _ value: Double?) {
      if let value, !value.isNaN { rows.append(Measured(budget: budget, size: library.size, value: value)) }
    }
    note(.save, save().map { $0 / sync })
    // Copying a large library over takes minutes and says no more.
    guard library.size <= 10_000 else { return rows }
    // What projects name comes before them.
    let named = ["parks", "catalogue", "providers", "experts", "efficiency", "diagnoses"]
    for list in named + ["enterprises", "projects"] where export(list) != 0 { return rows }
    let copy = folder + "/import.sanku"
    defer { remove(copy) }
    guard run([binary, "init", copy, "--quiet"]) == 0 else { return rows }
    for list in named.prefix(4) { _ = rate(list, into: copy) }
    note(.importPlain, rate("enterprises", into: copy))
    for list in named.dropFirst(4) { _ = rate(list, into: copy) }
    note(.importAccount, rate("projects", into: copy, "--dry-run"))
    note(.importRate, rate("projects", into: copy))
    return rows
  }

  /// Milliseconds of a save of the first project, the answer on the screen included.
  private func save() -> Double? {
    let copy = folder + "/save.sanku"
    guard run([binary, "backup", copy, "--library", library.path, "--quiet"]) == 0 else { return nil }
    defer { remove(copy) }
    guard let probe = Probe([binary, copy], environment: Library.day), probe.ready("浙江") != nil else { return nil }
    probe.session.settle()
    for keys in ["2", "e", "<Tab>", "<End>"] { probe.press(keys) }
    return (0..<10).map { turn -> Double in
      probe.press(turn.isMultiple(of: 2) ? "改" : "<BS>")
      return probe.press("<^S>").milliseconds
    }.median
  }

  private func remove(_ copy: String) {
    for path in [copy, copy + ".lock", copy + ".scratch"] { try? FileManager.default.removeItem(atPath: path) }
  }

  private func export(_ list: String) -> Int32 {
    run([binary, "export", list, "--library", library.path, "-o", "\(folder)/\(list).csv", "--quiet"])
  }

  /// Rows a second of an import of a list; nil where it fails.
  private func rate(_ list: String, into copy: String, _ more: String...) -> Double? {
    let path = "\(folder)/\(list).csv"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    // A line feed within a cell is rare enough for a rate.
    let count = text.utf8.count { $0 == 0x0A } - 1
    let begin = now()
    guard run([binary, "import", list, path, "--library", copy, "--quiet"] + more) == 0 else { return nil }
    return Double(count) / (now() - begin) * 1000
  }
}
