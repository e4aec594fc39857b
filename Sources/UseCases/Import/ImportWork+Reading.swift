import Domain

/// What was read of one row so far.
struct ReadRow {
  var document: Document
  var rejects: [ImportReject] = []
  /// What is to be said of cells that were read, but not quite as they stand.
  var remarks: [Label] = []
  /// It links to a record of a file still to come.
  var isAhead = false
  /// What follows from its fields is filled in.
  var isDerived = false

  init(_ document: Document) { self.document = document }
}

extension ImportWork {
  /// Puts a row's cells and child rows into what was read of it.
  func fill(_ read: inout ReadRow, _ row: ImportRow, isNew: Bool) throws {
    var remarks: [Label] = []
    var isAhead = read.isAhead
    let reader = reader(isNew: isNew, ahead: { isAhead = true }, remark: { remarks.append($0) })
    read.document = try reader.read(row, over: read.document, &read.rejects)
    read.isDerived = false
    read.remarks += remarks
    read.isAhead = isAhead
  }

  func derive(_ read: inout ReadRow) {
    if read.isDerived { return }
    register.derive(&read.document, DeriveContext(reference: reference, library: reading.lookup))
    read.isDerived = true
  }

  /// The row's child rows, with those on sheets and in files of their own.
  func children(of row: ImportRow, _ key: String?) -> [String: [ImportChild]] {
    let names = (row.stray?.names ?? []) + row.childNames(key, register, isOwn: options.isOwn)
    return options.children(names).merging(row.children) { $1 }
  }

  /// The row as it is meant where only child rows speak of its record; nil where the library has no such record, several,
  /// or one that another row is about.
  func settled(_ row: ImportRow) throws -> ImportRow? {
    guard let stray = row.stray else { return row.named(register) }
    if options.isNewLibrary { return nil }
    let coded = try stray.names.compactMap { name in
      let id =
        try RecordID(mark: Normalised.code(name))
        ?? FindRecord.exactly(register, name, Normalised.code(name), in: reading.lookup)
      return id.map { (name: name, id: $0) }
    }
    // A name counts where no code stands beside it.
    let named =
      try coded.isEmpty && stray.names.count == 1 && !options.isOwn
      ? state.twins.named(stray.names[0], register, self) : nil
    guard let id = coded.first?.id ?? named, coded.allSatisfy({ $0.id == id }), !state.met.contains(id),
      try reading.document(register.id, id) != nil
    else { return nil }
    return row.of(id, by: coded.isEmpty ? stray.names : coded.map(\.name))
  }

  /// The key that the row names, or else the one its fields make; nil for a record that gets its code when it is saved.
  ///
  /// Where the key follows from other fields, or is not given, the record that the row makes by itself, its child lists
  /// left out, is answered too.
  func key(of row: ImportRow) throws -> (key: String?, alone: ReadRow?) {
    if row.stray != nil { return (nil, nil) }
    let written = row.cells[register.keyField].map(Normalised.text) ?? ""
    let spec = register.field(register.keyField)
    var isForeign = false
    if let spec, !spec.isDerived, !written.isEmpty {
      switch rules(isNew: false).repair.repaired(written, spec) {
      case .empty: break
      case .refused: return (nil, nil)
      case .text(let text, _):
        let key = try? spec.parse(text, reference: reference).get().text
        isForeign = try self.isForeign(key, spec)
        if !isForeign { return (key, nil) }
      }
    } else if !written.isEmpty, try reading.lookup.find(register.id, key: written) != nil {
      return (written, nil)
    }
    var alone = ReadRow(register.blank(row.ownID ?? environment.newID()))
    var bare = ImportRow(number: row.number, cells: row.cells)
    if let spec, isForeign {
      bare = bare.without(spec.id)
      alone.remarks.append(
        Label(
          zh: "“\(spec.label.zh)”由各级库编发，表中别的编号未导入，记录按名称认",
          en:
            "“\(spec.label.en)” is given out by libraries; other numbers were left out and records told by their names")
      )
    }
    bare.doubtful = row.doubtful
    try fill(&alone, bare, isNew: true)
    try place(&alone)
    derive(&alone)
    return (alone.document[register.keyField].text, alone)
  }

  /// Gives a new record that does not say where it belongs its firm's region, or the county's of whoever brings it.
  func place(_ read: inout ReadRow) throws {
    guard !options.isOwn, !options.isNewLibrary, let field = register.field("region"), !field.isDerived,
      read.document["region"].isEmpty
    else { return }
    let firm = try read.document["enterprise"].record.flatMap { try reading.lookup.document(Enterprise.schema.id, $0) }
    let own = environment.access.isAlone ? store.info.region : environment.actor.region ?? ""
    guard
      let region = firm?["region"].text ?? (reference.regions[own]?.level == .county ? own : nil),
      let name = reference.regions[region]?.name
    else { return }
    read.document["region"] = .text(region)
    read.isDerived = false
    let label = field.label
    read.remarks.append(
      firm == nil
        ? Label(zh: "没有写“\(label.zh)”的新记录记在\(name)", en: "new records without “\(label.en)” belong to \(name)")
        : Label(zh: "没有写“\(label.zh)”的新记录随其企业", en: "new records without “\(label.en)” belong where their firm does"))
  }

  /// Whether another office's sheet numbers its records where libraries give out codes.
  private func isForeign(_ key: String?, _ spec: FieldSpec) throws -> Bool {
    guard spec.part == .system, !options.isOwn, !options.isNewLibrary else { return false }
    guard let key else { return true }
    return try !IssueCodes.isCode(key) && reading.lookup.find(register.id, key: key) == nil
  }

  /// The record that the row is about: by its key, or by `id` where the file has one.
  func existing(_ row: ImportRow, _ key: String?) throws -> Document? {
    let reading = reading.lookup
    if let key, let id = try reading.find(register.id, key: key) { return try reading.document(register.id, id) }
    return try row.ownID.flatMap { try reading.document(register.id, $0) }
  }

  private func rules(isNew: Bool) -> ReadingRules {
    ReadingRules(
      repair: CellRepair(reference, isOwn: options.isOwn, is1904: options.is1904), powers: options.powers,
      // What a new library is filled from, and a new record of our own file, is exactly what the file says.
      emptyClears: options.emptyClears || options.isNewLibrary || (isNew && options.isOwn), echoes: options.echoes)
  }

  private func reader(isNew: Bool, ahead: @escaping () -> Void, remark: @escaping (Label) -> Void) -> RowReader {
    RowReader(
      register: register, reference: reference,
      find: { [options, reading] target, key in
        if let id = options.planned[target]?[key] {
          ahead()
          return id
        }
        guard let other = Registers.named(target) else { return nil }
        if let id = try FindRecord.exactly(other, key, Normalised.code(key), in: reading) { return id }
        // A sheet names a firm by its name, where that is clear.
        return options.isOwn ? nil : try self.state.twins.named(key, other, self)
      },
      isNamed: { target, name in
        try Registers.named(target).map { try self.state.twins.bears(name, $0, self) } ?? false
      }, newID: environment.newID, rules: rules(isNew: isNew), remark: remark)
  }

  /// Carried fields follow from other records and are no change of this one.
  func isSame(_ old: Document, _ new: Document) -> Bool {
    guard old.children == new.children else { return false }
    let fields = register.fields
    return fields.indices.allSatisfy { fields[$0].isDerived || old[fields[$0].id] == new[fields[$0].id] }
  }
}
