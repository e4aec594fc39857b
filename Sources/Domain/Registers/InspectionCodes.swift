/// Short closed lists of the inspections.
package enum InspectionCodes {
  /// What kind of inspection.
  package static let kinds = CodeList(
    "inspection_kinds",
    [
      Code("special", "专项监察", "Special"),
      Code("routine", "日常监察", "Routine"),
      Code("random", "双随机抽查", "Random"),
      Code("recheck", "整改复查", "Re-check"),
      Code("on_the_spot", "现场发现", "On the spot"),
    ])

  /// Why an enterprise stands on the list.
  package static let reasons = CodeList(
    "inspection_reasons",
    [
      Code("level_five", "碳效5级", "Carbon level 5"),
      Code("high_carbon", "高碳且4级", "High carbon at level 4"),
      Code("below_baseline", "能效劣于基准", "Below baseline"),
      Code("over_budget", "用能超预算", "Over budget"),
      Code("last_year", "上年违法复查", "Last year's violator"),
      Code("key_user", "重点用能单位", "Key energy user"),
      Code("random", "随机抽取", "Drawn at random"),
      Code("report", "举报或交办", "Reported or assigned"),
      Code("found", "现场发现", "Found on the spot"),
    ])

  /// What is looked at.
  package static let scopes = CodeList(
    "inspection_scopes",
    [
      Code("limits", "单位产品能耗限额", "Limits of unit consumption"),
      Code("equipment", "淘汰落后设备和重点用能设备", "Obsolete and key equipment"),
      Code("review", "节能审查意见落实", "Energy approvals carried out"),
      Code("management", "能源管理与计量", "Energy management and metering"),
      Code("levels", "能效标准执行", "Efficiency standards"),
      Code("all", "综合", "Everything"),
    ])

  /// What was found.
  package static let findings = CodeList(
    "inspection_findings",
    [
      Code("limit_exceeded", "超能耗限额", "Limit exceeded"),
      Code("obsolete", "使用淘汰设备", "Obsolete equipment in use"),
      Code("no_approval", "未落实节能审查", "Energy approval not carried out"),
      Code("metering", "能源计量不全", "Metering incomplete"),
      Code("statistics", "统计台账不实", "Accounts not true"),
      Code("management", "管理岗位缺失", "No energy manager"),
      Code("over_budget", "超预算用能", "Used more than budgeted"),
      Code("other", "其他", "Other"),
    ])

  /// What came of it.
  package static let outcomes = CodeList(
    "inspection_outcomes",
    [
      Code("compliant", "合规", "Compliant"),
      Code("rectified", "限期整改完成", "Put right in time"),
      Code("penalised", "处罚", "Penalised"),
      Code("transferred", "移送其他部门", "Passed on"),
    ])

  /// Where it stands.
  package static let states = CodeList(
    "inspection_states",
    [
      Code("listed", "列入名单", "Listed"),
      Code("visited", "已监察", "Visited"),
      Code("rectifying", "整改中", "Being put right"),
      Code("closed", "办结", "Closed"),
      Code("cancelled", "取消", "Cancelled"),
    ])
}
