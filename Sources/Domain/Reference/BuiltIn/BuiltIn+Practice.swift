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
}
