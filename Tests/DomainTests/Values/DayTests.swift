import Testing

@testable import Domain

@Suite struct DayTests {
  @Test(arguments: [
    "2023-3-1", "20230301", "2023/3/1", "2023.3.1", "2023年3月1日", "２０２３－０３－０１", "2023-03-01", " 2023年03月01日 ",
  ])
  func reads(text: String) { #expect(Day(parsing: text)?.number == 20_230_301) }

  @Test(arguments: [
    "", "2023-2-29", "2023-13-1", "23-3-1", "2023-3", "2023-3/1", "2023年3月1", "20230300", "2023-3-1-", "1/3/2023",
  ])
  func refuses(text: String) { #expect(Day(parsing: text) == nil) }

  @Test func everyDayGoesRound() {
    var previous = 0
    for serial in Int(Day.first.serial)...Int(Day.last.serial) where serial % 13 == 0 || abs(serial) < 5_000 {
      guard let day = Day(serial: serial) else {
        Issue.record("no day \(serial)")
        return
      }
      #expect(Day(number: day.number) == day)
      #expect(day.number > previous)
      previous = day.number
    }
    #expect(Day.first.iso == "0001-01-01" && Day.last.iso == "9999-12-31")
  }

  @Test func reckons() throws {
    let day = try #require(Day(year: 2024, month: 2, day: 28))
    #expect(day.adding(days: 2).iso == "2024-03-01")
    #expect(day.days(to: day.adding(days: 366)) == 366)
    #expect(day.weekday == 3)
    #expect(day.adding(days: .max) == .last && day.adding(days: .min) == .first)
    #expect(day.month.lastDay.iso == "2024-02-29" && day.quarter.text == "2024Q1")
    #expect(try #require(Day(year: 1970, month: 1, day: 1)).serial == 0)
  }
}

@Suite struct MonthTests {
  @Test(arguments: ["2023-3", "202303", "2023/3", "2023年3月", "2023.03"])
  func reads(text: String) { #expect(Month(parsing: text)?.number == 202_303) }

  @Test(arguments: ["", "2023", "2023-0", "2023-13", "2023-3-1", "03-2023"])
  func refuses(text: String) { #expect(Month(parsing: text) == nil) }

  @Test func reckons() throws {
    let month = try #require(Month(year: 2022, month: 11))
    #expect(month.adding(months: 14).iso == "2024-01" && month.adding(months: .min).number == 101)
    #expect(month.months(to: month.adding(months: -3)) == -3)
    #expect(month.firstDay.iso == "2022-11-01" && month.quarter.text == "2022Q4")
  }
}

@Suite struct QuarterTests {
  @Test(arguments: ["2023Q2", "2023q2", "2023-Q2", "2023年二季度", "2023年第2季度", "2023年第二季度", "２０２３Ｑ２"])
  func reads(text: String) { #expect(Quarter(parsing: text)?.text == "2023Q2") }

  @Test(arguments: ["", "2023Q5", "2023Q", "23Q2", "2023年二", "Q2 2023", "2023Q22"])
  func refuses(text: String) { #expect(Quarter(parsing: text) == nil) }

  @Test func reckons() throws {
    let quarter = try #require(Quarter(year: 2022, quarter: 4))
    #expect(quarter.next.text == "2023Q1" && quarter.previous.text == "2022Q3")
    #expect(quarter.firstDay.iso == "2022-10-01" && quarter.lastDay.iso == "2022-12-31")
    #expect(Quarter(number: quarter.number) == quarter)
  }
}
