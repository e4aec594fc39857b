import Foundation
import TestTerminal
import Testing

/// Every figure on the screens equals a count of what the library exports, made in another way.
@Suite(.serialized) struct RecountTests {
  @Test func everyCountOfTheTree() throws {
    let room = try Room.madeUp()
    let count = try Recount(room)
    let desk = try Desk(room, columns: 120, rows: 160).atProjects()
    // Unfolds every city, from the last one up.
    desk.press("<Tab><End>")
    for _ in 0..<11 { desk.press("<Right><Up>") }
    let members = count.projects.filter(count.isMember)
    var city = ""
    var seen: Set<String> = []
    for row in 1..<160 {
      let line = desk.session.text(row: row, to: 20)
      let words = line.filter { !"▌▾▸│".contains($0) }.split(separator: " ").map(String.init)
      guard words.count >= 2, let shown = Int(words.dropFirst().joined()) else { continue }
      let name = words[0]
      // A city's own unit stands without the city's name, and a long name may be cut.
      let start = name.hasSuffix("…") ? String(name.dropLast()) : name
      let region = try #require(
        count.regions.first {
          $0.name.hasPrefix(start) && [city, "330000", ""].contains($0.parent) && !seen.contains($0.code)
        } ?? count.regions.first { $0.parent == city && $0.name.hasSuffix(name) }, "\(name)")
      if region.parent == "330000" { city = region.code }
      seen.insert(region.code)
      #expect(shown == members.count { count.isIn($0, region.code) }, "\(name) \(region.code)")
    }
    #expect(seen.count == count.regions.count, "\(Set(count.regions.map(\.code)).subtracting(seen))\n\(desk.screen)")
  }

  @Test func theTotalsUnderTheTable() throws {
    let room = try Room.madeUp()
    let count = try Recount(room)
    let desk = try Desk(room, columns: 160, rows: 40).atProjects()
    desk.press("<Tab><Home>")
    for city in count.regions where city.parent.isEmpty || city.parent == "330000" {
      try desk.sees(" \(city.name) 在库")
      #expect(desk.session.wait(limit: 5000) { !$0.contains(" …") }, "\(desk.screen)")
      let here = count.projects.filter { count.isIn($0, city.code) }
      let members = here.count(where: count.isMember)
      #expect(desk.number(after: " \(city.name) 在库") == members, "\(desk.screen)")
      if here.count > members { #expect(desk.number(after: "不在库") == here.count - members) }
      let saving = try #require(desk.number(after: "预期节能量(当量)"))
      #expect(abs(Decimal(saving) - count.sum(here, "saving")) <= 1, "\(city.name)")
      let money = try #require(desk.lines.compactMap { $0.firstMatch(of: /总投资 ([0-9 ,.]+) (亿元|万元)$/) }.last)
      let shown =
        try #require(Decimal(string: money.1.filter { $0.isNumber || $0 == "." })) * (money.2 == "亿元" ? 10_000 : 1)
      #expect(abs(shown - count.sum(here, "investment")) <= (money.2 == "亿元" ? 50 : 1), "\(city.name)")
      desk.press("<Down>")
    }
  }

  @Test func theDashboards() throws {
    let room = try Room.madeUp()
    let count = try Recount(room)
    let desk = try Desk(room, columns: 160, rows: 100).opened()
    desk.press("<Alt-1>")
    try desk.sees("计划目标")
    let members = count.projects.filter(count.isMember)
    let carriedOut = count.projects.filter(count.isCarriedOut)
    var board = Board(desk)
    #expect(board.figure("组织实施技改项目") == carriedOut.count, "\(desk.screen)")
    #expect(board.figure("其中省级重点") == carriedOut.count(where: count.isKey))
    for stage in ["储备", "实施", "竣工", "验收", "终止"] {
      #expect(board.figure(stage, near: "储备") == members.count { count.stage($0) == stage }, "\(stage)")
    }
    try board.equals("各地 组织实施(项)", count.byCity(carriedOut))
    try board.equals("能效清单", Dictionary(grouping: count.lines, by: count.grade).mapValues(\.count))

    desk.press("v")
    try desk.sees("清单")
    board = Board(desk)
    let enterprises = count.enterprises
    #expect(board.figure("清单", near: "含厂区") == enterprises.count)
    #expect(board.figure("企业 ", near: "含厂区") == Set(enterprises.compactMap { $0["credit_code"] }).count)
    #expect(board.figure("重点用能") == enterprises.count { count.year($0)["key_energy_user"] == "true" })
    try board.equals("各地 条数", count.byCity(enterprises))
    let energy = enterprises.filter { $0["plant"] == "00" }.map(count.year).filter { $0["basis"] == "calorific" }
    let shown = try #require(board.decimal("综合能耗"))
    #expect(abs(shown * 10_000 - count.sum(energy, "energy")) <= 500, "\(shown)")

    desk.press("v")
    try desk.sees("项目与能效")
    board = Board(desk)
    #expect(board.figure("在库") == members.count)
    try board.equals("各地 在库", count.byCity(members))
    try board.equals(
      "层级 在库",
      ["县级库": "county", "市级库": "city", "省级库": "province"].mapValues { tier in members.count { count.isIn(tier, $0) } })
    let areas = ["process": "工艺装备节能改造", "facilities": "设施配套升级", "new_energy": "新能源推广应用", "recycling": "资源循环利用"]
    try board.equals(
      "改造领域", Dictionary(grouping: members) { areas[$0["focus_area"] ?? ""] ?? "" }.mapValues(\.count))
    try board.equals("实施阶段", Dictionary(grouping: members, by: count.stage).mapValues(\.count))
  }

  /// Projects with shares in another city: their savings stand there, and their records are found from there.
  @Test func sharesCountWhereTheyStand() throws {
    let source = try Room.madeUp()
    let before = try Recount(source)
    // What these link to stands in the other lists.
    for list in EveryRegisterTests.registers where !["projects", "enterprises", "efficiency"].contains(list) {
      try source.done(["export", list, "-o", "\(source.folder)/\(list).csv"])
    }
    let cities = before.regions.filter { $0.parent == "330000" }
    let large = before.projects.filter { before.isMember($0) && !($0["saving"] ?? "").isEmpty }
      .sorted { before.sum([$0], "saving") > before.sum([$1], "saving") }
    let path = source.folder + "/projects.shares.csv"
    var shares = try String(contentsOfFile: path, encoding: .utf8)
    for (index, project) in large.prefix(8).enumerated() {
      let home = cities.firstIndex { before.isIn(project, $0.code) } ?? 0
      let other = cities[(home + 1 + index % 3) % cities.count].code
      let county = try #require(before.regions.first { $0.parent == other }?.code)
      let saving = before.sum([project], "saving") * 3 / 4
      let id = "0189099a-0000-7000-8000-00000000000\(index)"
      var whole = Decimal()
      var exact = saving
      NSDecimalRound(&whole, &exact, 0, .down)
      shares += "\(project["library_code"] ?? ""),\(id),\(county),,\(whole),\r\n"
    }
    try shares.write(toFile: path, atomically: true, encoding: .utf8)
    let room = try Room()
    try room.done(["init", room.library, "--from", source.folder, "--quiet"])
    room.verify()
    let count = try Recount(room)
    let members = count.projects.filter(count.isMember)
    let wanted = count.sharedByCity(members, "saving")
    let desk = try Desk(room, columns: 160, rows: 100).opened()
    desk.press("<Alt-1>")
    try desk.sees("计划目标")
    desk.press("vv")
    try desk.sees("项目与能效")
    let shown = Board(desk).second("各地 在库")
    let lead = Dictionary(
      uniqueKeysWithValues: cities.map { city in
        (String(city.name.dropLast()), count.sum(members.filter { count.isIn($0, city.code) }, "saving"))
      })
    var moved = 0
    for (city, saving) in wanted {
      let found = try #require(shown[city], "\(city)\n\(desk.screen)")
      #expect(abs(found * 10_000 - saving) <= 501, "\(city): \(found) \(saving)")
      if abs(saving - (lead[city] ?? 0)) > 1500 { moved += 1 }
    }
    #expect(moved > 3, "the shares must move something that is seen")
    for city in cities {
      let found = "\(room.folder)/touching.csv"
      try room.done(["export", "projects", "--where", "region|shares.region=\(city.code)", "-o", found])
      let codes = Set(try Recount.table(found).compactMap { $0["library_code"] })
      #expect(codes == Set(count.touching(city.code).compactMap { $0["library_code"] }), "\(city.name)")
    }
  }

  @Test func everyCountOpensIntoAsManyRecords() throws {
    let desk = try Desk(try Room.madeUp(), columns: 120, rows: 60).opened()
    desk.press("<Alt-1>")
    var opened = 0
    for page in ["计划目标", "企业清单", "项目与能效"] {
      try desk.sees(page)
      var seen: Set<String> = []
      // Round all figures of the page, each once; those that do not count records are passed by.
      while let (place, shown) = marked(desk), seen.insert(place).inserted {
        if let shown {
          desk.press("<Enter>")
          // Counts may follow a moment later than the rows.
          #expect(desk.session.wait(limit: 5000) { _ in !desk.lines[desk.lines.count - 2].contains("…") })
          let found = desk.number(after: "共") ?? ((desk.number(after: "在库") ?? 0) + (desk.number(after: "不在库") ?? 0))
          #expect(found == shown, "\(page) \(place)\n\(desk.screen)")
          opened += 1
          desk.press("<Esc>")
          try desk.sees(page)
          #expect(marked(desk)?.place == place, "back at another figure")
        }
        desk.press("<Tab>")
      }
      desk.press("v")
    }
    #expect(opened > 60, "\(opened)")
  }

  /// The figure that is selected: where it stands, and its value if it counts records.
  private func marked(_ desk: Desk) -> (place: String, count: Int?)? {
    for (row, line) in desk.lines.enumerated() {
      guard let mark = line.firstIndex(of: "▸") else { continue }
      let place = "\(row):\(line[..<mark].count)"
      let rest = line[line.index(after: mark)...].drop { $0 == " " }
      let figure = rest.prefixMatch(of: /([0-9]{1,3}(?: [0-9]{3})*)(?! ?[0-9])(?=项|条|家|线|\/| |$)/)
      return (place, figure.flatMap { Int($0.1.filter(\.isNumber)) })
    }
    return nil
  }

  @Test func theFilesAgree() throws {
    let room = try Room.madeUp()
    let count = try Recount(room)
    for (register, rows, key) in [
      ("projects", count.projects, "library_code"), ("enterprises", count.enterprises, "key"),
      ("efficiency", count.lines, "key"),
    ] {
      let records = try room.export(register)
      #expect(records.count == rows.count)
      let names = Dictionary(rows.map { ($0[key] ?? "", $0["name"] ?? "") }, uniquingKeysWith: { $1 })
      #expect(names.count == rows.count)
      #expect(records.allSatisfy { names[$0[key] as? String ?? ""] == $0["name"] as? String })
    }
  }
}

/// A dashboard as it is read from the screen: its blocks, and figures within sentences.
private struct Board {
  private let lines: [String]
  /// The left half of the screen, then the right one.
  private var halves: [String] = []

  init(_ desk: Desk) {
    let columns = desk.session.columns
    lines = desk.lines.map { $0.filter { $0 != "▸" } }
    for (start, end) in [(0, (columns - 1) / 2), ((columns - 1) / 2, columns)] {
      halves += (0..<desk.session.rows).map { desk.session.text(row: $0, from: start, to: end).filter { $0 != "▸" } }
    }
  }

  /// The first whole number behind a word, bars skipped; `near` stands in the same line.
  func figure(_ word: String, near: String = "") -> Int? {
    decimal(word, near: near).map { ($0 as NSDecimalNumber).intValue }
  }

  func decimal(_ word: String, near: String = "") -> Decimal? {
    for line in lines where near.isEmpty || line.contains(near) {
      guard let found = line.range(of: word) else { continue }
      let rest = line[found.upperBound...].drop { !$0.isASCII || !$0.isNumber }
      var digits = ""
      var before: Character = " "
      for character in rest {
        // A blank within a number sets thousands off; two end it.
        guard character.isASCII, character.isNumber || character == "." || character == " " && before != " " else {
          break
        }
        digits.append(character)
        before = character
      }
      return Decimal(string: digits.filter { $0 != " " })
    }
    return nil
  }

  /// The rows of a block with bars: what each is called, and its first number.
  func block(_ title: String) -> [String: Int] {
    guard let start = halves.firstIndex(where: { $0.contains("─ \(title)") }) else { return [:] }
    var rows: [String: Int] = [:]
    for line in halves[(start + 1)...] {
      let words = line.split(separator: " ").map(String.init)
      guard !line.hasPrefix("─"), words.count >= 2 else { break }
      let numbers = words.dropFirst().compactMap { Int($0) }
      if let first = numbers.first { rows[words[0]] = first }
    }
    return rows
  }

  /// The last number of each row of a block, with its decimals.
  func second(_ title: String) -> [String: Decimal] {
    guard let start = halves.firstIndex(where: { $0.contains("─ \(title)") }) else { return [:] }
    var rows: [String: Decimal] = [:]
    for line in halves[(start + 1)...] {
      let words = line.split(separator: " ").map(String.init)
      guard !line.hasPrefix("─"), words.count >= 2 else { break }
      rows[words[0]] = words.last.flatMap { Decimal(string: $0) }
    }
    return rows
  }

  /// A block shows exactly these counts; what counts nothing may be left out.
  func equals(_ title: String, _ expected: [String: Int], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let shown = block(title)
    try #require(
      !shown.isEmpty, "no block “\(title)”\n\(lines.joined(separator: "\n"))", sourceLocation: sourceLocation)
    #expect(
      shown.filter { $0.value > 0 } == expected.filter { $0.value > 0 }, "\(title)", sourceLocation: sourceLocation)
  }
}
