import Domain

/// Enters the duties that the plan's text sets and that the library does not have yet.
package enum EnterDuties {
  /// How many were entered; a code that is there already is left as it is.
  @discardableResult
  package static func run(in store: any Store, as environment: Environment) throws -> Int {
    let home = store.reference.regions.province(of: store.info.region)?.code ?? store.info.region
    let duties = PlanDuties.all(region: home, store.reference.targets)
    return try store.write(as: environment) { library in
      var entered = 0
      for var duty in duties where try library.lookup.find(Duty.schema.id, key: duty.code) == nil {
        duty.id = environment.newID()
        _ = try SaveRecord.write(
          Duty.schema.document(duty), base: 0, action: SaveRecord.action, in: library, store, environment,
          checking: false)
        entered += 1
      }
      return entered
    }
  }
}
