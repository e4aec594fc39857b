import Domain

/// Turns the texts of one file row into a record's values, over the record as it is.
struct RowReader {
  let register: Register
  let reference: ReferenceTables
  /// Finds a linked record by its key.
  let find: (_ register: String, _ key: String) throws -> RecordID?
  let newID: () -> RecordID
  /// What a spreadsheet did to the cells is undone by this.
  var rules = ReadingRules()
  /// Hears what is to be said of a cell that was read, but not quite as it stands.
  var remark: (Label) -> Void = { _ in }

  /// `document` with the row's cells put in; what cannot be read is in `rejects`, and then the document is not to be used.
  func read(_ row: ImportRow, over document: Document, _ rejects: inout [ImportReject]) throws -> Document {
    var result = document
    result.values = try values(
      row.cells, register.fields, over: document.values, path: "", row.number, nil, row.doubtful, &rejects)
    for (id, rows) in row.children {
      guard let list = register.list(id) else { continue }
      result.children[id] = try children(rows, of: list, over: document.children[id] ?? [], row.number, &rejects)
    }
    return result
  }

  private func children(
    _ rows: [ImportChild], of list: ListSpec, over old: [ChildRow], _ number: Int, _ rejects: inout [ImportReject]
  ) throws -> [ChildRow] {
    let known = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var taken: Set<RecordID> = []
    func values(_ row: ImportChild, over before: [String: Value], _ rejects: inout [ImportReject]) throws
      -> [String: Value]
    {
      try self.values(
        row.cells, list.fields, over: before, path: "\(list.id).", number, row.number, row.doubtful, &rejects)
    }
    var read: [ChildRow] = []
    for (place, row) in rows.enumerated() {
      var guess = row.id
      if guess == nil, !old.isEmpty {
        // Without ids, a row stands for the one that says the same of what comes first: the stage, the year, the name.
        var unread: [ImportReject] = []
        let alone = try values(row, over: [:], &unread)
        let first = list.fields.first { alone[$0.id] != nil }?.id
        guess =
          old.first { row in
            !taken.contains(row.id) && first.map { alone[$0] == row.values[$0] } == true
          }?.id
        if guess == nil, rules.emptyClears, place < old.count { guess = old[place].id }
      }
      let id = guess.flatMap { taken.insert($0).inserted ? $0 : nil } ?? newID()
      read.append(ChildRow(id: id, values: try values(row, over: known[id]?.values ?? [:], &rejects)))
    }
    // A sheet that says nothing of a row does not take it away.
    if !rules.emptyClears { read += old.filter { !taken.contains($0.id) } }
    return read
  }

  private func values(
    _ cells: [String: String], _ fields: [FieldSpec], over old: [String: Value], path: String, _ number: Int,
    _ childNumber: Int?, _ doubtful: Set<String>, _ rejects: inout [ImportReject]
  ) throws -> [String: Value] {
    var values = old
    for field in fields where !field.isDerived {
      guard var text = cells[field.id] else { continue }
      // A code that was given out stays; a file brings one only for a record that has none.
      if field.part == .system, values[field.id] != nil { continue }
      let whole = path + field.id
      switch rules.repair.repaired(
        text, field, power: rules.powers[whole], isDoubtful: !doubtful.isEmpty && doubtful.contains(whole))
      {
      case .empty:
        // Nothing in a cell says nothing, unless the person says otherwise.
        if rules.emptyClears { values[field.id] = nil }
        continue
      case .refused(let message):
        rejects.append(reject(message, field, whole, number, childNumber))
        continue
      case .text(let repaired, let said):
        text = repaired
        if let said { remark(Label(zh: "“\(field.label.zh)”：\(said.zh)", en: "“\(field.label.en)”: \(said.en)")) }
      }
      switch try value(text, field, old[field.id]) {
      case .success(let value):
        if value.isEmpty, !rules.emptyClears, field.kind != .flag { continue }
        values[field.id] = value.isEmpty ? nil : value
        if case .reference = field.kind, !value.isEmpty, value != old[field.id],
          let label = field.kind.remark(text, reference: reference)
        {
          remark(label)
        }
      case .failure(let problem):
        rejects.append(reject(problem.message, field, whole, number, childNumber))
      }
    }
    return values
  }

  private func reject(
    _ message: Label, _ field: FieldSpec, _ path: String, _ number: Int, _ childNumber: Int?
  ) -> ImportReject {
    let place = childNumber.map { Label(zh: "子表第\($0)行", en: "child row \($0), ") } ?? Label(zh: "", en: "")
    return ImportReject(
      row: number, field: path,
      message: Label(
        zh: place.zh + "“\(field.label.zh)”：" + message.zh, en: place.en + "“\(field.label.en)”: " + message.en))
  }

  private func value(_ text: String, _ field: FieldSpec, _ old: Value?) throws -> Result<Value, TextProblem> {
    if case .record(let target) = field.kind {
      let key = Normalised.code(text)
      if key.isEmpty { return .success(.empty) }
      if !key.hasPrefix("#"), let id = try find(target, text) ?? find(target, key) { return .success(.record(id)) }
    }
    // A masked number is one that the file's reader was not shown: it changes nothing.
    if field.kind == .phone, text.contains("*"), let phone = old?.text, Value.masked(phone) == Normalised.code(text) {
      return .success(.text(phone))
    }
    return field.parse(text, reference: reference)
  }
}

/// How the cells of one sheet are read.
package struct ReadingRules: Sendable {
  /// How cells are mended before they are read.
  package var repair: CellRepair
  /// By path, the power of ten by which figures are scaled.
  package var powers: [String: Int]
  /// An empty cell empties its field, and a child row that the sheet lacks goes.
  package var emptyClears: Bool

  package init(
    repair: CellRepair = CellRepair(.builtIn, isOwn: true), powers: [String: Int] = [:], emptyClears: Bool = false
  ) {
    self.repair = repair
    self.powers = powers
    self.emptyClears = emptyClears
  }
}
