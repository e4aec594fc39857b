/// Tells a double press from two presses: the same cell again within 400 ms.
struct ClickCounter {
  private var last: (point: Point, at: ContinuousClock.Instant)?

  mutating func count(_ mouse: Mouse, at now: ContinuousClock.Instant = .now) -> Mouse {
    guard mouse.action == .press else { return mouse }
    if let last, last.point == mouse.point, now - last.at <= .milliseconds(400) {
      self.last = nil
      return Mouse(action: .doublePress, point: mouse.point)
    }
    last = (mouse.point, now)
    return mouse
  }
}
