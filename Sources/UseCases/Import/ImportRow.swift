import Domain

/// One record as a file has it: texts by field id, as they came.
package struct ImportRow: Sendable {
  /// Which row of the file it is, for people; the heading is row 1.
  package let number: Int
  /// Texts by field id; a field that the file has no column for is absent, and stays as it is.
  package private(set) var cells: [String: String]
  /// Rows of child lists that the file has for this record; a list that is absent stays as it is.
  package let children: [String: [ImportChild]]
  /// Why the row cannot be read at all.
  package let problem: Label?
  /// Fields, by path, whose figure reads as two months.
  package var doubtful: Set<String> = []
  /// What the row is that is no record: a total, a note.
  package var end: TableEnd.Kind?
  /// Set where only child rows speak of the record.
  package var stray: Stray?

  /// Child rows on a sheet or in a file of their own whose record is not in the list beside them.
  package struct Stray: Sendable {
    /// What the record is called there; once it is found, what it was found by.
    package var names: [String]
    /// Where the first of the rows stands, for people.
    package let place: Label
  }

  package init(
    number: Int, cells: [String: String], children: [String: [ImportChild]] = [:], problem: Label? = nil
  ) {
    self.number = number
    self.cells = cells
    self.children = children
    self.problem = problem
  }
}

extension ImportRow {
  /// The row without one of its cells.
  func without(_ field: String) -> ImportRow {
    var row = self
    row.cells[field] = nil
    return row
  }

  /// The row of a record that is in the library, found by these of its names.
  func of(_ id: RecordID, by names: [String]) -> ImportRow {
    var row = self
    row.cells["id"] = id.text
    row.stray?.names = names
    return row
  }

  /// The id that the file gives the record.
  var ownID: RecordID? { cells["id"].flatMap { RecordID(Normalised.code($0)) } }

  /// What its child rows on sheets and in files of their own may go by, the surest first. There a record that has no code
  /// yet goes by its title, and in another office's sheets any record does.
  func childNames(_ key: String?, _ register: Register, isOwn: Bool) -> [String] {
    let title = cells[register.namingField].map(Normalised.text) ?? ""
    let written = cells[register.keyField].map(Normalised.text) ?? ""
    // A firm without 厂区号 is its first plant, and goes by its code alone.
    let code = register.id == Enterprise.schema.id ? cells["credit_code"].map(Normalised.code) ?? "" : ""
    let isFirst = ["", "00"].contains(cells["plant"].map(Normalised.text) ?? "")
    return [
      key ?? ownID?.mark ?? "", isOwn ? "" : written, isFirst ? code : "", key == nil || !isOwn ? title : "",
    ].filter { !$0.isEmpty }
  }

  /// All that child rows may call its record by, whatever becomes of the row itself.
  func allNames(_ register: Register, isOwn: Bool) -> [String] {
    let plant = cells["plant"].map(Normalised.text) ?? ""
    let key = cells["credit_code"].map { "\(Normalised.code($0))-\(plant.isEmpty ? "00" : plant)" }
    return childNames(nil, register, isOwn: isOwn)
      + [cells[register.keyField].map(Normalised.text), key].compactMap { $0 }
  }

  /// The row as it is meant where its key is `#` and an id, which names a record that has no key yet.
  func named(_ register: Register) -> ImportRow {
    guard let text = cells[register.keyField], let id = RecordID(mark: Normalised.code(text)) else { return self }
    var row = self
    row.cells[register.keyField] = nil
    row.cells["id"] = id.text
    return row
  }
}

/// One child row as a file has it.
package struct ImportChild: Sendable {
  /// Which row of its file or sheet it is, for people; the heading is row 1.
  package let number: Int
  /// The row's permanent id, where the file has it.
  package let id: RecordID?
  /// Texts by field id, without the list's.
  package let cells: [String: String]
  /// Fields, by path, whose figure reads as two months.
  package var doubtful: Set<String> = []
  /// By path, the power of ten by which figures are scaled, where the row's sheet has headings of its own.
  package let powers: [String: Int]?

  package init(number: Int, id: RecordID? = nil, cells: [String: String], powers: [String: Int]? = nil) {
    self.number = number
    self.id = id
    self.cells = cells
    self.powers = powers
  }
}

/// Why a row was not taken: where, what is wrong and what to do.
package struct ImportReject: Hashable, Sendable {
  /// Which row of the file, for people; the heading is row 1.
  package let row: Int
  /// The field's path, or blank for the whole row; a child row's number stands in the message.
  package let field: String
  /// What is wrong and what to do.
  package let message: Label

  package init(row: Int, field: String, message: Label) {
    self.row = row
    self.field = field
    self.message = message
  }
}

/// What an import did, or would do.
package struct ImportSummary: Sendable {
  /// Records that were made.
  package var new = 0
  /// Records that were changed.
  package var changed = 0
  /// Rows that say what the library says already.
  package var same = 0
  /// Why rows were not taken, in the order of the file.
  package var rejects: [ImportReject] = []
  /// Rows that were not taken; one row may have several rejects. Conflicts and duplicates that were left are among them.
  package var rejected = 0
  /// Rows that speak against what the library has, and rows that may be a record that it has, taken or not.
  package var conflicts = 0
  /// Rows that may be a record that the library or the file has already, taken or not.
  package var duplicates = 0
  /// Rows that were left, but may be taken if a person says so.
  package var open = 0
  /// Records, taken or not, that the register's rules find errors in.
  package var faulty = 0
  /// Records, taken or not, that they find warnings in, and no errors.
  package var warned = 0
  /// Rows that are no records: totals, notes.
  package var skipped = 0
  /// What stands for the import in the list of imports; nil where nothing was written.
  package var batch: ImportBatch?
  /// What is to be said once of cells that were read, but not quite as they stand: former regions, old industries.
  package var remarks: [Label] = []
  /// Records that were written with a link to a record still to come, and must be derived again once it is there.
  var ahead: [RecordID] = []

  package init() {}
}
