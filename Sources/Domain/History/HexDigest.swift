import Crypto

/// SHA-256 of a text, in hexadecimal: what stands in the history for figures that are kept beside it.
package enum HexDigest {
  /// 64 hex digits.
  package static func of(_ text: String) -> String { Hex.text(Array(SHA256.hash(data: Array(text.utf8)))) }
}

extension LockedFigure {
  /// The digest of all figures of a lock, whatever their order; those that are zero are left out.
  package static func digest(_ figures: [LockedFigure]) -> String {
    HexDigest.of(figures.filter { !$0.isZero }.map(\.line).sorted().joined())
  }
}
