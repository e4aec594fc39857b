/// Short closed lists of the carbon ratings.
package enum RatingCodes {
  /// Who worked the level out.
  package static let sources = CodeList(
    "rating_sources",
    [
      Code("platform", "碳效码平台", "Rating platform"),
      Code("entered", "手工填报", "Entered by hand"),
      Code("computed", "本库测算", "Computed here"),
    ])

  /// 碳水平: how much is emitted, beside how well.
  package static let bands = CodeList(
    "carbon_bands",
    [Code("low", "低碳", "Low"), Code("middle", "中碳", "Middle"), Code("high", "高碳", "High")])

  /// Where a result was used (clause 13).
  package static let areas = CodeList(
    "rating_areas",
    [
      Code("finance", "金融", "Finance"),
      Code("land", "用地", "Land"),
      Code("energy", "用能", "Energy"),
      Code("discharge", "排污", "Discharge"),
      Code("green_power", "绿电", "Green power"),
      Code("filing", "项目申报", "Project filing"),
      Code("other", "其他", "Other"),
    ])

  /// What the result brought the enterprise.
  package static let effects = CodeList(
    "rating_effects",
    [
      Code("favoured", "优先或优惠", "Favoured"),
      Code("limited", "限制或从紧", "Limited"),
      Code("reference", "作为参考", "Taken into account"),
    ])

  /// Why there is no level.
  package static let gaps = CodeList(
    "rating_gaps",
    [
      Code("value_added", "增加值不大于零", "No value added"),
      Code("figures", "缺碳排放或增加值", "Figures missing"),
      Code("mean", "缺行业均值", "Industry mean missing"),
    ])
}
