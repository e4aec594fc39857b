import Domain
import UseCases

/// What narrows a list: where it was opened for, the person's conditions and words, the tier, the place in the tree.
struct ListFilter: Hashable, Sendable {
  /// Which library is shown, by the key `z`.
  enum TierStep: String, CaseIterable, Sendable {
    case all, county, city, province, key

    var next: TierStep {
      let all = Self.allCases
      return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
    }

    /// The flag of a project that says so; nil for all.
    var field: String? {
      switch self {
      case .all: nil
      case .county: "in_county"
      case .city: "in_city"
      case .province: "in_province"
      case .key: "key_project"
      }
    }

    var label: Label {
      switch self {
      case .all: Label(zh: "全部层级", en: "All tiers")
      case .county: Label(zh: "县级库", en: "County library")
      case .city: Label(zh: "市级库", en: "City library")
      case .province: Label(zh: "省级库", en: "Provincial library")
      case .key: Label(zh: "省级重点", en: "Key projects")
      }
    }
  }

  /// What the list was opened for, such as the records behind a figure; stays.
  let fixed: Filter
  let title: Label?
  var conditions: [Filter.Condition] = []
  var words = ""
  var tier = TierStep.all
  /// The region of the tree's cursor.
  var scope: String
  /// The library's own region: standing there narrows nothing.
  let top: String

  /// Without the place in the tree: what the tree's own counts follow.
  var beyondScope: Filter {
    var filter = Filter(fixed.conditions + conditions, words: words.isEmpty ? fixed.words : words)
    if let field = tier.field { filter = filter.and(field, .equal, .flag(true)) }
    return filter
  }

  var whole: Filter { scope == top ? beyondScope : beyondScope.and("region", .equal, .text(scope)) }

  /// Whether kept counters can answer, so that counting costs nothing.
  var isPlain: Bool { fixed.isEmpty && conditions.isEmpty && words.isEmpty && tier == .all }

  /// What is filtered, in words; empty where nothing is.
  func sentence(_ register: Register, _ reference: ReferenceTables, _ language: Language) -> String {
    var parts: [String] = []
    if let title { parts.append(title[language]) }
    if tier != .all { parts.append(tier.label[language]) }
    let own = Filter(conditions, words: words).sentence(register, reference, language)
    if !own.isEmpty { parts.append(own) }
    return parts.joined(separator: language == .zh ? "，" : ", ")
  }
}
