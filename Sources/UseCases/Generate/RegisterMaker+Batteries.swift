import Domain

extension RegisterMaker {
  /// Batches of three recyclers from receipt on; some were passed on and are batches of another recycler there.
  mutating func makeBatteries() -> [Battery] {
    let recyclers = firms.filter { $0.sector == "other" || $0.sector == "nonferrous" }.prefix(4)
    guard let last = recyclers.last else { return [] }
    var all: [Battery] = []
    for (number, firm) in recyclers.enumerated() {
      for serial in 1...9 {
        var batch = makeBatch(firm, "DC\(firm.region)-\(2022 + serial / 6)-\(number + 1)\(serial)")
        split(&batch)
        all.append(batch)
        guard let transfer = batch.transfers.first, firm.id != last.id, let day = transfer.day else { continue }
        var next = makeBatch(last, batch.batch + "-Z")
        next.source = "batch"
        next.sourceName = firm.name
        next.parent = batch.id
        next.receivedOn = min(today, day.adding(days: 2))
        next.tracedOn = later(next.receivedOn, 1...14)
        next.testedOn = next.receivedOn
        next.document = transfer.document
        next.chemistry = batch.chemistry
        next.mass = transfer.mass
        all.append(next)
      }
    }
    return all
  }

  private mutating func makeBatch(_ firm: Enterprise, _ name: String) -> Battery {
    var batch = Battery()
    batch.id = newID()
    batch.batch = name
    batch.enterprise = firm.id
    batch.region = firm.region
    batch.source = random.pick(["dealer", "dismantler", "fleet", "battery_maker"])
    batch.sourceName = random.pick(["样例公共交通集团有限公司", "样例报废汽车回收有限公司", "样例汽车销售服务有限公司"])
    batch.receivedOn = day(20_220_310, 20_230_610)
    batch.document = "ZY\(batch.receivedOn?.number ?? 0)\(random.int(10...99))"
    batch.tracedOn = random.chance(90) ? later(batch.receivedOn, 1...14) : nil
    if batch.tracedOn != nil { batch.traceNumber = "SY\(random.int(10_000_000...99_999_999))" }
    batch.chemistry = random.pick(weighted: [("lfp", 55), ("ncm", 40), ("lmo", 5)])
    batch.form = random.pick(["pack", "pack", "module"])
    batch.packs = random.int(20...400)
    batch.mass = Amount(scaled: Int64((batch.packs ?? 20) * random.int(3200...4800)))
    batch.energy = Amount((batch.packs ?? 20) * random.int(40...60))
    batch.health = Amount(random.int(52...84))
    batch.testedOn = batch.receivedOn
    batch.contact = firm.contact
    batch.phone = firm.phone
    return batch
  }

  /// What is healthy goes to cascade use, the rest is recycled or passed on; the parts add up to what came in.
  private mutating func split(_ batch: inout Battery) {
    guard let mass = batch.mass, let health = batch.health, let out = later(batch.receivedOn, 20...120) else { return }
    let isPassedOn = random.chance(35)
    if health >= Amount(70) {
      var use = BatteryUse()
      use.id = newID()
      use.day = out
      use.product = random.pick(["storage", "backup", "low_speed", "forklift"])
      use.mass = mass.percent(random.int(55...75)).roundedToTenths
      use.user = random.pick(["样例铁塔运维有限公司", "样例储能科技有限公司"])
      batch.cascades.append(use)
    }
    let rest = mass - (batch.cascades.first?.mass ?? .zero)
    if isPassedOn {
      var transfer = BatteryTransfer()
      transfer.id = newID()
      transfer.day = out
      transfer.receiver = "再生利用企业"
      transfer.mass = rest.percent(60).roundedToTenths
      transfer.document = "ZC\(out.number)\(random.int(10...99))"
      batch.transfers.append(transfer)
    } else if random.chance(75) {
      var recycling = BatteryRecycling()
      recycling.id = newID()
      recycling.day = out
      recycling.recycler = "样例再生资源有限公司"
      recycling.mass = rest.percent(96).roundedToTenths
      recycling.lithium = recycling.mass?.percent(2)
      recycling.copper = recycling.mass?.percent(9)
      recycling.aluminium = recycling.mass?.percent(6)
      if batch.chemistry == "ncm" {
        recycling.nickel = recycling.mass?.percent(8)
        recycling.cobalt = recycling.mass?.percent(4)
        recycling.manganese = recycling.mass?.percent(4)
      }
      batch.recycles.append(recycling)
      batch.loss = rest.percent(1).roundedToTenths
    }
  }
}
