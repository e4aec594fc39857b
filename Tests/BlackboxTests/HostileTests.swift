import Foundation
import TestTerminal
import Testing

/// Records made to break a terminal: nothing of it may ever be sent to one.
@Suite(.serialized) struct HostileTests {
  /// Each is a text that a terminal would act on, hide or turn around.
  static let attacks = [
    "\u{1B}[2J\u{1B}[31m红", "\u{1B}]52;c;cm0gLXJm\u{07}", "\u{1B}]0;标题\u{1B}\\", "\u{1B}P1;1|q\u{1B}\\", "\u{9B}31m",
    "\u{9D}0;x\u{9C}",
    "\u{202E}倒写\u{202C}", "\u{2066}隔\u{2069}\u{200F}\u{061C}", "零\u{200B}宽\u{FEFF}字\u{200D}\u{2060}", "回车\r覆盖",
    "换行\n第二行", "制表\t位",
    "字" + String(repeating: "\u{0301}", count: 50), "\u{07}\u{08}\u{7F}\u{0E}\u{05}", "\u{1B}[6n\u{1B}[c\u{1B}Z",
    "\u{1B}[?1049l\u{1B}c",
  ]

  struct Text {
    let id: String
    /// How many characters it takes.
    let most: Int
  }

  /// Text fields of a register and of its lists, as the program itself names them.
  private func textFields(_ register: String, _ room: Room) throws -> (own: [Text], lists: [String: [Text]]) {
    let text = try room.done(["schema", register, "--format", "json"])
    let all = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    let schema = try #require(all.first)
    func texts(_ fields: Any?) -> [Text] {
      (fields as? [[String: Any]] ?? []).compactMap { field in
        guard let kind = field["kind"] as? String, kind.hasPrefix("text") || kind.hasPrefix("long_text"),
          field["derived"] as? Bool == false, ["declared", "running"].contains(field["part"] as? String ?? "")
        else { return nil }
        return (field["id"] as? String).map { Text(id: $0, most: Int(kind.filter(\.isNumber)) ?? 0) }
      }
    }
    let lists = (schema["lists"] as? [[String: Any]] ?? []).map { ($0["id"] as? String ?? "", texts($0["fields"])) }
    return (texts(schema["fields"]), Dictionary(uniqueKeysWithValues: lists))
  }

  private static func cut(_ text: String, _ most: Int) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix(most)))
  }

  private func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }

  /// Rows of which every text is one attack, wrapped in words that can be looked for.
  private func rows(_ fields: [Text], _ fixed: [(String, (Int) -> String)]) -> String {
    let own = fields.filter { field in !fixed.contains { $0.0 == field.id } }
    let head = (fixed.map(\.0) + own.map(\.id)).joined(separator: ",")
    let rows = Self.attacks.enumerated().map { index, attack in
      (fixed.map { quoted($0.1(index)) } + own.map { quoted("甲" + Self.cut(attack, $0.most - 2) + "乙") }).joined(
        separator: ",")
    }
    return ([head] + rows).joined(separator: "\r\n") + "\r\n"
  }

  /// A library in which everything that can be written is hostile.
  private func hostileRoom() throws -> Room {
    let room = try Room.empty()
    let enterprise = try textFields("enterprises", room)
    let taken = room.run([
      "import", "enterprises",
      try room.file(
        "enterprises.csv",
        rows(
          enterprise.own,
          [("name", { "敌\($0)厂" + Self.attacks[$0] }), ("region", { _ in "330523" }), ("plant", { _ in "00" })])),
    ])
    #expect(taken.status == 0, "\(taken.errors)")
    let project = try textFields("projects", room)
    // Keys first, so that the rows of the lists can name their records.
    _ = room.run([
      "import", "projects",
      try room.file("names.csv", "name,region\r\n" + (0..<Self.attacks.count).map { "敌\($0)项目,330523\r\n" }.joined()),
    ])
    let codes = try room.export("projects").compactMap { $0["library_code"] as? String }.sorted()
    try #require(codes.count == Self.attacks.count)
    let main = try room.file(
      "projects.csv",
      rows(
        project.own,
        [("library_code", { codes[$0] }), ("name", { "敌\($0)项目" + Self.attacks[$0] }), ("region", { _ in "330523" })]))
    for (list, fields) in project.lists where !fields.isEmpty {
      _ = try room.file("projects.\(list).csv", rows(fields, [("library_code", { codes[$0] })]))
    }
    let whole = room.run(["import", "projects", main])
    #expect(whole.status == 0, "\(whole.errors)")
    let lines = try textFields("efficiency", room)
    _ = room.run([
      "import", "efficiency", try room.file("efficiency.csv", rows(lines.own, [("region", { _ in "330523" })])),
    ])
    // Bytes that are no text at all.
    let broken: [UInt8] =
      Array("name,region\r\n破".utf8) + [0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0xF5, 0x9B] + Array("损,330523\r\n".utf8)
    _ = room.run(["import", "projects", try room.file("broken.csv", broken)])
    return room
  }

  private func isClean(_ bytes: [UInt8], _ what: String) {
    let foreign = TerminalBytes.foreign(in: bytes)
    #expect(foreign.isEmpty, "\(what): \(foreign.prefix(5))")
  }

  @Test func noHostileByteReachesATerminal() throws {
    let room = try hostileRoom()
    #expect(try room.export("projects").count >= Self.attacks.count)
    #expect(try room.export("enterprises").count >= Self.attacks.count)
    let desk = try Desk(room).opened()
    for tab in 0...4 {
      desk.press("<Alt-\(tab)>")
      desk.press("<Down><Down><Enter>")
      for _ in 0..<8 { desk.press("<Tab><PgDn>") }
      desk.press("<F2>")
      for _ in 0..<6 { desk.press("<PgDn>") }
      desk.press("<Esc><F1>")
      desk.press("<Esc>")
      desk.press("<Esc>")
      desk.press("<Esc>")
      desk.press("<^P>敌")
      desk.press("<Esc>")
      desk.press("/敌1")
      desk.press("<Enter>")
      desk.press("<Esc>")
    }
    // All rows, with every column.
    desk.press("<Alt-2>")
    for _ in 0..<Self.attacks.count { desk.press("<Down><Right><Right>") }
    isClean(desk.session.output, "the interface")
    #expect(!desk.session.hasEnded)
    #expect(desk.quit() == 0)
  }

  @Test func noCommandWritesOneAtATerminal() throws {
    let room = try hostileRoom()
    let code = try #require(try room.export("projects").compactMap { $0["library_code"] as? String }.min())
    let commands = [
      ["list", "projects"], ["list", "enterprises"], ["list", "efficiency"], ["show", "projects", code],
      ["show", "projects", code, "--history"], ["export", "projects"], ["export", "projects", "--format", "json"],
      ["export", "enterprises"], ["check", "projects"], ["list", "projects", "--where", "name~\u{1B}]52;c;x\u{07}"],
      ["show", "projects", "\u{1B}[31m\u{202E}"], ["import", "projects", room.folder + "/broken.csv", "--dry-run"],
      ["list", "\u{1B}]0;x\u{07}"], ["--library", room.folder + "/\u{1B}[2J", "verify"],
    ]
    for command in commands {
      let session = try #require(
        TerminalSession([BuiltSanku.path] + command, columns: 200, environment: ["SANKU_LIBRARY": room.library]))
      #expect(session.waitForEnd() != nil, "\(command)")
      isClean(session.output, command.joined(separator: " "))
      #expect(!session.output.isEmpty)
    }
  }

  @Test func theEnvironmentIsNotShownEither() throws {
    let room = try Room.empty()
    let desk = try Desk(
      room,
      environment: ["SANKU_THEME": "\u{1B}]0;x\u{07}", "LC_ALL": "xx_\u{1B}[31m.UTF-8", "SANKU_REGION": "\u{1B}[2J"])
    try desk.opened()
    isClean(desk.session.output, "the environment")
  }
}
