@testable import Domain

/// A project of 安吉 and the tiers it can go to, for tests of the machine.
struct FilingStage {
  var project = Project()
  var today = Day(number: 20_230_703) ?? .first  // a Monday
  var rules: [Tier: TierRules] = [
    .county: TierRules(region: "330523", unit: "安吉县"), .city: TierRules(region: "330500", unit: "湖州市"),
    .province: TierRules(region: "330000", unit: "浙江省"),
  ]
  private let ids = Ids()

  final class Ids: @unchecked Sendable {
    var last: UInt64 = 100
    func next() -> RecordID {
      last += 1
      return RecordID(high: 7, low: last)
    }
  }

  init() {
    project.id = RecordID(high: 7, low: 1)
    project.region = "330523"
    project.name = "3号窑余热发电"
    project.revision = 1
  }

  func context(_ person: String, errors: Int = 0, quota: FilingContext.Quota? = nil, batch: String = "")
    -> FilingContext
  {
    FilingContext(
      today: today, person: person, revision: project.revision, rules: rules, errors: errors, quota: quota,
      batch: batch, newID: { [ids] in ids.next() })
  }

  /// Takes a step; the revision rises as a save would make it.
  mutating func take(_ step: FilingStep, by person: String, errors: Int = 0, quota: FilingContext.Quota? = nil) throws {
    try project.take(step, context(person, errors: errors, quota: quota))
    project.revision += 1
    project.derive(in: DeriveContext(reference: .builtIn, library: EmptyLibrary()))
  }

  /// What is said against a step.
  func refusal(_ step: FilingStep, by person: String, errors: Int = 0, quota: FilingContext.Quota? = nil) -> String? {
    project.refusal(of: step, in: context(person, errors: errors, quota: quota))?.en
  }

  /// Submits to and admits by each tier up to one.
  mutating func climb(to tier: Tier) throws {
    try take(.submit(to: .county), by: "clerk")
    try review(by: "county", .admit(on: today, document: "安经信1号"))
    if tier > .county {
      try take(.recommend(from: .county, batch: "第1批", rank: 3, document: "安推1号"), by: "county")
      try review(by: "city", .admit(on: today, document: "湖经信1号"))
    }
    if tier > .city {
      try take(.recommend(from: .city, batch: "第2批", rank: 1, document: "湖推1号"), by: "city")
      try review(by: "province", .admit(on: today, document: "浙经信1号"))
    }
  }

  mutating func review(by person: String, _ decision: FilingStep) throws {
    try take(.beginReview, by: person)
    try take(decision, by: person)
  }

  /// The text of a proposal that renames the project.
  func renaming(to name: String) -> String {
    var changed = project
    changed.name = name
    guard let register = Registers.named("projects") else { return "" }
    return Proposal.write(Project.schema.document(changed), register)
  }
}
