import Domain

/// Two versions of one record that grew out of the same one, field by field and row by row.
struct RecordMerge: Sendable {
  enum Side: Sendable { case mine, theirs }

  enum Place: Hashable, Sendable {
    case field(String)
    case cell(list: String, row: RecordID, field: String)
    /// A whole row that one of the two has and the other has not.
    case row(list: String, row: RecordID)
  }

  /// One place where the versions differ.
  struct Difference: Sendable {
    let place: Place
    let original: Value
    let mine: Value
    let theirs: Value
    /// Both changed it: a person decides.
    let isClash: Bool
    var choice: Side
  }

  let mine: Document
  let theirs: Document
  private let original: Document?
  private let register: Register?
  private(set) var differences: [Difference] = []

  /// Where only one of the two changed something, that change is proposed; where both did, what was typed here.
  init(original: Document?, mine: Document, theirs: Document) {
    self.mine = mine
    self.theirs = theirs
    self.original = original
    register = Registers.named(mine.register)
    for field in register?.fields ?? [] where Self.isTyped(field) {
      add(.field(field.id), original?[field.id], mine[field.id], theirs[field.id])
    }
    for list in lists { compare(list) }
  }

  private static func isTyped(_ field: FieldSpec) -> Bool {
    !field.isDerived && (field.part == .declared || field.part == .running)
  }

  private var lists: [ListSpec] { (register?.lists ?? []).filter { $0.part != .filing } }

  private mutating func add(_ place: Place, _ original: Value?, _ mine: Value, _ theirs: Value) {
    guard mine != theirs else { return }
    let isClash = original == nil || (original != mine && original != theirs)
    differences.append(
      Difference(
        place: place, original: original ?? .empty, mine: mine, theirs: theirs, isClash: isClash,
        choice: isClash || original == theirs ? .mine : .theirs))
  }

  private mutating func compare(_ list: ListSpec) {
    let fields = list.fields.filter { !$0.isDerived }
    func index(_ document: Document?) -> [RecordID: ChildRow] {
      Dictionary((document?.children[list.id] ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    func isSame(_ a: ChildRow, _ b: ChildRow) -> Bool { fields.allSatisfy { a[$0.id] == b[$0.id] } }
    let (old, ours, others) = (index(original), index(mine), index(theirs))
    for row in order(list.id) {
      switch (ours[row], others[row]) {
      case (let our?, let other?):
        for field in fields {
          let place = Place.cell(list: list.id, row: row, field: field.id)
          add(place, original == nil ? nil : old[row]?[field.id] ?? .empty, our[field.id], other[field.id])
        }
      case (let our?, nil):
        // Added here, or deleted there: a deletion counts where nothing was changed here.
        let isTheirs = old[row].map { isSame($0, our) } ?? false
        let isClash = original == nil || (old[row] != nil && !isTheirs)
        addRow(list, row, mine: our, theirs: nil, isClash: isClash, choice: isTheirs ? .theirs : .mine)
      case (nil, let other?):
        let isMine = old[row].map { isSame($0, other) } ?? false
        let isClash = original == nil || (old[row] != nil && !isMine)
        addRow(list, row, mine: nil, theirs: other, isClash: isClash, choice: isMine ? .mine : .theirs)
      case (nil, nil): break
      }
    }
  }

  private mutating func addRow(
    _ list: ListSpec, _ row: RecordID, mine: ChildRow?, theirs: ChildRow?, isClash: Bool, choice: Side
  ) {
    func summary(_ child: ChildRow?) -> Value {
      guard let child else { return .empty }
      let texts = list.fields.filter { !$0.isDerived }.map { child[$0.id] }.filter { !$0.isEmpty }.prefix(4).map(
        \.plain)
      return .text(texts.isEmpty ? "…" : texts.joined(separator: " "))
    }
    differences.append(
      Difference(
        place: .row(list: list.id, row: row), original: .empty, mine: summary(mine), theirs: summary(theirs),
        isClash: isClash, choice: choice))
  }

  /// All rows of both: in the order of whoever changed it, the other's own behind the row that they follow there.
  private func order(_ list: String) -> [RecordID] {
    func ids(_ document: Document?) -> [RecordID] { (document?.children[list] ?? []).map(\.id) }
    let (old, ours, others) = (ids(original), ids(mine), ids(theirs))
    let isMoved = ours.filter(old.contains) != old.filter(ours.contains)
    var (order, more) = isMoved ? (ours, others) : (others, ours)
    var previous: RecordID?
    for id in more {
      defer { previous = id }
      guard !order.contains(id) else { continue }
      let place = previous.flatMap { order.firstIndex(of: $0) }.map { $0 + 1 } ?? (previous == nil ? 0 : order.count)
      order.insert(id, at: place)
    }
    return order
  }

  mutating func choose(_ side: Side, at index: Int) {
    guard differences.indices.contains(index) else { return }
    differences[index].choice = side
  }

  /// The record as chosen: theirs, with what was chosen from here. What filing and the program wrote is theirs.
  func merged() -> Document {
    var result = theirs
    for difference in differences {
      if case .field(let field) = difference.place {
        result[field] = difference.choice == .mine ? difference.mine : difference.theirs
      }
    }
    for list in lists {
      let children = order(list.id).compactMap { merged(list.id, $0) }
      result.children[list.id] = children.isEmpty ? nil : children
    }
    return result
  }

  private func merged(_ list: String, _ row: RecordID) -> ChildRow? {
    func find(_ document: Document) -> ChildRow? { document.children[list]?.first { $0.id == row } }
    if let whole = differences.first(where: { $0.place == .row(list: list, row: row) }) {
      return find(whole.choice == .mine ? mine : theirs)
    }
    var child = find(theirs)
    for difference in differences {
      guard case .cell(list, row, let field) = difference.place else { continue }
      child?[field] = difference.choice == .mine ? difference.mine : difference.theirs
    }
    return child
  }

  /// The record at an earlier revision: each later entry taken back. Nil where the history does not reach.
  static func earlier(_ current: Document, revision: Int, _ history: [HistoryEntry]) -> Document? {
    let later = current.revision - revision
    guard later > 0, later <= history.count else { return nil }
    var document = history.suffix(later).reversed().reduce(current) { $1.takenBack(from: $0) }
    document.revision = revision
    return document
  }
}
