import Domain

/// What a library says of itself.
package struct LibraryInfo: Hashable, Sendable {
  /// Permanent; every library has its own.
  package let id: RecordID
  /// The region whose library this is: a province's code, a city's, a county's.
  package let region: String
  /// Two capital letters that stand in library codes given out here.
  package let mark: String

  package init(id: RecordID, region: String, mark: String) {
    self.id = id
    self.region = region
    self.mark = mark
  }
}

/// One row of a list: the values of the fields that were asked for.
package struct ListRow: Hashable, Sendable {
  /// The record.
  package let id: RecordID
  /// By field id; only fields that were asked for, never `.empty`.
  package let values: [String: Value]

  package init(id: RecordID, values: [String: Value]) {
    self.id = id
    self.values = values
  }

  /// A field's value; `.empty` where it has none or was not asked for.
  package subscript(_ field: String) -> Value { values[field] ?? .empty }
}

/// An opened query: rows by place, never all at once.
package protocol RecordList: AnyObject, Sendable {
  /// What was opened.
  var query: Query { get }
  /// How many records there are.
  func count() throws -> Int
  /// The same where it is at hand without counting; nil where it is not.
  func countAtHand() throws -> Int?
  /// The rows at these places; fewer at the end. Cost follows the window, not the library.
  func rows(_ places: Range<Int>, fields: [String]) throws -> [ListRow]
  /// As many of the first rows as are found within a moment; `isSearching` says that they are fewer than asked for because
  /// the rest is still to be found.
  func firstRows(_ number: Int, fields: [String]) throws -> (rows: [ListRow], isSearching: Bool)
  /// Finds everything, however long that takes: for a thread that nobody waits for.
  func findAll() throws
  /// Where a record stands in the order; nil if the filter leaves it out.
  func place(of id: RecordID) throws -> Int?
  /// The ids of everything the filter finds, in order, at most `limit`.
  func ids(limit: Int) throws -> [RecordID]
}

/// Count and sums over a filter.
package struct Totals: Hashable, Sendable {
  /// How many records there are.
  package let count: Int
  /// By field; a field that no record has is zero.
  package let sums: [String: Amount]

  package init(count: Int, sums: [String: Amount]) {
    self.count = count
    self.sums = sums
  }
}

/// What one entry of the history added to a term, or took off it, in one region and quarter.
package struct FactChange: Hashable, Sendable {
  /// The entry.
  package let sequence: Int
  /// Whose facts they are; nil for a record that is gone.
  package let record: RecordID?
  /// The term's place in the query.
  package let term: Int
  /// The region's code.
  package let region: String
  /// The day of the fact.
  package let day: Day
  /// In the measure's unit; below zero where it was taken off.
  package let amount: Amount

  package init(sequence: Int, record: RecordID?, term: Int, region: String, day: Day, amount: Amount) {
    self.sequence = sequence
    self.record = record
    self.term = term
    self.region = region
    self.day = day
    self.amount = amount
  }
}

/// Reading verbs; everything read inside one `Store.read` is one moment of the library.
///
/// For a person among people they show that person's part of it: what is out of scope is as if it were not there.
package protocol StoreReading: LibraryLookup {
  /// The whole library, whoever asks: for derivation, rules and links alone, whose answers never show what they saw.
  var lookup: any StoreReading { get }
  /// The record of a key, exactly as it is kept; nil where there is none, or out of the person's scope.
  func find(_ register: String, key: String) throws -> RecordID?
  /// Records whose id begins with these characters; at most `limit`.
  func find(_ register: String, idPrefix: String, limit: Int) throws -> [RecordID]
  /// Records by the values of a field, with all that stand under a filter: the tree's and the dashboards' counts.
  func counts(_ register: String, by field: String, where filter: Filter) throws -> [String: Int]
  /// Count and sums of all that a filter finds; `sums` are field ids of amounts.
  func totals(_ register: String, where filter: Filter, sums: [String]) throws -> Totals
  /// One figure from the kept facts, and the same parted.
  func figure(_ query: FigureQuery) throws -> Amount
  /// The same by the values of a part: regions by code, a dimension by its value, blank for what has none.
  func figures(_ query: FigureQuery, by part: FigurePart) throws -> [String: Amount]
  /// Sums by part and quarter from the kept counters, less what changed since the position.
  func sums(_ query: SumsQuery) throws -> [PartSum]
  /// Facts of these terms and exactly these regions, dated up to `through`, that came (added) or went (taken off) after
  /// an entry of the history; in the order of the entries. What an entry brought and took away alike is left out.
  func changes(_ terms: [Indicator.Term], regions: [String], since position: Int, through: Day) throws -> [FactChange]
  /// All locks of quarters, those that were unlocked again among them.
  func locks() throws -> [QuarterLock]
  /// What was kept of these locks: the whole (blank), or the parts that begin so (`sector/`).
  func lockedFigures(of locks: [RecordID], parts: String) throws -> [RecordID: [LockedFigure]]
  /// The single facts of a measure in exactly these regions, as known after an entry of the history (nil: now).
  func facts(_ measure: String, regions: [String], at position: Int?) throws -> [Fact]
  /// The reference tables as they were after an entry of the history.
  func reference(at position: Int) throws -> ReferenceTables
  /// The last entry made before an instant; 0 where there is none.
  func position(before instant: Instant) throws -> Int
  /// Candidates for a picker: best matches of the words over key, title and search words.
  func candidates(_ register: String, words: String, where filter: Filter, limit: Int, fields: [String]) throws
    -> [ListRow]
  /// A record's own entries, oldest first.
  func history(_ register: String, _ id: RecordID) throws -> [HistoryEntry]
  /// The last entries of one person, newest first.
  func recentEntries(by person: String, limit: Int) throws -> [HistoryEntry]
  /// Entries from a sequence on, in order.
  func entries(from sequence: Int, limit: Int) throws -> [HistoryEntry]
  /// The last entry's sequence and hash; 0 and the empty chain's hash in a new library.
  func head() throws -> (sequence: Int, hash: String)
  /// A person's own setting (named filters, columns, places), as JSON text; not part of the history.
  func setting(_ person: String, _ name: String) throws -> String?
}

extension StoreReading {
  package var lookup: any StoreReading { self }
}

/// Writing verbs; everything inside one `Store.write` happens or does not, with its history.
///
/// What changes a record takes a permit; one of another person, or for another register, is refused with `NotAllowed`.
package protocol StoreWriting: StoreReading {
  /// Writes a derived record over revision `base` (0: it must be new), with its history entry, search index, facts and
  /// counters; returns the new revision. `note` is a reason or a document's number, which stands in the history.
  /// Throws `StoreError.conflict` with the record as it is now.
  @discardableResult
  func save(_ document: Document, base: Int, action: String, note: String, permit: Permit) throws -> Int
  /// Writes carried and derived fields only: no new revision, no history; for records whose links changed.
  func refresh(_ document: Document) throws
  /// Deletes a record at revision `base`, with its history entry, search index, facts and counters. Throws
  /// `StoreError.conflict` where it was changed meanwhile.
  func delete(_ register: String, _ id: RecordID, base: Int, action: String, permit: Permit) throws
  /// Keeps the figures of a lock that is made in this transaction.
  func keep(_ figures: [LockedFigure], of lock: RecordID) throws
  /// The next serial within a scope (`330523-2023`), from 1, never given twice.
  func nextSerial(_ scope: String) throws -> Int
  /// Keeps a person's own setting (blank person: the library's), or takes it away (nil); not part of the history.
  func setSetting(_ person: String, _ name: String, _ value: String?) throws
  /// Puts a row into the library's own reference tables, or takes it out (nil), with its history entry; `source` says
  /// where it comes from. Returns the tables as they are from now on: the caller derives again what follows from them,
  /// and every kept figure is counted anew before the transaction ends.
  func setReference(_ table: ReferenceRow.Table, _ key: String, _ row: ReferenceRow?, source: String) throws
    -> ReferenceTables
}

extension StoreWriting {
  /// The same without a note.
  @discardableResult
  package func save(_ document: Document, base: Int, action: String, permit: Permit) throws -> Int {
    try save(document, base: base, action: action, note: "", permit: permit)
  }
}

/// Where the library is kept. Verbs only: another engine can stand behind it.
package protocol Store: Sendable {
  /// Which library it is.
  var info: LibraryInfo { get }
  /// The reference tables: the program's own, overlaid with the library's.
  var reference: ReferenceTables { get }
  /// Reads at one moment: nothing that others write in between is seen. Throws `StoreError`.
  func read<T>(_ body: (any StoreReading) throws -> T) throws -> T
  /// `large` keeps readers in until the commit (imports).
  func write<T>(as environment: Environment, large: Bool, _ body: (any StoreWriting) throws -> T) throws -> T
  /// A list for browsing; it reads by itself, window by window.
  func list(_ query: Query) throws -> any RecordList
  /// Changes whenever another process has written; cheap enough to ask at each key.
  func dataVersion() throws -> Int
  /// Whether another process has the library open, so that it is worth asking once a second.
  func isShared() -> Bool
  /// Checks the file, the chain, that replaying it gives the lists, and every count kept. Calls `progress` with a part of
  /// 1 now and then; it answers false to stop. An empty answer is a sound library.
  func verify(_ progress: (Double) -> Bool) throws -> [Label]
  /// A copy of the library made through the engine, with the scratch beside it.
  func backup(to path: String, _ progress: (Double) -> Bool) throws
}

extension Store {
  /// The whole library for derivation and rules, whoever asks; what it says must not be shown as it is.
  package func check<T>(_ body: (any LibraryLookup) throws -> T) throws -> T { try read { try body($0.lookup) } }

  /// A write that is no import.
  package func write<T>(as environment: Environment, _ body: (any StoreWriting) throws -> T) throws -> T {
    try write(as: environment, large: false, body)
  }
}

/// What can go wrong with a library, each with one line that says what, what to do, and where: a long path comes last,
/// since a screen cuts the line.
package enum StoreError: Error, Sendable {
  /// Somebody saved the record meanwhile; `current` is what they saved, nil if they deleted it.
  case conflict(current: Document?)
  /// There is no file.
  case missing(path: String)
  /// The file is something else, or lies where no library may: a link, a network file system.
  case notALibrary(path: String, reason: Label)
  /// The file's version is one that this program does not know yet.
  case newerVersion(path: String)
  /// The file is a library, and not whole.
  case damaged(path: String, reason: Label)
  /// Another process has been writing for longer than one waits.
  case busy(path: String)
  /// The file or its folder cannot be written.
  case readOnly(path: String)
  /// The disk or the quota is full; nothing was written.
  case full(path: String)
  /// Anything else, in words.
  case failed(Label)
  /// Work was stopped as it was asked to; nothing was written.
  case interrupted
}

extension StoreError {
  /// What has happened and what to do.
  package var message: Label {
    switch self {
    case .conflict(let current):
      current == nil
        ? Label(
          zh: "记录已被他人删除；输入仍保留，可另存为新记录",
          en: "The record was deleted by somebody else; what you typed is kept, save it as a new record")
        : Label(zh: "记录已被他人修改；请逐项核对后再保存", en: "Somebody else changed the record; compare field by field, then save")
    case .missing(let path):
      Label(zh: "找不到库文件 \(path)；用 sanku init 新建", en: "No library at \(path); make one with sanku init")
    case .notALibrary(let path, let reason):
      Label(zh: "\(path) 不能作为库打开：\(reason.zh)", en: "\(path) cannot be opened as a library: \(reason.en)")
    case .newerVersion(let path):
      Label(zh: "\(path) 由更新版本的 sanku 写成；请升级 sanku", en: "\(path) was written by a newer sanku; upgrade sanku")
    case .damaged(let path, let reason):
      Label(
        zh: "库文件 \(path) 已损坏：\(reason.zh)；请用 sanku restore 从备份恢复",
        en: "The library \(path) is damaged: \(reason.en); restore a backup with sanku restore")
    case .busy(let path):
      Label(zh: "库正忙（他人正在写入），请稍后再试：\(path)", en: "The library is busy (somebody is writing), try again: \(path)")
    case .readOnly(let path):
      Label(zh: "库不可写，请检查文件权限：\(path)", en: "The library is read-only, check the file's permissions: \(path)")
    case .full(let path):
      Label(
        zh: "磁盘已满，\(path) 未写入；腾出空间后重试，输入仍保留",
        en: "The disk is full, \(path) was not written; free some space and try again, nothing typed is lost")
    case .failed(let label): label
    case .interrupted: Label(zh: "已中断，库未改动", en: "Interrupted; the library is unchanged")
    }
  }
}
