extension HistoryEntry {
  /// What the entry's action is called: 保存, saved; an action of another program's is shown as it is written.
  package var actionLabel: Label { Self.label(ofAction: action) }

  /// The same for an action by its id alone.
  package static func label(ofAction action: String) -> Label {
    switch action {
    case "save": Label(zh: "保存", en: "saved")
    case delete: Label(zh: "删除", en: "deleted")
    case "import": Label(zh: "导入", en: "imported")
    case "undo_import": Label(zh: "撤销导入", en: "import undone")
    case "undo": Label(zh: "撤销", en: "undone")
    case "copy": Label(zh: "复制", en: "copied")
    case "generate": Label(zh: "生成", en: "generated")
    case "submit": Label(zh: "上报", en: "submitted")
    case "withdraw": Label(zh: "撤回", en: "withdrawn")
    case "admit": Label(zh: "入库", en: "admitted")
    case "return": Label(zh: "退回", en: "returned")
    case "recommend": Label(zh: "推荐", en: "recommended")
    case "change": Label(zh: "申请变更", en: "change asked for")
    case "exit": Label(zh: "申请出库", en: "exit asked for")
    case "review": Label(zh: "审核", en: "review")
    case "progress": Label(zh: "报进展", en: "progress reported")
    case "split": Label(zh: "分解目标", en: "target split")
    case "plan": Label(zh: "年度计划", en: "yearly plan")
    case "receive": Label(zh: "收数据包", en: "package taken in")
    case "received": Label(zh: "他库历史", en: "another library's entry")
    case "trust": Label(zh: "登记往来库", en: "library made known")
    case "handover": Label(zh: "移交地区", en: "region handed over")
    case "lock": Label(zh: "锁定", en: "locked")
    case "unlock": Label(zh: "解锁", en: "unlocked")
    case "confirm": Label(zh: "确认更正", en: "correction confirmed")
    case "correct": Label(zh: "锁定后更正", en: "corrected after the lock")
    case "set_reference": Label(zh: "改参考表", en: "reference table set")
    default: Label(zh: action, en: action)
    }
  }
}
