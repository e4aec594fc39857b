import Domain
import UseCases

/// The counts on the tabs: what waits for the person, counted beside the screen, so that nothing waits for it.
extension App {
  /// What a key may change that the counts hang on: another screen, a box answered, typing begun or settled.
  struct Station: Hashable {
    let tab: TabID
    let depth: Int
    let hasOverlay: Bool
    let hasUnsaved: Bool

    /// Whether what waits for anybody may be another figure than it was there: counting it reads many lists, and so it
    /// is left alone while a person moves about in one place.
    func changesWatched(since before: Station) -> Bool {
      tab != before.tab || tab == .watch || before.hasUnsaved && !hasUnsaved
    }
  }

  /// What others write is counted into what waits for anybody once in so many milliseconds.
  static let watchPause: Int64 = 60_000

  var station: Station { Station(tab: tab, depth: depth, hasOverlay: overlay != nil, hasUnsaved: hasUnsaved) }

  /// Counts again in the background; the figure before stays until the new one is there.
  func countWaiting() {
    guard tabs.contains(.mine) else { return }
    let services = services
    services.launch(
      Job(lane: JobRunner.counting + "waiting") { _ in
        let count = try? MineContent.waiting(services)
        let filed = try? Waiting.count(in: services.store, as: services.environment)
        return { app in
          if let count { app.waiting[.mine] = count }
          if let filed { app.waiting[.review] = filed.toReview }
        }
      })
  }

  /// Counts what waits for anybody where somebody else has written and the last count is old, or there is none yet.
  mutating func countWatchedWhenDue() {
    guard watchIsStale else { return }
    if let watchedAt, services.environment.now().milliseconds - watchedAt.milliseconds < Self.watchPause { return }
    countWatched()
  }

  /// What waits for anybody in the person's own region: the same figure as 督办 shows for it.
  mutating func countWatched() {
    guard tabs.contains(.watch) else { return }
    (watchIsStale, watchedAt) = (false, services.environment.now())
    let services = services
    let region = WatchScreen.home(services)
    services.launch(
      Job(lane: JobRunner.counting + "watched") { isCancelled in
        let count = try? MattersOf.total(
          region: region, in: services.store, today: services.today, isCancelled: isCancelled)
        return { app in
          if let count { app.waiting[.watch] = count }
        }
      })
  }
}
