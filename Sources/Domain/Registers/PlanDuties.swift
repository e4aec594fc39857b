/// The duties that the plan's text sets: one for every sentence of its tasks and safeguards.
package enum PlanDuties {
  /// A duty for every sentence, in the order of the text, without ids; `region` is the province whose plan it is.
  package static func all(region: String, _ targets: PlanTargets) -> [Duty] {
    PlanText.clauses.filter(\.isDuty).flatMap { clause in
      clause.sentences.enumerated().map { place, sentence in
        duty(sentence, number: place + 1, of: clause, region, targets)
      }
    }
  }

  private static func duty(
    _ sentence: String, number: Int, of clause: PlanPassage, _ region: String, _ targets: PlanTargets
  ) -> Duty {
    var duty = Duty()
    duty.code = "\(clause.id)-\(number)"
    duty.region = region
    duty.clause = clause.id
    duty.sentence = sentence
    duty.name = title(sentence)
    duty.lead = clause.departments.first ?? ""
    duty.partners = clause.departments.dropFirst().joined(separator: "、")
    duty.deliverable = deliverable(sentence)
    duty.startsOn = Day(number: 20_220_801)
    duty.dueOn = due(sentence)
    duty.isStanding = duty.dueOn == nil
    duty.target = targets.all.first { $0.id.hasPrefix("T") && sentence.contains($0.quote) }?.id ?? ""
    return duty
  }

  /// The first words that say what it is about; at most forty characters.
  private static func title(_ sentence: String) -> String {
    var parts: [Substring] = []
    for part in sentence.dropLast().split(separator: "，") {
      guard parts.reduce(part.count, { $0 + $1.count + 1 }) <= 40 || parts.isEmpty else { break }
      parts.append(part)
    }
    return String(parts.joined(separator: "，").prefix(40))
  }

  /// The end of the year that a sentence names.
  private static func due(_ sentence: String) -> Day? {
    for (words, year) in [("到2023年底", 2023), ("到2024年", 2024)] where sentence.contains(words) {
      return Day(year: year, month: 12, day: 31)
    }
    // What has to be written or listed has no day in the text: the plan's own end.
    return deliverables.contains { sentence.contains($0.word) } ? Day(year: 2024, month: 12, day: 31) : nil
  }

  private static let deliverables: [(word: String, deliverable: String)] = [
    ("管理办法", "管理办法"), ("指南》", "编制指南"), ("措施指南", "能效措施指南"), ("推广目录", "推广目录"), ("阶梯电价", "阶梯电价政策"),
    ("企业清单", "企业、项目、能效三张清单"), ("园区清单", "循环化改造园区清单"), ("导则", "评价导则"), ("实施细则", "实施细则和配套措施"),
    ("在线服务平台", "在线服务平台"), ("专家智库", "专家库名单"),
  ]

  private static func deliverable(_ sentence: String) -> String {
    deliverables.first { sentence.contains($0.word) }?.deliverable ?? "工作进展"
  }
}
