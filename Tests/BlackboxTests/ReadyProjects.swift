import Foundation
import Testing

/// Projects of one county as another program would hand them in, filled so that they may be submitted as they are.
struct ReadyProjects {
  let region: String
  /// The enterprise that carries them out, by its key.
  let enterprise: String

  init(in room: Room, region: String = "330523") throws {
    self.region = region
    let code = try #require(
      try room.export("enterprises").first { $0["region"] as? String == region }?["credit_code"] as? String)
    enterprise = code + "-00"
  }

  private static let plan = [
    ("preparation", "2024-03-13"), ("registration", "2024-04-27"), ("start", "2024-06-11"),
    ("equipment", "2024-08-04"), ("installation", "2024-09-09"), ("completion", "2024-10-04"),
    ("acceptance", "2025-06-04"),
  ]

  /// JSON as `import projects --format json` reads it.
  func file(_ names: [String]) throws -> [UInt8] {
    [UInt8](try JSONSerialization.data(withJSONObject: names.map(row)))
  }

  private func row(_ name: String) -> [String: Any] {
    [
      "region": region, "name": name, "holder_kind": "enterprise", "enterprise": enterprise, "division": region,
      "site": "溪口镇样例路892号", "focus_area": "facilities", "kind": "roof_pv",
      "content": "利用厂房屋顶建设分布式光伏电站，自发自用", "start_month": "2024-06", "deadline": "2024-10",
      "base_year": 2022, "pv_kw": 6200, "pv_area": 62000, "renewable_output": 620, "investment_equipment": 1874,
      "investment_construction": 267, "investment_other": 89, "fund_own": 2230, "contact": "李某己",
      "phone": "10032814943",
      "measures": [["name": "光伏组件", "quantity": 9142, "quantity_unit": "块", "investment": 1874]],
      "milestones": Self.plan.map { ["stage": $0.0, "planned": $0.1] },
    ]
  }
}
