/// What terminals send for keys (ECMA-48, xterm, VT220, rxvt, the Linux console, CSI u).
enum KeyGrammar {
  enum Meaning: Equatable {
    case event(Event)
    case pasteBegins
    case nothing
  }

  struct Step: Equatable {
    var meaning: Meaning
    var length: Int

    init(_ meaning: Meaning, _ length: Int) {
      self.meaning = meaning
      self.length = length
    }

    init(key: Key, _ length: Int) {
      self.init(.event(.key(key)), length)
    }
  }

  /// The first thing in `bytes`; nil when it is not complete.
  static func next(_ bytes: ArraySlice<UInt8>) -> Step? {
    guard let first = bytes.first else { return nil }
    switch first {
    case 0x1B: return escape(bytes)
    case 0x00: return Step(key: .control(" "), 1)
    case 0x08, 0x7F: return Step(key: .backspace, 1)
    case 0x09: return Step(key: .tab, 1)
    case 0x0A, 0x0D: return Step(key: .enter, 1)
    case 0x01...0x1A: return Step(key: .control(Character(Unicode.Scalar(first + 0x60))), 1)
    case 0x1C...0x1F: return Step(key: .control(Character(Unicode.Scalar(first + 0x40))), 1)
    default:
      guard let (character, length) = character(bytes) else { return nil }
      return character.map { Step(key: .character($0), length) } ?? Step(.nothing, length)
    }
  }

  /// What an incomplete beginning means when nothing more comes.
  static func last(_ bytes: ArraySlice<UInt8>) -> Step {
    guard bytes.first == 0x1B else { return Step(.nothing, bytes.count) }
    if bytes.count == 1 { return Step(key: .escape, 1) }
    if bytes.count == 2, let second = bytes.last, second > 0x20, second < 0x7F {
      return Step(key: .alt(Character(Unicode.Scalar(second))), 2)
    }
    return Step(.nothing, bytes.count)
  }

  /// A character of UTF-8: nil inside means that the bytes are none and are dropped; nil that it is not complete.
  private static func character(_ bytes: ArraySlice<UInt8>) -> (Character?, Int)? {
    guard let first = bytes.first else { return nil }
    let length =
      switch first {
      case 0x20..<0x7F: 1
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    if length == 0 { return (nil, 1) }
    let taken = bytes.prefix(length)
    if let bad = taken.dropFirst().firstIndex(where: { $0 & 0xC0 != 0x80 }) { return (nil, bad - bytes.startIndex) }
    if taken.count < length { return nil }
    guard let text = String(validating: taken, as: UTF8.self), let scalar = text.unicodeScalars.first,
      !(0x80..<0xA0).contains(scalar.value)
    else { return (nil, length) }
    return (Character(scalar), length)
  }

  private static func escape(_ bytes: ArraySlice<UInt8>) -> Step? {
    let start = bytes.startIndex
    guard bytes.count > 1 else { return nil }
    switch bytes[start + 1] {
    case 0x5B: return controlSequence(bytes)
    case 0x4F:
      guard bytes.count > 2 else { return nil }
      let final = bytes[start + 2]
      // Letters and the keypad's; anything else is Alt-O and a key of its own.
      guard final >= 0x40, final < 0x7F else { return Step(key: .alt("O"), 2) }
      return singleShift(final).map { Step(key: $0, 3) } ?? Step(.nothing, 3)
    case 0x5D, 0x50, 0x58, 0x5E, 0x5F: return bytes.count > 2 ? controlString(bytes) : nil
    case 0x1B, 0x00..<0x20: return Step(key: .escape, 1)
    case 0x7F: return Step(key: .alt("\u{7F}"), 2)
    default:
      guard let (character, length) = character(bytes.dropFirst()) else { return nil }
      return character.map { Step(key: .alt($0), 1 + length) } ?? Step(.nothing, 1 + length)
    }
  }

  /// An answer or message of the terminal, to its terminator; nothing in it is a key.
  private static func controlString(_ bytes: ArraySlice<UInt8>) -> Step? {
    for index in bytes.indices.dropFirst(2) {
      if bytes[index] == 0x07 { return Step(.nothing, index - bytes.startIndex + 1) }
      if bytes[index] == 0x5C, bytes[index - 1] == 0x1B { return Step(.nothing, index - bytes.startIndex + 1) }
      if index - bytes.startIndex > 4096 { return Step(.nothing, bytes.count) }
    }
    return nil
  }

  private static func controlSequence(_ bytes: ArraySlice<UInt8>) -> Step? {
    let start = bytes.startIndex
    var index = start + 2
    if index < bytes.endIndex, bytes[index] == 0x5B {
      guard index + 1 < bytes.endIndex else { return nil }
      let letter = bytes[index + 1]
      return (0x41...0x45).contains(letter) ? Step(key: .function(Int(letter) - 0x40), 4) : Step(.nothing, 4)
    }
    while index < bytes.endIndex, (0x20..<0x40).contains(bytes[index]) { index += 1 }
    guard index < bytes.endIndex else { return index - start > 64 ? Step(.nothing, index - start) : nil }
    let final = bytes[index]
    let length = index - start + 1
    // A control inside a sequence ends it; what comes next stands for itself.
    guard (0x40..<0x7F).contains(final) else { return Step(.nothing, length - 1) }
    let parameters = bytes[(start + 2)..<index]
    if final == 0x4D, parameters.isEmpty {
      return bytes.count >= 6 ? Step(.nothing, 6) : nil
    }
    if parameters.first == 0x3C {
      return Step(mouse(numbers(parameters.dropFirst()), pressed: final == 0x4D), length)
    }
    // Answers of the terminal (`?`, `>`, `=`) are no keys.
    if let mark = parameters.first, (0x3D...0x3F).contains(mark) { return Step(.nothing, length) }
    let values = numbers(parameters)
    if final == 0x7E, values.first == 200 { return Step(.pasteBegins, length) }
    return Step(key(final, values).map { .event(.key($0)) } ?? .nothing, length)
  }

  /// Parameters as numbers; one that is empty or out of all bounds counts as 0.
  private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
    bytes.split(separator: 0x3B, omittingEmptySubsequences: false).map { part in
      part.count > 6 ? 0 : Int(String(decoding: part.prefix { $0 != 0x3A }, as: UTF8.self)) ?? 0
    }
  }

  private static func mouse(_ values: [Int], pressed: Bool) -> Meaning {
    guard values.count == 3, pressed, values[1] > 0, values[2] > 0 else { return .nothing }
    let point = Point(x: values[1] - 1, y: values[2] - 1)
    switch values[0] & ~0x1C {
    case 0: return .event(.mouse(Mouse(action: .press, point: point)))
    case 64: return .event(.mouse(Mouse(action: .wheelUp, point: point)))
    case 65: return .event(.mouse(Mouse(action: .wheelDown, point: point)))
    default: return .nothing
    }
  }

  private static func key(_ final: UInt8, _ values: [Int]) -> Key? {
    // xterm's modifier is 1 + shift 1 + alt 2 + control 4.
    let control = values.count > 1 && (max(1, values[1]) - 1) & 4 != 0
    switch final {
    case 0x41: return control ? .controlUp : .up
    case 0x42: return control ? .controlDown : .down
    case 0x43: return control ? .controlRight : .right
    case 0x44: return control ? .controlLeft : .left
    case 0x46: return .end
    case 0x48: return .home
    case 0x50...0x53: return .function(Int(final) - 0x4F)
    case 0x5A: return .backTab
    case 0x61: return .up
    case 0x62: return .down
    case 0x63: return .right
    case 0x64: return .left
    case 0x75: return coded(values.first ?? 0, modifier: values.count > 1 ? values[1] : 1)
    case 0x7E: return tilde(values)
    default: return nil
    }
  }

  private static func tilde(_ values: [Int]) -> Key? {
    switch values.first ?? 0 {
    case 1, 7: return .home
    case 2: return .insert
    case 3: return .delete
    case 4, 8: return .end
    case 5: return .pageUp
    case 6: return .pageDown
    case let number where (11...15).contains(number): return .function(number - 10)
    case let number where (17...21).contains(number): return .function(number - 11)
    case let number where (23...24).contains(number): return .function(number - 12)
    case 27 where values.count == 3: return coded(values[2], modifier: values[1])
    default: return nil
    }
  }

  /// A key sent as its code point with a modifier (CSI u, modifyOtherKeys).
  private static func coded(_ code: Int, modifier: Int) -> Key? {
    let held = max(1, modifier) - 1
    switch code {
    case 9: return held & 1 != 0 ? .backTab : .tab
    case 10, 13: return .enter
    case 27: return .escape
    case 8, 127: return .backspace
    case 0x20..<0x7F, 0xA0..<0x110000:
      guard let scalar = Unicode.Scalar(UInt32(code)) else { return nil }
      if held & 4 != 0 { return .control(Character(String(scalar).lowercased())) }
      return held & 2 != 0 ? .alt(Character(scalar)) : .character(Character(scalar))
    default: return nil
    }
  }

  private static func singleShift(_ final: UInt8) -> Key? {
    switch final {
    case 0x41: .up
    case 0x42: .down
    case 0x43: .right
    case 0x44: .left
    case 0x46: .end
    case 0x48: .home
    case 0x4D: .enter
    case 0x50...0x53: .function(Int(final) - 0x4F)
    case 0x61: .controlUp
    case 0x62: .controlDown
    case 0x63: .controlRight
    case 0x64: .controlLeft
    default: nil
    }
  }
}
