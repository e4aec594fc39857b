import Domain
import Terminal

/// What happened to a project in each tier 入库, told by day: who handed it up, who said what, under which document.
struct RecordFilings {
  private let pages: RecordPages
  private let project: Project
  private let rules: [Tier: TierRules]

  init(_ pages: RecordPages) {
    self.pages = pages
    project = Project.schema.record(pages.content.document)
    rules = pages.content.rules
  }

  private func say(_ zh: String, _ en: String) -> String { pages.language == .zh ? zh : en }

  var lines: [RecordLine] {
    var lines: [RecordLine] = []
    if let freeze = project.freeze(rules) {
      lines += wrapped(freeze.message[pages.language], x: 1, style: .accent)
    }
    for tier in Tier.allCases {
      let filings = project.filings.filter { $0.place == tier }
      guard project.membership(tier) != nil || !filings.isEmpty else { continue }
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(.heading(heading(tier)))
      lines += filings.flatMap(self.lines)
      if let row = project.membership(tier) { lines += self.lines(row) }
    }
    if lines.isEmpty { lines.append(.note(say("尚未上报", "Not submitted yet"))) }
    return lines
  }

  private func heading(_ tier: Tier) -> String {
    let state = MembershipState.codes[project.state(in: tier).rawValue]?.label[pages.language] ?? ""
    let unit = rules[tier].flatMap { pages.reference.regions[$0.region]?.name } ?? ""
    return [tier.label[pages.language], unit, state].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  // MARK: a filing

  private func lines(_ filing: FilingRecord) -> [RecordLine] {
    let kind = FilingKind.codes[filing.kind]?.label[pages.language] ?? filing.kind
    let number = filing.number ?? 1
    let times = number > 1 ? say("第\(number)次", "no. \(number)") : ""
    let exit = ExitKind.codes[filing.exitKind]?.label[pages.language] ?? ""
    var lines =
      filing.submittedBy.isEmpty
      ? []
      : line(
        "filings.submitted_on", filing.submittedOn,
        [say("申请\(kind)", "asked: \(kind.lowercased())"), exit, times, filing.batch, filing.submittedBy])
    let isReturn = filing.outcome == FilingOutcome.returned.rawValue
    if !filing.reason.isEmpty, !isReturn { lines += text(say("说明：", "Reason: ") + filing.reason) }
    if filing.isInReview {
      lines += line("filings.opened_on", filing.openedOn, [say("开始审核", "review begun"), filing.reviewer])
    }
    guard !filing.isOpen else { return lines }
    let outcome = FilingOutcome.codes[filing.outcome]?.label[pages.language] ?? filing.outcome
    let waived = filing.isWaived ? say("免审", "review waived") : ""
    lines += line(
      "filings.outcome", filing.decidedOn, [outcome, waived, filing.document, filing.decidedBy],
      style: isReturn ? .warning : .text)
    if !filing.opinion.isEmpty { lines += text(say("意见：", "Opinion: ") + filing.opinion) }
    guard isReturn else { return lines }
    for fault in FieldFault.read(filing.faults) {
      let list = fault.field.firstIndex(of: ".").flatMap { pages.register.list(String(fault.field[..<$0])) }
      let place = list.map { $0.label[pages.language] + "·" } ?? ""
      let name = place + (pages.register.field(path: fault.field)?.label[pages.language] ?? say("整条", "record"))
      lines += text("✗ \(name): \(fault.reason)")
    }
    return lines + (filing.reason.isEmpty ? [] : text("✗ " + filing.reason))
  }

  // MARK: a membership

  private func lines(_ row: Membership) -> [RecordLine] {
    var lines: [RecordLine] = []
    if let day = row.firstAdmittedOn, day != row.admittedOn {
      lines += line("memberships.first_admitted", day, [say("首次入库", "first admitted")])
    }
    if let day = row.admittedOn {
      let marks = [
        row.isDirect ? say("直接入库", "entered directly") : "", row.isWaived ? say("免审", "review waived") : "",
        row.reviewedFor.isEmpty ? "" : say("由\(row.reviewedFor)代审", "reviewed by \(row.reviewedFor)"),
      ]
      let words = [say("入库", "member"), row.admittedDocument] + marks
      lines += line("memberships.admitted_on", day, words, style: Style(.good))
    }
    if let day = row.recommendedOn {
      let rank = row.rank.map { say("排序\($0)", "rank \($0)") } ?? ""
      let words = [say("向上一级推荐", "recommended upward"), row.batch, rank, row.recommendedDocument]
      lines += line("memberships.recommended_on", day, words)
    }
    if let day = row.exitedOn {
      let kind = ExitKind.codes[row.exitKind]?.label[pages.language] ?? row.exitKind
      let words = [say("出库", "left"), kind, row.exitDocument, row.exitReason]
      lines += line("memberships.exited_on", day, words, style: .warning)
    }
    return lines
  }

  // MARK: lines

  /// A day and what happened on it; the cursor can stand there, and F1 explains `path`.
  private func line(_ path: String, _ day: Day?, _ parts: [String], style: Style = .text) -> [RecordLine] {
    let field = pages.register.field(path: path)
    let said = parts.filter { !$0.isEmpty }.joined(separator: "  ")
    return CleanText(said).wrapped(to: max(2, pages.width - 15)).enumerated().map { index, part in
      var words = RecordLine.Piece(x: 14, text: part, style: style)
      guard index == 0 else { return RecordLine(pieces: [words]) }
      words.field = field
      return RecordLine(pieces: [.init(x: 2, text: CleanText(day?.iso ?? ""), style: .dim), words])
    }
  }

  private func text(_ text: String) -> [RecordLine] { wrapped(text, x: 14, style: .dim) }

  private func wrapped(_ text: String, x: Int, style: Style) -> [RecordLine] {
    CleanText(text).wrapped(to: max(2, pages.width - x - 1)).map {
      RecordLine(pieces: [.init(x: x, text: $0, style: style)])
    }
  }
}
