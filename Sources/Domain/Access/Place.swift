/// Where what is acted on lies, seen from the region of a role.
package enum Place: String, CaseIterable, Sendable {
  /// The role's own region: its tier.
  case own
  /// A region inside it.
  case below
  /// A region that it lies in.
  case above
  /// Any other, and what has no region yet.
  case elsewhere

  /// The place of `region` for a role in `home`.
  package init(of region: String, from home: String, in regions: Regions) {
    if region.isEmpty {
      self = .elsewhere
    } else if region == home {
      self = .own
    } else if regions.isIn(region, home) {
      self = .below
    } else if regions.isIn(home, region) {
      self = .above
    } else {
      self = .elsewhere
    }
  }

  /// The place's name.
  package var label: Label {
    switch self {
    case .own: Label(zh: "本级", en: "own tier")
    case .below: Label(zh: "下级", en: "below")
    case .above: Label(zh: "上级", en: "above")
    case .elsewhere: Label(zh: "其他地区", en: "elsewhere")
    }
  }
}
