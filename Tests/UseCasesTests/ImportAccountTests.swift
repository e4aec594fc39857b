import Domain
import Testing

@testable import UseCases

/// What an import makes of each row before anything is written.
@Suite struct ImportAccountTests {
  private let store = MemoryStore()
  private let environment = clerk()

  private func account(
    _ register: String, _ rows: [ImportRow], _ change: (inout ImportRecords.Options) -> Void = { _ in }
  ) throws -> (verdicts: [ImportVerdict], summary: ImportSummary) {
    var rest = rows[...]
    var verdicts: [ImportVerdict] = []
    var options = ImportRecords.Options()
    options.isOwn = false
    change(&options)
    let summary = try ImportRecords.run(
      try #require(Registers.named(register)), { rest.popFirst() }, options: options, in: store, as: environment
    ) { verdicts.append($0) }
    return (verdicts, summary)
  }

  private func firm(_ number: Int, _ name: String, code: String = "91330523MA2B4XXX2X") -> ImportRow {
    ImportRow(
      number: number,
      cells: [
        "credit_code": code, "name": name, "region": "安吉", "industry": "3011", "sector": "建材", "state": "在产",
      ])
  }

  private func project(_ number: Int, _ name: String, _ more: [String: String] = [:]) -> ImportRow {
    ImportRow(
      number: number,
      cells: ["name": name, "enterprise": "安吉某某水泥有限公司", "region": "安吉县"].merging(more) { $1 })
  }

  @Test func aRowSaysWhichFieldsItChanges() throws {
    _ = try account("enterprises", [firm(2, "安吉某某水泥有限公司")])
    var row = firm(2, "安吉某某水泥有限公司").cells
    row["address"] = "递铺街道"
    row["contact"] = ""
    let verdict = try #require(try account("enterprises", [ImportRow(number: 2, cells: row)]).verdicts.first)
    #expect(verdict.kind == .changed && verdict.isTaken)
    #expect(verdict.changes == [.init(path: "address", before: .empty, after: .text("递铺街道"))])
  }

  @Test(arguments: [
    ("address", "", ImportVerdict.Kind.same), ("address", "无", .same), ("address", "　递铺街道 ", .same),
    ("address", "昌硕街道", .changed), ("industry", "３０１１", .same), ("industry", "3021", .changed),
    ("region", "湖州市安吉县", .same), ("region", "长兴县", .changed), ("state", "running", .same),
    ("state", "停产", .changed), ("phone", "138****0000", .same), ("phone", "13900000000", .changed),
    ("remarks", "甲\t乙", .same), ("remarks", "甲 乙 丙", .changed), ("contact", "张三", .changed), ("output", "5", .same),
  ])
  func aCellSaysTheSameOrAnother(_ field: String, _ text: String, _ kind: ImportVerdict.Kind) throws {
    var cells = firm(2, "安吉某某水泥有限公司").cells
    cells.merge(["address": "递铺街道", "phone": "13800000000", "remarks": "甲\t乙", "contact": ""]) { $1 }
    _ = try account("enterprises", [ImportRow(number: 2, cells: cells)])
    cells[field] = text
    let verdict = try #require(try account("enterprises", [ImportRow(number: 2, cells: cells)]).verdicts.first)
    #expect(verdict.kind == kind && verdict.changes.map(\.path) == (kind == .changed ? [field] : []))
    #expect(verdict.title == "安吉某某水泥有限公司" && verdict.base > 0 && verdict.record != nil)
  }

  @Test func aFirmWithoutACodeIsToldOfItsTemporaryOne() throws {
    var cells = firm(2, "安吉某某水泥有限公司").cells
    cells["credit_code"] = nil
    let verdict = try #require(try account("enterprises", [ImportRow(number: 2, cells: cells)]).verdicts.first)
    #expect(verdict.kind == .new && verdict.errors == 0)
    #expect(verdict.findings.contains { $0.zh.contains("临时代码") })
  }

  @Test func theSameCodeUnderQuiteAnotherNameIsAConflict() throws {
    _ = try account("enterprises", [firm(2, "安吉某某水泥有限公司")])
    let row = firm(2, "湖州丝绸印染厂")
    let left = try account("enterprises", [row])
    #expect(left.verdicts.first?.kind == .conflict && left.summary.changed == 0 && left.summary.rejected == 1)
    #expect(try store.document("enterprises", key: "91330523MA2B4XXX2X-00")?["name"] == .text("安吉某某水泥有限公司"))
    let taken = try account("enterprises", [row]) { $0.decision = { _ in .take } }
    #expect(taken.summary.changed == 1)
    let renamed = try #require(try store.document("enterprises", key: "91330523MA2B4XXX2X-00"))
    #expect(renamed["name"] == .text("湖州丝绸印染厂"))
    #expect(renamed["former_names"] == .text("安吉某某水泥有限公司"), "by its old name it is still found")
    // A sheet that goes by a former name means the same firm, and gives it no name.
    #expect(try account("enterprises", [firm(2, "安吉某某水泥有限公司")]).verdicts.first?.kind == .same)
  }

  /// One code of the national platform under two holders: in the library, and within the file.
  @Test func theSameProjectCodeUnderAnotherHolderIsAsked() throws {
    _ = try account("enterprises", [firm(2, "安吉某某水泥有限公司"), firm(3, "安吉乙厂", code: "91330523MA2B4XXX3X")])
    let code = ["project_code": "2303-330523-07-02-123456"]
    #expect(try account("projects", [project(2, "3号窑余热发电", code)]).verdicts.map(\.kind) == [.new])
    let other = code.merging(["enterprise": "安吉乙厂"]) { $1 }
    let asked = try account("projects", [project(2, "锅炉改造", other)]) { $0.isDryRun = true }
    #expect(asked.verdicts.map(\.kind) == [.duplicate])
    #expect(asked.verdicts.first?.matches.first?.why.zh == "项目代码相同，主体不同或没有写")
    let next = ["project_code": "2303-330523-07-02-123457"]
    let rows = [project(2, "锅炉改造", next), project(3, "风机改造", next.merging(["enterprise": "安吉乙厂"]) { $1 })]
    let within = try account("projects", rows) { $0.isDryRun = true }
    #expect(within.verdicts.map(\.kind) == [.new, .duplicate] && within.verdicts[1].matches.map(\.row) == [2])
    // A code that the file gives a known project counts from then on, in the account as in the writing.
    let given = [project(2, "3号窑余热发电", next), project(3, "风机改造", next.merging(["enterprise": "安吉乙厂"]) { $1 })]
    for isDryRun in [true, false] {
      let kinds = try account("projects", given) { $0.isDryRun = isDryRun }.verdicts.map(\.kind)
      #expect(kinds == [.changed, .duplicate], "\(isDryRun)")
    }
  }

  @Test func aProjectWithoutACodeIsKnownByHolderAndNameAndNearlyTheSameIsAsked() throws {
    _ = try account("enterprises", [firm(2, "安吉某某水泥有限公司")])
    let first = try account("projects", [project(2, "3号窑余热发电", ["start_month": "2023.6"])])
    #expect(first.verdicts.map(\.kind) == [.new])
    let again = try account("projects", [project(2, "3号窑余热发电", ["start_month": "2023.6"])])
    #expect(again.verdicts.map(\.kind) == [.same])
    let near = try account("projects", [project(2, "3号窑余热发电技术改造"), project(3, "4号窑余热发电")])
    #expect(near.verdicts.map(\.kind) == [.duplicate, .new])
    let match = try #require(near.verdicts.first?.matches.first)
    #expect(match.title == "3号窑余热发电" && match.percent > 60 && match.why.zh.contains("同一主体"))
    // The person says that it is that record.
    let record = try #require(match.record)
    let merged = try account("projects", [project(2, "3号窑余热发电技术改造", ["content": "新"])]) {
      $0.decision = { $0.matches.isEmpty ? nil : .into(record) }
    }
    #expect(merged.summary.changed == 1 && merged.summary.new == 0)
  }

  @Test func whatChangedAfterTheAccountStopsTheWriting() throws {
    _ = try account("enterprises", [firm(2, "安吉某某水泥有限公司")])
    var row = firm(2, "安吉某某水泥有限公司").cells
    row["address"] = "递铺街道"
    let rows = [ImportRow(number: 2, cells: row), firm(3, "新厂", code: "91330523MA2B4XXX3X")]
    let seen = try account("enterprises", rows) { $0.isDryRun = true }
    let expected = Dictionary(seen.verdicts.map { ($0.number, $0) }, uniquingKeysWith: { $1 })
    var other = row
    other["address"] = "昌硕街道"
    _ = try account("enterprises", [ImportRow(number: 2, cells: other)])
    #expect(throws: ImportRecords.Stale(row: 2)) {
      try account("enterprises", rows) { $0.expected = { expected[$0] } }
    }
    #expect(try store.document("enterprises", key: "91330523MA2B4XXX3X-00") == nil, "nothing of it was written")
  }

  @Test func unitsScaleAndTotalsAreNoRecords() throws {
    _ = try account("enterprises", [firm(2, "安吉某某水泥有限公司")])
    var total = ImportRow(number: 3, cells: [:])
    total.end = .total
    let read = try account("projects", [project(2, "甲", ["investment_declared": "0.565"]), total]) {
      $0.powers = ["investment_declared": 4]
    }
    #expect(read.summary.new == 1 && read.summary.skipped == 1)
    let made = store.state.withLock { $0.documents["projects"]?.values.first }
    #expect(made?["investment_declared"] == .amount(Amount(5650)))
  }

  @Test func anImportIsUndoneByOppositeEntries() throws {
    _ = try account("enterprises", [firm(2, "安吉某某水泥有限公司")])
    var row = firm(2, "安吉某某水泥有限公司").cells
    row["address"] = "递铺街道"
    let written = try account(
      "enterprises", [ImportRow(number: 2, cells: row), firm(3, "新厂", code: "91330523MA2B4XXX3X")])
    let batch = try #require(written.summary.batch)
    #expect(try ImportBatches.all(in: store).first == batch && batch.new == 1 && batch.changed == 1)
    let looked = try UndoImport.run(batch, isDryRun: true, in: store, as: environment)
    #expect(looked.undone == 2 && looked.left.isEmpty)
    let entries = store.state.withLock { $0.entries.count }
    #expect(try UndoImport.run(batch, in: store, as: environment).undone == 2)
    #expect(store.state.withLock { $0.entries.count } == entries + 2, "opposite entries, none taken out")
    #expect(try store.document("enterprises", key: "91330523MA2B4XXX3X-00") == nil)
    #expect(try store.document("enterprises", key: "91330523MA2B4XXX2X-00")?["address"] == .empty)
    #expect(throws: StoreError.self) { try UndoImport.run(batch, in: store, as: environment) }
  }

  /// Two imports of one child row: whichever is taken back first, the other still stands until it is taken back itself.
  @Test(arguments: [false, true]) func importsOfOneRowAreTakenBackOneByOne(_ isOlderFirst: Bool) throws {
    func years(_ cells: [String: String]) -> ImportRow {
      ImportRow(
        number: 2, cells: firm(2, "安吉某某水泥有限公司").cells,
        children: ["years": [ImportChild(number: 2, cells: cells.merging(["year": "2022"]) { $1 })]])
    }
    _ = try account("enterprises", [years(["output": "1"])])
    let older = try #require(try account("enterprises", [years(["output": "2"])]).summary.batch)
    let newer = try #require(try account("enterprises", [years(["water": "9"])]).summary.batch)
    func row() throws -> ChildRow? {
      try store.document("enterprises", key: "91330523MA2B4XXX2X-00")?.children["years"]?.first
    }
    let record = try #require(try store.document("enterprises", key: "91330523MA2B4XXX2X-00")?.id)
    for batch in isOlderFirst ? [older, newer] : [newer, older] {
      let before = try row()
      let outcome = try UndoImport.run(batch, chosen: isOlderFirst ? [record] : [], in: store, as: environment)
      #expect(outcome.undone == 1 && outcome.left.isEmpty)
      #expect(try row() != before)
    }
    #expect(try row()?["output"] == .amount(Amount(1)))
    #expect(try row()?["water"] == .empty)
  }

  @Test func whatOthersLinkToIsNotTakenBack() throws {
    let batch = try #require(try account("enterprises", [firm(2, "安吉某某水泥有限公司")]).summary.batch)
    _ = try account("projects", [project(2, "甲")])
    let outcome = try UndoImport.run(batch, in: store, as: environment)
    #expect(outcome.undone == 0 && outcome.left.map(\.mayBeChosen) == [false])
    #expect(outcome.left.first?.reason.zh.contains("甲") == true)
  }
}
