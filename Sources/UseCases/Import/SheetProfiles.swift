import Domain

/// Mappings that were settled once: the same office's sheet needs no question the second time.
package enum SheetProfiles {
  private static func setting(_ register: String, _ signature: String) -> String { "sheet.\(register).\(signature)" }

  /// Lays the profile that is kept for this kind of sheet over a mapping; answers whether there was one.
  package static func apply(to mapping: inout SheetMapping, _ register: Register, in store: any Store) throws -> Bool {
    let signature = mapping.signature
    guard let profile = try store.read({ try $0.setting("", setting(register.id, signature)) }) else { return false }
    mapping.apply(profile: profile, register)
    return true
  }

  /// Keeps a mapping for all who use the library.
  package static func keep(
    _ mapping: SheetMapping, _ register: Register, in store: any Store, as environment: Environment
  ) throws {
    try Permission.anywhere(RegisterGroup(of: register.id).writing ?? .takeIn, register.id, as: environment)
    try store.write(as: environment) {
      try $0.setSetting("", setting(register.id, mapping.signature), mapping.profile)
    }
  }
}
