import Domain
import Testing
import UseCases

@testable import Screens

@Suite struct RegionNearnessTests {
  private func first(_ typed: String, _ count: Int) throws -> [String] {
    let desk = try Desk(fill: false)
    let regions = desk.services.reference.regions
    let nearness = RegionNearness(typed)
    let all = regions.all.map { ($0, nearness.rank($0)) }.sorted { ($0.1, $0.0.code) < ($1.1, $1.0.code) }
    return all.prefix(count).map(\.0.name)
  }

  @Test func oneLetterPutsNamesThatBeginWithItFirst() throws {
    let found = try first("q", 5)
    #expect(found.allSatisfy { Pinyin.initials(of: $0).hasPrefix("q") }, "\(found)")
  }

  @Test func exactNameFirstThenCounties() throws {
    #expect(try first("安吉", 1) == ["安吉县"])
    #expect(try first("330523", 1) == ["安吉县"])
    #expect(try first("aj", 1) == ["安吉县"])
    #expect(try first("hangzhou", 1).allSatisfy { $0.hasPrefix("杭州") })
  }
}
