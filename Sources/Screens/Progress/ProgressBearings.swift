import Domain
import UseCases

/// Where one stands among the reports, and how it is found again.
extension ProgressScreen {
  static let kind = "progress"

  package var bearings: [String]? {
    [Self.kind, region, quarter.text, onlyMissing ? "missing" : "all", current?.text ?? ""]
  }

  package mutating func stand(at bearings: [String], _ services: Services) throws {
    guard bearings.count > 4, let quarter = Quarter(parsing: bearings[2]),
      DashboardScope.choices(under: own, reference).contains(bearings[1])
    else { return }
    region = bearings[1]
    self.quarter = quarter
    onlyMissing = bearings[3] == "missing"
    try reload(services)
    guard let id = RecordID(bearings[4]), let place = try window?.list.place(of: id) else { return }
    table.go(to: place, source)
    try seen(services)
  }
}
