import Domain

/// Gives out the codes that the library itself issues, once, when a record is first saved.
enum IssueCodes {
  /// Fills an empty library code (`330523-2023-0021-ZJ`: region, year, serial, library mark) and an empty credit code (a temporary one).
  ///
  /// A record without a region stands under the library's own until somebody says where it belongs.
  static func fill(
    _ document: inout Document, _ register: Register, in library: any StoreWriting, _ info: LibraryInfo, _ today: Day
  ) throws {
    let region = document["region"].text ?? info.region
    if document.register == Enterprise.schema.id, document["credit_code"].isEmpty {
      // A code that another library gave out before the region came here may stand where the serial has got to.
      for _ in 0..<100_000 {
        let serial = try library.nextSerial("LS\(region)")
        guard let code = TemporaryCode(region: region, serial: serial) else { break }
        let value = Value.text(code.text)
        guard try library.lookup.documents(document.register, where: "credit_code", is: value).isEmpty else { continue }
        document["credit_code"] = value
        break
      }
    }
    guard let key = register.field(register.keyField), key.part == .system, !key.isDerived,
      document[key.id].isEmpty
    else { return }
    // Each register counts for itself; what is no project says so by two letters in front.
    let scope = "\(words[register.id] ?? "")\(region)-\(today.year)"
    let mark = info.mark.isEmpty ? "" : "-" + info.mark
    // A code that came in with a file may stand where the serial has got to.
    for _ in 0..<100_000 {
      let code = "\(scope)-" + padded(try library.nextSerial(scope)) + mark
      guard try library.lookup.find(register.id, key: code) == nil else { continue }
      document[key.id] = .text(code)
      return
    }
  }

  /// Whether some library may have given that code out; another office's number is none.
  static func isCode(_ text: String) -> Bool {
    let parts = text.split(separator: "-", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count >= 3, parts.allSatisfy({ !$0.isEmpty }) else { return false }
    let region = words.values.first { parts[0].hasPrefix($0) }.map { parts[0].dropFirst($0.count) } ?? parts[0]
    let isDigits = { (part: Substring) in part.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    // 3305L0 is a city's own part.
    return region.utf8.count == 6 && isDigits(region.prefix(4)) && parts[1].utf8.count == 4 && isDigits(parts[1])
      && parts[2].utf8.count >= 4 && isDigits(parts[2])
  }

  private static let words = ["inspections": "JC", "experts": "ZJ", "opinions": "YJ", "events": "HD"]

  private static func padded(_ serial: Int) -> String {
    let digits = String(serial)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
