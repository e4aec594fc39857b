/// The reference tables that ship in the program, as text (see `Scripts/generate-reference.py`).
enum BuiltIn {
  /// A text cut at a byte; by bytes, since characters take ten times as long.
  static func cut(_ text: Substring, at byte: UInt8) -> [Substring] {
    text.utf8.split(separator: byte, omittingEmptySubsequences: false).map { Substring($0) }
  }

  /// The cells of each line.
  static func rows(_ text: String) -> [[Substring]] {
    cut(text[...], at: 0x0A).map { cut($0, at: 0x7C) }
  }
}
