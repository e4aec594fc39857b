import Domain

/// Which records carry something over from another one, and so must follow when that one changes.
enum Dependents {
  /// A register and the link through which it carries.
  struct Link: Sendable {
    let register: Register
    let field: String
  }

  private static let links: [String: [Link]] = {
    var links: [String: [Link]] = [:]
    for register in Registers.all where register.fields.contains(where: \.isCarried) {
      for field in register.fields {
        if case .record(let target) = field.kind {
          links[target, default: []].append(Link(register: register, field: field.id))
        }
      }
    }
    return links
  }()

  /// Derives again what follows from `document`, and what follows from that, without a history entry.
  static func refresh(after document: Document, in library: any StoreWriting, _ reference: ReferenceTables) throws {
    var seen: Set<RecordID> = [document.id]
    try refresh(after: document.register, document.id, in: library, reference, &seen)
  }

  /// Derives again the other ends of links that were made, broken or kept: a line that shows its project's deadline.
  static func mirror(
    _ old: Document?, _ new: Document?, in library: any StoreWriting, _ reference: ReferenceTables
  ) throws {
    guard let id = (new ?? old)?.register, let register = Registers.named(id) else { return }
    for field in register.fields where field.isMirrored {
      guard case .record(let target) = field.kind, let other = Registers.named(target) else { continue }
      for end in Set([old, new].compactMap { $0?[field.id].record }) {
        guard let document = try library.lookup.document(target, end) else { continue }
        _ = try rederive(document, other, in: library, reference)
      }
    }
  }

  private static func refresh(
    after register: String, _ id: RecordID, in library: any StoreWriting, _ reference: ReferenceTables,
    _ seen: inout Set<RecordID>
  ) throws {
    for link in links[register] ?? [] {
      for follower in try library.lookup.documents(link.register.id, where: link.field, is: .record(id))
      where seen.insert(follower.id).inserted {
        guard try rederive(follower, link.register, in: library, reference) else { continue }
        try refresh(after: follower.register, follower.id, in: library, reference, &seen)
      }
    }
  }

  /// Derives one record again and keeps it if that changed anything.
  static func rederive(
    _ document: Document, _ register: Register, in library: any StoreWriting, _ reference: ReferenceTables
  ) throws -> Bool {
    var derived = document
    register.derive(&derived, DeriveContext(reference: reference, library: library.lookup))
    guard derived != document else { return false }
    try library.refresh(derived)
    return true
  }
}
