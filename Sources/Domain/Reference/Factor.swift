/// A conversion factor, exact to a millionth.
package struct Factor: Hashable, Comparable, Sendable {
  /// The value in millionths.
  package let scaled: Int64
  /// Parts of one: six decimals.
  package static let scale: Int64 = 1_000_000

  /// Reads plain digits such as `0.03412`; nil with more than six decimals or when not above zero.
  package init?(parsing text: some StringProtocol) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    guard let whole = parts.first.map({ String($0) }), !whole.isEmpty, fraction.count <= 6,
      (whole + fraction).utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let scaled = Int64(whole + fraction + String(repeating: "0", count: 6 - fraction.count)),
      scaled > 0, scaled < 1_000_000_000_000
    else { return nil }
    self.scaled = scaled
  }

  package static func < (a: Factor, b: Factor) -> Bool { a.scaled < b.scaled }

  /// The shortest exact text.
  package var text: String {
    let fraction = String(String(Self.scale + scaled % Self.scale).dropFirst())
    let kept = fraction.reversed().drop { $0 == "0" }.reversed()
    return String(scaled / Self.scale) + (kept.isEmpty ? "" : "." + String(kept))
  }
}
