import Domain
import Terminal
import UseCases
import Widgets

/// 台账: every further register of the plan by the plan's actions, with its records and what waits in it.
package struct RegistersScreen: Screen {
  /// One register's line.
  struct Row {
    let register: Register
    let part: PlanPart
    /// Nil while it is not known.
    var count: Int?
    /// How many wait, by matter; nil while they are counted.
    var waiting: [Int]?

    /// The matters that something waits in, the most pressing first.
    var matters: [(matter: Matter, count: Int)] {
      guard let waiting else { return [] }
      return zip(register.matters, waiting).filter { $1 > 0 }.map { ($0, $1) }
    }
  }

  /// A line, and on it the register (0) or one of its matters.
  struct Spot: Hashable {
    var row = 0
    var stop = 0
  }

  let id: RecordID
  let reference: ReferenceTables
  let today: Day
  let mayHandlePackages: Bool
  let writing: [String: Writing]
  var rows: [Row]
  var spot = Spot()
  var top = 0
  var size = Size(width: 80, height: 21)
  var language: Language

  /// Lists the registers that the person may see.
  package init(_ services: Services) {
    id = services.environment.newID()
    reference = services.reference
    today = services.today
    writing = Writing.all(services)
    mayHandlePackages = services.environment.access.mayAnywhere(.upkeep, "library")
    language = services.language
    rows = Self.registers(services.environment.access)
  }

  package static var actions: ActionTable<RegistersScreen> { RegistersActions.table }
  package var tab: TabID { .registers }

  /// The registers without a tab of their own that the person may see, in the order of the plan's actions.
  static func registers(_ access: Access) -> [Row] {
    let all = Registers.all.compactMap { register -> Row? in
      guard TabID(of: register.id) == .registers, let part = PlanPart(clause: register.clause),
        ![.people, .books].contains(RegisterGroup(of: register.id)), access.mayAnywhere(.see, register.id)
      else { return nil }
      return Row(register: register, part: part)
    }
    let actions = PlanPart.allCases.filter { $0 != .goals && $0 != .areas } + [.goals, .areas]
    return actions.flatMap { part in all.filter { $0.part == part } }
  }

  var current: Row? { rows.indices.contains(spot.row) ? rows[spot.row] : nil }

  /// The matter under the cursor.
  var matter: Matter? {
    guard let matters = current?.matters, spot.stop > 0, spot.stop <= matters.count else { return nil }
    return matters[spot.stop - 1].matter
  }

  package var status: Widgets.Frame.Message? {
    let late = rows.flatMap(\.matters).filter(\.matter.isLate).reduce(0) { $0 + $1.count }
    let records = rows.compactMap(\.count).reduce(0, +)
    let isCounted = rows.allSatisfy { $0.waiting != nil }
    let text = Label(
      zh: "\(thin(rows.count))张台账  共\(thin(records))条" + (isCounted ? "  逾期\(thin(late))项" : "  待办正在统计"),
      en: counted(rows.count, "register") + ", " + counted(records, "record") + ", "
        + (isCounted ? "\(thin(late)) late" : "counting what waits"))
    return Widgets.Frame.Message(CleanText(text[language]), kind: late > 0 ? .warning : .plain)
  }

  // MARK: reading

  package mutating func refresh(_ services: Services) throws {
    language = services.language
    let registers = rows.map(\.register.id)
    let counts = try services.store.read { library in
      try registers.map { try library.totals($0, where: .all, sums: []).count }
    }
    for (index, count) in counts.enumerated() { rows[index].count = count }
    settle()
    countWaiting(services)
  }

  /// What waits is looked for beside the screen; the figures before stay until the new ones are there.
  private func countWaiting(_ services: Services) {
    let (id, store, today, registers) = (id, services.store, services.today, rows.map(\.register))
    let settings = reference.settings
    services.launch(
      Job(lane: "registers.\(id.text)") { isCancelled in
        do {
          var found: [[Int]] = []
          for register in registers {
            found.append(
              try register.matters.map { matter in
                if isCancelled() { throw StoreError.interrupted }
                let filter = matter.filter(on: today, settings)
                return try store.read { try $0.totals(register.id, where: filter, sums: []).count }
              })
          }
          let counts = found
          return { app in app.update(RegistersScreen.self) { if $0.id == id { $0.take(counts) } } }
        } catch {
          return { app in app.say(Trouble.message(error), .error) }
        }
      })
  }

  mutating func take(_ counts: [[Int]]) {
    for (index, waiting) in counts.enumerated() where rows.indices.contains(index) { rows[index].waiting = waiting }
    settle()
  }

  package mutating func resize(_ size: Size, _ services: Services) throws {
    self.size = size
    settle()
  }

  /// Keeps the cursor on a line that is there, and in sight.
  mutating func settle() {
    spot.row = min(max(0, spot.row), max(0, rows.count - 1))
    spot.stop = min(max(0, spot.stop), current?.matters.count ?? 0)
    let seen = max(1, areas.list.height)
    top = min(max(top, spot.row - seen + 1), spot.row)
    top = min(max(0, top), max(0, rows.count - seen))
  }

  package func explanation(_ services: Services) -> Question? {
    guard let register = current?.register else { return nil }
    let clauses = register.clauses.compactMap(PlanClauses.named)
    func text(_ language: Language) -> String {
      var lines = clauses.map { clause in
        "\(clause.id) \(clause.label[language])"
          + (clause.departments.isEmpty
            ? ""
            : Label(zh: "（", en: " (")[language] + clause.departments.joined(separator: "、")
              + Label(zh: "）", en: ")")[language])
      }
      if let matter {
        lines.append(
          Label(zh: "条件：", en: "Condition: ")[language]
            + matter.filter(on: today, reference.settings).sentence(register, reference, language))
      }
      return lines.joined(separator: "\n")
    }
    return .show(title: matter?.label ?? register.label, text: Label(zh: text(.zh), en: text(.en)))
  }
}
