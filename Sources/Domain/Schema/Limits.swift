/// What holds for every field of a kind, whatever the register: lengths, ranges, known codes, nothing below zero.
enum Limits {
  static func findings(
    _ document: Document, _ fields: [FieldSpec], _ lists: [ListSpec], in reference: ReferenceTables
  ) -> [Finding] {
    var findings = fields.compactMap { spec in
      problem(document[spec.id], spec, reference).map { finding($0, spec.id, nil) }
    }
    for list in lists {
      for row in document.children[list.id] ?? [] {
        for spec in list.fields {
          if let problem = problem(row[spec.id], spec, reference) {
            findings.append(finding(problem, "\(list.id).\(spec.id)", row.id))
          }
        }
      }
    }
    return findings
  }

  private static func finding(_ message: Label, _ path: String, _ row: RecordID?) -> Finding {
    Finding(rule: "limits", severity: .error, message: message, fields: [path], row: row)
  }

  private static func problem(_ value: Value, _ spec: FieldSpec, _ reference: ReferenceTables) -> Label? {
    let name = spec.label
    switch (spec.kind, value) {
    case (_, .empty): return nil
    case (.text(let max), .text(let text)), (.longText(let max), .text(let text)):
      guard text.utf8.count > max, text.unicodeScalars.count > max else { return nil }
      return Label(zh: "“\(name.zh)”最多\(max)字，请缩短", en: "“\(name.en)” takes at most \(max) characters; shorten it")
    case (.code(let list), .text(let code)):
      guard list[code] == nil else { return nil }
      return Label(zh: "“\(name.zh)”没有选项“\(code)”，请重选", en: "“\(name.en)” has no choice “\(code)”; choose again")
    case (.reference(let table), .text(let code)):
      guard !spec.isDerived, !reference.has(table, code) else { return nil }
      return Label(zh: "“\(name.zh)”没有代码“\(code)”，请重选", en: "“\(name.en)” has no code “\(code)”; choose again")
    case (.integer(let range), .integer(let number)):
      guard !range.contains(number) else { return nil }
      return Label(
        zh: "“\(name.zh)”应在\(range.lowerBound)至\(range.upperBound)之间",
        en: "“\(name.en)” is between \(range.lowerBound) and \(range.upperBound)")
    case (.year, .integer(let year)):
      guard !(1950...2100).contains(year) else { return nil }
      return Label(zh: "“\(name.zh)”应为1950至2100之间的年份", en: "“\(name.en)” is a year from 1950 to 2100")
    case (.amount(let unit), .amount(let amount)):
      if amount.magnitude > Amount.limit {
        return Label(zh: "“\(name.zh)”过大，请核对单位", en: "“\(name.en)” is too large; check its unit")
      }
      // Unit consumption may be below zero (a converter recovers energy), an intensity may rise, and what is derived may fall.
      guard amount.isNegative, unit != .byProduct, unit != .byIndicator, !spec.isDerived else { return nil }
      return Label(zh: "“\(name.zh)”不能为负，请核对", en: "“\(name.en)” cannot be below zero; please check")
    default: return nil
    }
  }
}

extension Register {
  /// What is too long, too large or unknown in the lists of one part.
  package func limits(_ document: Document, of part: Part, in reference: ReferenceTables) -> [Finding] {
    Limits.findings(document, [], lists.filter { $0.part == part }, in: reference)
  }
}

extension ReferenceTables {
  /// Whether a table has a row of exactly this code.
  fileprivate func has(_ table: ReferenceKind, _ code: String) -> Bool {
    switch table {
    case .region: regions[code] != nil
    case .division: regions[code].map { !$0.isLocal } ?? false
    case .industry: industries[code] != nil
    case .product: self.code(.product, named: code) != nil
    case .carrier: energy.carrier(code, basis: .equivalentCalorific) != nil
    case .indicator: Indicators.named(code, in: self) != nil
    }
  }
}
