import Domain
import Store
import Testing
import UseCases

@testable import Screens

/// A form that somebody else has open says so, on both sides, as long as it is so.
@Suite struct FormCompanyTests {
  @Test func eachFormSeesTheOther() throws {
    let desk = try PeopleDesk()
    let clerk = try desk.seat("clerk")
    let county = try desk.seat("county")
    clerk.press("/屋顶<Enter>e")
    #expect(clerk.frame.contains("修改项目") && !clerk.frame.contains("也开着"))
    county.press("/屋顶<Enter>e")
    #expect(county.frame.contains("clerk也打开着这条记录") && county.frame.contains("clerk也开着"))
    // Nothing was saved: the first one is told by itself, without a key.
    clerk.wake()
    #expect(clerk.frame.contains("county也打开着这条记录") && clerk.frame.contains("county也开着"))
    county.press("<Esc>")
    clerk.wake()
    #expect(!clerk.frame.contains("也开着"))
  }

  @Test func anotherRecordIsNoCompany() throws {
    let desk = try PeopleDesk()
    let clerk = try desk.seat("clerk")
    let county = try desk.seat("county")
    clerk.press("/屋顶<Enter>e")
    county.press("/电机<Enter>e")
    clerk.wake()
    #expect(county.frame.contains("修改项目") && !county.frame.contains("也开着"))
    #expect(!clerk.frame.contains("也开着"))
    // A new record is nobody else's.
    county.press("<Esc>i")
    #expect(county.frame.contains("新建项目") && !county.frame.contains("也开着"))
  }
}
