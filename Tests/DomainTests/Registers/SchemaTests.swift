import Testing

@testable import Domain

/// What must hold of every register, so that a new one is checked by being listed.
@Suite struct SchemaTests {
  private static let registers = Registers.all.map(\.id)

  private func register(_ id: String) throws -> Register { try #require(Registers.named(id)) }

  private func isSnakeCase(_ id: String) -> Bool {
    guard let first = id.utf8.first, (0x61...0x7A).contains(first) else { return false }
    return id.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
  }

  @Test(arguments: registers) func idsAreUniqueSnakeCase(_ id: String) throws {
    let register = try register(id)
    #expect(isSnakeCase(register.id))
    let groups = [register.fields.map(\.id), register.lists.map(\.id)] + register.lists.map { $0.fields.map(\.id) }
    for ids in groups {
      #expect(ids.allSatisfy(isSnakeCase), "\(ids.filter { !isSnakeCase($0) })")
      #expect(Set(ids).count == ids.count, "\(Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.keys)")
    }
    #expect(Set(register.fields.map(\.id)).isDisjoint(with: register.lists.map(\.id)))
  }

  @Test(arguments: registers) func everythingHasBothLanguages(_ id: String) throws {
    let register = try register(id)
    var labels = [register.label, register.singular]
    for field in register.fields + register.lists.flatMap(\.fields) {
      labels += [field.label] + [field.help].compactMap { $0 }
      if case .code(let list) = field.kind { labels += list.codes.map(\.label) }
    }
    labels += register.lists.map(\.label) + register.rules.map(\.label) + register.layout.sections.map(\.label)
    labels += register.measures.flatMap { [$0.label, $0.rule] } + register.layout.columns.compactMap(\.heading)
    for label in labels {
      #expect(!label.zh.isEmpty && !label.en.isEmpty, "\(label)")
      #expect(label.en.unicodeScalars.allSatisfy { !(0x4E00...0x9FFF).contains($0.value) || label.en.contains("三(") })
    }
  }

  @Test(arguments: registers) func codeListsAreSound(_ id: String) throws {
    let register = try register(id)
    for field in register.fields + register.lists.flatMap(\.fields) {
      guard case .code(let list) = field.kind else { continue }
      let ids = list.codes.map(\.id)
      #expect(Set(ids).count == ids.count && ids.allSatisfy(isSnakeCase), "\(list.id)")
      let words = list.codes.map(\.label.zh)
      #expect(Set(words).count == words.count, "\(list.id): a person's words must name one choice")
    }
  }

  @Test(arguments: registers) func everyNamedFieldExists(_ id: String) throws {
    let register = try register(id)
    for always in ["region", "name", register.keyField, register.titleField] {
      #expect(register.field(always) != nil, "\(always)")
    }
    for section in register.layout.sections {
      switch section.content {
      case .lines(let lines): for field in lines.joined() { #expect(register.field(field) != nil, "\(field)") }
      case .list(let list): #expect(register.list(list) != nil, "\(list)")
      }
    }
    for field in register.layout.columns.map(\.field) + register.layout.indexed + register.layout.sort.map(\.field) {
      #expect(register.field(field) != nil, "\(field)")
    }
    for total in register.layout.totals { #expect(register.field(total)?.kind.isNumber == true, "\(total)") }
    for path in register.layout.search { #expect(register.field(path: path) != nil, "\(path)") }
    for rule in register.rules {
      #expect(!rule.fields.isEmpty)
      for path in rule.fields { #expect(register.field(path: path) != nil, "\(rule.id) \(path)") }
    }
  }

  @Test(arguments: registers) func theTableFitsEightyColumns(_ id: String) throws {
    let columns = try register(id).layout.columns.filter(\.isDefault)
    #expect(columns.reduce(0) { $0 + $1.width + 1 } <= 80)
    #expect(Set(columns.map(\.field)).count == columns.count)
  }

  @Test(arguments: registers) func measuresNameFields(_ id: String) throws {
    let register = try register(id)
    for measure in register.measures {
      #expect(measure.register == register.id && measure.id.hasPrefix(register.id + "."))
      #expect(measure.dimensions.count <= 3)
      for dimension in measure.dimensions {
        #expect(register.field(path: dimension) != nil, "\(measure.id) \(dimension)")
      }
      for condition in measure.filter.conditions {
        #expect(register.field(path: condition.field) != nil, "\(measure.id)")
      }
      for day in measure.dayFields + (measure.reversedOn ?? "").split(separator: "|").map(String.init) {
        #expect(register.field(path: day)?.kind == .day, "\(measure.id) \(day)")
      }
      switch measure.amounts {
      case .count: break
      case .sum(let path):
        let spec = try #require(register.field(path: path), "\(measure.id)")
        #expect(spec.unit == measure.unit, "\(measure.id)")
      case .rows(let list): #expect(register.list(list) != nil, "\(measure.id)")
      case .years(let year):
        for field in [year.figure, year.divisor, "year"] {
          #expect(register.field(path: "\(YearAmount.list).\(field)") != nil, "\(measure.id) \(field)")
        }
      case .distinct(let field): #expect(register.field(field) != nil, "\(measure.id)")
      }
    }
  }

  @Test func idsAcrossRegistersAreUnique() {
    let measures = Registers.all.flatMap { $0.measures.map(\.id) }
    #expect(Set(measures).count == measures.count)
    let rules = Registers.all.flatMap { $0.rules.map(\.id) }
    #expect(Set(rules).count == rules.count)
  }

  /// What waits names fields, and what is due is a date; a register's clauses are the plan's.
  @Test(arguments: registers) func mattersAndClausesAreSound(_ id: String) throws {
    let register = try register(id)
    #expect(Set(register.matters.map(\.id)).count == register.matters.count)
    for matter in register.matters {
      #expect(matter.register == id && matter.id.hasPrefix(id + "."))
      for condition in matter.filter(on: Scene.day(2023, 6, 30), ReferenceTables.builtIn.settings).conditions {
        #expect(register.field(path: condition.field) != nil, "\(matter.id) \(condition.field)")
      }
      guard let due = matter.due else { continue }
      switch register.field(due)?.kind {
      case .day, .month, .year: break
      default: Issue.record("\(matter.id): \(due) is no date")
      }
    }
    for clause in register.clauses { #expect(PlanClauses.named(clause) != nil, "\(clause)") }
  }

  @Test(arguments: registers) func linksNameRegisters(_ id: String) throws {
    let register = try register(id)
    for field in register.fields + register.lists.flatMap(\.fields) {
      if case .record(let other) = field.kind { #expect(Registers.named(other) != nil, "\(field.id)") }
    }
  }

  @Test(arguments: registers, 1...5) func anyDocumentSurvivesTheRecord(_ id: String, _ seed: Int) throws {
    let register = try register(id)
    var random = Dice(state: UInt64(seed) &* 7919)
    let document = Self.document(of: register, &random)
    func back<R: Record>(_ type: R.Type) -> Document { R.schema.document(R.schema.record(document)) }
    #expect(back(register.type) == document)
  }

  @Test(arguments: registers, 1...5) func derivingTwiceChangesNothing(_ id: String, _ seed: Int) throws {
    let register = try register(id)
    var random = Dice(state: UInt64(seed) &* 104_729)
    var document = Self.document(of: register, &random)
    let context = DeriveContext(reference: .builtIn, library: EmptyLibrary())
    register.derive(&document, context)
    let once = document
    register.derive(&document, context)
    #expect(document == once)
    _ = register.check(
      document, RuleContext(reference: .builtIn, library: EmptyLibrary(), today: Scene.day(2023, 6, 15)))
  }

  @Test func wrongKindsAndLengthsAreErrors() throws {
    let register = try register("projects")
    var document = Project.schema.document(Scene.makeProject())
    document["name"] = .text(String(repeating: "长", count: 101))
    document["kind"] = .text("unheard_of")
    document["investment_other"] = .amount(Amount(-1))
    document["base_year"] = .integer(22)
    document["division"] = .text("330599")
    let context = RuleContext(reference: .builtIn, library: EmptyLibrary(), today: Scene.day(2023, 6, 15))
    let limits = register.check(document, context).filter { $0.rule == "limits" }.flatMap(\.fields)
    #expect(Set(limits) == ["name", "kind", "investment_other", "base_year", "division"])
  }

  @Test func whatIsRequiredFollowsKindAndState() throws {
    let register = try register("projects")
    var project = Scene.makeProject()
    #expect(register.required(Project.schema.document(project)).isDisjoint(with: ["pv_kw", "park", "project_code"]))
    project.kind = "roof_pv"
    project.holderKind = "park"
    #expect(register.required(Project.schema.document(project)).isSuperset(of: ["pv_kw", "pv_area", "park"]))
    project.derived.actualStart = Scene.day(2023, 6, 1)
    #expect(register.required(Project.schema.document(project)).contains("project_code"))
    project.isCodeExempt = true
    #expect(!register.required(Project.schema.document(project)).contains("project_code"))
  }

  private static func document(of register: Register, _ random: inout Dice) -> Document {
    var document = Document(register: register.id, id: Scene.id(9), revision: 3)
    for field in register.fields { document[field.id] = value(field.kind, &random) }
    for list in register.lists {
      let count = Int(random.next() % 4)
      guard count > 0 else { continue }
      document.children[list.id] = (1...count).map { number in
        var row = ChildRow(id: Scene.id(UInt64(100 + number)))
        for field in list.fields { row[field.id] = value(field.kind, &random) }
        return row
      }
    }
    return document
  }

  private static func value(_ kind: Kind, _ random: inout Dice) -> Value {
    let roll = random.next()
    if roll % 5 == 0 { return .empty }
    switch kind {
    case .text, .longText, .phone, .creditCode, .projectCode: return .text("安吉\(roll % 1000)号")
    case .code(let list): return .text(list.codes[Int(roll % UInt64(list.codes.count))].id)
    case .reference(let table): return .text(table == .region ? "330523" : "electricity")
    case .integer, .year: return .integer(2022 + Int(roll % 3))
    case .amount: return .amount(Amount(scaled: Int64(truncatingIfNeeded: roll % 1_000_000_007)))
    case .day: return .day(Scene.day(2023, 1 + Int(roll % 12), 1 + Int(roll % 28)))
    case .month: return .month(Scene.month(2023, 1 + Int(roll % 12)))
    case .flag: return .flag(true)
    case .record: return .record(Scene.id(roll % 1000))
    }
  }
}

/// Numbers that come the same every time.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
