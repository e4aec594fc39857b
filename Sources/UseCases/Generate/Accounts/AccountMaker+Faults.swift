import Domain

extension AccountMaker {
  static let faults: [Fault] = figureFaults + inspectionFaults + poolFaults + workFaults

  private static let figureFaults: [Fault] = [
    (
      "R301", .rating,
      {
        $0.rating.region = $0.firm.region == "330523" ? "330522" : "330523"; _ = $1
      }
    ),
    ("R303", .rating, { one, maker in one.rating.ratedOn = maker.today.adding(days: 3) }),
    ("R304", .rating, { one, _ in one.rating.level = one.rating.level == 1 ? 3 : 1 }),
    ("R305", .rating, { one, _ in one.rating.value = Amount(9) }),
    ("R306", .rating, { one, _ in one.rating.valueAddedStated = Amount(-120) }),
    ("R307", .rating, { one, _ in one.rating.co2Stated = one.firm.years[0].co2?.percent(130) }),
    ("R308", .rating, { one, maker in addUse(&one, &maker) }),
    ("R311", .month, { one, _ in one.month.region = one.firm.region == "330523" ? "330522" : "330523" }),
    ("R313", .month, { one, maker in one.month.month = maker.today.month.adding(months: 2) }),
    ("R314", .month, { one, _ in one.month.carriers[0].meterUnit = "tonne" }),
    ("R315", .month, { one, _ in one.month.carriers = [] }),
    ("R316", .month, { one, _ in one.month.greenElectricity = Amount(999_999) }),
    ("R317", .month, { one, maker in addBudget(&one, &maker, Amount(2000)) }),
    ("R318", .month, { one, _ in makeTwoHigh(&one) }),
    ("R319", .month, { one, maker in addMonthBefore(&one, &maker) }),
    ("R72", .none, { one, maker in addShortYear(&one, &maker) }),
    ("R73", .none, { one, maker in addTwoBudgets(&one, &maker) }),
    ("R74", .month, { one, maker in addBudget(&one, &maker, Amount(1500)) }),
  ]

  private static let inspectionFaults: [Fault] = [
    ("R321", .inspection, { one, _ in one.inspection.region = one.firm.region == "330523" ? "330522" : "330523" }),
    ("R322", .inspection, { one, maker in one.inspection.closedOn = maker.today.adding(days: 9) }),
    ("R323", .inspection, { one, _ in one.inspection.closedOn = one.inspection.visitedOn?.adding(days: -5) }),
    ("R324", .inspection, { one, maker in addFinding(&one, &maker) { $0.deadline = $0.day?.adding(days: -4) } }),
    ("R325", .inspection, { one, maker in addFinding(&one, &maker) { _ in } }),
    ("R326", .inspection, { one, maker in addFinding(&one, &maker, isClosed: true) { _ in } }),
    ("R327", .inspection, { one, _ in one.inspection.inspectors = "赵某甲" }),
    ("R328", .inspection, { one, maker in listTwice(&one, &maker) }),
    ("R329", .inspection, { one, _ in one.inspection.previous = one.inspection.id }),
  ]

  private static let poolFaults: [Fault] = [
    ("R331", .expert, { one, _ in one.expert.termUntil = one.expert.appointedOn?.adding(days: -1) }),
    (
      "R332", .expert,
      { one, maker in
        one.expert.appointedOn = Day(number: 20_200_601)
        one.expert.termUntil = maker.today.adding(days: -30)
      }
    ),
    ("R333", .expert, { one, _ in one.expert.skills = [] }),
    ("R334", .expert, { one, maker in doubleExpert(&one, &maker) }),
    ("R335", .expert, { one, _ in one.expert.employerCode = "91330000MA99999990" }),
    ("R336", .expert, { one, maker in serveAhead(&one, &maker) }),
    ("R351", .provider, { one, _ in one.provider.creditCode = "913300000000000001" }),
    ("R353", .provider, { one, _ in one.provider.termUntil = one.provider.appointedOn?.adding(days: -1) }),
    (
      "R354", .provider,
      { one, maker in
        one.provider.appointedOn = Day(number: 20_200_601)
        one.provider.termUntil = maker.today.adding(days: -10)
      }
    ),
    ("R355", .provider, { one, _ in one.provider.areas = [] }),
    ("R356", .provider, { one, maker in failReview(&one, &maker) }),
    ("R357", .provider, { one, maker in workAhead(&one, &maker) }),
  ]

  private static let workFaults: [Fault] = [
    ("R341", .opinion, { one, _ in one.expert.region = one.firm.region }),
    (
      "R342", .opinion,
      { one, _ in
        one.expert.state = "left"
        one.expert.leftReason = "工作调动"
        clearOpinion(&one)
      }
    ),
    ("R343", .opinion, { one, maker in askTwice(&one, &maker) }),
    ("R344", .opinion, { one, _ in one.opinion.givenOn = one.opinion.assignedOn?.adding(days: -2) }),
    ("R345", .opinion, { one, _ in clearOpinion(&one) }),
    ("R346", .opinion, { one, _ in one.opinion.score = Amount(120) }),
    ("R347", .opinion, { one, _ in one.opinion.isWithoutInterest = false }),
    ("R348", .opinion, { one, _ in one.opinion.filingNumber = 4 }),
    ("R361", .event, { one, maker in one.event.day = maker.today.adding(days: 12) }),
    ("R362", .event, { one, _ in one.event.state = "planned" }),
    ("R363", .event, { one, maker in agree(&one, &maker, "converted", ofOther: true) }),
    ("R364", .event, { one, maker in agree(&one, &maker, "signed", withProject: true) }),
    ("R365", .event, { one, maker in agree(&one, &maker, "signed", signed: -400) }),
    ("R371", .duty, { one, _ in one.duty.clause = "五(九)" }),
    (
      "R372", .duty,
      { one, maker in
        one.duty.state = "done"
        one.duty.doneOn = maker.today.adding(days: 8)
      }
    ),
    ("R373", .duty, { one, _ in one.duty.dueOn = Day(number: 20_220_701) }),
    ("R374", .duty, { one, maker in one.duty.dueOn = maker.today.adding(days: -20) }),
    (
      "R375", .duty,
      { one, maker in
        one.duty.state = "done"
        one.duty.doneOn = maker.today.adding(days: -3)
        one.duty.deliverable = "实施细则"
      }
    ),
    ("R376", .duty, { one, maker in one.duty.progress[0].day = maker.today.adding(days: -300) }),
    ("R377", .duty, { one, _ in one.duty.target = "T99" }),
  ]
}
