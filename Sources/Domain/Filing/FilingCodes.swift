/// Where a record stands in one tier: one row per (project, tier).
package enum MembershipState: String, CaseIterable, Sendable {
  /// Put to the tier or not; without a row a project is a draft there.
  case none, submitted
  case inReview = "in_review"
  case returned, admitted, exited

  /// The choices with their words.
  package static let codes = CodeList(
    "membership_states",
    [
      Code("none", "未申报", "None"),
      Code("submitted", "已上报", "Submitted"),
      Code("in_review", "审核中", "In review"),
      Code("returned", "退回", "Returned"),
      Code("admitted", "在库", "Member"),
      Code("exited", "已出库", "Left"),
    ])
}

/// What a filing asks a tier for.
package enum FilingKind: String, CaseIterable, Sendable {
  case admit, change, exit

  /// The choices with their words.
  package static let codes = CodeList(
    "filing_kinds",
    [
      Code("admit", "入库", "Admission"),
      Code("change", "变更", "Change"),
      Code("exit", "出库", "Exit"),
    ])
}

/// What became of a filing.
package enum FilingOutcome: String, CaseIterable, Sendable {
  /// With the tier; nobody has opened it.
  case waiting
  case inReview = "in_review"
  case admitted, returned, withdrawn

  /// Still with the tier.
  package var isOpen: Bool { self == .waiting || self == .inReview }

  /// The choices with their words.
  package static let codes = CodeList(
    "filing_outcomes",
    [
      Code("waiting", "待审", "Waiting"),
      Code("in_review", "审核中", "In review"),
      Code("admitted", "通过", "Admitted"),
      Code("returned", "退回", "Returned"),
      Code("withdrawn", "撤回", "Withdrawn"),
    ])
}

/// Why a project left a library 出库类型.
package enum ExitKind: String, CaseIterable, Sendable {
  /// Built and accepted: counts go on 完成出库.
  case completed
  /// Given up before it was built 未实施退出.
  case notBuilt = "not_built"
  /// Into another region's library 调出.
  case movedOut = "moved_out"
  /// Merged into another project 重复并入: taken off from that day on. Or no longer what the library takes 不符合条件.
  case duplicate, unqualified

  /// The choices with their words.
  package static let codes = CodeList(
    "exit_kinds",
    [
      Code("completed", "完成出库", "Completed"),
      Code("not_built", "未实施退出", "Not built"),
      Code("moved_out", "调出", "Moved out"),
      Code("duplicate", "重复并入", "Merged as duplicate"),
      Code("unqualified", "不符合条件", "Not qualified"),
    ])
}

/// The state of a record as the column 申报 shows it: that of its latest filing.
package enum FilingState: String, CaseIterable, Sendable {
  case draft, submitted
  case inReview = "in_review"
  case returned, admitted, changing, exited

  /// The choices with their words.
  package static let codes = CodeList(
    "filing_states",
    [
      Code("draft", "草稿", "Draft"),
      Code("submitted", "已上报", "Submitted"),
      Code("in_review", "审核中", "In review"),
      Code("returned", "退回", "Returned"),
      Code("admitted", "入库", "Admitted"),
      Code("changing", "变更", "Changing"),
      Code("exited", "出库", "Left"),
    ])
}
