/// A share of two exact amounts, compared and shown without ever rounding up to a target.
package struct Ratio: Hashable, Comparable, Sendable {
  /// What is counted.
  package let part: Amount
  /// Of how much; above zero.
  package let whole: Amount

  /// Nil where the whole is not positive.
  package init?(_ part: Amount, _ whole: Amount) {
    guard whole > .zero else { return nil }
    self.part = part
    self.whole = whole
  }

  /// Equal as fractions.
  package static func == (left: Ratio, right: Ratio) -> Bool {
    left.product(right.whole) == right.product(left.whole)
  }

  /// Equal fractions hash alike.
  package func hash(into hasher: inout Hasher) { hasher.combine(tenthsOfPercent) }

  /// Compared exactly, by products.
  package static func < (left: Ratio, right: Ratio) -> Bool { left.product(right.whole) < right.product(left.whole) }

  private func product(_ other: Amount) -> Int128 { Int128(part.scaled) * Int128(other.scaled) }

  /// At least so many ten-thousandths: 11 000 is 1.10.
  package func isAtLeast(_ tenThousandths: Int64) -> Bool {
    Int128(part.scaled) * 10_000 >= Int128(whole.scaled) * Int128(tenThousandths)
  }

  /// Whole per cent, rounded down: 99.6 % is 99.
  package var percent: Int { floor(100) }

  /// Tenths of a per cent, rounded down.
  package var tenthsOfPercent: Int { floor(1000) }

  private func floor(_ factor: Int128) -> Int {
    let product = Int128(part.scaled) * factor
    let divisor = Int128(whole.scaled)
    var quotient = product / divisor
    if product % divisor < 0 { quotient -= 1 }
    return Int(clamping: quotient)
  }

  /// `97.6%`, `100%`: one decimal unless it is nought, rounded down.
  package var text: String {
    let tenths = tenthsOfPercent
    let sign = tenths < 0 ? "-" : ""
    let size = abs(tenths)
    return size % 10 == 0 ? "\(sign)\(size / 10)%" : "\(sign)\(size / 10).\(size % 10)%"
  }
}
