import Crypto
import Foundation

/// What each column of a sheet means.
package struct SheetMapping: Hashable, Sendable {
  /// How one column is read.
  package struct Column: Hashable, Sendable {
    /// The heading as it stands, the ones above it joined with `·`.
    package let heading: String
    /// The path of its field; nil for a column that is left out.
    package var path: String?
    /// How that was found; nil where a person or a saved profile said so.
    package var how: HeadingMatch.How?
    /// The power of ten by which figures are scaled.
    package var power: Int?
    /// A column that needs no field: serial numbers, reasons of an earlier rejects file.
    package var isIdle = false
    /// How electricity counts in it, where its heading says 等价 or 当量.
    package var basis: ElectricityBasis?
    /// The year that its heading speaks of.
    package var year: Int?
    /// The energy carrier that its heading names.
    package var carrier: CarrierHeading?
    /// A person, or a saved profile, left it out.
    package var isLeftOut = false

    package init(
      heading: String, path: String? = nil, how: HeadingMatch.How? = nil, power: Int? = nil, isIdle: Bool = false
    ) {
      self.heading = heading
      self.path = path
      self.how = how
      self.power = power
      self.isIdle = isIdle
    }
  }

  /// In the sheet's order, one for each of its columns.
  package var columns: [Column]

  package init(columns: [Column]) { self.columns = columns }

  /// Headings that no field answers to.
  package var unknown: [String] {
    columns.filter { $0.path == nil && !$0.isIdle && !$0.isLeftOut && !HeadingText.bare($0.heading).isEmpty }
      .map(\.heading)
  }

  /// Columns that were recognised by likeness alone.
  package var likely: [Column] { columns.filter { $0.how == .likeness } }

  /// Whether a column brings that field.
  package func has(_ path: String) -> Bool { columns.contains { $0.path == path } }

  /// Written by this program: every column goes by a field's id.
  package var isOwn: Bool {
    let named = columns.filter { !HeadingText.bare($0.heading).isEmpty && !$0.isIdle }
    return !named.isEmpty && named.allSatisfy { $0.how == .id || $0.path == nil } && named.contains { $0.how == .id }
  }

  /// What this kind of sheet is known by: its headings, in their order, as they are compared.
  package var signature: String {
    let text = columns.map { HeadingText.bare($0.heading).lowercased() }.joined(separator: "\u{1F}")
    return SHA256.hash(data: Data(text.utf8)).prefix(12).map { byte in
      let hex = String(byte, radix: 16)
      return hex.utf8.count == 1 ? "0" + hex : hex
    }.joined()
  }

  /// The mapping as lines of `heading TAB path TAB power`, for a profile; tabs and breaks in headings become blanks.
  package var profile: String {
    columns.map { column in
      let heading = column.heading.map { $0 == "\t" || $0.isNewline ? " " : String($0) }.joined()
      return "\(heading)\t\(column.path ?? "")\t\(column.power.map(String.init) ?? "")"
    }.joined(separator: "\n")
  }

  /// The columns as a profile has them; a profile of other columns changes nothing, and neither does a field that is no more.
  package mutating func apply(profile: String, _ register: Register) {
    let lines = profile.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    guard lines.count == columns.count else { return }
    for (place, parts) in lines.enumerated() where parts.count == 3 {
      guard parts[1].isEmpty || register.field(path: parts[1]) != nil || parts[1] == "id" else { continue }
      columns[place].path = parts[1].isEmpty ? nil : parts[1]
      columns[place].how = nil
      columns[place].power = Int(parts[2])
      columns[place].isLeftOut = parts[1].isEmpty && !columns[place].isIdle
    }
  }
}
