import Domain
import Foundation
import TestTerminal
import Testing

/// Whatever register there is: records with all their fields filled at random go out and come back without a change.
@Suite struct EveryRegisterTests {
  static let registers = Registers.all.map(\.id).filter { !["people", "tiers", "quarters"].contains($0) }
  /// The forms in which records go out and come back.
  static let endings = ["csv", "json", "xlsx"]

  /// Some text that a field takes, or nothing.
  private func text(_ field: FieldSpec, _ dice: inout Dice) -> String {
    func number(_ range: ClosedRange<Int>) -> String { String(Int.random(in: range, using: &dice)) }
    switch field.kind {
    case .text(let most):
      return ["=1+1甲", "+86乙", "一行,\"两\"格", "'=丙", "丁"].randomElement(using: &dice).map {
        String(($0 + number(1...9999)).prefix(most))
      } ?? ""
    case .longText: return "=第一行\n第二行,\"引\"" + number(1...9999)
    case .phone: return "138" + number(10_000_000...99_999_999)
    case .code(let list): return list.codes.randomElement(using: &dice)?.id ?? ""
    case .reference(.region), .reference(.division):
      return ["330523", "330502", "330402"].randomElement(using: &dice) ?? ""
    case .reference(.industry): return ["3011", "1713", "2651"].randomElement(using: &dice) ?? ""
    case .integer(let range): return number(max(range.lowerBound, 0)...min(range.upperBound, 1_000_000))
    case .year: return number(2018...2026)
    case .amount: return number(0...9_999_999) + "." + number(1...999)
    case .day: return "20" + number(18...26) + "-0" + number(1...9) + "-" + number(10...28)
    case .month: return "20" + number(18...26) + "-0" + number(1...9)
    case .flag: return ["true", ""].randomElement(using: &dice) ?? ""
    case .reference, .creditCode, .projectCode, .record: return ""
    }
  }

  private func line(_ cells: [String]) -> String {
    cells.map { "\"" + $0.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\r\n"
  }

  /// Rows with every field that people enter, as new records.
  private func fill(_ register: Register, _ room: Room) throws {
    var dice = Dice(seed: 31)
    let fields = register.fields.filter { !$0.isDerived && $0.part != .system && $0.part != .filing }
    var csv = line(fields.map(\.id))
    for _ in 0..<25 { csv += line(fields.map { text($0, &dice) }) }
    // Rows that make the same record twice are refused, which is as it should be.
    _ = room.run(["import", register.id, try room.file("fill-\(register.id).csv", csv)])
  }

  @Test(arguments: registers) func recordsComeBackWithoutAChange(_ id: String) throws {
    let register = try #require(Registers.named(id))
    let room = try Room.madeUp()
    try fill(register, room)
    let before = try room.done(["export", id, "--format", "json"])
    let records = try room.export(id)
    #expect(records.count > 2, "\(id) has \(records.count) records")
    try FileManager.default.createDirectory(atPath: room.folder + "/out", withIntermediateDirectories: true)
    for ending in Self.endings {
      let out = room.folder + "/out/\(id).\(ending)"
      try room.done(["export", id, "-o", out])
      let again = room.run(["import", id, out])
      #expect(again.status == 0 && again.errors.contains("新增 0，修改 0"), "\(ending): \(again.errors)")
    }
    #expect(try room.done(["export", id, "--format", "json"]) == before)
    room.verify()
  }

  /// A list under other headings and without codes, whether this library gives them or not, is found again: nothing is new.
  /// A battery batch is called by its number alone.
  @Test(arguments: registers.filter { $0 != "batteries" }) func aListWithoutCodesIsFoundAgain(_ id: String) throws {
    let register = try #require(Registers.named(id))
    let room = try Room.madeUp()
    let records = try room.export(id)
    let fields = register.fields.filter { $0.id != register.keyField && !$0.isDerived }
    let flags = Set(fields.filter { $0.kind == .flag }.map(\.id))
    let rows = records.map { record in
      fields.map { field in
        guard let value = record[field.id] else { return "" }
        return flags.contains(field.id) ? ((value as? Bool) == true ? "是" : "否") : "\(value)"
      }
    }
    let csv = ([fields.map(\.label.zh)] + rows).map(line).joined()
    let looked = room.run(["import", id, try room.file("list.csv", csv), "--dry-run"])
    #expect(looked.errors.contains("将新增 0，修改 0，"), "\(id): \(looked.errors.suffix(600))")
    #expect(!records.isEmpty)
  }
}
