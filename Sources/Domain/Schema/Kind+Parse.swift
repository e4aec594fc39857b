extension Kind {
  /// The value that a typed or imported text means for a field of this kind; a blank one is `.empty`.
  ///
  /// Codes and reference rows are taken by id, by name in either language, and by former names. A link to another record
  /// is read only as `#` and a whole id: who knows the library looks keys up.
  package func parse(
    _ text: String, field: Label, reference: ReferenceTables
  ) -> Result<Value, TextProblem> {
    switch self {
    case .text(let limit): return limited(TextCleaning.line(text), limit)
    case .longText(let limit): return limited(TextCleaning.lines(text), limit)
    default: break
    }
    let typed = Normalised.halfWidth(text)
    if typed.isEmpty { return .success(.empty) }
    switch self {
    case .text, .longText: return .success(.empty)
    case .phone: return phone(typed)
    case .code(let list): return code(typed, in: list, field)
    case .reference(let table): return row(typed, of: table, reference, field)
    case .creditCode: return .success(.text(creditCode(typed)))
    case .projectCode: return .success(.text(ProjectCode.normalise(typed)))
    case .integer(let range): return integer(typed, in: range, field)
    case .year: return year(typed, field)
    case .amount(let unit): return amount(typed, in: unit, field)
    case .day: return day(typed)
    case .month: return month(typed)
    case .flag: return flag(typed, field)
    case .record: return link(typed)
    }
  }

  /// What is to be said of a text that was read, but not quite as it stands: a former region, an industry of an old edition.
  package func remark(_ text: String, reference: ReferenceTables) -> Label? {
    guard case .reference(let table) = self else { return nil }
    switch table {
    case .region, .division:
      let resolution = reference.regions.resolve(text)
      return resolution.region == nil ? nil : resolution.label
    case .industry:
      let resolution = reference.industries.resolve(text)
      return resolution.industry == nil ? nil : resolution.label
    case .product, .carrier, .indicator: return nil
    }
  }

  private func limited(_ text: String, _ limit: Int) -> Result<Value, TextProblem> {
    if text.isEmpty { return .success(.empty) }
    // Bytes bound the characters, so that short texts are not counted.
    guard text.utf8.count > limit else { return .success(.text(text)) }
    let count = text.unicodeScalars.count
    guard count > limit else { return .success(.text(text)) }
    return .failure(
      TextProblem(zh: "最多\(limit)字，现有\(count)字，请缩短", en: "At most \(limit) characters, this has \(count); shorten it"))
  }

  private func phone(_ text: String) -> Result<Value, TextProblem> {
    let number = Normalised.code(text)
    let allowed = number.utf8.allSatisfy { byte in
      (byte >= 0x30 && byte <= 0x39) || [0x2B, 0x2D, 0x28, 0x29, 0x2F, 0x2C, 0x3B, 0x23].contains(byte)
    }
    let digits = number.utf8.count { $0 >= 0x30 && $0 <= 0x39 }
    guard allowed || number.contains("转"), digits >= 3, number.utf8.count <= 60 else {
      return .failure(
        TextProblem(zh: "电话只写数字，如 0572-5123456 或 13800000000", en: "A phone number is digits, as 0572-5123456"))
    }
    return .success(.text(number))
  }

  private func code(_ text: String, in list: CodeList, _ field: Label) -> Result<Value, TextProblem> {
    let found = list.named(text) ?? list.codes.first { Normalised.halfWidth($0.label.zh) == text }
    if let found { return .success(.text(found.id)) }
    let choices = list.codes.prefix(12)
    let more = list.codes.count > 12 ? "…" : ""
    return .failure(
      TextProblem(
        zh: "“\(text.prefix(20))”不在可选项中：" + choices.map(\.label.zh).joined(separator: "、") + more,
        en: "“\(text.prefix(20))” is not a choice: " + choices.map(\.label.en).joined(separator: ", ") + more))
  }

  private func row(
    _ text: String, of table: ReferenceKind, _ reference: ReferenceTables, _ field: Label
  ) -> Result<Value, TextProblem> {
    if let code = reference.code(table, named: text) { return .success(.text(code)) }
    if table == .region || table == .division, case .ambiguous = reference.regions.resolve(text),
      let label = reference.regions.resolve(text).label
    {
      return .failure(TextProblem(label))
    }
    return .failure(
      TextProblem(
        zh: "\(field.zh)没有“\(text.prefix(30))”，请写代码或全称",
        en: "No \(field.en) “\(text.prefix(30))”; write its code or full name"))
  }

  /// A wrong check character is a rule's finding, not a text that cannot be kept: licences are misread, drafts are saved.
  private func creditCode(_ text: String) -> String { CreditCode.normalise(text) }

  private func integer(_ text: String, in range: ClosedRange<Int>, _ field: Label) -> Result<Value, TextProblem> {
    guard let amount = Amount(parsing: text), amount.scaled % Amount.scale == 0 else {
      return .failure(TextProblem(zh: "请写整数，如 12", en: "Write a whole number, as 12"))
    }
    let number = Int(amount.scaled / Amount.scale)
    guard range.contains(number) else {
      return .failure(
        TextProblem(
          zh: "应在\(range.lowerBound)到\(range.upperBound)之间", en: "Between \(range.lowerBound) and \(range.upperBound)"))
    }
    return .success(.integer(number))
  }

  private func year(_ text: String, _ field: Label) -> Result<Value, TextProblem> {
    let digits = text.hasSuffix("年") ? String(text.dropLast()) : text
    guard digits.utf8.count == 4, let number = Int(digits), (1900...2200).contains(number) else {
      return .failure(TextProblem(zh: "请写四位年份，如 2023", en: "Write a year of four digits, as 2023"))
    }
    return .success(.integer(number))
  }

  private func amount(_ text: String, in unit: Unit, _ field: Label) -> Result<Value, TextProblem> {
    switch AmountText.read(text, in: unit) {
    case .success(let amount): .success(.amount(amount))
    case .failure(let problem): .failure(problem)
    }
  }

  private func day(_ text: String) -> Result<Value, TextProblem> {
    // A spreadsheet may add midnight to a date.
    let date =
      text.hasSuffix(" 0:00") || text.hasSuffix(" 00:00:00") || text.hasSuffix(" 0:00:00")
      ? String(text.prefix { $0 != " " }) : text
    if let day = Day(parsing: date) { return .success(.day(day)) }
    return .failure(
      TextProblem(zh: "请写年月日，如 2023-3-1、20230301、2023年3月1日", en: "Write a date, as 2023-3-1, 20230301 or 2023/3/1"))
  }

  private func month(_ text: String) -> Result<Value, TextProblem> {
    if let month = Month(parsing: text) ?? Day(parsing: text)?.month { return .success(.month(month)) }
    return .failure(
      TextProblem(zh: "请写年月，如 2023-3、202303、2023年3月", en: "Write year and month, as 2023-3, 202303 or 2023/3"))
  }

  private func flag(_ text: String, _ field: Label) -> Result<Value, TextProblem> {
    switch text.lowercased() {
    case "是", "有", "对", "√", "✓", "true", "yes", "y", "1": .success(.flag(true))
    // A flag that is not set and one that is false are the same.
    case "否", "无", "×", "-", "false", "no", "n", "0": .success(.empty)
    default: .failure(TextProblem(zh: "请写是或否", en: "Write yes or no"))
    }
  }

  private func link(_ text: String) -> Result<Value, TextProblem> {
    if let id = RecordID(mark: text) { return .success(.record(id)) }
    return .failure(
      TextProblem(
        zh: "找不到“\(text.prefix(40))”，请写对方的代码或 # 加编号",
        en: "No “\(text.prefix(40))”; write the other record's key or # and its id"))
  }
}
