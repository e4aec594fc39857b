extension BuiltIn {
  /// Columns: id, tier, group, exempt, least_saving, least_investment, most_years, severity, note.
  ///
  /// The province asks 20 million yuan in principle, less of the 26 mountain counties (2022 call); everyone asks for an end
  /// within five years.
  static let entryTests = """
    province_investment|province||山区26县||2000||warning|2022年度申报通知
    county_years|county|||||5|warning|
    """

  /// Columns: one, other, excludes, note. The same level does not pay twice for the same content.
  static let exclusiveSupports = """
    central_budget|central_fund|yes|
    province_industry|province_energy|yes|
    """

  /// Columns: name, value, note.
  static let settings = """
    review_days|5|
    report_due_day|10|
    lock_grace_days|5|
    pace_ahead|1.1|
    pace_normal|0.9|
    """

  /// Columns: from_year, level_1 to level_4, source. K is an enterprise's CO2 per value added over its industry's mean.
  static let carbonLevels = """
    2020|0.6|0.8|1.2|2.0|工业碳效评价等级：K≤0.6为1级，≤0.8为2级，≤1.2为3级，≤2.0为4级，其余5级
    """

  /// Columns: id, kind, source, points, each, name_zh, name_en. A start for 四(四); a province sets its own.
  static let assessment = """
    started|target|started|25||组织实施技改项目|Projects carried out
    key_started|target|key_started|15||省级重点项目|Key projects
    diagnoses|target|diagnoses|15||入户诊断|Diagnoses
    audits|target|audits|10||清洁生产审核|Clean-production audits
    factories|target|factories|10||省级绿色低碳工厂|Green low-carbon factories
    baseline|share|efficiency.at_baseline|15||能效达到基准|Lines at the baseline
    on_time|share|projects.on_time|10||项目按期推进|Projects on time
    overdue|penalty|projects.overdue|10|0.2|项目逾期|Projects overdue
    rectification|penalty|inspections.overdue|5|0.5|整改逾期|Rectifications overdue
    duties|penalty|duties.overdue|5|0.5|任务逾期|Duties overdue
    converted|bonus|events.converted|5|0.2|签约转为项目|Agreements that became projects
    """
}
