import Synchronization

/// What a terminal shows. The thread that owns the terminal paints it; any other may say a word over it, which stands
/// until the next frame.
///
/// Unchecked, since a frame is handed over whole: nobody draws in it any more once it is presented.
package final class Paper: @unchecked Sendable {
  private let lock = Mutex(())
  private var painter: Painter
  /// The last frame; nil before the first one and once the terminal is given back.
  private var frame: Canvas?
  private let send: @Sendable ([UInt8]) -> Void

  init(_ painter: Painter, send: @escaping @Sendable ([UInt8]) -> Void) {
    self.painter = painter
    self.send = send
  }

  func present(_ canvas: Canvas) {
    lock.withLock { _ in
      frame = canvas
      paint(canvas)
    }
  }

  /// Says something on the last line, over what stands there; the next frame wipes it away.
  package func say(_ text: CleanText, style: Style) {
    lock.withLock { _ in
      guard var canvas = frame, canvas.size.width > 0, canvas.size.height > 0 else { return }
      let (y, width) = (canvas.size.height - 1, canvas.size.width)
      canvas.fill(Rect(x: 0, y: y, width: width, height: 1), style: style)
      canvas.put(text, x: 1, y: y, width: max(0, width - 1), style: style)
      paint(canvas)
    }
  }

  func change(_ body: (inout Painter) -> Void) { lock.withLock { _ in body(&painter) } }

  /// The terminal is given back: nothing more is said.
  func close() { lock.withLock { _ in frame = nil } }

  private func paint(_ canvas: Canvas) {
    let bytes = painter.frame(canvas)
    if !bytes.isEmpty { send(bytes) }
  }
}
