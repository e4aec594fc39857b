import Domain
import Foundation
import Testing

/// Records with every field of their schema filled at random go out and come back without a change.
@Suite struct RoundTripTests {
  private static let texts = [
    "=1+1", "+86", "-2", "@SUM(A1)", "'=1", " 首尾 ", "一行,\"两\"格", "０１２", "a'b", "甲\u{301}乙", "😀", "'", "''", "\"", "#1",
    "\\n",
    "二\n行", "\t制表", "＝全角", "*", "水泥窑余热利用",
  ]

  private func text(_ field: FieldSpec, _ dice: inout Dice) -> String {
    func number(_ range: ClosedRange<Int>) -> String { String(Int.random(in: range, using: &dice)) }
    switch field.kind {
    case .text, .longText: return Self.texts.randomElement(using: &dice) ?? ""
    case .phone: return "138" + number(10_000_000...99_999_999)
    case .code(let list): return list.codes.randomElement(using: &dice)?.id ?? ""
    case .reference(.region), .reference(.division):
      return ["330523", "330502", "330402"].randomElement(using: &dice) ?? ""
    case .reference(.industry): return ["3011", "1713", "2651"].randomElement(using: &dice) ?? ""
    case .reference: return ""
    case .integer(let range): return number(range.lowerBound...min(range.upperBound, 1_000_000_000))
    case .year: return number(2015...2035)
    case .amount: return number(0...99_999_999) + "." + number(1...999)
    case .day: return "20" + number(10...30) + "-0" + number(1...9) + "-" + number(10...28)
    case .month: return "20" + number(10...30) + "-0" + number(1...9)
    case .flag: return ["true", "false", ""].randomElement(using: &dice) ?? ""
    case .creditCode, .projectCode, .record: return ""
    }
  }

  /// What stands in quotation marks whatever it is.
  private func line(_ cells: [String]) -> String {
    cells.map { "\"" + $0.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\r\n"
  }

  @Test(arguments: ["enterprises", "projects", "efficiency"]) func everyFieldComesBack(_ id: String) throws {
    let register = try #require(Registers.named(id))
    let room = try Room.madeUp()
    var dice = Dice(seed: 20)
    let fields = register.fields.filter {
      !$0.isDerived && $0.part != .system && text($0, &dice) != "" || $0.kind == .flag
    }
    .filter { !["credit_code", "plant", "year", "line"].contains($0.id) && !$0.isDerived }
    let keys = try room.export(id).prefix(40).compactMap { $0[register.keyField] as? String }
    #expect(keys.count > 20 && fields.count > 8)
    var csv = line([register.keyField] + fields.map(\.id))
    for key in keys { csv += line([key] + fields.map { text($0, &dice) }) }
    let file = try room.file("\(id).csv", csv)
    for list in register.lists where list.part != .filing {
      var rows = line([list.field(register.keyField) == nil ? register.keyField : "parent"] + list.fields.map(\.id))
      for key in keys { for _ in 0..<2 { rows += line([key] + list.fields.map { text($0, &dice) }) } }
      _ = try room.file("\(id).\(list.id).csv", rows)
    }
    let taken = room.run(["import", id, file])
    #expect(taken.status == 0 && taken.errors.contains("修改 \(keys.count)，"), "\(taken.errors)")
    let before = try room.done(["export", id, "--format", "json"])
    for ending in ["csv", "json"] {
      try FileManager.default.createDirectory(atPath: room.folder + "/out", withIntermediateDirectories: true)
      let out = room.folder + "/out/\(id).\(ending)"
      try room.done(["export", id, "-o", out])
      let again = room.run(["import", id, out])
      #expect(again.status == 0 && again.errors.contains("新增 0，修改 0，"), "\(ending): \(again.errors)")
    }
    #expect(try room.done(["export", id, "--format", "json"]) == before)
    room.verify()
  }

  /// Every register of a made-up library goes out as CSV and JSON and comes back without a change.
  @Test func everyRegisterComesBackAsItWas() throws {
    let room = try Room.madeUp()
    let lists = Registers.all.filter { ![.people, .books].contains(RegisterGroup(of: $0.id)) }
    for register in lists {
      for ending in ["csv", "json"] {
        let out = room.folder + "/\(register.id).\(ending)"
        try room.done(["export", register.id, "-o", out])
        let again = room.run(["import", register.id, out])
        #expect(again.status == 0, "\(register.id).\(ending): \(again.errors)")
        #expect(again.errors.contains("新增 0，修改 0，"), "\(register.id).\(ending): \(again.errors)")
      }
    }
    room.verify()
  }

  /// A library that is made anew out of its own files has the same lists, whatever links to what.
  @Test func aLibraryIsMadeAnewOutOfItsFiles() throws {
    let room = try Room.madeUp()
    let lists = Registers.all.filter { ![.people, .books].contains(RegisterGroup(of: $0.id)) }
    try FileManager.default.createDirectory(atPath: room.folder + "/files", withIntermediateDirectories: true)
    for register in lists { try room.done(["export", register.id, "-o", room.folder + "/files/\(register.id).csv"]) }
    let anew = try Room()
    let made = anew.run(["init", anew.library, "--from", room.folder + "/files"])
    #expect(made.status == 0, "\(made.errors)")
    for register in lists {
      func cells(_ room: Room) throws -> [NSDictionary] {
        try room.export(register.id).map { record in
          func plain(_ record: [String: Any]) -> [String: Any] { record.filter { $0.key != "id" } }
          return plain(record).mapValues { ($0 as? [[String: Any]])?.map(plain) ?? $0 } as NSDictionary
        }
      }
      #expect(Set(try cells(anew)) == Set(try cells(room)), "\(register.id)")
    }
    anew.verify()
  }
}
