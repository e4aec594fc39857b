import Foundation
import TestTerminal
import Testing

/// A person at the interface: presses keys, reads the screen.
final class Desk {
  let session: TerminalSession
  /// Kept as long as the session runs in it.
  private let room: Room

  /// What was waited for did not come; with the screen as it stood.
  struct Missing: Error, CustomStringConvertible {
    let what: String
    let screen: String
    var description: String { "waited for “\(what)”; the screen:\n\(screen)" }
  }

  init(
    _ room: Room, columns: Int = 80, rows: Int = 24, term: String = "xterm-256color",
    environment: [String: String] = [:],
    arguments: [String] = [], through: [String] = []
  ) throws {
    self.room = room
    let base = ["SWIFT_BACKTRACE": "enable=no", "TMPDIR": ""]
    session = try #require(
      TerminalSession(
        through + [BuiltSanku.path] + arguments + [room.library], columns: columns, rows: rows, term: term,
        environment: base.merging(environment) { $1 }))
  }

  /// Waits until something stands on the screen and the program waits for a key.
  @discardableResult
  func opened(limit: Int = 30_000) throws -> Desk {
    guard session.wait(limit: limit, until: { $0.contains { !$0.isWhitespace } }) else {
      throw Missing(what: "a first screen", screen: screen)
    }
    session.rest()
    return self
  }

  /// Opened, and on the project library.
  func atProjects() throws -> Desk {
    try opened()
    press("<Alt-2>")
    try sees("[2项目库")
    return self
  }

  var screen: String { session.screen }
  var lines: [String] { session.lines }

  /// Presses keys and waits until they are answered.
  func press(_ keys: String) {
    session.type(keys)
    session.rest()
  }

  /// Waits for a text on the screen.
  func sees(_ text: String, limit: Int = 30_000) throws {
    guard session.wait(for: text, limit: limit) else { throw Missing(what: text, screen: screen) }
  }

  /// Goes from field to field of a form with Tab until the cursor stands behind `label`; returns the number of steps.
  @discardableResult
  func goTo(_ label: String, most: Int = 80) throws -> Int {
    for step in 0..<most {
      if stands(behind: label) { return step }
      press("<Tab>")
    }
    throw Missing(what: "the field \(label)", screen: screen)
  }

  private func stands(behind label: String) -> Bool {
    let before = session.textBeforeCursor
    guard let bracket = before.lastIndex(of: "[") else { return false }
    let said = before[..<bracket].reversed().drop { $0 == " " || $0 == "*" }
    return String(said.reversed()).hasSuffix(label)
  }

  /// Ends with ^Q, whatever is open, and answers the exit status.
  func quit() -> Int32? {
    session.type("<^Q>")
    session.rest()
    if !session.hasEnded { session.type("<^C><^C>") }
    return session.waitForEnd(limit: 10_000)
  }

  /// The number behind a word on the screen: `在库 1 284` is 1284.
  func number(after word: String) -> Int? {
    for line in lines {
      guard let found = line.range(of: word) else { continue }
      let digits = line[found.upperBound...].drop { $0 == " " }.prefix { $0.isNumber || $0.isWhitespace || $0 == "," }
      // Thousands are set off by one blank; two part two figures.
      let figure = digits.components(separatedBy: "  ").first ?? ""
      if let number = Int(figure.filter(\.isNumber)) { return number }
    }
    return nil
  }
}
