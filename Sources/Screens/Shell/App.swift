import Domain
import Terminal
import UseCases
import Widgets

/// The state of everything: tabs, each a stack of screens, and what lies over them. One place where it changes.
package struct App {
  /// Makes the first screen of a tab when it is first looked at.
  package typealias Root = @Sendable (Services) throws -> any Screen

  struct Entry {
    var screen: any Screen
    /// Reads again before it is seen.
    var isStale: Bool
  }

  /// What screens may ask for; another language makes another one.
  package private(set) var services: Services
  /// The tab that is seen.
  package private(set) var tab: TabID
  /// Set when the program is to end.
  package internal(set) var exitStatus: Int32?
  /// Whether the mouse is wanted; the terminal follows.
  package var mouse = false
  var wantsRepaint = false
  var stacks: [TabID: [Entry]] = [:]
  var overlay: Overlay?
  /// What waits on each tab, shown beside its name.
  var waiting: [TabID: Int] = [:]
  var message: (label: Label, kind: Widgets.Frame.Message.Kind)?
  var size: Size
  let look: (zh: Look, en: Look)
  private let roots: [TabID: Root]
  private let mailbox: Mailbox
  private var version: Int?
  /// When what waits for anybody was counted last, and when it is to be counted again; nil where nothing has changed.
  var watchedAt: Instant?
  var watchDue: Instant?
  private var hintShown = false

  /// Shows the first screen of `start`; `notice` is said on the message line. Tabs without a root are not offered.
  package init(
    _ services: Services, roots: [TabID: Root], start: TabID, size: Size, mailbox: Mailbox = Mailbox(),
    ascii: Bool = false, notice: Label? = nil
  ) {
    self.services = services
    self.roots = roots
    self.size = size
    self.mailbox = mailbox
    tab = start
    look = (Look(.zh, ascii: ascii), Look(.en, ascii: ascii))
    version = try? services.store.dataVersion()
    show(start)
    countWaiting()
    watchDue = services.environment.now()
    if let notice { message = (notice, .warning) }
  }

  /// The tabs there are, in the order of their digits.
  package var tabs: [TabID] { TabID.allCases.filter { roots[$0] != nil } }
  /// The screen that is seen.
  package var screen: (any Screen)? { stacks[tab]?.last?.screen }
  /// How many screens lie on the current tab.
  package var depth: Int { stacks[tab]?.count ?? 0 }
  /// Whether leaving would lose what somebody has typed.
  package var hasUnsaved: Bool { stacks.values.contains { $0.contains { $0.screen.hasUnsaved } } }
  /// The look in the session's language.
  package var currentLook: Look { services.language == .zh ? look.zh : look.en }
  var bodySize: Size { Widgets.Frame.layout(size, messageRow: true).body.size }

  /// Shows what was typed and not saved the last time, over the first screen.
  package mutating func offerKeptTyping() {
    do {
      if let offer = FormScreen.restored(services) { try open(offer) }
    } catch {
      say(Trouble.message(error), .error)
    }
  }

  /// Whether everything is to be painted again; asked once after each event.
  package mutating func takeRepaint() -> Bool {
    defer { wantsRepaint = false }
    return wantsRepaint
  }

  // MARK: events

  /// Everything that happens; errors become one line.
  package mutating func handle(_ event: Event) {
    let before = station
    defer {
      let after = station
      if after != before {
        countWaiting()
        if after.looksElsewhere(since: before) {
          countWatched()
        } else if before.hasUnsaved, !after.hasUnsaved {
          countWatched(after: Self.ownPause)
        }
      }
    }
    do {
      switch event {
      case .resize(let size):
        self.size = size
        try fit()
      case .wake: try woken()
      case .resumed: break
      case .signal, .hangup: keepForReturn()
      case .key(let key): try handle(key)
      case .mouse(let mouse): try handle(mouse)
      case .paste: try give(event)
      }
    } catch {
      say(Trouble.message(error), .error)
    }
  }

  private mutating func woken() throws {
    for answer in mailbox.take() { answer(&self) }
    if due != nil { try eachScreen { try $0.keepWhenDue($1) } }
    if screen?.holdsLibrary == true { return }
    try lookForChanges()
    if watchedIn == 0 { countWatched() }
    try withScreen { screen, services in
      screen.lookAround(services)
      return []
    }
  }

  /// Reads the visible screen again where somebody else has written.
  private mutating func lookForChanges() throws {
    let now = try services.store.dataVersion()
    guard now != version else { return }
    version = now
    countWatched(after: Self.watchPause)
    markStale()
    countWaiting()
    try freshen()
  }

  private mutating func handle(_ key: Key) throws {
    message = nil
    if screen?.holdsLibrary == true { return try give(.key(key)) }
    let counting = services.counting
    counting.hold()
    defer { counting.resume() }
    try lookForChanges()
    if overlay != nil { return try handleOverlay(.key(key)) }
    guard let screen else { return }
    switch Self.press(screen, key) {
    case .run(let id): try run(id, key: key)
    case .refused(let reason): say(reason, .warning)
    case .none:
      if key == .control("c") { return askToQuit() }
      if !screen.isTyping, key.showsInputMethod {
        if !hintShown {
          say(
            Label(zh: "输入法处于中文状态：请切换到英文，或用功能键", en: "The input method is on: switch it off, or use the function keys"))
        }
        hintShown = true
        return
      }
      hintShown = false
      try give(.key(screen.isTyping ? key : key.folded))
    }
  }

  /// What a key or a name means on a screen, whatever the screen's type.
  enum Press {
    case none
    case run(String)
    case refused(Label)

    init<S: Screen>(_ press: ActionTable<S>.Press, _ screen: S) {
      switch press {
      case .none: self = .none
      case .run(let id): self = .run(id)
      case .refused(let reason): self = .refused(Label(zh: reason.zh.string, en: reason.en.string))
      }
    }
  }

  private static func press<S: Screen>(_ screen: S, _ key: Key) -> Press {
    if screen.ownsKeys, S.actions.action(for: key)?.id.hasPrefix("common.") != true { return .none }
    return Press(S.actions.press(key, screen, typing: screen.isTyping), screen)
  }

  private mutating func handle(_ mouse: Mouse) throws {
    if screen?.holdsLibrary == true { return }
    if overlay != nil { return try handleOverlay(.mouse(mouse)) }
    switch frame.hit(mouse.point, in: size, messageRow: true) {
    case .tab(let index):
      guard tabs.indices.contains(index), mouse.action == .press else { return }
      try go(tabs[index])
    case .action(let id): if mouse.action == .press { try choose(id) }
    case .message: message = nil
    case .body(let point): try give(.mouse(Mouse(action: mouse.action, point: point)))
    }
  }

  private mutating func give(_ event: Event) throws {
    if overlay != nil { return try handleOverlay(event) }
    try withScreen { try $0.handle(event, $1) }
  }

  /// Changes the visible screen in place and does what it asks for.
  mutating func withScreen(_ body: (inout any Screen, Services) throws -> [Effect]) throws {
    guard var stack = stacks[tab], !stack.isEmpty else { return }
    let last = stack.count - 1
    // Taken out while it changes, so that its arrays are not copied.
    stacks[tab] = nil
    let result = Result { try body(&stack[last].screen, services) }
    stacks[tab] = stack
    for effect in try result.get() { try apply(effect) }
  }

  /// Changes a screen of one kind wherever it lies: how a job's answer finds the screen that asked.
  package mutating func update<S: Screen>(_ type: S.Type, _ body: (inout S) -> Void) {
    for (tab, stack) in stacks {
      var stack = stack
      for index in stack.indices {
        guard var screen = stack[index].screen as? S else { continue }
        body(&screen)
        stack[index].screen = screen
      }
      stacks[tab] = stack
    }
  }

  /// Says a sentence on the message line, until the next key.
  package mutating func say(_ label: Label, _ kind: Widgets.Frame.Message.Kind = .plain) {
    message = (label, kind)
  }

  // MARK: tabs

  mutating func show(_ tab: TabID) {
    do { try go(tab) } catch { say(Trouble.message(error), .error) }
  }

  mutating func go(_ tab: TabID) throws {
    guard let root = roots[tab] else { return }
    if stacks[tab] == nil { stacks[tab] = [Entry(screen: try root(services), isStale: true)] }
    self.tab = tab
    // What was saved on another tab is to be seen here.
    if let last = stacks[tab]?.indices.last { stacks[tab]?[last].isStale = true }
    try freshen()
  }

  mutating func open(_ screen: any Screen) throws {
    stacks[tab, default: []].append(Entry(screen: screen, isStale: true))
    try freshen()
  }

  /// Takes the visible screen away and comes back to the one below.
  mutating func leave() throws {
    guard depth > 1, var closed = stacks[tab]?.popLast()?.screen else { return }
    closed.left()
    if let last = stacks[tab]?.indices.last { stacks[tab]?[last].isStale = true }
    try freshen()
  }

  mutating func markStale() {
    for tab in stacks.keys {
      for index in stacks[tab]?.indices ?? 0..<0 { stacks[tab]?[index].isStale = true }
    }
  }

  /// Fits the visible screen and reads it again where that is due.
  mutating func freshen() throws {
    guard let last = stacks[tab]?.indices.last else { return }
    try fit()
    guard stacks[tab]?[last].isStale == true else { return }
    stacks[tab]?[last].isStale = false
    try withScreen { screen, services in
      try screen.refresh(services)
      return []
    }
  }

  private mutating func fit() throws {
    let size = bodySize
    try withScreen { screen, services in
      try screen.resize(size, services)
      return []
    }
  }

  mutating func speak(_ language: Language) throws {
    services = services.speaking(language)
    markStale()
    try freshen()
  }

  /// Keeps everything typed, wherever it lies.
  package mutating func keepAll() { eachScreen { $0.keep($1) } }

  /// In how many milliseconds there is something to do although no key comes; nil where there is nothing.
  package var due: Int? {
    (stacks.values.flatMap { $0.compactMap { $0.screen.keepDue(services) } } + [watchedIn].compactMap { $0 }).min()
  }

  private mutating func eachScreen(_ body: (inout any Screen, Services) throws -> Void) rethrows {
    let services = services
    for tab in stacks.keys {
      for index in stacks[tab]?.indices ?? 0..<0 {
        guard var screen = stacks[tab]?[index].screen else { continue }
        try body(&screen, services)
        stacks[tab]?[index].screen = screen
      }
    }
  }
}
