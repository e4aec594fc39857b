import Domain
import Terminal
import UseCases
import Widgets

/// One screen: its state is the value itself; everything that happens to it goes through these few functions.
package protocol Screen {
  /// All that can be done here, the frame's own actions (`Common.actions`) included.
  static var actions: ActionTable<Self> { get }
  /// Which tab it lives on.
  var tab: TabID { get }
  /// Whether a text field has the focus, so that letters are text.
  var isTyping: Bool { get }
  /// Whether a part of the screen (a search, a filter builder) has every key but the frame's own.
  var ownsKeys: Bool { get }
  /// A long write of this screen has the library: every key is the screen's, and nothing else is read until it ends.
  var holdsLibrary: Bool { get }
  /// Something typed that closing would put aside.
  var hasUnsaved: Bool { get }
  /// What is filtered, counted or saved: the line above the footer.
  var status: Widgets.Frame.Message? { get }
  /// Does an action of the table.
  mutating func perform(_ action: String, _ services: Services) throws -> [Effect]
  /// Takes an event that no action has claimed.
  mutating func handle(_ event: Event, _ services: Services) throws -> [Effect]
  /// Reads again what is shown: on opening, on coming back, after somebody else wrote. The place stays.
  mutating func refresh(_ services: Services) throws
  /// What a dialog or picker that this screen asked for has answered.
  mutating func answer(_ answer: Answer, to question: String, _ services: Services) throws -> [Effect]
  /// Draws the body; nothing is read here.
  func draw(in canvas: inout Canvas, _ look: Look)
  /// Tells the screen how large its body is before events and drawing, so that it reads exactly a window.
  mutating func resize(_ size: Size, _ services: Services) throws
  /// Takes one step back inside the screen (closes a search, a box of its own); false where it leaves the screen.
  mutating func stepBack(_ services: Services) throws -> Bool
  /// Keeps what is typed and where one stands: before the program ends, also by a signal.
  mutating func keep(_ services: Services)
  /// In how many milliseconds something is to be done although no key comes: typing kept, a preview shown; nil where
  /// nothing waits for that.
  func keepDue(_ services: Services) -> Int?
  /// Does it then.
  mutating func keepWhenDue(_ services: Services) throws
  /// The screen has been closed and is not seen again.
  mutating func left()
  /// Looks at what others are at without writing: once a second while somebody else has the library open.
  mutating func lookAround(_ services: Services)
  /// What F1 shows: what the thing under the cursor means, its unit, and the clause it comes from.
  func explanation(_ services: Services) -> Question?
  /// Where one stands, in words without tabs and line breaks, the kind of screen first; nil cannot be found again.
  var bearings: [String]? { get }
  /// Goes to where `bearings` were taken, as far as it is still there.
  mutating func stand(at bearings: [String], _ services: Services) throws
}

extension Screen {
  package var isTyping: Bool { false }
  package var ownsKeys: Bool { false }
  package var holdsLibrary: Bool { false }
  package var hasUnsaved: Bool { false }
  package var status: Widgets.Frame.Message? { nil }
  package mutating func handle(_ event: Event, _ services: Services) throws -> [Effect] { [] }
  package mutating func answer(_ answer: Answer, to question: String, _ services: Services) throws -> [Effect] { [] }
  package mutating func resize(_ size: Size, _ services: Services) throws {}
  package mutating func stepBack(_ services: Services) throws -> Bool { false }
  package mutating func keep(_ services: Services) {}
  package func keepDue(_ services: Services) -> Int? { nil }
  package mutating func keepWhenDue(_ services: Services) throws {}
  package mutating func left() {}
  package mutating func lookAround(_ services: Services) {}
  package func explanation(_ services: Services) -> Question? { nil }
  package var bearings: [String]? { nil }
  package mutating func stand(at bearings: [String], _ services: Services) throws {}
}

/// The screens of the first line, by digit.
package enum TabID: Int, CaseIterable, Sendable {
  case mine = 0
  case overview, projects, enterprises, efficiency, tally
  case review, registers, watch

  /// The tab's name in the first line.
  package var label: Label {
    switch self {
    case .mine: Label(zh: "我的", en: "Mine")
    case .overview: Label(zh: "总览", en: "Overview")
    case .projects: Label(zh: "项目库", en: "Projects")
    case .enterprises: Label(zh: "企业", en: "Enterprises")
    case .efficiency: Label(zh: "能效", en: "Efficiency")
    case .tally: Label(zh: "调度", en: "Tally")
    case .review: Label(zh: "审核", en: "Review")
    case .registers: Label(zh: "台账", en: "Registers")
    case .watch: Label(zh: "督办", en: "Watch")
    }
  }
}

extension TabID {
  /// The tab on which a register's lists and records are at home: 台账 unless it has one of its own.
  package init(of register: String) {
    switch register {
    case Project.schema.id: self = .projects
    case Enterprise.schema.id: self = .enterprises
    case EfficiencyLine.schema.id: self = .efficiency
    default: self = .registers
    }
  }
}

/// What a screen asks of the app.
package enum Effect {
  /// Puts a screen on top of the current tab; closing it comes back here.
  case open(any Screen)
  /// Goes to a tab; with a screen, puts that one on top there.
  case go(TabID, (any Screen)? = nil)
  /// One step back, after asking where something is unsaved.
  case back
  /// Says a sentence on the message line.
  case say(Label, Widgets.Frame.Message.Kind = .plain)
  /// Asks; the answer comes to `Screen.answer(_:to:_:)` under the question's name.
  case ask(String, Question)
  /// Runs a job beside the screen.
  case run(Job)
  /// Work that is waited for, with its progress.
  case work(LongWork)
  /// Ends the program, after asking where something is unsaved.
  case quit
}

/// What can be asked in a box over the screen.
package enum Question {
  /// Yes, no or back; `yes` is what yes does, in a word.
  case confirm(title: Label, text: Label, yes: Label)
  /// One of a list; `current` is where the cursor begins.
  case choose(title: Label, items: [Label], current: Int)
  /// One line, which begins as `text`.
  case input(title: Label, text: String)
  /// With a clause, F1 once more leads to it in the plan's text.
  case show(title: Label, text: Label, clause: String? = nil)
}

/// What a box has answered.
package enum Answer: Hashable, Sendable {
  case yes, no
  /// The item's place in the list.
  case chosen(Int)
  /// What was typed; may be blank.
  case text(String)
}
