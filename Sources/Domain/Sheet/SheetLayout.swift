/// How a sheet is laid out: where its heading stands, what its columns mean, and what stands above.
package struct SheetLayout: Sendable {
  /// Rows at the beginning among which a heading is looked for.
  package static let looked = 24
  /// Headings over one another.
  private static let depth = 3
  /// Columns that need no field.
  private static let idle: Set<String> = [
    "序号", "编号", "行号", "no.", "no", "#", "未收原因", "whynottaken", "序", "项次",
  ]

  /// Numbers of rows, never those of records.
  private static let serials: Set<String> = ["序号", "行号", "序", "项次"]

  /// What each column means; a person may change it before the rows are read.
  package var mapping: SheetMapping
  /// The rows above the data, as they came: titles, notes, the heading.
  package let above: [SheetRow]
  /// The last of the rows above says in what unit each column is; the one before it names them.
  package private(set) var hasUnits = false
  /// Rows of the beginning that are data already.
  package let body: [SheetRow]
  /// The number of the heading's last row; 0 where the sheet has none.
  package let headingRow: Int
  /// What is to be said of the heading: two columns for one field.
  package let problem: Label?
  /// The unit that a line above the heading gives for all of the sheet, `亿元` of `单位：亿元`, where it scales.
  package private(set) var sheetUnit: String?

  /// Finds the heading among the first rows; nil where no column is recognised. `also` names fields by other headings.
  package static func find(
    in data: [SheetRow], _ register: Register, match: HeadingMatch, also: [String: String] = [:]
  ) -> SheetLayout? {
    let rows = data.map(\.unmerged)
    var best: (start: Int, depth: Int, score: Double)?
    let named = Dictionary(
      also.map { (HeadingText.bare($0.key).lowercased(), $0.value) }, uniquingKeysWith: { $1 })
    for start in rows.indices.prefix(looked) where rows[start].problem == nil {
      for depth in 1...depth where start + depth <= rows.count {
        // 填报单位：安吉县 and 单位：万元 stand above a heading, not in it.
        if rows[start..<start + depth].contains(where: Self.isAbove) { break }
        let names = headings(rows[start..<start + depth])
        var seen: Set<String> = []
        var hits = 0.0
        var carriers: Set<String> = []
        for name in names {
          if let carrier = match.metered(name)?.heading.carrier {
            carriers.insert(carrier)
            continue
          }
          let yearly = YearHeading(name)
          let path =
            named[HeadingText.bare(name.last ?? "").lowercased()]
            ?? yearly.flatMap { match.exact($0)?.path.appending(" \($0.year)") }
            ?? match.exact(name.last ?? "", above: name.dropLast()).map(\.path)
          if let path, seen.insert(path).inserted { hits += yearly != nil && path.contains(" ") ? 1.5 : 1 }
        }
        // A row that names one carrier and nothing else may be data.
        if hits > 0 || carriers.count > 1 { hits += Double(carriers.count) }
        let score = hits - 0.4 * Double(depth - 1)
        if hits > 0, score > best?.score ?? 0 { best = (start, depth, score) }
      }
    }
    if best == nil { best = likeliest(in: rows, match) }
    guard let best else { return nil }
    let end = best.start + best.depth
    let hasUnits = end < rows.count && isUnits(rows[end])
    return SheetLayout(rows, data, best.start..<end + (hasUnits ? 1 : 0), register, match, named, hasUnits: hasUnits)
  }

  /// Whether a row under the heading says in what unit each column is, and nothing else.
  private static func isUnits(_ row: SheetRow) -> Bool {
    let cells = row.cells.map { Normalised.code($0) }.filter { !$0.isEmpty && !["-", "—", "/"].contains($0) }
    let isUnit = { (cell: String) in
      Unit.isKnown(cell.filter { !"()".contains($0) }) || Unit.isForeign(cell)
    }
    return row.problem == nil && !cells.isEmpty
      && cells.allSatisfy { cell in
        isUnit(cell) || ["个", "家", "项", "台", "套", "年", "%"].contains(cell)
      }
  }

  /// Whether a row says who filled the sheet in, when, and in what unit.
  private static func isAbove(_ row: SheetRow) -> Bool {
    row.cells.contains { cell in
      let text = Normalised.code(cell)
      return ["单位", "金额单位", "计量单位", "填报", "填表", "制表", "报送", "报告期", "日期"].contains { text.hasPrefix($0) }
        && text.firstIndex(of: ":").map { text.index(after: $0) < text.endIndex } ?? false
    }
  }

  /// What is wrong with a row that has cells behind the last heading; nil where all is well.
  package func surplus(_ row: SheetRow) -> Label? {
    let width = mapping.columns.count
    guard headingRow > 0, row.cells.count > width,
      let extra = row.cells.indices.first(where: { $0 >= width && !row.cells[$0].isEmpty })
    else { return nil }
    return Label(
      zh: "第\(extra + 1)列没有列名；多出的单元格请删去，或给含逗号的单元格加引号",
      en: "Column \(extra + 1) has no heading; remove the extra cell, or quote the cell that holds a comma")
  }

  /// A sheet without a heading, such as rows pasted: columns are called by their letters.
  package static func bare(_ rows: [SheetRow]) -> SheetLayout {
    let width = rows.map(\.cells.count).max() ?? 0
    return SheetLayout(
      mapping: SheetMapping(columns: (0..<width).map { .init(heading: letters($0)) }), above: [], body: rows,
      headingRow: 0, problem: nil)
  }

  /// A column's letters: A, B … Z, AA.
  package static func letters(_ column: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(65 + column % 26)))
    return column < 26 ? letter : letters(column / 26 - 1) + letter
  }

  private init(mapping: SheetMapping, above: [SheetRow], body: [SheetRow], headingRow: Int, problem: Label?) {
    self.mapping = mapping
    self.above = above
    self.body = body
    self.headingRow = headingRow
    self.problem = problem
  }

  private init(
    _ rows: [SheetRow], _ data: [SheetRow], _ heading: Range<Int>, _ register: Register, _ match: HeadingMatch,
    _ also: [String: String], hasUnits: Bool
  ) {
    var columns: [SheetMapping.Column] = []
    var taken: [String: Int] = [:]
    var items: [String: Int] = [:]
    var problem: Label?
    // Which of two figures or days is meant, the heading cannot tell.
    func isWords(_ path: String) -> Bool {
      switch register.field(path: path)?.kind {
      case .text, .longText, .phone, .code, .reference, .flag: true
      default: false
      }
    }
    let named = Self.headings(rows[hasUnits ? heading.dropLast() : heading])
    for (place, names) in (hasUnits ? Self.with(rows[heading.upperBound - 1], named) : named).enumerated() {
      let own = names.last ?? ""
      var column = SheetMapping.Column(heading: names.filter { !$0.isEmpty }.joined(separator: "·"))
      let bare = HeadingText.bare(own).lowercased()
      let yearly = YearHeading(names)
      column.year = yearly?.year
      column.carrier = match.metered(names)?.heading
      column.basis = ElectricityBasis.spelled(in: names)
      let joined = HeadingText.bare(column.heading).lowercased()
      if let path = also[bare] ?? also[joined] {
        // - leaves the column out.
        (column.path, column.isLeftOut) = path == "-" ? (nil, true) : (path, false)
        if column.isLeftOut {
          columns.append(column)
          continue
        }
      } else if let target = yearly.flatMap({ match.exact($0) }) ?? match.exact(own, above: names.dropLast()) {
        (column.path, column.how, column.power) = (target.path, target.how, target.power)
        // 2025年目标 and 2023年1-6月 over a figure of some year make it another one.
        if yearly == nil, register.isYearly(target.path), YearHeading.isOther(names) { column.path = nil }
      }
      if let path = column.path, let item = register.item(of: column) {
        // Each year, and each carrier, has its own column for one field.
        if let first = items["\(path) \(item)"] {
          // 等价 beside 当量 is the same figure counted otherwise.
          if column.basis == columns[first].basis {
            problem = problem ?? Self.double(register.named(path), first, place, rows[heading])
          }
          column.path = nil
        } else {
          items["\(path) \(item)"] = place
        }
        columns.append(column)
        continue
      }
      // 序号 counts the sheet's rows; 编号 is a serial where no field is called so.
      if Self.serials.contains(bare), also[bare] == nil, column.how == .alias {
        (column.path, column.power) = (nil, nil)
      }
      if column.path == nil, Self.idle.contains(bare) { column.isIdle = true }
      if let path = column.path, taken[path] != nil, case .record = register.field(path: path)?.kind {
        // A firm's code and its name both say which one it is.
      } else if let path = column.path, taken[path] != nil, column.how == .alias, let other = match.derived(own) {
        // 总投资 beside 申报总投资 is the sum that the program works out.
        column.path = other
      } else if let path = column.path, let first = taken[path], columns[first].how == .alias,
        let other = match.derived(columns[first].heading)
      {
        columns[first].path = other
        taken[path] = place
      } else if let path = column.path, let first = taken[path], column.how == .alias, isWords(path),
        columns[first].how != .alias || path != register.titleField
      {
        // 申报单位 beside 企业名称 is somebody else; of 通讯地址 and 企业地址 the first is taken.
        column.path = nil
      } else if let path = column.path, let first = taken[path], columns[first].how == .alias, isWords(path),
        column.how != .alias
      {
        columns[first].path = nil
        taken[path] = place
      } else if let path = column.path, let first = taken[path], column.basis != columns[first].basis {
        // 等价 beside 当量 is the same figure counted otherwise.
        column.path = nil
      } else if let path = column.path, let first = taken[path] {
        problem = problem ?? Self.double(register.named(path), first, place, rows[heading])
        column.path = nil
      } else if let path = column.path {
        taken[path] = place
      }
      columns.append(column)
    }
    Self.meter(&columns, match)
    Self.seat(&columns, register, match)
    Self.guess(&columns, Set(columns.compactMap(\.path)), match)
    self.init(
      mapping: SheetMapping(columns: columns), above: Array(rows[..<heading.upperBound]),
      body: Array(data[heading.upperBound...]), headingRow: rows[heading.upperBound - 1].number, problem: problem)
    self.hasUnits = hasUnits
    sheetUnit = applyUnit(rows[..<heading.lowerBound], register)
  }

  /// Headings with the units that stand in a row of their own under them.
  private static func with(_ units: SheetRow, _ headings: [[String]]) -> [[String]] {
    headings.enumerated().map { place, names in
      let unit = Normalised.code(units[place]).filter { !"()".contains($0) }
      guard let own = names.last, !own.isEmpty, !unit.isEmpty, !["-", "—", "/"].contains(unit) else { return names }
      return names.dropLast() + ["\(own)（\(unit)）"]
    }
  }

  private static func double(_ name: Label, _ first: Int, _ second: Int, _ heading: ArraySlice<SheetRow>) -> Label {
    let row = heading.first?.number ?? 1
    return Label(
      zh: "第\(row)行有两列都是“\(name.zh)”（第\(first + 1)、\(second + 1)列）；请删去一列",
      en: "Row \(row) has two columns for “\(name.en)” (\(first + 1) and \(second + 1)); take one out")
  }

  /// Gives columns that the record has no field for, or one that follows from others, to a child list, where the sheet has
  /// what tells that list's rows apart: 总产值 beside 年度 is a year's.
  private static func seat(_ columns: inout [SheetMapping.Column], _ register: Register, _ match: HeadingMatch) {
    var offers: [String: [(place: Int, target: HeadingMatch.Target)]] = [:]
    for place in columns.indices where !columns[place].isIdle {
      if let path = columns[place].path, columns[place].how == .id || register.field(path: path)?.isDerived == false {
        continue
      }
      for target in match.inLists(columns[place].heading.split(separator: "·").last.map(String.init) ?? "") {
        offers[String(target.path.prefix { $0 != "." }), default: []].append((place, target))
      }
    }
    let wanted = register.lists.compactMap { list -> (list: ListSpec, size: Int)? in
      guard let offered = offers[list.id], let first = list.identity.first else { return nil }
      let sure = columns.compactMap(\.path).filter { $0.hasPrefix(list.id + ".") }
      let unknown = offered.filter { columns[$0.place].path == nil }.map(\.target.path)
      let isTold = (sure + unknown).contains("\(list.id).\(first)")
      return isTold ? (list, sure.count + offered.count) : nil
    }
    var seated: Set<Int> = []
    for (list, size) in wanted.sorted(by: { $0.size > $1.size }) where size > 1 {
      for (place, target) in offers[list.id] ?? [] {
        guard !seated.contains(place),
          !columns.contains(where: { $0.path == target.path && register.year(of: $0) == nil })
        else { continue }
        seated.insert(place)
        (columns[place].path, columns[place].how, columns[place].power) = (target.path, target.how, target.power)
      }
    }
  }

  /// Gives columns that nobody knows the field that they are most like, each field once.
  private static func guess(_ columns: inout [SheetMapping.Column], _ taken: Set<String>, _ match: HeadingMatch) {
    var offers: [(place: Int, target: HeadingMatch.Target, likeness: Double)] = []
    for place in columns.indices where columns[place].path == nil && !columns[place].isIdle {
      let likely = match.likely(columns[place].heading.split(separator: "·").last.map(String.init) ?? "")
        .filter { !taken.contains($0.target.path) }
      guard let first = likely.first, first.likeness >= 0.66 else { continue }
      // Two fields as near as each other are a question, not an answer.
      if likely.count > 1, first.likeness - likely[1].likeness < 0.08 { continue }
      offers.append((place, first.target, first.likeness))
    }
    var used = taken
    for offer in offers.sorted(by: { $0.likeness > $1.likeness }) where used.insert(offer.target.path).inserted {
      columns[offer.place].path = offer.target.path
      columns[offer.place].how = .likeness
      columns[offer.place].power = offer.target.power
    }
  }

  /// `单位：亿元` above the heading holds for the figures of that family whose column names no unit.
  private mutating func applyUnit(_ titles: ArraySlice<SheetRow>, _ register: Register) -> String? {
    // 填报单位：安吉县 stands there as well, and is no unit.
    let texts = titles.flatMap(\.cells).map { Normalised.code($0) }
    let spelled = texts.flatMap { $0.split(separator: "单位:", omittingEmptySubsequences: false).dropFirst() }
      .flatMap { $0.prefix { !")。".contains($0) }.split { ",，、;；".contains($0) }.map(String.init) }
      .map { $0.hasPrefix("人民币") ? String($0.dropFirst(3)) : $0 }
    // 单位：亿元、万吨标准煤 names one for each kind of figure.
    let used = spelled.filter { apply(unit: $0, register) }
    return used.isEmpty ? nil : used.joined(separator: "、")
  }

  /// Whether some column takes the unit.
  private mutating func apply(unit spelled: String, _ register: Register) -> Bool {
    var isUsed = false
    for place in mapping.columns.indices where mapping.columns[place].power == nil {
      guard let path = mapping.columns[place].path, case .amount(let unit) = register.field(path: path)?.kind,
        let power = unit.power(from: spelled), power != 0
      else { continue }
      mapping.columns[place].power = power
      isUsed = true
    }
    return isUsed
  }

  /// The headings of each column, from the top down; what is merged across or down stands in each column and row of it.
  private static func headings(_ rows: ArraySlice<SheetRow>) -> [[String]] {
    let width = rows.map(\.cells.count).max() ?? 0
    var names = [[String]](repeating: [], count: width)
    for (level, row) in rows.enumerated() {
      let isLast = level == rows.count - 1
      var across = ""
      for column in 0..<width {
        let text = row[column]
        if !text.isEmpty { across = text }
        names[column].append(isLast ? text : across)
      }
    }
    return names.enumerated().map { column, levels in
      guard let last = levels.last, last.isEmpty else { return dedoubled(levels) }
      // Merged downwards: the lowest heading that stands in this very column.
      let own = rows.reversed().first { !$0[column].isEmpty }?[column] ?? ""
      return own.isEmpty ? [""] : [own]
    }
  }

  private static func dedoubled(_ levels: [String]) -> [String] {
    var result: [String] = []
    for name in levels where !name.isEmpty && name != result.last { result.append(name) }
    return result.isEmpty ? [""] : result
  }

  /// Where no heading is sure: the row most of whose cells are nearly fields.
  private static func likeliest(in rows: [SheetRow], _ match: HeadingMatch) -> (start: Int, depth: Int, score: Double)?
  {
    var best: (start: Int, depth: Int, score: Double)?
    for (place, row) in rows.prefix(looked).enumerated() where row.cells.count > 1 {
      let hits = row.cells.prefix(60).filter { !match.likely($0).filter { $0.likeness >= 0.66 }.isEmpty }.count
      if hits >= 2, Double(hits) > best?.score ?? 0 { best = (place, 1, Double(hits)) }
    }
    return best
  }
}
