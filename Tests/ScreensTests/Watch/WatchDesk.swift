import Domain
import Store
import Testing
import UseCases

@testable import Screens

/// The desk with what waits: a rating of level 5, a budget overrun, findings to be put right, an expert, a provider.
final class WatchDesk {
  let desk: Desk
  private(set) var ids: [String: RecordID] = [:]

  init(width: Int = 80, height: Int = 24, language: Language = .zh) throws {
    desk = try Desk(region: "330500", width: width, height: height, language: language)
    ids = desk.ids
    try fill()
  }

  var services: Services { desk.services }
  var today: Day { services.today }

  /// `other` is somebody else's session on the library.
  @discardableResult
  func save<R: Record>(_ name: String, _ record: R, by other: SQLiteStore? = nil) throws -> RecordID {
    var record = record
    record.id = services.environment.newID()
    let saved = try SaveRecord.run(
      R.schema.document(record), base: 0, in: other ?? services.store, as: services.environment)
    ids[name] = saved.document.id
    return saved.document.id
  }

  func document(_ register: String, _ name: String) throws -> Document {
    let id = try #require(ids[name])
    return try #require(try services.store.read { try $0.document(register, id) })
  }

  private func row<C: Child>(_ change: (inout C) -> Void) -> C {
    var row = C()
    row.id = services.environment.newID()
    change(&row)
    return row
  }

  private func fill() throws {
    let cement = try #require(ids["安吉水泥"])
    var rating = CarbonRating()
    rating.region = "330523"
    rating.enterprise = cement
    rating.year = 2022
    rating.ratedOn = Day(number: 20_230_412)
    rating.co2Stated = Amount(600_000)
    rating.valueAddedStated = Amount(15_000)
    rating.meanStated = Amount(16)
    rating.level = 5
    try save("碳效", rating)

    var expert = Expert()
    expert.name = "李某丁"
    expert.region = "330000"
    expert.employer = "样例建材科学研究院"
    expert.title = "高级工程师"
    expert.appointedOn = Day(number: 20_220_920)
    expert.termUntil = Day(number: 20_250_919)
    expert.skills = [
      row {
        $0.sector = "building_materials"
        $0.skill = "review"
      }
    ]
    try save("专家", expert)
    var near = expert
    near.name = "王某戊"
    near.region = "330523"
    near.employer = "安吉样例研究所"
    try save("本县专家", near)

    var provider = Provider()
    provider.creditCode = "91330523MA28C0JQ0X"
    provider.name = "安吉拟泉节能科技有限公司"
    provider.region = "330523"
    provider.appointedOn = Day(number: 20_221_110)
    provider.termUntil = Day(number: 20_251_109)
    provider.areas = [row { $0.region = "330500" }]
    provider.trades = [
      row {
        $0.sector = "building_materials"
        $0.industry = "3011"
        $0.service = "diagnosis"
      }
    ]
    try save("本县服务商", provider)
    provider.creditCode = "91330100MA28C0JQ1W"
    provider.name = "杭州拟川绿色技术有限公司"
    provider.region = "330106"
    provider.areas = [row { $0.region = "330000" }]
    provider.trades = [
      row {
        $0.sector = "building_materials"
        $0.industry = "3041"
        $0.service = "works"
      }
    ]
    try save("省内服务商", provider)
    provider.creditCode = "91330100MA28C0JQ2T"
    provider.name = "杭州拟云纺织节能有限公司"
    provider.trades = [
      row {
        $0.sector = "textile"
        $0.industry = "1752"
        $0.service = "works"
      }
    ]
    try save("不对口服务商", provider)
  }

  /// A visit with a violation that is due on a day.
  func inspect(_ name: String, deadline: Day, year: Int = 2023, by other: SQLiteStore? = nil) throws {
    var inspection = Inspection()
    inspection.region = "330523"
    inspection.enterprise = ids["安吉水泥"]
    inspection.year = year
    inspection.reason = "level_five"
    inspection.listedOn = Day(year: year, month: 5, day: 10)
    inspection.visitedOn = Day(year: year, month: 5, day: 20)
    inspection.body = "湖州节能监察中心"
    inspection.inspectors = "张三、李四"
    inspection.scope = "equipment"
    inspection.findings = [
      row {
        $0.day = Day(year: year, month: 5, day: 20)
        $0.kind = "obsolete"
        $0.text = "在用淘汰电动机6台"
        $0.basis = "节约能源法第七十一条"
        $0.isViolation = true
        $0.noticeNumber = "节监限改〔\(year)〕6号"
        $0.deadline = deadline
      }
    ]
    try save(name, inspection, by: other)
  }

  /// A budget of the year and months of it, each of so many 万kWh.
  func account(budget: Int, months: [Int]) throws {
    let id = try #require(ids["安吉水泥"])
    var firm = Enterprise.schema.record(try #require(try services.store.read { try $0.document("enterprises", id) }))
    firm.budgets = [
      row {
        $0.year = 2023
        $0.energy = Amount(budget)
        $0.basis = Bases.equivalent
      }
    ]
    _ = try SaveRecord.run(
      Enterprise.schema.document(firm), base: firm.revision, in: services.store, as: services.environment)
    for (place, quantity) in months.enumerated() {
      var month = EnergyMonth()
      month.region = "330523"
      month.enterprise = id
      month.month = Month(year: 2023, month: place + 1)
      month.carriers = [
        row {
          $0.carrier = "electricity"
          $0.quantity = Amount(quantity)
        }
      ]
      try save("用能\(place + 1)", month)
    }
  }
}
