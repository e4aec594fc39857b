/// The levels of unit consumption that one product is judged by; smaller is better, a level may be negative.
package struct EfficiencyLevel: Hashable, Sendable {
  /// The sector that it belongs to, in the notice's words: 石化, 建材.
  package let sector: String
  /// The product, in the notice's words: 水泥熟料.
  package let product: String
  /// The process or condition that tells rows of one product apart; may be empty.
  package let process: String
  /// What is measured, in the notice's words: 单位产品综合能耗.
  package let indicator: String
  /// The unit of both levels, as printed; it differs between products.
  package let unit: String
  /// 标杆水平.
  package let benchmark: Amount
  /// 基准水平.
  package let baseline: Amount
  /// The standard that sets the consumption, such as `GB 16780`; may be empty.
  package let standard: String
  /// False while the figures have not been compared with the published annex; it is shown, and never makes an error.
  package let verified: Bool
  /// high, medium or low.
  package let confidence: String
  /// Where the figures come from.
  package let source: String
  /// The edition, by its year.
  package let edition: Int
  /// The province that set a row of its own; empty for the national one.
  package let province: String

  /// How a line stands to the levels.
  package enum Grade: String, CaseIterable, Sendable {
    /// At the benchmark 标杆 or better: its consumption is no greater.
    case benchmark
    /// Worse than the benchmark, and no worse than the baseline.
    case between
    /// Worse than the baseline 基准: its consumption is greater.
    case below

    /// The grade in words.
    package var label: Label {
      switch self {
      case .benchmark: Label(zh: "优于标杆", en: "at benchmark")
      case .between: Label(zh: "标杆至基准", en: "between benchmark and baseline")
      case .below: Label(zh: "劣于基准", en: "worse than baseline")
      }
    }
  }

  /// The grade of a unit consumption in this row's unit; a value equal to a level reaches it.
  package func grade(of value: Amount) -> Grade {
    value <= benchmark ? .benchmark : value <= baseline ? .between : .below
  }
}

/// The levels by edition, product and process.
package struct EfficiencyLevels: Sendable {
  private var byKey: [String: EfficiencyLevel] = [:]
  private var keys: [String] = []
  private var editions: [Int] = []

  /// An edition that stands for a year.
  package struct Edition: Hashable, Sendable {
    /// The edition's own year.
    package let year: Int
    /// What is to be said of it; nil when the edition was in force.
    package let label: Label?
  }

  init() {
    for row in BuiltIn.rows(BuiltIn.efficiencyLevels) { _ = add(row + ["2021", ""]) }
  }

  /// All rows, in the order of the table.
  package var all: [EfficiencyLevel] { keys.compactMap { byKey[$0] } }

  /// The edition for data of a year. The 2023 edition took over from 2024 data on; without it the last one stands, said.
  package func edition(for year: Int) -> Edition {
    let last = editions.last { $0 < 2023 || year >= 2024 && $0 <= year } ?? 2021
    guard year >= 2024, last < 2023 else { return Edition(year: last, label: nil) }
    return Edition(
      year: last,
      label: Label(
        zh: "\(year)年应按新版能效水平判定，本库只有\(last)年版，结果供参考",
        en: "Data of \(year) fall under a newer edition; only that of \(last) is at hand, so this is for reference"))
  }

  /// The levels of a product and process in the edition for a year; a province's own row comes before the national one.
  package func level(product: String, process: String, year: Int, province: String = "") -> EfficiencyLevel? {
    let edition = edition(for: year).year
    return byKey[Self.key(edition, province, product, process)] ?? byKey[Self.key(edition, "", product, process)]
  }

  /// The products of an edition, in the order of the table.
  package func products(edition: Int = 2021) -> [String] {
    all.reduce(into: []) { if $1.edition == edition && !$0.contains($1.product) { $0.append($1.product) } }
  }

  /// The processes or conditions of a product.
  package func processes(of product: String, edition: Int = 2021) -> [String] {
    all.reduce(into: []) {
      if $1.edition == edition && $1.product == product && !$0.contains($1.process) { $0.append($1.process) }
    }
  }

  mutating func add(_ cells: [Substring]) -> Bool {
    guard cells.count >= 13, !cells[1].isEmpty, !cells[4].isEmpty, let benchmark = Amount(parsing: String(cells[5])),
      let baseline = Amount(parsing: String(cells[6])), benchmark <= baseline, let edition = Int(cells[11])
    else { return false }
    let level = EfficiencyLevel(
      sector: String(cells[0]), product: String(cells[1]), process: String(cells[2]), indicator: String(cells[3]),
      unit: String(cells[4]), benchmark: benchmark, baseline: baseline, standard: String(cells[7]),
      verified: cells[8] == "yes", confidence: String(cells[9]), source: String(cells[10]), edition: edition,
      province: String(cells[12]))
    let key = Self.key(edition, level.province, level.product, level.process)
    if byKey.updateValue(level, forKey: key) == nil { keys.append(key) }
    if !editions.contains(edition) { editions = (editions + [edition]).sorted() }
    return true
  }

  private static func key(_ edition: Int, _ province: String, _ product: String, _ process: String) -> String {
    "\(edition)|\(province)|\(product)|\(process)"
  }
}
