import Domain
import Terminal
import UseCases
import Widgets

/// Opening, looking through and writing, each beside the screen.
extension ImportScreen {
  /// Opens a file and goes on to what its columns mean.
  mutating func open(_ path: String, _ services: Services) throws -> [Effect] {
    guard let files = services.files else { return [] }
    sheet = try SheetImport(files.open(path), register, isBare: true, in: services.store)
    source = path.split(separator: "/").last.map(String.init) ?? path
    step = .mapping
    (account, decisions, mended, summary, shown, isMapped) = (ImportAccount(), [:], [], nil, nil, false)
    table.place = TableView.Place()
    setColumns()
    guard sheet?.isOpen == false else { return [] }
    try look(services)
    return []
  }

  /// Begins to look the rows through, or `only` one of them again as it is decided now.
  mutating func look(_ services: Services, only: ImportVerdict? = nil) throws {
    guard sheet != nil else { return }
    progress = ImportProgress(at: services.environment.now(), isWriting: false)
    services.launch(job(services, writes: false, only: only))
  }

  /// Writes what is taken.
  mutating func write(_ services: Services) {
    progress = ImportProgress(at: services.environment.now(), isWriting: true)
    isWriting = true
    services.launch(job(services, writes: true))
  }

  private func job(_ services: Services, writes: Bool, only: ImportVerdict? = nil) -> Job {
    let (id, register, source, clears) = (id, register, source, emptyClears)
    let (decisions, mended, sheet, progress, isMapped) = (decisions, mended, sheet, progress, isMapped)
    let rowCount = account.verdicts.count
    let expected = writes ? Dictionary(account.verdicts.map { ($0.number, $0) }, uniquingKeysWith: { $1 }) : [:]
    return Job(lane: "import.\(id.text)") { isCancelled in
      var account = ImportAccount()
      var unread: [Int: ImportRow] = [:]
      var last = services.environment.now().milliseconds
      do {
        guard let sheet else { return { _ in } }
        let rows = try sheet.open()
        var options = try sheet.options(rows)
        options.isDryRun = !writes
        options.emptyClears = clears
        options.source = source
        if writes {
          options.hasAccount = true
          options.expected = { mended.contains($0) ? nil : expected[$0] }
          options.decision = { mended.contains($0.number) ? .leave : decisions[$0.number] }
        } else if only != nil {
          options.decision = { decisions[$0.number] }
        }
        var latest: ImportRow?
        let summary = try ImportRecords.run(
          register,
          {
            if let only, latest?.number == only.number { return nil }
            repeat {
              latest = try rows.next()
            } while only != nil && latest.map { $0.number < only?.number ?? 0 } == true
            return latest
          }, options: options, in: services.store, as: services.environment
        ) { verdict in
          account.verdicts.append(verdict)
          if verdict.kind == .rejected, unread.count < 5000 { unread[verdict.number] = latest }
        } progress: { done in
          let now = services.environment.now().milliseconds
          if now - last > 100 {
            last = now
            services.post { _ in }
          }
          // What was looked through is known to its last row.
          let part = writes && rowCount > 0 ? min(1, Double(done) / Double(rowCount)) : rows.part
          return progress?.note(done, part) != false && !isCancelled()
        }
        // The rows are written whatever becomes of this; at worst the columns are asked about again.
        if writes, isMapped { try? sheet.keepProfile(in: services.store, as: services.environment) }
        account.remarks = sheet.remarks + summary.remarks + SheetImport.remarks(rows) + rows.faults
        account.faults = rows.faults.count
        let (found, left) = (account, unread)
        return { app in
          app.update(ImportScreen.self) { screen in
            guard screen.id == id else { return }
            if let only { return screen.take(found.verdicts.first, again: only) }
            screen.take(found, left, writes ? summary : nil)
          }
          if writes { app.markStale() }
        }
      } catch {
        return { app in
          app.update(ImportScreen.self) { screen in
            if screen.id == id { screen.ended() }
          }
          app.say(Trouble.message(error), .error)
        }
      }
    }
  }

  /// What a job found.
  mutating func take(_ found: ImportAccount, _ left: [Int: ImportRow], _ summary: ImportSummary?) {
    ended()
    step = .account
    if let summary {
      self.summary = summary
      // What was written is no more to be decided.
      decisions = [:]
    } else {
      unread = left
      // What is wrong is what a person looks at first.
      shown = nil
    }
    account = found
    setColumns()
    showRows()
  }

  /// What one row comes to by now.
  private mutating func take(_ verdict: ImportVerdict?, again old: ImportVerdict) {
    ended()
    guard var verdict, let place = account.verdicts.firstIndex(where: { $0.number == old.number }) else { return }
    verdict.matches = old.matches
    account.verdicts[place] = verdict
    showRows()
    if let row = places.firstIndex(of: place) { table.go(to: row, rows) }
  }

  mutating func ended() {
    progress = nil
    isWriting = false
  }

  /// The form on a rejected row, with all of it that can be read.
  mutating func mend(_ verdict: ImportVerdict, _ services: Services) throws -> [Effect] {
    guard let row = unread[verdict.number], let sheet, row.problem == nil else {
      return [.say(Label(zh: "这一行读不出来，只能在表格里改", en: "This row cannot be read; mend it in the sheet"), .warning)]
    }
    let options = try sheet.options(sheet.open())
    let draft = try ImportRecords.draft(row, register, options, in: services.store, as: services.environment)
    var form = try FormScreen.opened(
      draft.document, original: draft.original, base: draft.original?.revision ?? 0, services)
    form.isDirty = true
    form.needsKeep = true
    form.closesOnSave = true
    form.message = (verdict.reason, .warning)
    mending = Mending(row: verdict.number, record: draft.document.id, base: draft.original?.revision ?? 0)
    return [.open(form)]
  }

  /// What the sheet is called; blank for a text file.
  var sheetName: String { sheet.map { $0.book.sheets[$0.sheet].name } ?? "" }

  /// Writes the rows that were not taken, as a workbook or as text; text has no room for child lists' own sheets. Answers
  /// how many rows that leaves out.
  func keepRejects(_ path: String, _ files: SheetDesk) throws -> Int {
    guard let sheet else { return 0 }
    let rows = try sheet.open()
    _ = try sheet.options(rows)
    let rejects = rows.rejects(sheetName)
    guard path.lowercased().hasSuffix(".xlsx") else {
      var text = rejects.heading(language)
      try eachReject(rows) { text += rejects.text(rows.last, $0) }
      try files.write(path, text)
      return try rows.childRejects().reduce(0) { $0 + $1.rows.count }
    }
    var book = RejectedSheet(rejects, of: register, language)
    try eachReject(rows) { book.rows += rejects.cells(rows.last, $0) }
    let children = try rows.childRejects().map { child in
      var book = RejectedSheet(child.sheet, of: register, language)
      for (row, reason) in child.rows { book.rows += child.sheet.cells([row], reason?[language]) }
      return book
    }
    try files.book(path, [book] + children)
    return 0
  }

  /// Reads on to each record that goes to the rejects, and says why.
  private func eachReject(_ rows: SheetRows, _ body: (_ reason: String) -> Void) throws {
    let verdicts = Dictionary(account.verdicts.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    while let row = try rows.next() {
      guard var verdict = verdicts[row.number] else { continue }
      verdict.isTaken = isTaken(verdict) || mended.contains(row.number)
      if let reason = rows.rejection(verdict) { body(reason[language]) }
    }
  }
}
