import Domain

extension RegisterMaker {
  private struct Award {
    let title: String
    let level: String
    let chance: Int
    let word: String
  }

  private static let awards = [
    Award(title: "green_factory", level: "province", chance: 9, word: "浙经信绿色"),
    Award(title: "green_factory", level: "city", chance: 12, word: "经信绿色"),
    Award(title: "zero_waste_factory", level: "province", chance: 6, word: "浙环发"),
    Award(title: "water_saving", level: "province", chance: 30, word: "浙水节"),
    Award(title: "water_benchmark", level: "province", chance: 5, word: "浙水节"),
    Award(title: "industry_conditions", level: "nation", chance: 1, word: "工信部公告"),
    Award(title: "green_design", level: "nation", chance: 1, word: "工信部公告"),
    Award(title: "recycler", level: "province", chance: 1, word: "浙经信绿色"),
    Award(title: "remanufacturer", level: "province", chance: 1, word: "浙经信绿色"),
    Award(title: "first_set", level: "province", chance: 2, word: "浙经信装备"),
  ]

  /// Titles of firms and parks; a few were withdrawn, some names are still to be found on the lists.
  mutating func makeTitles(_ parks: [Park]) -> [Recognition] {
    var all: [Recognition] = []
    for firm in firms {
      for award in Self.awards where random.chance(award.chance) {
        var title = makeTitle(award, firm.region, random.pick(weighted: [(2021, 15), (2022, 55), (2023, 30)]))
        title.enterprise = firm.id
        title.listedName = firm.name
        title.creditCode = firm.creditCode
        if Titles.withObject.contains(award.title) {
          title.object = random.pick(["高效永磁空压机", "低浴比染色机", "竹纤维餐盒", "全氧燃烧窑炉"])
        }
        if random.chance(6) { unmatch(&title) }
        finish(&title)
        all.append(title)
      }
    }
    for place in firms.filter({ $0.sector == "textile" || $0.sector == "paper" }).prefix(5).map(\.id) {
      guard let firm = enterprises.first(where: { $0.id == place }) else { continue }
      var title = makeTitle(Award(title: "water_leader", level: "province", chance: 0, word: "浙水节"), firm.region, 2022)
      title.enterprise = place
      title.listedName = firm.name
      finish(&title)
      all.append(title)
    }
    for park in parks where park.level != "local" {
      if random.chance(16) { all.append(ofPark(park, "green_park", 2022)) }
      if random.chance(5) { all.append(ofPark(park, "water_park", 2022)) }
      if park.grades.last?.grade == "excellent", random.chance(45) { all.append(ofPark(park, "typical_park", 2022)) }
    }
    return all
  }

  private mutating func ofPark(_ park: Park, _ name: String, _ year: Int) -> Recognition {
    var title = makeTitle(
      Award(title: name, level: "province", chance: 0, word: name == "water_park" ? "浙水节" : "浙发改环资"), park.region, year)
    title.holderKind = "park"
    title.park = park.id
    title.listedName = park.name
    finish(&title)
    return title
  }

  private mutating func makeTitle(_ award: Award, _ region: String, _ year: Int) -> Recognition {
    var title = Recognition()
    title.id = newID()
    title.title = award.title
    title.level = award.level
    title.region = region
    title.year = year
    title.batch = random.pick(["第一批", "第二批"])
    title.awardedOn = day(year * 10_000 + 301, year * 10_000 + 1231)
    let word = award.level == "city" ? city(region) + award.word : award.word
    title.document = "\(word)〔\(title.awardedOn?.year ?? year)〕\(random.int(10...230))号"
    title.assessor = random.chance(70) ? "浙江样例认证有限公司" : ""
    title.score = Amount(random.int(80...98))
    return title
  }

  /// As the published list has it: a name in short, and nobody has looked yet whose it is.
  private mutating func unmatch(_ title: inout Recognition) {
    title.enterprise = nil
    title.creditCode = random.chance(40) ? title.creditCode : ""
    title.listedName = title.listedName.replacing("股份有限公司", with: "股份公司").replacing("有限公司", with: "公司")
  }

  private mutating func finish(_ title: inout Recognition) {
    guard let awarded = title.awardedOn, let year = title.year, Titles.reviewed.contains(title.title) else { return }
    if year == 2021, random.chance(88) {
      var review = RecognitionReview()
      review.id = newID()
      review.year = 2022
      review.reviewedOn = day(20_221_001, 20_221_230)
      review.outcome = random.pick(weighted: [("passed", 90), ("rectify", 6), ("failed", 4)])
      review.score = Amount(random.int(72...96))
      if review.outcome == "rectify" {
        review.finding = "能源管理体系运行记录不全"
        review.rectifyBy = review.reviewedOn?.adding(days: 90)
      }
      title.reviews.append(review)
      if review.outcome == "failed" { withdraw(&title, later(review.reviewedOn, 20...60), "review_failed") }
    }
    if title.withdrawnOn == nil, random.chance(3) {
      withdraw(
        &title, later(awarded, 120...300), random.pick(["accident", "moved_out", "dishonest", "energy_violation"]))
    }
  }

  private mutating func withdraw(_ title: inout Recognition, _ day: Day?, _ reason: String) {
    guard let day else { return }
    title.withdrawnOn = day
    title.withdrawal = reason
    title.withdrawnDocument = "浙经信绿色〔\(day.year)〕\(random.int(10...230))号"
  }
}
