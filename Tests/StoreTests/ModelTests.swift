import Domain
import Foundation
import Testing
import UseCases

@testable import Store

/// The store against plain arrays: thousands of random changes, then every question asked of both.
@Suite struct ModelTests {
  static let regions = ["330000", "330100", "330106", "330500", "330523", "330522", "330200", "330212", "", "999999"]
  static let names = ["余热发电", "长兴水泥熟料线", "安吉竹业 12号窑", "安吉竹业 2号窑", "Motor 更新", "锅炉'--", "ábc", "重庆路", ""]

  func random(_ shop: Workshop, _ dice: inout Dice, over old: Document? = nil) -> Document {
    func maybe<T>(_ value: T?) -> T? { Bool.random(using: &dice) ? value : nil }
    let fresh = shop.work(Self.names.randomElement(using: &dice) ?? "") { work in
      work.code = "C\(Int.random(in: 0..<50, using: &dice))"
      work.region = Self.regions.randomElement(using: &dice) ?? ""
      work.kind = ["", "waste_heat", "motor", "boiler", "unknown_kind"].randomElement(using: &dice) ?? ""
      work.amount = maybe(Amount(scaled: Int64.random(in: -5...5, using: &dice) * 12_345))
      work.start = maybe(Day(serial: 19_000 + Int.random(in: 0..<900, using: &dice)))
      work.deadline = maybe(Month(year: 2024, month: Int.random(in: 1...12, using: &dice)))
      work.year = maybe(Int.random(in: 2021...2024, using: &dice))
      work.urgent = Bool.random(using: &dice)
      work.holderName = ["", "甲公司", "乙公司", "丙厂"].randomElement(using: &dice) ?? ""
      work.steps = (0..<Int.random(in: 0...3, using: &dice)).map { place in
        Work.Step(
          id: RecordID(high: 7, low: UInt64(place)), name: Self.names.randomElement(using: &dice) ?? "",
          cost: maybe(Amount(Int.random(in: 1...9, using: &dice))),
          on: maybe(Day(serial: 19_000 + Int.random(in: 0..<900, using: &dice))))
      }
    }
    guard let old else { return fresh }
    return Document(
      register: old.register, id: old.id, revision: old.revision, values: fresh.values, children: fresh.children)
  }

  func grown(_ seed: UInt64, changes: Int) throws -> (Workshop, [Document]) {
    let shop = try Workshop()
    var dice = Dice(seed)
    var model: [Document] = []
    var done = 0
    while done < changes {
      try shop.store.write(as: shop.environment, large: Bool.random(using: &dice)) { (library) throws in
        for _ in 0..<Int.random(in: 1...20, using: &dice) {
          done += 1
          let place = model.isEmpty ? nil : Int.random(in: 0..<model.count, using: &dice)
          switch (Int.random(in: 0..<10, using: &dice), place) {
          case (0, let place?):
            let document = model.remove(at: place)
            try library.delete("works", document.id, base: document.revision, action: "delete")
          case (1...3, let place?):
            var document = random(shop, &dice, over: model[place])
            document.revision = try library.save(document, base: document.revision, action: "save")
            model[place] = document
          default:
            var document = random(shop, &dice)
            document.revision = try library.save(document, base: 0, action: "save")
            model.append(document)
          }
        }
      }
    }
    return (shop, model)
  }

  static let filters: [Filter] = [
    .all, .where("region", .equal, .text("330000")), .where("region", .equal, .text("330500")),
    .where("region", .equal, .text("330523"), .text("330100")), .where("region", .notEqual, .text("330500")),
    .where("region"), .where("region", .notEqual), .where("kind", .equal, .text("motor")),
    .where("kind", .equal, .text("motor"), .text("boiler")), .where("kind", .notEqual, .text("motor")), .where("kind"),
    .where("kind", .equal, .text("unknown_kind")), .where("kind", .equal, .text("none")),
    .where("kind", .less, .text("motor")), .where("amount", .greater, .amount(.zero)),
    .where("amount", .lessOrEqual, .amount(Amount(scaled: -12_345))), .where("amount", .equal, .integer(3)),
    .where("start", .greaterOrEqual, .day(Day(serial: 19_400) ?? .first)), .where("start"),
    .where("deadline", .equal, .month(Month(number: 202_405) ?? Month(of: .first))),
    .where("year", .less, .integer(2023), .integer(2022)), .where("urgent", .equal, .flag(true)), .where("urgent"),
    .where("urgent", .notEqual, .flag(true)), .where("name", .contains, .text("ajzy")),
    .where("name", .contains, .text("安吉")), .where("amount", .contains, .text("1.2")),
    .where("holder_name", .equal, .text("甲公司")), .where("holder_name", .greater, .text("丙")),
    .where("steps.name", .contains, .text("水泥")), .where("steps.cost", .greater, .amount(Amount(5))),
    .where("steps.on"), .where("steps.on", .notEqual), .where("steps.name", .notEqual, .text("余热发电")),
    .where("nonsense"), .where("nonsense", .equal, .text("x")), .where("nonsense", .notEqual, .text("x")),
    Filter(words: "安吉"), Filter(words: "安"), Filter(words: "chang xing"), Filter(words: "水泥熟料"),
    Filter(words: "2号窑"), Filter(words: "c1"), Filter(words: "'\"*"), Filter(words: "甲公司 余热"),
    Filter([Filter.Condition("region", .equal, [.text("330500")])], words: "安吉"),
    Filter.where("region", .equal, .text("330500")).and("region", .equal, .text("330523")),
    Filter.where("region", .equal, .text("330100")).and("kind", .equal, .text("motor")).and("amount", .notEqual),
  ]

  static let sorts: [[Sort]] = [
    [], [Sort("name", descending: true)], [Sort("amount")], [Sort("amount", descending: true)], [Sort("kind")],
    [Sort("kind", descending: true)], [Sort("region")], [Sort("year"), Sort("amount", descending: true)],
    [Sort("start", descending: true)], [Sort("deadline")], [Sort("remark")], [Sort("holder_name", descending: true)],
    [Sort("nonsense")], [Sort("urgent")], [Sort("code")],
  ]

  func found(_ filter: Filter, _ model: [Document]) -> [Document] {
    let query = SearchTokens.query(filter.words)
    return model.filter { document in
      let steps = (document.children["steps"] ?? []).map { $0["name"].plain }
      let text = ([document["name"].plain, document["holder_name"].plain, document["code"].plain] + steps)
        .filter { !$0.isEmpty }.joined(separator: "\n")
      return filter.matches(document, in: .builtIn) && query.matches(text)
    }
  }

  /// `model` stands in the order of making, which decides among equals.
  func ordered(_ documents: [Document], by asked: [Sort]) -> [RecordID] {
    let sort = (asked.isEmpty ? [Sort("name")] : asked).filter { Workshop.works.field($0.field) != nil }
    func key(_ document: Document, _ field: String) -> (Int64, String)? {
      let value = document[field]
      if value.isEmpty { return nil }
      switch field {
      case "name", "holder_name", "code":
        return (
          0,
          value.text.map { ["name", "code", "holder_name"].contains(field) && field != "" ? order(field, $0) : $0 }
            ?? ""
        )
      case "kind":
        let place = value.text.flatMap { Work.kinds[$0] == nil ? nil : Work.kinds.position(of: $0) }
        return (Int64(place ?? 9999), "")
      default:
        if case .integer(let number) = Cell(value) { return (number, "") }
        return (0, value.plain)
      }
    }
    func order(_ field: String, _ text: String) -> String {
      TablePlan(Workshop.works).ordered.contains { $0.field.id == field } ? Pinyin.sortKey(of: text) : text
    }
    let tie = sort.first?.descending == true ? -1 : 1
    let keyed = documents.enumerated().map { place, document in
      (place * tie, sort.map { key(document, $0.field) }, document.id)
    }
    return keyed.sorted { left, right in
      for (place, sort) in sort.enumerated() {
        switch (left.1[place], right.1[place]) {
        case (nil, nil): continue
        case (nil, _): return false
        case (_, nil): return true
        case (let a?, let b?):
          if a.0 != b.0 { return (a.0 < b.0) != sort.descending }
          if a.1 != b.1 {
            return a.1.utf8.lexicographicallyPrecedes(b.1.utf8) != sort.descending
          }
        }
      }
      return left.0 < right.0
    }.map(\.2)
  }

  @Test(arguments: [1, 2, 3] as [UInt64]) func listsAreWhatAPlainArrayGives(seed: UInt64) throws {
    let (shop, model) = try grown(seed, changes: 250)
    #expect(try shop.store.verify { _ in true } == [])
    var dice = Dice(seed + 100)
    for filter in Self.filters {
      let documents = found(filter, model)
      for sort in Self.sorts {
        let expected = ordered(documents, by: sort)
        let list = try shop.store.list(Query(register: "works", filter: filter, sort: sort))
        let start = Int.random(in: 0...max(1, expected.count), using: &dice)
        let window = try list.rows(start..<start + 7, fields: ["name", "amount"])
        #expect(window.map(\.id) == Array(expected.dropFirst(start).prefix(7)), "\(filter) \(sort)")
        #expect(try list.ids(limit: 10_000) == expected, "\(filter) \(sort)")
        #expect(try list.count() == expected.count)
        let last = try list.rows(max(0, expected.count - 3)..<expected.count + 5, fields: [])
        #expect(last.map(\.id) == Array(expected.suffix(3)))
        let back = max(0, start - 9)
        #expect(try list.rows(back..<back + 4, fields: []).map(\.id) == Array(expected.dropFirst(back).prefix(4)))
        for document in model.shuffled(using: &dice).prefix(3) {
          #expect(try list.place(of: document.id) == expected.firstIndex(of: document.id), "\(filter) \(sort)")
        }
      }
    }
  }

  @Test(arguments: [4, 5] as [UInt64]) func countsAndTotalsAreARecount(seed: UInt64) throws {
    let (shop, model) = try grown(seed, changes: 200)
    try shop.read { (library) throws in
      for filter in Self.filters {
        let documents = found(filter, model)
        for field in ["region", "kind", "urgent", "year", "holder_name", "start", "amount"] {
          let expected = Dictionary(grouping: documents) { $0[field].plain }.mapValues(\.count)
          #expect(try library.counts("works", by: field, where: filter) == expected, "\(filter) by \(field)")
        }
        let totals = try library.totals("works", where: filter, sums: ["amount"])
        #expect(
          totals
            == Totals(
              count: documents.count, sums: ["amount": documents.reduce(.zero) { $0 + ($1["amount"].amount ?? .zero) }])
        )
      }
    }
  }

  @Test(arguments: [6, 7] as [UInt64]) func figuresAreARecountNowAndThen(seed: UInt64) throws {
    let (shop, model) = try grown(seed, changes: 150)
    let head = try shop.read { try $0.head().sequence }
    let before = try figures(shop, at: nil)
    #expect(before == recount(model))
    var dice = Dice(seed)
    for document in model.prefix(40) {
      try shop.save(random(shop, &dice, over: document), base: document.revision)
    }
    let after = try figures(shop, at: nil)
    #expect(after != before)
    #expect(try figures(shop, at: head) == before)
  }

  struct Asked: Hashable {
    let query: FigureQuery
    let part: FigurePart
  }

  static var asked: [Asked] {
    let days: [(Day?, Day?)] = [
      (nil, nil), (Day(number: 20_220_401), Day(number: 20_220_930)),
      (Day(number: 20_220_215), Day(number: 20_230_510)),
      (nil, Day(number: 20_230_815)), (Day(number: 20_230_502), Day(number: 20_230_503)),
      (Day(number: 20_230_401), nil),
    ]
    var asked: [Asked] = []
    for measure in Workshop.works.measures {
      for region in [nil, "330000", "330500", "330523"] {
        for (from, through) in days {
          for dimensions in [[], ["motor"]] as [[String?]] {
            let query = FigureQuery(measure.id, region: region, from: from, through: through, dimensions: dimensions)
            asked += [.region, .quarter, .dimension(0)].map { Asked(query: query, part: $0) }
          }
        }
      }
    }
    return asked
  }

  func figures(_ shop: Workshop, at: Int?) throws -> [Asked: [String: Amount]] {
    try shop.read { (library) throws in
      var answers: [Asked: [String: Amount]] = [:]
      for asked in Self.asked {
        var query = asked.query
        query.at = at
        answers[asked] = try library.figures(query, by: asked.part)
        let measure = Workshop.works.measures.first { $0.id == query.measure }
        if measure?.amounts != .distinct("holder_name") {
          let sum = answers[asked]?.values.reduce(.zero, +)
          #expect(try library.figure(query) == sum)
        }
      }
      return answers
    }
  }

  func recount(_ model: [Document]) -> [Asked: [String: Amount]] {
    let regions = ReferenceTables.builtIn.regions
    var answers: [Asked: [String: Amount]] = [:]
    for asked in Self.asked {
      let query = asked.query
      guard let measure = Workshop.works.measures.first(where: { $0.id == query.measure }) else { continue }
      let facts = model.flatMap { measure.facts(of: $0, in: .builtIn) }.filter { fact in
        if let scope = query.region, fact.region.isEmpty || !regions.isIn(fact.region, scope) { return false }
        if query.from != nil || query.through != nil {
          guard let day = fact.day, day >= query.from ?? .first, day <= query.through ?? .last else { return false }
        }
        return query.dimensions.enumerated().allSatisfy { $1 == nil || fact.dimensions[$0] == $1 }
      }
      let parted = Dictionary(grouping: facts) { fact in
        switch asked.part {
        case .dimension(let place): return fact.dimensions[place]
        case .quarter: return fact.day?.quarter.text ?? ""
        case .region:
          if query.region == "330523" { return fact.region }
          if query.region == "330500" { return fact.region }
          return regions.city(of: fact.region)?.code ?? fact.region
        }
      }
      answers[asked] = parted.mapValues { facts in
        if case .distinct = measure.amounts { return Amount(Set(facts.map(\.subject)).count) }
        return facts.reduce(.zero) { $0 + $1.amount }
      }.filter { $0.value != .zero }
    }
    return answers
  }
}
