import Foundation
import TestTerminal
import Testing

/// While somebody else's commit has the library, a session says so in its footer.
@Suite struct WritingNoticeTests {
  /// Another process that shuts everybody out, as the commit of a large write does, until it is told to go on.
  private static let holder = """
    import sqlite3, sys
    library = sqlite3.connect(sys.argv[1], isolation_level=None)
    library.execute("BEGIN EXCLUSIVE")
    print("held", flush=True)
    sys.stdin.readline()
    library.execute("COMMIT")
    """

  @Test(arguments: [("zh", "正在写入", "打开"), ("en", "Writing: somebody", "Open")])
  func theFooterSaysThatSomebodyIsWriting(_ language: String, _ words: String, _ footer: String) throws {
    let room = try Room.madeUp()
    let desk = try Desk(room, arguments: ["--lang", language]).opened()
    desk.press("<Alt-2>")
    try desk.sees(footer)
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = ["-c", Self.holder, room.library]
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    defer { process.terminate() }
    #expect(!output.fileHandleForReading.availableData.isEmpty)
    desk.session.type("<Down>")
    try desk.sees(words)
    #expect(desk.lines.last?.contains(words) == true, "\(desk.screen)")
    input.fileHandleForWriting.write(Data("\n".utf8))
    // The key was kept, and the footer is as before.
    #expect(desk.session.wait { !$0.contains(words) && $0.contains(footer) }, "\(desk.screen)")
    #expect(desk.quit() == 0)
  }
}
