import Domain
import Foundation
import Store
import Synchronization
import Terminal
import Widgets

@testable import Screens
@testable import UseCases

/// A clock that a test moves.
final class FormClock: Sendable {
  private let milliseconds = Mutex<Int64>(1_686_722_583_000)
  private let serial = Mutex<UInt64>(0)

  func now() -> Instant { Instant(milliseconds: milliseconds.withLock { $0 }) }
  func pass(_ more: Int64) { milliseconds.withLock { $0 += more } }
  func id() -> RecordID {
    serial.withLock {
      $0 += 1
      return RecordID(high: 0x0188_0000_0000_7000, low: 0x8000_0000_0000_0000 + $0)
    }
  }
}

/// Screens over a real library in a folder of their own, driven by keys alone, as the app drives them.
final class FormDriver {
  let folder: String
  let store: SQLiteStore
  let clock = FormClock()
  let services: Services
  var stack: [any Screen] = []
  var asked: (name: String, question: Question)?
  var said: Label?
  var size: Size

  init(person: String = "钱填报", width: Int = 80, height: Int = 21) throws {
    folder = NSTemporaryDirectory() + "sanku-form-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = folder + "/库.sanku"
    let info = LibraryInfo(id: RecordID(high: 1, low: 1), region: "330000", mark: "ZJ")
    store = try SQLiteStore.create(path, info: info)
    services = Self.services(store, path, clock, person)
    size = Size(width: width, height: height)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  static func services(_ store: SQLiteStore, _ path: String, _ clock: FormClock, _ person: String) -> Services {
    let actor = Actor(person: person, origin: "terminal", region: "330523")
    let environment = Environment(actor: actor, now: { clock.now() }, newID: { clock.id() })
    return Services(
      store: store, scratch: FileScratch(library: path), environment: environment, language: .zh, launch: { _ in })
  }

  // MARK: - Records

  @discardableResult
  func save(_ register: String, _ values: [String: Value], children: [String: [ChildRow]] = [:]) throws -> Document {
    let document = Document(register: register, id: clock.id(), values: values, children: children)
    // As a new library is filled: what was filed comes with it.
    return try store.write(as: services.environment) {
      try SaveRecord.write(
        document, base: 0, action: SaveRecord.action, in: $0, store, services.environment, isGuarded: false)
    }.document
  }

  @discardableResult
  func enterprise(_ name: String = "安吉某某水泥有限公司", _ code: String = "91330523MA2ABCDE0X") throws -> Document {
    try save(
      "enterprises",
      [
        "credit_code": .text(code), "plant": .text("00"), "name": .text(name), "region": .text("330523"),
        "industry": .text("3011"), "sector": .text("building_materials"), "state": .text("running"),
      ])
  }

  @discardableResult
  func line(_ enterprise: RecordID, _ name: String = "2#熟料线") throws -> Document {
    try save(
      "efficiency",
      [
        "enterprise": .record(enterprise), "region": .text("330523"), "line": .text(name), "state": .text("running"),
        "year": .integer(2022), "product": .text("水泥熟料"), "capacity": .amount(Amount(2500)),
        "output": .amount(Amount(750_000)), "consumption": .amount(Amount(108)), "basis": .text("equivalent"),
      ])
  }

  func record(_ register: String, _ id: RecordID) throws -> Document? {
    try store.read { try $0.document(register, id) }
  }

  // MARK: - Screens

  func open(_ screen: any Screen) throws {
    stack.append(screen)
    try withTop { screen, services in
      try screen.resize(size, services)
      try screen.refresh(services)
      return []
    }
  }

  var form: FormScreen? { stack.last as? FormScreen }

  private func withTop(_ body: (inout any Screen, Services) throws -> [Effect]) throws {
    guard !stack.isEmpty else { return }
    let effects = try body(&stack[stack.count - 1], services)
    for effect in effects { try apply(effect) }
  }

  private func apply(_ effect: Effect) throws {
    switch effect {
    case .open(let screen): try open(screen)
    case .back:
      stack.removeLast()
      if !stack.isEmpty {
        try withTop { screen, services in
          try screen.refresh(services)
          return []
        }
      }
    case .ask(let name, let question): asked = (name, question)
    case .say(let label, _): said = label
    case .go, .run, .work, .quit: break
    }
  }

  func answer(_ answer: Answer) throws {
    guard let asked else { return }
    self.asked = nil
    try withTop { try $0.answer(answer, to: asked.name, $1) }
  }

  func press(_ key: Key) throws {
    guard let top = stack.last else { return }
    func action<S: Screen>(_ screen: S) -> ActionTable<S>.Press {
      S.actions.press(key, screen, typing: screen.isTyping)
    }
    func pressed<S: Screen>(_ screen: S) throws -> Bool {
      switch action(screen) {
      case .run(let id):
        if id.hasPrefix("common.") { return true }
        try withTop { try $0.perform(id, $1) }
        return true
      case .refused(let reason):
        said = Label(zh: reason.zh.string, en: reason.en.string)
        return true
      case .none: return false
      }
    }
    if try pressed(top) { return }
    try withTop { try $0.handle(.key(key), $1) }
  }

  /// Types text; `\t` is Tab.
  func type(_ text: String) throws {
    for character in text { try press(character == "\t" ? .tab : .character(character)) }
  }

  func paste(_ text: String) throws { try withTop { try $0.handle(.paste(text), $1) } }

  /// Puts the focus on a field; a row by its place in the list.
  func go(_ field: String, row: Int? = nil) throws {
    guard var form else { return }
    var key = FormKey(field)
    if let row, let list = field.split(separator: ".").first {
      key = FormKey(field, row: form.form.state.rows[String(list)]?[row])
    }
    form.form.focus(key)
    stack[stack.count - 1] = form
  }

  func text(_ field: String, row: Int? = nil) -> String {
    guard let form else { return "" }
    guard let row, let list = field.split(separator: ".").first else { return form.form.text(FormKey(field)) }
    return form.form.text(FormKey(field, row: form.form.state.rows[String(list)]?[row]))
  }

  var status: String { stack.last?.status?.text.string ?? "" }

  func frame() -> String {
    var canvas = Canvas(size: size)
    stack.last?.draw(in: &canvas, .zh)
    return canvas.text
  }

  /// The whole screen as the app frames it.
  func whole() -> String {
    guard let top = stack.last else { return "" }
    let look: Widgets.Look = (top as? FormScreen)?.desk.language == .en ? .en : .zh
    func footer<S: Screen>(_ screen: S) -> Footer {
      S.actions.footer(width: size.width, screen, look, typing: screen.isTyping)
    }
    let tabs = TabID.allCases.map { Widgets.Frame.Tab(digit: $0.rawValue, name: CleanText($0.label.zh)) }
    let frame = Widgets.Frame(
      tabs: tabs, current: top.tab.rawValue, session: "安吉县 钱填报", message: top.status, footer: footer(top))
    var canvas = Canvas(size: Size(width: size.width, height: size.height + 3))
    let body = frame.draw(in: &canvas, messageRow: true)
    canvas.inside(body) { top.draw(in: &$0, look) }
    return canvas.text
  }
}
