/// A unit that reports and is assessed 归口地区: the province, a city, or a county-level unit.
package struct Region: Hashable, Sendable {
  /// Where a unit stands; each is also the tier of a library.
  package enum Level: String, CaseIterable, Sendable, Comparable {
    case county
    case city
    case province

    package static func < (a: Level, b: Level) -> Bool { a.rank < b.rank }

    private var rank: Int { self == .county ? 0 : self == .city ? 1 : 2 }

    /// The level in words.
    package var label: Label {
      switch self {
      case .province: Label(zh: "省", en: "Province")
      case .city: Label(zh: "市", en: "City")
      case .county: Label(zh: "县（市、区）", en: "County")
      }
    }
  }

  /// Six characters: GB/T 2260, or a code of the library's own with a letter (`3305L0`).
  package let code: String
  /// The full name, in Chinese: 安吉县.
  package let name: String
  /// Province, city or county.
  package let level: Level
  /// The code of the unit above; empty for a province.
  package let parent: String

  /// A unit that is no administrative division: 市本级, a development zone.
  package var isLocal: Bool { code.utf8.contains { $0 > 0x39 } }

  /// The name without its last word of rank: 安吉 for 安吉县; the name itself where nothing would be left.
  package var shortName: String { Self.short(name) }

  static func short(_ name: String) -> String {
    var rest = Substring(name)
    for suffix in ["自治县", "自治州", "自治区", "省", "市", "县", "区"] where rest.hasSuffix(suffix) {
      rest = rest.dropLast(suffix.count)
      break
    }
    if rest.count > 3, rest.hasSuffix("族") { rest = rest.prefix(rest.count - 2) }
    return rest.count < 2 ? name : String(rest)
  }
}

/// A change of codes and names that old spreadsheets do not know of.
package struct RegionRename: Hashable, Sendable {
  /// What became of the unit.
  package enum Kind: String, Sendable {
    /// One unit, a new code and name: applied, and said.
    case upgrade
    /// Went into another unit: applied, and asked to be confirmed.
    case merge
    /// Lives on with a part taken off: kept, with one warning a sheet.
    case split
  }

  /// The code that is no longer in use; of a split the one that lives on.
  package let oldCode: String
  /// The name under that code.
  package let oldName: String
  /// For a split, the unit that was made of the part.
  package let newCode: String
  /// The name under the new code.
  package let newName: String
  /// The year that it took effect.
  package let year: Int
  /// What became of it.
  package let kind: Kind

  /// What is said of it.
  package var label: Label {
    switch kind {
    case .upgrade:
      Label(
        zh: "\(oldName)（\(oldCode)）\(year)年起为\(newName)（\(newCode)），已改用新名称和代码",
        en: "\(oldName) (\(oldCode)) has been \(newName) (\(newCode)) since \(year); the new name and code are used")
    case .merge:
      Label(
        zh: "\(oldName)（\(oldCode)）\(year)年撤销，主要并入\(newName)（\(newCode)），请确认归口地区",
        en:
          "\(oldName) (\(oldCode)) was merged mainly into \(newName) (\(newCode)) in \(year); please confirm the region"
      )
    case .split:
      Label(
        zh: "\(year)年\(oldName)（\(oldCode)）部分区域划为\(newName)（\(newCode)），旧数据请按地址核对",
        en: "A part of \(oldName) (\(oldCode)) became \(newName) (\(newCode)) in \(year); check older rows by address")
    }
  }
}
