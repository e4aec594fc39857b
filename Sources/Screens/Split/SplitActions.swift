import Domain
import Terminal
import UseCases
import Widgets

/// What can be done with a split.
enum SplitActions {
  static let table: ActionTable<SplitScreen> = Common.table([
    act("split.next", "下一项", "Next field", ["Tab"], short: ("下一项", "next"), rank: 1),
    act("split.previous", "上一项", "Previous field", ["Shift-Tab"]),
    act(
      "split.save", "保存分解", "Save the parts", ["^S"], short: ("保存", "save"), rank: 2, disabled: { $0.refusal?.caption }),
    act("split.choose", "选择", "Choose", ["F2"], twin: "^O", short: ("选择", "choose"), rank: 3),
    act("split.again", "按依据重算", "Propose again by the basis", ["F5"], twin: "Alt-r", short: ("重算", "propose"), rank: 4),
    act("split.undo", "撤销", "Undo in this field", ["F7"], twin: "Alt-u", short: ("撤销", "undo"), rank: 6),
    act("split.list", "目标清单", "The list of targets", ["F9"], twin: "Alt-t", short: ("目标清单", "targets"), rank: 8),
  ])

  private static let act = ActionMaker<SplitScreen>("目标分解", "Split of targets")
}

extension SplitScreen {
  /// Why nothing can be saved now.
  var refusal: Label? { isDirty ? nil : Label(zh: "没有改动", en: "Nothing has changed") }

  package mutating func perform(_ action: String, _ services: Services) throws -> [Effect] {
    message = nil
    switch action {
    case "split.next": try type(.key(.tab), services)
    case "split.previous": try type(.key(.backTab), services)
    case "split.choose": try type(.key(.function(2)), services)
    case "split.undo": try type(.key(.function(7)), services)
    case "split.again":
      guard basis != "hand" else {
        message = (Label(zh: "手工分解不重算，先选别的依据", en: "By hand nothing is proposed; choose another basis"), .plain)
        return []
      }
      try begin(services, propose: true)
      needsKeep = isDirty
      keepTyping(services, atEnd: true)
    case "split.save": return try save(services)
    case "split.list":
      let filter = Filter.where("region", .equal, .text(subject.region))
        .and("indicator", .equal, .text(subject.indicator))
      guard let register = Registers.named(RegionTarget.schema.id) else { return [] }
      return [.open(LibraryScreen(register, tab: tab, services, fixed: filter, title: title))]
    default: break
    }
    return []
  }

  package mutating func handle(_ event: Event, _ services: Services) throws -> [Effect] {
    try type(event, services)
    return []
  }

  package mutating func stepBack(_ services: Services) throws -> Bool {
    guard form.picker != nil else { return false }
    try type(.key(.escape), services)
    return true
  }

  private mutating func save(_ services: Services) throws -> [Effect] {
    form.settle(hooks(services))
    judge()
    if let key = form.order.first(where: { form.problem($0) != nil }) {
      form.focus(key)
      message = (Label(zh: "有一项要先改正，未保存", en: "A field is to be put right first; nothing saved"), .error)
      return []
    }
    guard let split else { return [] }
    let rest = split.rest(outcome) ?? .zero
    guard rest != .zero else { return try write(services) }
    // Parts that do not add up may be meant; they are asked about once, and shown from then on.
    let unit = split.indicator.unit
    let gap = rest.magnitude.grouped
    return [
      .ask(
        "save",
        .confirm(
          title: Label(zh: "下级之和不等于本级目标", en: "The parts do not add up to the whole"),
          text: Label(
            zh: rest.isNegative ? "多出 \(gap) \(unit.zh)。仍保存？" : "还余 \(gap) \(unit.zh)未分解。仍保存？",
            en: (rest.isNegative ? "\(gap) \(unit.en) over the whole" : "\(gap) \(unit.en) not given to anybody")
              + ". Save all the same?"),
          yes: Label(zh: "保存", en: " save")))
    ]
  }

  package mutating func answer(_ answer: Answer, to question: String, _ services: Services) throws -> [Effect] {
    question == "save" && answer == .yes ? try write(services) : []
  }

  private mutating func write(_ services: Services) throws -> [Effect] {
    guard let split else { return [] }
    let act = SplitTarget.Act(
      basis: basis, document: form.text(FormKey("document")),
      documentDay: Day(parsing: form.text(FormKey("document_day"))), note: form.text(FormKey("note")))
    do {
      let count = try SplitTarget.run(split, values: values, act, in: services.store, as: services.environment)
      isDirty = false
      dropKept(services)
      try begin(services, propose: false)
      message = (Label(zh: "已保存\(count)个地区的目标", en: "Targets of \(counted(count, "region")) saved"), .good)
    } catch StoreError.conflict {
      keepTyping(services, atEnd: true)
      message = (
        Label(zh: "他人刚改了其中的目标，未保存：退出重进再核对", en: "Somebody changed one of the targets: nothing saved, open it again"),
        .error
      )
    } catch {
      keepTyping(services, atEnd: true)
      let reason = Trouble.message(error)
      message = (Label(zh: "未保存：\(reason.zh)", en: "Not saved: \(reason.en)"), .error)
    }
    return []
  }

  // MARK: keeping what is typed

  private static func slot(_ services: Services) -> String { "split~" + services.environment.actor.person }

  mutating func keepTyping(_ services: Services, atEnd: Bool) {
    guard isDirty, needsKeep else { return }
    let now = services.environment.now()
    if !atEnd, wait(now) > 0 { return }
    triedAt = now
    var raw: [String: String] = [:]
    for (key, text) in form.state.texts {
      if let row = key.row, key.field == "parts.value" || key.field == "parts.weight" {
        raw["\(key.field)/\(row)"] = text
      } else if key.row == nil {
        raw[key.field] = text
      }
    }
    let document = Document(
      register: RegionTarget.schema.id, id: services.environment.newID(),
      values: ["region": .text(subject.region), "series": .text(subject.series), "split": .text(basis)])
    do {
      try services.scratch.keep(
        Scratch(document: document, base: 0, raw: raw, savedAt: now), person: Self.slot(services))
      needsKeep = false
    } catch {
      let reason = Trouble.message(error)
      message = (Label(zh: "输入未能留底：\(reason.zh)", en: "The typing could not be kept: \(reason.en)"), .error)
    }
  }

  /// Typing of the last time, where it was of this region: its subject is taken up with it.
  mutating func takeKept(_ services: Services) -> [FormKey: String]? {
    guard let kept = services.scratch.load(person: Self.slot(services)),
      kept.document["region"].text == subject.region, let year = kept.raw["year"].flatMap({ Int($0) })
    else { return nil }
    subject.indicator = kept.raw["indicator"] ?? subject.indicator
    subject.span = kept.raw["span"] ?? subject.span
    subject.year = year
    basis = kept.raw["basis"] ?? basis
    isDirty = true
    message = (Label(zh: "已恢复未存的分解，请接着填", en: "Your unsaved split is back, go on"), .good)
    var texts: [FormKey: String] = [:]
    for (path, text) in kept.raw {
      let parts = path.split(separator: "/").map(String.init)
      texts[parts.count == 2 ? FormKey(parts[0], row: parts[1]) : FormKey(path)] = text
    }
    return texts
  }

  private func dropKept(_ services: Services) { try? services.scratch.discard(person: Self.slot(services)) }

  private func wait(_ now: Instant) -> Int {
    guard let triedAt, now >= triedAt else { return 0 }
    return max(0, 2000 - Int(now.milliseconds - triedAt.milliseconds))
  }

  package mutating func keep(_ services: Services) {
    form.settle(hooks(services))
    needsKeep = isDirty
    keepTyping(services, atEnd: true)
  }

  package func keepDue(_ services: Services) -> Int? {
    isDirty && needsKeep ? wait(services.environment.now()) : nil
  }

  package mutating func keepWhenDue(_ services: Services) { keepTyping(services, atEnd: false) }
}
