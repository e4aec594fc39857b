import Foundation

/// A made-up library of a given size, made once and kept under `.build/bench`.
struct Library {
  let path: String
  let size: Int
  /// Made and looked at as of one day, so that every run sees the same screens.
  static let day = ["SANKU_TODAY": "2023-06-30"]

  /// How long it took to make, seconds; nil if it was there already.
  let seconds: Double?

  init?(size: Int, binary: String, folder: String) {
    self.size = size
    path = "\(folder)/\(size).sanku"
    if FileManager.default.fileExists(atPath: path) {
      seconds = nil
      return
    }
    let begin = now()
    guard run([binary, "generate", path, "--projects", String(size), "--seed", "1", "--quiet"]) == 0 else { return nil }
    seconds = (now() - begin) / 1000
  }

  var megabytes: Double {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return Double((attributes?[.size] as? NSNumber)?.int64Value ?? 0) / 1_048_576
  }
}

/// Runs a command to its end and answers its exit status; nothing it prints is shown.
@discardableResult
func run(_ command: [String]) -> Int32 {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: command[0])
  process.environment = ProcessInfo.processInfo.environment.merging(Library.day) { _, new in new }
  process.arguments = Array(command.dropFirst())
  process.standardOutput = FileHandle.nullDevice
  process.standardError = FileHandle.standardError
  guard (try? process.run()) != nil else { return -1 }
  process.waitUntilExit()
  return process.terminationStatus
}

/// Where a command of that name is found; nil where it is not installed.
func installed(_ name: String) -> String? {
  (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }
}

/// Milliseconds that one page written and synced takes on the disk of `folder`, median of 40.
func fsyncTime(in folder: String) -> Double {
  let path = "\(folder)/fsync.probe"
  let file = open(path, O_CREAT | O_RDWR, 0o600)
  guard file >= 0 else { return .nan }
  defer {
    close(file)
    unlink(path)
  }
  let page = [UInt8](repeating: 7, count: 4096)
  var times: [Double] = []
  for _ in 0..<40 {
    let begin = now()
    _ = page.withUnsafeBytes { pwrite(file, $0.baseAddress, 4096, 0) }
    fsync(file)
    times.append(now() - begin)
  }
  return times.median
}
