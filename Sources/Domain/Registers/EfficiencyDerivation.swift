/// What follows from a line's figures, the levels in force and its links.
extension EfficiencyLine {
  /// Levels, grade and gaps, then what is carried over.
  package mutating func derive(in context: DeriveContext) {
    let holder = context.linked(Enterprise.self, enterprise)
    holderName = holder?.name ?? ""
    holderCode = holder?.key ?? ""
    sector = holder?.sector ?? ""
    industry = holder?.industry ?? ""
    projectName = context.linked(Project.self, project)?.name ?? ""
    name = [holderName, line].filter { !$0.isEmpty }.joined(separator: " ")
    key = [holderCode, line, product, year.map(String.init) ?? ""].joined(separator: "/")
    deriveLevels(in: context.reference)
    hasProject = project != nil || isLinkedByProject(context.library)
    isUnaddressed =
      grade == Grades.below && state == "running" && !hasProject && action != "retire" && action != "replace"
  }

  private mutating func deriveLevels(in reference: ReferenceTables) {
    judged = comparable ?? consumption
    (benchmark, baseline, gapToBenchmark, gapToBaseline, weight) = (nil, nil, nil, nil, nil)
    (grade, expectedGrade, edition, levelUnit, productField, productSector) = ("", "", "", "", "", "")
    (isVerified, isEditionOutdated) = (false, false)
    guard let level = reference.level(product: product, year: year, region: region) else { return }
    benchmark = level.benchmark
    baseline = level.baseline
    edition = level.edition
    isVerified = level.isVerified
    isEditionOutdated = level.isOutdated
    levelUnit = level.unit
    productField = level.field
    productSector = level.sector
    if state != "retired", let judged {
      grade = level.grade(judged)
      gapToBenchmark = judged.subtracting(level.benchmark)
      gapToBaseline = judged.subtracting(level.baseline)
    }
    expectedGrade = expectedConsumption.map { level.grade($0) } ?? ""
    if state != "retired" { weight = capacity.flatMap { level.weight(of: $0, in: reference) } }
  }

  /// A live project that names this line, from the project's side.
  private func isLinkedByProject(_ library: any LibraryLookup) -> Bool {
    guard id != .unset else { return false }
    let projects = (try? library.documents("projects", where: "line", is: .record(id))) ?? []
    return projects.contains { $0["stage"].text != "stopped" }
  }
}
