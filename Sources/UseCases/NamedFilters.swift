import Domain

/// A filter that a person has named and keeps.
package struct NamedFilter: Hashable, Sendable {
  /// What the person calls it; unique in the register for that person.
  package let name: String
  /// The conditions as `--where` takes them.
  package let expressions: [String]
  /// The words of its search; blank for none.
  package let words: String

  package init(name: String, expressions: [String], words: String = "") {
    self.name = name
    self.expressions = expressions
    self.words = words
  }

  /// Keeps a filter that stands on the screen.
  package init(name: String, filter: Filter) {
    self.init(name: name, expressions: filter.expressions, words: filter.words)
  }
}

/// A person's named filters of one register, kept in the library among the person's settings.
///
/// Kept as lines, `name TAB words TAB expression TAB expression ...`, with `\t`, `\n` and `\\` for what would part them.
package enum NamedFilters {
  private static func setting(_ register: String) -> String { "filters.\(register)" }

  /// The person's filters of a register, in the order they were made.
  package static func all(_ register: String, in store: any Store, as environment: Environment) throws -> [NamedFilter]
  {
    let text = try store.read { try $0.setting(environment.actor.person, setting(register)) } ?? ""
    return text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map { plain(String($0)) }
      guard parts.count >= 2 else { return nil }
      return NamedFilter(name: parts[0], expressions: Array(parts[2...]), words: parts[1])
    }
  }

  /// Keeps a filter under its name, in place of one of that name.
  package static func keep(
    _ filter: NamedFilter, _ register: String, in store: any Store, as environment: Environment
  ) throws {
    try change(register, in: store, as: environment) { filters in
      if let index = filters.firstIndex(where: { $0.name == filter.name }) {
        filters[index] = filter
      } else {
        filters.append(filter)
      }
    }
  }

  /// Forgets one; nothing happens where there is none of that name.
  package static func remove(
    named name: String, _ register: String, in store: any Store, as environment: Environment
  ) throws {
    try change(register, in: store, as: environment) { filters in filters.removeAll { $0.name == name } }
  }

  private static func change(
    _ register: String, in store: any Store, as environment: Environment, _ body: (inout [NamedFilter]) -> Void
  ) throws {
    var filters = try all(register, in: store, as: environment)
    body(&filters)
    let lines = filters.map { filter in
      ([filter.name, filter.words] + filter.expressions).map(escaped).joined(separator: "\t")
    }
    try store.write(as: environment) {
      try $0.setSetting(
        environment.actor.person, setting(register), lines.isEmpty ? nil : lines.joined(separator: "\n"))
    }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\n", with: "\\n")
  }

  private static func plain(_ text: String) -> String {
    var result = ""
    var isEscape = false
    for character in text {
      if isEscape {
        result.append(character == "t" ? "\t" : character == "n" ? "\n" : character)
        isEscape = false
      } else if character == "\\" {
        isEscape = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}
