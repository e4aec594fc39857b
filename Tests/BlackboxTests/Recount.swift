import Foundation
import TestTerminal
import Testing

/// Counts a library anew from what it exports as CSV, knowing nothing of how the store counts.
struct Recount {
  typealias Row = [String: String]

  let projects: [Row]
  let enterprises: [Row]
  let lines: [Row]
  /// Cities and what lies in them, by the reference tables.
  let regions: [(code: String, name: String, parent: String)]
  private var lists: [String: [String: [Row]]] = [:]

  init(_ room: Room) throws {
    func export(_ register: String) throws -> [Row] {
      let path = "\(room.folder)/\(register).csv"
      try room.done(["export", register, "-o", path])
      return try Self.table(path)
    }
    projects = try export("projects")
    enterprises = try export("enterprises")
    lines = try export("efficiency")
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/../../reference/"
    regions = try ["regions-zhejiang", "regions-local"].flatMap { try Self.table(folder + $0 + ".csv") }
      .map { ($0["code"] ?? "", $0["name"] ?? "", $0["parent_code"] ?? "") }
    for (register, list, key) in [
      ("projects", "memberships", "library_code"), ("projects", "milestones", "library_code"),
      ("projects", "plans", "library_code"), ("projects", "shares", "library_code"), ("enterprises", "years", "key"),
    ] {
      let rows = try Self.table("\(room.folder)/\(register).\(list).csv")
      lists[list] = Dictionary(grouping: rows) { $0[key] ?? "" }
    }
  }

  /// A CSV file with its first row as names: quotes, doubled quotes, line ends within them.
  static func table(_ path: String) throws -> [Row] {
    var text = try String(contentsOfFile: path, encoding: .utf8)
    if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle(); if isQuoted, !cell.isEmpty { cell.append(character) }
      case "," where !isQuoted:
        row.append(cell)
        cell = ""
      case "\r\n" where !isQuoted, "\n" where !isQuoted:
        rows.append(row + [cell])
        (row, cell) = ([], "")
      default: cell.append(character)
      }
    }
    if !cell.isEmpty || !row.isEmpty { rows.append(row + [cell]) }
    guard let names = rows.first else { return [] }
    return rows.dropFirst().map { Dictionary(zip(names, $0), uniquingKeysWith: { $1 }) }
  }

  // MARK: what a project is

  private func rows(_ list: String, _ project: Row) -> [Row] { lists[list]?[project["library_code"] ?? ""] ?? [] }

  func isIn(_ tier: String, _ project: Row) -> Bool {
    rows("memberships", project).last { $0["tier"] == tier }?["state"] == "admitted"
  }

  func isMember(_ project: Row) -> Bool { ["county", "city", "province"].contains { isIn($0, project) } }

  func stage(_ project: Row) -> String {
    func isDone(_ stage: String) -> Bool {
      rows("milestones", project).contains { $0["stage"] == stage && !($0["actual"] ?? "").isEmpty }
    }
    if !(project["stop_date"] ?? "").isEmpty { return "终止" }
    return isDone("acceptance") ? "验收" : isDone("completion") ? "竣工" : isDone("start") ? "实施" : "储备"
  }

  /// Carried out: once admitted, actually started in the plan's years, neither stopped nor merged away.
  func isCarriedOut(_ project: Row) -> Bool {
    let memberships = rows("memberships", project)
    guard memberships.contains(where: { !($0["admitted_on"] ?? "").isEmpty }), (project["stop_date"] ?? "").isEmpty,
      rows("milestones", project).contains(where: { milestone in
        milestone["stage"] == "start" && ["2022", "2023", "2024"].contains((milestone["actual"] ?? "").prefix(4))
      })
    else { return false }
    let exits = memberships.filter { $0["state"] == "exited" && !($0["exited_on"] ?? "").isEmpty }
    let last = exits.max { ($0["exited_on"] ?? "") < ($1["exited_on"] ?? "") }
    return isMember(project) || last?["exit_kind"] != "duplicate"
  }

  func isKey(_ project: Row) -> Bool {
    let plans = rows("plans", project).filter { $0["tier"] == "province" }
    let last = plans.max { ($0["year"] ?? "", $0["document_day"] ?? "") < ($1["year"] ?? "", $1["document_day"] ?? "") }
    return ["listed", "adjusted"].contains(last?["state"] ?? "")
  }

  /// The latest year of an enterprise.
  func year(_ enterprise: Row) -> Row {
    (lists["years"]?[enterprise["key"] ?? ""] ?? []).max { ($0["year"] ?? "") < ($1["year"] ?? "") } ?? [:]
  }

  func grade(_ line: Row) -> String {
    func number(_ field: String) -> Decimal? { Decimal(string: line[field] ?? "") }
    guard let value = number("comparable") ?? number("consumption"), let best = number("benchmark"),
      let least = number("baseline")
    else { return "" }
    return value <= best ? "优于标杆" : value <= least ? "标杆至基准" : "劣于基准"
  }

  // MARK: sums

  /// Rows by city, under the name that screens give it.
  func byCity(_ rows: [Row]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for city in regions where city.parent == "330000" {
      counts[String(city.name.dropLast())] = rows.count { isIn($0, city.code) }
    }
    return counts
  }

  /// An amount of projects by city: the shares where they stand, what they leave where the project does.
  func sharedByCity(_ rows: [Row], _ field: String) -> [String: Decimal] {
    var sums: [String: Decimal] = [:]
    for city in regions where city.parent == "330000" {
      sums[String(city.name.dropLast())] = rows.reduce(0) { sum, project in
        let shares = self.rows("shares", project)
        let here = self.sum(shares.filter { isIn($0, city.code) }, field)
        let rest = self.sum([project], field) - self.sum(shares, field)
        return sum + here + (isIn(project, city.code) ? rest : 0)
      }
    }
    return sums
  }

  /// Projects that stand in a region or have a share there.
  func touching(_ code: String) -> [Row] {
    projects.filter { project in isIn(project, code) || rows("shares", project).contains { isIn($0, code) } }
  }

  func isIn(_ row: Row, _ code: String) -> Bool {
    let region = row["region"] ?? ""
    return code == "330000" || region == code || (code.hasSuffix("00") && region.hasPrefix(code.prefix(4)))
  }

  func sum(_ rows: [Row], _ field: String) -> Decimal {
    rows.reduce(0) { $0 + (Decimal(string: $1[field] ?? "") ?? 0) }
  }
}
