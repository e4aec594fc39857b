import Domain

/// What an import makes of one row, before anything is written.
package struct ImportVerdict: Sendable {
  /// What a row comes to.
  package enum Kind: String, CaseIterable, Sendable {
    /// A record to be made, one to be changed, or one that says already what the row says.
    case new, changed, same
    /// The library speaks against it: the record is frozen, or goes by another name.
    case conflict
    /// It may be a record that the library, or the file, has already.
    case duplicate
    /// Some cell cannot be read, or the person may not.
    case rejected
    /// It is no record: a total, a note.
    case skipped

    /// The kind in words.
    package var label: Label {
      switch self {
      case .new: Label(zh: "新增", en: "new")
      case .changed: Label(zh: "修改", en: "changed")
      case .same: Label(zh: "相同", en: "same")
      case .conflict: Label(zh: "冲突", en: "conflict")
      case .duplicate: Label(zh: "疑似重复", en: "possible duplicate")
      case .rejected: Label(zh: "不收", en: "rejected")
      case .skipped: Label(zh: "略过", en: "passed over")
      }
    }
  }

  /// A field before and after; of a child list a row that comes or goes, or the order of its rows.
  package struct Change: Hashable, Sendable {
    /// The field's path; of a whole row, or of the rows' order, the list's id.
    package let path: String
    /// As the library has it; of a whole row what tells it from the others, empty for a new one.
    package let before: Value
    /// As the file wants it; of a whole row empty for one that goes.
    package let after: Value
    /// What tells the child row from the others; nil for a field of the record.
    package var row: Value?
  }

  /// A record that the row may be.
  package struct Match: Hashable, Sendable {
    /// nil for another row of the same file.
    package let record: RecordID?
    /// The other row's number, where it is one of the file.
    package let row: Int?
    /// The other one's key; blank where it has none.
    package let key: String
    /// What the other one is called.
    package let title: String
    /// How alike they are, in percent.
    package let percent: Int
    /// By what they are alike.
    package let why: Label
  }

  /// What a person decides on a row.
  package enum Decision: Hashable, Sendable {
    /// Whether it is written, all the same or not.
    case take, leave
    /// The row is this record.
    case into(RecordID)
  }

  /// Which row of the file it is, for people; the heading is row 1. No other verdict of the file has the same.
  package let number: Int
  /// Set where only child rows speak of the record.
  var stray: ImportRow.Stray?
  /// Where the row stands, if not in the list itself: on the sheet of a child list.
  package var place: Label? { stray?.place }
  /// What it comes to.
  package var kind: Kind
  /// What the row's record is called.
  package var title = ""
  /// Its key; blank where it has none.
  package var key = ""
  /// The record it is about, and the revision that was looked at; nil and 0 for a new one.
  package var record: RecordID?
  /// The revision that was looked at; a later one in the library makes the account stale.
  package var base = 0
  /// What would become other, field by field; nothing for a new record.
  package var changes: [Change] = []
  /// What speaks against it, cell by cell.
  package var reasons: [ImportReject] = []
  /// Records that it may be, the likeliest first.
  package var matches: [Match] = []
  /// Errors that the register's rules find in the record that it makes.
  package var errors = 0
  /// Warnings that they find in it and that nobody answered.
  package var warnings = 0
  /// These in words, errors first, as many as are kept of one row and of all.
  package var findings: [Label] = []
  /// Whether it is (to be) written.
  package var isTaken = false
  /// Whether a person may have it written all the same.
  package var isOpen: Bool { kind == .duplicate || (kind == .conflict && reasons.isEmpty == false && mayOverride) }
  /// A conflict that is a question, not a refusal.
  package var mayOverride = false

  package init(number: Int, kind: Kind) {
    self.number = number
    self.kind = kind
  }

  /// How many errors and warnings its record would have; nil where it has none.
  package var findingCount: Label? {
    guard errors + warnings > 0 else { return nil }
    return Label(
      zh: (errors > 0 ? "\(errors)个错误" : "") + (warnings > 0 ? "\(warnings)个提示" : ""),
      en: [errors > 0 ? counted(errors, "error") : "", warnings > 0 ? counted(warnings, "warning") : ""]
        .filter { !$0.isEmpty }.joined(separator: ", "))
  }

  /// The same with the first of them.
  package var finding: Label? {
    guard let many = findingCount, let first = findings.first else { return findingCount }
    return Label(zh: "\(many.zh)：\(first.zh)", en: "\(many.en): \(first.en)")
  }

  /// Why it is not taken, in one line; blank where it is.
  package var reason: Label {
    if let first = reasons.first {
      return reasons.dropFirst().reduce(first.message) {
        Label(zh: $0.zh + "；" + $1.message.zh, en: $0.en + "; " + $1.message.en)
      }
    }
    if let match = matches.first { return match.label }
    return Label(zh: "", en: "")
  }
}

extension ImportVerdict.Match {
  /// With what, why, how alike.
  package var label: Label {
    let name = key.isEmpty || key == title ? title : "\(title)（\(key)）"
    let nameEnglish = key.isEmpty || key == title ? title : "\(title) (\(key))"
    let row = self.row
    let place = Label(zh: row.map { "第\($0)行" } ?? "", en: row.map { "row \($0), " } ?? "")
    return Label(
      zh: "疑似与\(place.zh)“\(name)”重复：\(why.zh)，相似\(percent)%",
      en: "may be \(place.en)“\(nameEnglish)”: \(why.en), \(percent) % alike")
  }
}

/// The account of an import before it is written: what becomes of every row. Memory follows the rows, not their cells.
package struct ImportAccount: Sendable {
  /// One a row, in the order of the file.
  package var verdicts: [ImportVerdict] = []
  /// What is to be said of the sheet as a whole.
  package var remarks: [Label] = []
  /// Sheets and rows of child lists that are not taken.
  package var faults = 0

  package init() {}

  /// How many rows come to that.
  package func count(_ kind: ImportVerdict.Kind) -> Int { verdicts.count { $0.kind == kind } }
}
