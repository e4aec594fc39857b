/// Text that may be shown: made only by cleaning, so that nothing in it can move the cursor or command the terminal.
///
/// Cleaning drops C0, C1, DEL, bidi controls (U+202A-202E, 2066-2069, 200E/F, 061C), U+200B, U+FEFF and what is left
/// of broken UTF-8, bounds combining marks per cell, and composes to NFC. A tab or line feed becomes one blank.
package struct CleanText: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  /// The cleaned text.
  package let string: String
  /// Its width in cells.
  package let width: Int

  /// A text of any source, cleaned as said above.
  package init(_ raw: some StringProtocol) {
    if raw.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      string = String(raw)
      width = string.utf8.count
    } else {
      (string, width) = Cleaner.clean(String(raw))
    }
  }

  private init(cleaned: String, width: Int) {
    string = cleaned
    self.width = width
  }

  package init(stringLiteral value: String) {
    self.init(value)
  }

  /// Nothing, of no width.
  package static let empty = CleanText(cleaned: "", width: 0)
  /// What stands where text was cut.
  package static let ellipsis = CleanText("…")

  /// There is nothing to show.
  package var isEmpty: Bool { string.isEmpty }

  /// Both, cleaned again where they meet.
  package static func + (left: CleanText, right: CleanText) -> CleanText {
    if left.isEmpty { return right }
    // Joined text is cleaned again: what begins the right part may combine with what ends the left one.
    return CleanText(left.string + right.string)
  }

  /// `count` blanks.
  package static func blanks(_ count: Int) -> CleanText {
    CleanText(cleaned: String(repeating: " ", count: max(0, count)), width: max(0, count))
  }

  /// The text in at most `cells` cells; what was cut ends in `…`. The only way to shorten a string.
  package func cut(to cells: Int) -> CleanText {
    if width <= cells { return self }
    let mark = CleanText.ellipsis
    guard cells >= mark.width else { return .blanks(cells) }
    let head = prefix(cells - mark.width)
    return CleanText(cleaned: head.string + mark.string, width: head.width + mark.width)
  }

  /// As much of the beginning as fits into `cells` cells, without a mark: for wrapping and scrolling, not for cutting.
  package func prefix(_ cells: Int) -> CleanText {
    if width <= cells { return self }
    var used = 0
    var end = string.unicodeScalars.startIndex
    for index in string.unicodeScalars.indices {
      let next = Width.of(string.unicodeScalars[index])
      if used + next > cells { break }
      used += next
      end = string.unicodeScalars.index(after: index)
    }
    return CleanText(cleaned: String(string[..<end]), width: used)
  }

  /// What is left after the first `cells` cells; a wide character that would be split is left out with them.
  package func dropping(_ cells: Int) -> CleanText {
    if cells <= 0 { return self }
    if cells >= width { return .empty }
    var used = 0
    var start = string.unicodeScalars.endIndex
    for index in string.unicodeScalars.indices {
      let next = Width.of(string.unicodeScalars[index])
      if used >= cells && next > 0 {
        start = index
        break
      }
      used += next
    }
    return CleanText(cleaned: String(string[start...]), width: max(0, width - used))
  }

  /// The text in lines of at most `cells` cells: broken at blanks where there are some, else between characters.
  package func wrapped(to cells: Int) -> [CleanText] {
    guard cells >= 2 else { return [cut(to: max(0, cells))] }
    var lines: [CleanText] = []
    var rest = self
    while rest.width > cells {
      var head = rest.prefix(cells)
      let after = rest.dropping(head.width)
      if let last = head.string.last, last.isASCII, last != " ", let first = after.string.first, first.isASCII,
        first != " ", let blank = head.string.lastIndex(of: " "), blank > head.string.startIndex
      {
        head = CleanText(head.string[...blank])
      }
      rest = rest.dropping(head.width)
      while head.string.last == " " { head = head.prefix(head.width - 1) }
      while rest.string.first == " " { rest = rest.dropping(1) }
      lines.append(head)
    }
    if !rest.isEmpty || lines.isEmpty { lines.append(rest) }
    return lines
  }
}
