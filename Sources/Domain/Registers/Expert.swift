/// An expert of the provincial pool 专家库 (clause 15), by sector and skill.
package struct Expert: Record {
  package var id = RecordID.unset
  package var revision = 0
  package var code = ""
  package var name = ""
  package var region = ""
  package var employer = ""
  package var employerCode = ""
  package var post = ""
  package var title = ""
  package var degree = ""
  package var batch = ""
  package var document = ""
  package var appointedOn: Day?
  package var termUntil: Day?
  package var state = "serving"
  package var leftReason = ""
  package var team = ""
  package var phone = ""
  package var email = ""
  package var remarks = ""
  package var skills: [ExpertSkill] = []
  package var avoids: [ExpertAvoid] = []
  package var services: [ExpertService] = []
  package var answers: [RuleAnswer] = []

  // Derived from the rows, and from the opinions that name the expert.
  package var sectors = ""
  package var opinionCount: Amount?
  package var serviceCount: Amount?

  package init() {}

  package static let schema = Schema<Expert>(
    "experts", Label(zh: "专家库", en: "Experts"), singular: Label(zh: "专家", en: "Expert"), clause: "三(七)15",
    key: "code", title: "name",
    fields: [
      .text("code", \.code, "专家编号", "Expert no.", max: 40).issued(),
      .text("name", \.name, "姓名", "Name", max: 40).required().aliases("专家姓名"),
      .reference("region", \.region, "归口地区", "Region", .region).required().aliases("地区", "所在地区")
        .help("常驻工作所在的县(市、区)或市；评审时回避本地区项目", "Where the expert works; projects of that region are avoided"),
      .text("employer", \.employer, "工作单位", "Employer").required().aliases("单位"),
      .creditCode("employer_code", \.employerCode, "单位信用代码", "Employer's credit code"),
      .text("post", \.post, "职务", "Post", max: 60),
      .text("title", \.title, "职称", "Title", max: 60).required(),
      .text("degree", \.degree, "学历学位", "Degree", max: 60),
      .text("batch", \.batch, "批次", "Batch", max: 60),
      .text("document", \.document, "聘任文号", "Document no."),
      .day("appointed_on", \.appointedOn, "聘任日期", "Appointed on").required(),
      .day("term_until", \.termUntil, "聘期至", "Term until").required(),
      .code("state", \.state, "状态", "State", ExpertCodes.states).required(),
      .text("left_reason", \.leftReason, "退出原因", "Why left", max: 200).required { $0.state == "left" },
      .text("team", \.team, "服务团队", "Service team"),
      .phone("phone", \.phone, "联系电话", "Phone").aliases("电话", "手机", "联系方式"),
      .text("email", \.email, "电子邮箱", "E-mail"),
      .longText("remarks", \.remarks, "备注", "Remarks"),
      .text("sectors", \.sectors, "专业领域", "Fields", max: 200).derived(),
      .amount("opinion_count", \.opinionCount, "评审次数", "Opinions given", .none).carried(),
      .amount("service_count", \.serviceCount, "服务次数", "Services", .none).derived(),
    ],
    lists: [
      ChildList("skills", \.skills, "专业特长", "Skills"),
      ChildList("avoids", \.avoids, "回避单位", "To be avoided", part: .running),
      ChildList("services", \.services, "服务记录", "Services", part: .running),
      ChildList(RuleAnswer.list, \.answers, "说明", "Answers", part: .running),
    ])

  package mutating func derive(in context: DeriveContext) {
    let known = Set(skills.map(\.sector))
    sectors = Sectors.list.codes.filter { known.contains($0.id) }.map(\.label.zh).joined(separator: " ")
    let opinions = id == .unset ? [] : (try? context.library.documents("opinions", where: "expert", is: .record(id)))
    let given = (opinions ?? []).count { !$0["given_on"].isEmpty }
    opinionCount = given == 0 ? nil : Amount(given)
    serviceCount = services.isEmpty ? nil : Amount(services.count)
  }
}

/// What an expert is good at: one sector and one kind of service a row.
package struct ExpertSkill: Child {
  package var id = RecordID.unset
  package var sector = ""
  package var skill = ""
  package var area = ""
  package var detail = ""

  package init() {}

  package static let fields: [Field<ExpertSkill>] = [
    .code("sector", \.sector, "领域", "Sector", Sectors.list).required(),
    .code("skill", \.skill, "服务类型", "Service", ExpertCodes.skills).required(),
    .code("area", \.area, "改造领域", "Focus area", FocusAreas.list),
    .text("detail", \.detail, "专长", "Specialty", max: 200),
  ]
}

/// A firm that an expert must not judge: shares, posts, contracts.
package struct ExpertAvoid: Child {
  package var id = RecordID.unset
  package var enterprise: RecordID?
  package var name = ""
  package var reason = ""
  package var until: Day?

  package init() {}

  package static let fields: [Field<ExpertAvoid>] = [
    .record("enterprise", \.enterprise, "企业", "Enterprise", "enterprises"),
    .text("name", \.name, "单位名称", "Name").required { $0.enterprise == nil },
    .text("reason", \.reason, "回避原因", "Reason", max: 200).required(),
    .day("until", \.until, "回避至", "Until"),
  ]
}

/// A service that an expert gave, beside opinions.
package struct ExpertService: Child {
  package var id = RecordID.unset
  package var day: Day?
  package var kind = ""
  package var content = ""
  package var result = ""

  package init() {}

  package static let fields: [Field<ExpertService>] = [
    .day("day", \.day, "日期", "Day").required(),
    .code("kind", \.kind, "服务类型", "Service", ExpertCodes.skills).required(),
    .text("content", \.content, "内容", "Content", max: 300).required(),
    .text("result", \.result, "成果", "Result", max: 300),
  ]
}

extension Expert {
  package static let layout = Layout(
    sections: [
      Layout.Section(
        "基本", "Basics",
        [
          ["name", "region"], ["employer"], ["employer_code"], ["post", "title"], ["degree", "team"],
          ["phone", "email"], ["remarks"],
        ]),
      Layout.Section(
        "聘任", "Appointment",
        [["batch", "document"], ["appointed_on", "term_until"], ["state", "left_reason"], ["code", "sectors"]]),
      Layout.Section("专业特长", "Skills", list: "skills"),
      Layout.Section("回避单位", "To be avoided", list: "avoids"),
      Layout.Section("服务记录", "Services", list: "services"),
    ],
    columns: [
      .init("name", width: 10),
      .init("employer", width: 24),
      .init("title", width: 12),
      .init("sectors", width: 16),
      .init("state", width: 6),
      .init("opinion_count", width: 4, heading: ("评审", "Op.")),
      .init("region", width: 8, isDefault: false),
      .init("term_until", width: 10, isDefault: false),
      .init("service_count", width: 4, isDefault: false, heading: ("服务", "Sv.")),
      .init("team", width: 12, isDefault: false),
      .init("code", width: 18, isDefault: false),
    ],
    sort: [Sort("name")],
    search: ["name", "employer", "code", "title", "team", "skills.detail", "avoids.name"],
    indexed: ["name", "region", "term_until"])

  /// What experts count for.
  package static let measures: [Measure] = [
    Measure(
      "experts.count", Label(zh: "在聘专家", en: "Experts serving"), register: "experts",
      where: .where("state", .equal, .text("serving")), .count, by: ["state"],
      rule: Label(zh: "在聘的专家", en: "Experts who serve now"))
  ]

  /// Terms that end.
  package static let matters: [Matter] = [
    Matter("experts.term", "专家聘期届满", "Term over", register: "experts", due: "term_until", isLate: true) { today in
      .where("state", .equal, .text("serving")).and("term_until", .less, .day(today))
    }
  ]
}

/// Short closed lists of the experts.
package enum ExpertCodes {
  /// Whether an expert may be asked.
  package static let states = CodeList(
    "expert_states",
    [
      Code("serving", "在聘", "Serving"), Code("suspended", "暂停", "Suspended"), Code("left", "退出", "Left"),
    ])

  /// What clause 15 asks experts for.
  package static let skills = CodeList(
    "expert_skills",
    [
      Code("planning", "规划咨询研究", "Planning and advice"),
      Code("standards", "行业标准制定", "Standards"),
      Code("training", "技术知识培训", "Training"),
      Code("review", "项目评审验收", "Review and acceptance"),
      Code("promotion", "新技术推广论证", "New technology"),
    ])
}
