import Domain

/// Reads JSON (RFC 8259); depth is bounded, and what is wrong is told by its place.
package struct JSONReader {
  private let bytes: [UInt8]
  private var index = 0
  /// Deeper nesting is refused.
  static let maximumDepth = 64

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value that a whole text holds.
  package static func read(_ text: String) throws -> JSONValue { try read(Array(text.utf8)) }

  /// The value that UTF-8 bytes hold, with or without a leading mark.
  package static func read(_ bytes: [UInt8]) throws -> JSONValue {
    var reader = JSONReader(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes)
    let value = try reader.value(depth: 0)
    reader.skipBlanks()
    guard reader.index == reader.bytes.count else { throw reader.problem() }
    return value
  }

  private func problem() -> FileProblem {
    let line = bytes[..<min(index, bytes.count)].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    return FileProblem(
      zh: "第\(line)行（第\(index + 1)字节）不是有效的 JSON，请检查", en: "Line \(line) (byte \(index + 1)) is not valid JSON; check it"
    )
  }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipBlanks() {
    while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { index += 1 }
  }

  private mutating func expect(_ byte: UInt8) throws {
    guard current == byte else { throw problem() }
    index += 1
  }

  private mutating func value(depth: Int) throws -> JSONValue {
    skipBlanks()
    guard depth < Self.maximumDepth, let byte = current else { throw problem() }
    switch byte {
    case 0x7B: return try object(depth: depth)
    case 0x5B: return try array(depth: depth)
    case 0x22: return .string(try string())
    case 0x74: return try word("true", .bool(true))
    case 0x66: return try word("false", .bool(false))
    case 0x6E: return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws -> JSONValue {
    guard bytes[index...].starts(with: word.utf8) else { throw problem() }
    index += word.utf8.count
    return value
  }

  private mutating func array(depth: Int) throws -> JSONValue {
    index += 1
    var elements: [JSONValue] = []
    skipBlanks()
    if current == 0x5D {
      index += 1
      return .array([])
    }
    while true {
      elements.append(try value(depth: depth + 1))
      skipBlanks()
      if current == 0x5D { break }
      try expect(0x2C)
    }
    index += 1
    return .array(elements)
  }

  private mutating func object(depth: Int) throws -> JSONValue {
    index += 1
    var members: [JSONValue.Member] = []
    skipBlanks()
    if current == 0x7D {
      index += 1
      return .object([])
    }
    while true {
      skipBlanks()
      let name = try string()
      skipBlanks()
      try expect(0x3A)
      members.append(.init(name, try value(depth: depth + 1)))
      skipBlanks()
      if current == 0x7D { break }
      try expect(0x2C)
    }
    index += 1
    return .object(members)
  }

  private mutating func number() throws -> String {
    let start = index
    func digits(_ reader: inout JSONReader) throws {
      let from = reader.index
      while let byte = reader.current, byte >= 0x30, byte <= 0x39 { reader.index += 1 }
      if reader.index == from { throw reader.problem() }
    }
    if current == 0x2D { index += 1 }
    if current == 0x30 { index += 1 } else { try digits(&self) }
    if current == 0x2E {
      index += 1
      try digits(&self)
    }
    if current == 0x65 || current == 0x45 {
      index += 1
      if current == 0x2B || current == 0x2D { index += 1 }
      try digits(&self)
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func string() throws -> String {
    try expect(0x22)
    var text: [UInt8] = []
    while let byte = current {
      index += 1
      switch byte {
      case 0x22:
        guard let result = String(validating: text, as: UTF8.self) else { throw problem() }
        return result
      case 0x5C: text += try escape()
      case 0..<0x20: throw problem()
      default: text.append(byte)
      }
    }
    throw problem()
  }

  private mutating func escape() throws -> [UInt8] {
    guard let byte = current else { throw problem() }
    index += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: return [byte]
    case 0x62: return [0x08]
    case 0x66: return [0x0C]
    case 0x6E: return [0x0A]
    case 0x72: return [0x0D]
    case 0x74: return [0x09]
    case 0x75:
      var value = try unit()
      if value & 0xFC00 == 0xD800 {
        guard bytes[index...].starts(with: [0x5C, 0x75]) else { throw problem() }
        index += 2
        let low = try unit()
        guard low & 0xFC00 == 0xDC00 else { throw problem() }
        value = 0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF)
      }
      guard let scalar = Unicode.Scalar(value) else { throw problem() }
      return Array(String(Character(scalar)).utf8)
    default: throw problem()
    }
  }

  private mutating func unit() throws -> UInt32 {
    guard index + 4 <= bytes.count,
      let value = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
    else { throw problem() }
    index += 4
    return value
  }
}
