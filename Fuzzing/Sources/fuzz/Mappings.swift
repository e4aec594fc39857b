import Domain

/// Headings and cells of a sheet, parted by tabs and line feeds.
enum Mappings {
  private static let registers = ["projects", "enterprises", "efficiency", "energy"].compactMap { Registers.named($0) }
  private static let matches = registers.map { HeadingMatch($0, extra: ["id"]) }

  static func read(_ bytes: [UInt8]) {
    // Rows longer than these are the readers' matter.
    let lines = String(decoding: bytes.prefix(4096), as: UTF8.self).split(
      separator: "\n", maxSplits: 40, omittingEmptySubsequences: false)
    let rows = lines.enumerated().map { place, line in
      SheetRow(number: place + 1, cells: line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
    }
    for (register, match) in zip(registers, matches) {
      guard let layout = SheetLayout.find(in: rows, register, match: match) else { continue }
      check(layout, register)
    }
  }

  private static func check(_ layout: SheetLayout, _ register: Register) {
    let paths = layout.mapping.columns.compactMap(\.path)
    require(paths.allSatisfy { $0 == "id" || register.field(path: $0) != nil }, "only fields that there are: \(paths)")
    let columns = layout.mapping.columns
    let metered = columns.filter { register.carrier(of: $0) != nil }.compactMap { register.item(of: $0) }
    require(Set(metered).count == metered.count, "each carrier has one column: \(metered)")
    var again = layout.mapping
    again.apply(profile: again.profile, register)
    require(again.columns.map(\.path) == layout.mapping.columns.map(\.path), "a profile brings the same mapping")
    let repair = CellRepair(.builtIn, isOwn: false)
    for row in layout.body {
      _ = TableEnd.kind(of: row, mapped: Array(paths.indices))
      for (place, column) in layout.mapping.columns.enumerated() {
        guard let path = column.path, let field = register.field(path: path) else { continue }
        if case .text(let text, _) = repair.repaired(row[place], field, power: column.power) {
          _ = field.parse(text, reference: .builtIn)
        }
      }
    }
  }
}
