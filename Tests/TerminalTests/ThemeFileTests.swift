import Foundation
import Testing

@testable import Terminal

@Suite struct ThemeFileTests {
  private static let directory =
    URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("themes").path

  @Test func theFourThemesAreThere() {
    #expect(ThemeFile.names(in: Self.directory) == ["dark", "high-contrast", "light", "mono"])
  }

  @Test(arguments: ["dark", "light", "high-contrast", "mono"])
  func everyThemeNamesEveryRoleAndShowsTheSelectedRowWithoutColour(_ name: String) throws {
    let text = try String(contentsOfFile: Self.directory + "/" + name + ".yaml", encoding: .utf8)
    for role in Role.allCases { #expect(text.contains("\n\(role.rawValue): ")) }
    let (theme, problem) = ThemeFile.load(name, from: Self.directory)
    #expect(problem == nil)
    #expect(theme.look(.selected, .none).attributes.contains(.reverse))
    #expect(theme.look(Style(.tabCurrent), .none).attributes.contains(.reverse))
    for depth in ColorDepth.allCases {
      #expect(theme.look(.selected, depth) != theme.look(.text, depth))
      for role in Role.allCases {
        let look = theme.look(Style(role), depth)
        #expect(depth != .none || (look.foreground == nil && look.background == nil))
        #expect(
          Int(look.foreground ?? 0) < max(1, depth.rawValue) && Int(look.background ?? 0) < max(1, depth.rawValue))
      }
    }
  }

  @Test func colorsAndAttributesAreRead() throws {
    let theme = try ThemeFile.parse(
      "error: { c256: 210 on 24, c16: 9, c8: default, with: bold, mono: reverse bold }", name: "t")
    #expect(theme.look(.error, .full) == Appearance(foreground: 210, background: 24, attributes: .bold))
    #expect(theme.look(.error, .sixteen) == Appearance(foreground: 9, attributes: .bold))
    #expect(theme.look(.error, .eight) == Appearance(attributes: .bold))
    #expect(theme.look(.error, .none) == Appearance(attributes: [.bold, .reverse]))
    #expect(theme.look(.selected, .full) == Theme.builtIn.look(.selected, .full))
  }

  @Test(arguments: [
    "", "- a", "nosuchrole: {}", "text: 3", "text: { c256: 256 }", "text: { c8: 8 }", "text: { c16: red }",
    "text: { with: blink }", "text: { nosuchkey: 1 }", "text: {", "a: &a [*a, *a]", "text: { c256: 1 on 2 on 3 }",
    "\u{0}",
    "text: { c256: -1 }", "text: { c256: [1] }",
  ])
  func aBadThemeGivesOneLineAndTheBuiltIn(_ text: String) throws {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent("theme-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    try text.write(to: directory.appendingPathComponent("bad.yaml"), atomically: true, encoding: .utf8)
    let (theme, problem) = ThemeFile.load("bad", from: directory.path)
    #expect(theme == .builtIn)
    #expect(problem?.en.string.contains("bad") == true)
    #expect(problem?.zh.string.contains("主题") == true)
  }

  @Test func aMissingThemeOrAPathFallsBack() {
    for name in ["nosuch", "../themes/dark"] {
      let (theme, problem) = ThemeFile.load(name, from: Self.directory)
      #expect(theme == .builtIn && problem != nil)
    }
  }
}
