/// Keys as a test writes them, and the bytes that a terminal sends for them.
public enum Keystrokes {
  private static let named: [String: String] = [
    "Enter": "\r", "Tab": "\t", "S-Tab": "\u{1B}[Z", "Esc": "\u{1B}", "BS": "\u{7F}", "Space": " ",
    "Up": "\u{1B}OA", "Down": "\u{1B}OB", "Right": "\u{1B}OC", "Left": "\u{1B}OD",
    "Home": "\u{1B}OH", "End": "\u{1B}OF", "PgUp": "\u{1B}[5~", "PgDn": "\u{1B}[6~", "Del": "\u{1B}[3~",
    "Ins": "\u{1B}[2~", "F1": "\u{1B}OP", "F2": "\u{1B}OQ", "F3": "\u{1B}OR", "F4": "\u{1B}OS",
    "F5": "\u{1B}[15~", "F6": "\u{1B}[17~", "F7": "\u{1B}[18~", "F8": "\u{1B}[19~", "F9": "\u{1B}[20~",
    "F10": "\u{1B}[21~", "F11": "\u{1B}[23~", "F12": "\u{1B}[24~",
  ]

  /// The bytes of `keys`: text as it is, names in angle brackets.
  public static func bytes(_ keys: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Substring(keys)
    while let character = rest.first {
      if character == "<", let end = rest.firstIndex(of: ">") {
        let name = String(rest[rest.index(after: rest.startIndex)..<end])
        if let known = code(name) {
          bytes += known
          rest = rest[rest.index(after: end)...]
          continue
        }
      }
      bytes += Array(String(character).utf8)
      rest = rest.dropFirst()
    }
    return bytes
  }

  private static func code(_ name: String) -> [UInt8]? {
    if let text = named[name] { return Array(text.utf8) }
    if name.hasPrefix("^"), name.count == 2, let letter = name.uppercased().last?.asciiValue { return [letter & 0x1F] }
    if name.hasPrefix("Alt-"), let letter = name.last?.asciiValue, name.count == 5 { return [0x1B, letter] }
    return nil
  }
}
