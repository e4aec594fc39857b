/// Policy supports 政策支持 (clauses 四(二) and 四(三)).
package enum Supports {
  /// Kinds of support.
  package static let list = CodeList(
    "supports",
    [
      Code("central_budget", "中央预算内投资", "Central budget investment"),
      Code("central_fund", "中央专项资金", "Central special fund"),
      Code("province_industry", "省工业与信息化专项资金", "Provincial industry fund"),
      Code("province_energy", "省节能降耗专项资金", "Provincial energy-saving fund"),
      Code("city_fund", "市级专项资金", "City fund"),
      Code("county_fund", "县级专项资金", "County fund"),
      Code("green_loan", "绿色信贷", "Green loan"),
      Code("interest", "贷款贴息", "Interest subsidy"),
      Code("carbon_tool", "碳减排支持工具", "Carbon-reduction facility"),
      Code("tax", "税收优惠", "Tax relief"),
      Code("bond", "绿色债券", "Green bond"),
      Code("fund_of_funds", "产业基金", "Fund of funds"),
      Code("other", "其他", "Other"),
    ])

  /// Who gives it.
  package static let levels = CodeList(
    "support_levels",
    [
      Code("central", "中央", "Central"),
      Code("province", "省级", "Province"),
      Code("city", "市级", "City"),
      Code("county", "县级", "County"),
      Code("market", "市场", "Market"),
    ])
}
