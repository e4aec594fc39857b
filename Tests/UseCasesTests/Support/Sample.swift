import Domain
import Synchronization

@testable import UseCases

/// A clerk of 安吉 at work on 2023-06-30, with ids in order.
func clerk(_ person: String = "王静", on day: Int = 20_230_630) -> Environment {
  let counter = Counter()
  let noon = Instant(milliseconds: Int64(Day(number: day)?.serial ?? 0) * 86_400_000 + 4 * 3_600_000)
  return Environment(
    actor: Actor(person: person, origin: "cli"), now: { noon },
    newID: { RecordID(high: UInt64(person.utf8.count), low: counter.next()) })
}

final class Counter: Sendable {
  private let count = Mutex<UInt64>(0)
  func next() -> UInt64 {
    count.withLock {
      $0 += 1; return $0
    }
  }
}

enum Sample {
  static func enterprise(_ environment: Environment, name: String = "安吉某某水泥有限公司", code: String = "91330523MA2B4XXX0X")
    -> Document
  {
    Document(
      register: "enterprises", id: environment.newID(),
      values: [
        "credit_code": .text(code), "plant": .text("00"), "name": .text(name), "region": .text("330523"),
        "industry": .text("3011"), "sector": .text("building_materials"), "state": .text("running"),
        "phone": .text("13800000000"),
      ])
  }

  static func project(_ environment: Environment, enterprise: RecordID?, name: String = "3号窑余热发电") -> Document {
    Document(
      register: "projects", id: environment.newID(),
      values: [
        "region": .text("330523"), "name": .text(name), "enterprise": enterprise.map(Value.record) ?? .empty,
        "holder_kind": .text("enterprise"), "content": .text("新建余热锅炉与汽轮机"),
        "investment_declared": .amount(Amount(2480)),
      ].filter { !$0.value.isEmpty },
      children: [
        "measures": [ChildRow(id: environment.newID(), values: ["technology": .text("余热锅炉")])]
      ])
  }
}
