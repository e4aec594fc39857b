import Foundation
import TestFiling
import TestTerminal
import Testing

/// Every cell of role x place x tier x state x action x ownership, tried on the command line: one command a role, place,
/// tier and action over records in every state, each on a copy of the library.
@Suite struct FilingMatrixCommandTests {
  /// All cells in the long run; in the short one the two roles that do something everywhere, the others at one place each.
  private static var cast: [(FilingCell.Role, FilingCell.Home)] {
    let all = FilingCell.Role.allCases.flatMap { role in FilingCell.Home.allCases.map { (role, $0) } }
    if BuiltSanku.isLong { return all }
    return all.filter { role, home in
      switch role {
      case .clerk, .reviewer: true
      case .inspector: home == .city
      case .supervisor: home == .province
      case .administrator: home == .county
      }
    }
  }

  private static let verbs: [(FilingCell.Action, [String])] = [
    (.submit, ["submit"]), (.withdraw, ["withdraw"]), (.begin, ["review"]), (.handOver, ["review", "--to", "judge"]),
    (.release, ["review", "--release"]), (.admit, ["admit"]), (.sendBack, ["return", "--reason", "缺"]),
    (.recommend, ["recommend"]), (.change, ["change", "--set", "content=变更后的改造内容，写明工艺和规模", "--reason", "改"]),
    (.exit, ["exit", "--kind", "not_built", "--reason", "停"]), (.plan, ["plan", "--year", "2026"]),
  ]

  @Test func everyCellOnTheCommandLine() throws {
    let stage = try MatrixRoom()
    var tried = 0
    for (role, home) in Self.cast {
      try stage.cast(role, home)
      for tier in FilingCell.Tier.allCases {
        let places = stage.places.filter { $0.tier == tier }
        for (action, verb) in Self.verbs {
          let found = try stage.attempt(verb + ["--tier", tier.rawValue], on: places)
          for place in places {
            let cell = FilingCell(role, home, tier, place.state, action, isMine: place.isMine)
            tried += 1
            #expect(isRight(found[place] ?? "gone", cell), "\(cell): \(found[place] ?? "gone"), not \(cell.end)")
          }
        }
      }
      for (action, field) in [(FilingCell.Action.edit, "content"), (.keep, "contact")] {
        let found = try stage.enter(field)
        for place in stage.places {
          let cell = FilingCell(role, home, place.tier, place.state, action, isMine: place.isMine)
          tried += 1
          #expect(
            found.contains(place) == (cell.end == .done), "\(cell): \(found.contains(place)), not \(cell.end)")
        }
      }
      let seen = try stage.seen()
      for place in stage.places {
        let cell = FilingCell(role, home, place.tier, place.state, .see, isMine: place.isMine)
        tried += 1
        #expect(seen.contains(place) == (cell.end == .done), "\(cell)")
      }
    }
    #expect(tried == Self.cast.count * 58 * 14)
    stage.room.verify()
  }

  private func isRight(_ found: String, _ cell: FilingCell) -> Bool {
    switch cell.end {
    case .done: found == "done"
    case .refused: found == "refused"
    // A record that one does not see has no key.
    case .forbidden: found == "forbidden" || found == "gone" && cell.home == .elsewhere
    case .neither: found != "done"
    }
  }
}

/// Records in every state, made by people over their sessions, and one person who is cast as anybody.
private final class MatrixRoom {
  struct Place: Hashable {
    let tier: FilingCell.Tier
    let state: FilingCell.State
    let isMine: Bool

    var name: String { "矩阵\(tier)\(state)\(isMine ? "甲" : "乙")" }
    var owner: String { isMine ? "actor" : "filer" }
  }

  let room: Room
  let places: [Place]
  private var keys: [Place: String] = [:]
  private var names: [String: Place] = [:]

  init() throws {
    room = try Room.madeUp()
    places = FilingCell.Tier.allCases.flatMap { tier in
      FilingCell.State.allCases.filter { $0.exists(at: tier) }.flatMap { state in
        [true, false].map { Place(tier: tier, state: state, isMine: $0) }
      }
    }
    let account = String(cString: getpwuid(geteuid()).pointee.pw_name)
    try room.done(["people", "add", account, "--role", "administrator", "--region", "330000"])
    for person in ["actor", "filer", "sender", "judge"] {
      try room.done(["people", "add", person, "--role", "clerk", "--region", "330523"])
      for region in ["330523", "330500", "330000"] {
        try room.done(["people", "change", person, "--role", "reviewer", "--region", region])
      }
    }
    try fill()
    try file()
  }

  // MARK: making

  private func fill() throws {
    let projects = try ReadyProjects(in: room)
    for owner in ["actor", "filer"] {
      let names = places.filter { $0.owner == owner }.map(\.name)
      let entered = session(
        owner, "import projects - --format json --take duplicates", input: try projects.file(names))
      try #require(entered.status == 0, "\(entered.errors)")
    }
    for row in try room.export("projects") {
      guard let name = row["name"] as? String, let key = row["library_code"] as? String,
        let place = places.first(where: { $0.name == name })
      else { continue }
      keys[place] = key
      names[key] = place
    }
    try #require(keys.count == places.count)
  }

  /// Brings every record to its state, the records of one state at once.
  private func file() throws {
    func done(_ who: String, _ verb: String, _ tier: FilingCell.Tier, _ chosen: [Place]) throws {
      guard !chosen.isEmpty else { return }
      let outcome = session(who, verb + " --tier \(tier) " + chosen.compactMap { keys[$0] }.joined(separator: " "))
      try #require(outcome.status == 0, "\(who) \(verb) \(tier): \(outcome.output)\(outcome.errors)")
    }
    func owners(_ verb: String, _ tier: FilingCell.Tier, _ chosen: [Place]) throws {
      for owner in ["actor", "filer"] { try done(owner, verb, tier, chosen.filter { $0.owner == owner }) }
    }
    for tier in FilingCell.Tier.allCases {
      let above = places.filter { $0.tier.height > tier.height && $0.state != .draft }
      // A member of the tier below that was not recommended is `below` of the tier above it.
      let here = places.filter { $0.tier == tier }
      let risen = here.filter { $0.state != .draft && $0.state != .below }
      if tier == .county {
        try owners("submit", tier, above + risen)
      } else {
        let below: FilingCell.Tier = tier == .city ? .county : .city
        try done("sender", "recommend", below, above + risen)
      }
      let members = risen.filter { [.admitted, .exited, .changing, .exiting].contains($0.state) }
      try done("judge", "admit", tier, above + members)
      try done("judge", "review", tier, risen.filter { $0.state == .reviewed })
      try done("judge", "return --reason 缺", tier, risen.filter { $0.state == .returned })
      let leaving = risen.filter { $0.state == .exited || $0.state == .exiting }
      try owners("exit --kind not_built --reason 停", tier, leaving)
      try done("judge", "admit", tier, leaving.filter { $0.state == .exited })
    }
    for tier in FilingCell.Tier.allCases {
      let changing = places.filter { $0.tier == tier && $0.state == .changing }
      try owners("change --set content=变更的改造内容，写明工艺和规模 --reason 改", .county, changing)
      for below in FilingCell.Tier.allCases where below.height < tier.height {
        try done("judge", "admit", below, changing)
      }
    }
    // Nobody begins the review of what they typed but where the tier waives its reviews: it does so for that moment.
    try waive(true)
    for tier in FilingCell.Tier.allCases {
      try done("actor", "review", tier, places.filter { $0.tier == tier && $0.state == .held })
    }
    try waive(false)
  }

  private func waive(_ waived: Bool) throws {
    let rows = ["330523", "330500", "330000"].map { "\($0),\(waived)" }.joined(separator: "\n")
    let outcome = session("judge", "import tiers -", input: Array("region,waived\n\(rows)\n".utf8))
    try #require(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }

  // MARK: trying

  /// The person's one role; their own record in their own review is made with the role that may.
  func cast(_ role: FilingCell.Role, _ home: FilingCell.Home) throws {
    let fresh = room.folder + "/cast.sanku"
    try? FileManager.default.removeItem(atPath: fresh)
    try FileManager.default.copyItem(atPath: room.library, toPath: fresh)
    let kept = role.rawValue + home.region
    func change(_ arguments: [String]) throws {
      let outcome = BuiltSanku.run(["people", "change", "actor"] + arguments + ["--library", fresh])
      try #require(outcome.status == 0, "\(outcome.errors)")
    }
    try change(["--home", home.region, "--role", role.rawValue, "--region", home.region])
    for (old, region) in [
      ("clerk", "330523"), ("reviewer", "330523"), ("reviewer", "330500"), ("reviewer", "330000"),
    ] where old + region != kept {
      try change(["--without", "--role", old, "--region", region])
    }
  }

  /// What became of each record; a record that the person does not see is not among the answers.
  func attempt(_ verb: [String], on chosen: [Place]) throws -> [Place: String] {
    try inCopy { library in
      let line = verb.map { $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: " ")
      let all = chosen.compactMap { keys[$0] }.joined(separator: " ")
      let outcome = session("actor", line + " --format csv " + all, library: library)
      var found: [Place: String] = [:]
      for row in outcome.output.split(whereSeparator: \.isNewline).dropFirst() {
        let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        if cells.count > 2, let place = names[cells[0]] { found[place] = cells[2] }
      }
      return found
    }
  }

  /// Records whose field took a new value by an import.
  func enter(_ field: String) throws -> Set<Place> {
    try inCopy { library in
      let rows = keys.values.map { "\($0),另外写的一句话内容" }.joined(separator: "\n")
      _ = session("actor", "import projects -", input: Array("library_code,\(field)\n\(rows)\n".utf8), library: library)
      let text = BuiltSanku.run(["export", "projects", "--format", "json", "--library", library]).bytes
      let all = try JSONSerialization.jsonObject(with: Data(text)) as? [[String: Any]] ?? []
      return Set(
        all.filter { $0[field] as? String == "另外写的一句话内容" }
          .compactMap { ($0["library_code"] as? String).flatMap { names[$0] } })
    }
  }

  func seen() throws -> Set<Place> {
    try inCopy { library in
      let outcome = session("actor", "list projects --columns library_code --format csv", library: library)
      return Set(outcome.output.split(whereSeparator: \.isNewline).compactMap { names[String($0)] })
    }
  }

  private func inCopy<T>(_ body: (String) throws -> T) throws -> T {
    let copy = room.folder + "/copy.sanku"
    try? FileManager.default.removeItem(atPath: copy)
    try FileManager.default.copyItem(atPath: room.folder + "/cast.sanku", toPath: copy)
    return try body(copy)
  }

  private func session(
    _ who: String, _ line: String, input: [UInt8] = [], library: String? = nil
  ) -> BuiltSanku.Outcome {
    BuiltSanku.run(
      ["session", "--user", who, "--library", library ?? room.library], input: input,
      environment: ["SSH_ORIGINAL_COMMAND": line])
  }
}
