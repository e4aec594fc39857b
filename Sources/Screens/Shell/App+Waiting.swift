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

    /// Whether what waits for anybody is looked at, or may have been changed somewhere else: counting it reads many
    /// lists, and so it is left alone while a person moves about in one place.
    func looksElsewhere(since before: Station) -> Bool { tab != before.tab || tab == .watch }
  }

  /// What others write is counted into what waits for anybody once in so many milliseconds, what one saves oneself
  /// sooner.
  static let watchPause: Int64 = 60_000
  static let ownPause: Int64 = 5_000

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

  /// Has what waits for anybody counted once the last count is so many milliseconds old.
  mutating func countWatched(after pause: Int64) {
    let due = Instant(milliseconds: (watchedAt?.milliseconds ?? 0) + pause)
    watchDue = min(watchDue ?? due, due)
  }

  /// In how many milliseconds it is to be counted; nil where nothing has changed.
  var watchedIn: Int? {
    guard tabs.contains(.watch), screen?.holdsLibrary != true, let watchDue else { return nil }
    return Int(max(0, watchDue.milliseconds - services.environment.now().milliseconds))
  }

  /// What waits for anybody in the person's own region: the same figure as 督办 shows for it.
  mutating func countWatched() {
    guard tabs.contains(.watch) else { return }
    (watchDue, watchedAt) = (nil, services.environment.now())
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
