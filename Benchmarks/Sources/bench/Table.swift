import Foundation

/// Each line is seen when it is known, in a file too.
func print(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

/// The table as it is printed.
enum Table {
  static func number(_ value: Double) -> String {
    value.isNaN ? "-" : value >= 100 ? String(Int(value.rounded())) : String(format: "%.1f", value)
  }

  static func show(_ rows: [Measured]) {
    for row in rows {
      let limit = row.budget.limits[row.size].map { "budget \(number($0))" } ?? "no budget"
      let ratio = row.ratio.map { "x\(String(format: "%.2f", $0))\($0 > 1 ? "  OVER" : "")" } ?? ""
      let name = row.budget.name.padding(toLength: 52, withPad: " ", startingAt: 0)
      let value = "\(number(row.value)) \(row.budget.unit)".padding(toLength: 14, withPad: " ", startingAt: 0)
      print("  \(name)\(value)\(limit.padding(toLength: 16, withPad: " ", startingAt: 0))\(ratio)")
    }
  }
}
