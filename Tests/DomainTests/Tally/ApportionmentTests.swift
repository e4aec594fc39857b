import Testing

@testable import Domain

/// Parts of a whole add up to it, whatever the weights.
@Suite struct ApportionmentTests {
  @Test(arguments: 1...200) func partsAddUpAndFollowTheirWeights(_ seed: Int) throws {
    var random = Dice(state: UInt64(seed) &* 104_729)
    let weights = (0..<Int.random(in: 1...90, using: &random)).map { _ in
      Amount(scaled: Int64.random(in: 0...9_000_000_000, using: &random))
    }
    let whole = Amount(scaled: Int64.random(in: 0...200_000_000_000, using: &random))
    let step = Amount(scaled: [1000, 10_000][seed % 2])
    let parts = Apportionment.split(whole, by: weights, step: step)
    guard weights.contains(where: { $0 > .zero }) else { return #expect(parts == nil) }
    let found = try #require(parts)
    #expect(Amount.sum(found) == whole)
    let total = weights.reduce(Int128(0)) { $0 + Int128($1.scaled) }
    for (part, weight) in zip(found, weights) {
      // No part is a step or more from its exact share, but for the crumbs that go to the largest.
      let gap = Int128(part.scaled) * total - Int128(whole.scaled) * Int128(weight.scaled)
      #expect(abs(gap) < Int128(step.scaled) * 2 * total)
      if weight == .zero { #expect(part == .zero) }
    }
  }

  @Test func thereIsNothingToGoByWithoutAWeight() {
    #expect(Apportionment.split(Amount(5), by: [.zero, .zero]) == nil)
    #expect(Apportionment.split(Amount(5), by: []) == nil)
    #expect(Apportionment.split(Amount(5), by: [Amount(-1), Amount(1)]) == [.zero, Amount(5)])
    #expect(Apportionment.split(Amount(2), by: [Amount(1), Amount(1), Amount(1)]) == [Amount(1), Amount(1), .zero])
  }
}
