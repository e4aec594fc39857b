/// Which tally is wanted: a quarter, a region, what the columns are, and as known when.
package struct TallyQuery: Hashable, Sendable {
  /// What the columns are.
  package enum Parting: String, CaseIterable, Sendable {
    /// The regions one step below.
    case region
    /// 领域: 石化, 化工, 建材 ...
    case sector
    /// 改造领域: the four focus areas of the plan.
    case focus

    /// What the columns are called together.
    package var label: Label {
      switch self {
      case .region: Label(zh: "分地区", en: "by region")
      case .sector: Label(zh: "分领域", en: "by sector")
      case .focus: Label(zh: "分改造领域", en: "by focus area")
      }
    }
  }

  /// Which lock of a quarter is meant. The fourth quarter has a second one, which assessment uses.
  package enum Edition: String, CaseIterable, Sendable {
    /// 季报.
    case quarterly
    /// 年报核定; of the fourth quarter only.
    case annual

    /// The edition's name.
    package var label: Label {
      switch self {
      case .quarterly: Label(zh: "季报", en: "quarterly")
      case .annual: Label(zh: "年报核定", en: "annual, settled")
      }
    }
  }

  /// The quarter whose last day ends the counting.
  package var quarter: Quarter
  /// A region's code, a group's name, or one without the other: `330000-计划单列市`.
  package var region: String
  /// What the columns are.
  package var by: Parting
  /// Which edition of the quarter; `.annual` is taken for the fourth one only.
  package var edition: Edition
  /// One certain version of the region's lock, counted from 1; nil is the one in force, or the open quarter.
  package var version: Int?
  /// The library as it was after this entry of its history, locks included; nil is now.
  package var at: Int?

  /// A tally by regions, as it is known now, unless told.
  package init(
    quarter: Quarter, region: String, by: Parting = .region, edition: Edition = .quarterly, version: Int? = nil,
    at: Int? = nil
  ) {
    self.quarter = quarter
    self.region = region
    self.by = by
    self.edition = edition
    self.version = version
    self.at = at
  }
}
