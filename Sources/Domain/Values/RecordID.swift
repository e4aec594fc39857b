/// A record's permanent id: 128 bits in the shape of a UUID, in order of making (RFC 9562, version 7).
package struct RecordID: Hashable, Comparable, Sendable {
  /// The first 64 bits: milliseconds, version, random.
  package let high: UInt64
  /// The last 64 bits: variant, random.
  package let low: UInt64

  /// An id from its bits, as stored.
  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// A new id from the moment of making and 74 random bits.
  package init(at instant: Instant, random: (UInt64, UInt64)) {
    let time = UInt64(max(0, instant.milliseconds)) & 0xFFFF_FFFF_FFFF
    high = time << 16 | 0x7000 | (random.0 & 0x0FFF)
    low = 0x8000_0000_0000_0000 | (random.1 & 0x3FFF_FFFF_FFFF_FFFF)
  }

  /// A new id, its random bits from a generator.
  package init(at instant: Instant, using generator: inout some RandomNumberGenerator) {
    self.init(at: instant, random: (generator.next(), generator.next()))
  }

  /// Reads the 36 characters of `text`; capitals are accepted.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 36 else { return nil }
    var halves: [UInt64] = [0, 0]
    var digits = 0
    for (place, byte) in bytes.enumerated() {
      if [8, 13, 18, 23].contains(place) {
        guard byte == 0x2D else { return nil }
        continue
      }
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x41 + 10
      case 0x61...0x66: digit = byte - 0x61 + 10
      default: return nil
      }
      halves[digits / 16] = halves[digits / 16] << 4 | UInt64(digit)
      digits += 1
    }
    (high, low) = (halves[0], halves[1])
  }

  package static func < (a: RecordID, b: RecordID) -> Bool { (a.high, a.low) < (b.high, b.low) }

  /// The id as 36 lower-case characters.
  package var text: String {
    let hex = Array("0123456789abcdef".utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(36)
    for digit in 0..<32 {
      if [8, 12, 16, 20].contains(digit) { bytes.append(0x2D) }
      let half = digit < 16 ? high : low
      bytes.append(hex[Int(half >> UInt64(60 - 4 * (digit % 16)) & 15)])
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension RecordID: CustomStringConvertible {
  package var description: String { text }
}

extension RecordID {
  /// What a record is called by where nothing else names it yet; blank without an id.
  package var ownKey: String { self == .unset ? "" : text }

  /// The id as it stands in a file where a key would: `#` and its characters.
  package var mark: String { "#" + text }

  /// The last eight characters, by which people tell ids apart: those made within hours begin alike.
  package var tail: String { String(text.suffix(8)) }

  /// Reads what `mark` writes.
  package init?(mark: String) {
    guard mark.hasPrefix("#") else { return nil }
    self.init(String(mark.dropFirst()))
  }
}
