/// Tokens one after another, with blanks between them; one that was met before is left out.
///
/// Made for each save, so it makes no string for a token: a token is known by its characters packed into one number.
struct TokenLine {
  private var bytes: [UInt8] = []
  /// An open hash table; a place is 0 while it is free.
  private var seen = [UInt64](repeating: 0, count: 4096)
  private var count = 0

  init() { bytes.reserveCapacity(4096) }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Up to three characters.
  mutating func add(_ scalars: ArraySlice<Unicode.Scalar>) {
    guard isNew(scalars.reduce(0) { $0 << 21 | UInt64($1.value) }) else { return }
    for scalar in scalars { append(scalar) }
    bytes.append(0x20)
  }

  mutating func add(syllable: String, _ number: Int) {
    guard isNew(1 << 63 | UInt64(number)) else { return }
    bytes.append(contentsOf: syllable.utf8)
    bytes.append(0x20)
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII { return bytes.append(UInt8(scalar.value)) }
    for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { bytes.append(unit) }
  }

  /// When the table is full everything passes for new.
  private mutating func isNew(_ key: UInt64) -> Bool {
    guard count < 3000 else { return true }
    var place = Int((key &* 0x9E37_79B9_7F4A_7C15) >> 52)
    while seen[place] != 0 {
      if seen[place] == key { return false }
      place = (place + 1) & 4095
    }
    seen[place] = key
    count += 1
    return true
  }
}
