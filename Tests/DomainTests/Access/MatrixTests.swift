import Foundation
import Testing

@testable import Domain

/// Every cell of the permissions against a table written by hand, and the page that shows them.
@Suite struct MatrixTests {
  /// One line a role, group and deed: own, below, above, elsewhere; `+` anybody's, `m` mine, `o` others', `-` nobody's.
  /// Cells that are not named are `----`.
  private static let expected = """
    clerk filed see ++-- export ++-- create +m-- edit +m-- keep +m-- import +m-- submit +m-- withdraw +m-- delete mm--
    clerk plain see ++-- export ++-- create +m-- edit +m-- keep +m-- import +m--
    clerk pools see ++++ export ++++ create +m-- edit +m-- keep +m-- import +m--
    clerk inspections see ++-- export ++--
    clerk figures see ++-- export ++--
    clerk people see ++-- export ++--
    clerk books see ++++ export ++++
    reviewer filed see ++-- export ++-- create +m-- edit +m-- keep +m-- import +m-- submit +m-- withdraw +m-- delete mm--
    reviewer filed review o--- admit o--- return o--- recommend o--- plan o--- verify_saving o---
    reviewer plain see ++-- export ++-- create +m-- edit +m-- keep +m-- import +m--
    reviewer pools see ++++ export ++++ create +m-- edit +m-- keep +m-- import +m--
    reviewer inspections see ++-- export ++--
    reviewer figures see ++-- export ++--
    reviewer people see ++-- export ++--
    reviewer books see ++++ export ++++ settings +---
    inspector filed see ++-- export ++--
    inspector plain see ++-- export ++--
    inspector pools see ++++ export ++++
    inspector inspections see ++-- export ++-- inspect ++--
    inspector figures see ++-- export ++--
    inspector people see ++-- export ++--
    inspector books see ++++ export ++++
    supervisor filed see ++-- export ++--
    supervisor plain see ++-- export ++--
    supervisor pools see ++++ export ++++
    supervisor inspections see ++-- export ++--
    supervisor figures see ++-- export ++-- lock ++-- unlock +--- confirm o--- targets ++--
    supervisor people see ++-- export ++--
    supervisor books see ++++ export ++++
    administrator filed see ++++ export ++++
    administrator plain see ++++ export ++++
    administrator pools see ++++ export ++++
    administrator inspections see ++++ export ++++
    administrator figures see ++++ export ++++
    administrator people see ++++ export ++++ people ++++
    administrator books see ++++ export ++++ settings ++++ reference ++++ upkeep ++++
    """

  private static let cells: [String: String] = {
    var cells: [String: String] = [:]
    for line in expected.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      var place = 2
      while place + 1 < words.count {
        cells["\(words[0]) \(words[1]) \(words[place])"] = words[place + 1]
        place += 2
      }
    }
    return cells
  }()

  /// A register of each group, and regions that lie so to 湖州 330500.
  private static let registers: [RegisterGroup: String] = [
    .filed: "projects", .plain: "enterprises", .pools: "providers", .inspections: "inspections", .figures: "targets",
    .people: "people",
    .books: "tiers",
  ]
  private static let places: [(Place, String)] = [
    (.own, "330500"), (.below, "330523"), (.above, "330000"), (.elsewhere, "330109"),
  ]

  @Test(arguments: Role.allCases) func everyCell(_ role: Role) throws {
    let access = Access(person: "王静", grants: [Grant(role, region: "330500")], regions: ReferenceTables.builtIn.regions)
    for group in RegisterGroup.allCases {
      let register = try #require(Self.registers[group])
      for deed in Deed.allCases {
        let cell = Array(Self.cells["\(role.rawValue) \(group.rawValue) \(deed.rawValue)"] ?? "----")
        for (number, (place, region)) in Self.places.enumerated() {
          for isMine in [true, false] {
            let wanted = cell[number] == "+" || cell[number] == (isMine ? "m" : "o")
            let subject = Subject(register, region: region, isMine: isMine)
            let said = "\(role) \(deed) \(group) \(place) \(isMine ? "mine" : "others")"
            let refusal = access.refusal(deed, subject)
            #expect((refusal == nil) == wanted, "\(said)")
            if let refusal {
              #expect(!refusal.zh.isEmpty && !refusal.en.isEmpty && !refusal.en.contains("  "), "\(said)")
            }
            #expect((try? access.permit(deed, subject)) != nil || !wanted, "\(said)")
          }
        }
      }
    }
  }

  @Test func allCellsOfTheTableAreKnownWords() {
    for key in Self.cells.keys {
      let words = key.split(separator: " ").map(String.init)
      #expect(Role(rawValue: words[0]) != nil && RegisterGroup(rawValue: words[1]) != nil, "\(key)")
      #expect(Deed(rawValue: words[2]) != nil, "\(key)")
    }
    #expect(Self.cells.count == Matrix.table(.zh).count)
  }

  @Test func theOnlyUserMayEverything() {
    let alone = Access.alone("root")
    for deed in Deed.allCases { #expect(alone.refusal(deed, Subject("projects", region: "")) == nil) }
    #expect(alone.scopes("projects") == .everything)
  }

  @Test func rightsAreTheUnionOfRolesAndKeptToTheirRegisters() {
    let access = Access(
      person: "李",
      grants: [
        Grant(.clerk, region: "330523"), Grant(.reviewer, region: "330500", registers: ["projects"]),
        Grant(.inspector, region: "330502"),
      ], regions: ReferenceTables.builtIn.regions)
    #expect(access.refusal(.create, Subject("enterprises", region: "330523", isMine: true)) == nil)
    #expect(access.refusal(.admit, Subject("projects", region: "330500")) == nil)
    #expect(access.refusal(.admit, Subject("projects", region: "330523")) != nil)
    #expect(access.refusal(.create, Subject("enterprises", region: "330500", isMine: true)) != nil)
    #expect(access.scopes("projects") == .regions(["330500"]))
    #expect(access.scopes("enterprises") == .regions(["330502", "330523"]))
    #expect(!access.sees("enterprises", region: "330500") && !access.sees("projects", region: ""))
    let nobody = Access(person: "空", grants: [], regions: ReferenceTables.builtIn.regions)
    #expect(nobody.scopes("projects") == .regions([]) && nobody.scopes("projects").expression == "none")
  }

  @Test func aRefusalSaysWhoMay() throws {
    let access = Access(
      person: "李", grants: [Grant(.reviewer, region: "330523")], regions: ReferenceTables.builtIn.regions)
    let elsewhere = try #require(access.refusal(.admit, Subject("projects", region: "330500")))
    #expect(elsewhere.zh.contains("湖州市审核员"))
    #expect(elsewhere.en.contains("the reviewer of 湖州市"))
    let own = try #require(access.refusal(.admit, Subject("projects", region: "330523", isMine: true)))
    #expect(own.zh.contains("本人"))
    let people = try #require(access.refusal(.people, Subject("people", region: "330523")))
    #expect(people.zh.contains("管理员"))
    let blank = try #require(access.refusal(.create, Subject("projects", region: "", isMine: true)))
    #expect(blank.zh.contains("归口地区"))
  }

  @Test func whoMayNotHandlePackagesIsToldOfPackages() throws {
    let clerk = Access(
      person: "李", grants: [Grant(.clerk, region: "330523")], regions: ReferenceTables.builtIn.regions)
    let refusal = try #require(clerk.refusal(.upkeep, Subject("packages", region: "330523")))
    #expect(refusal.zh.hasPrefix("无权收发") && refusal.zh.contains("数据包；请找"), "\(refusal.zh)")
    #expect(refusal.en.contains("exchange: packages"))
  }

  @Test func thePageOfPermissionsIsCurrent() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("docs/permissions.md")
    let page = Self.page()
    if ProcessInfo.processInfo.environment["SANKU_GOLDEN"] == "write" {
      try Data(page.utf8).write(to: file)
    }
    #expect(
      (try? String(contentsOf: file, encoding: .utf8)) == page,
      "docs/permissions.md is old: run this test with SANKU_GOLDEN=write")
  }

  /// The table in both languages, as `sanku people matrix` prints it.
  private static func page() -> String {
    func table(_ language: Language) -> String {
      let headings = Matrix.headings(language)
      let rows = [headings, headings.map { _ in "---" }] + Matrix.table(language)
      return rows.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }
    return """
      # 权限 Permissions

      由程序的权限表生成，`sanku people matrix` 打印同一张表。权利是一个人各角色之和，每个角色属一个地区，可只限几个清单。
      “本人的”指本人填报或最近上报的记录；没有列出的都不可以。没有人员的库归一人，什么都可以。

      \(table(.zh))

      Made from the program's own table, which `sanku people matrix` prints. A person's rights are the union of their roles, each for one
      region and perhaps some registers only. “One's own” is what one typed or submitted last; what is not listed may not be done. A library
      without people is one person's, who may everything.

      \(table(.en))

      """
  }
}
