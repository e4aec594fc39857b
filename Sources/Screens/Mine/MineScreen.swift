import Domain
import Terminal
import UseCases
import Widgets

/// 我的: what came back, what is due, what waits to be taken up again; empty is a good sign.
package struct MineScreen: Screen {
  /// One line: a heading, a row under it, or that there is none.
  enum Line: Hashable {
    case heading(Int)
    case row(Int, Int)
    case nothing(Int)
  }

  let id: RecordID
  let reference: ReferenceTables
  /// Of projects.
  let writing: Writing
  var content = MineContent()
  var cursor = Line.heading(0)
  var top = 0
  var size = Size(width: 80, height: 21)
  var language: Language

  /// What waits is read when it is first shown.
  package init(_ services: Services) {
    id = services.environment.newID()
    reference = services.reference
    writing = Writing(Project.schema.id, services)
    language = services.language
  }

  package static var actions: ActionTable<MineScreen> { MineActions.table }
  package var tab: TabID { .mine }

  package var status: Widgets.Frame.Message? {
    if isClear {
      return Widgets.Frame.Message(
        CleanText(Label(zh: "没有要办的事，好兆头", en: "Nothing waits for you: a good sign")[language]), kind: .good)
    }
    guard let findings = content.findings else { return nil }
    let said = Label(
      zh: "退回和草稿中：错误\(findings.errors)处，提醒\(findings.warnings)处",
      en: "In what was returned and in drafts: "
        + counted(findings.errors, "error") + ", " + counted(findings.warnings, "warning"))
    return Widgets.Frame.Message(CleanText(said[language]), kind: findings.errors > 0 ? .warning : .plain)
  }

  /// Nothing in any section but the person's own last changes.
  var isClear: Bool {
    !content.sections.isEmpty && content.sections.allSatisfy { $0.rows.isEmpty || $0.id == "changes" }
  }

  var lines: [Line] {
    content.sections.enumerated().flatMap { index, section -> [Line] in
      let rows = section.rows.indices.map { Line.row(index, $0) }
      return [.heading(index)] + (rows.isEmpty ? [.nothing(index)] : rows)
    }
  }

  // MARK: reading

  package mutating func refresh(_ services: Services) throws {
    language = services.language
    let before = content
    let isFirst = before.sections.isEmpty
    content = try MineContent.read(services)
    content.findings = before.findings
    // What was counted is shown until it is counted again.
    for index in content.sections.indices where content.sections[index].count == nil {
      content.sections[index].count = before.sections.first { $0.id == content.sections[index].id }?.count
    }
    if isFirst { cursor = lines.first { if case .row = $0 { true } else { false } } ?? .heading(0) }
    settle()
    countRest(services)
  }

  /// Long lists are counted, and what is still to be submitted is checked, beside the screen.
  private func countRest(_ services: Services) {
    let kept: Set = ["returned", "drafts"]
    let long = content.sections.filter {
      $0.rows.count >= MineContent.most && !$0.lists.isEmpty && !kept.contains($0.id)
    }
    let own = content.sections.filter { kept.contains($0.id) }.flatMap(\.rows)
    let (id, store, environment) = (id, services.store, services.environment)
    services.launch(
      Job(lane: "mine.\(id.text)") { isCancelled in
        do {
          var counts: [String: Int] = [:]
          for section in long {
            counts[section.id] = try section.lists.reduce(0) { sum, query in
              try sum + store.read { try $0.totals(query.register, where: query.filter, sums: []).count }
            }
          }
          var findings = (errors: 0, warnings: 0)
          for row in own {
            guard !isCancelled(), case .record(let register, let id) = row.target, let found = Registers.named(register)
            else { continue }
            let listed = try store.read { library -> [Finding] in
              guard let document = try library.document(register, id) else { return [] }
              return found.check(
                document,
                RuleContext(
                  reference: store.reference, library: library.lookup, today: environment.today,
                  scope: environment.scope(register)))
            }
            findings.errors += listed.count { $0.severity == .error }
            findings.warnings += listed.count(where: \.isOpenWarning)
          }
          let (counted, checked) = (counts, findings)
          return { app in app.update(MineScreen.self) { if $0.id == id { $0.take(counted, checked) } } }
        } catch {
          return { app in app.say(Trouble.message(error), .error) }
        }
      })
  }

  mutating func take(_ counts: [String: Int], _ findings: (errors: Int, warnings: Int)) {
    for index in content.sections.indices {
      if let count = counts[content.sections[index].id] { content.sections[index].count = count }
    }
    content.findings = findings
  }

  package mutating func resize(_ size: Size, _ services: Services) throws {
    self.size = size
    settle()
  }

  /// Keeps the cursor on a line that is there, and in sight.
  mutating func settle() {
    let lines = lines
    if !lines.contains(cursor) {
      if case .row(let section, _) = cursor, content.sections.indices.contains(section) {
        let last = content.sections[section].rows.indices.last
        cursor = last.map { .row(section, $0) } ?? .heading(section)
      } else {
        cursor = .heading(0)
      }
    }
    let place = lines.firstIndex(of: cursor) ?? 0
    top = min(max(top, place - max(1, size.height) + 1), place)
    // Its heading is seen with the first row.
    if case .row(_, 0) = cursor, top == place, place > 0, size.height > 1 { top -= 1 }
    top = min(max(0, top), max(0, lines.count - size.height))
  }
}
