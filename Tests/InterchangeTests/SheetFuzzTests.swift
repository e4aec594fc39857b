import Domain
import Foundation
import Testing

@testable import Interchange

/// Hostile files: read, or refused with a sentence; never a crash, a hang, or memory without bounds.
@Suite struct SheetFuzzTests {
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  /// Files kept under `Tests/Fuzz`: what a mutation begins with.
  static func corpus(_ name: String) throws -> [[UInt8]] {
    let folder = "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/Fuzz/\(name)"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map {
      try [UInt8](Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0)))
    }
  }

  static var rounds: Int { ProcessInfo.processInfo.environment["SANKU_LONG"] == "1" ? 200_000 : 4000 }

  static func mutated(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...8, using: &dice) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &dice)
      switch Int.random(in: 0..<6, using: &dice) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
      case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
      case 2: bytes.remove(at: place)
      case 3: bytes.insert([0x22, 0x2C, 0x3C, 0x3E, 0x26, 0, 0xFF].randomElement(using: &dice) ?? 0, at: place)
      case 4: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...64, using: &dice)))
      default:
        let end = min(bytes.count, place + Int.random(in: 1...64, using: &dice))
        bytes.insert(contentsOf: bytes[place..<end], at: place)
      }
    }
    return bytes
  }

  /// Reads a book to its end as an import does; problems are sentences.
  private func read(_ bytes: [UInt8]) {
    do {
      let book: any SheetBook =
        Workbook.begins(bytes)
        ? try Workbook(bytes)
        : TextBook(size: bytes.count) {
          var rest = bytes
          return {
            defer { rest = [] }
            return rest
          }
        }
      for sheet in book.sheets.indices.prefix(4) {
        let rows = try book.open(sheet)
        var last = 0
        while let row = try rows.next() {
          #expect(row.number > last && row.cells.count <= WorkbookSheet.limits.columns + 1)
          last = row.number
        }
      }
    } catch let problem as FileProblem {
      #expect(!problem.message.zh.isEmpty && !problem.message.en.isEmpty)
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test func damagedArchivesAreReadOrRefused() throws {
    let corpus = try Self.corpus("xlsx")
    #expect(corpus.count >= 5)
    corpus.forEach(read)
    var dice = Dice(state: 11)
    for round in 0..<Self.rounds { read(Self.mutated(corpus[round % corpus.count], &dice)) }
  }

  /// The parts of a workbook damaged inside a sound archive, so that the parser sees them.
  @Test func damagedPartsAreReadOrRefused() throws {
    let sheets = try Self.corpus("sheet")
    let first = "xl/worksheets/sheet1.xml"
    for sheet in sheets {
      read(StoredZip.archive(StoredZip.parts.filter { $0.key != first }, also: (first, sheet)))
    }
    var dice = Dice(state: 12)
    for round in 0..<Self.rounds {
      var parts = StoredZip.parts
      let name =
        [first, "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"]
        .randomElement(using: &dice) ?? ""
      let whole = name == first ? sheets[round % sheets.count] : Array((parts[name] ?? "").utf8)
      parts[name] = nil
      read(StoredZip.archive(parts, also: (name, Self.mutated(whole, &dice))))
    }
  }

  @Test func damagedTextIsReadOrRefused() throws {
    let corpus = try Self.corpus("csv")
    corpus.forEach(read)
    var dice = Dice(state: 13)
    for round in 0..<Self.rounds { read(Self.mutated(corpus[round % corpus.count], &dice)) }
  }

  /// Headings of any kind are recognised, or not; a mapping never names what is not there.
  @Test func headingsOfAnyKindMapOrDoNot() throws {
    let register = Register(Project.self)
    let match = HeadingMatch(register, extra: ["id"])
    let pieces =
      register.fields.flatMap { [$0.id, $0.label.zh, $0.label.en] } + [
        "（万元）", "(亿元)", "/", "：", "·", "单位", "\n", "其中：", "", "\u{3000}", "合计", "．", "（", "）", "measures", "改造措施",
      ]
    var dice = Dice(state: 14)
    for round in 0..<Self.rounds / 8 {
      let rows = (0..<Int.random(in: 1...6, using: &dice)).map { number in
        SheetRow(
          number: number + 1,
          cells: (0..<Int.random(in: 0...12, using: &dice)).map { _ in
            (0..<Int.random(in: 0...3, using: &dice)).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()
          })
      }
      guard let layout = SheetLayout.find(in: rows, register, match: match) else { continue }
      let paths = layout.mapping.columns.compactMap(\.path)
      #expect(paths.allSatisfy { $0 == "id" || register.field(path: $0) != nil }, "round \(round)")
      let single = paths.filter { path in
        if case .record = register.field(path: path)?.kind { false } else { true }
      }
      #expect(Set(single).count == single.count, "round \(round): two columns for one field")
      var mapping = layout.mapping
      mapping.apply(profile: mapping.profile, register)
      #expect(mapping.columns.map(\.path) == layout.mapping.columns.map(\.path))
    }
  }
}
