import Terminal

/// Where the parts of a list stand at a size: a narrow screen loses the tree first, a low one the preview.
struct LibraryAreas {
  let tree: Rect
  let table: Rect
  let line: Rect
  let preview: Rect

  var hasTree: Bool { tree.width > 0 }
  var hasPreview: Bool { preview.height > 0 }

  init(_ size: Size, treeIsShown: Bool, searching: Bool) {
    let all = Rect(x: 0, y: 0, width: size.width, height: size.height)
    let hasPreview = size.height >= 12
    // The line above the preview is also where the search is typed.
    let (main, below) = all.splitBottom(hasPreview ? 3 : searching && size.height >= 2 ? 1 : 0)
    (line, preview) = below.splitTop(1)
    let hasTree = treeIsShown && size.width >= 64
    let (left, rest) = main.splitLeft(hasTree ? LibraryTree.width : 0)
    tree = left
    table = hasTree ? Rect(x: rest.x + 1, y: rest.y, width: rest.width - 1, height: rest.height) : rest
  }
}

extension LibraryScreen {
  var areas: LibraryAreas {
    var searching = !filter.words.isEmpty
    if case .search = mode { searching = true }
    return LibraryAreas(size, treeIsShown: treeIsShown, searching: searching)
  }

  /// Tells the table where it stands.
  mutating func fitTable() {
    let areas = areas
    table.turnsHalfPages = areas.hasTree
    table.fit(areas.table.size)
  }
}
