import Domain
import Foundation
import Synchronization
import Terminal
import Testing
import UseCases

@testable import Screens

/// Work that is waited for: seen, and ended by Esc.
@Suite struct LongWorkTests {
  @Test func escEndsAnExportThatIsShownMeanwhile() throws {
    let desk = try Desk()
    let mailbox = Mailbox()
    let runner = JobRunner(mailbox) {}
    let end = DispatchSemaphore(value: 0)
    let wasStopped = Mutex(false)
    let services = Services(
      store: desk.store, scratch: desk.services.scratch, environment: desk.services.environment, language: .zh,
      launch: runner.launch, post: runner.post,
      export: { _, _, _, report in
        defer { end.signal() }
        for done in 0..<100_000 {
          guard report(done, 1000) else {
            wasStopped.withLock { $0 = true }
            throw StoreError.interrupted
          }
          usleep(2000)
        }
        return 0
      })
    let size = Size(width: 80, height: 24)
    let app = App(services, roots: Roots.all, start: .projects, size: size, mailbox: mailbox)
    var drive = Drive(app, size: size, update: { $0.handle($1) }, draw: { $0.draw(in: &$1) })
    drive.drive("x<Enter>")
    #expect(drive.frame.contains("导出到 projects-2023"))
    while !drive.frame.contains("/1 000") { drive.drive([.wake]) }
    #expect(drive.frame.contains("Esc取消，不留半截"))
    // Nothing else is done meanwhile.
    drive.drive("s2f")
    #expect(drive.frame.contains("/1 000") && (drive.state.screen as? LibraryScreen)?.ownsKeys == false)
    drive.drive("<Esc>")
    #expect(drive.frame.contains("已取消") && !drive.frame.contains("/1 000"))
    end.wait()
    #expect(wasStopped.withLock { $0 })
    // What it says after that is not heard, and the screen is as it was.
    drive.drive([.wake, .wake])
    #expect(drive.frame.contains("已取消"))
    drive.drive("<Down>")
    #expect(drive.frame.contains("第2项"))
  }

  @Test func whatWasDoneAndWhatWentWrongIsSaid() throws {
    let desk = try Desk()
    let path = desk.folder + "/a.csv"
    desk.press("x" + String(repeating: "<Backspace>", count: 40) + path + "<Enter>")
    #expect(desk.frame.contains("已导出3条到"))
    #expect(FileManager.default.fileExists(atPath: path))
    desk.press("x" + String(repeating: "<Backspace>", count: 80) + desk.folder + "/none/a.csv<Enter>")
    #expect(!desk.frame.contains("已导出") && desk.app.overlay == nil)
  }
}
