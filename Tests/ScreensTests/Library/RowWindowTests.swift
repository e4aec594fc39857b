import Domain
import Testing
import UseCases
import Widgets

@testable import Screens

/// What is found is shown before it is counted, and never said to be fewer or more than it is.
@Suite struct RowWindowTests {
  @Test func rowsComeBeforeTheCount() throws {
    let list = CountedList(1000)
    let window = try RowWindow(list, fields: [], page: 20)
    #expect(!window.isWhole && window.count >= 20 && window.count < 100)
    #expect(window[0..<20].map(\.id) == Array(list.ids[0..<20]))
    for place in stride(from: 0, to: 200, by: 20) {
      try window.reach(place + 20)
      #expect(window.count > place + 20)
      #expect(window[place..<place + 20].map(\.id) == Array(list.ids[place..<place + 20]))
    }
    #expect(list.counts == 0 && !window.isWhole)
    try window.complete()
    try window.complete()
    #expect(window.isWhole && window.count == 1000 && list.counts == 1)
    #expect(window[990..<1010].map(\.id) == Array(list.ids[990...]))
  }

  @Test(arguments: [0, 1, 20, 43, 44, 45, 100])
  func theEndIsFoundByReachingIt(_ number: Int) throws {
    let list = CountedList(number)
    let window = try RowWindow(list, fields: [], page: 20)
    for place in stride(from: 0, through: 120, by: 10) { try window.reach(place) }
    #expect(window.isWhole && window.count == number && list.counts == 0)
  }

  @Test func aCountFromElsewhereIsTaken() throws {
    let window = try RowWindow(CountedList(1000), fields: [], page: 20)
    window.take(count: 1000)
    #expect(window.isWhole && window.count == 1000 && window[980..<1000].count == 20)
  }

  /// The screen has the first rows while the rest is looked for, and nothing waits for it.
  @Test(arguments: [0, 3, 43]) func whatIsNotFoundAtOnceComesLater(_ quick: Int) throws {
    let list = CountedList(1000, quick: quick)
    let window = try RowWindow(list, fields: [], page: 20)
    #expect(window.isSearching && !window.isWhole && window.count == quick)
    for place in [5, 30, 500] {
      try window.reach(place)
      #expect(window[0..<20].map(\.id) == Array(list.ids[0..<min(20, quick)]))
    }
    #expect(!list.isFound && list.counts == 0)
    list.findAll()
    try window.found()
    try window.found()
    #expect(!window.isSearching && window.isWhole && window.count == 1000 && list.counts == 0)
    #expect(window[0..<20].map(\.id) == Array(list.ids[0..<20]))
    #expect(window[990..<1010].map(\.id) == Array(list.ids[990...]))
  }

  @Test func aRowIsMadeOnceUntilTheWindowIsReadAgain() throws {
    let list = CountedList(1000)
    let window = try RowWindow(list, fields: [], page: 20)
    var made = 0
    func draw(_ places: Range<Int>) -> [String] {
      window.drawn(places) { row in
        made += 1
        return TableRow(id: row.id.text, cells: [])
      }.map(\.id)
    }
    #expect(draw(5..<15) == list.ids[5..<15].map(\.text) && made == 10)
    #expect(draw(6..<16) == list.ids[6..<16].map(\.text) && made == 11)
    window.take(count: 1000)
    #expect(draw(900..<910) == list.ids[900..<910].map(\.text))
    #expect(draw(5..<15) == list.ids[5..<15].map(\.text))
  }
}

/// A list that is counted only when asked to be.
private final class CountedList: RecordList, @unchecked Sendable {
  let query = Query(register: "projects", filter: .all, sort: [])
  let ids: [RecordID]
  private(set) var counts = 0
  /// How many rows are found at once; nil is all.
  private let quick: Int?
  private(set) var isFound: Bool

  init(_ number: Int, quick: Int? = nil) {
    ids = (0..<number).map { RecordID(high: 1, low: UInt64($0)) }
    self.quick = quick
    isFound = quick == nil
  }

  func firstRows(_ number: Int, fields: [String]) -> (rows: [ListRow], isSearching: Bool) {
    let least = min(number, isFound ? number : quick ?? number)
    return (rows(0..<least, fields: fields), !isFound && least < number)
  }
  func findAll() { isFound = true }

  func count() -> Int {
    counts += 1
    return ids.count
  }
  func countAtHand() -> Int? { isFound && quick != nil ? ids.count : nil }
  func rows(_ places: Range<Int>, fields: [String]) -> [ListRow] {
    places.clamped(to: 0..<ids.count).map { ListRow(id: ids[$0], values: [:]) }
  }
  func place(of id: RecordID) -> Int? { ids.firstIndex(of: id) }
  func ids(limit: Int) -> [RecordID] { Array(ids.prefix(limit)) }
}
