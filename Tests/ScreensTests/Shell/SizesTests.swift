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
    Place(.few, "", "[2项目库]"), Place(.few, "/a", "筛选:“a”"), Place(.few, "f", "加条件"),
    Place(.few, "c", "空格显示/隐藏"), Place(.few, "?", "项目库 的按键"), Place(.few, ":", "─ 命令 ─"),
    Place(.few, "s", "按哪一列排序"), Place(.few, "<Enter>", "[概况] 措施"), Place(.few, "<Enter><Tab>", "改造措施 2条"),
    Place(.few, "<Enter><Tab><Tab>", "[时间节点]"), Place(.few, "<Enter><S-Tab>", "共1次变动"),
    Place(.few, "<Enter><S-Tab><S-Tab>", "[相关]"), Place(.few, "e", "修改项目"), Place(.few, "i", "新建项目"),
    Place(.few, "i<F2>", "91330109MA2ABCDE1W-00"), Place(.few, "<F9>", "上报1项？"), Place(.few, "0", "[0我的"),
    Place(.few, "1", "计划目标 浙江省"), Place(.few, "1v", "企业清单 浙江省"), Place(.few, "1vv", "项目与能效 浙江省"),
    Place(.few, "3", "[3企业"), Place(.few, "3<Enter>", "[概况] 历年数据"), Place(.few, "4", "[4能效"),
    Place(.few, "4<Enter>", "[概况] 项目库"), Place(.few, "5", "[5调度"), Place(.few, "6", "[6审核"),
    Place(.few, "7", "淘汰整治清单"), Place(.few, "7<Enter>", "入户日期▾"), Place(.few, "7<Enter>i", "新建诊断"),
    Place(.few, "8", "[8督办"), Place(.quarter, "", "组织实施技改项目"), Place(.quarter, "s", "进度排名  2023年二季度"),
    Place(.quarter, "w", "未报名单  2023年二季度"), Place(.quarter, "wJ<Enter>", "2023年二季度进展  湖州市安吉县"),
    Place(.quarter, "J", "2023年二季度进展  湖州市  应报8"), Place(.quarter, "T", "目标分解  湖州市"),
    Place(.quarter, "C", "锁定  2023年二季度"), Place(.quarter, "CCyO数据有误<Enter>CyV", "比较各版"),
    Place(.quarter, "CCy<Esc>K", "锁定后更正  2023年二季度"), Place(.matters, "8", "[8督办"),
    Place(.matters, "8L", "三、主要任务"), Place(.matters, "8K", "年度考核"), Place(.matters, "8V", "2023年监察名单建议"),
    Place(.matters, "3<Enter>V", "服务商推荐"), Place(.batch, "", "待审 1批 3项"), Place(.batch, "b", "退回：选原因或字段"),
    Place(.batch, "a", "入库文号"), Place(.pasted, "", "新增1"), Place(.pasted, "<Enter>", "─ 第3行 ─"),
  ]

  @Test(arguments: places) func isSurvived(_ place: Place) throws {
    let desk = try place.library.desk()
    #expect(place.keys.isEmpty || !desk.frame.contains(place.words), "stands there before any key")
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
    let (widths, heights) = ([1, 2, 10, 40, 63, 80, 120, 200], [1, 2, 3, 5, 10, 24, 40, 60])
    // Each width and each height with three of the others, in turn.
    return (1...200).flatMap { width in (0..<3).map { Size(width: width, height: heights[(width + $0 * 3) % 8]) } }
      + (1...60).flatMap { height in (0..<3).map { Size(width: widths[(height + $0 * 3) % 8], height: height) } }
  }
}
