import Domain

/// Finds records that a row without a key of its own may be: the same, or nearly so.
final class ImportTwins {
  /// What is compared of a project.
  private struct Candidate {
    let record: RecordID?
    let row: Int?
    let key: String
    let project: Project
  }

  /// By holder (the enterprise's id, or the park's name), the library's projects.
  private var projects: [String: [Candidate]] = [:]
  /// The library's projects whose holder is not filled in, by name.
  private var nameless: [String: [Titled]]?
  /// By register, the library's records of each title.
  private var titles: [String: [String: [Titled]]] = [:]
  /// What the file brought so far, by title.
  private var brought: [String: [Titled]] = [:]
  /// Projects that the file brought so far, by holder.
  private var holders: [String: [Candidate]] = [:]
  /// Projects that the file brought so far, by the code of the national platform.
  private var codes: [String: [Candidate]] = [:]
  /// Records of the library that the file may have changed by now; what they are to be stands in `codes`.
  private var changed: Set<RecordID> = []
  /// What the file brought, which the library may hold by now.
  private var made: Set<RecordID> = []

  private struct Titled {
    let record: RecordID?
    let row: Int?
    let key: String
    let region: String
    let plant: String
    /// A project that names its holder.
    var isHeld = false

    func match(_ title: String, _ why: Label) -> ImportVerdict.Match {
      ImportVerdict.Match(record: record, row: row, key: key, title: title, percent: 100, why: why)
    }
  }

  /// The record that the row is, or those that it may be. `key` is the row's own key, if it has one.
  func look(
    for document: Document, key: String?, _ register: Register, _ work: ImportWork
  ) throws -> (same: RecordID?, matches: [ImportVerdict.Match]) {
    if register.id == Project.schema.id { return try look(for: Project.schema.record(document), key: key, work) }
    if register.id == Enterprise.schema.id { return (nil, try firms(document, register, work)) }
    guard let spec = register.field(register.keyField), !spec.isDerived, key == nil else {
      return (nil, [])
    }
    return try issued(document, register, work)
  }

  /// What the file brings may be met again further down.
  func add(_ document: Document, row: Int, _ register: Register) {
    let key = document[register.keyField].plain
    var titled = Titled(
      record: nil, row: row, key: key, region: document["region"].plain, plant: document["plant"].plain)
    if register.id == Project.schema.id {
      let project = Project.schema.record(document)
      let holder = Self.holder(project)
      titled.isHeld = !holder.isEmpty
      let candidate = Candidate(record: nil, row: row, key: key, project: project)
      if titled.isHeld { holders[holder, default: []].append(candidate) }
      if !project.projectCode.isEmpty { codes[project.projectCode, default: []].append(candidate) }
    }
    made.insert(document.id)
    let title = FieldNames.folded(document[register.titleField].plain)
    brought[title, default: []].append(titled)
  }

  /// What the file makes of a record of the library: the code that it gives it may be met again further down.
  func note(_ document: Document, _ register: Register) {
    guard register.id == Project.schema.id else { return }
    changed.insert(document.id)
    guard let code = document["project_code"].text, !code.isEmpty else { return }
    let project = Project.schema.record(document)
    codes[code, default: []].append(
      Candidate(record: project.id, row: nil, key: project.libraryCode, project: project))
  }

  /// The one record of a register that goes by this title within the person's scope; nil where several or none do.
  func named(_ title: String, _ register: Register, _ work: ImportWork) throws -> RecordID? {
    let ids = Set(try titled(title, register, work).compactMap(\.record))
    return ids.count == 1 ? ids.first : nil
  }

  // MARK: projects

  /// Blank for a project whose holder is not filled in yet.
  private static func holder(_ project: Project) -> String { project.enterprise?.text ?? project.park }

  private func look(
    for project: Project, key: String?, _ work: ImportWork
  ) throws -> (same: RecordID?, matches: [ImportVerdict.Match]) {
    let holder = Self.holder(project)
    let namesakes = try unheld(project.name, work).filter { project.region.isEmpty || $0.region == project.region }
    if holder.isEmpty { return try look(for: project, key: key, among: namesakes, work) }
    let others = try known(holder, project, work)
    // A code of the national platform, or the very name within one region, is the record itself.
    if key == nil {
      let isSame = { (other: Candidate) in
        other.record != nil
          && (!project.projectCode.isEmpty && other.project.projectCode == project.projectCode
            || FieldNames.folded(other.project.name) == FieldNames.folded(project.name)
              && other.project.region == project.region)
      }
      let same = others.filter(isSame)
      if same.count == 1 { return (same[0].record, []) }
      // Several of one name: the one that says all that the row says.
      let document = Project.schema.document(project)
      for case let id? in same.map(\.record) {
        guard let known = try work.reading.lookup.document(work.register.id, id) else { continue }
        let (agreed, said) = Self.agreement(document, known, work.register)
        if agreed == said { return (id, []) }
      }
    }
    let alike = others.filter { other in
      other.project.derived.stage != "stopped" && other.project.mergedInto == nil
        && Duplicates.areAlike(project.name, other.project.name) && Duplicates.overlap(project, other.project)
    }
    let why = Label(zh: "同名同地区，那一条没有写主体", en: "same name and region, and it names no holder")
    let matches =
      try coded(project, holder, work) + alike.map { match($0, project) }
      + namesakes.map { $0.match(project.name, why) }
    return (nil, Array(matches.prefix(5)))
  }

  /// A project without a holder is the one of its name without one that agrees in all that the row says; any other of the
  /// name is a question.
  private func look(
    for project: Project, key: String?, among namesakes: [Titled], _ work: ImportWork
  ) throws -> (same: RecordID?, matches: [ImportVerdict.Match]) {
    guard !project.name.isEmpty else { return (nil, []) }
    if key == nil {
      let document = Project.schema.document(project)
      for other in namesakes where other.region == project.region {
        guard let id = other.record, let known = try work.reading.lookup.document(work.register.id, id) else {
          continue
        }
        let (agreed, said) = Self.agreement(document, known, work.register)
        if agreed == said { return (id, []) }
      }
    }
    let without = Label(zh: "同名同地区，都没有写主体", en: "same name and region, and neither names its holder")
    let known = Set(namesakes.compactMap(\.record))
    let held = try titled(project.name, work.register, work).filter { other in
      (project.region.isEmpty || other.region == project.region)
        && other.record.map { !known.contains($0) } ?? other.isHeld
    }
    let why = Label(zh: "同名同地区，本行没有写主体", en: "same name and region, and this row names no holder")
    let matches =
      try coded(project, "", work) + namesakes.map { $0.match(project.name, without) }
      + held.map { $0.match(project.name, why) }
    return (nil, Array(matches.prefix(5)))
  }

  /// Projects of other holders under the same code of the national platform, in the library and in the file so far.
  private func coded(_ project: Project, _ holder: String, _ work: ImportWork) throws -> [ImportVerdict.Match] {
    guard !project.projectCode.isEmpty else { return [] }
    let known = try seen("project_code", .text(project.projectCode), work).filter { other in
      other.record.map { !changed.contains($0) } ?? true
    }
    let all = known + (codes[project.projectCode] ?? [])
    return all.filter { Self.holder($0.project) != holder }.map { other in
      ImportVerdict.Match(
        record: other.record, row: other.row, key: other.key, title: other.project.name, percent: 100,
        why: Label(zh: "项目代码相同，主体不同或没有写", en: "same project code under another holder, or none"))
    }
  }

  /// The projects of a holder in the library and in the file so far.
  private func known(_ holder: String, _ project: Project, _ work: ImportWork) throws -> [Candidate] {
    let new = holders[holder] ?? []
    if let known = projects[holder] { return known + new }
    let field = project.enterprise == nil ? "park" : "enterprise"
    let found = try seen(field, project.enterprise.map(Value.record) ?? .text(project.park), work)
    projects[holder] = found
    return found + new
  }

  /// The library's projects, within the person's scope, that have a value in a field.
  private func seen(_ field: String, _ value: Value, _ work: ImportWork) throws -> [Candidate] {
    try work.reading.lookup.documents(Project.schema.id, where: field, is: value).filter { document in
      !made.contains(document.id)
        && work.environment.access.sees(Project.schema.id, region: Permission.region(document))
    }.map { document in
      let other = Project.schema.record(document)
      return Candidate(record: other.id, row: nil, key: other.libraryCode, project: other)
    }
  }

  /// The projects of a name without a holder.
  private func unheld(_ name: String, _ work: ImportWork) throws -> [Titled] {
    if nameless == nil {
      let filter = Filter([.init("enterprise", .equal, []), .init("park", .equal, [])])
      nameless = try readTitles(work.register, filter, work)
    }
    let name = FieldNames.folded(name)
    return (nameless?[name] ?? []) + (brought[name] ?? []).filter { !$0.isHeld }
  }

  private func match(_ other: Candidate, _ project: Project) -> ImportVerdict.Match {
    let percent = Int(HeadingMatch.likeness(Duplicates.core(project.name), Duplicates.core(other.project.name)) * 100)
    return ImportVerdict.Match(
      record: other.record, row: other.row, key: other.key, title: other.project.name, percent: percent,
      why: Label(zh: "同一主体、名称相近、时间重叠", en: "same holder, nearly the same name, overlapping time"))
  }

  // MARK: others

  private func firms(_ document: Document, _ register: Register, _ work: ImportWork) throws -> [ImportVerdict.Match] {
    let title = document["name"].plain
    let code = document["credit_code"].plain
    guard !title.isEmpty else { return [] }
    return try titled(title, register, work).filter { other in
      (document["region"].isEmpty || other.region == document["region"].plain) && other.plant == document["plant"].plain
        && !(other.key.hasPrefix(code) && !code.isEmpty)
    }.prefix(5).map { other in
      ImportVerdict.Match(
        record: other.record, row: other.row, key: other.key, title: title, percent: 100,
        why: code.isEmpty
          ? Label(zh: "同名，本行没有信用代码", en: "same name, and this row has no credit code")
          : Label(zh: "同名同地区，信用代码不同", en: "same name and region under another credit code"))
    }
  }

  /// A row without its register's key is a record of its title and region where all it says agrees.
  private func issued(
    _ document: Document, _ register: Register, _ work: ImportWork
  ) throws -> (same: RecordID?, matches: [ImportVerdict.Match]) {
    let title = document[register.titleField].plain
    guard !title.isEmpty else { return (nil, []) }
    var matches: [ImportVerdict.Match] = []
    for other in try titled(title, register, work) where other.region == document["region"].plain {
      guard let id = other.record, let known = try work.reading.lookup.document(register.id, id) else { continue }
      let (agreed, said) = Self.agreement(document, known, register)
      if agreed == said { return (id, []) }
      let percent = agreed * 100 / said
      guard percent >= 60, matches.count < 5 else { continue }
      matches.append(
        ImportVerdict.Match(
          record: id, row: nil, key: other.key, title: title, percent: percent,
          why: Label(
            zh: "同名同地区，\(said)项中\(agreed)项相同", en: "same name and region, \(agreed) of \(said) fields agree"
          )))
    }
    return (nil, matches)
  }

  /// How many fields a row says, and in how many of them the record says the same.
  private static func agreement(_ row: Document, _ record: Document, _ register: Register) -> (agreed: Int, said: Int) {
    var (agreed, said) = (0, 0)
    for field in register.fields where !field.isDerived && field.part != .system {
      guard let value = row.values[field.id], !value.isEmpty else { continue }
      said += 1
      if value == record.values[field.id] { agreed += 1 }
    }
    return (agreed, said)
  }

  /// Whether some record of a register goes by a title, within the person's scope.
  func bears(_ title: String, _ register: Register, _ work: ImportWork) throws -> Bool {
    try !titled(title, register, work).isEmpty
  }

  private func titled(_ title: String, _ register: Register, _ work: ImportWork) throws -> [Titled] {
    if titles[register.id] == nil { titles[register.id] = try readTitles(register, .all, work) }
    let title = FieldNames.folded(title)
    return (titles[register.id]?[title] ?? []) + (register.id == work.register.id ? brought[title] ?? [] : [])
  }

  /// The titles of those records that the person sees, read once, by window.
  private func readTitles(_ register: Register, _ filter: Filter, _ work: ImportWork) throws -> [String: [Titled]] {
    let list = try work.store.list(Query(register: register.id, filter: filter))
    let fields = [register.titleField, register.keyField, "region", "plant"].filter { register.field($0) != nil }
    var found: [String: [Titled]] = [:]
    var place = 0
    while true {
      let rows = try list.rows(place..<place + 2000, fields: fields)
      for row in rows where !made.contains(row.id) {
        found[FieldNames.folded(row[register.titleField].plain), default: []].append(
          Titled(
            record: row.id, row: nil, key: row[register.keyField].plain, region: row["region"].plain,
            plant: row["plant"].plain))
      }
      if rows.count < 2000 { return found }
      place += rows.count
    }
  }
}
