/// What is said where a step cannot be taken.
enum FilingWords {
  static let nothingOpen = Label(zh: "没有待审的申报", en: "Nothing waits for a review")
  static let notBegun = Label(zh: "请先开始审核", en: "Begin the review first")
  static let lapsed = Label(zh: "审核已超过时限，请重新开始审核", en: "The review has lapsed; begin it anew")
  static let noPerson = Label(zh: "请写明移交给谁", en: "Say who the review is handed to")
  static let noReason = Label(zh: "请写明原因", en: "Give a reason")
  static let future = Label(zh: "日期不能晚于今天", en: "The date cannot be after today")
  static let same = Label(zh: "申报内容没有改动，无需变更", en: "The declared part is the same; no change is needed")
  static let noChange = Label(
    zh: "尚未入库，可直接修改，不必变更", en: "It is in no library yet; edit it, no change request is needed")
  static let unreadable = Label(zh: "变更内容无法读取，请退回重新申请", en: "The proposed change cannot be read; send it back")
  static let nothingReturned = Label(
    zh: "上级没有退回这个项目，不必要求更正", en: "The tier above did not send it back; there is nothing to pass down")

  static func errors(_ count: Int) -> Label {
    Label(zh: "有\(count)处错误，请先改正(F9检查)", en: "\(count) error(s); correct them first (F9 checks)")
  }

  static func noTier(_ tier: Tier) -> Label {
    Label(zh: "该地区没有\(tier.label.zh)", en: "The region has no \(tier.label.en.lowercased())")
  }

  static func noTierAbove(_ tier: Tier) -> Label {
    Label(zh: "\(tier.label.zh)之上没有可推荐的层级", en: "There is no tier above the \(tier.label.en.lowercased())")
  }

  static func already(_ tier: Tier) -> Label {
    Label(zh: "已在\(tier.label.zh)", en: "It is in the \(tier.label.en.lowercased()) already")
  }

  static func notMember(_ tier: Tier) -> Label {
    Label(zh: "不在\(tier.label.zh)", en: "It is not in the \(tier.label.en.lowercased())")
  }

  static func recommendInstead(_ tier: Tier) -> Label {
    Label(
      zh: "已在\(tier.label.zh)，请由该级审核员推荐",
      en: "It is in the \(tier.label.en.lowercased()); its reviewer recommends it")
  }

  static func quota(_ tier: Tier, _ quota: FilingContext.Quota) -> Label {
    Label(
      zh: "\(tier.label.zh)今年名额\(quota.limit)个，已推荐\(quota.used)个",
      en: "The \(tier.label.en.lowercased()) takes \(quota.limit) this year; \(quota.used) are recommended already")
  }

  static func onPlan(_ entry: PlanEntry) -> Label {
    Label(zh: "已列入\(entry.year)年度计划，请用调整", en: "It is on the plan of \(entry.year) already; adjust it")
  }

  static func notOnPlan(_ entry: PlanEntry) -> Label {
    Label(zh: "不在\(entry.year)年度计划内，请先列入", en: "It is not on the plan of \(entry.year); list it first")
  }

  static func underReview(_ filing: FilingRecord) -> Label {
    let since = filing.openedOn?.label ?? Label(zh: "", en: "")
    return Label(
      zh: "\(filing.reviewer)\(since.zh)起审核中", en: "\(filing.reviewer) has been reviewing it since \(since.en)")
  }

  /// Which tier has which filing since when, and what opens it.
  static func with(_ filing: FilingRecord, _ rules: [Tier: TierRules]) -> Label {
    let tier = filing.place ?? .county
    let kind = FilingKind.codes[filing.kind]?.label ?? Label(zh: filing.kind, en: filing.kind)
    let unit = rules[tier].map(\.unit) ?? ""
    let since = filing.submittedOn?.label ?? Label(zh: "", en: "")
    let opens =
      filing.isInReview
      ? Label(
        zh: "\(filing.reviewer)审核中，退回后可改", en: "\(filing.reviewer) reviews it; a return opens it")
      : Label(zh: "尚未审核，撤回后可改", en: "not reviewed yet; withdraw it to open it")
    return Label(
      zh: "\(since.zh)已向\(unit)\(tier.label.zh)申报\(kind.zh)，\(opens.zh)",
      en: "With the \(tier.label.en.lowercased())\(unit.isEmpty ? "" : " (\(unit))") since \(since.en) "
        + "(\(kind.en.lowercased())): \(opens.en)")
  }
}
