import Foundation
import TestTerminal
import Testing

/// The terminal dies in the middle of a word: the next start offers the typing back.
@Suite(.serialized) struct KeptTypingTests {
  /// How a session ends, and what may be missing then.
  enum End: CaseIterable, Sendable {
    /// kill -9 in the middle of typing: what was typed in the last two seconds, in the current field only.
    case killed
    /// kill -9 after a pause for thought: nothing.
    case killedLater
    case hungUp, terminated, dropped
  }

  /// Characters in the order in which they were typed into one field.
  struct Typed {
    var text = ""
    var times: [Date] = []
    var isLeft = false

    /// What must be there at the least.
    func kept(at end: Date, allowing seconds: Double) -> String {
      if isLeft { return text }
      return String(text.prefix(times.count { end.timeIntervalSince($0) > seconds }))
    }
  }

  static let letters = Array("余热发电改造窑炉锅水泥厂长兴安吉重庆单县厦门乐清abcXYZ0123456789蒸汽轮机变频节能降碳①℃")

  /// What a field must hold at the least, and at the most.
  struct Bounds {
    let field: String
    let least: String
    let most: String
  }

  @Test(arguments: End.allCases) func typingComesBack(_ end: End) throws {
    let room = try Room.empty()
    var dice = Dice(seed: UInt64(End.allCases.firstIndex(of: end) ?? 0) + 100)
    let rounds = (BuiltSanku.isLong ? 200 : 60) / End.allCases.count
    var saved: [String: [Bounds]] = [:]
    for _ in 0..<rounds {
      if let (code, bounds) = try round(end, room, &dice) { saved[code] = bounds }
    }
    let all = try room.export("projects")
    for (code, bounds) in saved {
      let record = try #require(all.first { $0["library_code"] as? String == code }, "the saved record \(code) is gone")
      for bound in bounds {
        let text = record[bound.field] as? String ?? ""
        #expect(
          text.hasPrefix(bound.least) && bound.most.hasPrefix(text),
          "\(end) \(bound.field): typed \(bound.most), at least \(bound.least), found \(text)")
      }
    }
    #expect(all.count == saved.count)
    #expect(saved.count >= rounds / 2, "too little was typed to prove anything")
    room.verify()
  }

  /// Types, is cut off, comes back, saves; answers the code of what was saved.
  private func round(_ end: End, _ room: Room, _ dice: inout Dice) throws -> (String, [Bounds])? {
    let desk = try Desk(room).atProjects()
    desk.press("<F5>")
    try desk.sees("新建项目")
    let fields = try type(desk, seconds: .random(in: 0.1...(end == .killed ? 4 : 1.5), using: &dice), &dice)
    let moment = Date()
    let place = try finish(desk, end)
    let bounds = fields.map { id, typed in
      Bounds(field: id, least: typed.kept(at: moment, allowing: end == .killed ? 2.5 : -1), most: typed.text)
    }

    let again = try Desk(room).opened()
    guard again.screen.contains("没有保存") || again.screen.contains("未存的输入：") else {
      let lost = bounds.filter { !$0.least.isEmpty }
      #expect(lost.isEmpty, "nothing was offered back of \(lost)\n\(again.screen)")
      return nil
    }
    again.press("<Enter>")
    try again.sees("已恢复未存的输入")
    if let place { #expect(again.session.cursor == place, "\(again.screen)") }
    again.press("<^S>")
    try again.sees("已保存")
    let code = try #require(again.screen.firstMatch(of: /已保存 ([0-9A-Z-]+)/)?.1)
    #expect(again.quit() == 0)
    return (String(code), bounds)
  }

  /// Types at a pace of its own into one field after another.
  private func type(_ desk: Desk, seconds: Double, _ dice: inout Dice) throws -> [(id: String, typed: Typed)] {
    var fields: [(id: String, typed: Typed)] = []
    try desk.goTo("项目名称")
    let stop = Date().addingTimeInterval(seconds)
    for (id, label) in [("name", "项目名称"), ("content", "改造内容"), ("saving_source", "依据")] where Date() < stop {
      try desk.goTo(label)
      for index in fields.indices { fields[index].typed.isLeft = true }
      var typed = Typed()
      let pace = Int.random(in: 5...120, using: &dice)
      for _ in 0..<Int.random(in: 3...24, using: &dice) where Date() < stop {
        let letter = String(Self.letters.randomElement(using: &dice) ?? "热")
        desk.session.type(letter)
        typed.text += letter
        typed.times.append(Date())
        desk.session.listen(milliseconds: pace)
      }
      fields.append((id, typed))
    }
    return fields
  }

  /// Ends the session; answers where the cursor stood, where everything typed must come back.
  private func finish(_ desk: Desk, _ end: End) throws -> (row: Int, column: Int)? {
    if end == .killed {
      desk.session.signal(SIGKILL)
      #expect(desk.session.waitForEnd() == 128 + SIGKILL)
      return nil
    }
    desk.session.rest()
    let place = desk.session.cursor
    switch end {
    case .killed: break
    case .killedLater:
      desk.session.listen(milliseconds: 2600)
      desk.session.signal(SIGKILL)
      #expect(desk.session.waitForEnd() == 128 + SIGKILL)
    case .hungUp:
      desk.session.signal(SIGHUP)
      #expect(desk.session.waitForEnd() == 129)
    case .terminated:
      desk.session.signal(SIGTERM)
      #expect(desk.session.waitForEnd() == 143)
    case .dropped:
      desk.session.hangUp()
      #expect(desk.session.waitForEnd() == 129)
    }
    return end == .killedLater ? nil : place
  }

  @Test func controlCAsksAndTheSecondLeavesWithTheTypingKept() throws {
    let room = try Room.empty()
    let desk = try Desk(room).atProjects()
    desk.press("<F5>")
    try desk.sees("新建项目")
    try desk.goTo("项目名称")
    desk.press("3号窑余热发电")
    desk.press("<^C>")
    try desk.sees("有未存的输入")
    desk.session.type("<^C>")
    #expect(desk.session.waitForEnd() == 0)
    let again = try Desk(room).opened()
    try again.sees("3号窑余热发电")
  }
}
