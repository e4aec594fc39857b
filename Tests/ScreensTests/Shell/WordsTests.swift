import Domain
import Foundation
import Terminal
import Testing
import Widgets

@testable import Screens

/// What the program says in English holds no Chinese but names, clause numbers and what the language key shows.
@Suite struct WordsTests {
  /// Wordings that quote a Chinese name on purpose.
  private static let quoting = ["Such as 湖经信", "中文/English"]

  private static let sources = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/") + "/Sources/"

  private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    (0x3000...0x303F).contains(scalar.value) || (0x4E00...0x9FFF).contains(scalar.value)
      || (0xFF00...0xFFEF).contains(scalar.value)
  }

  @Test func wordingsInTheSourcesAreEnglish() throws {
    let wording = /\ben: *\n? *"((?:[^"\\]|\\.)*)"/
    var seen = 0
    for room in ["Domain", "UseCases", "Widgets", "Screens", "Terminal", "Store", "Interchange", "sanku"] {
      let files = FileManager.default.enumerator(atPath: Self.sources + room)
      while let file = files?.nextObject() as? String {
        guard file.hasSuffix(".swift") else { continue }
        let text = try String(contentsOfFile: Self.sources + room + "/" + file, encoding: .utf8)
        for match in text.matches(of: wording) {
          seen += 1
          let english = String(match.output.1)
          guard !Self.quoting.contains(english) else { continue }
          #expect(!english.unicodeScalars.contains(where: Self.isChinese), "\(file): \(english)")
        }
      }
    }
    #expect(seen > 500)
  }

  @Test func fieldsAndCodesAreEnglish() {
    var labels: [Label] = []
    for register in Registers.all {
      labels += [register.label, register.singular] + register.lists.map(\.label)
      for field in register.fields + register.lists.flatMap(\.fields) {
        labels += [field.label, field.unit.label] + (field.help.map { [$0] } ?? [])
        if case .code(let list) = field.kind { labels += list.codes.map(\.label) }
      }
      labels += register.layout.sections.map(\.label) + register.layout.columns.compactMap(\.heading)
    }
    labels += Registers.measures.values.flatMap { [$0.label, $0.rule] }
    labels += Registers.all.flatMap { $0.matters.map(\.label) }
    labels += PlanClauses.all.map(\.label) + PlanPart.allCases.map(\.label)
    for label in labels where !Self.quoting.contains(label.en) {
      let english = label.en.split(separator: "Clause ").first ?? ""
      #expect(!english.unicodeScalars.contains(where: Self.isChinese), "\(label.en)")
      #expect(label.zh.isEmpty == label.en.isEmpty, "\(label.zh) \(label.en)")
    }
    #expect(labels.count > 300)
  }

  @Test func actionsAreEnglish() {
    func check<S: Screen>(_: S.Type) {
      for action in S.actions.actions {
        for caption in [action.name, action.short, action.group] where caption.en.string != "中文/English" {
          #expect(!caption.en.string.unicodeScalars.contains(where: Self.isChinese), "\(action.id)")
        }
      }
    }
    check(MineScreen.self)
    check(OverviewScreen.self)
    check(LibraryScreen.self)
    check(RecordScreen.self)
    check(FormScreen.self)
    check(RegistersScreen.self)
    check(WatchScreen.self)
    check(ProposalScreen.self)
    check(PolicyScreen.self)
    check(AssessmentScreen.self)
    check(KeptTypingScreen.self)
    check(TallyScreen.self)
    check(RankingScreen.self)
    check(ChaseScreen.self)
    check(ProgressScreen.self)
    check(SplitScreen.self)
    check(LockScreen.self)
    check(CorrectionsScreen.self)
    check(VersionsScreen.self)
  }

  @Test func countsAreSingularAndPlural() {
    #expect(counted(1, "warning") == "1 warning")
    #expect(counted(0, "warning") == "0 warnings")
    #expect(counted(2, "entry", "entries") == "2 entries")
  }

  @Test func figuresStandApartFromUnitsThatBeginWithDigits() {
    #expect(Unit.yuanWan.behind("9 341", .en) == "9 341 ×10k CNY")
    #expect(Unit.yuanWan.behind("9 341", .zh) == "9 341 万元")
    #expect(Unit.tcePerYear.behind("3", .en) == "3 tce/a")
    #expect(Unit.none.behind("3", .en) == "3")
  }
}
