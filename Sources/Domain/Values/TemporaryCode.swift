/// A stand-in for a credit code that is not known yet: `LS330523000017` (region, serial of six digits).
///
/// No credit code can look like it: S is not among a credit code's characters, and it has 14 of them, not 18.
package struct TemporaryCode: Hashable, Comparable, Sendable {
  /// The 14 characters.
  package let text: String

  /// The code of a region's serial, 1 to 999 999.
  package init?(region: String, serial: Int) {
    guard region.utf8.count == 6, (1...999_999).contains(serial) else { return nil }
    self.init("LS\(region)\(DateText.padded(serial, 6))")
  }

  /// Reads a code, normalising width, case and blanks.
  package init?(_ text: String) {
    let code = Normalised.code(text).uppercased()
    let bytes = Array(code.utf8)
    guard bytes.count == 14, code.hasPrefix("LS"), Int(code.suffix(6)) ?? 0 > 0,
      bytes[8...].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
      bytes[2..<8].allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x41 && $0 <= 0x5A) })
    else { return nil }
    self.text = code
  }

  package static func < (a: TemporaryCode, b: TemporaryCode) -> Bool { a.text < b.text }

  /// The region that gave the code.
  package var regionCode: String { String(text.dropFirst(2).prefix(6)) }
  /// The serial within the region.
  package var serial: Int { Int(text.suffix(6)) ?? 0 }
}
