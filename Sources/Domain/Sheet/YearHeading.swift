/// A heading that speaks of one year: 2021 of `2021年综合能耗`, of `综合能耗（2021年）`, and of `综合能耗` under or over `2021年`.
package struct YearHeading: Hashable, Sendable {
  /// Which year.
  package let year: Int
  /// The headings without it, from the top down.
  package let names: [String]

  /// Takes the headings of one column, from the top down; nil where they name no year, or nothing but one.
  package init?(_ headings: [String]) {
    var names: [String] = []
    var year: Int?
    for heading in headings {
      guard let (found, rest) = Self.parts(heading) else {
        names.append(heading)
        continue
      }
      guard year == nil || year == found else { return nil }
      year = found
      if !rest.isEmpty { names.append(rest) }
    }
    guard let year, names.contains(where: { !$0.isEmpty }) else { return nil }
    (self.year, self.names) = (year, names)
  }

  /// 2021年 before the name or behind it in brackets; 2021 alone too. 2021-2025年 and 2021年以来 are several.
  private static func parts(_ heading: String) -> (year: Int, rest: String)? {
    let text = HeadingText.bare(Normalised.halfWidth(heading))
    if let match = text.wholeMatch(of: #/(19|20)(\d\d)(年度|年)?/#) { return Int(match.1 + match.2).map { ($0, "") } }
    if let match = text.wholeMatch(of: #/(19|20)(\d\d)(?:年度|年)(?![-—~至到以底末])(.+)/#) {
      return Int(match.1 + match.2).map { ($0, String(match.3)) }
    }
    if let match = text.wholeMatch(of: #/(.+)\((19|20)(\d\d)(?:年度|年)?\)(.*)/#) {
      return Int(match.2 + match.3).map { ($0, String(match.1 + match.4)) }
    }
    return nil
  }
}

extension ListSpec {
  /// The year by which its rows are told apart, and by nothing else; nil where there is none.
  package var yearField: String? {
    guard identity.count == 1, let field = field(identity[0]), field.kind == .year else { return nil }
    return field.id
  }
}

extension Register {
  /// The year whose row of a child list a column fills; nil where its field is of no such list.
  package func year(of column: SheetMapping.Column) -> Int? {
    guard let year = column.year, let path = column.path, let dot = path.firstIndex(of: "."),
      list(String(path[..<dot]))?.yearField != nil
    else { return nil }
    return year
  }
}

extension HeadingMatch {
  /// The field of a list by years that a year's column means; nil where it means none, or one of several lists.
  func exact(_ heading: YearHeading) -> Target? {
    let isYearly = { (target: Target) in register.list(String(target.path.prefix { $0 != "." }))?.yearField != nil }
    let listed = inLists(heading.names.last ?? "").filter(isYearly)
    if listed.count == 1 { return listed[0] }
    guard let target = exact(heading.names.last ?? "", above: heading.names.dropLast()), isYearly(target) else {
      return nil
    }
    return target
  }
}
