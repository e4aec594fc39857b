import Testing

@testable import Domain

@Suite struct RuleAnswerTests {
  private func answer(_ rule: String, _ about: String = "", _ reason: String = "已与企业核对") -> RuleAnswer {
    var answer = RuleAnswer()
    answer.id = Scene.id(901)
    answer.rule = rule
    answer.row = about
    answer.reason = reason
    return answer
  }

  private func found(_ rule: String, _ change: (inout Scene) -> Void) -> [Finding] {
    var scene = Scene()
    change(&scene)
    return scene.findings("projects").filter { $0.rule == rule }
  }

  @Test func aWarningIsAnsweredByItsRule() {
    let open = found("R26") { $0.project.unitAfter = Amount(108) }
    #expect(open.map(\.answer) == [nil] && open.allSatisfy(\.isOpenWarning))
    let answered = found("R26") {
      $0.project.unitAfter = Amount(108)
      $0.project.answers = [answer("R26")]
    }
    #expect(answered.map(\.answer) == ["已与企业核对"] && !answered.contains(where: \.isOpenWarning))
    let other = found("R26") {
      $0.project.unitAfter = Amount(108)
      $0.project.answers = [answer("R27")]
    }
    #expect(other.map(\.answer) == [nil])
  }

  @Test func anErrorCannotBeAnswered() {
    let errors = found("R48") {
      $0.project.kind = "water"
      $0.project.reuseBefore = Amount(500)
      $0.project.reuseAfter = Amount(500)
      $0.project.answers = [answer("R48")]
    }
    #expect(!errors.isEmpty && errors.allSatisfy { $0.answer == nil })
  }

  @Test func eachOtherRecordIsAnsweredForItself() {
    let twins: (inout Scene) -> Void = { scene in
      scene.others = [UInt64(103), 104].map { number in
        var other = Scene.makeProject()
        other.id = Scene.id(number)
        return other
      }
    }
    let findings = found("R39") {
      twins(&$0)
      $0.project.answers = [answer("R39", Scene.id(104).text)]
    }
    #expect(findings.map(\.row) == [Scene.id(103), Scene.id(104)])
    #expect(findings.map(\.answer) == [nil, "已与企业核对"])
  }

  @Test func eachFieldIsAnsweredForItself() {
    let findings = found("R33") {
      $0.firm.state = "closed"
      $0.firm.region = "330522"
      $0.project.answers = [answer("R33", "region")]
    }
    #expect(findings.map(\.about) == ["enterprise", "region"])
    #expect(findings.map(\.answer) == [nil, "已与企业核对"])
  }

  @Test func aRuleWithAFieldOfItsOwnIsAnsweredThereToo() {
    let findings = found("R21") {
      $0.project.unitAfter = Amount(103)
      $0.project.benchmarkingReason = "受窑型限制"
    }
    #expect(findings.map(\.answer) == ["受窑型限制"])
    let listed = found("R21") {
      $0.project.unitAfter = Amount(103)
      $0.project.answers = [answer("R21")]
    }
    #expect(listed.map(\.answer) == ["已与企业核对"])
  }

  @Test func aReasonIsKeptChangedAndTakenBack() throws {
    let finding = Finding(
      rule: "R33", severity: .warning, message: Label(zh: "", en: ""), fields: ["region"], about: "region")
    var document = Document(register: "projects", id: Scene.id(3))
    let day = Scene.day(2023, 6, 15)
    document.setAnswer("一", to: finding, by: "李明", on: day) { Scene.id(77) }
    document.setAnswer("二", to: finding, by: "王芳", on: day) { Scene.id(78) }
    let row = try #require(document.children["answers"]?.first)
    #expect(document.children["answers"]?.count == 1 && row.id == Scene.id(77))
    #expect(row["reason"].text == "二" && row["person"].text == "王芳" && row["day"].day == day)
    #expect(document.answer(to: finding) == "二")
    document.setAnswer("", to: finding, by: "王芳", on: day) { Scene.id(79) }
    #expect(document.children["answers"] == nil)
  }

  @Test func everyListOfThePlanKeepsAnswers() {
    for register in Registers.all where !["people", "tiers", "quarters"].contains(register.id) {
      #expect(register.list(RuleAnswer.list)?.part == .running, "\(register.id)")
      for rule in register.rules {
        guard let field = rule.answerField else { continue }
        #expect(register.field(field) != nil, "\(rule.id)")
      }
    }
  }
}
