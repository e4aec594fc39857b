import Foundation
import Terminal
import Testing
import UseCases

@testable import Screens

/// Every screen at sizes that nobody would choose: all widths and heights on their own, or with SANKU_LONG=1 every
/// size from 1x1 to 200x60.
@Suite struct SizesTests {
  /// A screen by the way to it, and words that stand on it and on no screen on the way.
  struct Place: CustomTestStringConvertible, Sendable {
    let library: Library
    let keys: String
    let words: String

    init(_ library: Library, _ keys: String, _ words: String) {
      (self.library, self.keys, self.words) = (library, keys, words)
    }

    var testDescription: String { "\(library) \(keys)" }
  }

  /// What the screens have to show.
  enum Library: Sendable {
    /// The few projects and enterprises that most tests use.
    case few
    /// A quarter under way, and its supervisor.
    case quarter
    /// Matters that wait, experts, providers.
    case matters
    /// A batch that waits for its reviewer.
    case batch
    /// Rows pasted into the list of enterprises.
    case pasted

    func desk() throws -> Desk {
      switch self {
      case .few: return try Desk(region: nil)
      case .quarter: return try Desk.tally()
      case .matters: return try WatchDesk().desk
      case .batch: return try ReviewStoryTests.desk(3)
      case .pasted:
        let desk = try Desk(start: .enterprises)
        desk.press("3")
        desk.send(.paste("统一社会信用代码\t企业名称\t归口地区\n91330523MA2B4F6Y5W\t甲厂\t安吉\n91330502MA28C7R31L\t乙厂\t乌有县"))
        return desk
      }
    }
  }

  static let places: [Place] = [
    Place(.few, "", "[2项目库]"), Place(.few, "/a", "筛选:“a”"), Place(.few, "f", "加条件"), Place(.few, "c", "空格显示/隐藏"),
    Place(.few, "?", "帮助"), Place(.few, ":", "命令"), Place(.few, "s", "按哪一列排序"),
    Place(.few, "<Enter>", "概况"), Place(.few, "<Enter><Tab>", "概况"), Place(.few, "<Enter><Tab><Tab>", "概况"),
    Place(.few, "<Enter><S-Tab>", "概况"), Place(.few, "<Enter><S-Tab><S-Tab>", "概况"),
    Place(.few, "e", "修改项目"), Place(.few, "i", "新"), Place(.few, "i<F2>", "新"), Place(.few, "<F9>", "上报1项？"),
    Place(.few, "0", "[0我的"), Place(.few, "1", "[1总览"), Place(.few, "1v", "[1总览"), Place(.few, "1vv", "[1总览"),
    Place(.few, "3", "[3企业"), Place(.few, "3<Enter>", "概况"),
    Place(.few, "4", "[4能效"), Place(.few, "4<Enter>", "概况"),
    Place(.few, "5", "[5调度"), Place(.few, "6", "[6审核"), Place(.few, "7", "[7台账"), Place(.few, "7<Enter>", "[7台账"),
    Place(.few, "7<Enter>i", "新"), Place(.few, "8", "[8督办"),
    Place(.quarter, "", "组织实施技改项目"), Place(.quarter, "s", "进度排名"), Place(.quarter, "w", "未报"),
    Place(.quarter, "wJ<Enter>", "进展"), Place(.quarter, "J", "进展"), Place(.quarter, "T", "目标分解"),
    Place(.quarter, "C", "锁定  2023年二季度"), Place(.quarter, "CCyO数据有误<Enter>CyV", "比较各版"),
    Place(.quarter, "CCy<Esc>K", "更正"),
    Place(.matters, "8", "[8督办"), Place(.matters, "8<Tab>", "[8督办"), Place(.matters, "8L", "三、主要任务"),
    Place(.matters, "8K", "年度考核"), Place(.matters, "8V", "建议"), Place(.matters, "3<Enter>V", "服务商"),
    Place(.batch, "", "待审 1批 3项"), Place(.batch, "b", "退回"),
    Place(.batch, "a", "入库文号"), Place(.batch, "<Tab>", "待审 1批 3项"),
    Place(.pasted, "", "新增1"), Place(.pasted, "<Enter>", "甲厂"),
  ]

  @Test(arguments: places) func isSurvived(_ place: Place) throws {
    let desk = try place.library.desk()
    desk.press(place.keys)
    try #require(desk.frame.contains(place.words), "\(desk.frame)")
    var app = desk.app
    for size in Self.sizes {
      app.handle(.resize(size))
      var canvas = Canvas(size: size)
      app.draw(in: &canvas)
    }
    #expect(app.message?.label == desk.app.message?.label)
    desk.send(.resize(Size(width: 80, height: 24)))
    #expect(desk.frame.contains(place.words), "\(desk.frame)")
  }

  static let isLong = ProcessInfo.processInfo.environment["SANKU_LONG"] == "1"

  static var sizes: [Size] {
    if isLong { return (1...200).flatMap { width in (1...60).map { Size(width: width, height: $0) } } }
    let widths = (1...200).map { Size(width: $0, height: [1, 2, 3, 5, 10, 24, 40, 60][$0 % 8]) }
    let heights = (1...60).map { Size(width: [1, 2, 10, 40, 63, 80, 120, 200][$0 % 8], height: $0) }
    return widths + heights
  }
}
