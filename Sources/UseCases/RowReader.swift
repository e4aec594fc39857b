import Domain

/// Turns the texts of one file row into a record's values, over the record as it is.
struct RowReader {
  let register: Register
  let reference: ReferenceTables
  /// Finds a linked record by its key.
  let find: (_ register: String, _ key: String) throws -> RecordID?
  let newID: () -> RecordID
  /// Hears what is to be said of a cell that was read, but not quite as it stands.
  var remark: (Label) -> Void = { _ in }

  /// `document` with the row's cells put in; what cannot be read is in `rejects`, and then the document is not to be used.
  func read(_ row: ImportRow, over document: Document, _ rejects: inout [ImportReject]) throws -> Document {
    var result = document
    result.values = try values(row.cells, register.fields, over: document.values, path: "", row.number, nil, &rejects)
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
    return try rows.enumerated().map { place, row in
      // Without ids, the rows stand for those in their places.
      let guess = row.id ?? (place < old.count ? old[place].id : nil)
      let id = guess.flatMap { taken.insert($0).inserted ? $0 : nil } ?? newID()
      let before = known[id]?.values ?? [:]
      let values = try values(row.cells, list.fields, over: before, path: "\(list.id).", number, row.number, &rejects)
      return ChildRow(id: id, values: values)
    }
  }

  private func values(
    _ cells: [String: String], _ fields: [FieldSpec], over old: [String: Value], path: String, _ number: Int,
    _ childNumber: Int?, _ rejects: inout [ImportReject]
  ) throws -> [String: Value] {
    var values = old
    for field in fields where !field.isDerived {
      guard let text = cells[field.id] else { continue }
      // A code that was given out stays; a file brings one only for a record that has none.
      if field.part == .system, values[field.id] != nil { continue }
      switch try value(text, field, old[field.id]) {
      case .success(let value):
        values[field.id] = value.isEmpty ? nil : value
        if case .reference = field.kind, !value.isEmpty, value != old[field.id],
          let label = field.kind.remark(text, reference: reference)
        {
          remark(label)
        }
      case .failure(let problem):
        let place = childNumber.map { Label(zh: "子表第\($0)行", en: "child row \($0), ") } ?? Label(zh: "", en: "")
        rejects.append(
          ImportReject(
            row: number, field: path + field.id,
            message: Label(
              zh: place.zh + "“\(field.label.zh)”：" + problem.message.zh,
              en: place.en + "“\(field.label.en)”: " + problem.message.en)))
      }
    }
    return values
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
