import UseCases

/// What a search or a filter does not find within a moment is found beside the screen; a key holds that up, and it begins
/// again after the key.
extension LibraryScreen {
  /// Shows a list's first rows and goes on looking for the rest.
  mutating func searchOn(_ opened: RowWindow, _ services: Services) {
    let wasSearching = window?.isSearching ?? false
    window = opened
    guard opened.isSearching || wasSearching else { return }
    let list = opened.isSearching ? opened.list : nil
    let id = id
    // A job without a list only ends the one before.
    services.launch(
      Job(lane: JobRunner.counting + "rows.\(id.text)") { _ in
        do {
          try list?.findAll()
          return { app in
            let services = app.services
            app.update(LibraryScreen.self) { screen in
              guard screen.id == id, let window = screen.window, window.list === list else { return }
              screen.found(window, services)
            }
          }
        } catch {
          return { app in app.say(Trouble.message(error), .error) }
        }
      })
  }

  /// Goes on in what is all found now.
  private mutating func found(_ window: RowWindow, _ services: Services) {
    do {
      try window.found()
      table.go(to: table.place.cursor, source)
      try seen(services)
    } catch {
      // The next key reads again and says what is wrong.
    }
  }
}
