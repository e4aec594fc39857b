import Domain
import Foundation
import Synchronization
import Terminal
import Testing

@testable import Screens
@testable import UseCases

/// A book of one sheet out of lines parted by tabs, as a test writes it.
struct TabbedBook: SheetBook {
  let text: String
  var sheets: [SheetName] { [SheetName(name: "")] }
  var is1904: Bool { false }

  func open(_ sheet: Int) -> any SheetReading { Rows(text) }

  final class Rows: SheetReading {
    private var rest: ArraySlice<SheetRow>
    init(_ text: String) {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      rest =
        lines.enumerated().filter { !$1.isEmpty }.map { place, line in
          let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
          return SheetRow(number: place + 1, cells: cells, raw: String(line))
        }[...]
    }
    func next() -> SheetRow? { rest.popFirst() }
    var part: Double? { nil }
    var delimiter: Character { "\t" }
  }
}

/// A book of several sheets out of such lines.
struct TabbedBooks: SheetBook {
  let parts: [(name: String, text: String)]
  var sheets: [SheetName] { parts.map { SheetName(name: $0.name) } }
  var is1904: Bool { false }
  func open(_ sheet: Int) -> any SheetReading { TabbedBook.Rows(parts[sheet].text) }
}

/// Taking rows in on the screen, told in keys.
@Suite struct ImportStoryTests {
  private static let heading = "统一社会信用代码\t企业名称\t归口地区\t行业\t领域\t状态"
  private static func firm(_ code: String, _ name: String, _ region: String = "安吉") -> String {
    "\(code)\t\(name)\t\(region)\t3011\t建材\t在产"
  }

  private func desk(width: Int = 80, height: Int = 24) throws -> Desk {
    let desk = try Desk(width: width, height: height, start: .enterprises)
    desk.press("3")
    return desk
  }

  private func firms(_ desk: Desk) throws -> Int {
    try desk.store.read { try $0.totals("enterprises", where: .all, sums: []).count }
  }

  @Test func rowsPastedIntoAListAreLookedThroughAndThenWritten() throws {
    let desk = try desk()
    let rows = [
      Self.heading, Self.firm("91330523MA2B4F6Y5W", "甲厂"), Self.firm("91330502MA28C7R31L", "乙厂", "乌有县"),
      Self.firm("91330523MA2ABCDE0X", "安吉某某水泥有限公司"),
    ]
    desk.send(.paste(rows.joined(separator: "\n")))
    #expect(desk.frame.contains("新增1") && desk.frame.contains("不收1") && desk.frame.contains("相同1"), "\(desk.frame)")
    #expect(desk.frame.contains("没有“乌有县”"))
    #expect(try firms(desk) == 2, "nothing is written yet")
    desk.press("<F9>y")
    #expect(desk.frame.contains("已写入：新增1 修改0，未收1"), "\(desk.frame)")
    #expect(try firms(desk) == 3)
    // And the whole of it is taken back from the list.
    desk.press("q:撤销一次<Enter>")
    #expect(desk.frame.contains("撤销哪次导入"))
    desk.press("<Enter>y")
    #expect(desk.frame.contains("已撤销1条"), "\(desk.frame)")
    #expect(try firms(desk) == 2)
  }

  @Test func aRejectedRowIsMendedInTheForm() throws {
    let desk = try desk()
    desk.send(.paste([Self.heading, Self.firm("91330523MA2B4F6Y5W", "甲厂", "乌有县")].joined(separator: "\n")))
    desk.press("e")
    #expect(desk.frame.contains("新建企业") && desk.frame.contains("甲厂"), "\(desk.frame)")
    let form = try #require(desk.app.screen as? FormScreen)
    #expect(form.document["industry"] == .text("3011") && form.document["region"] == .empty)
    desk.press("<C-s>")
    #expect(desk.frame.contains("已补正"), "\(desk.frame)")
    #expect(try firms(desk) == 3)
    desk.press("<F9>")
    #expect(desk.frame.contains("没有要写入的行"))
  }

  @Test func aQuestionIsLeftUnlessThePersonTakesItOrSaysWhichRecordItIs() throws {
    let desk = try desk()
    desk.send(.paste([Self.heading, Self.firm("91330523MA2B4F6Y5W", "安吉某某水泥有限公司")].joined(separator: "\n")))
    #expect(desk.frame.contains("疑似重复1") && desk.frame.contains("将写入0条"), "\(desk.frame)")
    desk.press("<Space>")
    #expect(desk.frame.contains("将写入1条"))
    desk.press("<Space>")
    #expect(desk.frame.contains("将写入0条"))
    desk.press("=")
    #expect(desk.frame.contains("认作“安吉某某水泥有限公司”") && desk.frame.contains("将写入1条"), "\(desk.frame)")
    #expect(desk.frame.contains("→91330523MA2B4F6Y5W"), "what it changes there is seen: \(desk.frame)")
    desk.press("=")
    #expect(desk.frame.contains("疑似重复1") && desk.frame.contains("将写入0条"), "\(desk.frame)")
    // Left and taken again it is still that record.
    desk.press("=<Space>")
    #expect(desk.frame.contains("将写入0条"))
    desk.press("<Space><F9>y")
    #expect(desk.frame.contains("已写入：新增0 修改1"), "\(desk.frame)")
    #expect(try firms(desk) == 2)
  }

  @Test func aColumnThatNobodyKnowsIsAskedOnce() throws {
    let desk = try desk()
    let rows = [Self.heading + "\t评语", Self.firm("91330523MA2B4F6Y5W", "甲厂") + "\t好"].joined(separator: "\n")
    desk.send(.paste(rows))
    #expect(desk.frame.contains("未对应") && desk.frame.contains("评语"), "\(desk.frame)")
    desk.press("G<Enter>备注<Enter>")
    #expect(desk.frame.contains("已定"), "\(desk.frame)")
    desk.press("<F9>")
    #expect(desk.frame.contains("新增1"), "\(desk.frame)")
    // Looked at and left, nothing was settled.
    desk.press("qq")
    desk.send(.paste(rows))
    #expect(desk.frame.contains("未对应"), "\(desk.frame)")
    desk.press("G<Enter>备注<Enter><F9><F9>y")
    let made = try desk.store.read { library in
      try library.find("enterprises", key: "91330523MA2B4F6Y5W-00").flatMap { try library.document("enterprises", $0) }
    }
    #expect(made?["remarks"] == .text("好"))
    // The second time goes straight to the account.
    desk.press("q")
    desk.send(.paste(rows))
    #expect(desk.frame.contains("相同1"), "\(desk.frame)")
  }

  /// Rows of no record are told beside the others; a row that is mended in the form keeps the child rows of its own sheet.
  @Test func childSheetsAreToldAndGoWithTheRowIntoTheForm() throws {
    let desk = try desk(width: 120, height: 40)
    let book = TabbedBooks(parts: [
      ("企业", Self.heading + "\n" + Self.firm("91330523MA2B4F6Y5W", "甲厂", "乌有县")),
      ("历年数据", "企业名称\t年度\t综合能耗\n甲厂\t2022\t350\n没有的厂\t2022\t1"),
    ])
    let enterprises = try #require(Registers.named("enterprises"))
    let screen = try ImportScreen(enterprises, tab: .enterprises, desk.services, pasted: book)
    desk.services.post { try? $0.open(screen) }
    desk.send(.wake)
    desk.send(.wake)
    #expect(desk.frame.contains("所属的“没有的厂”对不上"), "\(desk.frame)")
    desk.press("e")
    let form = try #require(desk.app.screen as? FormScreen)
    #expect(form.document.children["years"]?.map { $0["energy"].plain } == ["350"])
  }

  @Test func rowsWithoutAHeadingAreGivenTheirFieldsByHand() throws {
    let desk = try desk()
    desk.send(.paste("91330523MA2B4F6Y5W\t甲厂\n91330502MA28C7R31L\t乙厂"))
    #expect(desk.frame.contains("▌A ") && desk.frame.contains(" B "), "\(desk.frame)")
    desk.press("<Enter>统一社会信用代码<Enter><Enter>企业名称<Enter><F9>")
    #expect(desk.frame.contains("新增2"), "\(desk.frame)")
  }

  @Test func anythingElsePastedIsNoImport() throws {
    let desk = try desk()
    desk.send(.paste("安吉"))
    #expect(desk.library != nil)
    desk.press("I")
    #expect(desk.frame.contains("远程会话不能读主机上的文件") || desk.app.screen is ImportScreen)
  }

  @Test func everySizeIsDrawn() throws {
    let desk = try desk()
    let rows = [Self.heading + "\t评语", Self.firm("91330523MA2B4F6Y5W", "甲厂", "乌有") + "\t好"].joined(separator: "\n")
    desk.send(.paste(rows))
    for (width, height) in [(1, 1), (20, 5), (40, 10), (59, 24), (120, 40), (200, 60), (80, 24)] {
      desk.send(.resize(Size(width: width, height: height)))
      desk.press("jk<Enter><Esc>")
    }
    desk.press("<F9>")
    for (width, height) in [(1, 1), (20, 5), (40, 10), (59, 24), (120, 40), (200, 60)] {
      desk.send(.resize(Size(width: width, height: height)))
      desk.press("jk<Enter><Esc>")
    }
  }

  @Test(arguments: [(80, 24), (120, 40), (40, 10)]) func asKept(_ size: (Int, Int)) throws {
    let desk = try desk(width: size.0, height: size.1)
    let rows = [
      Self.heading + "\t评语", Self.firm("91330523MA2B4F6Y5W", "甲厂") + "\t好",
      Self.firm("91330502MA28C7R31L", "乙厂", "乌有县") + "\t", Self.firm("91330523MA2ABCDE0X", "湖州丝绸印染厂") + "\t",
      Self.firm("91330523MA2B4F7Y5K", "安吉某某水泥有限公司") + "\t", "合计\t4\t\t\t\t\t",
    ]
    desk.send(.paste(rows.joined(separator: "\n")))
    try Golden.check(desk.frame, "import-columns-\(size.0)x\(size.1)")
    desk.press("<F9>")
    try Golden.check(desk.frame, "import-account-\(size.0)x\(size.1)")
  }

  @Test func allThatIsWrongWithARecordIsSeen() throws {
    let desk = try desk()
    desk.send(.paste("企业名称\t归口地区\t联系电话\n甲厂\t安吉\t13800000000"))
    let screen = try #require(desk.app.screen as? ImportScreen)
    let verdict = try #require(screen.account.verdicts.first)
    #expect(verdict.findings.count == verdict.errors + verdict.warnings && verdict.findings.count > 2)
    desk.press("<Enter>")
    for finding in verdict.findings { #expect(desk.frame.contains(finding.zh), "\(finding.zh)\n\(desk.frame)") }
  }

  @Test(arguments: ["/a/未收.xlsx", "/a/未收.CSV"]) func rejectsAreKeptAsWhatThePathSays(_ path: String) throws {
    let desk = try desk()
    desk.send(.paste([Self.heading, Self.firm("91330502MA28C7R31L", "乙厂", "乌有县")].joined(separator: "\n")))
    let screen = try #require(desk.app.screen as? ImportScreen)
    let kept = Mutex<(text: String, sheets: [RejectedSheet])>(("", []))
    let files = SheetDesk(
      start: "/", entries: { _, _ in [] }, open: { _ in TabbedBook(text: "") }, bytes: { _, _ in [] },
      write: { _, text in kept.withLock { $0.text = text } },
      book: { _, sheets in kept.withLock { $0.sheets = sheets } }, keep: { _, _ in })
    #expect(try screen.keepRejects(path, files) == 0)
    let cells = ["91330502MA28C7R31L", "乙厂", "乌有县", "3011", "建材", "在产"]
    let why = "“归口地区”：归口地区没有“乌有县”，请写代码或全称"
    kept.withLock { kept in
      if path.hasSuffix(".xlsx") {
        #expect(kept.sheets.map(\.rows) == [[Self.heading.components(separatedBy: "\t") + ["未收原因"], cells + [why]]])
        #expect(kept.sheets.map(\.headings) == [1] && kept.text.isEmpty)
      } else {
        #expect(kept.text.hasSuffix((cells + [why]).joined(separator: "\t") + "\r\n") && kept.sheets.isEmpty)
      }
    }
  }

  /// Once rows are written, what is left is what was left then; where nothing is, there is nothing to keep.
  @Test func onlyWhatWasLeftIsKeptAfterWriting() throws {
    let desk = try desk()
    let rows = [Self.firm("91330502MA28C7R39B", "甲厂"), Self.firm("91330523MA2B4F6Y5W", "乙厂")]
    desk.send(.paste(([Self.heading] + rows).joined(separator: "\n")))
    #expect(try !#require(desk.app.screen as? ImportScreen).hasRejects && !desk.frame.contains("x存未收"))
    let left = try #require((desk.app.screen as? ImportScreen)?.current?.title)
    desk.press("<Space>")
    #expect(desk.frame.contains("x存未收"), "\(desk.frame)")
    desk.press("<F9>")
    desk.press("y")
    let screen = try #require(desk.app.screen as? ImportScreen)
    #expect(screen.summary?.new == 1 && screen.hasRejects)
    #expect(screen.account.verdicts.filter { !screen.isTaken($0) }.map(\.title) == [left])
  }

  /// Child rows alone that a person leaves go to the rejects with that reason; the record's other rows need none.
  @Test func childRowsAloneThatAreLeftSayWhy() throws {
    let desk = try desk(width: 120, height: 40)
    desk.send(.paste([Self.heading, Self.firm("91330502MA28C7R39B", "甲厂")].joined(separator: "\n")))
    desk.press("<F9>y")
    let years = "企业名称\t年度\t综合能耗\n甲厂\t2021\t340\n甲厂\t2022\t350"
    let book = TabbedBooks(parts: [
      ("企业", Self.heading + "\n" + Self.firm("91330523MA2B4F6Y5W", "乙厂")), ("历年数据", years),
    ])
    let enterprises = try #require(Registers.named("enterprises"))
    let opened = try ImportScreen(enterprises, tab: .enterprises, desk.services, pasted: book)
    desk.services.post { try? $0.open(opened) }
    desk.send(.wake)
    desk.send(.wake)
    #expect(desk.frame.contains("工作表“历年数据” 第2行"), "\(desk.frame)")
    for _ in 0..<2 where (desk.app.screen as? ImportScreen)?.current?.title != "甲厂" { desk.press("j") }
    desk.press("<Space>")
    let screen = try #require(desk.app.screen as? ImportScreen)
    let kept = Mutex<[RejectedSheet]>([])
    let files = SheetDesk(
      start: "/", entries: { _, _ in [] }, open: { _ in TabbedBook(text: "") }, bytes: { _, _ in [] },
      write: { _, _ in }, book: { _, sheets in kept.withLock { $0 = sheets } }, keep: { _, _ in })
    _ = try screen.keepRejects("/a/未收.xlsx", files)
    let rows = kept.withLock { $0.map(\.rows) }
    #expect(rows.map(\.count) == [1, 3], "the main sheet has its heading alone")
    #expect(rows.last?.dropFirst() == [["甲厂", "2021", "340", "核对时没有收"], ["甲厂", "2022", "350"]], "\(rows)")
  }
}
