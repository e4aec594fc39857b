import Foundation
import Terminal

/// The sizes that every screen must survive.
enum Sizes {
  static var all: [Size] {
    let heights = [1, 2, 3, 5, 10, 24, 40, 60]
    let widths = [1, 2, 10, 40, 63, 80, 120, 200]
    if ProcessInfo.processInfo.environment["SANKU_LONG"] == "1" {
      return (1...200).flatMap { width in (1...60).map { Size(width: width, height: $0) } }
    }
    return heights.flatMap { height in (1...200).map { Size(width: $0, height: height) } }
      + widths.flatMap { width in (1...60).map { Size(width: width, height: $0) } }
  }
}
