import Domain
import UseCases

/// How the screens say where one stands, and find it again.
extension RecordScreen {
  static let kind = "record"

  package var bearings: [String]? {
    // The record as it was at a moment is reached from its history.
    guard moment == nil else { return nil }
    return [Self.kind, register.id, id.text] + [current, spot.line, spot.stop].map(String.init)
  }

  package mutating func stand(at bearings: [String], _ services: Services) throws {
    let numbers = bearings.dropFirst(3).compactMap { Int($0) }
    guard numbers.count == 3, tabs.indices.contains(numbers[0]) else { return }
    current = numbers[0]
    layOut()
    guard !stops(numbers[1]).isEmpty else { return }
    spot = Spot(line: numbers[1], stop: 0)
    spot.stop = min(max(0, numbers[2]), stops(spot.line).count - 1)
    scroll()
  }
}

extension LibraryScreen {
  /// Filter, sort and row are kept among the person's settings; a list that was opened for a figure is found by that.
  package var bearings: [String]? {
    filter.fixed.isEmpty ? ["list", register.id, pane == .tree ? "tree" : "table", filter.tier.rawValue] : nil
  }

  package mutating func stand(at bearings: [String], _ services: Services) throws {
    guard bearings.count > 3, bearings[1] == register.id else { return }
    if bearings[2] == "tree", areas.hasTree { pane = .tree }
    guard let tier = ListFilter.TierStep(rawValue: bearings[3]), tier != filter.tier else { return }
    let id = table.place.cursorID
    filter.tier = tier
    try filterChanged(services)
    guard let window, let record = id.flatMap({ RecordID($0) }), let place = try window.list.place(of: record)
    else { return }
    table.go(to: place, source)
    try seen(services)
  }
}

extension LibraryScreen {
  /// The list of a register that lies on 台账.
  static func found(at bearings: [String], on tab: TabID, _ services: Services) -> LibraryScreen? {
    guard tab == .registers, bearings.count > 3, bearings[0] == "list", let register = Registers.named(bearings[1])
    else { return nil }
    return LibraryScreen(register, tab: tab, services)
  }
}

extension RegistersScreen {
  package var bearings: [String]? { ["registers", current?.register.id ?? "", "\(spot.stop)"] }

  package mutating func stand(at bearings: [String], _ services: Services) throws {
    guard bearings.count > 2, let row = rows.firstIndex(where: { $0.register.id == bearings[1] }) else { return }
    spot = Spot(row: row, stop: Int(bearings[2]) ?? 0)
    settle()
  }
}

extension OverviewScreen {
  package var bearings: [String]? {
    let isYearly = scope.isYearly ? "year" : "all"
    return ["overview", "\(view.rawValue)", scope.region, scope.quarter.text, isYearly, place.spot ?? ""]
  }

  package mutating func stand(at bearings: [String], _ services: Services) throws {
    guard bearings.count > 5, let view = Int(bearings[1]).flatMap(View.init),
      let quarter = Quarter(parsing: bearings[3]),
      DashboardScope.choices(under: own, reference).contains(bearings[2])
    else { return }
    self.view = view
    scope = DashboardScope(region: bearings[2], quarter: quarter, isYearly: bearings[4] == "year")
    try refresh(services)
    guard plan.spot(bearings[5]) != nil else { return }
    var place = place
    place.spot = bearings[5]
    self.place = place
    layOut()
  }
}

extension ReviewScreen {
  package var bearings: [String]? {
    ["review", current?.id.text ?? "", pane == .detail ? "detail" : "inbox", "\(detailTop)"]
  }

  package mutating func stand(at bearings: [String], _ services: Services) throws {
    guard bearings.count > 3, let id = RecordID(bearings[1]), lines.contains(.item(id)) else { return }
    cursor = .item(id)
    try readDetail(services)
    if bearings[2] == "detail" { pane = .detail }
    detailTop = min(max(0, Int(bearings[3]) ?? 0), max(0, detailLines.count - 1))
  }
}

extension MineScreen {
  package var bearings: [String]? { ["mine", "\(lines.firstIndex(of: cursor) ?? 0)"] }

  package mutating func stand(at bearings: [String], _ services: Services) throws {
    guard let line = bearings.last.flatMap({ Int($0) }), lines.indices.contains(line) else { return }
    cursor = lines[line]
    settle()
  }
}
