/// All registers, in menu order: the one line that a new register adds.
package enum Registers {
  /// In the order of the menu; their ids are permanent.
  package static let all: [Register] = [
    Register(Project.self),
    Register(Enterprise.self),
    Register(EfficiencyLine.self),
    Register(Diagnosis.self),
    Register(Recognition.self),
    Register(Phaseout.self),
    Register(Research.self),
    Register(CatalogueItem.self),
    Register(Audit.self),
    Register(Battery.self),
    Register(Park.self),
    Register(RegionTarget.self),
    Register(OfficialValue.self),
    Register(CarbonRating.self),
    Register(EnergyMonth.self),
    Register(Inspection.self),
    Register(Expert.self),
    Register(Opinion.self),
    Register(Provider.self),
    Register(PromotionEvent.self),
    Register(Duty.self),
    Register(Person.self),
    Register(TierSettings.self),
    Register(QuarterRecord.self),
  ]

  private static let index = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  /// The register of an id; nil where there is none.
  package static func named(_ id: String) -> Register? { index[id] }

  /// All measures of all registers by id.
  package static let measures: [String: Measure] = Dictionary(
    all.flatMap(\.measures).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}
