import Domain
import Terminal
import UseCases
import Widgets

/// What can be done on 台账.
enum RegistersActions {
  static let table: ActionTable<RegistersScreen> = Common.table([
    act("registers.open", "打开", "Open", ["Enter"], rank: 1),
    act("registers.next", "下一项行动", "Next action of the plan", ["Tab"], short: ("下一行动", "next"), rank: 2),
    act("registers.previous", "上一项行动", "Previous action of the plan", ["Shift-Tab"]),
    act("registers.new", "新建", "New", ["i"], twin: "F5", rank: 3, disabled: noNew),
    act(
      "registers.packages", "数据包：与别的库往来", "Packages between libraries", ["H"], twin: "Alt-h",
      short: ("数据包", "packages"), rank: 55,
      disabled: { $0.mayHandlePackages ? nil : Label(zh: "数据包由管理员收发", en: "Administrators handle packages").caption }),
  ])

  private static let noNew: @Sendable (RegistersScreen) -> Caption? = { screen in
    screen.current.flatMap { screen.writing[$0.register.id]?.new }
  }

  private static let act = ActionMaker<RegistersScreen>("台账", "Registers")
}

extension RegistersScreen {
  package mutating func perform(_ action: String, _ services: Services) throws -> [Effect] {
    switch action {
    case "registers.open": return open(services)
    case "registers.next": jump(1)
    case "registers.previous": jump(-1)
    case "registers.packages": return [.open(try PackagesScreen(tab: tab, services))]
    case "registers.new":
      guard let register = current?.register else { return [] }
      return [.open(try FormScreen.new(register.id, services))]
    default: break
    }
    return []
  }

  /// The register's list, or that of what waits in it.
  private func open(_ services: Services) -> [Effect] {
    guard let register = current?.register else { return [] }
    guard let matter else { return [.open(LibraryScreen(register, tab: .registers, services))] }
    return [
      .open(
        LibraryScreen(
          register, tab: .registers, services, fixed: matter.filter(on: services.today, reference.settings),
          title: matter.label))
    ]
  }

  package mutating func handle(_ event: Event, _ services: Services) throws -> [Effect] {
    switch event {
    case .key(.up), .key(.character("k")): move(by: -1)
    case .key(.down), .key(.character("j")): move(by: 1)
    case .key(.left), .key(.character("h")): spot.stop = max(0, spot.stop - 1)
    case .key(.right), .key(.character("l")): spot.stop = min(spot.stop + 1, current?.matters.count ?? 0)
    case .key(.pageUp): move(by: -max(1, areas.list.height - 1))
    case .key(.pageDown): move(by: max(1, areas.list.height - 1))
    case .key(.home), .key(.character("g")): move(by: -rows.count)
    case .key(.end), .key(.character("G")): move(by: rows.count)
    case .mouse(let mouse): return press(mouse, services)
    default: break
    }
    return []
  }

  private mutating func move(by step: Int) {
    spot = Spot(row: min(max(0, spot.row + step), max(0, rows.count - 1)))
    settle()
  }

  /// The first register of the next action of the plan.
  private mutating func jump(_ step: Int) {
    let firsts = rows.indices.filter { $0 == 0 || rows[$0].part != rows[$0 - 1].part }
    guard let here = firsts.lastIndex(where: { $0 <= spot.row }) else { return }
    spot = Spot(row: firsts[(here + step + firsts.count) % firsts.count])
    settle()
  }

  private mutating func press(_ mouse: Mouse, _ services: Services) -> [Effect] {
    switch mouse.action {
    case .wheelUp: move(by: -3)
    case .wheelDown: move(by: 3)
    case .press, .doublePress:
      let row = top + mouse.point.y - areas.list.y
      guard areas.list.contains(mouse.point), rows.indices.contains(row) else { return [] }
      let stop = pieces(rows[row]).last { $0.x <= mouse.point.x }?.stop ?? 0
      let pressed = Spot(row: row, stop: stop)
      let again = pressed == spot
      spot = pressed
      settle()
      if again || mouse.action == .doublePress { return open(services) }
    }
    return []
  }
}
