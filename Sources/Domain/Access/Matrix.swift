/// Who may do what to what, and where: the whole of permission as one table.
///
/// A cell that no row gives is no. Rows add up; a later one takes nothing away.
package enum Matrix {
  /// Whose records a right is for.
  package enum Whose: String, CaseIterable, Sendable {
    case nobody
    /// What one typed or submitted oneself.
    case mine
    /// What somebody else typed and submitted.
    case others
    case anybody

    func holds(isMine: Bool) -> Bool { self == .anybody || self == (isMine ? .mine : .others) }
  }

  /// Some roles' right to some deeds on some registers, by place.
  package struct Row: Sendable {
    /// Any of these roles has the right.
    package let roles: [Role]
    /// The groups of registers that it reaches.
    package let groups: [RegisterGroup]
    /// The deeds that it allows.
    package let deeds: [Deed]
    /// In the region that the person works for.
    package let own: Whose
    /// In the regions under it.
    package let below: Whose
    /// Above and elsewhere alike.
    package let beyond: Whose

    init(
      _ roles: [Role], _ groups: [RegisterGroup], _ deeds: [Deed], own: Whose, below: Whose = .nobody,
      beyond: Whose = .nobody
    ) {
      (self.roles, self.groups, self.deeds) = (roles, groups, deeds)
      (self.own, self.below, self.beyond) = (own, below, beyond)
    }

    /// Whose records the right reaches at a place, as seen from the person's region.
    package func whose(_ place: Place) -> Whose {
      switch place {
      case .own: own
      case .below: below
      case .above, .elsewhere: beyond
      }
    }
  }

  private static let everybody = Role.allCases
  private static let locals: [Role] = [.clerk, .reviewer, .inspector, .supervisor]
  private static let lists: [RegisterGroup] = [.filed, .plain, .inspections, .figures, .people]
  private static let reading: [Deed] = [.see, .export]
  private static let entering: [Deed] = [.create, .edit, .keep, .takeIn]
  private static let reviewing: [Deed] = [.review, .admit, .sendBack, .recommend, .plan, .verifySaving]

  /// The table.
  package static let rows: [Row] = [
    Row(locals, lists, reading, own: .anybody, below: .anybody),
    Row([.administrator], lists, reading, own: .anybody, below: .anybody, beyond: .anybody),
    Row(everybody, [.books, .pools], reading, own: .anybody, below: .anybody, beyond: .anybody),
    Row([.clerk, .reviewer], [.filed, .plain, .pools], entering, own: .anybody, below: .mine),
    Row([.clerk, .reviewer], [.filed], [.submit, .withdraw], own: .anybody, below: .mine),
    Row([.clerk, .reviewer], [.filed], [.delete], own: .mine, below: .mine),
    Row([.reviewer], [.filed], reviewing, own: .others),
    Row([.reviewer], [.books], [.settings], own: .anybody),
    Row([.inspector], [.inspections], [.inspect], own: .anybody, below: .anybody),
    Row([.supervisor], [.figures], [.lock, .targets], own: .anybody, below: .anybody),
    // Asked of the province: only its own supervisor unlocks.
    Row([.supervisor], [.figures], [.unlock], own: .anybody),
    Row([.supervisor], [.figures], [.confirm], own: .others),
    Row([.administrator], [.people], [.people], own: .anybody, below: .anybody, beyond: .anybody),
    Row(
      [.administrator], [.books], [.settings, .reference, .upkeep], own: .anybody, below: .anybody, beyond: .anybody),
  ]

  private struct Cell: Hashable {
    let role: Role
    let group: RegisterGroup
    let deed: Deed
  }

  private static let index: [Cell: [Row]] = {
    var index: [Cell: [Row]] = [:]
    for row in rows {
      for role in row.roles {
        for group in row.groups {
          for deed in row.deeds { index[Cell(role: role, group: group, deed: deed), default: []].append(row) }
        }
      }
    }
    return index
  }()

  /// Whether one role may do it there.
  package static func allows(_ role: Role, _ deed: Deed, _ group: RegisterGroup, _ place: Place, isMine: Bool) -> Bool {
    index[Cell(role: role, group: group, deed: deed)]?.contains { $0.whose(place).holds(isMine: isMine) } ?? false
  }

  /// The roles that may do it at a place, to whosever records.
  package static func roles(_ deed: Deed, _ group: RegisterGroup, _ place: Place) -> [Role] {
    Role.allCases.filter { role in
      allows(role, deed, group, place, isMine: true) || allows(role, deed, group, place, isMine: false)
    }
  }

  /// Whose records one role may do it to at a place.
  package static func whose(_ role: Role, _ deed: Deed, _ group: RegisterGroup, _ place: Place) -> Whose {
    switch (
      allows(role, deed, group, place, isMine: true), allows(role, deed, group, place, isMine: false)
    ) {
    case (true, true): .anybody
    case (true, false): .mine
    case (false, true): .others
    case (false, false): .nobody
    }
  }
}
