/// One expert's opinion on one project 评审意见 (clause 15): for entry, acceptance or promotion, tied to its filing.
package struct Opinion: Record {
  package var id = RecordID.unset
  package var revision = 0
  package var code = ""
  package var name = ""
  package var region = ""
  package var project: RecordID?
  package var expert: RecordID?
  package var kind = "entry"
  package var tier = ""
  package var filingNumber: Int?
  package var assignedOn: Day?
  package var assignedBy = ""
  package var dueOn: Day?
  package var isWithoutInterest = false
  package var declinedReason = ""
  package var givenOn: Day?
  package var verdict = ""
  package var score: Amount?
  package var text = ""
  package var advice = ""
  package var remarks = ""
  package var scores: [OpinionScore] = []
  package var answers: [RuleAnswer] = []

  // Derived from the rows, and carried over from project and expert.
  package var projectName = ""
  package var expertName = ""
  package var holderName = ""
  package var state = "assigned"
  package var points: Amount?

  package init() {}

  package static let schema = Schema<Opinion>(
    "opinions", Label(zh: "评审意见", en: "Opinions"), singular: Label(zh: "意见", en: "Opinion"), clause: "三(七)15",
    key: "code", title: "name",
    fields: [
      .text("code", \.code, "意见编号", "Opinion no.", max: 40).issued(),
      .text("name", \.name, "项目与专家", "Project and expert", max: 200).carried(),
      .reference("region", \.region, "归口地区", "Region", .region).required()
        .help("组织评审的层级所在地区", "The region whose tier asks for the opinion"),
      .record("project", \.project, "项目", "Project", "projects").required().aliases("项目名称"),
      .record("expert", \.expert, "专家", "Expert", "experts").required().mirrored().aliases("专家姓名"),
      .code("kind", \.kind, "评审事项", "Kind", OpinionCodes.kinds).required(),
      .code("tier", \.tier, "层级", "Tier", Tier.codes).required(),
      .integer("filing_number", \.filingNumber, "第几次上报", "Filing", 1...10_000)
        .help("与项目的申报记录对应", "The project's filing that it belongs to"),
      .day("assigned_on", \.assignedOn, "分派日期", "Assigned on").required(),
      .text("assigned_by", \.assignedBy, "分派人", "Assigned by", max: 60),
      .day("due_on", \.dueOn, "应交日期", "Due on").required(),
      .flag("without_interest", \.isWithoutInterest, "已声明无利害关系", "Declared without interest"),
      .text("declined_reason", \.declinedReason, "回避原因", "Why declined", max: 200),
      .day("given_on", \.givenOn, "提交日期", "Given on"),
      .code("verdict", \.verdict, "结论", "Verdict", OpinionCodes.verdicts).required { $0.givenOn != nil },
      .amount("score", \.score, "评分", "Score", .none).required { $0.givenOn != nil && $0.scores.isEmpty }
        .help("百分制；有分项评分时取分项合计", "Of 100; the sum of the criteria where there are any"),
      .longText("text", \.text, "评审意见", "Opinion", max: 4000).required { $0.givenOn != nil },
      .longText("advice", \.advice, "修改建议", "Advice", max: 2000),
      .longText("remarks", \.remarks, "备注", "Remarks"),
      .text("project_name", \.projectName, "项目名", "Project's name").carried(),
      .text("expert_name", \.expertName, "专家名", "Expert's name", max: 40).carried(),
      .text("holder_name", \.holderName, "企业名称", "Enterprise's name").carried(),
      .code("state", \.state, "状态", "State", OpinionCodes.states).derived(),
      .amount("points", \.points, "得分", "Points", .none).derived(),
    ],
    lists: [
      ChildList("scores", \.scores, "分项评分", "Criteria"),
      ChildList(RuleAnswer.list, \.answers, "说明", "Answers", part: .running),
    ])

  package mutating func derive(in context: DeriveContext) {
    let judged = context.linked(Project.self, project)
    projectName = judged?.name ?? ""
    holderName = judged?.derived.holderName ?? ""
    expertName = context.linked(Expert.self, expert)?.name ?? ""
    name = [projectName, expertName].filter { !$0.isEmpty }.joined(separator: " · ")
    state = !declinedReason.isEmpty ? "declined" : givenOn == nil ? "assigned" : "given"
    points = state == "given" ? (scores.isEmpty ? score : Amount.sum(scores.compactMap(\.score))) : nil
  }
}

/// The points for one criterion.
package struct OpinionScore: Child {
  package var id = RecordID.unset
  package var criterion = ""
  package var full: Amount?
  package var score: Amount?
  package var remark = ""

  package init() {}

  package static let fields: [Field<OpinionScore>] = [
    .code("criterion", \.criterion, "评分项", "Criterion", OpinionCodes.criteria).required(),
    .amount("full", \.full, "满分", "Of", .none).required(),
    .amount("score", \.score, "得分", "Points", .none).required(),
    .text("remark", \.remark, "说明", "Remark", max: 300),
  ]
}

extension Opinion {
  package static let layout = Layout(
    sections: [
      Layout.Section(
        "分派", "Assignment",
        [
          ["project"], ["expert", "region"], ["kind", "tier", "filing_number"], ["assigned_on", "due_on"],
          ["assigned_by", "without_interest"], ["declined_reason"],
        ]),
      Layout.Section(
        "意见", "Opinion", [["given_on", "verdict"], ["score", "points"], ["text"], ["advice"], ["remarks"]]),
      Layout.Section("分项评分", "Criteria", list: "scores"),
    ],
    columns: [
      .init("project_name", width: 25),
      .init("expert_name", width: 8, heading: ("专家", "Expert")),
      .init("kind", width: 8, heading: ("事项", "Kind")),
      .init("state", width: 6),
      .init("verdict", width: 10),
      .init("points", width: 6),
      .init("due_on", width: 10, heading: ("应交", "Due")),
      .init("given_on", width: 10, isDefault: false),
      .init("holder_name", width: 20, isDefault: false),
      .init("tier", width: 6, isDefault: false),
      .init("region", width: 8, isDefault: false),
      .init("code", width: 18, isDefault: false),
    ],
    sort: [Sort("due_on", descending: true), Sort("name")],
    search: ["name", "project_name", "expert_name", "holder_name", "text", "code"],
    indexed: ["name", "region", "due_on"])

  /// What opinions count for.
  package static let measures: [Measure] = [
    Measure(
      "opinions.given", Label(zh: "专家评审意见", en: "Opinions given"), register: "opinions",
      where: .where("state", .equal, .text("given")), .count, day: "given_on", by: ["kind", "verdict", "tier"],
      rule: Label(zh: "已提交的评审意见，按提交日期", en: "Given, by their day"))
  ]

  /// Opinions that are waited for.
  package static let matters: [Matter] = [
    Matter("opinions.overdue", "评审意见逾期", "Opinion overdue", register: "opinions", due: "due_on", isLate: true) {
      today in
      .where("state", .equal, .text("assigned")).and("due_on", .less, .day(today))
    }
  ]
}

/// Short closed lists of the opinions.
package enum OpinionCodes {
  /// What the opinion is for.
  package static let kinds = CodeList(
    "opinion_kinds",
    [
      Code("entry", "入库评审", "Entry"), Code("acceptance", "验收评审", "Acceptance"),
      Code("promotion", "推广论证", "Promotion"),
    ])

  /// What the expert says.
  package static let verdicts = CodeList(
    "opinion_verdicts",
    [
      Code("agree", "同意", "Agrees"), Code("agree_changed", "修改后同意", "Agrees once changed"),
      Code("disagree", "不同意", "Disagrees"),
    ])

  /// Where it stands.
  package static let states = CodeList(
    "opinion_states",
    [
      Code("assigned", "待评", "Awaited"), Code("given", "已评", "Given"), Code("declined", "回避", "Declined"),
    ])

  /// What is judged.
  package static let criteria = CodeList(
    "opinion_criteria",
    [
      Code("advanced", "技术先进性", "How advanced"), Code("effect", "节能降碳效果", "Effect"),
      Code("economy", "经济性", "Economy"), Code("feasible", "可行性", "Feasibility"),
      Code("example", "示范带动", "As an example"),
    ])
}
