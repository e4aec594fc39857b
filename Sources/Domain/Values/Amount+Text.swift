extension Amount: CustomStringConvertible {
  package var description: String { plain }

  /// The shortest exact text, as files and history carry it: `5200.5`.
  package var plain: String { text(decimals: nil, grouped: false) }

  /// The shortest exact text with a blank between thousands: `5 200.5`.
  package var grouped: String { text(decimals: nil, grouped: true) }

  /// A fixed number of decimals (0 to 4), rounded half to even.
  package func fixed(_ decimals: Int, grouped: Bool = true) -> String {
    text(decimals: max(0, min(4, decimals)), grouped: grouped)
  }

  private func text(decimals: Int?, grouped: Bool) -> String {
    var magnitude = scaled.magnitude
    if let decimals, decimals < 4 {
      let step = [10_000, 1_000, 100, 10][decimals] as UInt64
      let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: step)
      let up = remainder * 2 > step || (remainder * 2 == step && quotient & 1 == 1)
      magnitude = (quotient + (up ? 1 : 0)) * step
    }
    let (whole, fraction) = magnitude.quotientAndRemainder(dividingBy: UInt64(Self.scale))
    var digits = Array(String(whole).utf8)
    if grouped && digits.count > 3 {
      for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(0x20, at: place) }
    }
    var tail = Array(String(10_000 + fraction).utf8.dropFirst())
    if let decimals {
      tail.removeLast(4 - decimals)
    } else {
      while tail.last == 0x30 { tail.removeLast() }
    }
    if !tail.isEmpty { digits += [0x2E] + tail }
    if scaled < 0 && magnitude != 0 { digits.insert(0x2D, at: 0) }
    return String(decoding: digits, as: UTF8.self)
  }

  /// Reads a typed amount: `5200`, `5,200`, `5 200`, `0.52亿`, `3万`, full-width digits.
  ///
  /// What can be read in two ways is refused: groups that are not of three digits (`5,20`, `1,2345`), a leading zero
  /// before a group (`0,500`), two kinds of group marks. A fifth decimal is refused unless `rounding`, which also
  /// admits an exponent, as spreadsheet cells hold (`12.300000000000001`, `1.5E+5`).
  package init?(parsing text: String, rounding: Bool = false) {
    var bytes = Array(Normalised.halfWidth(text).utf8)
    var power = 0
    if let (rest, zeros) = Self.strippingUnit(bytes) { (bytes, power) = (rest, zeros) }
    if rounding, let mark = bytes.firstIndex(where: { $0 == 0x45 || $0 == 0x65 }) {
      guard let exponent = Int(String(decoding: bytes[(mark + 1)...], as: UTF8.self)), abs(exponent) < 100 else {
        return nil
      }
      power += exponent
      bytes.removeSubrange(mark...)
    }
    var negative = false
    if let sign = bytes.first, sign == 0x2D || sign == 0x2B {
      negative = sign == 0x2D
      bytes.removeFirst()
    }
    let parts = bytes.split(separator: 0x2E, maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = Self.ungrouped(parts[0]), whole.count < 60 else { return nil }
    let fraction = parts.count > 1 ? Array(parts[1]) : []
    guard parts.count == 1 || !fraction.isEmpty, fraction.count < 60, fraction.allSatisfy(Self.isDigit) else {
      return nil
    }
    guard let value = Self.scaled(digits: whole + fraction, point: whole.count + power + 4, rounding: rounding),
      value <= Self.limit.scaled
    else { return nil }
    self.init(scaled: negative ? -value : value)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// The bytes before a trailing 万 or 亿 and the zeros it stands for.
  private static func strippingUnit(_ bytes: [UInt8]) -> ([UInt8], Int)? {
    for (unit, zeros) in [("万", 4), ("亿", 8)] where bytes.count > 3 && bytes.suffix(3).elementsEqual(unit.utf8) {
      var rest = Array(bytes.dropLast(3))
      while rest.last == 0x20 { rest.removeLast() }
      return (rest, zeros)
    }
    return nil
  }

  /// The digits of a whole part, its thousands marks removed; nil when they do not part it in threes.
  private static func ungrouped(_ part: ArraySlice<UInt8>) -> [UInt8]? {
    guard !part.isEmpty else { return nil }
    guard let mark = part.first(where: { !isDigit($0) }) else { return Array(part) }
    guard mark == 0x2C || mark == 0x20 || mark == 0x27 else { return nil }
    let groups = part.split(separator: mark, omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count), first.first != 0x30,
      groups.dropFirst().allSatisfy({ $0.count == 3 }), groups.joined().allSatisfy(isDigit)
    else { return nil }
    return Array(groups.joined())
  }

  /// The whole number made by the first `point` digits; the rest must be zeros unless rounded half to even.
  private static func scaled(digits: [UInt8], point: Int, rounding: Bool) -> Int64? {
    var value: Int64 = 0
    for place in 0..<max(0, point) {
      let digit = place < digits.count ? Int64(digits[place] - 0x30) : 0
      let (tens, high) = value.multipliedReportingOverflow(by: 10)
      let (sum, over) = tens.addingReportingOverflow(digit)
      if high || over { return nil }
      value = sum
    }
    guard point < digits.count else { return value }
    let rest = point < 0 ? Array(repeating: 0x30, count: -point) + digits : Array(digits[point...])
    if rest.allSatisfy({ $0 == 0x30 }) { return value }
    guard rounding else { return nil }
    let isHalf = rest[0] == 0x35 && rest.dropFirst().allSatisfy { $0 == 0x30 }
    if isHalf ? value & 1 == 1 : rest[0] >= 0x35 { value += 1 }
    return value
  }
}

extension Amount {
  /// The shortest exact text of this amount divided by a power of ten up to 10^9: 6251.5 over 10 000 is `0.62515`.
  package func plain(over divisor: Int, grouped: Bool = false) -> String {
    var (power, zeros) = (1, 0)
    while power < divisor, zeros < 9 {
      power *= 10
      zeros += 1
    }
    var digits = Array(String(scaled.magnitude).utf8)
    let decimals = 4 + zeros
    while digits.count <= decimals { digits.insert(0x30, at: 0) }
    var tail = digits.suffix(decimals)
    while tail.last == 0x30 { tail.removeLast() }
    var whole = Array(digits.dropLast(decimals))
    if grouped && whole.count > 3 {
      for place in stride(from: whole.count - 3, to: 0, by: -3) { whole.insert(0x20, at: place) }
    }
    let sign = scaled < 0 ? "-" : ""
    return sign + String(decoding: tail.isEmpty ? whole : whole + [0x2E] + tail, as: UTF8.self)
  }
}
