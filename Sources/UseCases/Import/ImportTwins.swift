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

  /// By holder (the enterprise's id, or the park's name; blank without one), the projects of the library and of the file so far.
  private var projects: [String: [Candidate]] = [:]
  /// By register, the records of each title: what the file brings is added as it comes.
  private var titles: [String: [String: [Titled]]] = [:]

  private struct Titled {
    let record: RecordID?
    let row: Int?
    let key: String
    let region: String
    let plant: String
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
    if register.id == Project.schema.id {
      let project = Project.schema.record(document)
      let holder = Self.holder(project)
      projects[holder]?.append(Candidate(record: nil, row: row, key: key, project: project))
      if holder.isEmpty { return }
    }
    if titles[register.id] != nil {
      let title = FieldNames.folded(document[register.titleField].plain)
      titles[register.id]?[title, default: []].append(
        Titled(
          record: nil, row: row, key: key, region: document["region"].plain, plant: document["plant"].plain))
    }
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
    }
    let why =
      holder.isEmpty
      ? Label(zh: "同地区、名称相近，都没有写主体", en: "same region, nearly the same name, neither names its holder")
      : Label(zh: "同一主体、名称相近、时间重叠", en: "same holder, nearly the same name, overlapping time")
    let alike = others.filter { other in
      other.project.derived.stage != "stopped" && other.project.mergedInto == nil
        && (!holder.isEmpty || project.region.isEmpty || other.project.region == project.region)
        && Duplicates.areAlike(project.name, other.project.name) && Duplicates.overlap(project, other.project)
    }
    return (nil, Array((alike.map { match($0, project, why) } + (try unheld(project, work))).prefix(5)))
  }

  /// The projects of a holder in the library and in the file so far.
  private func known(_ holder: String, _ project: Project, _ work: ImportWork) throws -> [Candidate] {
    if let known = projects[holder] { return known }
    let documents =
      if let enterprise = project.enterprise {
        try work.reading.lookup.documents(Project.schema.id, where: "enterprise", is: .record(enterprise))
      } else if !holder.isEmpty {
        try work.reading.lookup.documents(Project.schema.id, where: "park", is: .text(holder))
      } else {
        try withoutHolder(work)
      }
    let found = documents.filter { work.environment.access.sees(Project.schema.id, region: Permission.region($0)) }
      .map { document in
        let other = Project.schema.record(document)
        return Candidate(record: other.id, row: nil, key: other.libraryCode, project: other)
      }
    projects[holder] = found
    return found
  }

  private func withoutHolder(_ work: ImportWork) throws -> [Document] {
    let filter = Filter([.init("enterprise", .equal, []), .init("park", .equal, [])])
    let ids = try work.store.list(Query(register: Project.schema.id, filter: filter)).ids(limit: .max)
    return try ids.compactMap { try work.reading.lookup.document(Project.schema.id, $0) }
  }

  /// Projects of the very name in the region, where only one of the two says whose it is.
  private func unheld(_ project: Project, _ work: ImportWork) throws -> [ImportVerdict.Match] {
    let name = FieldNames.folded(project.name)
    guard !name.isEmpty else { return [] }
    let isHere = { (region: String) in project.region.isEmpty || region == project.region }
    if !Self.holder(project).isEmpty {
      return try known("", Project(), work).filter {
        FieldNames.folded($0.project.name) == name && isHere($0.project.region)
      }
      .map { match($0, project, Label(zh: "同名同地区，那一条没有写主体", en: "same name and region, and it names no holder")) }
    }
    let unheld = Set(try known("", project, work).compactMap(\.record))
    return try titled(project.name, work.register, work)
      .filter { other in isHere(other.region) && other.record.map { !unheld.contains($0) } ?? true }
      .map { other in
        ImportVerdict.Match(
          record: other.record, row: other.row, key: other.key, title: project.name, percent: 100,
          why: Label(zh: "同名同地区，本行没有写主体", en: "same name and region, and this row names no holder"))
      }
  }

  private func match(_ other: Candidate, _ project: Project, _ why: Label) -> ImportVerdict.Match {
    let percent = Int(HeadingMatch.likeness(Duplicates.core(project.name), Duplicates.core(other.project.name)) * 100)
    return ImportVerdict.Match(
      record: other.record, row: other.row, key: other.key, title: other.project.name, percent: percent, why: why)
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
      let said = register.fields.filter { !$0.isDerived && $0.part != .system && !document[$0.id].isEmpty }
      let agreed = said.count { document[$0.id] == known[$0.id] }
      if agreed == said.count { return (id, []) }
      let percent = said.isEmpty ? 0 : agreed * 100 / said.count
      guard percent >= 60, matches.count < 5 else { continue }
      matches.append(
        ImportVerdict.Match(
          record: id, row: nil, key: other.key, title: title, percent: percent,
          why: Label(
            zh: "同名同地区，\(said.count)项中\(agreed)项相同", en: "same name and region, \(agreed) of \(said.count) fields agree"
          )))
    }
    return (nil, matches)
  }

  private func titled(_ title: String, _ register: Register, _ work: ImportWork) throws -> [Titled] {
    if titles[register.id] == nil { titles[register.id] = try readTitles(register, work) }
    return titles[register.id]?[FieldNames.folded(title)] ?? []
  }

  /// The titles of all records that the person sees, read once, by window.
  private func readTitles(_ register: Register, _ work: ImportWork) throws -> [String: [Titled]] {
    let list = try work.store.list(Query(register: register.id))
    let fields = [register.titleField, register.keyField, "region", "plant"].filter { register.field($0) != nil }
    var found: [String: [Titled]] = [:]
    var place = 0
    while true {
      let rows = try list.rows(place..<place + 2000, fields: fields)
      for row in rows {
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
