/// Tells rows of data from what stands below and between them: totals, notes, signatures.
package enum TableEnd {
  /// What kind of row it is that is no record.
  package enum Kind: String, Hashable, Sendable {
    case total, note, blank

    /// The kind in words.
    package var label: Label {
      switch self {
      case .total: Label(zh: "合计行", en: "total")
      case .note: Label(zh: "说明行", en: "note")
      case .blank: Label(zh: "空行", en: "blank row")
      }
    }
  }

  private static let totals = ["合计", "总计", "小计", "共计", "累计", "本页合计", "total", "subtotal", "grandtotal", "sum"]
  private static let notes = [
    "注:", "注1", "备注:", "说明:", "填表说明", "填报人", "填表人", "填报单位", "填报日期", "制表", "审核人", "审核:", "负责人", "联系人:", "单位负责人",
    "note:", "notes:", "preparedby",
  ]

  /// 一、(二) and 三. lead sections. By hand, since every row is asked.
  private static func isOrdinal(_ text: String) -> Bool {
    guard let first = text.utf8.first, first == 0x28 || first >= 0xE4 else { return false }
    let bare = text.filter { !"()、.".contains($0) }
    return !bare.isEmpty && bare.allSatisfy { "一二三四五六七八九十".contains($0) }
  }

  /// 水泥行业(2项) says how many follow.
  private static func isCounted(_ text: String) -> Bool {
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else { return false }
    let inner = text[text.index(after: open)...].dropLast()
    return inner.count > 1 && inner.last.map { "个项家条".contains($0) } == true
      && inner.dropLast().allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// What a row is that is no record; nil for a record. `mapped` are the columns that fields answer to.
  package static func kind(of row: SheetRow, mapped: [Int]) -> Kind? {
    guard row.problem == nil else { return nil }
    let filled = row.cells.indices.filter { !Normalised.trimmed(row.cells[$0]).isEmpty }
    guard let first = filled.first else { return .blank }
    let words = Normalised.code(row.cells[first]).lowercased()
    let bare = words.filter { !$0.isNumber && !"():：.、个项家".contains($0) }
    if totals.contains(bare) { return .total }
    let text = filled.first { column in row.cells[column].contains { $0.isLetter } }
    if let total = text, totals.contains(Normalised.code(row.cells[total]).lowercased()),
      filled.allSatisfy({ $0 >= total || Int(Normalised.code(row.cells[$0])) != nil })
    {
      return .total
    }
    // 其中：省级 400 is a part of the total above; 一 水泥行业（2项） 600 leads the rows of a section.
    let leading = filled.prefix(2).map { Normalised.code(row.cells[$0]) }
    if leading.contains(where: { $0.hasPrefix("其中") }) { return .total }
    if leading.count == 2, isOrdinal(leading[0]), isCounted(leading[1]) { return .total }
    // A note fills a cell or two, and says so.
    if filled.count <= 3, notes.contains(where: { words.hasPrefix($0) }) { return .note }
    // What fills no column that a field answers to says nothing of a record.
    if !filled.contains(where: mapped.contains) { return .note }
    return nil
  }
}
