import Testing

@testable import Screens

@Suite struct OverviewFrameTests {
  @Test(arguments: [(80, 24), (120, 40), (40, 10)])
  func asKept(_ size: (width: Int, height: Int)) throws {
    let desk = try DashboardDesk(projects: nil, width: size.width, height: size.height)
    let name = "\(size.width)x\(size.height)"
    try Golden.check(desk.frame, "overview-targets-\(name)")
    desk.press("v")
    try Golden.check(desk.frame, "overview-enterprises-\(name)")
    desk.press("v")
    try Golden.check(desk.frame, "overview-projects-\(name)")
    desk.press("vm")
    try Golden.check(desk.frame, "overview-year-\(name)")
  }

  @Test func englishIsComplete() throws {
    let desk = try DashboardDesk(projects: nil, language: .en)
    for view in ["targets", "enterprises", "projects"] {
      try Golden.check(desk.frame, "overview-\(view)-en-80x24")
      desk.press("v")
    }
  }
}
