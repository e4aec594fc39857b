import Domain
import Foundation
import TestTerminal
import Testing

/// Child rows on sheets, in files and in columns of their own: every figure is read, or said to be left out.
@Suite struct ChildSheetTests {
  private func python(_ script: String, _ arguments: [String]) throws -> String {
    let outcome = BuiltSanku.run(["-c", script] + arguments, program: "/usr/bin/python3")
    try #require(outcome.status == 0, "openpyxl: \(outcome.errors)")
    return outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// In our own workbook each figure of one column is raised by another program: each record is changed by that.
  @Test(arguments: [
    ("projects", "改造措施", "投资"), ("projects", "改造措施", "节能量"), ("projects", "进展", "本期完成投资"),
    ("enterprises", "历年数据", "综合能耗"),
  ])
  func aFigureChangedInAChildSheetIsSeen(_ register: String, _ sheet: String, _ heading: String) throws {
    let room = try Room.madeUp()
    let out = room.folder + "/out.xlsx"
    try room.done(["export", register, "-o", out])
    let records = try python(
      """
      import sys, openpyxl
      book = openpyxl.load_workbook(sys.argv[1])
      sheet = book[sys.argv[2]]
      place = [i for i, c in enumerate(sheet[1]) if c.value and c.value.startswith(sys.argv[3] + "（")][0]
      seen = set()
      for row in sheet.iter_rows(min_row=2):
          if isinstance(row[place].value, (int, float)):
              row[place].value += 1
              seen.add(row[0].value)
      book.save(sys.argv[1])
      print(len(seen))
      """, [out, sheet, heading])
    #expect(Int(records) ?? 0 > 10)
    let looked = room.run(["import", register, out, "--dry-run"])
    // What a tier has admitted is changed on request only.
    let told = try #require(looked.errors.firstMatch(of: #/修改 (\d+)，.*冲突 (\d+)，|修改 (\d+)，/#)).output
    let changed = [told.1, told.2, told.3].compactMap { $0.flatMap { Int($0) } }.reduce(0, +)
    #expect(changed == Int(records), "\(records): \(looked.errors)")
    #expect(
      looked.output.contains("\(sheet)“") && looked.output.contains("\(heading) "), "\(looked.output.prefix(600))")
  }

  @Test func aSheetOfAnotherOfficeIsReadByItsHeadingsAndUnits() throws {
    let room = try Room.madeUp()
    let path = room.folder + "/office.xlsx"
    _ = try python(
      """
      import sys, openpyxl
      book = openpyxl.Workbook()
      sheet = book.active
      sheet.title = "项目"
      sheet.append(["项目名称", "归口地区"])
      sheet.append(["一号余热项目", "安吉县"])
      child = book.create_sheet("改造措施")
      child.append(["改造措施表"])
      child.append(["项目名称", "措施", "投资（亿元）", "备胎"])
      child.append(["一号余热项目", "余热锅炉", 0.5, "x"])
      child.append([None, "汽轮机", 0.25, None])
      child.append(["没有的项目", "锅炉", 1, None])
      dates = book.create_sheet("时间节点")
      dates.append(["项目名称", "节点", "计划", "实际"])
      dates.append(["一号余热项目", "开工", "2023-03-01", None])
      book.save(sys.argv[1])
      """, [path])
    let taken = room.run(["import", "projects", path])
    #expect(taken.status == 1, "a row without its record is a finding")
    #expect(taken.errors.contains("工作表“改造措施”：没有对应字段的列未导入：备胎"), "\(taken.errors)")
    #expect(taken.errors.contains("工作表“改造措施” 第5行：所属的“没有的项目”"), "\(taken.errors)")
    #expect(taken.errors.contains("新增 1，"), "\(taken.errors)")
    let saved = try #require(try room.export("projects").first { $0["name"] as? String == "一号余热项目" })
    let measures = try #require(saved["measures"] as? [[String: Any]])
    #expect(measures.map { $0["name"] as? String } == ["余热锅炉", "汽轮机"])
    #expect(measures.map { ($0["investment"] as? NSNumber)?.intValue } == [5000, 2500])
    let milestones = try #require(saved["milestones"] as? [[String: Any]])
    #expect(milestones.contains { $0["planned"] as? String == "2023-03-01" })
  }

  @Test func aFileOfChildRowsIsReadTheSameWay() throws {
    let room = try Room.madeUp()
    let file = try room.file("projects.csv", "项目名称,归口地区\r\n二号余热项目,安吉县\r\n")
    _ = try room.file("projects.measures.csv", "项目名称,措施,投资（亿元）,备胎\r\n二号余热项目,余热锅炉,0.5,x\r\n别的项目,锅炉,1,\r\n")
    let taken = room.run(["import", "projects", file])
    #expect(taken.status == 1 && taken.errors.contains("备胎") && taken.errors.contains("所属的“别的项目”"), "\(taken.errors)")
    let saved = try #require(try room.export("projects").first { $0["name"] as? String == "二号余热项目" })
    #expect(((saved["measures"] as? [[String: Any]])?.first?["investment"] as? NSNumber)?.intValue == 5000)
  }

  /// A comma that nobody quoted moves the cells behind it; a name that two records bear is no answer.
  @Test func whatCannotBeGivenToOneRecordIsGivenToNone() throws {
    let room = try Room.madeUp()
    let file = try room.file("projects.csv", "项目名称,归口地区\r\n四号项目,安吉县\r\n五号项目,安吉县\r\n五号项目,德清县\r\n")
    _ = try room.file(
      "projects.measures.csv", "项目名称,措施,投资（万元）\r\n四号项目,余热锅炉,1,200\r\n五号项目,汽轮机,300\r\n")
    let taken = room.run(["import", "projects", file, "--take", "duplicates"])
    #expect(taken.errors.contains("第4列没有列名"), "\(taken.errors)")
    #expect(taken.errors.contains("主表中有几条记录叫“五号项目”"), "\(taken.errors)")
    let saved = try room.export("projects").filter { ["四号项目", "五号项目"].contains($0["name"] as? String) }
    #expect(saved.count == 3 && saved.allSatisfy { ($0["measures"] as? [Any] ?? []).isEmpty }, "\(saved)")
    let twice = try room.file("projects.csv", "项目名称,归口地区\r\n六号项目,安吉县\r\n")
    _ = try room.file("projects.measures.csv", "项目名称,措施,投资,投资（万元）\r\n六号项目,余热锅炉,1,2\r\n")
    #expect(room.run(["import", "projects", twice]).errors.contains("有两列都是“改造措施·投资”"))
  }

  /// A row that cannot be taken bears its name all the same, and our own files may name two new records alike.
  @Test func aNameThatAnUnreadableOrNewRowSharesIsNoAnswer() throws {
    let room = try Room.madeUp()
    let file = try room.file("projects.csv", "项目名称,归口地区\r\n七号项目,安吉县\r\n七号项目,德清县,x\r\n")
    _ = try room.file("projects.measures.csv", "项目名称,措施,投资（万元）\r\n七号项目,汽轮机,300\r\n")
    let taken = room.run(["import", "projects", file])
    #expect(taken.errors.contains("主表中有几条记录叫“七号项目”"), "\(taken.errors)")
    let ours = try room.file(
      "projects.csv", "library_code,id,name,region\r\n,,八号项目,330523\r\n,,八号项目,330521\r\n")
    _ = try room.file(
      "projects.measures.csv", "library_code,id,name,investment\r\n八号项目,,汽轮机,300\r\n")
    let again = room.run(["import", "projects", ours, "--take", "duplicates"])
    #expect(again.errors.contains("主表中有几条记录叫“八号项目”"), "\(again.errors)")
    let library = room.folder + "/new.sanku"
    let made = room.run(["init", library, "--from", room.folder])
    #expect(made.errors.contains("主表中有几条记录叫“八号项目”"), "\(made.errors)")
    let saved = try room.export("projects").filter { ["七号项目", "八号项目"].contains($0["name"] as? String) }
    #expect(saved.count == 3 && saved.allSatisfy { ($0["measures"] as? [Any] ?? []).isEmpty }, "\(saved)")
  }

  /// Where a title follows from the firm, new records of a sheet go by the firm; of two nobody can tell which.
  @Test func recordsThatAreCalledByTheirFirmTakeItsRows() throws {
    let room = try Room.madeUp()
    let firms = try room.export("enterprises").filter { $0["plant"] as? String == "00" }.prefix(2)
    let names = firms.compactMap { $0["name"] as? String }
    try #require(names.count == 2)
    let region = firms.compactMap { $0["region"] as? String }
    let file = try room.file(
      "diagnoses.csv",
      "企业,归口地区,诊断类型,计划入户日期\r\n\(names[0]),\(region[0]),综合诊断,2023-08-01\r\n"
        + "\(names[1]),\(region[1]),综合诊断,2023-08-02\r\n\(names[1]),\(region[1]),综合诊断,2023-08-03\r\n")
    _ = try room.file(
      "diagnoses.recommendations.csv", "标识,编号,建议内容\r\n\(names[0]),1,换电机\r\n\(names[1]),1,换锅炉\r\n")
    let taken = room.run(["import", "diagnoses", file])
    #expect(taken.errors.contains("主表中有几条记录叫“\(names[1])”"), "\(taken.errors)")
    let made = try room.export("diagnoses").filter { ($0["planned_on"] as? String ?? "").hasPrefix("2023-08-0") }
    let rows = made.map { ($0["recommendations"] as? [[String: Any]] ?? []).compactMap { $0["content"] as? String } }
    #expect(rows.count == 3 && rows.flatMap { $0 } == ["换电机"], "\(taken.errors) \(made)")
  }

  /// Each sheet names its records in its own way: by another office's number, or by the name.
  @Test func sheetsMayCallOneRecordByDifferentNames() throws {
    let room = try Room.madeUp()
    let file = try room.file("p.csv", "入库编号,项目名称,归口地区\r\nXM-01,子戊项目,安吉县\r\n")
    _ = try room.file("p.measures.csv", "入库编号,措施,投资\r\nXM-01,余热锅炉,5\r\n")
    _ = try room.file("p.milestones.csv", "项目名称,节点,计划\r\n子戊项目,开工,2023-08-01\r\n")
    func saved() throws -> (measures: [Int], milestones: Int) {
      let project = try #require(try room.export("projects").first { $0["name"] as? String == "子戊项目" })
      let rows = project["measures"] as? [[String: Any]] ?? []
      return (
        rows.compactMap { ($0["investment"] as? NSNumber)?.intValue }, (project["milestones"] as? [Any] ?? []).count
      )
    }
    #expect(room.run(["import", "projects", file]).status == 0)
    #expect(try saved().measures == [5] && saved().milestones == 1)
    _ = try room.file("p.measures.csv", "入库编号,措施,投资\r\nXM-01,余热锅炉,50\r\n")
    let again = room.run(["import", "projects", file])
    #expect(again.status == 0 && again.errors.contains("修改 1，"), "\(again.errors)")
    #expect(try saved().measures == [50])
  }

  /// A project without a holder is found again by its name, and one of its name with a holder is asked about.
  @Test func projectsWithoutAHolderAreNotTakenTwice() throws {
    let room = try Room.madeUp()
    let file = try room.file("p.csv", "项目名称,归口地区\r\n子甲项目,安吉县\r\n子甲项目,德清县\r\n")
    #expect(room.run(["import", "projects", file]).errors.contains("新增 2，"))
    #expect(room.run(["import", "projects", file]).errors.contains("新增 0，修改 0，相同 2，未收 0"))
    let firm = try #require(try room.export("enterprises").first { $0["region"] as? String == "330523" })
    let code = try #require(firm["key"] as? String)
    let held = try room.file(
      "h.csv", "项目名称,归口地区,企业\r\n子甲项目,安吉县,\(code)\r\n子丁项目,安吉县,\(code)\r\n子丁项目,安吉县,\r\n")
    let taken = room.run(["import", "projects", held])
    #expect(taken.errors.contains("那一条没有写主体") && taken.errors.contains("本行没有写主体"), "\(taken.errors)")
    #expect(taken.errors.contains("新增 1，修改 0，相同 0，未收 2（其中冲突 0，疑似重复 2"), "\(taken.errors)")
  }

  @Test func aSheetOfChildRowsThatCannotBeReadIsNotPassedOver() throws {
    let room = try Room.madeUp()
    let path = room.folder + "/p.xlsx"
    _ = try python(
      """
      import openpyxl, sys
      book = openpyxl.Workbook()
      book.active.append(["项目名称", "归口地区"])
      book.active.append(["九号项目", "安吉县"])
      child = book.create_sheet("改造措施")
      child.append(["项目名称", "措施", "投资", "投资（万元）"])
      child.append(["九号项目", "汽轮机", 1, 2])
      book.save(sys.argv[1])
      """, [path])
    let taken = room.run(["import", "projects", path, "--quiet"])
    #expect(taken.status == 1 && taken.errors.contains("该表未导入"), "\(taken.errors)")
  }

  /// Of two columns that go by other names of one text, the first is read and the other named.
  @Test func aSecondNameOfATextIsLeftOutAndSaid() throws {
    let room = try Room.madeUp()
    let file = try room.file(
      "e.csv", "统一社会信用代码,企业名称,归口地区,通讯地址,企业地址,状态,经营状态\r\n91330523MA7B2C3D4R,安吉丙厂,安吉县,甲路,乙路,停产,存续\r\n")
    let taken = room.run(["import", "enterprises", file])
    #expect(taken.errors.contains("没有对应字段的列未导入：企业地址、经营状态"), "\(taken.errors)")
    let firm = try #require(try room.export("enterprises").first { $0["name"] as? String == "安吉丙厂" })
    #expect(firm["address"] as? String == "甲路" && firm["state"] as? String == "idle", "\(firm)")
  }

  /// A sheet without 厂区号 means the firm's only plant, but another region's row is a plant of its own.
  @Test func aFirmsOnlyPlantIsMeantInItsRegionAlone() throws {
    let room = try Room.madeUp()
    let code = "91330523MA7B2C3D4R"
    try room.done(
      ["import", "enterprises", try room.file("a.csv", "统一社会信用代码,厂区号,企业名称,归口地区\r\n\(code),02,安吉乙水泥公司,安吉县\r\n")])
    let same = try room.file("b.csv", "统一社会信用代码,企业名称,归口地区\r\n\(code),安吉乙水泥公司,安吉县\r\n")
    #expect(room.run(["import", "enterprises", same]).errors.contains("新增 0，修改 0，相同 1"))
    let other = try room.file("c.csv", "统一社会信用代码,企业名称,归口地区\r\n\(code),安吉乙水泥公司,德清县\r\n")
    #expect(room.run(["import", "enterprises", other, "--dry-run", "--take", "duplicates"]).errors.contains("修改 0"))
  }

  /// 年度 makes columns of the record's name a year's; without it nobody can say which year they are.
  @Test func flatColumnsGoToTheYearTheyNameAndToNoOther() throws {
    let room = try Room.madeUp()
    let head = "统一社会信用代码,企业名称,归口地区"
    func rows() throws -> [Int: Int] {
      let firm = try room.export("enterprises").first { $0["name"] as? String == "安吉甲水泥公司" }
      let years = firm?["years"] as? [[String: Any]] ?? []
      return Dictionary(
        years.compactMap { row in
          (row["year"] as? NSNumber).map { ($0.intValue, (row["output"] as? NSNumber)?.intValue ?? -1) }
        }, uniquingKeysWith: { $1 })
    }
    let code = "91330523MA7B2C3D4R"
    for year in ["2021,1.5", "2022,2"] {
      let file = try room.file("y.csv", "\(head),年度,总产值（亿元）\r\n\(code),安吉甲水泥公司,安吉县,\(year)\r\n")
      let taken = room.run(["import", "enterprises", file])
      #expect(taken.status == 0, "\(taken.errors)")
    }
    #expect(try rows() == [2021: 15_000, 2022: 20_000])
    let file = try room.file("n.csv", "\(head),固废产生量\r\n\(code),安吉甲水泥公司,安吉县,5\r\n")
    let taken = room.run(["import", "enterprises", file])
    #expect(taken.errors.contains("没有写“年度”"), "\(taken.errors)")
    #expect(try rows() == [2021: 15_000, 2022: 20_000])
    let fresh = try room.file("f.csv", "企业名称,归口地区,固废产生量\r\n安吉新厂,安吉县,5\r\n")
    let new = room.run(["import", "enterprises", fresh])
    #expect(new.errors.contains("没有写“年度”") && new.errors.contains("新增 1，"), "\(new.errors)")
    let firm = try #require(try room.export("enterprises").first { $0["name"] as? String == "安吉新厂" })
    #expect((firm["years"] as? [Any] ?? []).isEmpty)
  }

  /// What an office signs, read back, says nothing that the library does not know.
  @Test(arguments: ["enterprises", "projects", "efficiency"]) func fixedListsComeBackAsTheyWere(_ register: String)
    throws
  {
    let room = try Room.madeUp()
    let out = room.folder + "/list.xlsx"
    try room.done(["export", register, "--profile", "plan", "-o", out])
    let again = room.run(["import", register, out, "--dry-run"])
    #expect(again.errors.contains("新增 0，修改 0，"), "\(again.errors.suffix(400)) \(again.output.prefix(800))")
  }

  @Test func whatIsOnlyLikeAFieldIsNotWrittenUnasked() throws {
    let room = try Room.madeUp()
    let file = try room.file("l.csv", "项目名称,归口地区,项目主要改造内容\r\n三号余热项目,安吉县,锅炉\r\n")
    let looked = room.run(["import", "projects", file, "--dry-run"])
    #expect(looked.errors.contains("按相近的名称认出的列"), "\(looked.errors)")
    let refused = room.run(["import", "projects", file])
    #expect(refused.status == 2 && refused.errors.contains("--likely"), "\(refused.errors)")
    #expect(room.run(["import", "projects", file, "--likely"]).errors.contains("新增 1"))
  }

  /// Rows of child lists alone find their records in the library; what may not be changed goes to the rejects with its
  /// reason, and rows of a record whose own row is left stay with it.
  @Test func childRowsFindRecordsThatTheSheetDoesNotHave() throws {
    let room = try Room.madeUp()
    let frozen = try #require(
      try room.export("projects").first { project in
        let places = project["memberships"] as? [[String: Any]] ?? []
        return places.contains { $0["state"] as? String == "admitted" }
      })
    let name = try #require(frozen["library_code"] as? String)
    let list = "项目名称,归口地区\r\n游甲项目,安吉县\r\n游乙项目,安吉县\r\n"
    try room.done(["import", "projects", room.file("first.csv", list)])
    let file = try room.file("p.csv", "项目名称,归口地区\r\n游丙项目,安吉县\r\n游乙项目,乌有县\r\n")
    _ = try room.file(
      "p.measures.csv",
      "项目名称,措施,投资\r\n游丙项目,余热锅炉,5\r\n游甲项目,汽轮机,7\r\n游乙项目,风机,9\r\n\(name),水泵,3\r\n没有的项目,锅炉,1\r\n")
    _ = try room.file("p.milestones.csv", "项目名称,节点,计划\r\n游甲项目,开工,2023-03-01\r\n")
    let looked = room.run(["import", "projects", file, "--dry-run", "--format", "csv"])
    #expect(looked.output.contains("修改,") && looked.output.contains("p.measures.csv 第3行"), "\(looked.output)")
    let rejects = room.folder + "/r.csv"
    let taken = room.run(["import", "projects", file, "--rejects", rejects])
    #expect(taken.errors.contains("新增 1，修改 1，相同 0，未收 2"), "\(taken.errors)")
    let left = try String(contentsOfFile: room.folder + "/r.measures.csv", encoding: .utf8)
    let lines = left.split(separator: "\r\n").map { $0.split(separator: ",", maxSplits: 3).map(String.init) }
    #expect(lines.map(\.first) == ["项目名称", "游乙项目", name, "没有的项目"], "\(left)")
    #expect(lines[2].last?.contains("须走变更") == true && lines[3].last?.contains("对不上") == true, "\(left)")
    let project = try #require(try room.export("projects").first { $0["name"] as? String == "游甲项目" })
    #expect((project["measures"] as? [[String: Any]])?.map { $0["name"] as? String } == ["汽轮机"])
    #expect((project["milestones"] as? [[String: Any]])?.count == 1)
    let again = room.run(["import", "projects", file])
    #expect(again.errors.contains("新增 0，修改 0，相同 2，未收 2"), "\(again.errors)")
    // A code that is no record's is not made good by a name; two names of one record are told.
    let code = try #require(project["library_code"] as? String)
    _ = try room.file("q.csv", "项目名称,归口地区\r\n游丁项目,安吉县\r\n")
    _ = try room.file(
      "q.measures.csv",
      "入库编号,项目名称,措施,投资\r\n330523-2023-9999-ZJ,游甲项目,错,1\r\n\(code),游甲项目,对,2\r\n,游甲项目,另,3\r\n")
    let third = room.run(["import", "projects", room.folder + "/q.csv"])
    #expect(third.errors.contains("新增 1，修改 1，相同 0，未收 0，子表未收 2 处"), "\(third.errors)")
    let measures = try room.export("projects").first { $0["name"] as? String == "游甲项目" }?["measures"]
    #expect((measures as? [[String: Any]])?.map { $0["name"] as? String } == ["汽轮机", "对"])
  }

  /// Two records of one name, told apart by their codes: each gets its own rows, and who is left keeps them.
  @Test func recordsOfOneNameTakeTheirOwnRows() throws {
    let room = try Room.madeUp()
    let list = "项目名称,归口地区\r\n同名项目,安吉县\r\n同名项目,德清县\r\n"
    try room.done(["import", "projects", room.file("first.csv", list)])
    func projects() throws -> [(code: String, measures: [String])] {
      try room.export("projects").filter { $0["name"] as? String == "同名项目" }.map { project in
        let rows = project["measures"] as? [[String: Any]] ?? []
        return (project["library_code"] as? String ?? "", rows.compactMap { $0["name"] as? String })
      }.sorted { $0.code < $1.code }
    }
    let codes = try projects().map(\.code)
    try #require(codes.count == 2)
    let file = try room.file("p.csv", "项目名称,归口地区\r\n同名丙项目,安吉县\r\n")
    _ = try room.file(
      "p.measures.csv",
      "项目名称,入库编号,措施,投资\r\n同名项目,\(codes[0]),甲措施,1\r\n同名项目,\(codes[1]),乙措施,不详\r\n同名项目,\(codes[1]),丙措施,3\r\n")
    let rejects = room.folder + "/r.csv"
    let taken = room.run(["import", "projects", file, "--rejects", rejects])
    #expect(taken.errors.contains("新增 1，修改 1，相同 0，未收 1"), "\(taken.errors)")
    #expect(try projects().map(\.measures) == [["甲措施"], []])
    let left = try String(contentsOfFile: room.folder + "/r.measures.csv", encoding: .utf8)
    #expect(!left.contains("甲措施") && left.contains("乙措施") && left.contains("丙措施"), "\(left)")
    _ = try room.file("r.measures.csv", left.replacingOccurrences(of: "不详", with: "2"))
    #expect(room.run(["import", "projects", rejects]).errors.contains("新增 0，修改 1，"))
    #expect(try projects().map(\.measures) == [["甲措施"], ["乙措施", "丙措施"]])
  }
}
