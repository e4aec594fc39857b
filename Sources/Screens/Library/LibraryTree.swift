import Domain
import Terminal
import Widgets

/// The tree of regions with its counts.
enum LibraryTree {
  /// Cells of the tree's pane, its line not counted.
  static let width = 20

  /// The nodes of the library's own region and below.
  static func source(
    top: String, _ counts: ListCounts, _ regions: Regions, _ language: Language
  ) -> TreeView.Source {
    { parent in
      let found = parent.map { regions.children(of: $0) } ?? [regions[top]].compactMap { $0 }
      return found.map { region in
        let count = counts.count(in: region.code, regions)
        return TreeNode(
          id: region.code, label: CleanText(name(region, regions, language)), count: CleanText(thin(count)),
          hasChildren: !regions.children(of: region.code).isEmpty, style: count == 0 ? .dim : .text)
      }
    }
  }

  /// A city's own unit is 市本级 under its city; everything else keeps its name.
  static func name(_ region: Region, _ regions: Regions, _ language: Language) -> String {
    guard region.isLocal, let city = regions.city(of: region.code), region.name.hasPrefix(city.shortName) else {
      return region.name
    }
    return String(region.name.dropFirst(city.shortName.count))
  }

  /// A tree opened down to a region.
  static func place(at code: String, _ regions: Regions) -> TreeView.Place {
    var place = TreeView.Place()
    place.cursorID = code
    var next = regions[code]
    while let region = next {
      place.expanded.insert(region.code)
      next = regions[region.parent]
    }
    return place
  }
}
