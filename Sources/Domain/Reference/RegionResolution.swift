/// What a typed or imported text says about a region.
package enum RegionResolution: Hashable, Sendable {
  /// One region, by code or name.
  case exact(Region)
  /// A region with a former code or name, or one that was split since; see `RegionRename.kind`.
  case renamed(Region, RegionRename)
  /// Several regions have the name.
  case ambiguous([Region])
  /// Neither a code nor a name, present or former.
  case unknown

  /// The region, if there is one.
  package var region: Region? {
    switch self {
    case .exact(let region), .renamed(let region, _): region
    case .ambiguous, .unknown: nil
    }
  }

  /// What is to be said of it; nil for an exact one.
  package var label: Label? {
    switch self {
    case .exact: nil
    case .renamed(_, let rename): rename.label
    case .ambiguous(let regions):
      Label(
        zh: "地区名称不唯一：\(regions.map(\.name).joined(separator: "、"))，请填代码或写明所属市",
        en: "Several regions fit: \(regions.map(\.name).joined(separator: ", ")); give the code or the city")
    case .unknown: Label(zh: "没有这个地区，请核对代码或名称", en: "No such region; check the code or the name")
    }
  }
}

extension Regions {
  /// Finds the region that a text means: `330523`, `330523000000`, `安吉县`, `安吉`, `湖州市安吉县`, `浙江省湖州市安吉`, an old code or
  /// name. `scope` prefers regions inside it where a name is not unique (市本级).
  package func resolve(_ text: String, in scope: String = "") -> RegionResolution {
    let typed = Normalised.code(text).uppercased()
    if typed.isEmpty { return .unknown }
    if typed.utf8.allSatisfy({ $0 < 0x80 }) { return resolve(code: typed) }
    for name in strippingProvinces(typed) {
      let found = narrowed(resolve(name: name), to: scope)
      if found != .unknown { return found }
    }
    return .unknown
  }

  private func resolve(code typed: String) -> RegionResolution {
    var code = typed
    if code.utf8.count > 6, code.dropFirst(6).allSatisfy({ $0 == "0" }) { code = String(code.prefix(6)) }
    if [2, 4].contains(code.utf8.count) { code += String(repeating: "0", count: 6 - code.utf8.count) }
    if let rename = rename(of: code), rename.oldCode == code { return resolve(rename) }
    return self[code].map(RegionResolution.exact) ?? .unknown
  }

  /// The name as typed, and what is left of it after a province's name.
  private func strippingProvinces(_ name: String) -> [String] {
    [name]
      + provinces.flatMap { [$0.name, $0.shortName] }.filter { name.hasPrefix($0) && name != $0 }.prefix(1)
      .map { String(name.dropFirst($0.count)) }
  }

  private func resolve(name: String) -> RegionResolution {
    if let rename = rename(of: name) { return resolve(rename) }
    let found = named(name)
    if found.count == 1 { return .exact(found[0]) }
    // A city's short name may also be a county's: the full one is clear.
    if found.count > 1 { return .ambiguous(found.sorted { $0.code < $1.code }) }
    for length in stride(from: min(name.count - 2, 8), through: 2, by: -1) {
      let rest = String(name.dropFirst(length))
      for city in named(String(name.prefix(length))) where city.level == .city {
        let inside = named(rest).filter { $0.parent == city.code }
        if inside.count == 1 {
          if let split = rename(of: rest), split.kind == .split { return resolve(split) }
          return .exact(inside[0])
        }
        if let rename = rename(of: rest), self[rename.newCode]?.parent == city.code { return resolve(rename) }
      }
    }
    return .unknown
  }

  private func resolve(_ rename: RegionRename) -> RegionResolution {
    guard let region = self[rename.kind == .split ? rename.oldCode : rename.newCode] else { return .unknown }
    return .renamed(region, rename)
  }

  private func narrowed(_ resolution: RegionResolution, to scope: String) -> RegionResolution {
    guard case .ambiguous(let regions) = resolution, !scope.isEmpty else { return resolution }
    let inside = regions.filter { isIn($0.code, scope) }
    return inside.count == 1 ? .exact(inside[0]) : resolution
  }
}
