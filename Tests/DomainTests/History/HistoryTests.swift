import Testing

@testable import Domain

@Suite struct HistoryTests {
  static let record = RecordID(high: 0x0188_1111_2222_7333, low: 0x8444_5555_6666_7777)
  static let row = RecordID(high: 0x0188_1111_2222_7334, low: 0x8444_5555_6666_7778)

  static var entry: HistoryEntry {
    HistoryEntry(
      at: Instant(milliseconds: 1_680_000_000_123), person: "陈敏", origin: .ssh, action: "save", register: "projects",
      record: record, note: "补\"报\"\n",
      changes: [
        .init(field: "name", before: .empty, after: .text("3号窑余热发电")),
        .init(field: "investment", before: .amount(Amount(5200)), after: .amount(Amount(scaled: 52_005_000))),
        .init(field: "start", before: .month(Month(year: 2022, month: 3) ?? Day.first.month), after: .empty),
      ],
      rows: [
        .init(
          list: "milestones", row: row, before: nil, after: 0,
          changes: [
            .init(field: "actual", before: .empty, after: .day(Day(year: 2023, month: 3, day: 1) ?? .first)),
            .init(field: "done", before: .empty, after: .flag(true)),
          ])
      ])
  }

  /// The line and both hashes were made by hand and with `sha256sum`.
  @Test func chainIsWhatAnyHashProgramMakes() {
    let line = """
      {"action":"save","at":"2023-03-28T10:40:00.123Z","changes":{"investment":["a:52000000","a:52005000"],\
      "name":[null,"t:3号窑余热发电"],"start":["m:2022-03",null]},"note":"补\\"报\\"\\u000a","origin":"ssh","person":"陈敏",\
      "record":"01881111-2222-7333-8444-555566667777","register":"projects","rows":[{"changes":{"actual":[null,"d:2023-03-01"],\
      "done":[null,true]},"id":"01881111-2222-7334-8444-555566667778","list":"milestones","place":[null,0]}],\
      "sequence":1,"v":1}
      """
    var chain = HistoryChain()
    let first = chain.append(Self.entry)
    #expect(String(decoding: first.line, as: UTF8.self) == line)
    #expect(first.hash == "b0aa87a73fcb539811b28376614daef54279040940f63b003025267478df20ff")
    #expect(chain.append(Self.entry).hash == "3cf09dd46e0ba4fd81e95ab30085ac9120da0cf5f675751f0d6e71de6453ad6e")
  }

  @Test func everyFaultIsFound() {
    var chain = HistoryChain()
    let links = (0..<5).map { _ in chain.append(Self.entry) }
    #expect(HistoryChain.verify(links) == nil)
    for place in links[2].line.indices {
      var line = links[2].line
      line[place] ^= 1
      var bad = links
      bad[2] = .init(sequence: 3, line: line, hash: links[2].hash)
      #expect(HistoryChain.verify(bad)?.sequence == 3)
    }
    #expect(HistoryChain.verify(links.dropFirst())?.kind == .order)
    #expect(HistoryChain.verify([links[0], links[2]])?.sequence == 2)
    #expect(HistoryChain.verify([links[0], links[2], links[1]])?.sequence == 2)
    let forged = HistoryChain.Link(
      sequence: 1, line: Array("{}".utf8), hash: HistoryChain.hash(of: Array("{}".utf8), after: HistoryChain.origin))
    #expect(HistoryChain.verify([forged])?.kind == .line)
  }

  @Test func readsBackWhatItWrites() throws {
    for _ in 0..<300 {
      let entry = HistoryEntry(
        sequence: .random(in: 1...1_000_000), at: Instant(milliseconds: .random(in: 0...2_000_000_000_000)),
        person: "王",
        origin: .cli, action: "import", register: "energy", record: Bool.random() ? Self.record : nil,
        changes: (0..<Int.random(in: 0...20)).map {
          .init(field: "f\($0 + 100)", before: Self.value(), after: Self.value())
        },
        rows: (0..<Int.random(in: 0...3)).map {
          .init(
            list: "l", row: Self.row, before: $0, after: Bool.random() ? $0 : nil,
            changes: [.init(field: "x", before: Self.value(), after: Self.value())])
        })
      #expect(try CanonicalReader.entry(CanonicalWriter.line(of: entry)) == entry)
    }
  }

  static func value() -> Value {
    [
      .empty, .text("安\\吉\u{1}\"é"), .text(""), .integer(.random(in: -9...9)),
      .amount(Amount(scaled: .random(in: .min ... .max))),
      .day(.first), .month(Day.last.month), .flag(true), .flag(false), .record(row),
    ].randomElement() ?? .empty
  }

  @Test(arguments: ["", "{", "{}", "null", "{\"action\":\"\\", "{\"action\":\"\\u00"])
  func refuses(line: String) {
    #expect(throws: CanonicalReader.Failure.self) { try CanonicalReader.entry(Array(line.utf8)) }
  }

  @Test func newerVersionsAreSaid() {
    let text = String(decoding: CanonicalWriter.line(of: Self.entry), as: UTF8.self)
    let newer = text.replacing("\"v\":1}", with: "\"v\":2}")
    #expect(throws: CanonicalReader.Failure.version(2)) { try CanonicalReader.entry(Array(newer.utf8)) }
  }

  @Test func replayGivesTheDocument() {
    var document: Document?
    var replayed: Document?
    var ids = (0..<6).map { RecordID(high: 1, low: UInt64($0)) }
    for step in 0..<300 {
      var next = document ?? Document(register: "projects", id: Self.record)
      next.revision += 1
      next["f\(step % 7)"] = Self.value()
      ids.shuffle()
      next.children["rows"] = ids.prefix(.random(in: 1...6)).map { ChildRow(id: $0, values: ["x": .integer(step % 3)]) }
      let (fields, rows) = HistoryEntry.changes(from: document, to: next)
      let entry = HistoryEntry(
        at: Instant(milliseconds: 0), person: "", origin: .host, action: "save", register: "projects",
        record: Self.record,
        changes: fields, rows: rows)
      replayed = entry.applied(to: replayed)
      document = next
      #expect(replayed == document)
    }
  }

  @Test func phoneNumbersAreNotInClear() {
    let digest = PrivateDigest(key: Array(0..<32))
    let value = digest.standIn(for: .text("0572-5123456"))
    #expect(value == digest.standIn(for: .text(" 0572-5123456")) && value != digest.standIn(for: .text("0572-5123457")))
    #expect(value != PrivateDigest(key: Array(1..<33)).standIn(for: .text("0572-5123456")))
    #expect(PrivateDigest.isStandIn(value.text ?? "") && digest.standIn(for: .empty) == .empty)
    let old = Document(register: "projects", id: Self.record, values: ["phone": .text("1"), "name": .text("a")])
    let new = Document(register: "projects", id: Self.record, values: ["phone": .text("2"), "name": .text("a")])
    let changes = HistoryEntry.changes(from: old, to: new) { $0 == "phone" ? digest.standIn(for: $1) : $1 }.fields
    #expect(changes.count == 1 && PrivateDigest.isStandIn(changes[0].after.text ?? ""))
  }
}
