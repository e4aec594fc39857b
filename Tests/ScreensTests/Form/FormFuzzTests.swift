import Domain
import Foundation
import Terminal
import Testing
import UseCases
import Widgets

@testable import Screens

/// Whatever is pressed or pasted, the form stands, at every size.
struct FormFuzzTests {
  private struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private static let keys: [Key] = [
    .enter, .tab, .tab, .tab, .backTab, .escape, .backspace, .delete, .up, .down, .left, .right, .pageUp, .pageDown,
    .home, .end, .controlUp, .controlDown, .controlLeft, .controlRight, .control("n"), .control("n"), .control("d"),
    .control("w"), .control("u"), .control("k"), .control("s"), .function(2), .function(4), .function(7), .function(8),
    .function(9), .insert, .alt("b"),
  ]
  private static let typed = Array("0123456789.-+ aajmmzxhz年月水泥余热发电亿，。\u{0301}\u{202E}é😀")

  @Test func survivesRandomKeys() throws {
    let driver = try FormDriver()
    let enterprise = try driver.enterprise()
    try driver.line(enterprise.id)
    var random = Random(state: 20230614)
    try driver.open(try FormScreen.new("projects", driver.services))
    for step in 0..<Self.steps {
      if driver.stack.isEmpty || driver.stack.count > 4 {
        driver.stack = []
        let register = ["projects", "enterprises", "efficiency"].randomElement(using: &random) ?? "projects"
        try driver.open(try FormScreen.new(register, driver.services))
      }
      if driver.asked != nil {
        try driver.answer(.chosen(Int.random(in: 0...3, using: &random)))
        try driver.answer(.yes)
        driver.asked = nil
        continue
      }
      driver.clock.pass(Int64.random(in: 0...400, using: &random))
      switch Int.random(in: 0..<100, using: &random) {
      case 0: try driver.paste("甲\t乙\t3\n\"丁\t戊\u{1B}[2J\n\n" + String(repeating: "長", count: 60))
      case 1:
        driver.size = Size(
          width: Int.random(in: 1...130, using: &random), height: Int.random(in: 1...42, using: &random))
        if var screen = driver.stack.last {
          try screen.resize(driver.size, driver.services)
          driver.stack[driver.stack.count - 1] = screen
        }
      case 2..<60: try driver.press(.character(Self.typed.randomElement(using: &random) ?? "a"))
      default: try driver.press(Self.keys.randomElement(using: &random) ?? .tab)
      }
      if step % 50 == 0 { _ = driver.frame() }
    }
    #expect(try driver.store.verify { _ in true }.isEmpty)
  }

  /// `SANKU_FUZZ` asks for more.
  private static var steps: Int { ProcessInfo.processInfo.environment["SANKU_FUZZ"].flatMap(Int.init) ?? 4000 }

  @Test func standsAtEverySize() throws {
    let driver = try FormDriver()
    _ = try FormStoryTests.project(driver)
    for width in stride(from: 1, through: 130, by: 7) + [2, 3, 80] {
      for height in [1, 2, 3, 4, 5, 10, 21, 40] {
        driver.size = Size(width: width, height: height)
        guard var form = driver.form else { return }
        form.resize(driver.size, driver.services)
        driver.stack = [form]
        let lines = driver.frame().split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(lines.count == height)
        #expect(lines.allSatisfy { CleanText($0).width <= width })
      }
    }
  }

  @Test func offerAndConflictStandAtEverySize() throws {
    let driver = try FormDriver()
    let enterprise = try driver.enterprise()
    try driver.open(try FormScreen.edit("enterprises", enterprise.id, driver.services))
    try driver.go("name")
    try driver.type("改\t")
    var other = enterprise
    other["name"] = .text("对方写的名称")
    _ = try SaveRecord.run(other, base: 1, in: driver.store, as: driver.services.environment)
    try driver.press(.control("s"))
    #expect(driver.form?.conflict != nil)
    let offer = try #require(FormScreen.restored(driver.services))
    for screen in [try #require(driver.stack.last), offer] {
      driver.stack = [screen]
      for width in [1, 2, 3, 5, 8, 13, 21, 40, 80, 120] {
        for height in [1, 2, 3, 4, 5, 10, 21, 40] {
          driver.size = Size(width: width, height: height)
          let lines = driver.frame().split(separator: "\n", omittingEmptySubsequences: false).dropLast()
          #expect(lines.count == height && lines.allSatisfy { CleanText($0).width <= width })
        }
      }
    }
  }

  @Test func hostileBytesReachNeitherScreenNorRecord() throws {
    let driver = try FormDriver()
    try driver.open(try FormScreen.new("projects", driver.services))
    let hostile =
      "名\u{1B}]52;c;QQ==\u{07}\u{1B}[2J\u{202E}称\u{200B}\r\n\u{9B}31m" + String(repeating: "e\u{0301}", count: 3)
    for field in ["name", "content", "remarks"] {
      try driver.go(field)
      try driver.paste(hostile)
      try driver.press(.tab)
    }
    try driver.press(.control("s"))
    let id = try #require(driver.form?.document.id)
    let saved = try #require(try driver.record("projects", id))
    for field in ["name", "content", "remarks"] {
      let text = try #require(saved[field].text)
      #expect(
        !text.unicodeScalars.contains {
          $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) || $0.value == 0x202E
        })
    }
    #expect(!driver.frame().unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
  }
}
