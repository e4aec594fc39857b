import Domain
import Terminal
import Widgets

/// A folder of the host, from which a person chooses a file.
struct FolderList {
  let kind: SheetDesk.Kind
  var folder: String
  private(set) var entries: [SheetDesk.Entry] = []

  init(_ kind: SheetDesk.Kind, _ files: SheetDesk?) {
    self.kind = kind
    folder = files?.start ?? ""
  }

  mutating func read(_ files: SheetDesk?) throws { entries = try files?.entries(folder, kind) ?? [] }

  /// The path of a name in the folder.
  func path(_ name: String) -> String { folder == "/" ? "/" + name : folder + "/" + name }

  /// The path that was typed: a full one behind the folder that was offered stands for itself, /home/county//tmp/a.xlsx.
  static func typed(_ text: String, behind folder: String) -> String {
    let path = Normalised.trimmed(text)
    let offered = folder == "/" ? folder : folder + "/"
    return path.hasPrefix(offered + "/") ? String(path.dropFirst(offered.count)) : path
  }

  /// Goes into the folder at a place; answers the path where it is a file.
  mutating func enter(_ place: Int, _ files: SheetDesk?) throws -> String? {
    guard entries.indices.contains(place) else { return nil }
    let entry = entries[place]
    guard entry.isFolder else { return path(entry.name) }
    if entry.name == ".." {
      folder = folder.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
      if folder.isEmpty { folder = "/" }
    } else {
      folder = path(entry.name)
    }
    try read(files)
    return nil
  }

  static func columns(_ language: Language) -> [TableColumn] {
    func title(_ zh: String, _ en: String) -> CleanText { CleanText(Label(zh: zh, en: en)[language]) }
    return [
      TableColumn("name", title: title("文件", "File"), width: .flex(min: 20)),
      TableColumn("size", title: title("大小", "Size"), width: .fixed(9), align: .right),
      TableColumn("day", title: title("日期", "Day"), width: .fixed(10)),
    ]
  }

  var source: TableSource {
    let entries = entries
    return TableSource(count: entries.count) { range in
      range.clamped(to: entries.indices).map { Self.row(entries[$0]) }
    }
  }

  private static func row(_ entry: SheetDesk.Entry) -> TableRow {
    let size = entry.isFolder ? "" : entry.size < 10_240 ? "\(entry.size) B" : "\(entry.size / 1024) KiB"
    return TableRow(
      id: entry.name,
      cells: [
        TableCell(CleanText(entry.name + (entry.isFolder ? "/" : "")), style: entry.isFolder ? .accent : nil),
        TableCell(CleanText(size)), TableCell(CleanText(entry.day?.iso ?? "")),
      ])
  }
}
