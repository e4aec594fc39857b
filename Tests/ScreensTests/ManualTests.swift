import Domain
import Foundation
import Testing
import Widgets

@testable import Screens

/// The key tables of the manual are the action tables, in both languages; `SANKU_GOLDEN=write` writes them anew.
@Suite struct ManualTests {
  private static let manuals: [(path: String, language: Widgets.Language)] = [
    ("docs/manual.zh-CN.md", .zh), ("docs/manual.md", .en),
  ]

  @Test(arguments: [0, 1]) func keyTablesAreTheActionTables(_ index: Int) throws {
    let (path, language) = Self.manuals[index]
    let manual = try String(contentsOfFile: Self.checkout + path, encoding: .utf8)
    var wanted = manual
    for (name, table) in Self.tables(language) {
      let (start, end) = ("<!-- keys: \(name) -->\n", "<!-- end -->")
      guard let from = wanted.range(of: start)?.upperBound,
        let to = wanted.range(of: end, range: from..<wanted.endIndex)?.lowerBound
      else {
        Issue.record("\(path) has no table between \(start)and \(end)")
        continue
      }
      if wanted[from..<to] != table { wanted.replaceSubrange(from..<to, with: table) }
      if !manual.contains(start + table + end), !Self.isWriting {
        Issue.record("\(path): the table of \(name) should be\n\(table)")
      }
    }
    if Self.isWriting { try wanted.write(toFile: Self.checkout + path, atomically: true, encoding: .utf8) }
  }

  @Test func noKeyMeansTwoThings() {
    let conflicts =
      MineScreen.actions.conflicts() + OverviewScreen.actions.conflicts() + LibraryScreen.actions.conflicts()
      + ReviewScreen.actions.conflicts() + RecordScreen.actions.conflicts() + FormScreen.actions.conflicts()
      + KeptTypingScreen.actions.conflicts() + RegistersScreen.actions.conflicts() + ImportScreen.actions.conflicts()
      + WatchScreen.actions.conflicts() + ProposalScreen.actions.conflicts() + PolicyScreen.actions.conflicts()
      + AssessmentScreen.actions.conflicts() + ImportScreen.actions.conflicts()
      + TallyScreen.actions.conflicts() + RankingScreen.actions.conflicts() + ChaseScreen.actions.conflicts()
      + ProgressScreen.actions.conflicts() + SplitScreen.actions.conflicts()
      + LockScreen.actions.conflicts() + CorrectionsScreen.actions.conflicts() + VersionsScreen.actions.conflicts()
      + PackagesScreen.actions.conflicts() + IncomingScreen.actions.conflicts()
    // A screen may do something of its own on the way back.
    #expect(conflicts.filter { !$0.hasSuffix(" and common.back") }.isEmpty)
  }

  /// A table for the frame, and one for what each screen adds to it.
  private static func tables(_ language: Widgets.Language) -> [(name: String, table: String)] {
    [
      ("everywhere", table(MineScreen.actions.actions.filter { $0.id.hasPrefix("common.") }, language)),
      ("mine", own(MineScreen.self, language)), ("overview", own(OverviewScreen.self, language)),
      ("library", own(LibraryScreen.self, language)), ("record", own(RecordScreen.self, language)),
      ("review", own(ReviewScreen.self, language)), ("registers", own(RegistersScreen.self, language)),
      ("watch", own(WatchScreen.self, language)), ("proposals", own(ProposalScreen.self, language)),
      ("policy", own(PolicyScreen.self, language)), ("assessment", own(AssessmentScreen.self, language)),
      ("tally", own(TallyScreen.self, language)), ("ranking", own(RankingScreen.self, language)),
      ("chase", own(ChaseScreen.self, language)), ("progress", own(ProgressScreen.self, language)),
      ("split", own(SplitScreen.self, language)), ("lock", own(LockScreen.self, language)),
      ("corrections", own(CorrectionsScreen.self, language)), ("versions", own(VersionsScreen.self, language)),
      ("packages", own(PackagesScreen.self, language)), ("incoming", own(IncomingScreen.self, language)),
      ("form", own(FormScreen.self, language)),
      ("kept", own(KeptTypingScreen.self, language)), ("import", own(ImportScreen.self, language)),
    ]
  }

  private static func own<S: Screen>(_: S.Type, _ language: Widgets.Language) -> String {
    table(S.actions.actions.filter { !$0.id.hasPrefix("common.") }, language)
  }

  private static func table<S>(_ actions: [Action<S>], _ language: Widgets.Language) -> String {
    let heading = language == .zh ? "| 键 | 作用 |\n| --- | --- |\n" : "| keys | what it does |\n| --- | --- |\n"
    return actions.reduce(heading) { text, action in
      let keys = action.allKeys.map { "`\($0.name(language).string)`" }.joined(separator: " ")
      let none = language == .zh ? "（只在命令面板）" : "(commands only)"
      return text + "| \(keys.isEmpty ? none : keys) | \(action.name(language).string) |\n"
    }
  }

  private static var isWriting: Bool { ProcessInfo.processInfo.environment["SANKU_GOLDEN"] == "write" }

  private static var checkout: String {
    // …/Tests/ScreensTests/ManualTests.swift
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/"
  }
}
