import TestTerminal
import Testing

/// A person at the interface, at the far end of a line.
final class SSHDesk {
  let session: TerminalSession
  /// Kept as long as the line is open.
  private let host: SSHHost

  init(_ host: SSHHost, _ who: String) throws {
    self.host = host
    session = try host.terminal(who)
    try sees("项目库")
    session.settle(quiet: 200)
  }

  var screen: String { session.screen }

  /// Waits for a text on the screen.
  func sees(_ text: String) throws {
    guard session.wait(for: text) else { throw Desk.Missing(what: text, screen: screen) }
  }

  /// Presses keys and waits for what they bring, and for the screen to come to rest.
  func press(_ keys: String, _ text: String) throws {
    session.type(keys)
    try sees(text)
    session.settle(quiet: 120)
  }

  /// Goes to the project library and leaves in it what a search finds.
  func find(_ name: String) throws {
    try press("<Alt-2>", "[2项目库")
    try press("/" + name + "<Enter>", name)
    session.settle(quiet: 300)
  }

  /// Goes with Tab to a form's field and writes it anew.
  func rewrite(_ label: String, _ text: String) throws {
    for _ in 0..<90 {
      if stands(behind: label) { return try press("<End><^U>" + text, String(text.prefix(6))) }
      session.type("<Tab>")
      session.settle(quiet: 80)
    }
    throw Desk.Missing(what: "the field \(label)", screen: screen)
  }

  /// The cursor is in the field with that label, or further down in its lines.
  private func stands(behind label: String) -> Bool {
    var before = session.textBeforeCursor
    var row = session.cursor.row
    while row > 0, before.allSatisfy({ $0 != "[" }) {
      row -= 1
      before = session.lines[row].components(separatedBy: "]").first ?? ""
    }
    guard let bracket = before.lastIndex(of: "[") else { return false }
    return String(before[..<bracket].reversed().drop { $0 == " " || $0 == "*" }.reversed()).hasSuffix(label)
  }

  /// Ends the session; its status.
  func leave() -> Int32? {
    session.type("<^Q>")
    return session.waitForEnd()
  }
}
