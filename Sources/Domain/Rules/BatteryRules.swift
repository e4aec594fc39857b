/// All rules of a batch of batteries; ids are permanent.
extension Battery {
  /// Place and days, then the balance of masses, then the chain of batches.
  package static let rules: [Rule<Battery>] = courseRules + balanceRules

  private static let courseRules: [Rule<Battery>] = [
    CommonRules.ownRegion("R291", \.region),
    CommonRules.region("R292", of: \.enterprise, is: \.region),
    CommonRules.past("R293", [("received_on", \.receivedOn), ("traced_on", \.tracedOn), ("tested_on", \.testedOn)]),
    CommonRules.order("R294", [("received_on", \.receivedOn), ("traced_on", \.tracedOn)]),
    CommonRules.once("R295", "批次号不重复", "A number is one batch's", key: \.batch, fields: ["batch"]),
    Rule(
      "R296", .record, .error, "去向在接收之后，且不晚于今天", "What goes out came in before, and is past",
      fields: ["cascades.day", "recycles.day", "transfers.day"]
    ) { batch, context in
      let days =
        batch.cascades.map { ($0.id, $0.day, "cascades.day") } + batch.recycles.map { ($0.id, $0.day, "recycles.day") }
        + batch.transfers.map { ($0.id, $0.day, "transfers.day") }
      return days.compactMap { id, day, field in
        guard let day else { return nil }
        if RuleTools.isFuture(day, context) {
          return .row(id, "日期\(day.iso)晚于今天，请改正", "\(day.iso) lies ahead; correct it", field)
        }
        guard let received = batch.receivedOn, day < received else { return nil }
        return .row(
          id, "日期\(day.iso)早于接收日期\(received.iso)，请改正", "\(day.iso) is before the receipt on \(received.iso)", field)
      }
    },
  ]

  private static let balanceRules: [Rule<Battery>] = [
    Rule(
      "R297", .record, .error, "去向合计不大于接收质量", "No more goes out than came in",
      fields: ["mass", "cascades.mass", "recycles.mass", "transfers.mass", "loss"]
    ) { batch, _ in
      guard let mass = batch.mass, let out = batch.massOut, out > mass else { return [] }
      return [
        .init(
          "接收\(mass.plain)吨，梯次、再生、转出和损耗合计\(out.plain)吨，多出\((out - mass).plain)吨，请改正",
          "\(mass.plain) t came in and \(out.plain) t went out: \((out - mass).plain) t too much")
      ]
    },
    Rule("R298", .record, .warning, "损耗不超过接收质量的2%", "Losses stay within 2 %", fields: ["loss", "mass"]) { batch, _ in
      guard let mass = batch.mass, let loss = batch.loss, let most = mass.times(2, over: 100), loss > most else {
        return []
      }
      return [.init("损耗\(loss.plain)吨，超过接收质量的2%，请核对", "A loss of \(loss.plain) t is above 2 %; please check")]
    },
    Rule(
      "R299", .record, .error, "回收的金属不多于投入的质量", "No more metal comes out than mass went in",
      fields: ["recycles.mass", "recycles.lithium"]
    ) { batch, _ in
      batch.recycles.compactMap { row in
        let metals = Amount.total([row.lithium, row.nickel, row.cobalt, row.manganese, row.copper, row.aluminium])
        guard let metals, let mass = row.mass, metals > mass else { return nil }
        return .row(
          row.id, "回收金属\(metals.plain)吨大于投入\(mass.plain)吨，请改正", "\(metals.plain) t of metal out of \(mass.plain) t",
          "recycles.mass")
      }
    },
    Rule(
      "R287", .library, .error, "转入的批次不大于来源批次转出的质量", "What a batch passes on is not received twice",
      fields: ["parent", "mass"]
    ) { batch, context in
      guard let parent = context.linked(Battery.self, batch.parent) else { return [] }
      if parent.id == batch.id {
        return [.init("来源批次是它自己，请重选", "It names itself as its source; choose again", fields: ["parent"])]
      }
      let others = context.records(Battery.self, where: "parent", is: .record(parent.id)).filter { $0.id != batch.id }
      guard let received = Amount.total(others.map(\.mass) + [batch.mass]),
        received > parent.massTransferred ?? .zero
      else { return [] }
      return [
        .init(
          "批次\(parent.batch)转出\((parent.massTransferred ?? .zero).plain)吨，各转入批次合计\(received.plain)吨，请核对",
          "Batch \(parent.batch) passed on \((parent.massTransferred ?? .zero).plain) t, \(received.plain) t were received"
        )
      ]
    },
    Rule(
      "R288", .record, .warning, "来源为其他批次的应选来源批次", "What came from a batch names it", fields: ["source", "parent"]
    ) { batch, _ in
      guard (batch.source == "batch") != (batch.parent != nil), !batch.source.isEmpty else { return [] }
      return [
        batch.parent == nil
          ? .init("来源是其他批次，请选来源批次", "It came from another batch; choose which", fields: ["parent"])
          : .init("已选来源批次，来源应为其他批次转入", "A source batch is chosen; the source is another batch", fields: ["source"])
      ]
    },
  ]
}
