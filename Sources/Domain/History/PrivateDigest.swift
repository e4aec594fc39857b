import Crypto

/// What stands in an entry for a private value, such as a phone number: it shows that the value changed, not what it is.
///
/// A keyed digest (HMAC-SHA-256, 128 bits kept): without the library's key the few possible numbers cannot be tried out.
package struct PrivateDigest: Sendable {
  private let key: SymmetricKey

  /// A digest under the library's secret, 32 bytes.
  package init(key: [UInt8]) { self.key = SymmetricKey(data: key) }

  /// The stand-in: `~` and 32 hex digits; an empty value stays empty.
  package func standIn(for value: Value) -> Value {
    guard case .text(let text) = value else { return .empty }
    let code = HMAC<SHA256>.authenticationCode(for: Array(Normalised.text(text).utf8), using: key)
    return .text("~" + Hex.text(Array(code).prefix(16)))
  }

  /// True for a text that is a stand-in.
  package static func isStandIn(_ text: String) -> Bool {
    text.utf8.count == 33 && text.hasPrefix("~") && text.dropFirst().allSatisfy(\.isHexDigit)
  }
}
