import Domain
import Glibc
import Interchange

/// Bytes of a file or of standard input, a portion at a time.
final class FileSource {
  private let descriptor: Int32
  private let path: String

  /// `-` is standard input.
  init(_ path: String) throws {
    self.path = path
    guard path != "-" else {
      descriptor = STDIN_FILENO
      return
    }
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileSource.failed(path) }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw Failure(.unusable, say("\(path) 是文件夹；请写出其中的文件", "\(path) is a folder; name a file in it"))
    }
    let opened = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw FileSource.failed(path) }
    descriptor = opened
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// The next bytes; none at the end.
  func next() throws -> [UInt8] {
    while true {
      try Interruption.check()
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count >= 0 { return Array(buffer[..<count]) }
      if errno != EINTR { throw FileSource.failed(path) }
    }
  }

  /// Everything, up to `limit` bytes.
  func all(limit: Int = 256 << 20) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let more = try next()
      if more.isEmpty { return bytes }
      bytes += more
      guard bytes.count <= limit else {
        throw Failure(.unusable, say("\(path) 超过256 MiB；请改用 CSV", "\(path) is over 256 MiB; use CSV"))
      }
    }
  }

  static func exists(_ path: String) -> Bool { access(path, R_OK) == 0 }

  /// Whether two paths lead to one file.
  static func areSame(_ one: String, _ other: String) -> Bool {
    var (left, right) = (stat(), stat())
    return stat(one, &left) == 0 && stat(other, &right) == 0 && left.st_dev == right.st_dev
      && left.st_ino == right.st_ino
  }

  private static func failed(_ path: String) -> Failure {
    let reason = Reason.said()
    return Failure(.unusable, say("无法读取 \(path)：\(reason)", "Cannot read \(path): \(reason)"))
  }
}
