import Domain
import Foundation
import Testing
import UseCases

@testable import Store

/// A register small enough to think about, with a field of every kind.
struct Work: Record {
  struct Step: Child {
    var id = RecordID(high: 0, low: 0)
    var name = ""
    var cost: Amount?
    var on: Day?

    static let fields: [Field<Step>] = [
      .text("name", \.name, "步骤", "Step"),
      .amount("cost", \.cost, "费用", "Cost", .yuanWan),
      .day("on", \.on, "日期", "Day"),
    ]
  }

  static let kinds = CodeList(
    "work_kinds",
    [Code("waste_heat", "余热", "Waste heat"), Code("motor", "电机", "Motor"), Code("boiler", "锅炉", "Boiler")])

  var id = RecordID(high: 0, low: 0)
  var revision = 0
  var code = ""
  var name = ""
  var region = ""
  var kind = ""
  var amount: Amount?
  var start: Day?
  var deadline: Month?
  var year: Int?
  var urgent = false
  var parent: RecordID?
  var phone = ""
  var holderName = ""
  var remark = ""
  var steps: [Step] = []

  static let schema = Schema<Work>(
    "works", Label(zh: "工程", en: "Works"), singular: Label(zh: "工程", en: "Work"), clause: "", key: "code",
    title: "name",
    fields: [
      .text("code", \.code, "编号", "Code"),
      .text("name", \.name, "名称", "Name"),
      .reference("region", \.region, "地区", "Region", .region),
      .code("kind", \.kind, "类型", "Kind", kinds),
      .amount("amount", \.amount, "投资", "Investment", .yuanWan),
      .day("start", \.start, "开工", "Start"),
      .month("deadline", \.deadline, "期限", "Deadline"),
      .year("year", \.year, "年度", "Year"),
      .flag("urgent", \.urgent, "紧急", "Urgent"),
      .record("parent", \.parent, "上级", "Parent", "works"),
      .phone("phone", \.phone, "电话", "Phone"),
      Field.text("holder_name", \.holderName, "单位", "Holder").carried(),
      .longText("remark", \.remark, "备注", "Remark"),
    ],
    lists: [ChildList("steps", \.steps, "步骤", "Steps")])

  static let layout = Layout(
    sections: [], columns: [Layout.Column("name", width: 20), Layout.Column("year", width: 4)], sort: [Sort("name")],
    search: ["name", "holder_name", "code", "steps.name"], totals: ["amount"],
    indexed: ["name", "amount", "kind", "code", "start"])

  static let measures: [Measure] = [
    Measure(
      "works.now", Label(zh: "现有", en: "Now"), register: "works", where: .where("kind", .notEqual), .count,
      by: ["kind", "urgent"], rule: Label(zh: "", en: "")),
    Measure(
      "works.invested", Label(zh: "投资", en: "Invested"), register: "works", where: .all, .sum("amount"), day: "start",
      by: ["kind"], rule: Label(zh: "", en: "")),
    Measure(
      "works.different", Label(zh: "不同", en: "Different"), register: "works", where: .all, .distinct("holder_name"),
      day: "start", rule: Label(zh: "", en: "")),
    Measure(
      "works.costs", Label(zh: "费用", en: "Costs"), register: "works", where: .all, .sum("steps.cost"), day: "steps.on",
      by: ["kind"], rule: Label(zh: "", en: "")),
  ]
  static let rules: [Rule<Work>] = []
  mutating func derive(in context: DeriveContext) {}
}

/// A generator whose numbers are the same in every run.
struct Dice: RandomNumberGenerator {
  var state: UInt64
  init(_ seed: UInt64) { state = seed &* 2 + 1 }
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var word = state
    word ^= word >> 33
    word = word &* 0xFF51_AFD7_ED55_8CCD
    return word ^ (word >> 29)
  }
}

/// A library in a folder of its own that goes when the test ends.
final class Workshop {
  static let works = Register(Work.self)
  let folder: String
  let path: String
  let store: SQLiteStore
  let environment: UseCases.Environment

  init() throws {
    folder = NSTemporaryDirectory() + "sanku-store-" + UUID().uuidString
    path = folder + "/library.sanku"
    store = try SQLiteStore.create(path, info: Self.info, Self.opening)
    environment = Self.environment()
  }

  deinit {
    try? store.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  static let info = LibraryInfo(id: RecordID(high: 1, low: 2), region: "330000", mark: "ZJ")
  static var opening: SQLiteStore.Opening {
    SQLiteStore.Opening(isReadOnly: false, registers: [works], patience: .milliseconds(50))
  }

  func again(readOnly: Bool = false) throws -> SQLiteStore {
    var opening = Self.opening
    opening.isReadOnly = readOnly
    return try SQLiteStore.open(path, opening)
  }

  static func environment(_ person: String = "王芳") -> UseCases.Environment {
    UseCases.Environment(
      actor: Actor(person: person, origin: "terminal"), now: { Instant(milliseconds: 1_700_000_000_000) },
      newID: {
        var system = SystemRandomNumberGenerator()
        return RecordID(at: Instant(milliseconds: 1_700_000_000_000), using: &system)
      })
  }

  func work(_ name: String, _ change: (inout Work) -> Void = { _ in }) -> Document {
    var work = Work()
    work.id = environment.newID()
    work.name = name
    change(&work)
    return Work.schema.document(work)
  }

  @discardableResult
  func save(_ document: Document, base: Int = 0) throws -> Document {
    var saved = document
    saved.revision = try store.write(as: environment) { try $0.save(document, base: base, action: "save") }
    return saved
  }

  func read<T>(_ body: (any StoreReading) throws -> T) throws -> T { try store.read(body) }
}

/// Writes as 王芳, the only user, who may everything.
extension StoreWriting {
  @discardableResult
  func save(_ document: Document, base: Int, action: String) throws -> Int {
    let permit = try Access.alone("王芳").permit(.edit, Subject(document.register, region: ""))
    return try save(document, base: base, action: action, permit: permit)
  }

  func delete(_ register: String, _ id: RecordID, base: Int, action: String) throws {
    let permit = try Access.alone("王芳").permit(.delete, Subject(register, region: ""))
    try delete(register, id, base: base, action: action, permit: permit)
  }
}

/// The error that `body` throws, as its English line.
func message(_ body: () throws -> Void) -> String {
  do {
    try body()
    return "no error"
  } catch let error as StoreError {
    return error.message.en
  } catch {
    return "\(error)"
  }
}
