import Domain

/// One tab of a record: what stands on it, from the register's layout.
struct RecordTab: Hashable {
  enum Block: Hashable {
    /// Fields, in reading order, under a heading.
    case fields(Label, [String])
    case list(String)
    case gantt
    /// Records of another register that link here by a field; a child list's as `list.field`.
    case links(register: String, field: String)
    /// What happened to a project in each tier's library, and on the yearly plans.
    case filing
    /// What belongs to the record, added up.
    case figures
    /// The rows of a child list of such records: the supports of an enterprise's projects.
    case gathered(register: String, field: String, list: String)
    /// 一户一档: a line for every register that has records of it, and the latest of them.
    case dossier
    case history
  }

  let label: Label
  let blocks: [Block]

  /// Shows other records alone, so that their number stands beside its name.
  var isOfOthers: Bool {
    !blocks.isEmpty
      && blocks.allSatisfy {
        switch $0 {
        case .links, .gathered: true
        default: false
        }
      }
  }

  /// The tabs of a register; a project's are its own, others follow from layout, lists and links.
  static func all(_ register: Register) -> [RecordTab] {
    register.id == Project.schema.id ? project(register) : plain(register)
  }

  private static let history = RecordTab(label: Label(zh: "历史", en: "History"), blocks: [.history])

  /// Records of further registers that link to a project.
  private static var related: RecordTab {
    let shown: Set = [EfficiencyLine.schema.id, Opinion.schema.id]
    let blocks = Registers.all.filter { !shown.contains($0.id) }.flatMap { other in
      other.links(to: Project.schema.id).map { Block.links(register: other.id, field: $0) }
    }
    return RecordTab(label: Label(zh: "相关", en: "Related"), blocks: blocks)
  }

  private static func fields(_ section: Layout.Section) -> Block? {
    guard case .lines(let lines) = section.content else { return nil }
    return .fields(section.label, lines.flatMap { $0 })
  }

  /// Every field that no section shows, so that nothing of a record is hidden.
  private static func rest(_ register: Register, except shown: Set<String>) -> Block? {
    let ids = register.fields.map(\.id).filter { !shown.contains($0) }
    return ids.isEmpty ? nil : .fields(Label(zh: "其他", en: "Other"), ids)
  }

  /// What the program makes to find and order records by, which only repeats what a page says anyway: the key and title
  /// that are put together, what ties records, the names of linked ones.
  static func repeated(_ register: Register) -> Set<String> {
    let names: Set = [register.keyField, register.titleField]
    return Set(
      register.fields.filter { field in
        guard field.isDerived else { return false }
        if case .text = field.kind, field.isCarried { return true }
        return field.isLookup || names.contains(field.id)
      }.map(\.id))
  }

  private static func shown(_ register: Register) -> Set<String> {
    Set(
      register.layout.sections.flatMap { section -> [String] in
        guard case .lines(let lines) = section.content else { return [] }
        return lines.flatMap { $0 }
      })
  }

  private static func plain(_ register: Register) -> [RecordTab] {
    var tabs = [
      RecordTab(
        label: Label(zh: "概况", en: "Overview"),
        blocks: register.layout.sections.compactMap(fields)
          + [rest(register, except: shown(register).union(repeated(register))), .list(RuleAnswer.list)].compactMap {
            $0
          }
          + (register.id == Enterprise.schema.id ? [.dossier] : []))
    ]
    if !register.layout.figures.isEmpty {
      tabs.append(RecordTab(label: Label(zh: "总量", en: "Totals"), blocks: [.figures]))
    }
    for list in register.lists where list.id != RuleAnswer.list {
      tabs.append(RecordTab(label: list.label, blocks: [.list(list.id)]))
    }
    for other in Registers.all {
      let links = other.links(to: register.id)
      guard !links.isEmpty else { continue }
      tabs.append(
        RecordTab(label: other.label, blocks: links.map { .links(register: other.id, field: $0) }))
    }
    if register.id == Enterprise.schema.id {
      let supports = Block.gathered(register: Project.schema.id, field: "enterprise", list: "supports")
      tabs.append(RecordTab(label: Label(zh: "政策支持", en: "Supports"), blocks: [supports]))
    }
    return tabs + [history]
  }

  private static let membership = [
    "tier", "filing", "member", "in_county", "in_city", "in_province", "key_project", "admitted_on", "admitted_county",
    "admitted_city", "admitted_province",
    "left_on", "left_county", "left_city", "left_province", "exit_kind", "taken_off_on", "former_codes", "merged_into",
  ]
  private static let running = [
    "stage", "planned_start", "planned_finish", "actual_start", "actual_finish", "accepted_on", "next_due",
  ]
  private static let reporting = ["pace", "invested", "last_reported", "open_problem"]

  private static func project(_ register: Register) -> [RecordTab] {
    let sections = register.layout.sections.compactMap { section in fields(section).map { (section.label.zh, $0) } }
    func section(_ names: Set<String>) -> [Block] { sections.filter { names.contains($0.0) }.map(\.1) }
    let taken = shown(register).union(membership).union(running).union(reporting)
    return [
      RecordTab(
        label: Label(zh: "概况", en: "Overview"),
        blocks: section(["基本", "投资", "联系"])
          + [rest(register, except: taken), .list("attachments"), .list(RuleAnswer.list)]
          .compactMap { $0 }),
      RecordTab(label: Label(zh: "措施", en: "Measures"), blocks: [.list("measures"), .list("shares")]),
      RecordTab(
        label: Label(zh: "时间节点", en: "Milestones"),
        blocks: [.gantt, .list("milestones"), .fields(Label(zh: "实施", en: "Progress of work"), running)]),
      RecordTab(
        label: Label(zh: "能效", en: "Efficiency"),
        blocks: section(["预期目标"]) + [.list("energy")]
          + [.links(register: EfficiencyLine.schema.id, field: "project")]),
      RecordTab(label: Label(zh: "手续与支持", en: "Procedures"), blocks: [.list("procedures"), .list("supports")]),
      RecordTab(
        label: Label(zh: "进展", en: "Progress"),
        blocks: [.fields(Label(zh: "最近", en: "Latest"), reporting), .list("progress")] + section(["执行"])),
      RecordTab(
        label: Label(zh: "入库", en: "Libraries"),
        blocks: [
          .filing, .fields(Label(zh: "各层级", en: "By tier"), membership), .list("plans"),
        ]),
      RecordTab(
        label: Label(zh: "专家意见", en: "Opinions"), blocks: [.links(register: Opinion.schema.id, field: "project")]),
      related,
      history,
    ]
  }
}
