import Domain
import Testing
import UseCases

@testable import Screens

@Suite struct LibraryColumnsTests {
  private let today = Day(parsing: "2023-07-04") ?? .first

  private func cells(_ values: [String: Value]) throws -> [String: String] {
    let register = try #require(Registers.named("projects"))
    let columns = LibraryColumns(register, chosen: nil)
    let row = ListRow(id: RecordID(high: 1, low: 1), values: values)
    let cells = columns.cells(row, .zh, .builtIn, today: today)
    return Dictionary(uniqueKeysWithValues: zip(columns.fields, cells.map(\.text.string)))
  }

  @Test func tierIsDashUntilAdmittedAndStarredForKeyProjects() throws {
    #expect(try cells(["tier": .text("none")])["tier"] == "—")
    #expect(try cells(["tier": .text("city")])["tier"] == "市")
    #expect(try cells(["tier": .text("province"), "key_project": .flag(true)])["tier"] == "省★")
  }

  @Test(arguments: [("2023-03-31", "逾"), ("2023-04-01", "临"), ("2023-07-03", "临"), ("2023-07-04", "")])
  func dueMark(_ due: String, _ mark: String) throws {
    let day = try #require(Day(parsing: due))
    #expect(try cells(["next_due": .day(day), "member": .flag(true)])[LibraryColumns.dueMark] == mark)
    #expect(try cells(["next_due": .day(day)])[LibraryColumns.dueMark] == "")
  }

  @Test func nothingDueHasNoMark() throws {
    #expect(try cells([:])[LibraryColumns.dueMark] == "")
  }

  @Test func largeAmountsStandInWholeUnits() throws {
    let large = try #require(Amount(parsing: "3870.6"))
    #expect(try cells(["saving": .amount(large)])["saving"] == "3 871")
    let small = try #require(Amount(parsing: "0.4"))
    #expect(try cells(["saving": .amount(small)])["saving"] == "0.4")
    #expect(try cells([:])["saving"] == "—")
  }
}
