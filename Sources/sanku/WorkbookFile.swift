import Domain
import Glibc

/// A private file in which a workbook is made before it goes where it was asked for: a workbook can only be written to a
/// file of its own, an output may be a pipe.
final class WorkbookFile {
  let path: String
  private let output: Output

  init(_ output: Output) throws {
    guard !output.isTerminal else {
      throw Failure.usage(
        "工作簿不能显示在终端；请用 -o 文件.xlsx，或接到管道", "A workbook does not show at a terminal; use -o FILE.xlsx, or a pipe")
    }
    self.output = output
    var name = Array("\(Words.environment("TMPDIR") ?? "/tmp")/sanku-XXXXXX".utf8CString)
    let opened = mkstemp(&name)
    guard opened >= 0 else {
      let reason = Reason.said()
      throw Failure(.unusable, say("无法建临时文件：\(reason)；请检查 TMPDIR", "No temporary file: \(reason); look at TMPDIR"))
    }
    close(opened)
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { unlink(path) }

  /// Sends the finished workbook on.
  func send() throws {
    let source = try FileSource(path)
    while case let bytes = try source.next(), !bytes.isEmpty { try output.write(bytes) }
  }
}
