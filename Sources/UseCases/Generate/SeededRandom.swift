/// SplitMix64: the same seed gives the same library on every machine.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number in the range, both ends included.
  mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// True in `percent` of a hundred cases.
  mutating func chance(_ percent: Int) -> Bool { int(1...100) <= percent }

  /// One of the elements; the array is never empty.
  mutating func pick<T>(_ elements: [T]) -> T { elements[int(0...elements.count - 1)] }

  /// One of the elements, by weight.
  mutating func pick<T>(weighted elements: [(T, Int)]) -> T {
    var rest = int(1...max(1, elements.reduce(0) { $0 + $1.1 }))
    for (element, weight) in elements {
      rest -= weight
      if rest <= 0 { return element }
    }
    return elements[elements.count - 1].0
  }
}
