import Domain

/// Turns the texts of one file row into a record's values, over the record as it is.
struct RowReader {
  let register: Register
  let reference: ReferenceTables
  /// Finds a linked record by its key.
  let find: (_ register: String, _ key: String) throws -> RecordID?
  /// Whether some record of a register goes by a name.
  var isNamed: (_ register: String, _ name: String) throws -> Bool = { _, _ in false }
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
        row.cells, list.fields, over: before, path: "\(list.id).", number, row.number, row.doubtful, &rejects,
        powers: row.powers)
    }
    var read: [ChildRow] = []
    for (place, row) in rows.enumerated() {
      var guess = row.id
      if guess == nil, !old.isEmpty || list.yearField != nil && !rules.emptyClears {
        var unread: [ImportReject] = []
        let alone = try values(row, over: [:], &unread)
        // Without ids, a row stands for the one that says the same of what tells them apart: the stage, the year, the name.
        let said = list.identity.filter { alone[$0] != nil }
        if !rules.emptyClears {
          if unread.isEmpty, isEcho(row, alone, of: old, list, isOnly: rows.count == 1) { continue }
          if said.isEmpty, unread.isEmpty, !alone.isEmpty || says(row, list) {
            remark(Self.isUntold(list))
            continue
          }
        }
        guess =
          old.first { row in
            !taken.contains(row.id) && !said.isEmpty && said.allSatisfy { alone[$0] == row.values[$0] }
          }?.id
        // What is told apart by its carrier is never another's, whose measured factor it would keep.
        if guess == nil, rules.emptyClears, place < old.count, list.meteredField == nil { guess = old[place].id }
      }
      let id = guess.flatMap { taken.insert($0).inserted ? $0 : nil } ?? newID()
      let values = try values(row, over: known[id]?.values ?? [:], &rejects)
      // A row of dashes is none.
      if guess != nil || !values.isEmpty { read.append(ChildRow(id: id, values: values)) }
    }
    if rules.emptyClears || old.allSatisfy({ taken.contains($0.id) }) { return read }
    // A sheet that says nothing of a row does not take it away, and leaves its place.
    let changed = Dictionary(read.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    return old.map { changed[$0.id] ?? $0 } + read.filter { known[$0.id] == nil }
  }

  /// Whether a row's cells hold anything but signs for nothing: 否 says something, and leaves a flag unset.
  private func says(_ row: ImportChild, _ list: ListSpec) -> Bool {
    list.fields.contains { field in
      guard let text = row.cells[field.id], case .text = rules.repair.repaired(text, field) else { return false }
      return true
    }
  }

  /// What is said of rows that do not tell which row they are about.
  private static func isUntold(_ list: ListSpec) -> Label {
    let field = list.identity.first.flatMap { list.field($0) }?.label ?? list.label
    return Label(
      zh: "“\(list.label.zh)”没有写“\(field.zh)”，不知改哪一行，未导入；请补上这一列",
      en: "“\(list.label.en)” without “\(field.en)” may be about any row; left out, add that column")
  }

  /// Whether a row says nothing but what the list says already: one of its rows, or all of them put into one cell each, as
  /// a list of records shows them (texts in a row, figures as their sum).
  private func isEcho(
    _ row: ImportChild, _ alone: [String: Value], of old: [ChildRow], _ list: ListSpec, isOnly: Bool
  ) -> Bool {
    if old.contains(where: { row in alone.allSatisfy { row.values[$0] == $1 } }) { return true }
    guard isOnly, old.count > 1 else { return false }
    return list.fields.allSatisfy { field in
      guard let text = row.cells[field.id].map(Normalised.trimmed), !text.isEmpty, !field.isDerived else { return true }
      if let amount = alone[field.id]?.amount {
        return Amount.sum(old.compactMap { $0.values[field.id]?.amount }) == amount
      }
      return Language.allCases.contains { language in
        var shown: [String] = []
        for value in old.compactMap({ $0.values[field.id]?.shown(field.kind, language, reference) })
        where !shown.contains(value) {
          shown.append(value)
        }
        return text == shown.joined(separator: language == .zh ? "；" : "; ")
      }
    }
  }

  private func values(
    _ cells: [String: String], _ fields: [FieldSpec], over old: [String: Value], path: String, _ number: Int,
    _ childNumber: Int?, _ doubtful: Set<String>, _ rejects: inout [ImportReject], powers: [String: Int]? = nil
  ) throws -> [String: Value] {
    var values = old
    // Fields that were given a name which is on no list.
    var placed: Set<String> = []
    // By place: most fields have no column, and one taken out of its array is copied whole.
    for place in fields.indices where !fields[place].isDerived {
      guard var text = cells[fields[place].id] else { continue }
      let field = fields[place]
      // A code that was given out stays; a file brings one only for a record that has none.
      if field.part == .system, values[field.id] != nil { continue }
      let whole = path + field.id
      switch rules.repair.repaired(
        text, field, power: (powers ?? rules.powers)[whole], isDoubtful: !doubtful.isEmpty && doubtful.contains(whole))
      {
      case .empty:
        // Nothing in a cell says nothing, unless the person says otherwise.
        if rules.emptyClears, !placed.contains(field.id) { values[field.id] = nil }
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
        // A text that the record keeps with its tabs reads as another one, and is none.
        if let before = old[field.id]?.text, value.text != nil, value != old[field.id],
          case .success(value) = field.parse(before, reference: reference)
        {
          continue
        }
        // What the program works out itself, read back, is no figure that somebody filed.
        if let echoes = rules.echoes[whole], echoes.contains(where: { value == old[$0] }) { continue }
        values[field.id] = value.isEmpty ? nil : value
        if case .reference = field.kind, !value.isEmpty, value != old[field.id],
          let label = field.kind.remark(text, reference: reference)
        {
          remark(label)
        }
      case .failure(let problem):
        if values[field.id] == nil, let other = try outside(field, text, cells, fields) {
          placed.insert(other.id)
          values[other.id] = .text(Normalised.text(text))
          continue
        }
        rejects.append(reject(problem.message, field, whole, number, childNumber))
      }
    }
    return values
  }

  /// The text field that takes the name of who is on no list, where the row says nothing else there.
  private func outside(
    _ field: FieldSpec, _ text: String, _ cells: [String: String], _ fields: [FieldSpec]
  ) throws -> FieldSpec? {
    let isName = text.unicodeScalars.contains { $0.value >= 0x2E80 }
    guard !rules.repair.isOwn, isName, case .record(let target) = field.kind,
      let other = fields.first(where: { $0.id == field.outside }),
      [Normalised.text(text), ""].contains(cells[other.id].map(Normalised.text) ?? ""),
      case .success = other.parse(text, reference: reference), try !isNamed(target, text)
    else { return nil }
    remark(
      Label(
        zh: "“\(field.label.zh)”：清单中没有的记入“\(other.label.zh)”，请核对",
        en: "“\(field.label.en)”: who is not on the list goes to “\(other.label.en)”, please check"))
    return other
  }

  private func reject(
    _ message: Label, _ field: FieldSpec, _ path: String, _ number: Int, _ childNumber: Int?
  ) -> ImportReject {
    let list = register.list(String(path.prefix { $0 != "." }))?.label
    let place =
      childNumber.map { Label(zh: "\(list?.zh ?? "")第\($0)行", en: "\(list?.en ?? "") row \($0), ") }
      ?? Label(zh: "", en: "")
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
  /// By path, the figures of the same unit that follow from others.
  package var echoes: [String: [String]]

  package init(
    repair: CellRepair = CellRepair(.builtIn, isOwn: true), powers: [String: Int] = [:], emptyClears: Bool = false,
    echoes: [String: [String]] = [:]
  ) {
    (self.repair, self.powers, self.emptyClears, self.echoes) = (repair, powers, emptyClears, echoes)
  }
}
