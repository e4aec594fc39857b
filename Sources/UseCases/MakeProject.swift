import Domain

/// Turns one recommendation of a diagnosis into a reserve project, its figures carried over.
package enum MakeProject {
  /// Why the recommendation cannot become a project; nil where it can.
  package static func refusal(_ diagnosis: Document, _ row: RecordID) -> Label? {
    let record = Diagnosis.schema.record(diagnosis)
    guard let recommendation = record.recommendations.first(where: { $0.id == row }) else {
      return Label(zh: "先把光标移到“诊断建议”的一条上", en: "Put the cursor on a recommendation first")
    }
    if recommendation.isConverted {
      return Label(zh: "这条建议已转为项目", en: "This recommendation has its project already")
    }
    if recommendation.number.isEmpty {
      return Label(zh: "这条建议没有编号，请先补上", en: "This recommendation has no number; give it one first")
    }
    guard recommendation.adoption == "declined" else { return nil }
    return Label(zh: "企业不采纳这条建议", en: "The enterprise declined this recommendation")
  }

  /// A new project with what the recommendation says, not saved yet; nil where there is no such recommendation.
  package static func of(_ diagnosis: Document, _ row: RecordID, as environment: Environment) -> Document? {
    let record = Diagnosis.schema.record(diagnosis)
    guard let recommendation = record.recommendations.first(where: { $0.id == row }) else { return nil }
    var project = Project()
    project.id = environment.newID()
    project.region = record.region
    project.enterprise = record.enterprise
    project.name = String(recommendation.content.prefix(60))
    project.kind = recommendation.kind
    project.focusArea = ProjectKinds.list[recommendation.kind]?.parent ?? ""
    project.content = recommendation.content
    project.diagnosis = record.id
    project.recommendation = recommendation.number
    project.deadline = recommendation.plannedBy
    project.investmentDeclared = recommendation.investment
    if let saving = recommendation.saving, saving > .zero {
      project.savingDeclared = saving
      project.basis = record.basis
      project.baseYear = record.baseYear
      project.savingSource = source(record, recommendation)
    }
    project.co2Declared = recommendation.co2
    project.provider = record.provider
    project.contact = record.contact
    project.phone = record.phone
    var measure = ProjectMeasure()
    measure.id = environment.newID()
    measure.name = recommendation.content
    measure.catalogue = recommendation.technology
    measure.investment = recommendation.investment
    measure.saving = recommendation.saving
    project.measures = [measure]
    return Project.schema.document(project)
  }

  private static func source(_ diagnosis: Diagnosis, _ recommendation: Recommendation) -> String {
    let number = diagnosis.reportNumber.isEmpty ? "" : "（\(diagnosis.reportNumber)）"
    let day = (diagnosis.reportedOn ?? diagnosis.visitedOn).map { "，\($0.iso)" } ?? ""
    return "节能降碳诊断报告\(number)建议\(recommendation.number)，\(diagnosis.provider)\(day)"
  }
}
