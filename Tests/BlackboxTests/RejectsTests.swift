import Foundation
import TestTerminal
import Testing

/// What an import does not take: files of rejects that can be mended and taken in by themselves.
@Suite struct RejectsTests {
  private func python(_ script: String, _ arguments: [String]) throws -> String {
    let outcome = BuiltSanku.run(["-c", script] + arguments, program: "/usr/bin/python3")
    try #require(outcome.status == 0, "openpyxl: \(outcome.errors)")
    return outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// What is not taken goes to the rejects with its child rows, and what is left of a record's list with its record: the
  /// mended rejects, taken in alone, bring all of it.
  @Test(arguments: ["xlsx", "csv"]) func rejectsHoldTheChildRowsThatWereNotTaken(_ form: String) throws {
    let room = try Room.madeUp()
    let rejects = room.folder + "/rejects.\(form)"
    let path: String
    if form == "csv" {
      path = try room.file("p.csv", "项目名称,归口地区\r\n子甲项目,安吉县\r\n子乙项目,乌有县\r\n子丙项目,德清县\r\n")
      _ = try room.file(
        "p.measures.csv",
        "项目名称,措施,投资（亿元）\r\n子甲项目,余热锅炉,0.5\r\n子乙项目,甲锅炉,0.25\r\n子丙项目,丙锅炉,0.5\r\n子丙项目,丁锅炉,0.75,,多\r\n没有的项目,锅炉,1\r\n")
    } else {
      path = room.folder + "/p.xlsx"
      _ = try python(
        """
        import openpyxl, sys
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.append(["重点项目表"])
        for row in [["项目名称", "归口地区"], ["子甲项目", "安吉县"], ["子乙项目", "乌有县"], ["子丙项目", "德清县"]]: sheet.append(row)
        child = book.create_sheet("改造措施")
        for row in [["改造措施表"], ["项目名称", "措施", "投资（亿元）"], ["子甲项目", "余热锅炉", 0.5], ["子乙项目", "甲锅炉", 0.25],
                    ["子丙项目", "丙锅炉", 0.5], [None, "丁锅炉", 0.75, None, "多"], ["没有的项目", "锅炉", 1]]: child.append(row)
        book.save(sys.argv[1])
        """, [path])
    }
    let taken = room.run(["import", "projects", path, "--rejects", rejects])
    #expect(taken.status == 1 && taken.errors.contains("新增 2，"), "\(taken.errors)")
    func measures() throws -> [String: [Int]] {
      let found = try room.export("projects").filter { ($0["name"] as? String ?? "").hasPrefix("子") }
      return Dictionary(
        found.map { project in
          let rows = project["measures"] as? [[String: Any]] ?? []
          return (project["name"] as? String ?? "", rows.compactMap { ($0["investment"] as? NSNumber)?.intValue })
        }, uniquingKeysWith: +)
    }
    #expect(try measures() == ["子甲项目": [5000], "子丙项目": []])
    if form == "csv" {
      let mend = { (file: String, old: String, new: String) in
        let text = try String(contentsOfFile: room.folder + "/" + file, encoding: .utf8)
        #expect(text.contains(old), "\(text)")
        _ = try room.file(file, text.replacingOccurrences(of: old, with: new))
      }
      try mend("rejects.csv", "乌有县", "安吉县")
      try mend("rejects.measures.csv", ",多\r\n", "\r\n")
      try mend("rejects.measures.csv", "没有的项目", "子甲项目")
    } else {
      let rows = try python(
        """
        import openpyxl, sys
        book = openpyxl.load_workbook(sys.argv[1])
        print([[c or "" for c in row][:2] for row in book["改造措施"].iter_rows(values_only=True)])
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    cell.value = {"乌有县": "安吉县", "多": None, "没有的项目": "子甲项目"}.get(cell.value, cell.value)
        book.save(sys.argv[1])
        """, [rejects])
      #expect(
        rows == "[['改造措施表', ''], ['项目名称', '措施'], ['子乙项目', '甲锅炉'], ['子丙项目', '丙锅炉'], ['', '丁锅炉'], ['没有的项目', '锅炉']]")
    }
    let again = room.run(["import", "projects", rejects])
    #expect(again.errors.contains("新增 1，修改 2，相同 0，未收 0\n"), "\(again.errors)")
    #expect(try measures() == ["子甲项目": [5000, 10_000], "子乙项目": [2500], "子丙项目": [5000, 7500]])
  }

  /// Files that nobody named are not written over, and what is left of an earlier run does not come in again.
  @Test func rejectsWriteOverNoOtherFile() throws {
    let room = try Room.madeUp()
    let file = try room.file("p.csv", "项目名称,归口地区\r\n子己项目,乌有县\r\n")
    _ = try room.file("p.measures.csv", "项目名称,措施,投资\r\n子己项目,余热锅炉,5\r\n")
    let own = room.run(["import", "projects", file, "--rejects", file])
    #expect(own.status == 2 && own.errors.contains("与要导入的文件相同"), "\(own.errors)")
    _ = try room.file("r.measures.csv", "别的内容\r\n")
    let refused = room.run(["import", "projects", file, "--rejects", room.folder + "/r.csv"])
    #expect(refused.status == 2 && refused.errors.contains("那里已有别的文件"), "\(refused.errors)")
    #expect(try String(contentsOfFile: room.folder + "/r.measures.csv", encoding: .utf8) == "别的内容\r\n")
    let out = room.folder + "/out.csv"
    _ = room.run(["import", "projects", file, "--rejects", out])
    let child = { try String(contentsOfFile: room.folder + "/out.measures.csv", encoding: .utf8) }
    #expect(try child().contains("余热锅炉"))
    _ = try room.file("p.csv", "项目名称,归口地区\r\n子己项目,安吉县\r\n")
    #expect(room.run(["import", "projects", file, "--rejects", out]).status == 0)
    #expect(try !child().contains("余热锅炉"))
    let book = room.folder + "/out.xlsx"
    _ = try room.file("p.csv", "项目名称,归口地区\r\n子庚项目,乌有县\r\n")
    _ = try room.file("p.measures.csv", "项目名称,措施,投资\r\n子庚项目,余热锅炉,5\r\n")
    _ = room.run(["import", "projects", file, "--rejects", book])
    #expect(room.run(["import", "projects", book, "--dry-run"]).errors.contains("子表：改造措施"))
  }

  /// A row of units stays what it is, so that mended figures keep their size however often they come back.
  @Test func rejectsOfASheetWithARowOfUnitsKeepTheirUnits() throws {
    let room = try Room.madeUp()
    let head = "企业名称,归口地区,年度,总产值\r\n,,,亿元\r\n"
    var path = try room.file("u.csv", head + "单位乙厂,乌有县,2022,2\r\n")
    for round in 1...2 {
      let rejects = room.folder + "/r\(round).csv"
      #expect(room.run(["import", "enterprises", path, "--rejects", rejects]).status == 1)
      path = rejects
    }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.components(separatedBy: "未收原因").count == 2, "\(text)")
    _ = try room.file("m.csv", text.replacingOccurrences(of: "乌有县", with: "安吉县"))
    let taken = room.run(["import", "enterprises", room.folder + "/m.csv"])
    let firm = try #require(try room.export("enterprises").first { $0["name"] as? String == "单位乙厂" }, "\(taken.errors)")
    let year = try #require((firm["years"] as? [[String: Any]])?.first)
    #expect((year["output"] as? NSNumber)?.intValue == 20_000, "\(taken.errors)")
  }
}
