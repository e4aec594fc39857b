import Foundation
import TestTerminal
import Testing

/// Reports of a quarter, as other programs read them.
@Suite struct ReportTests {
  private static let quarter = "2023Q1"

  private func report(_ room: Room, _ ending: String, _ more: [String] = []) throws -> String {
    let path = room.folder + "/r." + ending
    try room.done(["report", "--quarter", Self.quarter, "-o", path] + more)
    return path
  }

  /// The projects that are counted, from the export alone: started in the plan's years by the quarter's end, not stopped by
  /// then.
  private func started(_ room: Room, under region: String? = nil) throws -> Int {
    try room.export("projects").filter { project in
      guard let start = project["actual_start"] as? String, ("2022-01-01"..."2023-03-31").contains(start) else {
        return false
      }
      if let stop = project["stop_date"] as? String, stop <= "2023-03-31" { return false }
      if let region, let place = project["region"] as? String { return place.hasPrefix(region) }
      return true
    }.count
  }

  @Test func theWorkbookHoldsTheFiguresAndSaysWhereTheyComeFrom() throws {
    let room = try Room.madeUp()
    let path = try report(
      room, "xlsx", ["--unit", "浙江省经信厅", "--document", "浙经信〔2023〕9号", "--filled-by", "甲", "--checked-by", "乙"])
    let book = try Spreadsheet(path)
    #expect(book.sheets.map(\.name) == ["汇总", "分地区", "项目清单", "图表", "口径"])
    let summary = try #require(book["汇总"])
    let heading = summary.texts(2)
    let total = try #require(heading.firstIndex(of: "累计"))
    let line = try #require(summary.rows.first { $0.count > 1 && $0[1].value == "组织实施技改项目" })
    let count = try started(room)
    #expect(line[total].type == "n" && line[total].value == "\(count)")
    // The list behind it is as long, and the parts add up.
    let projects = try #require(book["项目清单"])
    #expect(projects.rows.count >= 3 + count)
    let matrix = try #require(book["分地区"])
    let parts = try #require(
      matrix.rows.first { $0.count > 3 && $0[0].value == "组织实施技改项目" && $0[2].value == "累计" })
    #expect(parts[3].value == line[total].value)
    #expect(parts.dropFirst(4).compactMap { $0.value.flatMap { Int($0) } }.reduce(0, +) == Int(line[total].value ?? ""))
    #expect(book["图表"]?.charts == 2)
    let texts = book.sheets.flatMap { $0.rows.flatMap { $0.compactMap(\.value) } }.joined(separator: "\n")
    for word in ["浙江省经信厅", "浙经信〔2023〕9号", "填表人：甲", "审核人：乙", "（盖章）", "2023年一季度", "历史末条", "按首次入户日期"] {
      #expect(texts.contains(word), "\(word)")
    }
    let head = try room.done(["verify"]).split(separator: " ").last.map { $0.trimmingCharacters(in: .newlines) } ?? ""
    #expect(head.count >= 16 && texts.contains(head.prefix(16)), "\(head)")
    #expect(book.sheets.allSatisfy { $0.rows.allSatisfy { $0.allSatisfy { $0.type != "f" } } })
  }

  @Test func thePageStandsByItselfAndSaysTheSame() throws {
    let room = try Room.madeUp()
    let html = try String(contentsOfFile: try report(room, "html", ["--unit", "<b>厅&\"局\"</b>"]), encoding: .utf8)
    let book = try Spreadsheet(try report(room, "xlsx"))
    #expect(html.contains("&lt;b&gt;厅&amp;&quot;局&quot;&lt;/b&gt;") && !html.contains("<b>厅"))
    #expect(
      html.contains("size: A4 landscape") && !html.contains("<script") && !html.contains("http:")
        && !html.contains("src="))
    // Every figure of the summary stands on the page too, in its line.
    let lines = html.components(separatedBy: "<tr>")
    let summary = try #require(book["汇总"])
    for row in summary.rows.dropFirst(3) where row.count > 6 && Int(row[0].value ?? "") != nil {
      let name = try #require(row[1].value)
      let line = try #require(lines.first { $0.contains("<td>\(name)</td>") }, "\(name)")
      for place in 3...6 {
        guard let value = row[place].value, row[place].type == "n" else { continue }
        #expect(line.contains(">\(value)<"), "\(name): \(value) in \(line)")
      }
    }
  }

  /// Every figure of the workbook and of the page, read back by other programs, is that of `tally --format json`.
  @Test(arguments: [["--quarter", quarter], ["--quarter", "2023Q4", "--region", "330500"]])
  func everyFigureReadBackIsTheTallys(_ which: [String]) throws {
    let room = try Room.madeUp()
    let paths = ["xlsx", "html"].map { room.folder + "/back." + $0 } + [room.folder + "/tally.json"]
    for path in paths.prefix(2) { try room.done(["report", "-o", path] + which) }
    try room.done(["tally", "--format", "json", "-o", paths[2]] + which)
    let script = #filePath.replacingOccurrences(of: "ReportTests.swift", with: "check-report.py")
    let outcome = BuiltSanku.run([script] + paths, program: "/usr/bin/python3")
    #expect(outcome.status == 0, "\(outcome.output.suffix(3000))\(outcome.errors)")
  }

  @Test func aCitysReportIsItsOwn() throws {
    let room = try Room.madeUp()
    let book = try Spreadsheet(try report(room, "xlsx", ["--region", "湖州市", "--lang", "en"]))
    let summary = try #require(book["Summary"])
    let line = try #require(summary.rows.first { $0.count > 6 && $0[1].value == "Projects carried out" })
    let count = try started(room, under: "3305")
    #expect(line[6].value == "\(count)")
    let wrong = room.run(["report", "--quarter", "2023Q5"])
    #expect(wrong.status == 2 && wrong.errors.contains("2023Q2"))
    #expect(room.run(["report", "--region", "乌有"]).status == 2)
    #expect(room.run(["report", "--format", "csv"]).status == 2)
  }

  /// An office opens the workbook without mending it, and a browser prints the page; both on paper's size.
  @Test(.enabled(if: BuiltSanku.isLong)) func anOfficeAndABrowserPrintIt() throws {
    let room = try Room.madeUp()
    let sheet = try report(room, "xlsx")
    let office = BuiltSanku.run(
      [
        "-env:UserInstallation=file://\(room.folder)/office", "--headless", "--convert-to", "pdf", "--outdir",
        room.folder, sheet,
      ],
      program: "/usr/bin/soffice")
    let pdf = room.folder + "/r.pdf"
    #expect(office.status == 0 && FileManager.default.fileExists(atPath: pdf), "\(office.errors)")
    #expect(!(office.output + office.errors).lowercased().contains("repair"))
    // Both charts stand whole on one page: the title of the second, and every region under its columns.
    let pages = BuiltSanku.run(["-layout", pdf, "-"], program: "/usr/bin/pdftotext").output.components(
      separatedBy: "\u{0C}")
    let charts = try #require(pages.first { $0.contains("完成目标与序时") && $0.contains("（分地区）") })
    for city in ["杭州", "宁波", "温州", "嘉兴", "湖州", "绍兴", "金华", "衢州", "舟山", "台州", "丽水"] {
      #expect(charts.contains(city), "\(city) under the second chart")
    }
    let page = try report(room, "html")
    let printed = room.folder + "/page.pdf"
    let browser = BuiltSanku.run(
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(room.folder)/browser",
        "--no-pdf-header-footer",
        "--print-to-pdf=\(printed)", page,
      ], program: "/usr/bin/chromium")
    #expect(browser.status == 0, "\(browser.errors)")
    let info = BuiltSanku.run([printed], program: "/usr/bin/pdfinfo")
    #expect(info.output.contains("841.") || info.output.contains("842"), "A4 landscape: \(info.output)")
    let text = BuiltSanku.run(["-layout", printed, "-"], program: "/usr/bin/pdftotext").output
    for word in ["组织实施技改项目", "计数口径与说明", "填报单位（盖章）", "历史末条"] { #expect(text.contains(word), "\(word)") }
  }
}
