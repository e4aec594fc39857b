import Domain

extension PackageAccount.Outcome {
  /// The kinds of outcomes, in the order in which a person looks at them.
  package enum Kind: Int, CaseIterable, Sendable {
    case rejected, conflict, new, changed, deleted, same

    /// What people call it.
    package var label: Label {
      switch self {
      case .rejected: Label(zh: "不收", en: "refused")
      case .conflict: Label(zh: "冲突", en: "conflict")
      case .new: Label(zh: "新增", en: "new")
      case .changed: Label(zh: "修改", en: "changed")
      case .deleted: Label(zh: "删除", en: "deleted")
      case .same: Label(zh: "相同", en: "same")
      }
    }
  }

  /// Which kind it is of, whatever comes with it.
  package var kind: Kind {
    switch self {
    case .new: .new
    case .changed: .changed
    case .same: .same
    case .deleted: .deleted
    case .conflict: .conflict
    case .rejected: .rejected
    }
  }
}

extension EntryMerge.Choice {
  /// Whose word counts, in words.
  package var label: Label {
    switch self {
    case .mine: Label(zh: "以本库为准", en: "ours counts")
    case .theirs: Label(zh: "以对方为准", en: "theirs counts")
    }
  }
}

extension PackageAccount {
  /// How many records come to a kind of outcome.
  package func count(_ kind: Outcome.Kind) -> Int { lines.count { $0.outcome.kind == kind } }

  /// What is to be known of records that name others which are not here; nil where none do.
  package var looseness: Label? {
    let count = loose.count
    return count == 0
      ? nil
      : Label(
        zh: "\(count)条记录关联了外地区的、不在本库的记录：显示为编号，要用到那些记录的统计不计",
        en:
          "\(counted(count, "record")) linked to records of other regions that are not here: shown as numbers, left out of figures that need those"
      )
  }
}

extension PackageAccount.Line {
  /// Why it is what it is, in a line each: both values of a conflict, the reason of a refusal, what changed.
  package func reasons(_ language: Language, _ reference: ReferenceTables) -> [String] {
    let spec = Registers.named(register)
    let fields = Set(loose).sorted().map { spec?.field(path: $0)?.label[language] ?? $0 }
    let missing =
      fields.isEmpty
      ? []
      : [
        Label(
          zh: "“\(fields.joined(separator: "、"))”是别处的记录，不在本库",
          en: "“\(fields.joined(separator: ", "))” is a record of elsewhere that is not here")[language]
      ]
    switch outcome {
    case .rejected(let label): return [label[language]]
    case .changed: return (spec.map { spec in changes.map { $0.told(spec, language, reference) } } ?? []) + missing
    case .new: return missing
    case .same, .deleted: return []
    case .conflict(let conflicts, let choice):
      return (choice.map { [$0.label[language]] } ?? [])
        + conflicts.map { conflict in
          if conflict.isGone {
            let list = spec?.list(conflict.field)?.label[language] ?? conflict.field
            return Label(zh: "\(list)：本库已删去对方所改的一行", en: "\(list): a row that they changed was taken out here")[
              language]
          }
          let field = spec?.field(path: conflict.field)
          let shown = { (value: Value) in
            let text = field.map { value.shown($0.kind, language, reference) } ?? value.plain
            return text.isEmpty ? Label(zh: "空", en: "empty")[language] : text
          }
          let name = field?.label[language] ?? conflict.field
          return Label(
            zh: "\(name)：本库 \(shown(conflict.mine))，对方 \(shown(conflict.theirs))",
            en: "\(name): here \(shown(conflict.mine)), there \(shown(conflict.theirs))")[language]
        }
    }
  }
}
