/// Whether two projects may be one and the same, told by name, holder, line, measures and period.
package enum Duplicates {
  /// A name without what does not part two projects: blanks, marks, and words that every project's name has.
  ///
  /// What parts them stays: 一期/二期, 1#/2#, numbers of lines and machines.
  package static func core(_ name: String) -> String {
    let characters = Array(Normalised.code(name).lowercased())
    var core = ""
    var place = 0
    while place < characters.count {
      let character = characters[place]
      if let digit = digits[character], place + 1 < characters.count, endings.contains(characters[place + 1]) {
        core.append(digit)
      } else if character == "号" {
        core.append("#")
      } else if let word = words[character]?.first(where: { characters[place...].starts(with: $0) }) {
        place += word.count
        continue
      } else if character.isLetter || character.isNumber || character == "#" {
        core.append(character)
      }
      place += 1
    }
    return core
  }

  private static let digits: [Character: Character] = [
    "一": "1", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8", "九": "9",
  ]
  private static let endings: Set<Character> = ["期", "号", "#", "线"]
  /// Words that every project's name has, by their first character.
  private static let words: [Character: [[Character]]] = Dictionary(
    grouping: [
      "节能降碳", "技术改造", "节能改造", "改造", "技改", "项目", "工程", "提升", "建设", "年产", "有限公司", "公司",
    ].map(Array.init), by: { $0[0] })

  /// The parts of a name's core that tell phases, lines and machines apart: `2期`, `3#`.
  private static func marks(_ core: String) -> Set<String> {
    var marks: Set<String> = []
    var digits = ""
    for character in core {
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      if !digits.isEmpty, "期#线".contains(character) { marks.insert(digits + String(character)) }
      digits = ""
    }
    return marks
  }

  /// Nearly the same name: equal, one within the other, or four fifths of their character pairs shared.
  package static func areAlike(_ one: String, _ other: String) -> Bool {
    let (left, right) = (core(one), core(other))
    guard !left.isEmpty, !right.isEmpty else { return Normalised.code(one) == Normalised.code(other) }
    if left == right { return true }
    let (a, b) = (marks(left), marks(right))
    if !a.isEmpty && !b.isEmpty && a != b { return false }
    let (first, second) = (pairs(left), pairs(right))
    let shared = first.reduce(0) { $0 + min($1.value, second[$1.key] ?? 0) }
    let size = first.values.reduce(0, +) + second.values.reduce(0, +)
    return size > 0 && shared * 2 * 5 >= size * 4
  }

  /// How much two names are alike, in percent of their character pairs: 100 is the same but for marks and common words.
  package static func likeness(_ one: String, _ other: String) -> Int {
    let (left, right) = (core(one), core(other))
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    if left == right { return 100 }
    let (first, second) = (pairs(left), pairs(right))
    let shared = first.reduce(0) { $0 + min($1.value, second[$1.key] ?? 0) }
    let size = first.values.reduce(0, +) + second.values.reduce(0, +)
    return size == 0 ? 0 : min(99, shared * 200 / size)
  }

  private static func pairs(_ text: String) -> [String: Int] {
    let characters = Array(text)
    var counts: [String: Int] = [:]
    for (one, two) in zip(characters, characters.dropFirst()) { counts["\(one)\(two)", default: 0] += 1 }
    return counts
  }

  /// Their periods have a month in common; an open end reaches as far as it may.
  package static func overlap(_ one: Project, _ other: Project) -> Bool {
    if let start = one.startMonth, let end = other.deadline, start > end { return false }
    if let start = other.startMonth, let end = one.deadline, start > end { return false }
    return true
  }
}

extension Project {
  static let duplicateRules: [Rule<Project>] = [
    Rule(
      "R39", .library, .warning, "同一主体不应重复申报同一项目", "One holder does not file one project twice",
      fields: ["name", "enterprise", "line"]
    ) { project, context in
      var others: [Project] = []
      if let holder = project.enterprise {
        others = context.records(Project.self, where: "enterprise", is: .record(holder))
      } else if !project.park.isEmpty {
        others = context.records(Project.self, where: "park", is: .text(project.park))
      }
      return others.filter { other in
        other.id != project.id && other.derived.stage != "stopped" && other.mergedInto == nil
          && project.mergedInto != other.id && Duplicates.areAlike(project.name, other.name)
          && (project.line == nil || other.line == nil || project.line == other.line)
          && Duplicates.overlap(project, other)
      }.map { other in
        // What stands elsewhere is not told beyond its being there.
        let isNear = context.scope.map { context.reference.regions.isIn(other.region, $0) } ?? true
        return isNear
          ? .init(
            "与“\(other.name)”(\(other.libraryCode))疑似重复，请核对",
            "May be the same as “\(other.name)” (\(other.libraryCode))", row: other.id)
          : .init("其他地区有疑似重复项目，已转市级核对", "Another region may have this project; passed to the city", row: other.id)
      }
    }
  ]
}
