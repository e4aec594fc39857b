/// Plays a story: keys go into a state, each one's state and frame come out, as the real loop would have them.
package struct Drive<State> {
  /// What one event led to.
  package struct Step {
    /// The event; nil for the frame before any.
    package let event: Event?
    /// The state after it.
    package let state: State
    /// The frame of that state.
    package let canvas: Canvas

    /// The frame as text, a row a line.
    package var frame: String { canvas.text }
  }

  /// As it is after the last event.
  package private(set) var state: State
  /// Of the frames to come; a `.resize` changes it.
  package private(set) var size: Size
  /// Every step so far; the first is the frame before any key.
  package private(set) var steps: [Step] = []
  private let update: (inout State, Event) -> Void
  private let draw: (State, inout Canvas) -> Void

  /// A story that begins with a frame of `state`; `update` and `draw` are those of the real loop.
  package init(
    _ state: State, size: Size = Size(width: 80, height: 24), update: @escaping (inout State, Event) -> Void,
    draw: @escaping (State, inout Canvas) -> Void
  ) {
    self.state = state
    self.size = size
    self.update = update
    self.draw = draw
    record(nil)
  }

  /// The last frame as text.
  package var frame: String { steps.last?.frame ?? "" }
  /// The last frame.
  package var canvas: Canvas { steps.last?.canvas ?? Canvas(size: size) }

  /// Feeds events one by one; returns the step of each.
  @discardableResult
  package mutating func drive(_ events: [Event]) -> [Step] {
    let before = steps.count
    for event in events {
      if case .resize(let size) = event { self.size = size }
      update(&state, event)
      record(event)
    }
    return Array(steps[before...])
  }

  /// Feeds keys written as people write them; see `Event.keys`.
  @discardableResult
  package mutating func drive(_ keys: String) -> [Step] {
    drive(Event.keys(keys))
  }

  private mutating func record(_ event: Event?) {
    var canvas = Canvas(size: size)
    draw(state, &canvas)
    steps.append(Step(event: event, state: state, canvas: canvas))
  }
}
