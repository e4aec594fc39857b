import Domain
import Foundation
import UseCases

/// Forms that are open, as files in `LIBRARY.scratch/` that their process holds a lock on: `open-RECORD-…`.
///
/// The lock and not the file says that somebody is there, so that a killed session is gone with its process.
package final class FileOpenForms: OpenForms, Sendable {
  private let folder: String
  /// In the name of every file of this process, so that it does not meet itself.
  private let own = String(UInt64.random(in: .min ... .max), radix: 16)

  /// The forms of the library at this path.
  package init(library path: String) { folder = path + ".scratch" }

  /// One open form: gone when it is left, or nobody holds it any more.
  private final class Seat: OpenForm {
    private var handle: Int32
    private let path: String

    init(_ handle: Int32, _ path: String) { (self.handle, self.path) = (handle, path) }

    deinit { leave() }

    func leave() {
      guard handle >= 0 else { return }
      unlink(path)
      close(handle)
      handle = -1
    }
  }

  package func open(_ record: RecordID, by person: String) -> (any OpenForm)? {
    if mkdir(folder, 0o700) != 0, errno != EEXIST { return nil }
    let number = String(UInt64.random(in: .min ... .max), radix: 16)
    let path = "\(folder)/open-\(record.text)-\(own)-\(number)"
    // Locked before it has its name: nobody finds it without its lock.
    let fresh = "\(folder)/seat-\(own)-\(number)"
    let handle = Foundation.open(fresh, O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard handle >= 0 else { return nil }
    let name = Array(person.utf8.prefix(Self.longest))
    guard flock(handle, LOCK_EX | LOCK_NB) == 0, write(handle, name, name.count) == name.count,
      rename(fresh, path) == 0
    else {
      unlink(fresh)
      close(handle)
      return nil
    }
    return Seat(handle, path)
  }

  package func others(at record: RecordID) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let prefix = "open-\(record.text)-"
    let found = files.filter { $0.hasPrefix(prefix) && !$0.hasPrefix(prefix + own + "-") }
    return Set(found.compactMap { person(at: "\(folder)/\($0)") }).sorted()
  }

  /// Who holds the file; one that nobody holds was left by a killed session and is taken away.
  private func person(at path: String) -> String? {
    let handle = Foundation.open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard handle >= 0 else { return nil }
    defer { close(handle) }
    guard flock(handle, LOCK_SH | LOCK_NB) != 0 else {
      unlink(path)
      return nil
    }
    var bytes = [UInt8](repeating: 0, count: Self.longest)
    let count = read(handle, &bytes, bytes.count)
    return count > 0 ? String(validating: bytes[..<count], as: UTF8.self) : nil
  }

  private static let longest = 200
}
