/// One sentence of the plan as a duty of a lead and co-operating departments 任务台账, with its 制度文件.
package struct Duty: Record {
  package var id = RecordID.unset
  package var revision = 0
  package var code = ""
  package var name = ""
  package var region = ""
  package var clause = ""
  package var sentence = ""
  package var lead = ""
  package var partners = ""
  package var deliverable = ""
  package var startsOn: Day?
  package var dueOn: Day?
  package var isStanding = false
  package var target = ""
  package var state = "not_started"
  package var doneOn: Day?
  package var contact = ""
  package var phone = ""
  package var remarks = ""
  package var progress: [DutyProgress] = []
  package var documents: [DutyDocument] = []
  package var answers: [RuleAnswer] = []

  // Derived from the rows.
  package var lastReported: Day?
  package var latest = ""
  package var documentCount: Amount?

  package init() {}

  package static let schema = Schema<Duty>(
    "duties", Label(zh: "任务台账", en: "Duties"), singular: Label(zh: "任务", en: "Duty"), clause: "四(一)",
    also: PlanText.taskClauses.filter { $0 != "四(一)" }, key: "code", title: "name",
    fields: [
      .text("code", \.code, "任务编号", "Duty no.", max: 40).required()
        .help("条款与句号序，如 三(一)1-2；地区自加的另编", "Clause and sentence; a region's own duties have their own"),
      .text("name", \.name, "任务", "Duty", max: 120).required(),
      .reference("region", \.region, "归口地区", "Region", .region).required().aliases("地区"),
      .text("clause", \.clause, "条款", "Clause", max: 40).required(),
      .longText("sentence", \.sentence, "计划原文", "The plan's words").required(),
      .text("lead", \.lead, "牵头部门", "Lead department").required().aliases("牵头单位"),
      .text("partners", \.partners, "配合部门", "Co-operating departments", max: 400).aliases("配合单位"),
      .text("deliverable", \.deliverable, "成果形式", "Deliverable", max: 300),
      .day("starts_on", \.startsOn, "开始日期", "Begins on"),
      .day("due_on", \.dueOn, "完成时限", "Due on").required { !$0.isStanding },
      .flag("standing", \.isStanding, "长期任务", "Standing"),
      .text("target", \.target, "对应目标", "Target", max: 20).help("目标编号，如 T01", "The id of a numbered target"),
      .code("state", \.state, "状态", "State", DutyCodes.states).required(),
      .day("done_on", \.doneOn, "完成日期", "Done on").required { $0.state == "done" },
      .text("contact", \.contact, "联系人", "Contact", max: 40).running(),
      .phone("phone", \.phone, "联系电话", "Phone").running(),
      .longText("remarks", \.remarks, "备注", "Remarks").running(),
      .day("last_reported", \.lastReported, "最近报告", "Last report").derived(),
      .text("latest", \.latest, "最近进展", "Latest progress", max: 500).derived(),
      .amount("document_count", \.documentCount, "制度文件", "Documents issued", .none).derived(),
    ],
    lists: [
      ChildList("progress", \.progress, "进展情况", "Progress", part: .running),
      ChildList("documents", \.documents, "文件清单", "Documents", part: .running),
      ChildList(RuleAnswer.list, \.answers, "说明", "Answers", part: .running),
    ])

  package mutating func derive(in context: DeriveContext) {
    let last = progress.filter { $0.day != nil }.max { ($0.day ?? .first) < ($1.day ?? .first) }
    lastReported = last?.day
    latest = last?.text ?? ""
    documentCount = documents.isEmpty ? nil : Amount(documents.count)
  }
}

/// What was done for a duty, reported by whom.
package struct DutyProgress: Child {
  package var id = RecordID.unset
  package var day: Day?
  package var text = ""
  package var problem = ""
  package var department = ""

  package init() {}

  package static let fields: [Field<DutyProgress>] = [
    .day("day", \.day, "日期", "Day").required(),
    .text("text", \.text, "进展", "Progress", max: 500).required(),
    .text("problem", \.problem, "问题", "Problem", max: 500),
    .text("department", \.department, "填报部门", "Department"),
  ]
}

/// A rule, method, guide or list that the duty asks for 制度文件.
package struct DutyDocument: Child {
  package var id = RecordID.unset
  package var title = ""
  package var number = ""
  package var issuer = ""
  package var day: Day?
  package var state = ""
  package var place = ""

  package init() {}

  package static let fields: [Field<DutyDocument>] = [
    .text("title", \.title, "文件名称", "Title", max: 200).required(),
    .text("number", \.number, "文号", "Document no.").required { $0.state == "issued" },
    .text("issuer", \.issuer, "发文单位", "Issued by"),
    .day("day", \.day, "发文日期", "Issued on").required { $0.state == "issued" },
    .code("state", \.state, "状态", "State", DutyCodes.documentStates).required(),
    .text("place", \.place, "存放处", "Kept at", max: 200),
  ]
}

extension Duty {
  package static let layout = Layout(
    sections: [
      Layout.Section(
        "任务", "Duty",
        [
          ["name"], ["code", "region"], ["clause", "target"], ["sentence"], ["lead"], ["partners"], ["deliverable"],
          ["starts_on", "due_on"], ["standing", "state"], ["done_on"], ["contact", "phone"], ["remarks"],
        ]),
      Layout.Section("进展情况", "Progress", list: "progress"),
      Layout.Section("文件清单", "Documents", list: "documents"),
      Layout.Section("最近", "Latest", [["last_reported", "document_count"], ["latest"]]),
    ],
    columns: [
      .init("code", width: 11, heading: ("编号", "No.")),
      .init("name", width: 28),
      .init("lead", width: 12),
      .init("state", width: 6),
      .init("due_on", width: 10, heading: ("时限", "Due")),
      .init("document_count", width: 4, heading: ("文件", "Doc.")),
      .init("region", width: 8, isDefault: false),
      .init("partners", width: 20, isDefault: false),
      .init("deliverable", width: 16, isDefault: false),
      .init("last_reported", width: 10, isDefault: false),
      .init("latest", width: 24, isDefault: false),
      .init("target", width: 6, isDefault: false),
    ],
    sort: [Sort("code")],
    search: ["name", "code", "sentence", "lead", "partners", "documents.title", "documents.number"],
    indexed: ["name", "region", "code", "due_on"])

  /// What duties count for.
  package static let measures: [Measure] = [
    Measure(
      "duties.count", Label(zh: "任务", en: "Duties"), register: "duties", where: .all, .count, by: ["state"],
      rule: Label(zh: "任务台账中的任务", en: "Duties on the list")),
    Measure(
      "duties.documents", Label(zh: "制度文件", en: "Documents issued"), register: "duties", where: .all,
      .sum("document_count"), by: ["state"], rule: Label(zh: "任务下的制度文件，含拟定中", en: "Documents under duties, drafts too")),
  ]

  /// Duties whose day has passed.
  package static let matters: [Matter] = [
    Matter("duties.overdue", "任务逾期", "Duty overdue", register: "duties", due: "due_on", isLate: true) { today in
      .where("state", .notEqual, .text("done")).and("due_on", .less, .day(today))
    }
  ]
}

/// Short closed lists of the duties.
package enum DutyCodes {
  /// Where a duty stands.
  package static let states = CodeList(
    "duty_states",
    [
      Code("not_started", "未启动", "Not begun"), Code("under_way", "推进中", "Under way"), Code("done", "已完成", "Done"),
    ])

  /// Where a document stands.
  package static let documentStates = CodeList(
    "document_states",
    [
      Code("drafting", "拟定中", "Being drafted"), Code("consulting", "征求意见", "Out for comment"),
      Code("issued", "已印发", "Issued"), Code("abolished", "已废止", "Abolished"),
    ])
}
