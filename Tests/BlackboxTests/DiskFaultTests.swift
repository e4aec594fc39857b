import Foundation
import TestTerminal
import Testing

/// The disk fails under an open form: the form stays with what was typed, says why, and goes on when it can.
@Suite(.serialized) struct DiskFaultTests {
  private static let name = "3号窑余热发电"

  /// Runs a program of the system's; true if it succeeded.
  @discardableResult
  private static func system(_ arguments: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  /// Whether a small disk of its own can be had here.
  private static let canMount: Bool = {
    guard geteuid() == 0, let room = try? Room() else { return false }
    return system(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", room.folder]) && system(["umount", room.folder])
  }()

  /// Whoever may do everything meets no permission: those powers are given up then.
  private static let powerless = geteuid() == 0 ? ["/usr/bin/setpriv", "--inh-caps=-all", "--bounding-set=-all"] : []
  private static let canBePowerless = geteuid() != 0 || system(powerless + ["true"])

  /// A new project whose name is typed and not saved.
  private func typing(_ room: Room, through: [String] = []) throws -> Desk {
    let desk = try Desk(room, through: through).atProjects()
    desk.press("<F5>")
    try desk.sees("新建项目")
    try desk.goTo("项目名称")
    desk.press(Self.name)
    return desk
  }

  /// The form is open, with what was typed.
  private func isKept(_ desk: Desk) {
    #expect(!desk.session.hasEnded)
    #expect(desk.screen.contains(Self.name), "\(desk.screen)")
  }

  private func isSaved(_ desk: Desk, _ room: Room) throws {
    desk.press("<^S>")
    try desk.sees("已保存")
    #expect(desk.quit() == 0)
    let names = try room.export("projects").map { $0["name"] as? String ?? "" }
    #expect(names == [Self.name])
    room.verify()
  }

  @Test(.enabled(if: canMount)) func aFullDiskIsSaidAndTheFormGoesOn() throws {
    let room = try Room()
    try #require(Self.system(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", room.folder]))
    defer { Self.system(["umount", "--lazy", room.folder]) }
    try room.done(["init", room.library])
    let desk = try typing(room)
    let filler = room.folder + "/filler"
    Self.system(["dd", "if=/dev/zero", "of=\(filler)", "bs=4k"])
    desk.press("<^S>")
    try desk.sees("磁盘已满")
    isKept(desk)
    // What is typed meanwhile cannot be kept beside the library either; that must not end it.
    desk.press("<BS>电")
    desk.session.listen(milliseconds: 2500)
    isKept(desk)
    desk.press("<^S>")
    try desk.sees("磁盘已满")
    unlink(filler)
    try isSaved(desk, room)
  }

  /// No room for the copy that is made before an older library is brought up to date: it stays as it was, and alone.
  @Test(.enabled(if: canMount)) func withoutRoomAnOldLibraryStaysAsItIs() throws {
    let room = try Room()
    try #require(Self.system(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", room.folder]))
    defer { Self.system(["umount", "--lazy", room.folder]) }
    try room.done(["init", room.library])
    // As the version before it had it.
    let older = "PRAGMA user_version = 7; DROP TABLE city_counters;"
    let script = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).executescript(sys.argv[2])"
    try #require(Self.system(["python3", "-c", script, room.library, older]))
    func kept() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: room.folder).filter { $0.hasPrefix("library.sanku.v7") }
    }
    let filler = room.folder + "/filler"
    Self.system(["dd", "if=/dev/zero", "of=\(filler)", "bs=4k"])
    truncate(filler, (try #require(FileManager.default.contents(atPath: filler)?.count)) - 200_000)
    let refused = room.run(["list", "projects"])
    #expect(refused.status != 0 && refused.errors.contains("磁盘已满"), "\(refused)")
    #expect(try kept().isEmpty)
    unlink(filler)
    try room.done(["list", "projects"])
    #expect(try kept() == ["library.sanku.v7.backup"])
    room.verify()
  }

  /// The most a file may hold is reached: the system sends a signal that would end the program.
  @Test func theLargestFileIsNoCrash() throws {
    let room = try Room.empty()
    let desk = try typing(room)
    func limit(_ bytes: String) {
      #expect(Self.system(["prlimit", "--pid", "\(desk.session.process.pid)", "--fsize=\(bytes):"]))
    }
    limit("4096")
    desk.press("<^S>")
    desk.session.listen(milliseconds: 300)
    isKept(desk)
    #expect(!desk.screen.contains("已保存"), "\(desk.screen)")
    #expect(desk.screen.contains("未写入") || desk.screen.contains("磁盘"), "\(desk.screen)")
    limit("unlimited")
    try isSaved(desk, room)
  }

  /// What is open already stays writable, as everywhere; what opens then does not.
  @Test(.enabled(if: canBePowerless)) func aLibraryMadeReadOnlyIsSaid() throws {
    let room = try Room.empty()
    func allow(_ isAllowed: Bool) {
      for file in (try? FileManager.default.contentsOfDirectory(atPath: room.folder)) ?? [] {
        chmod(room.folder + "/" + file, isAllowed ? 0o600 : 0o400)
      }
      chmod(room.folder, isAllowed ? 0o700 : 0o500)
    }
    allow(false)
    defer { allow(true) }
    let desk = try typing(room, through: Self.powerless)
    desk.press("<^S>")
    try desk.sees("权限")
    isKept(desk)
    // It stays opened for reading: what was typed is kept beside it now, and comes back to whoever opens it again.
    allow(true)
    desk.press("<BS>电")
    desk.session.listen(milliseconds: 2500)
    #expect(desk.quit() == 0)
    let again = try Desk(room).opened()
    again.press("<Enter>")
    try again.sees("已恢复未存的输入")
    try isSaved(again, room)
  }

  @Test func aFolderThatIsTakenAwayMeanwhileIsSaid() throws {
    let room = try Room.empty()
    let desk = try typing(room)
    let away = room.folder + "-away"
    try #require(rename(room.folder, away) == 0)
    desk.press("<^S>")
    desk.session.listen(milliseconds: 300)
    isKept(desk)
    #expect(!desk.screen.contains("已保存"), "\(desk.screen)")
    #expect(desk.screen.contains("找不到") || desk.screen.contains("移"), "\(desk.screen)")
    try #require(rename(away, room.folder) == 0)
    try isSaved(desk, room)
  }

  @Test func aClockThatGoesBackKeepsTheOrder() throws {
    let room = try Room.empty()
    let csv = ["2023-06-30", "2023-06-10", "2023-06-20"].enumerated().map { place, day in
      (day, "credit_code,plant,name,region\n91330523MA2B4F6Y5W,00,名称\(place),330523\n")
    }
    for (day, text) in csv {
      let outcome = BuiltSanku.run(
        ["import", "enterprises", try room.file("a.csv", text)],
        environment: ["SANKU_LIBRARY": room.library, "SANKU_TODAY": day])
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    let history = try room.done(["show", "enterprises", "91330523MA2B4F6Y5W", "--history", "--format", "json"])
    let entries = try #require(try JSONSerialization.jsonObject(with: Data(history.utf8)) as? [[String: Any]])
    let numbers = entries.compactMap { $0["sequence"] as? Int }
    #expect(numbers.count == 3 && numbers == numbers.sorted())
    #expect(try room.export("enterprises").first?["name"] as? String == "名称2")
    // What was entered last until then, whole, though its first entry bears a later day.
    for (day, name) in [("2023-06-10", "名称1"), ("2023-06-15", "名称1"), ("2023-06-30", "名称2")] {
      let shown = try room.done(["show", "enterprises", "91330523MA2B4F6Y5W", "--at", day, "--format", "json"])
      #expect(shown.contains(name) && shown.contains("330523"), "\(day): \(shown)")
    }
    room.verify()
    let desk = try Desk(room, environment: ["SANKU_TODAY": "2023-06-01"]).opened()
    desk.press("<Alt-3>")
    try desk.sees("名称2")
    #expect(desk.quit() == 0)
  }
}
