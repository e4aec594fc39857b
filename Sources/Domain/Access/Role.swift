/// What a person is in a library 角色; rights are the union of a person's roles.
package enum Role: String, CaseIterable, Sendable {
  case clerk, reviewer, inspector, supervisor, administrator

  /// The choices with their words.
  package static let codes = CodeList(
    "roles",
    [
      Code("clerk", "填报员", "Clerk"),
      Code("reviewer", "审核员", "Reviewer"),
      Code("inspector", "监察员", "Inspector"),
      Code("supervisor", "主管", "Supervisor"),
      Code("administrator", "管理员", "Administrator"),
    ])

  /// The role's name.
  package var label: Label { Role.codes[rawValue]?.label ?? Label(zh: rawValue, en: rawValue) }
}

/// One role of a person, for one region and, if any are named, for these registers only 条线.
package struct Grant: Hashable, Sendable {
  /// What the person is.
  package let role: Role
  /// The region worked for; its code.
  package let region: String
  /// Ids of registers; none means all.
  package let registers: Set<String>

  /// A role in a region.
  package init(_ role: Role, region: String, registers: Set<String> = []) {
    self.role = role
    self.region = region
    self.registers = registers
  }
}
