import Foundation

/// Programs that people know, measured the same way where they are installed.
enum Peers {
  static func show() {
    let folder = FileManager.default.temporaryDirectory.path + "/sanku-bench-peers"
    guard prepare(folder) else { return }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    print("\npeers, the same terminal, the same keys")
    measure("mc", ["-u", folder, folder], ready: "file00")
    measure("ncdu", ["-x", folder], ready: "file00")
    measure("vd", ["\(folder)/rows.csv"], ready: "row 1")
  }

  private static func prepare(_ folder: String) -> Bool {
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for index in 0..<500 {
      let name = "\(folder)/file\(String(format: "%05d", index))"
      guard FileManager.default.createFile(atPath: name, contents: Data("x".utf8)) else { return false }
    }
    let rows = (1...100_000).map { "row \($0),\($0 * 7 % 1000),330523" }.joined(separator: "\n")
    return FileManager.default.createFile(
      atPath: "\(folder)/rows.csv", contents: Data(("name,saving,region\n" + rows).utf8))
  }

  private static func measure(_ name: String, _ arguments: [String], ready: String) {
    guard let path = installed(name) else {
      print("  \(name): not installed")
      return
    }
    guard let probe = Probe([path] + arguments), let start = probe.ready(ready) else {
      print("  \(name): did not get ready")
      return
    }
    probe.session.settle(quiet: 300, limit: 5000)
    let downs = (0..<40).map { _ in probe.press("<Down>", quiet: 120) }
    print(
      "  \(name): start \(Table.number(start)) ms, key \(Table.number(downs.map(\.milliseconds).median)) / "
        + "\(Table.number(downs.map(\.milliseconds).worst)) ms, \(Table.number(downs.map { Double($0.bytes) }.median)) B, "
        + "\(Table.number(probe.peakMemory ?? .nan)) MiB")
  }
}
