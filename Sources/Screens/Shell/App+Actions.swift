import Domain
import Terminal
import UseCases
import Widgets

/// What the frame's actions and the screens' effects do.
extension App {
  /// Does an action of the visible screen's table.
  mutating func run(_ id: String, key: Key? = nil) throws {
    guard id.hasPrefix("common.") else { return try withScreen { try $0.perform(id, $1) } }
    switch id {
    case "common.palette": if let screen { overlay = .palette(palette(screen)) }
    case "common.help": if let screen { overlay = .help(help(screen)) }
    case "common.explain": explain()
    case "common.back": try back(isEscape: key == .escape)
    case "common.language": try speak(services.language == .zh ? .en : .zh)
    case "common.mouse": toggleMouse()
    case "common.repaint": wantsRepaint = true
    case "common.quit": askToQuit()
    default:
      if let digit = id.last?.wholeNumberValue, let tab = TabID(rawValue: digit) { try go(tab) }
    }
  }

  /// An action chosen by name: from the palette or by the mouse.
  mutating func choose(_ id: String) throws {
    func press<S: Screen>(_ screen: S) -> Press { Press(S.actions.press(id: id, screen), screen) }
    guard let screen else { return }
    switch press(screen) {
    case .run(let id): try run(id)
    case .refused(let reason): say(reason, .warning)
    case .none: break
    }
  }

  private func palette<S: Screen>(_ screen: S) -> Palette {
    let entries = S.actions.paletteEntries(screen, currentLook).filter { $0.id != "common.palette" }
    return Palette(entries, match: matcher(screen))
  }

  /// An action is found by its name in either language or its group, also by pinyin.
  private func matcher<S: Screen>(_ screen: S) -> Palette.Match {
    { entry, typed in
      guard let action = S.actions.action(id: entry.id) else { return false }
      let words = [action.name.zh, action.name.en, action.group.zh].map(\.string).joined(separator: " ")
      return SearchTokens.query(typed).matches(words) || words.lowercased().contains(typed.lowercased())
    }
  }

  private var paletteMatch: Palette.Match { screen.map { matcher($0) } ?? { _, _ in false } }

  private func help<S: Screen>(_ screen: S) -> HelpView {
    let title = Label(zh: "\(tab.label.zh) 的按键  (/查找 q关闭)", en: "Keys of \(tab.label.en)  (/ searches, q closes)")
    let lines = S.actions.helpLines(currentLook) + (screen.isTyping ? [] : movement)
    return HelpView(title: title.caption(currentLook.language), lines: lines)
  }

  /// The keys that no action has: movement and search, the same on every screen.
  private var movement: [HelpLine] {
    let language = currentLook.language
    let lines: [(keys: CleanText, text: Label)] = [
      ("j k ↓ ↑", Label(zh: "上下移动", en: "Down and up")),
      ("h l ← →", Label(zh: "左右移动，树上收起和展开", en: "Left and right; in a tree, fold and unfold")),
      ("PgDn PgUp", Label(zh: "翻页", en: "A page on and back")),
      ("g G Home End", Label(zh: "到最前、最后", en: "To the first and the last")),
      (
        "n N",
        Label(
          zh: "清单中到下一条、上一条符合查找的；记录中到下一条、上一条记录",
          en: "In a list, the next and previous match of the search; in a record, the next and previous record")
      ),
    ]
    return [HelpLine(heading: Label(zh: "移动", en: "Movement").caption(language))]
      + lines.map { HelpLine(keys: $0.keys, text: $0.text.caption(language)) }
  }

  private mutating func explain() {
    guard let question = screen?.explanation(services) else {
      return say(Label(zh: "光标处没有说明；? 看按键", en: "Nothing to explain here; ? shows the keys"))
    }
    overlay = .box(QuestionBox(question, services.language), purpose: .none)
  }

  private mutating func toggleMouse() {
    mouse.toggle()
    say(mouse ? Label(zh: "鼠标已开", en: "The mouse is on") : Label(zh: "鼠标已关", en: "The mouse is off"))
  }

  private mutating func back(isEscape: Bool) throws {
    var stepped = false
    try withScreen { screen, services in
      stepped = try screen.stepBack(services)
      return []
    }
    if stepped { return }
    if depth > 1 { return try stepOut() }
    // Esc is pressed in passing; only q and ^Q end the program.
    if isEscape { return say(Label(zh: "已在最外层；q 退出", en: "Nothing to go back to; q quits")) }
    askToQuit()
  }

  /// Leaves the visible screen, after asking where something is unsaved.
  private mutating func stepOut() throws {
    guard screen?.hasUnsaved == true else { return try leave() }
    overlay = .box(
      QuestionBox(
        .confirm(
          title: Label(zh: "有未存的输入", en: "Unsaved typing"),
          text: Label(
            zh: "输入已留底，下次可以接着填；现在离开？", en: "What you typed is kept and offered again next time. Leave now?"),
          yes: Label(zh: "离开", en: " leave")), services.language), purpose: .leave)
  }

  /// Ends the program; asks first where something is unsaved, and a second time does not ask.
  mutating func askToQuit() {
    if case .box(_, .quit) = overlay { return finish() }
    guard hasUnsaved else { return finish() }
    overlay = .box(
      QuestionBox(
        .confirm(
          title: Label(zh: "有未存的输入", en: "Unsaved typing"),
          text: Label(
            zh: "输入已留底，下次打开时可以接着填；现在退出？", en: "What you typed is kept and offered at the next start. Quit now?"),
          yes: Label(zh: "退出", en: " quit")), services.language), purpose: .quit)
  }

  private mutating func finish() {
    keepAll()
    exitStatus = 0
  }

  // MARK: overlays

  mutating func handleOverlay(_ event: Event) throws {
    switch overlay {
    case .palette(var palette):
      switch palette.handle(event, match: paletteMatch) {
      case .ignored, .handled: overlay = .palette(palette)
      case .cancelled: overlay = nil
      case .run(let id):
        overlay = nil
        try choose(id)
      }
    case .help(var help):
      let outcome = help.handle(event, page: max(1, bodySize.height - 2))
      overlay = outcome == .closed ? nil : .help(help)
    case .box(var box, let purpose):
      if event == .key(.control("c")), purpose == .quit { return finish() }
      if case .show(_, _, let clause?) = box.question, event == .key(.function(1)) || event == .key(.alt("e")) {
        overlay = nil
        return try open(PolicyScreen(at: clause, tab: tab, services))
      }
      let outcome = box.handle(event)
      overlay = outcome == .open ? .box(box, purpose: purpose) : nil
      if case .answered(let answer) = outcome { try answered(answer, purpose) }
      if outcome == .cancelled, case .screen(let name) = purpose, case .confirm = box.question {
        try answered(.no, .screen(name))
      }
    case .progress(let box):
      if case .key(let key) = event, box.cancels(key) || key == .control("c") { cancel() }
    case nil: break
    }
  }

  private mutating func answered(_ answer: Answer, _ purpose: Overlay.Purpose) throws {
    switch purpose {
    case .screen(let name): try withScreen { try $0.answer(answer, to: name, $1) }
    case .quit: if answer == .yes { finish() }
    case .leave:
      guard answer == .yes else { return }
      try withScreen { screen, services in
        screen.keep(services)
        return []
      }
      try leave()
    case .none: break
    }
  }

  // MARK: effects

  mutating func apply(_ effect: Effect) throws {
    switch effect {
    case .open(let screen): try open(screen)
    case .go(let tab, let screen):
      try go(tab)
      if let screen { try open(screen) }
    case .back: try leave()
    case .say(let label, let kind): say(label, kind)
    case .ask(let name, let question): overlay = .box(QuestionBox(question, services.language), purpose: .screen(name))
    case .run(let job): services.launch(job)
    case .work(let work): begin(work)
    case .quit: askToQuit()
    }
  }
}
