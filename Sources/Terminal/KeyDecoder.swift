/// Turns the bytes of a terminal into keys, pastes and mouse events; pure, so that every encoding is tested.
///
/// Both encodings of F1-F12, Home and End are known (xterm's; and PuTTY's, Xshell's and the Linux console's `ESC[11~`,
/// `ESC[[A`, `ESC[1~`). A sequence that is not known is swallowed whole: none of its letters becomes a command.
package struct KeyDecoder {
  /// Bytes not yet understood.
  var buffer: [UInt8] = []
  private var pasted: [UInt8]?
  private var escapeTimedOut = false
  /// A paste beyond this is cut; the rest of it is thrown away, never taken for keys.
  static let pasteLimit = 8 << 20

  package init() {}

  /// True while an escape or a character has begun: `timeOut` decides what it was if nothing more comes.
  package var isWaiting: Bool { !buffer.isEmpty && pasted == nil }

  /// All events that the bytes complete.
  package mutating func feed(_ bytes: some Sequence<UInt8>) -> [Event] {
    buffer += bytes
    if escapeTimedOut, buffer.count > 1, let first = buffer.first, first == 0x5B || first == 0x4F {
      // The rest of a sequence whose escape came too early: still that key, not two letters.
      buffer.insert(0x1B, at: 0)
    }
    escapeTimedOut = false
    return decode(final: false)
  }

  /// Nothing came for a while: an escape was the Esc key, a broken character is dropped.
  package mutating func timeOut() -> [Event] {
    guard isWaiting else { return [] }
    return decode(final: true)
  }

  private mutating func decode(final: Bool) -> [Event] {
    var events: [Event] = []
    var position = 0
    while position < buffer.count {
      if pasted != nil {
        guard let end = collectPaste(from: position, &events) else { return events }
        position = end
        continue
      }
      var step = KeyGrammar.next(buffer[position...])
      if step == nil, final {
        let rest = buffer[position...]
        if rest.count == 1, rest.first == 0x1B { escapeTimedOut = true }
        step = KeyGrammar.last(rest)
      }
      guard let step else { break }
      position += step.length
      switch step.meaning {
      case .event(let event): events.append(event)
      case .pasteBegins: pasted = []
      case .nothing: break
      }
    }
    buffer.removeFirst(min(position, buffer.count))
    return events
  }

  private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

  /// Moves pasted bytes out of the buffer up to the end mark; nil when the mark has not come yet.
  private mutating func collectPaste(from position: Int, _ events: inout [Event]) -> Int? {
    let end = Self.pasteEnd
    var text = pasted ?? []
    var index = position
    while index < buffer.count {
      if buffer[index] == 0x1B {
        let rest = buffer[index...].prefix(end.count)
        if rest.elementsEqual(end) {
          pasted = nil
          events.append(.paste(Self.text(of: text)))
          return index + end.count
        }
        if rest.count < end.count, end.starts(with: rest) { break }
      }
      if text.count < Self.pasteLimit { text.append(buffer[index]) }
      index += 1
    }
    pasted = text
    buffer.removeFirst(index)
    return nil
  }

  /// Pasted bytes as text: line ends as line feeds, no other control but tabs.
  private static func text(of bytes: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x0D: scalars.append("\n")
      case 0x0A: if !afterReturn { scalars.append("\n") }
      case 0x09: scalars.append(scalar)
      case 0..<0x20, 0x7F..<0xA0: break
      default: scalars.append(scalar)
      }
      afterReturn = scalar.value == 0x0D
    }
    return String(scalars)
  }
}
