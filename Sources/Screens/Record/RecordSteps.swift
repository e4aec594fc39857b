import Domain
import UseCases
import Widgets

/// Something that a register's records can be taken through beyond being edited: a recommendation becomes a project.
struct RecordStep: Sendable {
  let label: Label
  /// Why it cannot be taken now; nil where it can.
  let refusal: @Sendable (RecordScreen) -> Label?
  let take: @Sendable (RecordScreen, Services) throws -> [Effect]
  /// Takes what a question of its own was answered; `nil` where it asks none.
  var answer: (@Sendable (Int, RecordScreen, Services) throws -> [Effect])?
}

/// The steps of each register; the key `Y` takes them.
enum RecordSteps {
  /// Those of a register, in the order in which they are offered.
  static func of(_ register: String) -> [RecordStep] { all[register] ?? [] }

  private static let all: [String: [RecordStep]] = [
    Diagnosis.schema.id: [makeProject], Recognition.schema.id: [matchHolder], Park.schema.id: [chooseTypical],
    PromotionEvent.schema.id: [convertAgreement],
  ]

  private static let makeProject = RecordStep(
    label: Label(zh: "把这条建议转为储备项目", en: "Make a reserve project of this recommendation"),
    refusal: { screen in
      guard let document = screen.content?.document else { return nil }
      return MakeProject.refusal(document, screen.child ?? .unset)
    },
    take: { screen, services in
      guard let document = screen.content?.document, let row = screen.child,
        let project = MakeProject.of(document, row, as: services.environment)
      else { return [] }
      return [.open(try FormScreen.filled(project, services))]
    })

  private static let matchHolder = RecordStep(
    label: Label(zh: "核对主体：从清单中选", en: "Find the holder on the lists"),
    refusal: { screen in
      screen.content?.document["matched"].flag == true ? Label(zh: "主体已核对", en: "The holder is known already") : nil
    },
    take: { screen, services in
      guard let document = screen.content?.document else { return [] }
      let found = try MatchHolder.candidates(document, in: services.store)
      guard !found.isEmpty else {
        return [
          .say(
            Label(
              zh: "清单里没有相近的主体；请先登记企业或园区，或按 e 自行选择",
              en: "Nothing on the lists is alike; enter the holder first, or choose with e"),
            .warning)
        ]
      }
      let items = found.map { Label(zh: "\($0.title)  \($0.note.zh)", en: "\($0.title)  \($0.note.en)") }
      let name = document["listed_name"].plain
      return [
        .ask(
          RecordScreen.stepAnswer,
          .choose(title: Label(zh: "“\(name)”是哪一个", en: "Which is “\(name)”"), items: items, current: 0))
      ]
    },
    answer: { choice, screen, services in
      guard let document = screen.content?.document else { return [] }
      let found = try MatchHolder.candidates(document, in: services.store)
      guard found.indices.contains(choice) else { return [] }
      let holder = found[choice]
      _ = try MatchHolder.link(document.id, to: holder, in: services.store, as: services.environment)
      return [.say(Label(zh: "已核对为“\(holder.title)”", en: "The holder is “\(holder.title)”"), .good)]
    })

  /// Asks which project an agreement became; the last choice makes a new one of it.
  private static let convertAgreement = RecordStep(
    label: Label(zh: "把这条签约转为项目", en: "Lead this agreement to its project"),
    refusal: { screen in
      screen.content.flatMap { LinkAgreement.refusal($0.document, screen.child ?? .unset) }
    },
    take: { screen, services in
      guard let document = screen.content?.document, let row = screen.child else { return [] }
      let found = try LinkAgreement.candidates(document, row, in: services.store)
      let items =
        found.map { Label(zh: "\($0.name)  \($0.code)", en: "\($0.name)  \($0.code)") }
        + [Label(zh: "新建储备项目，内容带入", en: "A new reserve project, filled in from it")]
      return [
        .ask(
          RecordScreen.stepAnswer,
          .choose(title: Label(zh: "这条签约是哪个项目", en: "Which project it became"), items: items, current: 0))
      ]
    },
    answer: { choice, screen, services in
      guard let document = screen.content?.document, let row = screen.child else { return [] }
      let found = try LinkAgreement.candidates(document, row, in: services.store)
      guard found.indices.contains(choice) else {
        let project = try LinkAgreement.project(document, row, in: services.store, as: services.environment)
        return try project.map { [.open(try FormScreen.filled($0, services))] } ?? []
      }
      let project = found[choice]
      _ = try LinkAgreement.link(
        document.id, row, to: project.id, in: services.store, as: services.environment)
      return [.say(Label(zh: "签约已转为“\(project.name)”", en: "The agreement became “\(project.name)”"), .good)]
    })

  private static let chooseTypical = RecordStep(
    label: Label(zh: "遴选为循环化改造典型园区", en: "Choose as a typical circular park"),
    refusal: { screen in
      guard let document = screen.content?.document else { return nil }
      guard document["grade"].text == "excellent" else {
        return Label(
          zh: "典型园区从优秀园区中遴选，最近等级不是优秀", en: "Typical parks are chosen from the best; its grade is not excellent")
      }
      guard let year = document["typical_year"].integer, year >= document["grade_year"].integer ?? 0 else { return nil }
      return Label(zh: "\(year)年度已列为典型园区", en: "It is a typical park of \(year) already")
    },
    take: { screen, services in
      guard let document = screen.content?.document else { return [] }
      var title = Recognition()
      title.id = services.environment.newID()
      title.title = "typical_park"
      title.level = "province"
      title.holderKind = "park"
      title.park = document.id
      title.region = document["region"].text ?? ""
      title.year = document["grade_year"].integer
      return [.open(try FormScreen.filled(Recognition.schema.document(title), services))]
    })
}

extension RecordScreen {
  /// The question that a step asks.
  static let stepAnswer = "step.answer"

  /// The child row under the cursor.
  var child: RecordID? { lines.indices.contains(spot.line) ? lines[spot.line].child : nil }

  /// Takes the register's only step, or asks which.
  func step(_ services: Services) throws -> [Effect] {
    let steps = RecordSteps.of(register.id)
    guard steps.count > 1 else { return try take(0, services) }
    return [
      .ask("step", .choose(title: Label(zh: "办理", en: "Steps"), items: steps.map(\.label), current: 0))
    ]
  }

  /// Takes one of the steps, unless something stands in its way.
  func take(_ index: Int, _ services: Services) throws -> [Effect] {
    let steps = RecordSteps.of(register.id)
    guard steps.indices.contains(index) else { return [] }
    if let refusal = steps[index].refusal(self) { return [.say(refusal, .warning)] }
    return try steps[index].take(self, services)
  }

  /// What a step's question was answered; nil where the question was another's.
  func answerStep(_ answer: Answer, to question: String, _ services: Services) throws -> [Effect]? {
    guard question == "step" || question == Self.stepAnswer else { return nil }
    guard case .chosen(let choice) = answer else { return [] }
    if question == "step" { return try take(choice, services) }
    for step in RecordSteps.of(register.id) {
      if let answer = step.answer { return try answer(choice, self, services) }
    }
    return []
  }
}
