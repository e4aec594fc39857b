import Domain
import Testing

@testable import UseCases

/// The lists behind a figure against the facts that the figure adds up.
@Suite struct DashboardFigureTests {
  private func day(_ text: String) -> Day? { Day(parsing: text) }

  /// Projects that came, and went again or not, on every pair of these days; a slip of dates among them.
  private var projects: [Document] {
    let days = ["2022-03-01", "2022-12-31", "2023-01-01", "2023-05-06", "2023-06-30", "2023-07-01", "2024-02-29"]
    var serial: UInt64 = 0
    var all: [Document] = []
    for came in days {
      for went in [nil] + days.map(Optional.some) {
        serial += 1
        var document = Document(register: "projects", id: RecordID(high: 1, low: serial))
        document["region"] = .text(serial % 3 == 0 ? "330523" : "330109")
        document["member"] = .flag(true)
        document["admitted_on"] = day(came).map { .day($0) } ?? .empty
        document["actual_start"] = document["admitted_on"]
        document["taken_off_on"] = went.flatMap(day).map { .day($0) } ?? .empty
        document["left_on"] = document["taken_off_on"]
        document["stage"] = .text(serial % 2 == 0 ? "reserve" : "under_way")
        if serial % 5 != 0 { document["saving"] = .amount(Amount(Int(serial) * 10)) }
        all.append(document)
      }
    }
    return all
  }

  @Test(arguments: ["projects.started", "projects.in_library", "projects.saving", "projects.completed"])
  func listsGiveTheNetOfTheFacts(_ id: String) throws {
    let measure = try #require(Registers.measures[id])
    let reference = ReferenceTables.builtIn
    let spans: [(Day?, Day?)] = [
      (nil, day("2022-12-31")), (nil, day("2023-06-30")), (nil, nil), (day("2023-01-01"), day("2023-06-30")),
      (day("2023-04-01"), day("2023-06-30")), (day("2024-01-01"), day("2024-12-31")),
    ]
    for (from, through) in spans {
      for region in [nil, "330523", "330000-计划单列市"] {
        for stage in [nil, "reserve"] {
          let facts = projects.flatMap { measure.facts(of: $0, in: reference) }.filter { fact in
            (fact.day ?? .first) >= from ?? .first && (fact.day ?? .last) <= through ?? .last
              && (region.map { reference.regions.isIn(fact.region, $0) } ?? true)
              && (stage.map { fact.dimensions[1] == $0 } ?? true)
          }
          let wanted = facts.reduce(Amount.zero) { $0 + $1.amount }
          var found = Amount.zero
          for list in measure.records(region: region, from: from, through: through, dimensions: [nil, stage]) {
            for document in projects where list.query.filter.matches(document, in: reference) {
              var amount = Amount(1)
              if case .sum(let field) = measure.amounts { amount = document[field].amount ?? .zero }
              found += list.sign > 0 ? amount : -amount
            }
          }
          #expect(found == wanted, "\(id) \(String(describing: from)) \(String(describing: through)) \(region ?? "")")
        }
      }
    }
  }

  @Test func upToADayIsOneListAndOverASpanTwo() throws {
    let started = try #require(Registers.measures["projects.started"])
    #expect(started.records(region: nil, through: day("2023-06-30")).count == 1)
    #expect(started.records(region: nil, from: day("2023-01-01"), through: day("2023-06-30")).map(\.sign) == [1, -1])
    let entries = try #require(Registers.measures["projects.entries"])
    #expect(entries.records(region: nil, from: day("2023-01-01"), through: day("2023-06-30")).count == 1)
  }

  @Test func aBlankAmongValuesTakesTheEmptyOnesIn() throws {
    let register = try #require(Registers.named("projects"))
    let reference = ReferenceTables.builtIn
    let filter = Filter.where("left_on", .greater, .empty, .day(try #require(day("2023-06-30"))))
    var document = Document(register: "projects", id: RecordID(high: 1, low: 1))
    #expect(filter.matches(document, in: reference))
    document["left_on"] = .day(try #require(day("2023-06-30")))
    #expect(!filter.matches(document, in: reference))
    document["left_on"] = .day(try #require(day("2023-07-01")))
    #expect(filter.matches(document, in: reference))
    // As it is written, and read again.
    #expect(filter.expressions == ["left_on>|2023-06-30"])
    let read = WhereParser(register, reference, today: .first).filter(filter.expressions)
    #expect(try read.get() == filter)
    #expect(filter.sentence(register, reference, .zh).contains("空 或 2023-06-30"))
  }
}
