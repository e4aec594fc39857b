import Testing

@testable import Domain

@Suite struct InstantTests {
  @Test func shanghaiIsEightHoursAhead() throws {
    let instant = try #require(Instant(parsing: "2023-06-30T16:00:00.000Z"))
    #expect(instant.day.iso == "2023-07-01" && instant.local == "2023-07-01 00:00")
    #expect(instant.adding(milliseconds: -1).day.iso == "2023-06-30")
    #expect(Instant(milliseconds: -1).iso == "1969-12-31T23:59:59.999Z")
    #expect(Instant(milliseconds: .max).iso == "9999-12-31T23:59:59.999Z")
    #expect(Instant(milliseconds: .max).day == .last)
  }

  @Test func everyTextIsReadBack() {
    for _ in 0..<1_000 {
      let instant = Instant(milliseconds: .random(in: -60_000_000_000_000...250_000_000_000_000))
      #expect(Instant(parsing: instant.iso) == instant)
    }
    #expect(Instant(parsing: "2023-06-30T24:00:00Z") == nil)
    #expect(Instant(parsing: "2023-06-30 12:00:00Z") == nil)
  }
}

@Suite struct RecordIDTests {
  @Test func isAVersionSevenUUID() {
    let id = RecordID(at: Instant(milliseconds: 0x0123_4567_89AB), random: (.max, .max))
    #expect(id.text == "01234567-89ab-7fff-bfff-ffffffffffff")
    #expect(id < RecordID(at: Instant(milliseconds: 0x0123_4567_89AC), random: (0, 0)))
  }

  @Test func everyTextIsReadBack() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let id = RecordID(high: random.next(), low: random.next())
      #expect(RecordID(id.text) == id && RecordID(id.text.uppercased()) == id)
      #expect((id < RecordID(high: id.high, low: .max)) == (id.text < RecordID(high: id.high, low: .max).text))
    }
    #expect(RecordID("01234567-89ab-7fff-bfff-fffffffffff") == nil)
    #expect(RecordID("01234567-89ab-7fff-bfff-ffffffffffgg") == nil)
    #expect(RecordID("01234567x89ab-7fff-bfff-ffffffffffff") == nil)
  }
}
