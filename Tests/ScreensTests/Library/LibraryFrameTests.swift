import Testing

@testable import Screens

@Suite struct LibraryFrameTests {
  @Test(arguments: [(80, 24), (120, 40), (40, 10)])
  func listAsKept(_ size: (width: Int, height: Int)) throws {
    let desk = try Desk(region: nil, width: size.width, height: size.height)
    try Golden.check(desk.frame, "library-\(size.width)x\(size.height)")
    desk.press("<Enter>")
    try Golden.check(desk.frame, "record-\(size.width)x\(size.height)")
    desk.press("<Tab><Tab>")
    try Golden.check(desk.frame, "milestones-\(size.width)x\(size.height)")
    desk.press("<S-Tab><S-Tab><S-Tab>")
    try Golden.check(desk.frame, "history-\(size.width)x\(size.height)")
  }

  @Test func englishIsComplete() throws {
    let desk = try Desk(region: nil, language: .en)
    try Golden.check(desk.frame, "library-en-80x24")
    desk.press("<Enter>")
    try Golden.check(desk.frame, "record-en-80x24")
  }
}
