/// Shares of capacity at baseline and at benchmark: exact within each product and process, never summed across them.
package struct EfficiencyShares: Hashable, Sendable {
  /// One product and process.
  package struct Product: Hashable, Sendable {
    /// `平板玻璃/＞800吨/天`.
    package let code: String
    /// Capacity at the benchmark or better.
    package let atBenchmark: Amount
    /// Capacity between benchmark and baseline.
    package let between: Amount
    /// Capacity worse than the baseline.
    package let below: Amount

    /// The field 领域 it belongs to: the product without its process.
    package var field: String { String(code.prefix { $0 != "/" }) }
    /// All of it.
    package var capacity: Amount { atBenchmark + between + below }

    /// The share at this grade or better; nil without capacity.
    package func share(atLeast grade: EfficiencyLevel.Grade) -> Ratio? {
      switch grade {
      case .benchmark: Ratio(atBenchmark, capacity)
      case .between: Ratio(atBenchmark + between, capacity)
      case .below: Ratio(capacity, capacity)
      }
    }
  }

  /// Products with capacity, in the order of their codes.
  package let products: [Product]

  /// From capacities by product code, for each grade; as `efficiency.capacity` gives them for one data year.
  package init(atBenchmark: [String: Amount], between: [String: Amount], below: [String: Amount]) {
    let codes = Set(atBenchmark.keys).union(between.keys).union(below.keys)
    products = codes.sorted().map { code in
      Product(
        code: code, atBenchmark: atBenchmark[code] ?? .zero, between: between[code] ?? .zero,
        below: below[code] ?? .zero)
    }.filter { $0.capacity > .zero }
  }

  /// The headline: how many fields have every product at `percent` or more, of how many, and the product lowest down.
  package func headline(atLeast grade: EfficiencyLevel.Grade, percent: Amount) -> (met: Int, of: Int, lowest: Product?)
  {
    let wanted = percent.scaled / 100
    let fields = Dictionary(grouping: products, by: \.field)
    let met = fields.values.count { products in
      products.allSatisfy { $0.share(atLeast: grade)?.isAtLeast(wanted) ?? false }
    }
    let lowest = products.min { left, right in
      guard let one = left.share(atLeast: grade), let other = right.share(atLeast: grade) else { return false }
      return one < other
    }
    return (met, fields.count, lowest)
  }

  /// The one weighted share 折能加权, this library's own estimate; from weights in tce by grade.
  package static func weighted(
    atBenchmark: Amount, between: Amount, below: Amount, atLeast grade: EfficiencyLevel.Grade
  ) -> Ratio? {
    Product(code: "", atBenchmark: atBenchmark, between: between, below: below).share(atLeast: grade)
  }
}

/// Falls of an intensity over several years.
package enum IntensityFall {
  /// 1 - Π(1 - yearly fall), in per cent; nil for a fall of over 100 %.
  package static func cumulative(_ yearly: [Amount]) -> Amount? {
    let whole = Amount(100)
    var left: Amount? = whole
    for fall in yearly {
      guard fall <= whole else { return nil }
      left = left?.times((whole - fall).scaled, over: whole.scaled)
    }
    return left.map { whole - $0 }
  }
}
