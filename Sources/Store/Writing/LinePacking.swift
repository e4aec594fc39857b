import Domain
import UseCases

/// History lines as the file keeps them: byte for byte the same after unpacking, a third of the size.
///
/// A canonical line holds neither control characters nor the bytes F5 to FF, so those stand for what repeats:
/// - F5 to FF and one byte: a phrase of the table `phrases`, which only ever grows (`"stage":[null,"t:`, `accepted"`);
/// - 01 and sixteen bytes: an id; 02 and three bytes: a day.
final class LinePacking {
  private unowned let connection: Connection
  private var numbers: [Phrase: Int] = [:]
  private var phrases: [[UInt8]] = []
  private static let first = 0xF5
  private static let most = (0x100 - first) * 256

  /// A phrase as the place that it stands at in the line being packed, or in a copy of its own.
  private struct Phrase: Hashable {
    let bytes: ArraySlice<UInt8>

    func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
  }

  init(_ connection: Connection) { self.connection = connection }

  /// What a transaction that was rolled back had added is not in the table.
  func forget() {
    numbers.removeAll()
    phrases.removeAll()
  }

  private func load() throws {
    try connection.prepared("SELECT text FROM phrases WHERE no >= ? ORDER BY no")
      .each([.integer(Int64(phrases.count))]) { add(Array($0.text(0).utf8)) }
  }

  private func add(_ phrase: [UInt8]) {
    numbers[Phrase(bytes: phrase[...])] = phrases.count
    phrases.append(phrase)
  }

  // MARK: - Packing

  /// Others may have added phrases before this transaction: call `follow` at its beginning.
  func follow() throws {
    let count = try connection.prepared("SELECT COUNT(*) FROM phrases").first { $0.int(0) } ?? 0
    if count < phrases.count { forget() }
    if count > phrases.count { try load() }
  }

  func pack(_ line: [UInt8]) throws -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(line.count / 2)
    var place = 0
    while place < line.count {
      let byte = line[place]
      if Self.isMark(byte), let end = Self.name(line, place) {
        try put(line[place..<end], &out)
        place = end
        // What a phrase leads up to is more often than not an id, a day or a code.
        if let id = Self.id(line, place) {
          out.append(1)
          for half in [id.high, id.low] { withUnsafeBytes(of: half.bigEndian) { out.append(contentsOf: $0) } }
          place += 36
        } else if let day = Self.day(line, place) {
          out += [2, UInt8(day >> 16), UInt8(day >> 8 & 0xFF), UInt8(day & 0xFF)]
          place += 10
        } else if let end = Self.code(line, place) {
          try put(line[place..<end], &out)
          place = end
        }
        continue
      }
      out.append(byte)
      place += 1
      if byte == 0x5C, place < line.count {
        out.append(line[place])
        place += 1
      }
    }
    return out
  }

  private func put(_ phrase: ArraySlice<UInt8>, _ out: inout [UInt8]) throws {
    var number = numbers[Phrase(bytes: phrase)]
    if number == nil, phrases.count < Self.most {
      number = phrases.count
      let statement = try connection.prepared("INSERT INTO phrases VALUES (?, ?)")
      statement.bind(1, phrases.count)
      statement.bind(2, String(decoding: phrase, as: UTF8.self))
      try statement.run()
      add(Array(phrase))
    }
    guard let number else { return out.append(contentsOf: phrase) }
    out.append(UInt8(Self.first + number >> 8))
    out.append(UInt8(number & 0xFF))
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x61 && byte <= 0x7A || byte == 0x5F || byte >= 0x30 && byte <= 0x39
  }

  /// One of `"],[{}`.
  private static func isMark(_ byte: UInt8) -> Bool {
    byte == 0x22 || byte == 0x5D || byte == 0x2C || byte == 0x5B || byte == 0x7B || byte == 0x7D
  }

  /// The end of a name in quotes with the marks around it, as in `"],"stage":[null,"t:`.
  private static func name(_ line: [UInt8], _ start: Int) -> Int? {
    var first = start
    while first < line.count, isMark(line[first]) { first += 1 }
    var end = first
    while end < line.count, isLetter(line[end]) { end += 1 }
    guard end > first, line[first] > 0x39, end - start < 48, end < line.count, line[end] == 0x22,
      line[first - 1] == 0x22
    else { return nil }
    end += 1
    for mark in [0x3A, 0x5B, 0x6E, 0x75, 0x6C, 0x6C, 0x2C] as [UInt8] {
      guard end < line.count, line[end] == mark else { break }
      end += 1
    }
    if end < line.count, line[end] == 0x22, line[end - 1] != 0x22 {
      end += 1
      if end + 1 < line.count, isLetter(line[end]), line[end + 1] == 0x3A { end += 2 }
    }
    return end
  }

  /// The end of a code and its quote.
  private static func code(_ line: [UInt8], _ start: Int) -> Int? {
    var end = start
    while end < line.count, isLetter(line[end]) { end += 1 }
    guard end > start, line[start] > 0x39, end - start < 24, end < line.count, line[end] == 0x22 else { return nil }
    return end + 1
  }

  private static func id(_ line: [UInt8], _ start: Int) -> RecordID? {
    guard start + 36 <= line.count, line[start + 8] == 0x2D, line[start + 13] == 0x2D else { return nil }
    let text = String(decoding: line[start..<start + 36], as: UTF8.self)
    return RecordID(text).flatMap { $0.text == text ? $0 : nil }
  }

  /// A day as a number below 2^24.
  private static func day(_ line: [UInt8], _ start: Int) -> Int? {
    guard start + 10 <= line.count, line[start + 4] == 0x2D, line[start + 7] == 0x2D else { return nil }
    var parts = [0]
    for byte in line[start..<start + 10] {
      if byte == 0x2D { parts.append(0); continue }
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      parts[parts.count - 1] = parts[parts.count - 1] * 10 + Int(byte - 0x30)
    }
    guard parts.count == 3, parts[1] < 13, parts[2] < 32 else { return nil }
    return (parts[0] * 13 + parts[1]) * 32 + parts[2]
  }

  // MARK: - Unpacking

  /// nil when the bytes are not what `pack` makes.
  func line(_ packed: [UInt8]) throws -> [UInt8]? {
    var out: [UInt8] = []
    out.reserveCapacity(packed.count * 3)
    var place = 0
    func digits(_ number: Int, _ count: Int) -> [UInt8] {
      let text = Array(String(number).utf8)
      return Array(repeating: 0x30, count: max(0, count - text.count)) + text
    }
    while place < packed.count {
      let byte = packed[place]
      place += 1
      switch byte {
      case 1:
        guard place + 16 <= packed.count else { return nil }
        let halves = packed[place..<place + 16].withUnsafeBytes {
          ($0.loadUnaligned(as: UInt64.self), $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        }
        out += RecordID(high: UInt64(bigEndian: halves.0), low: UInt64(bigEndian: halves.1)).text.utf8
        place += 16
      case 2:
        guard place + 3 <= packed.count else { return nil }
        let day = packed[place..<place + 3].reduce(0) { $0 << 8 | Int($1) }
        out += digits(day / 32 / 13, 4) + [0x2D] + digits(day / 32 % 13, 2) + [0x2D] + digits(day % 32, 2)
        place += 3
      case UInt8(Self.first)...:
        guard place < packed.count else { return nil }
        let number = (Int(byte) - Self.first) << 8 | Int(packed[place])
        if number >= phrases.count { try load() }
        guard number < phrases.count else { return nil }
        out += phrases[number]
        place += 1
      default: out.append(byte)
      }
    }
    return out
  }
}
