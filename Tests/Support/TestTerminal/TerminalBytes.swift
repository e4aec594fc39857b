/// What a program has sent to a terminal, taken apart by a reader of its own.
public enum TerminalBytes {
  /// What must never stand among a program's output, each with its place: anything that is not text, line ends, or one
  /// of the few control sequences that a screen needs. Text that hides or turns around (bidi, zero width) is foreign too.
  public static func foreign(in bytes: [UInt8]) -> [String] {
    var found: [String] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x1B:
        let length = known(bytes[index...])
        if length == 0 { found.append("ESC at \(index): \(hex(bytes[index..<min(bytes.count, index + 12)]))") }
        index += max(1, length)
      case 0x0A, 0x0D, 0x08, 0x0F, 0x0E: index += 1
      case 0x00..<0x20, 0x7F:
        found.append("control \(hex([byte])) at \(index)")
        index += 1
      case 0x20..<0x7F: index += 1
      default:
        guard let (scalar, length) = decode(bytes[index...]) else {
          found.append("broken UTF-8 at \(index): \(hex(bytes[index..<min(bytes.count, index + 4)]))")
          index += 1
          continue
        }
        if hides(scalar) { found.append("U+\(String(scalar, radix: 16, uppercase: true)) at \(index)") }
        index += length
      }
    }
    return found
  }

  /// Whether any colour is asked for.
  public static func hasColor(_ bytes: [UInt8]) -> Bool {
    graphics(bytes).contains { (30...49).contains($0) || (90...107).contains($0) }
  }

  /// The parameters of all SGR sequences.
  public static func graphics(_ bytes: [UInt8]) -> [Int] {
    var parameters: [Int] = []
    for index in bytes.indices where bytes[index] == 0x1B {
      guard bytes.indices.contains(index + 1), bytes[index + 1] == 0x5B else { continue }
      let body = bytes[(index + 2)...].prefix { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x3B }
      guard bytes.indices.contains(body.endIndex), bytes[body.endIndex] == 0x6D else { continue }
      parameters += body.split(separator: 0x3B).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    }
    return parameters
  }

  /// The length of the control sequence at the front, if a screen has use for it; else 0.
  private static func known(_ bytes: ArraySlice<UInt8>) -> Int {
    let start = bytes.startIndex
    guard bytes.count > 1 else { return 0 }
    switch bytes[start + 1] {
    // Reverse index, keypad, save and restore the cursor.
    case 0x4D, 0x3D, 0x3E, 0x37, 0x38: return 2
    // Which characters G0 and G1 hold.
    case 0x28, 0x29: return bytes.count > 2 && [0x42, 0x30].contains(bytes[start + 2]) ? 3 : 0
    case 0x5B: break
    default: return 0
    }
    let body = bytes[(start + 2)...].prefix { $0 >= 0x30 && $0 <= 0x3F }
    guard bytes.indices.contains(body.endIndex) else { return 0 }
    let isPrivate = body.first == 0x3F
    let digits = String(decoding: isPrivate ? body.dropFirst() : body, as: UTF8.self)
    guard digits.allSatisfy({ $0.isNumber || $0 == ";" }) else { return 0 }
    let length = body.endIndex + 1 - start
    switch (bytes[body.endIndex], isPrivate) {
    // Colour and weight, moves, erasing, scroll region.
    case (0x6D, false), (0x48, false), (0x47, false), (0x4B, false), (0x4A, false), (0x72, false): return length
    case (0x41, false), (0x42, false), (0x43, false), (0x44, false), (0x64, false): return length
    // xterm's window stack, which its entry for the alternate screen names.
    case (0x74, false): return digits == "22;0;0" || digits == "23;0;0" ? length : 0
    // Insert mode off, as the Linux console's entry says.
    case (0x6C, false): return digits == "4" ? length : 0
    case (0x68, true), (0x6C, true):
      let modes: Set<String> = ["1", "3", "4", "7", "12", "12;25", "25", "1000", "1006", "1049", "2004"]
      return modes.contains(digits) ? length : 0
    // The Linux console's cursor shape.
    case (0x63, true): return length
    default: return 0
    }
  }

  private static func decode(_ bytes: ArraySlice<UInt8>) -> (scalar: UInt32, length: Int)? {
    guard let first = bytes.first else { return nil }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
    guard length > 0, bytes.count >= length, first < 0xF5 else { return nil }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for byte in bytes.dropFirst().prefix(length - 1) {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let least: [UInt32] = [0, 0, 0x80, 0x800, 0x10000]
    guard value >= least[length], value <= 0x10FFFF, !(0xD800...0xDFFF).contains(value) else { return nil }
    return (value, length)
  }

  /// C1 controls, bidi controls, zero-width marks.
  private static func hides(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x80...0x9F, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
    default: false
    }
  }

  private static func hex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " ")
  }
}
