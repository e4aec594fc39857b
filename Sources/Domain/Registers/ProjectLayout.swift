/// How a project is shown.
extension Project {
  /// Sections in the order of the entry form; default columns for 80 cells.
  package static let layout = Layout(
    sections: [
      Layout.Section(
        "基本", "Basics",
        [
          ["holder_kind", "region"], ["enterprise"], ["park"], ["industrial_park"], ["energy_service"], ["name"],
          ["focus_area", "kind"],
          ["project_code", "code_exempt"], ["start_month", "deadline"], ["diagnosis", "recommendation"], ["line"],
          ["line_name"], ["content"],
          ["division", "site"], ["pv_kw", "pv_area"], ["storage_kw", "storage_kwh"], ["waste_kind", "waste_tonnes"],
          ["reuse_before", "reuse_after"],
        ]),
      Layout.Section("措施", "Measures", list: "measures"),
      Layout.Section(
        "投资", "Investment",
        [
          ["investment_equipment", "investment_construction", "investment_other"],
          ["investment_declared", "investment"], ["fund_central", "fund_province", "fund_city"],
          ["fund_county", "fund_own", "fund_loans"],
        ]),
      Layout.Section("能源", "Energy", list: "energy"),
      Layout.Section(
        "预期目标", "Expected result",
        [
          ["basis", "base_year"], ["energy_before", "energy_after"], ["saving", "saving_coal_equivalent"],
          ["saving_declared", "saving_method"], ["saving_source"], ["renewable_output", "renewable_substitution"],
          ["substitution_declared"], ["co2_cut", "co2_declared"], ["water_saving"], ["benchmarking", "level_claimed"],
          ["unit_before", "unit_after"], ["level_before", "level_after"], ["benchmarking_reason"],
        ]),
      Layout.Section("时间节点", "Milestones", list: "milestones"),
      Layout.Section("联系", "Contact", [["provider"], ["contact", "phone"], ["remarks"]]),
      Layout.Section("手续与要素", "Procedures", list: "procedures"),
      Layout.Section("政策支持", "Supports", list: "supports"),
      Layout.Section("进展", "Progress", list: "progress"),
      Layout.Section(
        "执行", "Running",
        [
          ["grid_date", "grid_kw"], ["stop_date", "stop_reason"], ["stop_remark"],
          ["saving_verified", "verified_basis"], ["verified_by"],
        ]),
      Layout.Section("年度计划", "Yearly plans", list: "plans"),
      Layout.Section("分县份额", "Shares by county", list: "shares"),
      Layout.Section("附件目录", "Attachments", list: "attachments"),
    ],
    columns: [
      .init("name", width: 22),
      .init("tier", width: 4),
      .init("filing", width: 6, heading: ("申报", "Filed")),
      .init("stage", width: 4, heading: ("阶段", "Stage")),
      .init("saving", width: 8, heading: ("预期节能", "Saving")),
      .init("deadline", width: 7, heading: ("期限", "Due")),
      .init("holder_name", width: 24, isDefault: false),
      .init("region", width: 8, isDefault: false, heading: ("地区", "Region")),
      .init("library_code", width: 17, isDefault: false),
      .init("focus_area", width: 16, isDefault: false),
      .init("kind", width: 16, isDefault: false),
      .init("sector", width: 8, isDefault: false),
      .init("investment", width: 10, isDefault: false),
      .init("invested", width: 10, isDefault: false),
      .init("saving_verified", width: 10, isDefault: false, heading: ("核定节能", "Verified")),
      .init("co2_cut", width: 10, isDefault: false),
      .init("actual_start", width: 10, isDefault: false),
      .init("actual_finish", width: 10, isDefault: false),
      .init("next_due", width: 10, isDefault: false, heading: ("应完成", "Due")),
      .init("pace", width: 6, isDefault: false),
      .init("start_month", width: 7, isDefault: false),
      .init("pv_kw", width: 10, isDefault: false),
      .init("project_code", width: 24, isDefault: false),
      .init("contact", width: 8, isDefault: false),
    ],
    sort: [Sort("saving", descending: true)],
    search: [
      "name", "holder_name", "holder_code", "park", "library_code", "former_codes", "project_code", "content",
      "measures.name", "measures.technology",
    ],
    totals: ["saving", "investment", "invested", "co2_cut", "renewable_substitution"],
    indexed: ["name", "saving", "investment", "deadline", "library_code", "region", "next_due"])
}
