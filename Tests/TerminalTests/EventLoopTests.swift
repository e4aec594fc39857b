import Testing

@testable import Terminal

@Suite struct EventLoopTests {
  private struct Counter {
    var typed = ""
    var wakes = 0
    var signals: [Int32] = []
    var hungUp = false
  }

  private static func update(_ state: inout Counter, _ event: Event) {
    switch event {
    case .key(.character(let character)): state.typed.append(character)
    case .paste(let text): state.typed += text
    case .wake: state.wakes += 1
    case .signal(let number): state.signals.append(number)
    case .hangup: state.hungUp = true
    default: break
    }
  }

  private static func draw(_ state: Counter, _ canvas: inout Canvas) {
    canvas.put("输入: \(state.typed)", x: 0, y: 0)
    canvas.caret = Point(x: 6, y: 0)
  }

  @Test func allPendingKeysArePaintedOnce() {
    let terminal = MemoryTerminal(size: Size(width: 20, height: 2))
    terminal.feed(Event.keys("三库abc"))
    terminal.feed([.paste("q")])
    var state = Counter()
    let end = EventLoop(terminal).run(&state, update: Self.update, draw: Self.draw)
    #expect(end == .hangup)
    #expect(end.exitStatus == 129)
    #expect(state.hungUp)
    #expect(terminal.frames.count == 3)
    #expect(terminal.text == "输入: 三库abcq\n\n")
    #expect(terminal.timedWaits == 0)
  }

  @Test func theClockTicksOnlyWhereOthersMayWrite() {
    let terminal = MemoryTerminal(size: Size(width: 20, height: 2))
    terminal.feed([])
    terminal.feed([])
    var state = Counter()
    _ = EventLoop(terminal, othersMayWrite: { true }).run(&state, update: Self.update, draw: Self.draw)
    #expect(state.wakes == 2)
    #expect(terminal.timedWaits == 3)
    #expect(!terminal.sent.dropFirst().contains { !$0.isEmpty })
  }

  @Test func theStateIsWokenWhenItHasSomethingToDo() {
    let terminal = MemoryTerminal(size: Size(width: 20, height: 2))
    terminal.feed([.key(.character("a"))])
    terminal.feed([])
    var state = Counter()
    // Typing that is to be kept: due once there is some, done after one wake.
    _ = EventLoop(terminal).run(
      &state, due: { $0.typed == "a" && $0.wakes == 0 ? 2000 : nil }, update: Self.update, draw: Self.draw)
    #expect(state.wakes == 1)
    #expect(terminal.timedWaits == 1)
  }

  @Test func aSignalEndsTheLoopAfterTheStateHeardOfIt() {
    let terminal = MemoryTerminal(size: Size(width: 20, height: 2))
    terminal.feed([.key(.character("a")), .signal(15), .key(.character("b"))])
    var state = Counter()
    let end = EventLoop(terminal).run(&state, update: Self.update, draw: Self.draw)
    #expect(end.exitStatus == 143)
    #expect(state.typed == "a")
    #expect(state.signals == [15])
  }

  @Test func theStateCanFinishAndSizesChange() {
    let terminal = MemoryTerminal(size: Size(width: 20, height: 2))
    terminal.feed([.resize(Size(width: 5, height: 1))])
    terminal.feed(Event.keys("q"))
    var state = Counter()
    let end = EventLoop(terminal).run(
      &state, isDone: { $0.typed == "q" }, update: Self.update, draw: Self.draw)
    #expect(end == .finished)
    #expect(terminal.frames.map(\.size.width) == [20, 5])
  }

  @Test func aStoryGivesStateAndFrameOfEachKey() {
    var drive = Drive(Counter(), size: Size(width: 12, height: 1), update: Self.update, draw: Self.draw)
    let steps = drive.drive("安<Enter>x")
    #expect(steps.map(\.state.typed) == ["安", "安", "安x"])
    #expect(steps.map(\.frame) == ["输入: 安\n", "输入: 安\n", "输入: 安x\n"])
    #expect(drive.steps.count == 4)
  }

  @Test func keysAreWrittenAsPeopleWriteThem() {
    #expect(
      Event.keys("a<Enter><F9><C-s><A-0><S-Tab><<b>") == [
        .key(.character("a")), .key(.enter), .key(.function(9)), .key(.control("s")), .key(.alt("0")), .key(.backTab),
        .key(.character("<")), .key(.character("<")), .key(.character("b")), .key(.character(">")),
      ])
    for key in [Key.enter, .controlUp, .function(12), .alt("x"), .control("n"), .character(" "), .pageDown] {
      #expect(Key(name: key.name) == key)
    }
  }
}
