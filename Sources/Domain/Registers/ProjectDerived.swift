/// What the program works out of a project: carried over from its links, or following from its own lists.
package struct ProjectDerived: Sendable, Equatable {
  package var holderName = ""
  package var holderCode = ""
  package var homePark: RecordID?
  package var sector = ""
  package var industry = ""
  package var lineTitle = ""
  package var stage = "reserve"
  package var tier = "none"
  package var filing = "draft"
  package var inCounty = false
  package var inCity = false
  package var inProvince = false
  package var isMember = false
  package var isKeyProject = false
  package var admittedOn: Day?
  package var admittedCounty: Day?
  package var admittedCity: Day?
  package var admittedProvince: Day?
  package var leftOn: Day?
  package var leftCounty: Day?
  package var leftCity: Day?
  package var leftProvince: Day?
  package var exitKind = ""
  package var takenOffOn: Day?
  package var plannedStart: Day?
  package var plannedFinish: Day?
  package var actualStart: Day?
  package var actualFinish: Day?
  package var acceptedOn: Day?
  package var nextDue: Day?
  package var lastReported: Day?
  package var silentSince: Day?
  package var pace = ""
  package var hasOpenProblem = false
  package var energyBefore: Amount?
  package var energyAfter: Amount?
  package var saving: Amount?
  package var savingPrimary: Amount?
  package var renewableSubstitution: Amount?
  package var co2Cut: Amount?
  package var investment: Amount?
  package var invested: Amount?
  package var pvConnected: Amount?
  package var verifiedEquivalent: Amount?
  package var verifiedPrimary: Amount?
  package var levelBefore = ""
  package var levelAfter = ""
  package var levelEdition = ""
  package var isLevelVerified = false
  package var waitingTier = ""
  package var waitingSince: Day?
  package var heldBy = ""
  package var returnedBy = ""
  package var recommendedCity: Day?
  package var recommendedProvince: Day?

  package init() {}
}

extension Project {
  static let derivedFields: [Field<Project>] = [
    .text("holder_name", \.derived.holderName, "实施主体", "Holder").carried(),
    .text("holder_code", \.derived.holderCode, "主体代码", "Holder's code", max: 24).carried(),
    .record("home_park", \.derived.homePark, "所在园区", "Its park", "parks").carried().mirrored(),
    .code("sector", \.derived.sector, "领域", "Sector", Sectors.list).carried(),
    .reference("industry", \.derived.industry, "行业", "Industry", .industry).carried(),
    .text("line_title", \.derived.lineTitle, "生产线名称", "Line's name").carried(),
    .code("stage", \.derived.stage, "实施阶段", "Stage", ProjectCodes.stages).derived(),
    .code("tier", \.derived.tier, "层级", "Tier", Tier.highestCodes).derived(),
    .code("filing", \.derived.filing, "申报状态", "Filing", FilingState.codes).derived(),
    .flag("in_county", \.derived.inCounty, "在县级库", "In county library").derived(),
    .flag("in_city", \.derived.inCity, "在市级库", "In city library").derived(),
    .flag("in_province", \.derived.inProvince, "在省级库", "In provincial library").derived(),
    .flag("member", \.derived.isMember, "在库", "Member").derived(),
    .flag("key_project", \.derived.isKeyProject, "省级重点", "Provincial key project").derived(),
    .day("admitted_on", \.derived.admittedOn, "首次入库", "First admitted").derived(),
    .day("admitted_county", \.derived.admittedCounty, "县级入库", "Admitted by county").derived(),
    .day("admitted_city", \.derived.admittedCity, "市级入库", "Admitted by city").derived(),
    .day("admitted_province", \.derived.admittedProvince, "省级入库", "Admitted by province").derived(),
    .day("left_on", \.derived.leftOn, "全部出库", "Left all libraries").derived(),
    .day("left_county", \.derived.leftCounty, "县级出库", "Left county library").derived(),
    .day("left_city", \.derived.leftCity, "市级出库", "Left city library").derived(),
    .day("left_province", \.derived.leftProvince, "省级出库", "Left provincial library").derived(),
    .code("exit_kind", \.derived.exitKind, "出库类型", "Kind of exit", ExitKind.codes).derived(),
    .day("taken_off_on", \.derived.takenOffOn, "核减日期", "Taken off on").derived(),
    .day("planned_start", \.derived.plannedStart, "计划开工", "Planned start").derived(),
    .day("planned_finish", \.derived.plannedFinish, "计划竣工", "Planned completion").derived(),
    .day("actual_start", \.derived.actualStart, "实际开工", "Actual start").derived(),
    .day("actual_finish", \.derived.actualFinish, "实际竣工", "Actual completion").derived(),
    .day("accepted_on", \.derived.acceptedOn, "验收日期", "Accepted on").derived(),
    .day("next_due", \.derived.nextDue, "最近应完成节点", "Next due").derived(),
    .day("last_reported", \.derived.lastReported, "最近进展", "Last report").derived(),
    .day("silent_since", \.derived.silentSince, "未报进展起日", "Without a report since").derived(),
    .code("pace", \.derived.pace, "进度", "Pace", ProjectCodes.paces).derived(),
    .flag("open_problem", \.derived.hasOpenProblem, "有待协调问题", "Open problem").derived(),
    .amount("energy_before", \.derived.energyBefore, "改造前能耗(当量)", "Energy before", .tcePerYear).derived(),
    .amount("energy_after", \.derived.energyAfter, "改造后能耗(当量)", "Energy after", .tcePerYear).derived(),
    .amount("saving", \.derived.saving, "预期节能量(当量)", "Expected saving (calorific)", .tcePerYear).derived(),
    .amount("saving_coal_equivalent", \.derived.savingPrimary, "预期节能量(等价)", "Expected saving (primary)", .tcePerYear)
      .derived(),
    .amount(
      "renewable_substitution", \.derived.renewableSubstitution, "可再生能源替代量(当量)", "Renewable substitution", .tcePerYear
    ).derived(),
    .amount("co2_cut", \.derived.co2Cut, "减碳量", "CO2 cut", .tonnePerYear).derived(),
    .amount("investment", \.derived.investment, "总投资", "Investment", .yuanWan).derived(),
    .amount("invested", \.derived.invested, "累计完成投资", "Invested so far", .yuanWan).derived(),
    .amount("pv_connected", \.derived.pvConnected, "光伏并网容量", "PV connected", .kilowatt).derived(),
    .amount(
      "verified_equivalent", \.derived.verifiedEquivalent, "核定节能量(当量)", "Verified saving (calorific)", .tcePerYear
    )
    .derived(),
    .amount("verified_primary", \.derived.verifiedPrimary, "核定节能量(等价)", "Verified saving (primary)", .tcePerYear)
      .derived(),
    .code("level_before", \.derived.levelBefore, "改造前水平", "Level before", Grades.list).carried(),
    .code("level_after", \.derived.levelAfter, "改造后能效水平", "Grade after", Grades.list).carried(),
    .text("level_edition", \.derived.levelEdition, "对标版本", "Edition of the levels", max: 20).carried(),
    .flag("level_verified", \.derived.isLevelVerified, "水平已核实", "Levels verified").carried(),
    .code("waiting_tier", \.derived.waitingTier, "待审层级", "Waits with", Tier.codes).derived(),
    .day("waiting_since", \.derived.waitingSince, "待审起日", "Waits since").derived(),
    .text("held_by", \.derived.heldBy, "审核人", "Reviewer", max: 60).derived(),
    .code("returned_by", \.derived.returnedBy, "退回层级", "Returned by", Tier.codes).derived(),
    .day("recommended_city", \.derived.recommendedCity, "推荐市级", "Recommended to the city").derived(),
    .day("recommended_province", \.derived.recommendedProvince, "推荐省级", "Recommended to the province").derived(),
  ]
}
