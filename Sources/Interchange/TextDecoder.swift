import Domain
import Glibc

/// Brings a file's bytes to UTF-8: as they are, without a leading mark, out of UTF-16 with its mark, or out of GB18030.
///
/// Spreadsheets on Chinese desktops write GB18030, and UTF-16 as “Unicode text”. Which one it is shows at the first bytes that are not ASCII. A byte
/// that cannot be read becomes 0xFF, which no UTF-8 text has, so that the row it stands in can be reported.
package struct TextDecoder {
  /// What a file was found to be written in.
  package enum Encoding: String, Sendable {
    case utf8 = "UTF-8"
    /// What spreadsheets on Chinese desktops write.
    case gb18030 = "GB18030"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
  }

  /// The encoding, once bytes that tell have been seen; nil for pure ASCII so far.
  package private(set) var encoding: Encoding?
  /// The bytes began with the UTF-8 mark.
  package private(set) var isMarked = false
  private var pending: [UInt8] = []
  private var started = false
  private var converter: Converter?
  /// Enough text to tell one encoding from the other.
  private static let sample = 4096

  package init() {}

  /// The UTF-8 for the next bytes; `atEnd` with the last ones, so that nothing is held back.
  package mutating func decode(_ bytes: [UInt8], atEnd: Bool) throws -> [UInt8] {
    pending += bytes
    if !started {
      guard pending.count >= 4 || atEnd else { return [] }
      try start()
    }
    if encoding == nil {
      guard let first = pending.firstIndex(where: { $0 >= 0x80 }) else { return take() }
      let told = pending[first...]
      guard told.count >= Self.sample || atEnd else {
        let ascii = Array(pending[..<first])
        pending.removeSubrange(..<first)
        return ascii
      }
      encoding = Self.isUTF8(told) ? .utf8 : .gb18030
    }
    if encoding == .utf8 { return take() }
    let name = encoding?.rawValue ?? ""
    if converter == nil { converter = Converter(from: name) }
    guard let converter else {
      throw FileProblem(
        zh: "本机缺少 \(name) 转换；请把文件另存为“CSV UTF-8”",
        en: "This machine cannot convert \(name); save the file as “CSV UTF-8”")
    }
    let (text, used) = converter.convert(pending)
    pending.removeSubrange(..<used)
    if atEnd, !pending.isEmpty {
      pending = []
      return text + [0xFF]
    }
    return text
  }

  private mutating func start() throws {
    started = true
    if pending.starts(with: [0xEF, 0xBB, 0xBF]) {
      pending.removeFirst(3)
      isMarked = true
      encoding = .utf8
    } else if pending.starts(with: [0xFF, 0xFE]) {
      pending.removeFirst(2)
      encoding = .utf16LittleEndian
    } else if pending.starts(with: [0xFE, 0xFF]) {
      pending.removeFirst(2)
      encoding = .utf16BigEndian
    } else if pending.starts(with: [0x50, 0x4B, 0x03, 0x04]) || pending.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw FileProblem(
        zh: "这是工作簿而不是 CSV；请在表格软件中另存为“CSV UTF-8”",
        en: "This is a workbook, not CSV; save it as “CSV UTF-8” in the spreadsheet")
    }
  }

  private mutating func take() -> [UInt8] {
    defer { pending = [] }
    return pending
  }

  /// True unless more sequences are broken than whole: a single bad byte does not make a file GB18030.
  static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    var whole = 0
    var broken = 0
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let lead = bytes[index]
      index += 1
      if lead < 0x80 { continue }
      let more = lead >= 0xF0 && lead < 0xF5 ? 3 : lead >= 0xE0 && lead < 0xF0 ? 2 : lead >= 0xC2 && lead < 0xE0 ? 1 : 0
      if more == 0 {
        broken += 1
        continue
      }
      let rest = bytes[index...].prefix(more)
      // The sample may end within a character.
      if rest.count < more && rest.allSatisfy({ $0 & 0xC0 == 0x80 }) { break }
      if rest.count == more && rest.allSatisfy({ $0 & 0xC0 == 0x80 }) {
        whole += 1
        index += more
      } else {
        broken += 1
      }
    }
    return whole >= broken
  }

  /// An open `iconv` conversion, closed with its owner.
  private final class Converter {
    private let handle: iconv_t
    /// Bytes of the smallest piece that is left out where it cannot be read.
    private let unit: Int

    init?(from encoding: String) {
      guard let opened = iconv_open("UTF-8", encoding), opened != iconv_t(bitPattern: -1) else { return nil }
      handle = opened
      unit = encoding.hasPrefix("UTF-16") ? 2 : 1
    }

    deinit { iconv_close(handle) }

    /// The text of as many bytes as make whole characters, and how many those are.
    func convert(_ bytes: [UInt8]) -> (text: [UInt8], used: Int) {
      var input = bytes.map { CChar(bitPattern: $0) }
      var output = [CChar](repeating: 0, count: 16_384)
      var text: [UInt8] = []
      var used = 0
      input.withUnsafeMutableBufferPointer { source in
        output.withUnsafeMutableBufferPointer { target in
          while used < bytes.count {
            var from = source.baseAddress.map { $0 + used }
            var left = bytes.count - used
            var to = target.baseAddress
            var room = target.count
            errno = 0
            _ = iconv(handle, &from, &left, &to, &room)
            let failure = errno
            used = bytes.count - left
            text += target[..<(target.count - room)].map { UInt8(bitPattern: $0) }
            if failure == E2BIG { continue }
            if failure == EILSEQ && left > 0 {
              text.append(0xFF)
              used += min(unit, bytes.count - used)
              continue
            }
            break
          }
        }
      }
      return (text, used)
    }
  }
}
