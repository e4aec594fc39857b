import Domain

/// How near a region lies to what was typed into a picker: the exact name, then names that begin with it, as written
/// or by pinyin, then names that hold it, then regions that only lie in one that does; counties before cities.
struct RegionNearness {
  private let typed: String
  private let search: SearchQuery

  init(_ typed: String) {
    self.typed = Normalised.halfWidth(Normalised.trimmed(typed)).lowercased()
    search = SearchQuery(typed)
  }

  /// Smaller is nearer.
  func rank(_ region: Region?) -> Int {
    guard let region else { return .max }
    let above = region.level == .county ? 0 : region.level == .city ? 1 : 2
    return nearness(region) * 3 + above
  }

  private func nearness(_ region: Region) -> Int {
    if typed.isEmpty { return 0 }
    if [region.name, region.shortName, region.code].contains(typed) { return 0 }
    if region.name.hasPrefix(typed) || region.code.hasPrefix(typed) { return 1 }
    if Pinyin.initials(of: region.shortName).lowercased().hasPrefix(typed) { return 2 }
    if begins(Array(region.name)) { return 3 }
    return search.matches(region.name) ? 4 : 5
  }

  /// Whether the name's shortest beginning that is a match needs the first character.
  private func begins(_ name: [Character]) -> Bool {
    let length = name.indices.map { $0 + 1 }.first { search.matches(String(name.prefix($0))) }
    return length.map { !search.matches(String(name[1..<$0])) } ?? false
  }
}
