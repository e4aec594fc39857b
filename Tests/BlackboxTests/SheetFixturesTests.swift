import Foundation
import TestTerminal
import Testing

/// Spreadsheets written by openpyxl, by libxlsxwriter, part by part, and as text, each with one kind of damage: every row
/// is accounted for. In the long run LibreOffice writes them all anew.
@Suite struct SheetFixturesTests {
  /// What must become of a sheet; written beside it by the script that made it.
  struct Told: Decodable, Sendable {
    let file: String
    let register: String
    let status: Int32
    let new: Int
    let changed: Int
    let same: Int
    let rejected: Int
    let says: [String]
    let records: [String: [String: Wanted]]
    let options: [String]
  }

  /// A field's value as JSON has it; null is a field that is empty.
  struct Wanted: Decodable, Sendable, Equatable, CustomStringConvertible {
    let text: String?
    var description: String { text ?? "nothing" }

    init(_ value: Any?) {
      switch value {
      case let number as NSNumber where CFBoolean.isBoolean(number): text = number.boolValue ? "true" : "false"
      case let number as NSNumber: text = number.doubleValue.description
      case let text as String: self.text = text
      default: text = nil
      }
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        text = nil
      } else if let flag = try? container.decode(Bool.self) {
        text = flag ? "true" : "false"
      } else if let number = try? container.decode(Double.self) {
        text = number.description
      } else {
        text = try container.decode(String.self)
      }
    }

    private enum CFBoolean {
      /// JSON's truths are numbers of a kind of their own.
      static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
    }
  }

  /// The sheets, made once, and a library with two firms that some of them are about.
  private struct Workshop: Sendable {
    let room: Room
    let names: [String]

    @discardableResult
    private static func made(by script: String, _ folder: String) throws -> BuiltSanku.Outcome {
      let path = #filePath.replacingOccurrences(of: "SheetFixturesTests.swift", with: "Sheets/" + script)
      let python = BuiltSanku.run(["-B", path, folder], program: "/usr/bin/python3")
      try #require(python.status == 0, "\(script): \(python.errors)")
      return python
    }

    static let made: Result<Workshop, any Error> = Result {
      let room = try Room.empty()
      let folder = room.folder + "/sheets"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let python = try made(by: "make-sheets.py", folder)
      try made(by: "make-by-libxlsxwriter.py", folder)
      if BuiltSanku.isLong { try made(by: "make-by-libreoffice.py", folder) }
      let firms = try #require(python.output.split(separator: "\n").map(String.init) as [String]?)
      let csv = try room.file("firms.csv", firms.joined(separator: "\r\n") + "\r\n")
      try room.done(["import", "enterprises", csv, "--quiet"])
      let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      return Workshop(
        room: room, names: files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted())
    }
  }

  private static let names = (try? Workshop.made.get().names) ?? []

  @Test func thereAreSheetsOfFortyKindsOfDamage() throws {
    let names = try Workshop.made.get().names
    #expect(names.count >= 90)
    #expect(names.count { $0.hasPrefix("c-") } >= 15, "libxlsxwriter's own")
    #expect(!BuiltSanku.isLong || names.count { $0.hasPrefix("lo-") } >= 40, "LibreOffice's own")
  }

  @Test(arguments: names) func everyRowIsAccountedFor(_ name: String) throws {
    let workshop = try Workshop.made.get()
    let folder = workshop.room.folder + "/sheets/"
    let told = try JSONDecoder().decode(
      Told.self, from: Data(contentsOf: URL(fileURLWithPath: folder + name + ".json")))
    let room = try Room()
    try FileManager.default.copyItem(atPath: workshop.room.library, toPath: room.library)
    let line = ["import", told.register, folder + told.file] + told.options
    // First only looked at: the account says what the import then does.
    let looked = room.run(line + ["--dry-run"])
    let outcome = room.run(line)
    #expect(looked.status == outcome.status, "\(looked.errors)\(outcome.errors)")
    #expect(outcome.status == told.status, "\(outcome.errors)")
    if told.status < 2 {
      let counts = "新增 \(told.new)，修改 \(told.changed)，相同 \(told.same)，未收 \(told.rejected)"
      #expect(outcome.errors.contains(counts), "\(counts)\n\(outcome.errors)")
      #expect(looked.errors.contains("将" + counts), "\(looked.errors)")
    }
    for words in told.says { #expect(outcome.errors.contains(words), "\(words)\n\(outcome.errors)") }
    let records = try room.export(told.register)
    for (key, fields) in told.records {
      let found = records.filter { record in
        key.hasPrefix("*")
          ? record["name"] as? String == String(key.dropFirst())
          : [record["key"], record["library_code"]].contains { $0 as? String == key }
      }
      #expect(found.count == 1, "\(key)")
      for (field, wanted) in fields {
        if field.hasPrefix("#") {
          let rows = found.first?[String(field.dropFirst())] as? [Any]
          #expect(Wanted(NSNumber(value: rows?.count ?? -1)) == wanted, "\(key) \(field)")
        } else {
          #expect(Wanted(found.first?[field]) == wanted, "\(key) \(field)")
        }
      }
    }
  }

  @Test func rejectsComeBackAsTheyCameWithTheReasonAndGoInOnceMended() throws {
    let room = try Room.empty()
    let csv = try room.file(
      "表.csv",
      "安吉县企业汇总表;;;\r\n统一社会信用代码;企业名称;归口地区;备注\r\n"
        + "91330523MA2B4F6Y5W;\"甲;厂\";乌有县;'=1\r\n91330502MA28C7R31L;乙厂;吴兴;\r\n合计;2;;\r\n")
    let rejects = room.folder + "/未收.csv"
    let outcome = room.run(["import", "enterprises", csv, "--rejects", rejects])
    #expect(outcome.status == 1 && outcome.errors.contains("新增 1，修改 0，相同 0，未收 1"), "\(outcome.errors)")
    let written = try String(contentsOfFile: rejects, encoding: .utf8)
    #expect(
      written == "安吉县企业汇总表;;;\r\n统一社会信用代码;企业名称;归口地区;备注;未收原因\r\n"
        + "91330523MA2B4F6Y5W;\"甲;厂\";乌有县;'=1;“归口地区”：归口地区没有“乌有县”，请写代码或全称\r\n")
    try written.replacingOccurrences(of: "乌有县", with: "安吉").write(
      toFile: rejects, atomically: true, encoding: .utf8)
    let again = room.run(["import", "enterprises", rejects])
    #expect(again.status == 0 && again.errors.contains("新增 1，"), "\(again.errors)")
    #expect(
      try room.export("enterprises").contains { $0["name"] as? String == "甲;厂" && $0["remarks"] as? String == "=1" })
  }

  @Test func aWorkbookOnStandardInputIsReadAndItsMappingRemembered() throws {
    let workshop = try Workshop.made.get()
    let room = try Room.empty()
    let bytes = try [UInt8](
      Data(contentsOf: URL(fileURLWithPath: workshop.room.folder + "/sheets/unknown-column.xlsx")))
    func take() -> BuiltSanku.Outcome {
      BuiltSanku.run(["import", "enterprises", "-"], input: bytes, environment: ["SANKU_LIBRARY": room.library])
    }
    #expect(take().errors.contains("没有对应字段的列未导入：评语"))
    // Told once which field it is, the sheet needs no map the second time.
    let map = try room.file("map.csv", "评语,remarks\n")
    let path = workshop.room.folder + "/sheets/unknown-column.xlsx"
    #expect(room.run(["import", "enterprises", path, "--map", map]).errors.contains("修改 1，"))
    let again = take()
    #expect(again.errors.contains("相同 1，") && !again.errors.contains("评语"), "\(again.errors)")
    #expect(try room.export("enterprises").first?["remarks"] as? String == "好")
  }

  @Test func aWholeImportIsTakenBack() throws {
    let room = try Room.empty()
    let first = try room.file(
      "一.csv", "credit_code,name,region,phone\r\n91330523MA2B4F6Y5W,甲厂,330523,13800000000\r\n")
    try room.done(["import", "enterprises", first, "--quiet"])
    let before = try room.done(["export", "enterprises", "--format", "json"])
    let second = try room.file(
      "二.csv",
      "credit_code,name,region,phone\r\n91330523MA2B4F6Y5W,甲厂改名,330523,13900000000\r\n91330502MA28C7R31L,乙厂,330502,\r\n"
        + "91330502MA28C7R32J,丙厂,330502,\r\n")
    try room.done(["import", "enterprises", second, "--quiet"])
    let imports = try room.done(["imports"])
    let id = try #require(imports.split(separator: "\n").dropFirst().first?.prefix(8)).description
    // What was changed since is listed and left, unless it is chosen.
    try room.done(
      ["import", "enterprises", try room.file("三.csv", "credit_code,address\r\n91330502MA28C7R32J,路1号\r\n"), "--quiet"])
    let undone = room.run(["imports", "undo", id])
    #expect(undone.status == 1 && undone.errors.contains("撤销 2 条，保留 1 条"), "\(undone.errors)")
    #expect(undone.errors.contains("保留“丙厂”") && undone.errors.contains("导入后已被"))
    #expect(room.run(["imports", "undo", id, "--also", "*"]).errors.contains("保留 0 条"))
    #expect(try room.done(["export", "enterprises", "--format", "json"]) == before)
    #expect(room.run(["imports", "undo", id]).errors.contains("已经撤销过"))
    room.verify()
  }

  @Test(arguments: [String.Encoding(rawValue: 0x8000_0632), .utf16, .utf8])
  func
    rejectsAreReadByASpreadsheetWhereTheRowsWere(_ encoding: String.Encoding) throws
  {
    let room = try Room.empty()
    let text = "企业名称,归口地区\r\n甲厂,乌有县\r\n"
    let bytes: [UInt8] =
      switch encoding {
      case .utf16: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case .utf8: Array(text.utf8)
      default:
        BuiltSanku.run(["-f", "UTF-8", "-t", "GB18030"], input: Array(text.utf8), program: "/usr/bin/iconv").bytes
      }
    let csv = try room.file("表.csv", bytes)
    let rejects = room.folder + "/未收.csv"
    #expect(room.run(["import", "enterprises", csv, "--rejects", rejects]).status == 1)
    let written = try [UInt8](Data(contentsOf: URL(fileURLWithPath: rejects)))
    #expect(written.starts(with: [0xEF, 0xBB, 0xBF]) == (encoding != .utf8))
    #expect(String(decoding: written, as: UTF8.self).contains("甲厂,乌有县,“归口地区”：归口地区没有“乌有县”，请写代码或全称\r\n"))
  }

  @Test func rejectsOfAWorkbookAreAWorkbook() throws {
    let workshop = try Workshop.made.get()
    let room = try Room.empty()
    let book = room.folder + "/表.xlsx"
    let script = """
      import openpyxl, sys
      book = openpyxl.Workbook()
      sheet = book.active
      sheet.title = "汇总"
      sheet.append(["安吉县企业汇总表"])
      sheet.append(["统一社会信用代码", "企业名称", "归口地区", "备注"])
      sheet.append(["91330523MA2B4F6Y5W", "甲厂", "乌有县", "=1".replace("=", "'=")])
      sheet.append(["91330502MA28C7R31L", "乙厂", "吴兴"])
      book.save(sys.argv[1])
      """
    #expect(BuiltSanku.run(["-c", script, book], program: "/usr/bin/python3").status == 0)
    let rejects = room.folder + "/未收.xlsx"
    let outcome = room.run(["import", "enterprises", book, "--rejects", rejects])
    #expect(outcome.status == 1 && outcome.errors.contains("新增 1，修改 0，相同 0，未收 1"), "\(outcome.errors)")
    let sheet = try #require(try Spreadsheet(rejects)["汇总"])
    #expect(sheet.texts(0)[0] == "安吉县企业汇总表" && sheet.rows.count == 3)
    #expect(sheet.texts(1) == ["统一社会信用代码", "企业名称", "归口地区", "备注", "未收原因"])
    #expect(
      sheet.texts(2) == [
        "91330523MA2B4F6Y5W", "甲厂", "乌有县", "'=1", "“归口地区”：归口地区没有“乌有县”，请写代码或全称",
      ])
    #expect(sheet.rows[2].allSatisfy { $0.type == "s" } && sheet.frozen == "A3")
    // And it can be taken in again; what has text for its rows may be a workbook too.
    #expect(room.run(["import", "enterprises", rejects]).errors.contains("归口地区没有“乌有县”"))
    let csv = workshop.room.folder + "/firms.csv"
    try room.done(["import", "enterprises", csv, "--quiet", "--rejects", room.folder + "/空.xlsx"])
    #expect(try Spreadsheet(room.folder + "/空.xlsx").sheets.first?.rows.count == 1)
  }
}
