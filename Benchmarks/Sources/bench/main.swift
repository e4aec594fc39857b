import Foundation

// usage: bench BINARY [SIZE ...]    sizes default to 10000 and 100000; 1000000 takes minutes to make
let arguments = CommandLine.arguments.dropFirst()
guard let binary = arguments.first, FileManager.default.isExecutableFile(atPath: binary) else {
  FileHandle.standardError.write(Data("bench: usage: bench BINARY [SIZE ...]\n".utf8))
  exit(2)
}
let sizes = arguments.dropFirst().compactMap { Int($0) }
let folder = URL(fileURLWithPath: binary).deletingLastPathComponent().deletingLastPathComponent().path + "/bench"
try? FileManager.default.createDirectory(
  atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])

let sync = fsyncTime(in: folder)
print("one fsync of a page here: \(Table.number(sync)) ms")
for size in sizes.isEmpty ? [10_000, 100_000] : sizes {
  guard let library = Library(size: size, binary: binary, folder: folder) else {
    print("\(size) projects: the library could not be made")
    continue
  }
  let made = library.seconds.map { "made in \(Table.number($0)) s" } ?? "made before"
  print("\n\(size) projects, \(Table.number(library.megabytes)) MiB, \(made)")
  let tallies = Tallies(binary: binary, library: library)
  Table.show(Interface(binary: binary, library: library).measure() + tallies.measure())
  if let peer = tallies.peer() {
    print("sqlite3, one GROUP BY over the same projects: \(Table.number(peer)) ms")
  }
  if size == 10_000 { Crowd(binary: binary, library: library, writers: 30, readers: 30).show() }
  if size == 10_000 { Imports(binary: binary, library: library, folder: folder).show() }
  Table.show(Writing(binary: binary, library: library, folder: folder, sync: sync).measure())
}
Peers.show()
