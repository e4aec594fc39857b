/// Finds the field that a heading of somebody's sheet means: by id, label, alias, unit, or likeness.
package struct HeadingMatch: Sendable {
  /// How a heading was recognised, the surest first.
  package enum How: Int, Hashable, Sendable, Comparable {
    /// The field's id; its label in either language; a heading of older sheets.
    case id, label, alias
    /// Nearly one of these; to be looked at.
    case likeness

    package static func < (a: How, b: How) -> Bool { a.rawValue < b.rawValue }
  }

  /// A column's meaning: a field of the record, or of a child list.
  package struct Target: Hashable, Sendable {
    /// `name` or `measures.technology`.
    package let path: String
    /// By what it was recognised.
    package let how: How
    /// The power of ten by which its figures are scaled; nil without a unit of its own.
    package let power: Int?
  }

  private struct Name {
    let path: String
    let how: How
  }

  let register: Register
  /// Where what a carrier's column holds goes.
  let meteredPath: String?
  private let names: [String: Name]
  /// Fields that follow from others, by their labels: a figure that somebody typed goes to a field that keeps it.
  private let derived: [String: String]
  /// Paths of child lists' fields, by a name that they have within their list.
  let listed: [String: [String]]
  /// Folded names of two characters and more, for likeness.
  private let alike: [(name: Pairs, path: String)]

  /// `extra` names columns beyond the fields.
  package init(_ register: Register, extra: [String] = []) {
    self.register = register
    meteredPath = register.meteredPath
    var names: [String: Name] = [:]
    var alike: [(String, String)] = []
    var derived: [String: String] = [:]
    func add(_ name: String, _ path: String, _ how: How) {
      let folded = HeadingText.bare(name).lowercased()
      if !folded.isEmpty, names[folded].map({ how < $0.how }) ?? true { names[folded] = Name(path: path, how: how) }
    }
    for name in extra { add(name, name, .id) }
    for field in register.fields {
      add(field.id, field.id, .id)
      guard !field.isDerived else {
        for name in [field.label.zh, field.label.en] {
          derived[HeadingText.bare(name).lowercased(), default: field.id] = field.id
        }
        continue
      }
      for name in [field.label.zh, field.label.en] { add(name, field.id, .label) }
      for name in field.aliases { add(name, field.id, .alias) }
      alike += ([field.label.zh, field.label.en] + field.aliases).map { ($0, field.id) }
    }
    for column in register.layout.columns where register.field(column.field)?.isDerived == false {
      for name in [column.heading?.zh, column.heading?.en].compactMap({ $0 }) { add(name, column.field, .alias) }
    }
    // A list's field alone is clear where no other list and no field of the record has the name.
    var single: [String: [String]] = [:]
    let lists = register.lists.filter { $0.id != RuleAnswer.list }
    for list in lists {
      for field in list.fields {
        let path = "\(list.id).\(field.id)"
        add(path, path, .id)
        for own in [list.id, list.label.zh, list.label.en] + list.aliases {
          for name in [field.id, field.label.zh, field.label.en] + field.aliases {
            for mark in [".", "·", ""] { add(own + mark + name, path, .label) }
          }
        }
        if let short = list.identity.first.flatMap({ list.field($0) })?.label.zh {
          for name in [field.label.zh] + field.aliases { add("\(short)·\(name)", path, .alias) }
        }
        for name in Set([field.label.zh, field.label.en] + field.aliases) {
          single[name, default: []].append(path)
        }
      }
    }
    for (name, paths) in single where paths.count == 1 && name.count >= 2 {
      if derived[HeadingText.bare(name).lowercased()] == nil { add(name, paths[0], .alias) }
    }
    for (name, path) in derived where names[name] == nil { names[name] = Name(path: path, how: .label) }
    self.names = names
    self.derived = derived
    listed = Self.listed(lists)
    self.alike = alike.map { (Pairs(HeadingText.bare($0.0).lowercased()), $0.1) }.filter { $0.0.scalars.count >= 2 }
  }

  /// The headings of a child list's own sheet: its fields, and what names the record that a row belongs to. On a sheet of
  /// `isOurs` the list's fields come first, since its record stands in the first column.
  package init(_ list: ListSpec, of register: Register, isOurs: Bool) {
    self.register = register
    meteredPath = register.meteredPath
    var names: [String: Name] = [:]
    func add(_ name: String, _ path: String, _ how: How) {
      let folded = HeadingText.bare(name).lowercased()
      if !folded.isEmpty, names[folded] == nil { names[folded] = Name(path: path, how: how) }
    }
    func addParent() {
      add("parent", register.keyField, .id)
      for field in [register.keyField, register.titleField, register.namingField].compactMap({ register.field($0) }) {
        add(field.id, field.id, .id)
        for name in [field.label.zh, field.label.en] + field.aliases { add(name, field.id, .label) }
      }
    }
    add("id", "id", .id)
    if !isOurs { addParent() }
    for field in list.fields {
      let path = "\(list.id).\(field.id)"
      for name in [field.id, path] { add(name, path, .id) }
      for own in ["", list.label.zh, list.label.en] + list.aliases {
        for name in [field.label.zh, field.label.en] + field.aliases {
          for mark in own.isEmpty ? [""] : [".", "·", ""] { add(own + mark + name, path, .label) }
        }
      }
    }
    // Beside the list's other columns 计划 is the planned date.
    for field in list.fields where field.label.zh.count > 2 && field.label.zh.hasSuffix("日期") {
      add(String(field.label.zh.dropLast(2)), "\(list.id).\(field.id)", .alias)
    }
    if isOurs { addParent() }
    self.names = names
    (derived, listed, alike) = ([:], Self.listed([list]), [])
  }

  /// Fields that keep what is typed, by a name that they have within their list.
  private static func listed(_ lists: [ListSpec]) -> [String: [String]] {
    var listed: [String: [String]] = [:]
    for list in lists {
      for field in list.fields where !field.isDerived {
        for name in Set(([field.label.zh, field.label.en] + field.aliases).map { HeadingText.bare($0).lowercased() }) {
          listed[name, default: []].append("\(list.id).\(field.id)")
        }
      }
    }
    return listed
  }

  /// Whether a cell is some field's name, or what counts a sheet's rows: to be asked of each row.
  package func knows(_ cell: String) -> Bool {
    let name = HeadingText.bare(cell).lowercased()
    return name == "序号" || names[name] != nil
  }

  /// The target of a heading by its sure names. `above` are the headings over it in a heading of several rows, the
  /// nearest last.
  package func exact(_ heading: String, above: [String] = []) -> Target? {
    let own = HeadingText.readings(heading)
    let over = above.last.map { HeadingText.readings($0) } ?? []
    var tries: [HeadingText] = []
    // With the heading above first: 投资 under 改造措施 is the measure's.
    for upper in over where !own.isEmpty {
      for lower in own { tries.append(HeadingText(name: upper.name + lower.name, unit: lower.unit ?? upper.unit)) }
    }
    tries += own
    if own.isEmpty { tries += over }
    for reading in tries {
      guard let found = names[reading.name.lowercased()] else { continue }
      // A unit over several columns holds for those that name none.
      let inherited = over.lazy.compactMap(\.unit).first
      guard case .amount(let unit)? = register.field(path: found.path)?.kind,
        let spelled = reading.unit ?? inherited.flatMap({ unit.power(from: $0) == nil ? nil : $0 })
      else { return Target(path: found.path, how: found.how, power: nil) }
      // A unit of something else makes it another column.
      if unit.refuses(spelled) { continue }
      return Target(path: found.path, how: found.how, power: unit.power(from: spelled))
    }
    return nil
  }

  /// Child lists' fields that a heading may mean beside the list's other columns, whatever else it means.
  package func inLists(_ heading: String) -> [Target] {
    for reading in HeadingText.readings(heading) {
      guard let paths = listed[reading.name.lowercased()] else { continue }
      return paths.compactMap { path in
        guard case .amount(let unit)? = register.field(path: path)?.kind, let spelled = reading.unit else {
          return Target(path: path, how: .alias, power: nil)
        }
        return unit.refuses(spelled) ? nil : Target(path: path, how: .alias, power: unit.power(from: spelled))
      }
    }
    return []
  }

  /// The field under this label that follows from others, if there is one.
  package func derived(_ heading: String) -> String? { derived[HeadingText.bare(heading).lowercased()] }

  /// The fields that a heading is nearly called as, best first, with how alike they are in parts of 1.
  package func likely(_ heading: String) -> [(target: Target, likeness: Double)] {
    var best: [String: (likeness: Double, power: Int?)] = [:]
    let readings = HeadingText.readings(heading)
    let unit = readings.lazy.compactMap(\.unit).first { Unit.isKnown($0) || Unit.isForeign($0) }
    for reading in readings {
      let name = Pairs(reading.name.lowercased())
      guard name.scalars.count >= 2 else { continue }
      for (other, path) in alike {
        guard let field = register.field(path) else { continue }
        var power: Int?
        if case .amount(let own) = field.kind, let unit {
          if own.refuses(unit) { continue }
          power = own.power(from: unit)
        }
        let likeness = name.likeness(to: other)
        if likeness >= 0.5, likeness > best[path]?.likeness ?? 0 { best[path] = (likeness, power) }
      }
    }
    return best.map { (Target(path: $0.key, how: .likeness, power: $0.value.power), $0.value.likeness) }
      .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.path < $1.0.path }
  }

  /// How alike two names are: pairs of characters shared, or one within the other.
  package static func likeness(_ one: String, _ other: String) -> Double { Pairs(one).likeness(to: Pairs(other)) }

  /// A name as its scalars and their pairs.
  private struct Pairs {
    let scalars: [UInt32]
    private let pairs: [UInt64]

    init(_ name: String) {
      scalars = name.unicodeScalars.map(\.value)
      pairs = zip(scalars, scalars.dropFirst()).map { UInt64($0) << 32 | UInt64($1) }
    }

    func likeness(to other: Pairs) -> Double {
      if scalars == other.scalars { return 1 }
      let (shorter, longer) = pairs.count < other.pairs.count ? (self, other) : (other, self)
      var rest = longer.pairs
      var shared = 0
      for pair in shorter.pairs {
        guard let place = rest.firstIndex(of: pair) else { continue }
        rest.swapAt(place, rest.count - 1)
        rest.removeLast()
        shared += 1
      }
      let size = pairs.count + other.pairs.count
      let alike = size > 0 ? 2 * Double(shared) / Double(size) : 0
      guard shared == shorter.pairs.count, longer.scalars.contains(shorter.scalars) else { return alike }
      return max(alike, 0.5 + 0.5 * Double(shorter.scalars.count) / Double(longer.scalars.count))
    }
  }
}
