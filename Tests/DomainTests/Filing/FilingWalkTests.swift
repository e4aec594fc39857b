import Foundation
import Testing

@testable import Domain

/// The filing model once more, from its description and with other data: places by number, one case at a time.
private struct PlainFiling {
  enum Standing: String { case none, submitted, in_review, returned, admitted, exited }
  enum Ask { case entry, change(String), leave(String) }
  struct Case {
    var ask: Ask
    var at: Int
    var from: Int?
    var holder: String?
    var since = 0
    var before: Standing
  }

  var standing: [Standing] = [.none, .none, .none]
  var everOut = [false, false, false]
  var lastEntry: [Standing?] = [nil, nil, nil]
  var direct = [false, false, false]
  var recommended: [Int?] = [nil, nil, nil]
  var name = "v0"
  var open: Case?
  var ended: [String: Int] = [:]
  var listed: [String: Bool] = [:]
  let waived: [Bool]
  let allowance: [Int]

  /// Working days, by walking from day to day; day 0 of the epoch was a Thursday.
  func worked(_ from: Int, _ to: Int) -> Int {
    guard to > from else { return 0 }
    return (from + 1...to).filter { ($0 + 3) % 7 < 5 }.count
  }

  func isLapsed(_ today: Int) -> Bool {
    guard let open, open.holder != nil else { return false }
    return worked(open.since, today) > allowance[open.at]
  }

  private mutating func close(_ how: String) {
    if let open { ended["\(open.at) \(Self.word(open.ask)) \(how)", default: 0] += 1 }
    open = nil
  }

  static func word(_ ask: Ask) -> String {
    switch ask {
    case .entry: "admit"
    case .change: "change"
    case .leave: "exit"
    }
  }

  private mutating func accept() {
    guard let now = open else { return }
    close("admitted")
    switch now.ask {
    case .entry:
      standing[now.at] = .admitted
      lastEntry[now.at] = .admitted
    case .leave:
      standing[now.at] = .exited
      everOut[now.at] = true
    case .change(let text):
      if let up = (0..<3).first(where: { $0 > now.at && standing[$0] == .admitted }) {
        open = Case(ask: now.ask, at: up, before: .admitted)
      } else {
        name = text
      }
    }
  }

  private mutating func arrive(_ ask: Ask, at place: Int, from: Int? = nil) {
    open = Case(ask: ask, at: place, from: from, before: standing[place])
    if case .entry = ask { standing[place] = .submitted }
    while let now = open, waived[now.at] { accept() }
  }

  private func isFree(_ today: Int) -> Bool { open.map { $0.holder == nil } ?? false || isLapsed(today) }
  private func isHeld(by person: String, _ today: Int) -> Bool { open?.holder == person && !isLapsed(today) }

  mutating func submit(_ place: Int, errors: Int) -> Bool {
    guard open == nil, errors == 0, standing[place] != .admitted, !standing[..<place].contains(.admitted) else {
      return false
    }
    direct[place] = place > 0
    arrive(.entry, at: place)
    return true
  }

  mutating func withdraw(_ today: Int) -> Bool {
    guard isFree(today), let now = open else { return false }
    if case .entry = now.ask {
      standing[now.at] = lastEntry[now.at] == .returned ? .returned : everOut[now.at] ? .exited : .none
      if let from = now.from, standing[from] == .admitted { recommended[from] = nil }
    }
    close("withdrawn")
    return true
  }

  mutating func begin(_ person: String, _ today: Int) -> Bool {
    guard isFree(today) else { return false }
    hold(person, today)
    return true
  }

  private mutating func hold(_ person: String?, _ today: Int) {
    open?.holder = person
    open?.since = today
    if let now = open, case .entry = now.ask { standing[now.at] = person == nil ? .submitted : .in_review }
  }

  mutating func handOver(_ person: String, to other: String, _ today: Int) -> Bool {
    guard isHeld(by: person, today), person != other else { return false }
    hold(other, today)
    return true
  }

  mutating func release(_ person: String, _ today: Int) -> Bool {
    guard isHeld(by: person, today) else { return false }
    hold(nil, today)
    return true
  }

  mutating func admit(_ person: String, _ today: Int) -> Bool {
    guard isHeld(by: person, today) else { return false }
    accept()
    while let now = open, waived[now.at] { accept() }
    return true
  }

  mutating func sendBack(_ person: String, _ today: Int) -> Bool {
    guard isHeld(by: person, today), let now = open else { return false }
    if case .entry = now.ask {
      standing[now.at] = .returned
      lastEntry[now.at] = .returned
    }
    close("returned")
    return true
  }

  mutating func ask(_ place: Int) -> Bool {
    guard open == nil, place < 2, standing[place] == .admitted, standing[place + 1] == .returned else { return false }
    ended["\(place) change returned", default: 0] += 1
    return true
  }

  mutating func recommend(_ place: Int, _ today: Int, errors: Int, full: Bool) -> Bool {
    guard open == nil, errors == 0, !full, place < 2, standing[place] == .admitted, standing[place + 1] != .admitted
    else { return false }
    recommended[place] = today
    direct[place + 1] = false
    arrive(.entry, at: place + 1, from: place)
    return true
  }

  mutating func change(_ text: String, errors: Int) -> Bool {
    guard open == nil, errors == 0, let lowest = standing.firstIndex(of: .admitted) else { return false }
    arrive(.change(text), at: lowest)
    return true
  }

  mutating func leave(_ place: Int) -> Bool {
    guard open == nil, standing[place] == .admitted else { return false }
    arrive(.leave("not_built"), at: place)
    return true
  }

  mutating func plan(_ place: Int, _ year: Int, _ state: String) -> Bool {
    let key = "\(place) \(year)"
    let isOn = listed[key] ?? false
    guard state == "listed" ? !isOn && standing[place] == .admitted : isOn else { return false }
    listed[key] = state != "moved_out"
    return true
  }
}

@Suite struct FilingWalkTests {
  private struct Luck: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }
  }

  private static let people = ["甲", "乙", "丙"]

  /// Random steps, right and wrong ones, through the machine and through the plain one: never a difference.
  @Test func aRandomWalkFindsNoDifference() throws {
    let isLong = ProcessInfo.processInfo.environment["SANKU_LONG"] == "1"
    var left = isLong ? 1_000_000 : 50_000
    var luck = Luck(state: 20_230_703)
    var accepted = 0
    var summits = 0
    while left > 0 {
      var stage = FilingStage()
      stage.project.name = "v0"
      let waived = Tier.allCases.map { _ in Int.random(in: 0..<6, using: &luck) == 0 }
      let days = Tier.allCases.map { _ in Int.random(in: 1...7, using: &luck) }
      for (place, tier) in Tier.allCases.enumerated() {
        stage.rules[tier] = TierRules(region: "3300\(place)0", isWaived: waived[place], reviewDays: days[place])
      }
      var plain = PlainFiling(waived: waived, allowance: days)
      for number in 0..<min(left, 120) {
        if Int.random(in: 0..<4, using: &luck) == 0 {
          stage.today = stage.today.adding(days: Int.random(in: 0...4, using: &luck))
        }
        let (did, expected, words) = try step(&stage, &plain, number, &luck)
        #expect(did == expected, "\(words)")
        let found = difference(stage.project, plain)
        #expect(found == nil, "\(words): \(found ?? "")")
        guard did == expected, found == nil else { return }
        if did { accepted += 1 }
        left -= 1
      }
      if stage.project.state(in: .province) == .admitted { summits += 1 }
    }
    #expect(accepted > (isLong ? 150_000 : 7500) && summits > 10)
  }

  /// One step of both; whether each took it, and its name.
  private func step(
    _ stage: inout FilingStage, _ plain: inout PlainFiling, _ number: Int, _ luck: inout Luck
  ) throws -> (Bool, Bool, String) {
    let place = Int.random(in: 0..<3, using: &luck)
    let tier = Tier.allCases[place]
    // Mostly who has it in review, so that more is decided than refused.
    let anybody = Self.people[Int.random(in: 0..<3, using: &luck)]
    let person = Int.random(in: 0..<4, using: &luck) == 0 ? anybody : plain.open?.holder ?? anybody
    let other = Self.people[Int.random(in: 0..<3, using: &luck)]
    let errors = Int.random(in: 0..<8, using: &luck) == 0 ? 1 : 0
    let isFull = Int.random(in: 0..<8, using: &luck) == 0
    let today = Int(stage.today.serial)
    let step: FilingStep
    let expected: Bool
    switch Int.random(in: 0..<16, using: &luck) {
    case 0, 1: (step, expected) = (.submit(to: tier), plain.submit(place, errors: errors))
    case 2: (step, expected) = (.withdraw, plain.withdraw(today))
    case 3, 4, 5: (step, expected) = (.beginReview, plain.begin(person, today))
    case 6: (step, expected) = (.handOver(to: other), plain.handOver(person, to: other, today))
    case 7: (step, expected) = (.release, plain.release(person, today))
    case 8, 9, 10: (step, expected) = (.admit(on: stage.today, document: ""), plain.admit(person, today))
    case 11: (step, expected) = (.sendBack(faults: [], reason: "缺"), plain.sendBack(person, today))
    case 12:
      (step, expected) = (
        .recommend(from: tier, batch: "", rank: 1, document: ""),
        plain.recommend(place, today, errors: errors, full: isFull)
      )
    case 13:
      (step, expected) = (
        .requestChange(proposal: stage.renaming(to: "v\(number)"), reason: ""),
        plain.change("v\(number)", errors: errors)
      )
    case 14:
      if person == "甲" {
        (step, expected) = (.askCorrection(tier, faults: [], reason: "改"), plain.ask(place))
      } else {
        (step, expected) = (
          .requestExit(from: tier, kind: .notBuilt, reason: "停", document: ""), plain.leave(place)
        )
      }
    default:
      let state = PlanEntry.State.allCases[Int.random(in: 0..<3, using: &luck)]
      (step, expected) = (
        .plan(PlanEntry(tier, year: 2023, state, documentDay: stage.today)), plain.plan(place, 2023, state.rawValue)
      )
    }
    do {
      try stage.project.take(
        step, stage.context(person, errors: errors, quota: isFull ? .init(limit: 0, used: 0) : nil))
      return (true, expected, "\(number) \(step) by \(person)")
    } catch let refused as FilingRefused {
      return (false, expected, "\(number) \(step) by \(person): \(refused.message.en)")
    }
  }

  private func difference(_ project: Project, _ plain: PlainFiling) -> String? {
    for (place, tier) in Tier.allCases.enumerated() {
      let state = project.state(in: tier).rawValue
      if state != plain.standing[place].rawValue { return "\(tier) is \(state), not \(plain.standing[place])" }
      let row = project.membership(tier)
      if row?.recommendedOn.map({ Int($0.serial) }) != plain.recommended[place] { return "\(tier): recommendation" }
      if let row, row.isDirect != plain.direct[place] { return "\(tier): direct" }
      let isOn = project.planEntry(tier, year: 2023).map { $0.state != "moved_out" } ?? false
      if isOn != plain.listed["\(place) 2023"] ?? false { return "\(tier): plan" }
    }
    if project.name != plain.name { return "the record is \(project.name), not \(plain.name)" }
    let open = project.openFiling
    let kind = plain.open.map { PlainFiling.word($0.ask) }
    if open?.kind != kind { return "open is \(open?.kind ?? "-"), not \(kind ?? "-")" }
    if let open, let wanted = plain.open {
      if open.tier != Tier.allCases[wanted.at].rawValue { return "open at \(open.tier)" }
      if open.isInReview != (wanted.holder != nil) || open.reviewer != wanted.holder ?? "" {
        return "held by \(open.reviewer)"
      }
    }
    if project.filings.count(where: \.isOpen) != (kind == nil ? 0 : 1) { return "several are open" }
    var ended: [String: Int] = [:]
    for filing in project.filings where !filing.isOpen {
      let place = Tier(rawValue: filing.tier).map { $0.height - 1 } ?? -1
      ended["\(place) \(filing.kind) \(filing.outcome)", default: 0] += 1
    }
    return ended == plain.ended ? nil : "ended \(ended), not \(plain.ended)"
  }
}
