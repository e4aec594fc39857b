import Foundation
import TestTerminal
import Testing

/// A project of 安吉县 that its clerk has sent over the line, without fault under the rules.
final class SSHProject {
  let name: String
  private(set) var key = ""
  private let host: SSHHost
  private var fields: [String: Any]

  init(_ host: SSHHost, name: String) throws {
    self.host = host
    self.name = name
    let enterprise = try #require(
      try host.room.export("enterprises").first { $0["region"] as? String == "330523" }?["credit_code"] as? String)
    let plan = [
      ("preparation", "2024-03-13"), ("registration", "2024-04-27"), ("start", "2024-06-11"),
      ("equipment", "2024-08-04"), ("installation", "2024-09-09"), ("completion", "2024-10-04"),
      ("acceptance", "2025-06-04"),
    ]
    fields = [
      "region": "330523", "name": name, "holder_kind": "enterprise", "enterprise": enterprise + "-00",
      "division": "330523", "site": "溪口镇样例路892号", "focus_area": "facilities", "kind": "roof_pv",
      "content": "利用厂房屋顶建设分布式光伏电站，自发自用", "start_month": "2024-06", "deadline": "2024-10", "base_year": 2022,
      "pv_kw": 6200, "pv_area": 62000, "renewable_output": 620, "investment_equipment": 1874,
      "investment_construction": 267, "investment_other": 89, "fund_own": 2230, "contact": "李某己",
      "phone": "10032814943",
      "measures": [["name": "光伏组件", "quantity": 9142, "quantity_unit": "块", "investment": 1874]],
      "milestones": plan.map { ["stage": $0.0, "planned": $0.1] },
    ]
    let entered = enter([:])
    try #require(entered.status == 0, "\(entered.output)\(entered.errors)")
    key = try value("library_code", for: "clerk")
    fields["library_code"] = key
  }

  /// Sends the project again with some fields changed, as its clerk.
  func enter(_ changes: [String: Any]) -> BuiltSanku.Outcome {
    let changed = fields.merging(changes) { $1 }
    let bytes = (try? JSONSerialization.data(withJSONObject: [changed])) ?? Data()
    return host.run("clerk", ["import projects - --format json"], input: [UInt8](bytes))
  }

  /// What a person reads in a field of it; nothing where they see no such project.
  func value(_ field: String, for who: String) throws -> String {
    let rows = try host.done(who, ["list projects --where name=\(name) --columns \(field) --format csv"])
    return rows.split(whereSeparator: \.isNewline).dropFirst().first.map(String.init) ?? ""
  }

  func filing(for who: String) throws -> String { try value("filing", for: who) }

  func isInProvince(for who: String) throws -> Bool { try value("in_province", for: who) == "true" }
}
