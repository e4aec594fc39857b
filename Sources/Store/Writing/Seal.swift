import Domain

/// A check sum over everything a record's rows hold: a byte that changed by itself no longer fits it.
///
/// FNV-1a, 64 bits. Against accidents only; what people do is proved by the history's chain.
struct Seal {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  private mutating func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  private mutating func add(_ word: UInt64) {
    hash = (hash ^ word) &* 0x100_0000_01B3
    hash = (hash ^ (hash >> 29)) &* 0x100_0000_01B3
  }

  private mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var place = 0
    while place + 8 <= bytes.count {
      add(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    for byte in bytes[place...] { add(byte) }
  }

  private mutating func add(_ value: Value) {
    switch value {
    case .empty: add(0 as UInt8)
    case .text(let text):
      add(1 as UInt8)
      var text = text
      text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
      add(UInt64(text.utf8.count))
    case .record(let id):
      add(id.high)
      add(id.low)
    default:
      add(2 as UInt8)
      if case .integer(let number) = Cell(value) { add(UInt64(bitPattern: number)) }
    }
  }

  /// The seal of a record as its tables hold it.
  static func of(_ document: Document, _ plan: TablePlan) -> Int64 {
    var seal = Seal()
    seal.add(document.id.high)
    seal.add(document.id.low)
    seal.add(UInt64(document.revision))
    for value in plan.values(document) { seal.add(value) }
    for list in plan.lists {
      for row in document.children[list.id] ?? [] {
        seal.add(row.id.high)
        seal.add(row.id.low)
        for column in list.columns { seal.add(row[column.field.id]) }
      }
      seal.add(0xFF as UInt8)
    }
    return Int64(bitPattern: seal.hash)
  }
}
