/// A library code `330523-2023-0021` or, given by a library with a mark, `330523-2023-0021-AJ`: region, year, serial.
package struct LibraryCode: Hashable, Comparable, Sendable {
  /// Six digits.
  package let region: String
  /// The year it was given.
  package let year: Int
  /// From 1 within region and year.
  package let serial: Int
  /// Two capital letters of the library that gave it; blank in the main one.
  package let mark: String

  /// Nil for parts that no code has.
  package init?(region: String, year: Int, serial: Int, mark: String = "") {
    guard region.utf8.count == 6, region.utf8.allSatisfy({ $0 < 0x80 }), (2000...2999).contains(year), serial > 0 else {
      return nil
    }
    guard mark.isEmpty || (mark.utf8.count == 2 && mark.utf8.allSatisfy { (0x41...0x5A).contains($0) }) else {
      return nil
    }
    self.region = region
    self.year = year
    self.serial = serial
    self.mark = mark
  }

  /// Reads a code, normalising width, case and blanks.
  package init?(_ text: String) {
    let parts = Normalised.code(text).uppercased().split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3 || parts.count == 4, let year = Int(parts[1]), let serial = Int(parts[2]),
      parts[2].utf8.count >= 4
    else { return nil }
    self.init(region: String(parts[0]), year: year, serial: serial, mark: parts.count == 4 ? String(parts[3]) : "")
  }

  /// What serials are counted within: `330523-2023`.
  package var scope: String { "\(region)-\(year)" }

  /// The code as people write it; serials under 1 000 are padded.
  package var text: String {
    let digits = String(serial)
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return "\(scope)-\(padded)" + (mark.isEmpty ? "" : "-\(mark)")
  }

  /// By region, year, serial.
  package static func < (left: LibraryCode, right: LibraryCode) -> Bool {
    (left.region, left.year, left.serial, left.mark) < (right.region, right.year, right.serial, right.mark)
  }
}
