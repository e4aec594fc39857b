import CZip
import Domain

/// An archive in memory, read entry by entry within bounds; nothing of it is ever unpacked to a path.
final class ZipArchive: @unchecked Sendable {
  /// What an archive may hold: entries; bytes of one entry; how many times its packed size an entry may be once it is
  /// over `floor` bytes.
  static let limits = (entries: 4096, entry: 600 << 20, ratio: 120, floor: 8 << 20)

  private let archive: OpaquePointer

  /// Throws `FileProblem` where the bytes are no archive, or one that no spreadsheet writes.
  init(_ bytes: [UInt8]) throws {
    guard let opened = bytes.withUnsafeBufferPointer({ cz_open($0.baseAddress, $0.count) }) else {
      throw FileProblem(
        zh: "工作簿已损坏，打不开；请在表格软件中重新另存为 .xlsx", en: "The workbook is damaged; save it again as .xlsx in a spreadsheet")
    }
    archive = opened
    guard cz_count(opened) <= Self.limits.entries else { throw ZipArchive.tooLarge }
  }

  deinit { cz_close(archive) }

  static let tooLarge = FileProblem(
    zh: "工作簿解开后过大，不像真的表格；未读取。请拆成几个文件，或另存为 CSV",
    en: "The workbook unpacks to far more than a sheet holds and was not read; split it, or save it as CSV")

  /// Opens an entry; nil where there is none of that name.
  func entry(_ name: String) throws -> ZipEntry? {
    // The names asked for come from the workbook itself.
    guard !name.contains(".."), !name.utf8.contains(0) else { throw Self.odd }
    let place = cz_find(archive, name)
    guard place >= 0 else { return nil }
    var packed: UInt64 = 0
    var unpacked: UInt64 = 0
    switch cz_sizes(archive, place, &packed, &unpacked) {
    case 0: break
    case -2:
      throw FileProblem(zh: "工作簿有密码；请先去掉密码再导入", en: "The workbook is locked with a password; take that off first")
    default: throw Self.odd
    }
    try Self.check(unpacked: unpacked, packed: packed)
    guard let opened = cz_entry_open(archive, place) else { throw Self.odd }
    return ZipEntry(opened, packed: packed, unpacked: unpacked, archive: self)
  }

  static let odd = FileProblem(
    zh: "工作簿里有一部分已损坏；请在表格软件中重新另存为 .xlsx",
    en: "A part of the workbook is damaged; save it again as .xlsx in a spreadsheet")

  /// Throws where so many bytes out of so few are no sheet.
  static func check(unpacked: UInt64, packed: UInt64) throws {
    if unpacked > UInt64(limits.entry) { throw tooLarge }
    if unpacked > UInt64(limits.floor), unpacked / UInt64(limits.ratio) > max(1, packed) { throw tooLarge }
  }
}

/// One entry while it is read.
final class ZipEntry {
  private let entry: OpaquePointer
  private let archive: ZipArchive
  private let packed: UInt64
  private let unpacked: UInt64
  private var done: UInt64 = 0
  private var buffer = [UInt8](repeating: 0, count: 128 << 10)

  init(_ entry: OpaquePointer, packed: UInt64, unpacked: UInt64, archive: ZipArchive) {
    self.entry = entry
    self.archive = archive
    self.packed = packed
    self.unpacked = unpacked
  }

  deinit { cz_entry_close(entry) }

  /// How much of it was read, a part of 1.
  var part: Double { unpacked == 0 ? 1 : min(1, Double(done) / Double(unpacked)) }

  /// Gives the next bytes to `body`; answers false at the end. What the directory says of the size may be a lie.
  func next(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws -> Bool {
    let count = buffer.withUnsafeMutableBufferPointer { cz_entry_read(entry, $0.baseAddress, $0.count) }
    guard count >= 0 else { throw ZipArchive.odd }
    guard count > 0 else { return false }
    done += UInt64(count)
    try ZipArchive.check(unpacked: done, packed: packed)
    try buffer.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[..<Int(count)])) }
    return true
  }
}
