import Domain

/// Columns of one child list, and of one year or carrier where they are that one's.
struct ListColumns {
  let list: ListSpec
  /// The year that all of its columns are of; nil for columns whose rows say which they are.
  let year: Int?
  /// The carrier whose column it is, likewise.
  let carrier: CarrierHeading?
  /// Its rows say themselves which they are, and one record may have several.
  var isByRows: Bool { year == nil && carrier == nil }
  private(set) var columns: [(column: Int, field: String)] = []
  /// How electricity counts in a column, where its heading says so.
  private var basis: (column: Int, basis: ElectricityBasis)?
  /// By path, the power of ten by which figures are scaled.
  private var powers: [String: Int] = [:]

  /// The columns that a mapping gives to child lists, `list` alone where one is named.
  static func parts(of mapping: SheetMapping, _ register: Register, only list: ListSpec? = nil) -> [ListColumns] {
    var parts: [ListColumns] = []
    for (place, column) in mapping.columns.enumerated() {
      guard let path = column.path, let dot = path.firstIndex(of: "."),
        let owner = register.list(String(path[..<dot])), list == nil || list?.id == owner.id
      else { continue }
      let year = register.year(of: column)
      let carrier = register.carrier(of: column)
      let known = parts.firstIndex { $0.list.id == owner.id && $0.year == year && $0.carrier == carrier }
      if known == nil { parts.append(ListColumns(list: owner, year: year, carrier: carrier)) }
      let at = known ?? parts.count - 1
      parts[at].columns.append((place, String(path[path.index(after: dot)...])))
      parts[at].powers[path] = column.power
      if owner.field("basis") != nil, parts[at].basis == nil { parts[at].basis = column.basis.map { (place, $0) } }
    }
    // Columns without a year beside those of one year alone are that year's.
    for list in Set(parts.map(\.list.id)) {
      let years = parts.indices.filter { parts[$0].list.id == list && parts[$0].year != nil }
      guard years.count == 1, let rest = parts.firstIndex(where: { $0.list.id == list && $0.year == nil }),
        !parts[rest].columns.contains(where: { $0.field == parts[rest].list.yearField })
      else { continue }
      parts[years[0]].columns += parts[rest].columns
      parts[years[0]].powers.merge(parts[rest].powers) { first, _ in first }
      if parts[years[0]].basis == nil { parts[years[0]].basis = parts[rest].basis }
      parts.remove(at: rest)
    }
    return parts
  }

  private init(list: ListSpec, year: Int?, carrier: CarrierHeading?) {
    (self.list, self.year, self.carrier) = (list, year, carrier)
  }

  /// Whether a row says anything in them.
  func isFilled(in row: SheetRow) -> Bool {
    columns.contains { column, _ in
      carrier == nil ? !Normalised.trimmed(row[column]).isEmpty : !CellRepair.isNothing(row[column])
    }
  }

  /// The child row that a row's cells make.
  func child(_ row: SheetRow, id: RecordID? = nil) -> ImportChild {
    var cells = Dictionary(columns.map { ($0.field, row[$0.column]) }, uniquingKeysWith: { first, _ in first })
    if let year, let field = list.yearField { cells[field] = String(year) }
    if let carrier {
      cells[list.identity[0]] = carrier.carrier
      if let unit = carrier.unit { cells["meter_unit"] = unit }
    }
    if let basis, cells["basis"] == nil, row[basis.column].contains(where: \.isNumber) {
      cells["basis"] = basis.basis.rawValue
    }
    var child = ImportChild(number: row.number, id: id, cells: cells, powers: powers)
    child.doubtful = Set(columns.filter { row.doubtful.contains($0.column) }.map { "\(list.id).\($0.field)" })
    return child
  }
}
