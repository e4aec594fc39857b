/// One clause of the plan: a section, an action, a task or a safeguard.
package struct PlanClause: Hashable, Sendable {
  /// As registers and indicators name it: `三(二)4`.
  package let id: String
  /// What it asks for, in a few words.
  package let label: Label
  /// Who answers for it, as printed after the text.
  package let departments: [String]

  /// The part of the plan that it stands in.
  package var part: PlanPart? { PlanPart(clause: id) }

  init(_ id: String, _ zh: String, _ en: String, _ departments: String = "") {
    self.id = id
    label = Label(zh: zh, en: en)
    self.departments = departments.split(separator: " ").map(String.init)
  }
}

/// The plan's clauses in the order of its text, each with the departments that the text names.
package enum PlanClauses {
  /// The clause of an id; full-width and half-width brackets name the same one.
  package static func named(_ id: String) -> PlanClause? {
    let folded = Normalised.halfWidth(id)
    return all.first { $0.id == folded }
  }

  /// The sixteen tasks of section 三, in their order.
  package static var tasks: [PlanClause] { all.filter { $0.id.hasPrefix("三(") && $0.id.last?.isNumber == true } }

  /// The goals, the four focus areas, the sixteen tasks, the four safeguards.
  package static let all: [PlanClause] = goals + firstTasks + laterTasks + safeguards

  private static let goals = [
    PlanClause("一", "总体目标", "Goals"),
    PlanClause("二(一)", "工艺装备节能改造", "Energy-saving retrofit of processes and equipment"),
    PlanClause("二(二)", "设施配套升级", "Upgrade of facilities"),
    PlanClause("二(三)", "新能源推广应用", "Spread of new energy"),
    PlanClause("二(四)", "资源循环利用", "Circular use of resources"),
  ]

  private static let firstTasks = [
    PlanClause("三(一)1", "万企节能降碳诊断", "Diagnosis of ten thousand enterprises", "省经信厅 省发展改革委 省能源局 省电力公司"),
    PlanClause("三(一)2", "千项节能降碳技术改造项目", "A thousand retrofit projects", "省经信厅 省发展改革委 省能源局 省电力公司"),
    PlanClause("三(一)3", "百个绿色低碳工厂", "A hundred green low-carbon factories", "省经信厅 省发展改革委 省生态环境厅 省电力公司"),
    PlanClause(
      "三(二)4", "重点领域能效对标", "Efficiency benchmarking in key fields", "省发展改革委 省经信厅 省生态环境厅 省市场监管局 省能源局"),
    PlanClause("三(二)5", "重点行业改造提升", "Retrofit and upgrade of key sectors", "省发展改革委 省经信厅 省生态环境厅 省能源局"),
    PlanClause("三(三)6", "关键核心技术联合攻关", "Joint research on core technologies", "省科技厅 省发展改革委 省经信厅 省电力公司"),
    PlanClause("三(三)7", "技术装备推广应用", "Spread of technologies and equipment", "省经信厅 省科技厅 省发展改革委 省能源局 省电力公司"),
  ]

  private static let laterTasks = [
    PlanClause("三(四)8", "工业企业清洁生产", "Clean production", "省生态环境厅 省经信厅 省发展改革委 省能源局"),
    PlanClause("三(四)9", "资源循环利用", "Circular use of resources", "省经信厅 省发展改革委 省生态环境厅 省水利厅"),
    PlanClause(
      "三(四)10", "再生资源高值化利用", "High-value use of renewable resources",
      "省经信厅 省发展改革委 省生态环境厅 省商务厅 省市场监管局 省电力公司"),
    PlanClause("三(五)11", "园区循环化改造", "Circular retrofit of parks", "省发展改革委 省经信厅 省生态环境厅 省能源局 省水利厅 省电力公司"),
    PlanClause(
      "三(五)12", "绿色低碳园区", "Green low-carbon parks",
      "省发展改革委 省经信厅 省科技厅 省商务厅 省生态环境厅 省能源局 省水利厅 省电力公司"),
    PlanClause(
      "三(六)13", "工业碳效码推广应用", "Use of the carbon-efficiency code",
      "省经信厅 省统计局 省电力公司 省发展改革委 省自然资源厅 省生态环境厅 省能源局 人行杭州中心支行 浙江银保监局"),
    PlanClause("三(六)14", "数字化能源管理体系", "Digital energy management", "省能源局 省市场监管局 省经信厅 省电力公司"),
    PlanClause("三(七)15", "节能降碳专家库", "A pool of experts", "省经信厅 省人才办 省科协 省人社厅"),
    PlanClause("三(七)16", "工程解决方案服务商", "Solution providers", "省经信厅 省发展改革委 省科技厅 省生态环境厅 省能源局 省电力公司"),
  ]

  private static let safeguards = [
    PlanClause("四(一)", "加强组织领导", "Leadership", "省经信厅 相关部门"),
    PlanClause("四(二)", "加大财税支持", "Fiscal support", "省财政厅 省经信厅 省发展改革委 省税务局"),
    PlanClause(
      "四(三)", "深化金融服务", "Financial services",
      "省地方金融监管局 人行杭州中心支行 浙江银保监局 省证监会 省生态环境厅 省发展改革委 省经信厅 省财政厅"),
    PlanClause(
      "四(四)", "强化督查考核", "Supervision and assessment", "省发展改革委 省经信厅 省建设厅 省生态环境厅 省能源局 省自然资源厅"),
  ]
}
