import Domain
import Glibc

/// A private file in which a workbook is made before it goes where it was asked for: a workbook can only be written to a
/// file of its own, an output may be a pipe.
final class WorkbookFile {
  let path: String
  private let folder: String
  private let output: Output

  init(_ output: Output) throws {
    guard !output.isTerminal else {
      throw Failure.usage(
        "工作簿不能显示在终端；请用 -o 文件.xlsx，或接到管道", "A workbook does not show at a terminal; use -o FILE.xlsx, or a pipe")
    }
    self.output = output
    // It holds phones: whoever else may look into the temporary folder does not look into this one.
    var name = Array("\(Words.environment("TMPDIR") ?? "/tmp")/sanku-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { throw WorkbookFile.failed() }
    folder = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    path = folder + "/book.xlsx"
    let opened = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard opened >= 0 else { throw WorkbookFile.failed() }
    close(opened)
  }

  deinit {
    unlink(path)
    rmdir(folder)
  }

  /// Sends the finished workbook on.
  func send() throws {
    let source = try FileSource(path)
    while case let bytes = try source.next(), !bytes.isEmpty { try output.write(bytes) }
  }

  private static func failed() -> Failure {
    let reason = Reason.said()
    return Failure(.unusable, say("无法建临时文件：\(reason)；请检查 TMPDIR", "No temporary file: \(reason); look at TMPDIR"))
  }
}
