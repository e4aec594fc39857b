import Domain

/// What one person's rights make of queries and records.
final class Guardian {
  let access: Access
  let reference: ReferenceTables
  private var scopes: [String: AccessScope] = [:]

  init(_ access: Access, _ reference: ReferenceTables) {
    self.access = access
    self.reference = reference
  }

  /// Everything as it is.
  var isOpen: Bool { access.isAlone }

  func scope(_ register: String) -> AccessScope {
    if let known = scopes[register] { return known }
    let scope = access.scopes(register)
    scopes[register] = scope
    return scope
  }

  func sees(_ register: String, _ region: String) -> Bool { scope(register).holds(region, reference.regions) }

  func sees(_ document: Document) -> Bool { isOpen || sees(document.register, Permission.region(document)) }

  /// A filter that finds nothing out of scope.
  func filter(_ filter: Filter, _ register: String) -> Filter {
    guard case .regions(let seen) = scope(register) else { return filter }
    // No region at all: no code is called so.
    let values = seen.isEmpty ? [Value.text("none")] : seen.map(Value.text)
    return Filter(filter.conditions + [Filter.Condition("region", .equal, values)], words: filter.words)
  }

  /// The record as the person sees it; nil if they don't.
  func shown(_ document: Document) -> Document? {
    if isOpen { return document }
    guard let register = Registers.named(document.register) else { return nil }
    let region = Permission.region(document)
    if sees(document.register, region) {
      return access.seesPhones(document.register, region: region) ? document : PhoneMask.masked(document, register)
    }
    guard document.register == Enterprise.schema.id else { return nil }
    var stub = Document(register: document.register, id: document.id, revision: document.revision)
    for field in Self.open { stub[field] = document[field] }
    return stub
  }

  /// A row with the fields that were asked for, as far as the person sees them; the row must have its region.
  func row(_ row: ListRow, _ register: String, _ fields: [String]) -> ListRow {
    let region = row["region"].text ?? ""
    let isSeen = sees(register, region)
    let isMasked = !access.seesPhones(register, region: region)
    var values: [String: Value] = [:]
    for field in fields where isSeen || (register == Enterprise.schema.id && Self.open.contains(field)) {
      guard let value = row.values[field] else { continue }
      let isPrivate = isMasked && Registers.named(register)?.field(field)?.isPrivate == true
      values[field] = isPrivate ? PhoneMask.masked(value) : value
    }
    return ListRow(id: row.id, values: values)
  }

  /// What of an enterprise shows everywhere.
  static let open: Set<String> = ["key", "credit_code", "plant", "name", "region"]

  /// The part of a figure's region that is in scope; the answer's nil is everywhere, no answer is nowhere.
  func region(_ asked: String?, _ register: String) -> String?? {
    guard case .regions(let seen) = scope(register) else { return .some(asked) }
    guard let asked, !asked.isEmpty else { return seen.isEmpty ? .none : .some(seen.joined(separator: "|")) }
    let regions = reference.regions
    if regions[asked] != nil, seen.contains(where: { regions.isIn(asked, $0) }) { return .some(asked) }
    let both = seen.flatMap { regions.codes(in: $0) }.filter { regions.isIn($0, asked) }
    let widest = both.filter { code in !both.contains { $0 != code && regions.isIn(code, $0) && isWhole($0, asked) } }
    return widest.isEmpty ? .none : .some(Set(widest).sorted().joined(separator: "|"))
  }

  /// Whether all of a region lies in what was asked for.
  private func isWhole(_ code: String, _ asked: String) -> Bool {
    reference.regions.codes(in: code).allSatisfy { reference.regions.isIn($0, asked) }
  }

  /// A figure's query kept to the scope; nil where it can only be zero.
  func figure(_ query: FigureQuery) -> FigureQuery? {
    guard let measure = Registers.measures[query.measure] else { return isOpen ? query : nil }
    guard let region = region(query.region, measure.register) else { return nil }
    var kept = query
    kept.region = region
    return kept
  }
}
