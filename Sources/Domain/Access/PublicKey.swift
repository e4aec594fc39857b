import Crypto
import Foundation

/// A public key as OpenSSH writes it: `ssh-ed25519 AAAA... comment`.
package struct PublicKey: Hashable, Sendable {
  /// `ssh-ed25519` ...
  package let type: String
  /// The key itself in base64.
  package let key: String
  /// What stands behind it; may be empty.
  package let comment: String

  /// The types that sshd is to be offered.
  package static let types: Set<String> = [
    "ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521", "ssh-rsa",
    "sk-ssh-ed25519@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com",
  ]

  /// Reads one line of a `.pub` file; nil for anything else: options before the type, private keys, damaged base64.
  package init?(line: String) {
    let parts = line.split(maxSplits: 2, whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
    guard parts.count >= 2 else { return nil }
    self.init(type: parts[0], key: parts[1], comment: parts.count > 2 ? TextCleaning.line(parts[2]) : "")
  }

  /// A key whose base64 is one of its type.
  package init?(type: String, key: String, comment: String = "") {
    guard Self.types.contains(type), let blob = Data(base64Encoded: key), Self.name(in: blob) == type,
      blob.count > type.utf8.count + 8
    else { return nil }
    (self.type, self.key, self.comment) = (type, key, comment)
  }

  /// `SHA256:` and the digest in base64 without its end marks, as `ssh-keygen -l` prints it.
  package var fingerprint: String { Self.fingerprint(of: key) ?? "" }

  /// The fingerprint of a key in base64; nil if it is none.
  package static func fingerprint(of key: String) -> String? {
    guard let blob = Data(base64Encoded: key), !blob.isEmpty else { return nil }
    let text = Data(SHA256.hash(data: blob)).base64EncodedString()
    return "SHA256:" + text.filter { $0 != "=" }
  }

  /// The type that a key itself names: a length of four bytes, then the name.
  private static func name(in blob: Data) -> String? {
    let bytes = Array(blob)
    guard bytes.count > 4 else { return nil }
    let length = bytes[..<4].reduce(0) { $0 << 8 | Int($1) }
    guard length > 0, length <= 64, bytes.count > 4 + length else { return nil }
    return String(decoding: bytes[4..<(4 + length)], as: UTF8.self)
  }
}
