/// An industry of GB/T 4754-2017, sections B, C and D.
package struct Industry: Hashable, Sendable {
  /// Where a code stands in the classification: 门类, 大类, 中类, 小类.
  package enum Level: Int, Sendable {
    /// 门类: a letter.
    case section = 1
    /// 大类: two digits.
    case division
    /// 中类: three digits.
    case group
    /// 小类: four digits.
    case `class`
  }

  /// `C`, `30`, `301`, `3011`: text, the leading zero counts.
  package let code: String
  /// The standard's name, in Chinese.
  package let name: String
  /// A section is a letter, the others have as many digits as their rank.
  package var level: Level { code.utf8.first ?? 0 > 0x39 ? .section : Level(rawValue: code.utf8.count) ?? .class }
}

/// The classification of industries; lookups by code are one of a dictionary.
package struct Industries: Sendable {
  /// What a text says about an industry.
  package enum Resolution: Hashable, Sendable {
    /// The code or the name of one.
    case exact(Industry)
    /// An unknown class, such as one of the 2011 edition: its division stands for it.
    case fallback(Industry, typed: String)
    /// Neither a code nor a name.
    case unknown

    /// The industry that the text stands for; nil where it names none.
    package var industry: Industry? {
      switch self {
      case .exact(let industry), .fallback(let industry, _): industry
      case .unknown: nil
      }
    }

    /// What is to be said of it; nil for an exact one.
    package var label: Label? {
      switch self {
      case .exact: nil
      case .fallback(let industry, let typed):
        Label(
          zh: "行业代码\(typed)不在GB/T 4754-2017中，按大类\(industry.code)\(industry.name)处理",
          en: "Industry \(typed) is not in GB/T 4754-2017; its division \(industry.code) is used")
      case .unknown: Label(zh: "没有这个行业代码或名称，请核对", en: "No such industry; check the code or the name")
      }
    }
  }

  private var byCode: [String: Industry] = [:]
  private var byName: [String: String] = [:]
  private var sections: [String: String] = [:]
  private var codes: [String] = []

  init() {
    byCode.reserveCapacity(1024)
    byName.reserveCapacity(1024)
    var section = ""
    for line in BuiltIn.cut(BuiltIn.industries[...], at: 0x0A) {
      for row in BuiltIn.cut(line, at: 0x3B) {
        guard let bar = row.utf8.firstIndex(of: 0x7C) else { continue }
        let code = String(row[..<bar])
        if code.utf8.count == 1 { section = code }
        if code.utf8.count == 2 { sections[code] = section }
        insert(Industry(code: code, name: String(row[row.index(after: bar)...])))
      }
    }
  }

  /// All industries, each after the one it belongs to.
  package var all: [Industry] { codes.compactMap { byCode[$0] } }

  /// The industry of a code.
  package subscript(code: String) -> Industry? { byCode[code] }

  /// The code one rank up: the section of a division, the division of a group, the group of a class.
  package func parent(of code: String) -> String? {
    switch code.utf8.count {
    case 3, 4: String(code.dropLast())
    case 2: sections[code]
    default: nil
    }
  }

  /// The division (two digits) of any code.
  package func division(of code: String) -> Industry? { byCode[String(code.prefix(2))] }

  /// The industries one rank below.
  package func children(of code: String) -> [Industry] { all.filter { parent(of: $0.code) == code } }

  /// Finds an industry by `3011`, `C3011`, `3011水泥制造`, `水泥制造`.
  package func resolve(_ text: String) -> Resolution {
    let typed = Normalised.code(text).uppercased()
    var rest = typed[...]
    if rest.utf8.count > 1, let first = rest.first, "BCD".contains(first) { rest = rest.dropFirst() }
    let digits = String(rest.prefix { $0.isASCII && $0.isNumber })
    if let found = byCode[digits.isEmpty ? String(rest) : digits] { return .exact(found) }
    if !digits.isEmpty {
      guard digits.utf8.count > 2, digits.utf8.count <= 4, let division = division(of: digits) else { return .unknown }
      return .fallback(division, typed: digits)
    }
    let name = typed.map { $0 == "(" ? "（" : $0 == ")" ? "）" : String($0) }.joined()
    return byName[name].flatMap { byCode[$0] }.map(Resolution.exact) ?? .unknown
  }

  /// A row over the classification: a class, group or division under one that is known.
  mutating func add(_ cells: [Substring]) -> Bool {
    guard cells.count >= 2, !cells[1].isEmpty, (3...4).contains(cells[0].utf8.count),
      cells[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }), byCode[String(cells[0].dropLast())] != nil
    else { return false }
    insert(Industry(code: String(cells[0]), name: String(cells[1])))
    return true
  }

  private mutating func insert(_ industry: Industry) {
    if byCode.updateValue(industry, forKey: industry.code) == nil {
      if industry.code.utf8.count > 2, let last = codes.last, last > industry.code, !byCode.isEmpty {
        codes.insert(industry.code, at: codes.firstIndex { $0.utf8.count > 1 && $0 > industry.code } ?? codes.count)
      } else {
        codes.append(industry.code)
      }
    }
    // A group with one class bears the class's name: the class, which comes later, is meant.
    byName[industry.name] = industry.code
  }
}
