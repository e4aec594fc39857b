import Domain
import Foundation
import UseCases

/// Unsaved typing in `LIBRARY.scratch/`, one file a person, whole or not at all.
package struct FileScratch: ScratchKeeping {
  private let folder: String

  /// The scratch beside the library at this path.
  package init(library path: String) { folder = path + ".scratch" }

  package func load(person: String) -> Scratch? {
    let file = file(of: person)
    guard let size = try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int, size < 16_000_000,
      let data = FileManager.default.contents(atPath: file),
      let stored = try? JSONDecoder().decode(Stored.self, from: data)
    else { return nil }
    return stored.scratch
  }

  package func holds(person: String) -> Bool { access(file(of: person), F_OK) == 0 }

  package func keep(_ scratch: Scratch, person: String) throws {
    let file = file(of: person)
    if !FileManager.default.fileExists(atPath: folder) {
      guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw StoreError.readOnly(path: folder) }
    }
    let data: Data
    do {
      data = try JSONEncoder().encode(Stored(scratch))
    } catch {
      throw StoreError.failed(Label(zh: "草稿无法写出", en: "The draft cannot be written"))
    }
    let fresh = file + ".new"
    unlink(fresh)
    let handle = open(fresh, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard handle >= 0 else { throw Self.refusal(fresh) }
    let isWritten = data.withUnsafeBytes { bytes -> Bool in
      var done = 0
      while done < bytes.count {
        let count = write(handle, bytes.baseAddress?.advanced(by: done), bytes.count - done)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        done += count
      }
      return fsync(handle) == 0
    }
    let problem = isWritten ? nil : Self.refusal(fresh)
    close(handle)
    if let problem {
      unlink(fresh)
      throw problem
    }
    guard rename(fresh, file) == 0 else { throw Self.refusal(file) }
    LibraryFile.sync(folderOf: file)
  }

  package func discard(person: String) throws {
    let file = file(of: person)
    guard unlink(file) == 0 || errno == ENOENT || errno == ENOTDIR else { throw Self.refusal(file) }
    LibraryFile.sync(folderOf: file)
  }

  private static func refusal(_ path: String) -> StoreError {
    errno == ENOSPC || errno == EDQUOT ? .full(path: path) : .readOnly(path: path)
  }

  /// A name that no person's name can lead out of the folder: its bytes as hex.
  private func file(of person: String) -> String {
    let digits = Array("0123456789abcdef")
    let name = person.utf8.prefix(100).map { "\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }.joined()
    return "\(folder)/\(name).json"
  }
}

/// The file's form: values as texts that carry their kind, as in the history.
private struct Stored: Codable {
  struct Row: Codable {
    var id: String
    var values: [String: String]
  }
  var register: String
  var id: String
  var revision: Int
  var values: [String: String]
  var children: [String: [Row]]
  var base: Int
  var raw: [String: String]
  var focus: String
  var caret: Int
  var savedAt: Int64

  init(_ scratch: Scratch) {
    let document = scratch.document
    register = document.register
    id = document.id.text
    revision = document.revision
    values = document.values.compactMapValues(Self.text)
    children = document.children.mapValues { rows in
      rows.map { Row(id: $0.id.text, values: $0.values.compactMapValues(Self.text)) }
    }
    base = scratch.base
    raw = scratch.raw
    focus = scratch.focus
    caret = scratch.caret
    savedAt = scratch.savedAt.milliseconds
  }

  var scratch: Scratch? {
    guard let id = RecordID(id) else { return nil }
    var lists: [String: [ChildRow]] = [:]
    for (list, rows) in children {
      lists[list] = rows.compactMap { row in
        RecordID(row.id).map { ChildRow(id: $0, values: row.values.compactMapValues(Self.value)) }
      }
    }
    let document = Document(
      register: register, id: id, revision: revision, values: values.compactMapValues(Self.value), children: lists)
    return Scratch(
      document: document, base: base, raw: raw, focus: focus, caret: caret, savedAt: Instant(milliseconds: savedAt))
  }

  private static func text(_ value: Value) -> String? {
    switch value {
    case .empty: nil
    case .text(let text): "t:" + text
    case .integer(let number): "i:\(number)"
    case .amount(let amount): "a:\(amount.scaled)"
    case .day(let day): "d:" + day.iso
    case .month(let month): "m:" + month.iso
    case .flag(let flag): flag ? "f:1" : "f:0"
    case .record(let id): "r:" + id.text
    }
  }

  private static func value(_ text: String) -> Value? {
    let body = String(text.dropFirst(2))
    switch text.prefix(2) {
    case "t:": return .text(body)
    case "i:": return Int(body).map(Value.integer)
    case "a:": return Int64(body).map { .amount(Amount(scaled: $0)) }
    case "d:": return Day(parsing: body).map(Value.day)
    case "m:": return Month(parsing: body).map(Value.month)
    case "f:": return .flag(body == "1")
    case "r:": return RecordID(body).map(Value.record)
    default: return nil
    }
  }
}
