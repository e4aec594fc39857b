import Domain

/// Child lists on sheets and in files of their own: whose their rows are, and what becomes of those that are not taken.
extension SheetRows {
  /// The next record that the sheet does not have and rows of child lists are of.
  func stray(after last: Int) -> ImportRow? {
    var (sheet, group, number) = strays ?? (0, 0, last + 1)
    self.last = []
    while sheet < children.count {
      defer { strays = (sheet, group, number) }
      if let found = children[sheet].stray(from: group, met) {
        group = found.next
        var row = ImportRow(number: number + group, cells: [:])
        let name = children[sheet].name
        row.stray = ImportRow.Stray(
          names: found.names, place: Label(zh: "\(name.zh) 第\(found.row)行", en: "\(name.en) row \(found.row)"))
        return row
      }
      number += children[sheet].groupCount
      (sheet, group) = (sheet + 1, 0)
    }
    return nil
  }

  /// What is not taken of child lists' own sheets and files, a sheet or a row; complete once the records are through.
  package var faults: [Label] {
    lost.map(\.reason)
      + children.flatMap { sheet in
        sheet.faults.map { fault in
          Label(
            zh: "\(sheet.name.zh) 第\(fault.row)行：\(fault.message.zh)",
            en: "\(sheet.name.en) row \(fault.row): \(fault.message.en)")
        }
      }
  }

  // MARK: rejects

  /// How the sheet's own rejects are written; `name` is what the sheet is called, blank for one that has no name.
  package func rejects(_ name: String) -> RejectedRows {
    RejectedRows(name, layout, delimiter: delimiter)
  }

  /// Why the record handed out last goes to the rejects: it is not taken, or rows of its child lists are not; nil where all
  /// is well. To be asked of each record, so that its child rows go with it.
  package func rejection(_ verdict: ImportVerdict) -> Label? {
    let isLeft = !verdict.isTaken && ![.same, .skipped].contains(verdict.kind)
    let why =
      verdict.reason.zh.isEmpty ? Label(zh: "核对时没有收", en: "left out when it was looked through") : verdict.reason
    let said = isLeft ? why : nil
    guard let row = handed?.named(register) else { return said }
    let key = [verdict.key, row.cells[register.keyField].map(Normalised.text) ?? ""].first { !$0.isEmpty }
    let names = (verdict.stray?.names ?? []) + row.childNames(key, register, isOwn: layout.mapping.isOwn)
    if isLeft {
      left.formUnion(names)
      if row.stray == nil { return said }
      for sheet in children { sheet.refuse(names, why) }
      return nil
    }
    whole.formUnion(names)
    _ = children(of: names)
    let lists = children.filter { sheet in sheet.name(among: names).map(sheet.leaves) ?? false }
    guard !lists.isEmpty else { return nil }
    let labels = lists.map(\.list.label)
    return Label(
      zh: "本行已收，“\(labels.map(\.zh).joined(separator: "、"))”有未收的行",
      en: "taken; rows of “\(labels.map(\.en).joined(separator: ", "))” were not")
  }

  /// The rejects of child lists' own sheets and files, once the records are through.
  package func childRejects() throws -> [(sheet: RejectedRows, rows: [(row: SheetRow, reason: Label?)])] {
    lost.map { sheet in
      (sheet.sheet, sheet.rows.enumerated().map { (row: $1, reason: $0 == 0 ? sheet.reason : nil) })
    }
      + (try children.compactMap { sheet in
        let rows = try sheet.rejected(left.subtracting(whole))
        return rows.isEmpty ? nil : sheet.rejects.map { ($0, rows) }
      })
  }

  /// Rows of child lists' own sheets and files, by list, for the record that goes by one of these names, the surest first.
  package func children(of names: [String]) -> [String: [ImportChild]] {
    Dictionary(
      children.compactMap { sheet in
        names.lazy.compactMap(sheet.rows(of:)).first.map { (sheet.list.id, $0) }
      }, uniquingKeysWith: { $1 })
  }
}
