import Domain

/// Whom to call about a matter: who is named in the record or its enterprise, and the clerk of its region.
package struct MatterContact: Hashable, Sendable {
  /// The person named in the record; blank where nobody is.
  package let name: String
  /// Their telephone number as the reader may see it; blank where there is none.
  package let phone: String
  /// The region's clerk, or its supervisor where it has none.
  package let clerk: ChaseList.Contact?

  /// Where a record points to who has a contact of their own, in this order.
  private static let links = [
    ("enterprise", Enterprise.schema.id), ("project", Project.schema.id), ("park", Park.schema.id),
  ]

  /// Reads it; `clerks` are those of `MatterContact.clerks`.
  package static func read(
    _ row: MatterRow, clerks: [String: [ChaseList.Contact]], in library: any StoreReading
  ) throws -> MatterContact {
    let clerk = clerks[row.region]?.first
    guard let document = try library.document(row.register, row.id) else {
      return MatterContact(name: "", phone: "", clerk: clerk)
    }
    var found = document
    if document["phone"].isEmpty {
      for (field, register) in links {
        guard let id = document[field].record, let linked = try library.document(register, id),
          !linked["phone"].isEmpty
        else { continue }
        found = linked
        break
      }
    }
    let name = found.register == Expert.schema.id ? found["name"].plain : found["contact"].plain
    return MatterContact(name: name, phone: found["phone"].plain, clerk: clerk)
  }

  /// Clerks and supervisors by the region that they work for, in and under one region.
  package static func clerks(in region: String, _ store: any Store) throws -> [String: [ChaseList.Contact]] {
    try ChaseList.contacts(in: region, store)
  }

  /// Names and numbers in one line; empty where nobody is known.
  package func line(_ regions: Regions, _ region: String, _ language: Language) -> String {
    var parts: [String] = []
    let named = [name, phone].filter { !$0.isEmpty }
    if !named.isEmpty { parts.append(Label(zh: "联系 ", en: "call ")[language] + named.joined(separator: " ")) }
    if let clerk {
      let place = regions[region]?.name ?? region
      parts.append([place, clerk.name, clerk.phone].filter { !$0.isEmpty }.joined(separator: " "))
    }
    return parts.joined(separator: Label(zh: "，", en: "; ")[language])
  }
}
