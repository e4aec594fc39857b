@testable import Terminal

/// A terminal of a few lines that plays back what the painter sends, so that its bytes are judged by what they show.
struct Playback {
  var size: Size
  var cells: [String]
  var cursor = Point(x: 0, y: 0)
  var top = 0
  var bottom: Int
  var unknown: [String] = []
  /// Whether setting the region moves the cursor home, as the VT100 does.
  var homesWithRegion = true

  init(_ size: Size) {
    self.size = size
    bottom = size.height - 1
    cells = Array(repeating: " ", count: size.width * size.height)
  }

  mutating func play(_ bytes: [UInt8]) {
    var scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\r": cursor.x = 0
      case "\n": lineFeed()
      case "\u{1B}": escape(&scalars)
      default: write(scalar)
      }
    }
  }

  private mutating func escape(_ scalars: inout ArraySlice<Unicode.Scalar>) {
    guard let kind = scalars.popFirst() else { return }
    if kind == "M" { return reverseLineFeed() }
    var parameters = ""
    while let next = scalars.popFirst() {
      if next.value < 0x40 {
        parameters.unicodeScalars.append(next)
        continue
      }
      let numbers = parameters.split(separator: ";").map { Int($0) ?? 0 }
      run(next, numbers, parameters)
      return
    }
  }

  private mutating func run(_ final: Unicode.Scalar, _ numbers: [Int], _ text: String) {
    switch final {
    case "H": cursor = Point(x: (numbers.count > 1 ? numbers[1] : 1) - 1, y: (numbers.first ?? 1) - 1)
    case "G": cursor.x = (numbers.first ?? 1) - 1
    case "J": cells = cells.map { _ in " " }
    case "K": for x in cursor.x..<size.width { put(" ", x, cursor.y) }
    case "r":
      top = (numbers.first ?? 1) - 1
      bottom = (numbers.count > 1 ? numbers[1] : size.height) - 1
      if homesWithRegion { cursor = Point(x: 0, y: 0) }
    case "m": break
    case "h" where text == "?25", "l" where text == "?25": break
    default: unknown.append(text + String(final))
    }
  }

  private mutating func lineFeed() {
    guard cursor.y == bottom else {
      cursor.y += 1
      return
    }
    for y in top..<bottom { for x in 0..<size.width { put(cells[(y + 1) * size.width + x], x, y) } }
    for x in 0..<size.width { put(" ", x, bottom) }
  }

  private mutating func reverseLineFeed() {
    guard cursor.y == top else {
      cursor.y -= 1
      return
    }
    for y in stride(from: bottom, to: top, by: -1) {
      for x in 0..<size.width { put(cells[(y - 1) * size.width + x], x, y) }
    }
    for x in 0..<size.width { put(" ", x, top) }
  }

  private mutating func put(_ text: String, _ x: Int, _ y: Int) { cells[y * size.width + x] = text }

  private mutating func write(_ scalar: Unicode.Scalar) {
    let width = Width.of(scalar)
    if width == 0 {
      var x = cursor.x - 1
      if x > 0, cells[cursor.y * size.width + x].isEmpty { x -= 1 }
      cells[cursor.y * size.width + x].unicodeScalars.append(scalar)
      return
    }
    guard cursor.x + width <= size.width else {
      unknown.append("wrapped at \(cursor)")
      return
    }
    // As terminals do: overwriting half of a wide character wipes the other half.
    for x in cursor.x..<cursor.x + width {
      let index = cursor.y * size.width + x
      if cells[index].isEmpty, x > 0 { cells[index - 1] = " " }
      if x + 1 < size.width, cells[index + 1].isEmpty { cells[index + 1] = " " }
    }
    put(String(scalar), cursor.x, cursor.y)
    if width == 2 { put("", cursor.x + 1, cursor.y) }
    cursor.x += width
  }

  var text: String {
    (0..<size.height).map { y in
      var row = cells[y * size.width..<(y + 1) * size.width].joined()
      while row.last == " " { row.removeLast() }
      return row + "\n"
    }.joined()
  }
}
