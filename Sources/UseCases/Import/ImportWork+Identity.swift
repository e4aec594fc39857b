import Domain

/// Which record a row is about.
extension ImportWork {
  /// A row of somebody's sheet without a name or a code is no record that anybody could find again.
  func nameless(_ row: ImportRow) -> ImportReject? {
    guard !options.isOwn, let field = register.field(register.titleField), !field.isDerived,
      (row.cells[field.id].map(Normalised.text) ?? "").isEmpty
    else { return nil }
    return ImportReject(
      row: row.number, field: field.id,
      message: Label(
        zh: "没有写“\(field.label.zh)”，不知是哪一条；请补上，小计、说明之类的行请删去",
        en:
          "has no “\(field.label.en)” and could be any record; fill it in, or take the row out if it is a subtotal or note"
      ))
  }

  /// The same key with quite another name: one of the two is wrong.
  func otherName(_ old: Document, _ new: Document, _ row: ImportRow) -> ImportReject? {
    guard !options.isNewLibrary, !options.isOwn, let title = register.field(register.titleField), !title.isDerived,
      let before = old[title.id].text, let after = new[title.id].text, before != after,
      !Duplicates.areAlike(before, after), old["former_names"].text?.contains(after) != true
    else { return nil }
    return ImportReject(
      row: row.number, field: title.id,
      message: Label(
        zh: "代码与库中“\(before)”相同，而名称为“\(after)”；请核对代码，或确认改名",
        en: "its code is that of “\(before)”, its name “\(after)”; check the code, or confirm the new name"))
  }

  /// Whether another office's sheet calls a record as it was called before: it keeps its name.
  func isFormerName(_ row: ImportRow, of old: Document) -> Bool {
    guard !options.isOwn, let names = old["former_names"].text,
      let text = row.cells[register.titleField].map(Normalised.text)
    else { return false }
    return names.split { "；;、，,".contains($0) }.contains { Normalised.text(String($0)) == text }
  }

  /// Whoever confirms a new name still finds the record by the old one, where its register keeps former names.
  func keepName(of old: Document, in new: inout Document) {
    guard let names = register.field("former_names"), new[names.id] == old[names.id],
      let before = old[register.titleField].text
    else { return }
    let all = [new[names.id].text ?? "", before].filter { !$0.isEmpty }.joined(separator: "；")
    if case .success(let value) = names.parse(all, reference: reference) { new[names.id] = value }
  }

  /// Notes the row's key, or its name where it has none; the answer is a reject where the file had it before.
  mutating func meet(_ row: ImportRow, _ key: String?, _ alone: Document?) -> ImportReject? {
    let isUncoded = register.id == Enterprise.schema.id
    guard let name = key ?? (isUncoded ? alone.flatMap(UncodedEnterprises.name) : nil) else { return nil }
    guard let first = state.seen.updateValue(row.number, forKey: name) else { return nil }
    state.seen[name] = first
    let shown = key ?? alone?[register.titleField].plain ?? ""
    return ImportReject(
      row: row.number, field: register.keyField,
      message: Label(
        zh: "与第\(first)行同为“\(shown)”；请合并成一行", en: "“\(shown)” stands in row \(first) too; make them one row"))
  }

  /// The plant that a row without a plant's number is about: the only one under its firm's code.
  func onlyPlant(_ row: ImportRow, _ alone: Document) throws -> Document? {
    guard register.id == Enterprise.schema.id, row.cells["plant"] == nil, !alone["credit_code"].isEmpty else {
      return nil
    }
    let found = try reading.lookup.documents(register.id, where: "credit_code", is: alone["credit_code"])
    // Another region's row is a plant of its own.
    return found.count == 1 && [.empty, found[0]["region"]].contains(alone["region"]) ? found[0] : nil
  }

  /// The enterprise under a temporary code that a row without any is about.
  mutating func uncodedRecord(_ alone: Document) throws -> Document? {
    guard register.id == Enterprise.schema.id, alone["credit_code"].isEmpty else { return nil }
    if state.uncoded == nil { state.uncoded = try UncodedEnterprises(in: reading.lookup) }
    return state.uncoded?.record(for: alone)
  }
}
