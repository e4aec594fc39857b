/// An exact decimal number of ten-thousandths, for every amount that is stored or summed.
///
/// The unit (万元, tce, t, kW ...) belongs to the field. Nothing here traps: what can overflow answers nil,
/// and `+`, `-` stop at the largest value. Entered amounts stay under `limit`, so `+` is exact for nine of them;
/// long sums use `adding`.
package struct Amount: Hashable, Comparable, Sendable {
  /// The number of parts of one.
  package static let scale: Int64 = 10_000
  /// Zero.
  package static let zero = Amount(scaled: 0)
  /// The largest magnitude that may be entered: a hundred million million.
  package static let limit = Amount(scaled: 1_000_000_000_000_000_000)

  /// The value in ten-thousandths.
  package var scaled: Int64

  /// An amount of so many ten-thousandths.
  package init(scaled: Int64) { self.scaled = scaled }

  /// A whole number; beyond the range it stops at the largest value.
  package init(_ whole: Int) {
    let (product, overflow) = Int64(whole).multipliedReportingOverflow(by: Self.scale)
    scaled = overflow ? (whole < 0 ? .min : .max) : product
  }

  package static func < (a: Amount, b: Amount) -> Bool { a.scaled < b.scaled }

  /// The sum, which stops at the largest value instead of trapping.
  package static func + (a: Amount, b: Amount) -> Amount {
    a.adding(b) ?? Amount(scaled: a.scaled < 0 ? .min : .max)
  }

  /// The difference, which stops at the largest value instead of trapping.
  package static func - (a: Amount, b: Amount) -> Amount {
    a.subtracting(b) ?? Amount(scaled: a.scaled < 0 ? .min : .max)
  }

  /// The opposite.
  package static prefix func - (a: Amount) -> Amount { .zero - a }

  /// Adds in place, as `+` does.
  package static func += (a: inout Amount, b: Amount) { a = a + b }

  /// The value without its sign.
  package var magnitude: Amount { scaled < 0 ? -self : self }

  /// True below zero.
  package var isNegative: Bool { scaled < 0 }

  /// The sum, or nil when it does not fit.
  package func adding(_ other: Amount) -> Amount? {
    let (sum, overflow) = scaled.addingReportingOverflow(other.scaled)
    return overflow ? nil : Amount(scaled: sum)
  }

  /// The difference, or nil when it does not fit.
  package func subtracting(_ other: Amount) -> Amount? {
    let (difference, overflow) = scaled.subtractingReportingOverflow(other.scaled)
    return overflow ? nil : Amount(scaled: difference)
  }

  /// The product rounded half to even at the fourth decimal, or nil when it does not fit.
  package func multiplied(by other: Amount) -> Amount? { times(other.scaled, over: Self.scale) }

  /// The quotient rounded half to even at the fourth decimal, or nil for a zero divisor or when it does not fit.
  package func divided(by other: Amount) -> Amount? { times(Self.scale, over: other.scaled) }

  /// This amount x numerator / denominator with one rounding, half to even; nil when undefined or too large.
  package func times(_ numerator: Int64, over denominator: Int64) -> Amount? {
    guard denominator != 0 else { return nil }
    let divisor = denominator.magnitude
    let product = scaled.magnitude.multipliedFullWidth(by: numerator.magnitude)
    guard product.high < divisor else { return nil }
    var (quotient, remainder) = divisor.dividingFullWidth(product)
    let rest = divisor - remainder
    if remainder > rest || (remainder == rest && quotient & 1 == 1) {
      guard quotient < .max else { return nil }
      quotient += 1
    }
    let negative = ((scaled < 0) != (numerator < 0)) != (denominator < 0)
    if negative && quotient == Int64.min.magnitude { return Amount(scaled: .min) }
    guard let value = Int64(exactly: quotient) else { return nil }
    return Amount(scaled: negative ? -value : value)
  }

  /// The sum of those that are there; nil where none is, or the sum is too large.
  package static func total(_ amounts: some Sequence<Amount?>) -> Amount? {
    let filled = amounts.compactMap { $0 }
    return filled.isEmpty ? nil : sum(filled)
  }

  /// The exact sum of many amounts, or nil when it does not fit.
  package static func sum(_ amounts: some Sequence<Amount>) -> Amount? {
    var total: Amount? = .zero
    for amount in amounts { total = total?.adding(amount) }
    return total
  }
}
