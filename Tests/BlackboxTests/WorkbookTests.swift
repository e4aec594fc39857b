import Domain
import Foundation
import TestTerminal
import Testing

/// Workbooks that go out, judged by another program.
@Suite struct WorkbookTests {
  private let reference = ReferenceTables.builtIn

  /// What a JSON value is to a field: the value itself, whatever it is written as.
  private func value(_ json: Any?, _ field: FieldSpec) throws -> Value {
    switch json {
    case nil: return .empty
    case let number as NSNumber where field.kind == .flag: return number.boolValue ? .flag(true) : .empty
    case let number as NSNumber: return try read("\(number)", field)
    case let text as String: return try read(text, field)
    default: return .empty
    }
  }

  private func read(_ text: String, _ field: FieldSpec) throws -> Value {
    if case .record = field.kind { return text.isEmpty ? .empty : .text(text) }
    if text.isEmpty { return .empty }
    if case .amount = field.kind {
      return try .amount(#require(Amount(parsing: text, rounding: true), "\(field.id): \(text)"))
    }
    return try field.kind.parse(text, field: field.label, reference: reference).get()
  }

  /// A neutralised text as it was.
  private func restored(_ text: String) -> String {
    guard text.hasPrefix("'") else { return text }
    let rest = text.unicodeScalars.drop { $0 == "'" || $0 == " " || $0 == "\u{3000}" }
    return rest.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
      ? String(text.unicodeScalars.dropFirst()) : text
  }

  private func check(
    _ rows: [[Spreadsheet.Cell]], _ expected: [[Any?]], _ fields: [FieldSpec], from column: Int
  ) throws {
    try #require(rows.count >= expected.count)
    for (row, values) in zip(rows, expected) {
      for (place, field) in fields.enumerated() {
        let cell = row[column + place]
        #expect(cell.type != "f", "\(field.id): \(cell)")
        let mine = try read(restored(cell.value ?? ""), field)
        let theirs = try value(values[place], field)
        #expect(mine == theirs, "\(field.id): \(cell) is not \(theirs)")
        if !theirs.isEmpty, field.kind.isText { #expect(cell.type == "s", "\(field.id): codes are texts, \(cell)") }
        if case .amount = field.kind, !theirs.isEmpty { #expect(cell.type == "n", "\(field.id): \(cell)") }
        if field.kind == .day, !theirs.isEmpty { #expect(cell.type == "d", "\(field.id): \(cell)") }
      }
    }
  }

  @Test(arguments: Registers.all.map(\.id)) func everyCellIsReadBackByAnotherProgram(_ id: String) throws {
    let register = try #require(Registers.named(id))
    let room = try Room.madeUp()
    let path = room.folder + "/out.xlsx"
    try room.done(["export", id, "-o", path])
    let records = try room.export(id)
    let book = try Spreadsheet(path)
    let sheet = try #require(book[register.label.zh])
    try check(
      Array(sheet.rows.dropFirst()), records.map { record in register.fields.map { record[$0.id] } }, register.fields,
      from: 0)
    #expect(sheet.frozen?.hasSuffix("2") == true && sheet.fits)
    #expect(records.isEmpty || sheet.filter != nil)
    for list in register.lists {
      let child = try #require(book[list.id == "answers" ? list.id : list.label.zh])
      let rows = records.flatMap { record in
        (record[list.id] as? [[String: Any]] ?? []).map { row in (record[register.keyField] as? String ?? "", row) }
      }
      try check(
        Array(child.rows.dropFirst()), rows.map { row in list.fields.map { row.1[$0.id] } }, list.fields, from: 2)
      for (cells, row) in zip(child.rows.dropFirst(), rows) {
        #expect(cells[0].value == row.0)
        #expect(cells[1].value == row.1["id"] as? String)
      }
    }
    if !records.isEmpty, let total = register.layout.totals.first,
      let place = register.fields.firstIndex(where: { $0.id == total })
    {
      let last = try #require(sheet.rows.last)
      #expect(last.contains { $0.value == "合计（\(records.count)项）" })
      let sum = Amount.sum(try records.compactMap { try value($0[total], register.fields[place]).amount })
      #expect(last[place].value == sum?.plain)
    }
  }

  @Test func codeListsMayOnlyBeChosenFrom() throws {
    let room = try Room.madeUp()
    let path = room.folder + "/out.xlsx"
    try room.done(["export", "projects", "-o", path])
    let book = try Spreadsheet(path)
    let sheet = try #require(book["项目库"])
    let stage = try #require(Registers.named("projects")?.fields.firstIndex { $0.id == "focus_area" })
    let letter = try #require(UnicodeScalar(65 + stage).map(String.init))
    let rule = try #require(sheet.rules.first { $0[0].hasPrefix("\(letter)2:") })
    #expect(rule[1] == "list" && rule[2] == "\"工艺装备节能改造,设施配套升级,新能源推广应用,资源循环利用\"")
    // A long list stands on a sheet of its own.
    let long = try #require(sheet.rules.first { $0[2].contains("选项") })
    #expect(long[2].contains("'选项'!$") && book["选项"] != nil)
  }

  @Test func hostileCellsAreNeutralisedAndRunByNothing() throws {
    let room = try Room.empty()
    let hostile = [
      "=1+1", "+1", "-2+3", "@SUM(A1)", "=cmd|'/c calc'!A0", "\t=1", "＝1+1", " =1", "'=1",
      "=HYPERLINK(\"http://x\",\"y\")",
      "_x0041_", "a&b<c>", "]]>", "{=1}", "#REF!", "=DDE(1)",
    ]
    var csv = "credit_code,plant,name,region\r\n"
    for (place, text) in hostile.enumerated() {
      csv += ",0\(place % 10),\"\(text.replacingOccurrences(of: "\"", with: "\"\""))甲\(place)\",330523\r\n"
    }
    let file = try room.file("h.csv", csv)
    try room.done(["import", "enterprises", file])
    let path = room.folder + "/h.xlsx"
    try room.done(["export", "enterprises", "-o", path])
    let names = Set(try room.export("enterprises").compactMap { $0["name"] as? String })
    #expect(names.count == hostile.count)
    let sheet = try #require(try Spreadsheet(path)["企业清单"])
    let place = try #require(sheet.texts(0).firstIndex { $0.hasPrefix("企业名称") })
    let rows = sheet.rows.dropFirst().prefix(hostile.count)
    #expect(rows.allSatisfy { $0.allSatisfy { $0.type != "f" && $0.type != "e" } })
    // What openpyxl shows has the mark of the neutralised text, and is the name without it.
    #expect(
      Set(rows.compactMap { $0[place].value.map(restored) }.map { $0.replacingOccurrences(of: "_x005F_", with: "_") })
        == names)
    for row in rows {
      let name = try #require(row[place].value)
      #expect(!"=+-@＝".contains(try #require(name.first)), "\(name)")
    }
    let unzipped = BuiltSanku.run(
      [
        "-c",
        "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); print(''.join(z.read(n).decode() for n in z.namelist() if 'sheet' in n))",
        path,
      ],
      program: "/usr/bin/python3")
    #expect(unzipped.status == 0 && !unzipped.output.contains("<f>") && !unzipped.output.contains("<f "))
  }

  @Test func aListIsWrittenAsFiltered() throws {
    let room = try Room.madeUp()
    let all = try room.export("projects")
    let few = all.filter { $0["focus_area"] as? String == "renewables" || $0["stage"] as? String == "reserve" }
    let path = room.folder + "/list.xlsx"
    let wanted = ["library_code", "name", "saving", "deadline"]
    try room.done([
      "list", "projects", "--where", "stage=reserve", "--columns", wanted.joined(separator: ","), "--sort",
      "library_code",
      "-o", path,
    ])
    let sheet = try #require(try Spreadsheet(path)["项目库"])
    let reserve = few.filter { $0["stage"] as? String == "reserve" }
    #expect(reserve.count > 3 && sheet.rows.count == reserve.count + 3)
    #expect(sheet.texts(0) == ["入库编号", "项目名称", "节能量（tce/年）", "改造期限"] || sheet.texts(0).count == 4, "\(sheet.texts(0))")
    #expect(
      Set(sheet.rows.dropFirst().prefix(reserve.count).compactMap { $0[0].value })
        == Set(reserve.compactMap { $0["library_code"] as? String }))
    #expect(sheet.rows.last?.contains { $0.value == "合计（\(reserve.count)项）" } == true)
    // To standard output as well, and to nobody's terminal.
    let piped = room.run(["list", "projects", "--format", "xlsx", "--limit", "1"])
    #expect(piped.status == 0 && piped.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]))
  }

  @Test func csvCarriesTheMarkWhereItIsAskedFor() throws {
    let room = try Room.madeUp()
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    #expect(room.run(["export", "projects", "--bom"]).bytes.starts(with: mark))
    #expect(!room.run(["export", "projects"]).bytes.starts(with: mark))
    let path = room.folder + "/bare.csv"
    try room.done(["export", "projects", "--no-bom", "-o", path])
    #expect(try !Data(contentsOf: URL(fileURLWithPath: path)).starts(with: mark))
    try room.done(["export", "projects", "-o", path])
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).starts(with: mark))
  }

  /// A folder for temporary files, and what a shell makes of a command there.
  private func shell(_ room: Room, _ script: String) throws -> (folder: String, outcome: BuiltSanku.Outcome) {
    let folder = room.folder + "/tmp"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let outcome = BuiltSanku.run(
      ["-c", script, BuiltSanku.path], environment: ["SANKU_LIBRARY": room.library, "TMPDIR": folder],
      program: "/bin/bash")
    return (folder, outcome)
  }

  @Test func whatIsMadeOnTheWayIsSeenByNobodyElse() throws {
    let room = try Room.madeUp()
    // The reader waits: the workbook stands in its folder, and is more than a pipe holds.
    let (_, outcome) = try shell(
      room,
      """
      umask 022
      "$0" export projects --format xlsx | {
        head -c 1 > /dev/null
        find "$TMPDIR" -mindepth 1 -printf '%m %P\\n' | sed 's/sanku-[^/]*/sanku-/' | sort
        cat > /dev/null
      }
      """)
    #expect(outcome.output == "600 sanku-/book.xlsx\n700 sanku-\n", "\(outcome.output)\(outcome.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: room.folder + "/tmp") == [])
  }

  @Test func aWorkbookThatCannotBeWrittenLeavesNothingAndSaysSoOnce() throws {
    let room = try Room.madeUp()
    for command in ["export projects -o q.xlsx", "template projects -o q.xlsx", "list projects -o q.xlsx"] {
      let (folder, outcome) = try shell(room, "cd \"$TMPDIR/..\"; ulimit -f 4; exec \"$0\" \(command)")
      #expect(outcome.status == 4, "\(command)")
      let lines = outcome.errors.split(separator: "\n")
      #expect(lines.count == 1 && lines[0].hasPrefix("sanku: 工作簿没有写成"), "\(command): \(outcome.errors)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [], "\(command)")
      #expect(!FileManager.default.fileExists(atPath: room.folder + "/q.xlsx"))
    }
  }

  @Test func aWorkbookTakenInAgainIsNotToldOfTheSheetsBesideItsRecords() throws {
    let room = try Room.madeUp()
    let path = room.folder + "/out.xlsx"
    try room.done(["export", "projects", "-o", path])
    let outcome = room.run(["import", "projects", path, "--dry-run"])
    #expect(outcome.errors.contains("修改 0") && !outcome.errors.contains("选项"), "\(outcome.errors)")
  }
}
