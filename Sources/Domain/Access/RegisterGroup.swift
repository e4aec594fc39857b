/// Kinds of registers, as far as permission tells them apart.
package enum RegisterGroup: String, CaseIterable, Sendable {
  /// Goes up through the tiers: projects.
  case filed
  /// Edited in place: enterprises, efficiency, and every register without filing.
  case plain
  /// What every region picks from: the catalogue of technologies, experts and solution providers.
  case pools
  /// 节能监察.
  case inspections
  /// 目标, 统计, 季度: what is assessed and locked.
  case figures
  /// The people themselves.
  case people
  /// What holds for all: settings of tiers, reference tables, the library as a file.
  case books

  /// The group of a register, or of what is none (`reference`, `library`, `packages`).
  package init(of register: String) {
    switch register {
    case "projects": self = .filed
    case "inspections": self = .inspections
    case "catalogue", "experts", "providers": self = .pools
    case "targets", "statistics", "quarters": self = .figures
    case "people": self = .people
    case "tiers", "reference", "library", "packages": self = .books
    default: self = .plain
    }
  }

  /// The group's name.
  package var label: Label {
    switch self {
    case .filed: Label(zh: "项目", en: "projects")
    case .plain: Label(zh: "一般清单", en: "other lists")
    case .pools: Label(zh: "目录、专家与服务商", en: "catalogue, experts and providers")
    case .inspections: Label(zh: "监察", en: "inspections")
    case .figures: Label(zh: "目标与统计", en: "targets and statistics")
    case .people: Label(zh: "人员", en: "people")
    case .books: Label(zh: "设置与参照表", en: "settings and reference tables")
    }
  }

  /// The deed that writing a record of the group is; nil where it hangs on what is new in it.
  package var writing: Deed? {
    switch self {
    case .filed, .plain, .pools: nil
    case .inspections: .inspect
    case .figures: .targets
    case .people: .people
    case .books: .settings
    }
  }
}
