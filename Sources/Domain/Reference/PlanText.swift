/// One clause of the plan, as it words it.
package struct PlanPassage: Hashable, Sendable {
  /// `一`, `二(三)`, `三(一)2`, `四(四)`.
  package let id: String
  /// What the plan calls it.
  package let title: String
  /// Who answers for it, the lead first, as printed behind it; empty where it names nobody.
  package let departments: [String]
  /// Its words; empty for a heading.
  package let text: String

  /// What it is called in both languages.
  package var label: Label {
    Label(zh: title, en: PlanClauses.named(id)?.label.en ?? PlanPart(clause: id)?.label.en ?? title)
  }

  /// The clause above: `三(一)` of `三(一)2`, `三` of `三(一)`; empty at the top.
  package var parent: String {
    guard let close = id.lastIndex(of: ")") else { return "" }
    return close < id.index(before: id.endIndex) ? String(id[...close]) : String(id.prefix(1))
  }

  /// How deep it stands: 0 a section, 1 a part, 2 a task.
  package var depth: Int { parent.isEmpty ? 0 : parent.contains("(") ? 2 : 1 }

  /// Its sentences, each with its full stop.
  package var sentences: [String] {
    text.split(separator: "。").map { $0 + "。" }
  }

  /// A task or a safeguard: something that somebody has to do.
  package var isDuty: Bool { depth == 2 || id.hasPrefix("四(") }
}

/// The plan's text, shipped in the program.
package enum PlanText {
  /// Its name and document number.
  package static let title = Label(
    zh: "浙江省工业节能降碳技术改造行动计划（2022-2024年）",
    en: "Zhejiang action plan for industrial energy-saving and carbon-reduction retrofits, 2022-2024")
  /// Its document number.
  package static let document = "浙经信绿色〔2022〕134号"

  /// All clauses in the order of the text.
  package static let clauses: [PlanPassage] = BuiltIn.rows(BuiltIn.planText).map { cells in
    PlanPassage(
      id: String(cells[0]), title: String(cells[1]), departments: departments(cells[2]), text: String(cells[3]))
  }

  /// The clauses that set duties: tasks 1 to 16, safeguards (一) to (四).
  package static let taskClauses: [String] = clauses.filter(\.isDuty).map(\.id)

  /// The clause of an id, also as targets write it: `三（一）1`, `一、总体目标`.
  package static func clause(_ id: String) -> PlanPassage? { index[normal(id)] }

  /// The clauses right below one; the sections for the empty id.
  package static func children(of id: String) -> [PlanPassage] { clauses.filter { $0.parent == id } }

  /// The id of a clause however it is written.
  package static func normal(_ id: String) -> String {
    let narrow = id.map { $0 == "（" ? "(" : $0 == "）" ? ")" : $0 }
    return String(String(narrow).prefix { $0 != "、" })
  }

  private static let index = Dictionary(clauses.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  private static func departments(_ printed: Substring) -> [String] {
    let end = printed.firstRange(of: "按职责")?.lowerBound ?? printed.endIndex
    return printed[..<end].split(separator: "、").map(String.init)
  }
}
