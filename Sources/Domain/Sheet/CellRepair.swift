/// Undoes or reports what spreadsheets and their typists do to one cell; what reads two ways is reported, never guessed.
package struct CellRepair: Sendable {
  /// What came of a cell.
  package enum Outcome: Hashable, Sendable {
    /// The text to read, and what is to be said of it.
    case text(String, said: Label? = nil)
    /// Nothing stands there: blank, or a word for nothing.
    case empty
    /// It cannot be what it says; what is wrong and what to do.
    case refused(Label)
  }

  private let reference: ReferenceTables
  /// A file of this program's own: its texts are what they are.
  package let isOwn: Bool
  private let is1904: Bool

  /// `isOwn` for a file of this program's own, whose texts are taken as they are; `is1904` where its dates count from
  /// 1904.
  package init(_ reference: ReferenceTables, isOwn: Bool, is1904: Bool = false) {
    self.reference = reference
    self.isOwn = isOwn
    self.is1904 = is1904
  }

  /// What people write where there is nothing to write.
  private static let nothing: Set<String> = [
    "/", "\\", "-", "--", "---", "——", "无", "暂无", "空", "n/a", "na", "nil", "〇",
  ]
  /// What a formula leaves that went wrong.
  private static let failures: Set<String> = [
    "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA",
  ]

  /// What is read of a cell whose formula's result the file does not hold.
  package static let uncalculated = "#FORMULA!"

  /// A cell as its field can read it. `power` scales figures by their heading's unit; `isDoubtful` marks 2023.1.
  package func repaired(_ text: String, _ field: FieldSpec, power: Int? = nil, isDoubtful: Bool = false) -> Outcome {
    if text.isEmpty { return .empty }
    if text.utf8.first == 0x23 {
      if text == Self.uncalculated {
        return .refused(
          Label(
            zh: "公式没有存下结果；请在表格软件中打开、保存后再导入",
            en: "the formula has no stored result; open and save the sheet in a spreadsheet program first"))
      }
      if Self.failures.contains(text.uppercased()) {
        return .refused(
          Label(
            zh: "公式出错（\(text)）；请在表格里改好，或填数值",
            en: "its formula failed (\(text)); mend it in the sheet, or write the value"))
      }
      if text.utf8.allSatisfy({ $0 == 0x23 }) {
        return .refused(
          Label(zh: "单元格只剩“###”；请把列拉宽后另存", en: "only ### is left of the cell; widen the column and save again"))
      }
    }
    switch field.kind {
    case .text, .longText: return plain(text, field)
    case .creditCode, .projectCode, .phone: return code(text, field)
    case .amount(let unit): return amount(text, unit, power)
    case .integer, .year: return number(text, field)
    case .day, .month: return date(text, field, isDoubtful)
    case .flag: return Self.isNothing(text) ? .empty : .text(text)
    case .code, .reference, .record: return named(text, field)
    }
  }

  /// Whether a cell is blank, or holds what people write where there is nothing to write.
  package static func isNothing(_ text: String) -> Bool {
    guard text.utf8.count <= 9 else { return false }
    return nothing.contains(Normalised.code(text).lowercased()) || Normalised.code(text).isEmpty
  }

  private func plain(_ text: String, _ field: FieldSpec) -> Outcome {
    if isOwn { return .text(text) }
    if Self.isNothing(text) { return .empty }
    if case .text = field.kind, Self.isScientific(text) { return .refused(Self.mangled) }
    // The mark by which a spreadsheet keeps digits as text.
    guard let first = text.first, "'‘’".contains(first), text.dropFirst().first?.isNumber == true else {
      return .text(text)
    }
    return .text(String(text.dropFirst()))
  }

  private func code(_ text: String, _ field: FieldSpec) -> Outcome {
    if Self.isNothing(text) { return .empty }
    var code = Normalised.code(text)
    // ="9133…" is how a text file keeps a spreadsheet from taking a code for a figure.
    if code.hasPrefix("=\""), code.hasSuffix("\""), code.utf8.count > 3 { code = String(code.dropFirst(2).dropLast()) }
    if Self.isScientific(code) { return .refused(Self.mangled) }
    if field.kind == .creditCode, CreditCode.problem(in: CreditCode.normalise(code)) == .spreadsheet {
      return .refused(Self.mangled)
    }
    if field.kind == .phone, code.hasSuffix(".0") { return .text(String(code.dropLast(2))) }
    return .text(code)
  }

  private static let mangled = Label(
    zh: "被表格软件当作数字改动过，原来的数字已丢失；请按文本重新录入",
    en: "a spreadsheet took it for a number and its digits are lost; enter it again as text")

  /// `9.13305E+17`: what is left of a long code.
  static func isScientific(_ text: String) -> Bool {
    guard let mark = text.utf8.firstIndex(where: { $0 == 0x45 || $0 == 0x65 }) else { return false }
    let isFigure = { (part: Substring, marks: String) in
      !part.isEmpty && part.utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || marks.utf8.contains($0) }
        && part.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
    }
    let power = text[text.index(after: mark)...]
    return isFigure(text[..<mark], "-.") && power.utf8.first == 0x2B && isFigure(power, "+")
  }

  private func amount(_ text: String, _ unit: Unit, _ power: Int?) -> Outcome {
    if Self.isNothing(text) { return .empty }
    var figure = Normalised.halfWidth(text)
    while let first = figure.first, "'’‘¥￥".contains(first) { figure.removeFirst() }
    figure = Normalised.trimmed(figure)
    guard let power, power != 0, let last = figure.utf8.last, last >= 0x30, last <= 0x39,
      Amount(parsing: figure, rounding: true) != nil
    else { return .text(figure) }
    // `1.23E+11` is what a spreadsheet writes of a long figure into a text file.
    let parts = figure.split(maxSplits: 1, whereSeparator: { $0 == "E" || $0 == "e" })
    let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    guard let mantissa = parts.first, let scaled = Amount(parsing: "\(mantissa)E\(exponent + power)", rounding: true)
    else { return .text(figure) }
    let decimals =
      figure.contains(".")
      ? figure.utf8.count
        - (figure.utf8.firstIndex(of: 0x2E).map {
          figure.utf8.distance(from: figure.utf8.startIndex, to: $0) + 1
        } ?? 0) : 0
    guard decimals - power > 4 else { return .text(scaled.plain) }
    return .text(
      scaled.plain,
      said: Label(
        zh: "有数值按表头单位换算后超过四位小数，已取到四位",
        en: "figures that had over four decimals in the field's unit were rounded to four"))
  }

  private func number(_ text: String, _ field: FieldSpec) -> Outcome {
    if Self.isNothing(text) { return .empty }
    let figure = Normalised.code(text)
    guard field.kind == .year else { return .text(figure) }
    if figure.hasSuffix("年度") { return .text(String(figure.dropLast(2))) }
    return .text(figure.hasSuffix(".0") ? String(figure.dropLast(2)) : figure)
  }

  private func date(_ text: String, _ field: FieldSpec, _ isDoubtful: Bool) -> Outcome {
    if Self.isNothing(text) { return .empty }
    var typed = Normalised.halfWidth(text)
    while let first = typed.first, "'’‘".contains(first) { typed.removeFirst() }
    if isDoubtful {
      return .refused(
        Label(
          zh: "“\(typed)”可能是1月，也可能是10月（表格去掉了末尾的0）；请写成 \(typed.prefix(4))-01 或 \(typed.prefix(4))-10",
          en:
            "“\(typed)” may be January, or October without its last 0; write \(typed.prefix(4))-01 or \(typed.prefix(4))-10"
        ))
    }
    // A time of day says nothing here.
    if let blank = typed.firstIndex(where: { $0 == " " || $0 == "T" }), typed[blank...].contains(":"),
      Day(parsing: String(typed[..<blank])) != nil
    {
      typed = String(typed[..<blank])
    }
    if field.kind == .month, typed.utf8.count == 6, typed.utf8.dropFirst(4).first == 0x2E, typed.hasSuffix(".1") {
      return .text(
        typed,
        said: Label(
          zh: "“\(typed)”读作1月；若原为10月（表格去掉了末尾的0），请改写为 \(typed.prefix(4))-10",
          en: "“\(typed)” was read as January; where it was October without its last 0, write \(typed.prefix(4))-10"))
    }
    guard typed.utf8.count == 5, let serial = Int(typed), (20_000...73_000).contains(serial),
      let day = Self.day(serial: serial, is1904: is1904)
    else { return .text(typed) }
    return .text(
      day.iso,
      said: Label(
        zh: "日期序号（如 \(typed)）读作日期（\(day.iso)）", en: "serial numbers such as \(typed) were read as dates (\(day.iso))"))
  }

  /// The day that a spreadsheet's serial number means; 1900 was no leap year, though spreadsheets count it as one.
  package static func day(serial: Int, is1904: Bool) -> Day? {
    guard serial >= 0, serial < 2_960_000 else { return nil }
    if is1904 { return Day(year: 1904, month: 1, day: 1)?.adding(days: serial) }
    guard serial > 0, serial != 60 else { return nil }
    return Day(year: 1899, month: 12, day: serial < 60 ? 31 : 30)?.adding(days: serial)
  }

  private func named(_ text: String, _ field: FieldSpec) -> Outcome {
    if case .success(let value) = field.parse(text, reference: reference), !value.isEmpty { return .text(text) }
    // A choice may itself be called 无.
    if Self.isNothing(text) { return .empty }
    if case .reference = field.kind, let part = Self.codePart(text),
      case .success = field.parse(part.code, reference: reference)
    {
      // 3011水泥制造: code and name together, where they agree.
      if case .reference(let table) = field.kind, let name = reference.name(table, part.code, .zh),
        part.rest.contains(name) || name.contains(part.rest)
      {
        return .text(part.code)
      }
    }
    return .text(text)
  }

  private static func codePart(_ text: String) -> (code: String, rest: String)? {
    let typed = Normalised.code(text).filter { !"()-_:|/、".contains($0) }
    let digits = typed.prefix { $0.isASCII && $0.isNumber }
    let tail = typed.reversed().prefix { $0.isASCII && $0.isNumber }
    if digits.count >= 2, digits.count < typed.count { return (String(digits), String(typed.dropFirst(digits.count))) }
    if tail.count >= 2, tail.count < typed.count {
      return (String(tail.reversed()), String(typed.dropLast(tail.count)))
    }
    return nil
  }
}
