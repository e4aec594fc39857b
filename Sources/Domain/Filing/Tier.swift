/// A library of the three: county, city, province 层级, lowest first.
package enum Tier: String, CaseIterable, Comparable, Sendable {
  case county, city, province

  /// County below city below province.
  package static func < (a: Tier, b: Tier) -> Bool { a.height < b.height }

  /// 1 for the county's, 3 for the province's.
  package var height: Int {
    switch self {
    case .county: 1
    case .city: 2
    case .province: 3
    }
  }

  /// The tier that a recommendation goes to.
  package var next: Tier? { Tier.allCases.first { $0.height == height + 1 } }

  /// The library's name.
  package var label: Label {
    switch self {
    case .county: Label(zh: "县级库", en: "County library")
    case .city: Label(zh: "市级库", en: "City library")
    case .province: Label(zh: "省级库", en: "Provincial library")
    }
  }

  /// The three tiers.
  package static let codes = CodeList(
    "tiers",
    [
      Code("county", "县级", "County"),
      Code("city", "市级", "City"),
      Code("province", "省级", "Province"),
    ])

  /// The highest tier that a record is in: the column 层级.
  package static let highestCodes = CodeList(
    "highest_tiers",
    [
      Code("none", "未入库", "Not admitted"),
      Code("county", "县", "County"),
      Code("city", "市", "City"),
      Code("province", "省", "Province"),
    ])
}
