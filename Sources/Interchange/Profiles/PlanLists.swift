import Domain

/// The three lists that the plan asks for (三(二)4): 企业清单, 项目清单, 能效清单, each saying 改造时间, 改造措施, 改造内容,
/// 改造期限 and 预期目标 in the plan's words.
extension ExportProfile {
  /// The list that the plan asks for; nil for a register that is none of the three.
  package static func plan(_ register: Register) -> ExportProfile? {
    guard let (title, columns) = planned[register.id] else { return nil }
    return ExportProfile(
      title: title,
      columns: columns.map { heading, field, unit in
        let path = field.isEmpty ? nil : FieldPath(field, register)
        return Column(heading, path, path.flatMap { UnitScale(unit, of: $0.field.unit) })
      }, isSigned: true)
  }

  private typealias Listed = (heading: String, field: String, unit: String)

  private static let planned: [String: (String, [Listed])] = [
    "enterprises": (
      "重点领域节能降碳技术改造企业清单",
      [
        ("序号", "", ""), ("企业名称", "name", ""), ("统一社会信用代码", "credit_code", ""), ("归口地区", "region", ""),
        ("所属领域", "sector", ""), ("行业", "industry", ""), ("规上企业", "above_scale", ""), ("重点用能单位", "key_energy_user", ""),
        ("综合能耗（吨标准煤）", "tce", "吨标准煤"), ("用电量（万千瓦时）", "electricity", "万千瓦时"),
        ("碳排放（吨二氧化碳）", "co2", "吨二氧化碳"), ("改造项目", "projects/name", ""), ("改造时间", "projects/start_month", ""),
        ("改造措施", "projects/measures.name", ""), ("改造内容", "projects/content", ""), ("改造期限", "projects/deadline", ""),
        ("预期目标：节能量（吨标准煤/年）", "projects/saving", "吨标准煤/年"),
        ("预期目标：减碳量（吨二氧化碳/年）", "projects/co2_cut", "吨二氧化碳/年"),
      ]
    ),
    "projects": (
      "节能降碳技术改造项目清单",
      [
        ("序号", "", ""), ("入库编号", "library_code", ""), ("企业名称", "holder_name", ""), ("归口地区", "region", ""),
        ("所属领域", "sector", ""), ("项目名称", "name", ""), ("改造领域", "focus_area", ""), ("改造时间", "start_month", ""),
        ("改造措施", "measures.name", ""), ("改造内容", "content", ""), ("改造期限", "deadline", ""),
        ("总投资（万元）", "investment", "万元"), ("预期目标：节能量（吨标准煤/年）", "saving", "吨标准煤/年"),
        ("预期目标：减碳量（吨二氧化碳/年）", "co2_cut", "吨二氧化碳/年"), ("预期目标：单耗", "unit_after", ""),
        ("预期目标：能效水平", "level_after", ""), ("实施阶段", "stage", ""), ("备注", "remarks", ""),
      ]
    ),
    "efficiency": (
      "重点领域能效清单",
      [
        ("序号", "", ""), ("企业名称", "holder_name", ""), ("归口地区", "region", ""), ("生产线", "line", ""),
        ("产品与工艺", "product", ""), ("数据年度", "year", ""), ("产能", "capacity", ""), ("产量", "output", ""),
        ("单耗", "judged", ""), ("单耗单位", "level_unit", ""), ("标杆水平", "benchmark", ""), ("基准水平", "baseline", ""),
        ("能效水平", "grade", ""), ("后续措施", "action", ""), ("改造时间", "project>start_month|projects/start_month", ""),
        ("改造措施", "project>measures.name|projects/measures.name", ""), ("改造内容", "project>content|projects/content", ""),
        ("改造期限", "action_by", ""),
        ("预期目标：单耗", "expected_consumption", ""), ("预期目标：能效水平", "expected_grade", ""),
        ("预期目标：节能量（吨标准煤/年）", "project>saving|projects/saving", "吨标准煤/年"), ("备注", "remarks", ""),
      ]
    ),
  ]
}
