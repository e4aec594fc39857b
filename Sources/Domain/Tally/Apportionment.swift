/// Parting a whole in proportion, exactly: the parts add up to it.
package enum Apportionment {
  /// Parts in multiples of `step` in proportion to the weights; the largest remainders get one more, the first of equal ones.
  ///
  /// What of the whole is less than a step goes to the largest part. Weights below zero count as zero; nil where no
  /// weight is above it.
  package static func split(_ whole: Amount, by weights: [Amount], step: Amount = Amount(1)) -> [Amount]? {
    let weights = weights.map { Int128(max(0, $0.scaled)) }
    let total = weights.reduce(0, +)
    guard total > 0, step > .zero, whole >= .zero else { return nil }
    let units = Int128(whole.scaled / step.scaled)
    var parts = weights.map { units * $0 / total }
    let rests = weights.map { units * $0 % total }
    let order = weights.indices.sorted { rests[$0] == rests[$1] ? $0 < $1 : rests[$0] > rests[$1] }
    for place in order.prefix(Int(units - parts.reduce(0, +))) { parts[place] += 1 }
    var amounts = parts.map { Amount(scaled: Int64($0) * step.scaled) }
    let crumbs = Amount(scaled: whole.scaled % step.scaled)
    if let largest = weights.indices.max(by: { weights[$0] < weights[$1] }) { amounts[largest] += crumbs }
    return amounts
  }
}

extension Indicator {
  /// In what steps its targets are shared out: whole ones, or tenths where the unit is a large one or a share.
  package var targetStep: Amount {
    isRatio || divisor > 1 ? Amount(scaled: 1000) : Amount(1)
  }
}
