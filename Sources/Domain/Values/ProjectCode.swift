/// A national project code 项目代码: `2203-330483-07-02-123456` (month, region, industry, kind, serial).
///
/// Codes given before the change to months lead with a year (`2019-330482-41-03-012345`); these are accepted too.
package struct ProjectCode: Hashable, Comparable, Sendable {
  /// The code with its hyphens.
  package let text: String

  /// Why a text is no project code.
  package enum Problem: Hashable, Sendable {
    /// Not 20 digits in groups of 4, 6, 2, 2, 6.
    case shape
    /// The first four digits are neither a year's month nor a year.
    case month
    /// No province has such a region code.
    case region
  }

  /// Normalises and checks.
  package init?(_ text: String) {
    let code = Self.normalise(text)
    guard Self.problem(in: code) == nil else { return nil }
    self.text = code
  }

  package static func < (a: ProjectCode, b: ProjectCode) -> Bool { a.text < b.text }

  /// The code as it ought to be written: half-width, hyphens in place; what has not 20 digits stays as it is.
  package static func normalise(_ text: String) -> String {
    let code = Normalised.code(text)
    let digits = Array(code.utf8.filter { $0 != 0x2D && $0 != 0x5F })
    guard digits.count == 20, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return code }
    return [0..<4, 4..<10, 10..<12, 12..<14, 14..<20].map { String(decoding: digits[$0], as: UTF8.self) }
      .joined(separator: "-")
  }

  /// What is wrong with a text taken exactly as written, or nil.
  package static func problem(in text: String) -> Problem? {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    guard groups.map(\.utf8.count) == [4, 6, 2, 2, 6],
      groups.joined().utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let head = Int(groups[0])
    else { return .shape }
    guard (1...12).contains(head % 100) || (2013...2020).contains(head) else { return .month }
    guard let province = Int(groups[1].prefix(2)), province == 0 || (10...82).contains(province) else { return .region }
    return nil
  }

  /// The month the code was given; nil for the older codes that lead with a year.
  package var month: Month? {
    guard let head = Int(text.prefix(4)) else { return nil }
    return Month(year: 2000 + head / 100, month: head % 100)
  }

  /// The six digits of the region in the code.
  package var regionCode: String { String(text.dropFirst(5).prefix(6)) }
}

extension ProjectCode.Problem {
  /// What to do about it.
  package var label: Label {
    switch self {
    case .shape:
      Label(
        zh: "项目代码应形如 2203-330483-07-02-123456，请核对",
        en: "A project code looks like 2203-330483-07-02-123456; please check")
    case .month:
      Label(zh: "项目代码前四位应为年月（如2203），请核对", en: "The first four digits should be year and month, as 2203")
    case .region:
      Label(zh: "项目代码中的行政区划码不存在，请核对", en: "The region in the project code is unknown; please check")
    }
  }
}

extension ProjectCode: CustomStringConvertible {
  package var description: String { text }
}
