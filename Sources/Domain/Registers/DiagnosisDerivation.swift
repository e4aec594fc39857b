/// What follows from a diagnosis's days, recommendations and links.
extension Diagnosis {
  package mutating func derive(in context: DeriveContext) {
    let holder = context.linked(Enterprise.self, enterprise)
    holderName = holder?.name ?? ""
    holderCode = holder?.key ?? ""
    creditCode = holder?.creditCode ?? ""
    sector = holder?.sector ?? ""
    isKeyUser = holder?.keyEnergyUser ?? false
    let day = visitedOn ?? plannedOn
    let kindName = DiagnosisCodes.kinds[kind]?.label.zh ?? ""
    name = [holderName, kindName].filter { !$0.isEmpty }.joined(separator: " ")
    // A draft without its enterprise is still told apart, in any file.
    key = holderCode.isEmpty ? id.ownKey : [holderCode, kind, day?.iso ?? ""].joined(separator: "/")
    state =
      if confirmedOn != nil {
        "confirmed"
      } else if reportedOn != nil {
        "reported"
      } else {
        visitedOn != nil ? "visited" : "planned"
      }
    deriveRecommendations(in: context)
    isCounted = isFirstVisit(in: context)
  }

  private mutating func deriveRecommendations(in context: DeriveContext) {
    let projects = id == .unset ? [] : context.records(Project.self, where: "diagnosis", is: .record(id))
    for index in recommendations.indices {
      let number = recommendations[index].number
      let made = projects.filter { $0.recommendation == number && !number.isEmpty }
      let project = made.first { $0.derived.stage != "stopped" }
      recommendations[index].project = project?.id
      recommendations[index].stage = project?.derived.stage ?? ""
      recommendations[index].isConverted = project != nil
      recommendations[index].admittedOn = made.compactMap(\.derived.admittedOn).min()
    }
    func some(_ count: Int) -> Int? { recommendations.isEmpty ? nil : count }
    recommended = some(recommendations.count)
    adopted = some(recommendations.count { $0.adoption == "adopted" })
    converted = some(recommendations.count(where: \.isConverted))
    let open = recommendations.count { $0.adoption == "adopted" && !$0.isConverted && $0.needsProject }
    openCount = open > 0 ? open : nil
    saving = Amount.total(recommendations.map(\.saving))
    investment = Amount.total(recommendations.map(\.investment))
    convertedSaving = Amount.total(recommendations.filter(\.isConverted).map(\.saving))
  }

  /// Among all visits of the credit code within the plan's years the earliest one; of the same day the one entered first.
  private func isFirstVisit(in context: DeriveContext) -> Bool {
    guard let visitedOn, PlanSpan.holds(visitedOn), !creditCode.isEmpty else { return false }
    let others = context.records(Diagnosis.self, where: "credit_code", is: .text(creditCode))
    return !others.contains { other in
      guard other.id != id, let day = other.visitedOn, PlanSpan.holds(day) else { return false }
      return (day, other.id) < (visitedOn, id)
    }
  }
}
