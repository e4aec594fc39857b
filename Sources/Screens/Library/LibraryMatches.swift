import Domain
import UseCases

/// `n` and `N`: the next and the previous record that the last search found, also in a list that it no longer narrows.
extension LibraryScreen {
  mutating func goToMatch(_ step: Int, _ services: Services) throws -> [Effect] {
    guard let window, window.count > 0 else { return [] }
    let target: Int?
    if !filter.words.isEmpty {
      // The list holds nothing but matches.
      try window.reach(table.place.cursor + 1)
      target = table.place.cursor + step
    } else if !lastWords.isEmpty {
      target = try nextMatch(step, in: window.list, services)
    } else {
      return [.say(Label(zh: "还没有查找过；/ 查找", en: "Nothing was searched for yet; / searches"))]
    }
    guard let target, target >= 0, target < window.count else {
      return [
        .say(
          step > 0
            ? Label(zh: "后面没有符合查找的了", en: "No match below") : Label(zh: "前面没有符合查找的了", en: "No match above"))
      ]
    }
    pane = .table
    table.go(to: target, source)
    try seen(services)
    return []
  }

  /// The place in the whole list of the nearest match on that side. Both lists have one order, so that the first match
  /// behind the cursor is found by halving.
  private func nextMatch(_ step: Int, in list: any RecordList, _ services: Services) throws -> Int? {
    var query = query
    query.filter.words = lastWords
    let matches = try services.store.list(query)
    func place(_ index: Int) throws -> Int? {
      try matches.rows(index..<index + 1, fields: []).first.flatMap { try list.place(of: $0.id) }
    }
    let here = table.place.cursor
    let count = try matches.count()
    var (low, high) = (0, count)
    // `low` becomes the number of matches before the cursor, for `n` also the one under it.
    while low < high {
      let middle = (low + high) / 2
      guard let found = try place(middle) else { return nil }
      if found < here || (step > 0 && found == here) { low = middle + 1 } else { high = middle }
    }
    let index = step > 0 ? low : low - 1
    return index >= 0 && index < count ? try place(index) : nil
  }
}
