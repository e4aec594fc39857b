import Crypto
import Foundation

/// A library's signing key (Ed25519): what it signs, every library that knows its public half can check.
package struct LibraryKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey

  /// A new key.
  package init() { key = Curve25519.Signing.PrivateKey() }

  /// The key as it is kept; nil for what is none.
  package init?(kept text: String) {
    guard let data = Data(base64Encoded: text), let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: data)
    else { return nil }
    self.key = key
  }

  /// The secret half, as a library keeps it.
  package var kept: String { key.rawRepresentation.base64EncodedString() }

  /// The public half, as others know it: 44 characters.
  package var publicText: String { key.publicKey.rawRepresentation.base64EncodedString() }

  /// Signs bytes; 88 characters.
  package func signature(of bytes: [UInt8]) throws -> String {
    try key.signature(for: bytes).base64EncodedString()
  }

  /// Whether the holder of a public key signed these bytes.
  package static func isSigned(_ bytes: [UInt8], _ signature: String, by publicText: String) -> Bool {
    guard let data = Data(base64Encoded: publicText), let sealed = Data(base64Encoded: signature),
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: data)
    else { return false }
    return key.isValidSignature(sealed, for: bytes)
  }

  /// What two people read to one another to compare keys: eight groups of four.
  package static func fingerprint(_ publicText: String) -> String {
    let digits = Hex.text(SHA256.hash(data: Array(publicText.utf8))).prefix(32)
    return stride(from: 0, to: 32, by: 4).map { place in
      String(digits.dropFirst(place).prefix(4))
    }.joined(separator: " ")
  }
}

/// SHA-256 in hex, for what is longer than a line.
package enum Digest {
  /// 64 lower-case hex digits.
  package static func text(of bytes: [UInt8]) -> String { Hex.text(SHA256.hash(data: bytes)) }
}
