import Domain

/// Enterprises whose credit code is not known yet: a row of a file without a code is known by its name and region.
struct UncodedEnterprises {
  /// Those with a temporary code, by what knows them; the first given code where two are the same.
  private let known: [String: Document]
  /// Rows that were recognised so.
  private(set) var recognised = 0

  init(in library: any StoreReading) throws {
    var known: [String: Document] = [:]
    let waiting = try library.documents(Enterprise.schema.id, where: "needs_code", is: .flag(true))
    for document in waiting.sorted(by: { $0["credit_code"].plain < $1["credit_code"].plain }) {
      guard let name = Self.name(of: document), known[name] == nil else { continue }
      known[name] = document
    }
    self.known = known
  }

  /// What knows a record without a code: name, region and plant; nil without a name.
  static func name(of document: Document) -> String? {
    guard let name = document["name"].text.map(FieldNames.folded), !name.isEmpty else { return nil }
    return "\(name)/\(document["region"].plain)/\(document["plant"].text ?? "00")"
  }

  /// The record that a row without a code is about.
  mutating func record(for alone: Document) -> Document? {
    guard let name = Self.name(of: alone), let found = known[name] else { return nil }
    recognised += 1
    return found
  }

  /// What is to be said of rows that were recognised.
  var remark: Label? {
    guard recognised > 0 else { return nil }
    return Label(
      zh: "有\(recognised)行没有统一社会信用代码，已按企业名称、归口地区认作库中用临时代码的同一企业",
      en: "\(recognised) rows have no credit code; by name and region they were taken for the same enterprises that "
        + "stand here under a temporary code")
  }
}
