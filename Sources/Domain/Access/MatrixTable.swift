extension Matrix {
  /// The table as rows of words for people: role, group, deed, then a cell for each place.
  ///
  /// Deeds that a role has nowhere are left out.
  package static func table(_ language: Language) -> [[String]] {
    var rows: [[String]] = []
    for role in Role.allCases {
      for group in RegisterGroup.allCases {
        for deed in Deed.allCases {
          let cells = Place.allCases.map { whose(role, deed, group, $0) }
          guard cells.contains(where: { $0 != .nobody }) else { continue }
          rows.append(
            [role.label[language], group.label[language], deed.label[language]] + cells.map { $0.label[language] })
        }
      }
    }
    return rows
  }

  /// The rows of permission in words, one a line: who may do what to which registers, and where. For a help text.
  package static func summary(_ language: Language) -> [String] {
    rows.map { row in
      func list(_ labels: [Label]) -> String {
        labels.map { $0[language] }.joined(separator: Label(zh: "、", en: ", ")[language])
      }
      let roles =
        row.roles == Role.allCases ? Label(zh: "各角色", en: "Everybody")[language] : list(row.roles.map(\.label))
      let places = Place.allCases.compactMap { place -> String? in
        let whose = row.whose(place)
        guard whose != .nobody else { return nil }
        return place.label[language]
          + (whose == .anybody ? "" : Label(zh: "", en: " ")[language] + whose.note[language])
      }
      let (groups, deeds) = (list(row.groups.map(\.label)), list(row.deeds.map(\.label)))
      let colon = Label(zh: "：", en: ": ")[language]
      return roles + colon + deeds + " [" + groups + "] "
        + places.joined(separator: Label(zh: "、", en: ", ")[language])
    }
  }

  /// The headings of `table`.
  package static func headings(_ language: Language) -> [String] {
    [Label(zh: "角色", en: "role"), Label(zh: "清单", en: "registers"), Label(zh: "操作", en: "deed")].map { $0[language] }
      + Place.allCases.map { $0.label[language] }
  }
}

extension Matrix.Whose {
  fileprivate var note: Label { Label(zh: "（限\(label.zh)）", en: "(\(label.en) only)") }

  /// The word in a cell of the table.
  package var label: Label {
    switch self {
    case .nobody: Label(zh: "—", en: "—")
    case .mine: Label(zh: "本人的", en: "one's own")
    case .others: Label(zh: "他人的", en: "others'")
    case .anybody: Label(zh: "可", en: "yes")
    }
  }
}

extension Deed {
  /// The deed as a verb.
  package var label: Label {
    switch self {
    case .see: Label(zh: "查看", en: "see")
    case .create: Label(zh: "新增", en: "enter")
    case .edit: Label(zh: "修改", en: "change")
    case .keep: Label(zh: "更新执行情况", en: "keep up to date")
    case .delete: Label(zh: "删除草稿", en: "delete drafts")
    case .takeIn: Label(zh: "导入", en: "import")
    case .export: Label(zh: "导出", en: "export")
    case .submit: Label(zh: "上报", en: "submit")
    case .withdraw: Label(zh: "撤回", en: "withdraw")
    case .review: Label(zh: "审核", en: "review")
    case .admit: Label(zh: "批准入库、变更、出库", en: "admit")
    case .sendBack: Label(zh: "退回", en: "return")
    case .recommend: Label(zh: "推荐", en: "recommend")
    case .plan: Label(zh: "列入年度计划", en: "put on the yearly plan")
    case .verifySaving: Label(zh: "核定节能量", en: "verify savings")
    case .settings: Label(zh: "修改本级设置", en: "change the tier's settings")
    case .lock: Label(zh: "锁定季度", en: "lock quarters")
    case .unlock: Label(zh: "解锁季度", en: "unlock quarters")
    case .confirm: Label(zh: "确认锁定后更正", en: "confirm corrections of locked quarters")
    case .targets: Label(zh: "填报目标和统计", en: "enter targets and statistics")
    case .inspect: Label(zh: "登记监察", en: "record inspections")
    case .people: Label(zh: "管理人员", en: "keep people")
    case .reference: Label(zh: "修改参照表", en: "change reference tables")
    case .upkeep: Label(zh: "备份、恢复和核验", en: "back up, restore and verify")
    }
  }
}
