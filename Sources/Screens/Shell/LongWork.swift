import Domain
import Terminal
import UseCases
import Widgets

/// Work that a person waits for: its progress stands over the screen, and Esc cancels it with nothing half done.
package struct LongWork: Sendable {
  /// How far it is, in records; answers false when it is to stop.
  package typealias Report = (_ done: Int, _ total: Int?) -> Bool

  /// What is being done.
  package let title: Label
  /// Does it and says what was done. Throws `StoreError.interrupted` where `Report` told it to stop, and then leaves
  /// everything as it was before.
  package let run: @Sendable (_ report: Report) throws -> Label

  package init(_ title: Label, _ run: @escaping @Sendable (_ report: Report) throws -> Label) {
    self.title = title
    self.run = run
  }
}

extension LongWork {
  /// Writes the records of a query, or these of it, to a file.
  static func export(_ query: Query, only: [RecordID]? = nil, to path: String, _ services: Services) -> LongWork {
    let export = services.export
    return LongWork(Label(zh: "导出到 \(path)", en: "Exporting to \(path)")) { report in
      let count = try export(query, only, path, report)
      return Label(zh: "已导出\(count)条到 \(path)", en: "\(counted(count, "record")) written to \(path)")
    }
  }
}

extension App {
  /// The lane of such work: there is one at a time, since nothing else is done meanwhile.
  private static let lane = "work"
  /// How often its progress is shown.
  private static let step = Duration.milliseconds(100)

  mutating func begin(_ work: LongWork) {
    overlay = .progress(ProgressBox(title: work.title.caption(currentLook.language)))
    let post = services.post
    services.launch(
      Job(lane: Self.lane) { isCancelled in
        let begin = ContinuousClock.now
        var shown = begin
        do {
          let said = try work.run { done, total in
            let now = ContinuousClock.now
            if now - shown >= Self.step {
              shown = now
              post { $0.progressed(done, total, now - begin) }
            }
            return !isCancelled()
          }
          return { $0.end(said, .good) }
        } catch {
          return { $0.end(Trouble.message(error), .error) }
        }
      })
  }

  private mutating func progressed(_ done: Int, _ total: Int?, _ elapsed: Duration) {
    guard case .progress(var box) = overlay else { return }
    box.done = done
    box.total = total
    box.elapsedMilliseconds = Int(elapsed / .milliseconds(1))
    overlay = .progress(box)
  }

  private mutating func end(_ said: Label, _ kind: Widgets.Frame.Message.Kind) {
    if case .progress = overlay { overlay = nil }
    say(said, kind)
  }

  /// Ends the work that is being waited for; what it says now comes too late to be heard.
  mutating func cancel() {
    services.launch(Job(lane: Self.lane) { _ in { _ in } })
    end(Label(zh: "已取消，没有留下半截", en: "Cancelled; nothing stays half done"), .plain)
  }
}
