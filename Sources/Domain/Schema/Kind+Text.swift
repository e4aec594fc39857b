extension Value {
  /// The value as screens and tables for people show it; blank for `.empty`.
  ///
  /// Thousands are parted by blanks, codes and regions shown by name, dates without their year where it is `year`.
  /// Another record shows as `#` and the beginning of its id: its name stands in a carried field.
  package func shown(_ kind: Kind, _ language: Language, _ reference: ReferenceTables, year: Int? = nil) -> String {
    switch (self, kind) {
    case (.empty, _): ""
    case (.text(let code), .code(let list)): list[code]?.label[language] ?? code
    case (.text(let code), .reference(let table)): reference.name(table, code, language) ?? code
    case (.text(let text), _): text
    case (.integer(let number), .year): String(number)
    case (.integer(let number), _): Amount(number).grouped
    case (.amount(let amount), _): amount.grouped
    case (.day(let day), _): Self.shown(day, language, year)
    case (.month(let month), _):
      month.year == year && language == .zh ? "\(month.month)月" : month.iso
    case (.flag(let flag), _): language == .zh ? (flag ? "是" : "否") : (flag ? "yes" : "no")
    case (.record(let id), _): "#" + id.text.suffix(8)
    }
  }

  private static func shown(_ day: Day, _ language: Language, _ year: Int?) -> String {
    let parts = day.parts
    guard parts.year == year else { return day.iso }
    return language == .zh ? "\(parts.month)月\(parts.day)日" : String(day.iso.dropFirst(5))
  }

  /// A telephone number of which only the beginning and the end can be read: `138****0000`.
  package static func masked(_ phone: String) -> String {
    let characters = Array(phone)
    guard characters.count > 4 else { return String(repeating: "*", count: characters.count) }
    let head = characters.count >= 9 ? 3 : 1
    let tail = characters.count >= 9 ? 4 : 1
    let middle = String(repeating: "*", count: characters.count - head - tail)
    return String(characters[..<head]) + middle + String(characters[(characters.count - tail)...])
  }

  /// The value with a telephone number masked, others as they are.
  package func masked(_ kind: Kind) -> Value {
    guard kind == .phone, let phone = text else { return self }
    return .text(Self.masked(phone))
  }
}

extension FieldSpec {
  /// The value that a typed or imported text means for this field.
  package func parse(_ text: String, reference: ReferenceTables) -> Result<Value, TextProblem> {
    kind.parse(text, field: label, reference: reference)
  }
}
