import Domain
import Testing

@testable import UseCases

@Suite struct ImportRecordsTests {
  private let store = MemoryStore()
  private let environment = clerk()

  private func run(
    _ register: String, _ rows: [ImportRow], _ options: ImportRecords.Options = .init(),
    progress: (Int) -> Bool = { _ in true }
  ) throws -> ImportSummary {
    var rest = rows[...]
    return try ImportRecords.run(
      try #require(Registers.named(register)), { rest.popFirst() }, options: options, in: store, as: environment,
      progress: progress)
  }

  private func firm(_ number: Int, _ cells: [String: String] = [:]) -> ImportRow {
    let standard = [
      "credit_code": "91330523MA2B4XXX\(number)X", "plant": "00", "name": "安吉某某\(number)厂", "region": "安吉县",
      "industry": "3011", "sector": "建材", "state": "在产", "phone": "13800000000",
    ]
    return ImportRow(number: number, cells: standard.merging(cells) { $1 })
  }

  @Test func rowsAreNewThenTheSameThenChanged() throws {
    let first = try run("enterprises", [firm(2), firm(3)])
    #expect((first.new, first.changed, first.same, first.rejected) == (2, 0, 0, 0))
    let second = try run("enterprises", [firm(2), firm(3, ["name": "改名"])])
    #expect((second.new, second.changed, second.same, second.rejected) == (0, 1, 1, 0))
    let entries = store.state.withLock { $0.entries }
    #expect(entries.count == 3, "one entry a record that changed")
    #expect(entries.last?.changes.map(\.field) == ["name"])
    #expect(try store.document("enterprises", key: "91330523MA2B4XXX2X-00")?["sector"] == .text("building_materials"))
  }

  @Test func aDryRunChangesNothing() throws {
    let summary = try run("enterprises", [firm(2)], .init(isDryRun: true))
    #expect(summary.new == 1)
    #expect(store.state.withLock { $0.documents.isEmpty && $0.entries.isEmpty })
  }

  @Test func aWrongRowIsRejectedWithItsFieldAndTheOthersAreTaken() throws {
    let summary = try run("enterprises", [firm(2, ["region": "乌有县", "sector": "玻璃"]), firm(3)])
    #expect((summary.new, summary.rejected) == (1, 1))
    #expect(summary.rejects.map(\.field).sorted() == ["region", "sector"])
    #expect(summary.rejects.allSatisfy { $0.row == 2 })
    #expect(summary.rejects.contains { $0.message.zh.contains("乌有县") })
  }

  @Test func twoRowsOfOneKeyAreNotBothTaken() throws {
    let summary = try run("enterprises", [firm(2), ImportRow(number: 3, cells: firm(2, ["name": "另一个"]).cells)])
    #expect((summary.new, summary.rejected) == (1, 1))
    #expect(summary.rejects.first?.message.zh.contains("第2行") == true)
  }

  @Test func anEnterpriseWithoutACodeIsKnownByItsNameAndRegion() throws {
    let row = firm(2, ["credit_code": "", "name": "安吉某某（新材料）有限公司"])
    let first = try run("enterprises", [row])
    #expect((first.new, first.same, first.remarks) == (1, 0, []))
    let again = try run("enterprises", [row])
    #expect((again.new, again.changed, again.same, again.rejected) == (0, 0, 1, 0))
    #expect(again.remarks.count == 1 && again.remarks.first?.zh.contains("1行没有统一社会信用代码") == true)
    // The marks may be written half width, and the code's column may be missing.
    var cells = firm(2, ["name": "安吉某某(新材料)有限公司", "address": "递铺街道"]).cells
    cells["credit_code"] = nil
    let third = try run("enterprises", [ImportRow(number: 2, cells: cells)])
    #expect((third.new, third.changed) == (0, 1))
    let dry = try run("enterprises", [row], .init(isDryRun: true))
    #expect((dry.new, dry.changed) == (0, 1))
    let made = store.state.withLock { Array(($0.documents["enterprises"] ?? [:]).values) }
    #expect(made.count == 1)
    #expect(made.first?["credit_code"] == .text("LS330523000001"))
    #expect(made.first?["address"] == .text("递铺街道"))
  }

  @Test func ofAnotherRegionPlantOrWithACodeItIsAnotherEnterprise() throws {
    _ = try run("enterprises", [firm(2, ["credit_code": "", "name": "同名厂"])])
    let others = [
      firm(2, ["credit_code": "", "name": "同名厂", "region": "德清县"]),
      firm(3, ["credit_code": "", "name": "同名厂", "plant": "01"]), firm(4, ["name": "同名厂"]),
      firm(5, ["credit_code": "", "name": "同名二厂"]),
    ]
    let summary = try run("enterprises", others)
    // With a code it may be the one that has none yet: that is for a person to say.
    #expect((summary.new, summary.same, summary.changed, summary.rejected) == (3, 0, 0, 1))
    #expect(summary.duplicates == 1 && summary.rejects.first?.message.zh.contains("信用代码不同") == true)
    #expect(summary.remarks == [])
  }

  @Test(arguments: [false, true]) func withoutACodeTwiceInOneFileIsNotBothTaken(_ isDryRun: Bool) throws {
    let rows = [2, 3].map { firm($0, ["credit_code": "", "name": "安吉某某厂"]) }
    let summary = try run("enterprises", rows, .init(isDryRun: isDryRun))
    #expect((summary.new, summary.rejected) == (1, 1))
    #expect(summary.rejects.first?.message.zh.contains("与第2行同为“安吉某某厂”") == true)
    #expect(try run("enterprises", rows, .init(isDryRun: isDryRun)).rejected == 1)
  }

  @Test func whatIsMissingOrEmptyStaysUnlessThePersonSaysOtherwise() throws {
    _ = try run("enterprises", [firm(2, ["address": "递铺街道"])])
    var cells = firm(2, ["contact": ""]).cells
    cells["address"] = nil
    _ = try run("enterprises", [ImportRow(number: 2, cells: cells)])
    #expect(try store.document("enterprises", key: "91330523MA2B4XXX2X-00")?["address"] == .text("递铺街道"))
    #expect(try run("enterprises", [firm(2, ["address": ""])]).same == 1)
    var options = ImportRecords.Options()
    options.emptyClears = true
    #expect(try run("enterprises", [firm(2, ["address": ""])], options).changed == 1)
    #expect(try store.document("enterprises", key: "91330523MA2B4XXX2X-00")?["address"] == .empty)
  }

  @Test func aMaskedPhoneIsNoChange() throws {
    _ = try run("enterprises", [firm(2)])
    let summary = try run("enterprises", [firm(2, ["phone": "138****0000"])])
    #expect(summary.same == 1)
    #expect(try run("enterprises", [firm(2, ["phone": "139****9999"])]).rejected == 1)
  }

  @Test func linksAreKeysOfOtherRecords() throws {
    _ = try run("enterprises", [firm(2)])
    let project = ImportRow(
      number: 2,
      cells: ["name": "余热", "region": "330523", "enterprise": "91330523MA2B4XXX2X", "library_code": "330523-2022-0007"])
    #expect(try run("projects", [project]).new == 1)
    let saved = try #require(try store.document("projects", key: "330523-2022-0007"))
    #expect(
      try store.read { ExportRecords.key("enterprises", saved["enterprise"].record ?? .unset, in: $0) }
        == "91330523MA2B4XXX2X-00")
    let lost = ImportRow(number: 3, cells: ["name": "余热", "region": "330523", "enterprise": "没有这家"])
    #expect(try run("projects", [lost]).rejects.map(\.field) == ["enterprise"])
  }

  @Test func childRowsKeepTheirIdsByIdOrByPlace() throws {
    let id = environment.newID()
    func row(_ children: [ImportChild]) -> ImportRow {
      ImportRow(
        number: 2, cells: ["name": "余热", "region": "330523", "library_code": "330523-2022-0007"],
        children: ["measures": children])
    }
    _ = try run(
      "projects",
      [row([.init(number: 2, id: id, cells: ["technology": "余热锅炉"]), .init(number: 3, cells: ["technology": "汽轮机"])])])
    let first = try #require(try store.document("projects", key: "330523-2022-0007")?.children["measures"])
    #expect(first.map { $0["technology"] } == [.text("余热锅炉"), .text("汽轮机")])
    #expect(first[0].id == id)
    let second = try run(
      "projects",
      [row([.init(number: 2, cells: ["technology": "余热锅炉"]), .init(number: 3, cells: ["technology": "汽轮机"])])])
    #expect(second.same == 1)
    let one = row([.init(number: 2, id: first[1].id, cells: ["technology": "汽轮机组"])])
    _ = try run("projects", [one])
    let kept = try store.document("projects", key: "330523-2022-0007")?.children["measures"]
    #expect(
      kept?.map { $0["technology"] } == [.text("余热锅炉"), .text("汽轮机组")], "what the file lacks is kept in its place")
    var options = ImportRecords.Options()
    options.emptyClears = true
    _ = try run("projects", [one], options)
    let third = try store.document("projects", key: "330523-2022-0007")?.children["measures"]
    #expect(third?.map(\.id) == [first[1].id])
    #expect(
      try run("projects", [row([.init(number: 9, cells: ["investment": "很多"])])]).rejects.first?.message.zh.contains(
        "改造措施第9行") == true)
  }

  @Test func aTextKeptWithItsTabsIsTheSameWhenItComesBack() throws {
    _ = try run("enterprises", [firm(2)])
    var kept = try #require(try store.document("enterprises", key: "91330523MA2B4XXX2X-00"))
    kept["remarks"] = .text("甲\t乙")
    _ = try SaveRecord.run(kept, base: kept.revision, in: store, as: environment)
    #expect(try run("enterprises", [firm(2, ["remarks": "甲\t乙"])]).same == 1)
    #expect(try run("enterprises", [firm(2, ["remarks": "甲\t丙"])]).changed == 1)
  }

  @Test func aFormerRegionIsAppliedAndSaidOnce() throws {
    let summary = try run("enterprises", [firm(2, ["region": "下城区"]), firm(3, ["region": "下城区"])])
    #expect(summary.new == 2)
    #expect(summary.remarks.count == 1)
    #expect(summary.remarks.first?.zh.contains("拱墅区") == true)
    #expect(try store.document("enterprises", key: "91330523MA2B4XXX2X-00")?["region"] == .text("330105"))
  }

  @Test func stoppingLeavesTheLibraryAsItWas() throws {
    let rows = (2..<300).map { number in
      ImportRow(number: number, cells: firm(2).cells.merging(["credit_code": "LS330523000\(100 + number)"]) { $1 })
    }
    #expect(throws: StoreError.self) { try run("enterprises", rows) { $0 < 200 } }
    #expect(store.state.withLock { $0.documents.isEmpty && $0.entries.isEmpty })
  }

  @Test func filesOfANewLibraryMayLinkAhead() throws {
    func source(_ register: String, _ rows: [ImportRow]) throws -> CreateLibrary.Source {
      CreateLibrary.Source(register: try #require(Registers.named(register))) { _ in
        var rest = rows[...]
        return CreateLibrary.Rows(next: { rest.popFirst() }, children: { _ in [:] })
      }
    }
    let line = [
      "enterprise": "91330523MA2B4XXX2X", "line": "1#窑", "region": "330523", "product": "水泥熟料", "year": "2022",
      "project": "330523-2022-0007", "state": "running", "basis": "当量",
    ]
    let key = "91330523MA2B4XXX2X-00/1#窑/水泥熟料/2022"
    let project = [
      "name": "余热", "region": "330523", "enterprise": "91330523MA2B4XXX2X", "library_code": "330523-2022-0007",
      "line": key,
    ]
    let filled = try CreateLibrary.fill(
      store,
      from: [
        source("efficiency", [ImportRow(number: 2, cells: line)]),
        source("projects", [ImportRow(number: 2, cells: project)]),
        source("enterprises", [firm(2)]),
      ], as: environment)
    #expect(filled.flatMap(\.summary.rejects) == [])
    #expect(filled.map(\.summary.new) == [1, 1, 1])
    let saved = try #require(try store.document("projects", key: "330523-2022-0007"))
    let made = try #require(try store.document("efficiency", key: key))
    #expect(saved["line"] == .record(made.id))
    #expect(made["project"] == .record(saved.id))
    #expect(made["project_name"] == .text("余热"))
    #expect(made["has_project"] == .flag(true))
  }
}
