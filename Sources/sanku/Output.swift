import Domain
import Glibc
import Terminal

/// Where figures go: standard output, or a file that appears only once it is whole.
final class Output {
  private let descriptor: Int32
  private let path: String?
  private let temporary: String?
  private var buffer: [UInt8] = []
  /// Standard output at a terminal, where text must be clean.
  let isTerminal: Bool

  /// `path` nil or `-` is standard output.
  init(_ path: String?) throws {
    guard let path, path != "-" else {
      descriptor = STDOUT_FILENO
      self.path = nil
      temporary = nil
      isTerminal = isatty(STDOUT_FILENO) == 1
      return
    }
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      // A device or a pipe is written to; a name of its own would replace it.
      guard status.st_mode & S_IFMT != S_IFDIR else {
        throw Failure(.unusable, say("\(path) 是文件夹；请写出其中的文件", "\(path) is a folder; name a file in it"))
      }
      let opened = open(path, O_WRONLY | O_CLOEXEC)
      guard opened >= 0 else { throw Output.failed(path) }
      descriptor = opened
      self.path = path
      temporary = nil
      isTerminal = isatty(opened) == 1
      return
    }
    let temporary = "\(path).\(getpid()).part"
    let opened = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard opened >= 0 else { throw Output.failed(path) }
    descriptor = opened
    self.path = path
    self.temporary = temporary
    isTerminal = false
    buffer.reserveCapacity(1 << 16)
  }

  deinit {
    // Not finished: nothing is left behind.
    if let temporary, !isFinished {
      close(descriptor)
      unlink(temporary)
    }
  }

  private var isFinished = false

  func write(_ text: String) throws {
    buffer += text.utf8
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Bytes that are no text, as a workbook's.
  func write(_ bytes: [UInt8]) throws {
    buffer += bytes
    if buffer.count >= 1 << 16 { try flush() }
  }

  func line(_ text: String) throws { try write(text + "\n") }

  /// Writes what is left and gives the file its name.
  func finish() throws {
    try flush()
    guard let path, let temporary, !isFinished else { return }
    guard fsync(descriptor) == 0, close(descriptor) == 0, rename(temporary, path) == 0 else {
      throw Output.failed(path)
    }
    isFinished = true
  }

  private func flush() throws {
    try Interruption.check()
    var done = 0
    while done < buffer.count {
      let count = buffer.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + done }, buffer.count - done)
      }
      if count >= 0 {
        done += count
      } else if errno == EPIPE {
        buffer = []
        throw Failure.closedPipe
      } else if errno == EINTR {
        try Interruption.check()
      } else {
        throw Output.failed(path ?? say("标准输出", "standard output"))
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private static func failed(_ path: String) -> Failure {
    let reason = Reason.said()
    return Failure(
      .unusable, say("无法写入 \(path)：\(reason)；请换一个位置", "Cannot write \(path): \(reason); choose another place"))
  }

  /// Text that may stand at a terminal.
  static func clean(_ text: String) -> String { CleanText(text).string }

  /// Writes on standard error as it is; what cannot be written there is lost.
  static func err(_ text: String) {
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(STDERR_FILENO, $0.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if count <= 0 { return }
      done += count
    }
  }

  /// Bytes of a line for people; the middle of a longer one is left out.
  private static let longest = 4096

  /// A line for people on standard error, cleaned.
  static func tell(_ text: String) {
    guard !text.isEmpty else { return }
    let line = CleanText(text).string
    err((line.utf8.count <= longest ? line : line.prefix(longest / 8) + " … " + line.suffix(longest / 8)) + "\n")
  }
}
