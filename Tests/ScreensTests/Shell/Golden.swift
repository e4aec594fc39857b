import Foundation
import Testing

/// Frames kept as plain text under `Tests/Golden`; `SANKU_GOLDEN=write` writes them anew.
enum Golden {
  static var folder: String {
    // …/Tests/ScreensTests/Shell/Golden.swift
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/") + "/Golden/screens"
  }

  static func check(_ frame: String, _ name: String, at location: SourceLocation = #_sourceLocation) throws {
    let path = folder + "/" + name + ".txt"
    if ProcessInfo.processInfo.environment["SANKU_GOLDEN"] == "write" {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try frame.write(toFile: path, atomically: true, encoding: .utf8)
      return
    }
    let kept = try String(contentsOfFile: path, encoding: .utf8)
    guard kept != frame else { return }
    let old = kept.split(separator: "\n", omittingEmptySubsequences: false)
    let new = frame.split(separator: "\n", omittingEmptySubsequences: false)
    var lines: [String] = []
    for row in 0..<max(old.count, new.count) {
      let before = row < old.count ? String(old[row]) : ""
      let after = row < new.count ? String(new[row]) : ""
      if before != after { lines += ["row \(row)", "- " + before, "+ " + after] }
    }
    Issue.record("\(name) differs:\n\(lines.joined(separator: "\n"))", sourceLocation: location)
  }
}
