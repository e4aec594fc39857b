import Domain
import Foundation
import TestTerminal
import Testing

/// Entry sheets, pages to sign, and lists in other offices' forms.
@Suite struct FormSheetTests {
  @Test(arguments: ["enterprises", "projects", "efficiency"]) func anEntrySheetHasWhatPeopleFill(_ id: String) throws {
    let register = try #require(Registers.named(id))
    let room = try Room.empty()
    let path = room.folder + "/t.xlsx"
    try room.done(["template", id, "-o", path])
    let book = try Spreadsheet(path)
    let sheet = try #require(book[register.label.zh])
    let entered = register.fields.filter { !$0.isDerived && $0.part != .system && $0.part != .filing }
    #expect(sheet.rows.count == 1 && sheet.rows[0].count == entered.count)
    for (heading, field) in zip(sheet.texts(0), entered) {
      // The reader knows a column by its label; a unit stands in brackets behind it.
      let name =
        field.unit.label.zh.isEmpty ? heading : heading.replacingOccurrences(of: "（\(field.unit.label.zh)）", with: "")
      #expect(register.fields.named(name)?.id == field.id, "\(heading)")
    }
    #expect(sheet.rules.count == entered.count)
    let notes = try #require(book["填写说明"])
    #expect(notes.rows.contains { $0.contains { $0.value?.contains("红色列必填") == true } })
    for field in entered {
      #expect(notes.rows.contains { $0.count > 1 && $0[1].value == field.label.zh }, "\(field.id)")
    }
  }

  @Test func aProjectsPageIsOnePageWithItsSeals() throws {
    let room = try Room.madeUp()
    let project = try #require(try room.export("projects").first { ($0["measures"] as? [Any])?.isEmpty == false })
    let key = try #require(project["library_code"] as? String)
    let path = room.folder + "/page.xlsx"
    try room.done(["show", "projects", key, "-o", path])
    let book = try Spreadsheet(path)
    let sheet = try #require(book.sheets.first)
    #expect(book.sheets.count == 1 && sheet.fits && sheet.name == "节能降碳技术改造项目表")
    let text = sheet.rows.flatMap { $0.compactMap(\.value) }
    for word in [
      "节能降碳技术改造项目表", "改造时间", "改造期限", "改造内容", "申报单位", "县（市、区）主管部门", "市级主管部门", "省级主管部门",
      try #require(project["name"] as? String),
    ] { #expect(text.contains(word), "\(word)") }
    #expect(text.count(where: { $0.contains("（盖章）") }) == 4)
  }

  @Test func thePlansListsAreWrittenInItsWords() throws {
    let room = try Room.madeUp()
    let projects = try room.export("projects")
    let path = room.folder + "/plan.xlsx"
    try room.done(["export", "projects", "--profile", "plan", "-o", path])
    let sheet = try #require(try Spreadsheet(path).sheets.first)
    #expect(sheet.texts(0)[0] == "节能降碳技术改造项目清单" && sheet.texts(1)[0].contains("填报单位（盖章）"))
    let county = room.folder + "/county.xlsx"
    try room.done(["export", "projects", "--profile", "plan", "--where", "region=安吉县", "-o", county])
    #expect(try Spreadsheet(county).sheets.first?.texts(1)[0].contains("填报单位（盖章）：安吉县") == true)
    let heading = sheet.texts(2)
    let name = try #require(heading.firstIndex(of: "项目名称"))
    let saving = try #require(heading.firstIndex(of: "预期目标：节能量（吨标准煤/年）"))
    let measures = try #require(heading.firstIndex(of: "改造措施"))
    for (row, project) in zip(sheet.rows.dropFirst(3), projects) {
      #expect(row[name].value == project["name"] as? String)
      let figure = (project["saving"] as? NSNumber).map { Amount(parsing: "\($0)", rounding: true) } ?? nil
      #expect(row[saving].value == figure?.plain)
      let words = (project["measures"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
      #expect(words.allSatisfy { row[measures].value?.contains($0) == true })
    }
    // An enterprise's line adds up its projects; a line of production shows its project's content.
    let enterprises = room.folder + "/e.csv"
    try room.done(["export", "enterprises", "--profile", "plan", "-o", enterprises])
    #expect(try String(contentsOfFile: enterprises, encoding: .utf8).contains("改造期限"))
    try room.done(["export", "efficiency", "--profile", "plan", "-o", room.folder + "/l.xlsx"])
  }

  @Test func anotherOfficesFormHasItsHeadingsOrderAndUnits() throws {
    let room = try Room.madeUp()
    let form = try room.file(
      "form.yaml",
      """
      title: 市级汇总表
      columns:
        - heading: 编号
        - heading: 总投资(亿元)
          field: investment
          unit: 亿元
        - heading: 项目
          field: name
        - heading: 信用代码
          field: enterprise>credit_code
      """)
    let text = try room.done(["export", "projects", "--profile", form, "--format", "json"])
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    let projects = try room.export("projects")
    #expect(rows.count == projects.count)
    for (row, project) in zip(rows, projects) {
      #expect(row["项目"] as? String == project["name"] as? String)
      if let wan = project["investment"] as? NSNumber, let yi = row["总投资(亿元)"] as? NSNumber {
        #expect(abs(wan.doubleValue / 10_000 - yi.doubleValue) < 1e-9)
      }
    }
    #expect(rows.contains { ($0["信用代码"] as? String)?.count == 18 })
    let wrong = room.run([
      "export", "projects", "--profile", try room.file("w.yaml", "columns:\n  - heading: 甲\n    field: 乌有\n"),
    ])
    #expect(wrong.status == 4 && wrong.errors.contains("没有字段“乌有”"), "\(wrong.errors)")
  }

  @Test func aPageNamesWhatItsRecordIsLinkedToWithItsCode() throws {
    let room = try Room.madeUp()
    let project = try #require(
      try room.export("projects").first {
        $0["enterprise"] != nil && $0["diagnosis"] != nil && $0["library_code"] != nil
      }
    )
    let path = room.folder + "/page.xlsx"
    try room.done(["show", "projects", try #require(project["library_code"] as? String), "-o", path])
    let text = try Spreadsheet(path).sheets[0].rows.flatMap { $0.compactMap(\.value) }
    for (field, register) in [("enterprise", "enterprises"), ("diagnosis", "diagnoses")] {
      let key = try #require(project[field] as? String)
      let linked = try #require(try room.export(register).first { $0["key"] as? String == key })
      let name = try #require(linked["name"] as? String)
      #expect(text.contains("\(name)（\(key)）"), "\(field)")
    }
  }

  @Test(arguments: Registers.all.filter { !$0.lists.isEmpty }.map(\.id))
  func
    theSheetsOfAnEntryTemplateBeginWithTheLabelOfTheKey(_ id: String) throws
  {
    let register = try #require(Registers.named(id))
    let room = try Room.empty()
    let path = room.folder + "/t.xlsx"
    try room.done(["template", id, "-o", path])
    let book = try Spreadsheet(path)
    let key = try #require(register.field(register.keyField)?.label.zh)
    for list in register.lists where list.part != .filing && list.id != RuleAnswer.list {
      let sheet = try #require(book[String(list.label.zh.prefix(24))], "\(list.id)")
      #expect(sheet.texts(0)[0] == (list.fields.named(key) == nil ? key : "parent"), "\(list.id)")
    }
  }

  @Test func childRowsOfAFilledTemplateAreTakenIn() throws {
    let room = try Room.madeUp()
    let code = try #require(try room.export("projects").compactMap { $0["library_code"] as? String }.first)
    let path = room.folder + "/t.xlsx"
    try room.done(["template", "projects", "-o", path])
    let script = """
      import openpyxl, sys
      book = openpyxl.load_workbook(sys.argv[1])
      def fill(sheet, cells):
          heads = [c.value for c in sheet[1]]
          for name, value in cells.items():
              sheet.cell(2, 1 + next(i for i, h in enumerate(heads) if h.startswith(name)), value)
      fill(book["项目库"], {"项目名称": "新项目甲", "归口地区": "安吉县"})
      fill(book["改造措施"], {"入库编号": "新项目甲", "措施": "余热锅炉"})
      book.save(sys.argv[1])
      """
    let filled = BuiltSanku.run(["-c", script, path], program: "/usr/bin/python3")
    #expect(filled.status == 0, "\(filled.errors)")
    let outcome = room.run(["import", "projects", path])
    #expect(outcome.errors.contains("新增 1，") && !outcome.errors.contains("填写说明"), "\(outcome.errors)")
    let made = try #require(try room.export("projects").first { $0["name"] as? String == "新项目甲" })
    #expect((made["measures"] as? [[String: Any]])?.first?["name"] as? String == "余热锅炉", "\(code)")
  }

  @Test func aTextIsGivenInNoOtherUnit() throws {
    let room = try Room.empty()
    let form = try room.file("f.yaml", "columns:\n  - heading: 名称\n    field: name\n    unit: 亿元\n")
    let outcome = room.run(["export", "projects", "--profile", form])
    #expect(outcome.status == 4 && outcome.errors.contains("“项目名称”不能换算单位；请去掉 unit"), "\(outcome.errors)")
  }
}
