import Domain
import Terminal
import UseCases
import Widgets

/// Lays what stands beside a record of the inbox out in lines of a width.
struct ReviewPages {
  let detail: ReviewDetail
  let reference: ReferenceTables
  let language: Language
  let today: Day
  let width: Int

  init(detail: ReviewDetail, _ reference: ReferenceTables, _ language: Language, _ today: Day, _ width: Int) {
    self.detail = detail
    self.reference = reference
    self.language = language
    self.today = today
    self.width = max(10, width)
  }

  private var filing: FilingRecord { detail.item.filing }
  private var register: Register? { Registers.named(Project.schema.id) }

  var lines: [RecordLine] {
    heading + changes + checks + lists + opinions
  }

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  // MARK: what is asked

  private var heading: [RecordLine] {
    let times = filing.number ?? 1
    let kind = FilingKind.codes[filing.kind]?.label[language] ?? ""
    let asked =
      detail.item.kind == .admit && times > 1 ? say("第\(times)次上报", "submission \(times)") : say("申请\(kind)", kind)
    var lines = text("\(detail.item.title)   \(asked)", .heading)
    var facts = [detail.document["holder_name"].plain]
    if let day = filing.submittedOn {
      facts.append(say("\(day.iso) \(filing.submittedBy)上报", "submitted \(day.iso) by \(filing.submittedBy)"))
    }
    for row in detail.memberships where row.tier != detail.item.tier.rawValue {
      guard row.state == MembershipState.admitted.rawValue, let day = row.admittedOn,
        let tier = Tier(rawValue: row.tier)
      else { continue }
      facts.append(say("\(tier.label.zh) \(day.iso)入库", "\(tier.label.en.lowercased()) since \(day.iso)"))
    }
    lines += text(facts.filter { !$0.isEmpty }.joined(separator: " · "), .text)
    if detail.item.kind == .exit {
      let kind = ExitKind.codes[filing.exitKind]?.label[language] ?? filing.exitKind
      lines += text(say("出库：\(kind)", "Exit: \(kind.lowercased())"), .accent)
    }
    if !filing.reason.isEmpty { lines += text(say("说明：", "Reason: ") + filing.reason, .text) }
    if filing.isInReview {
      let since = filing.openedOn?.iso ?? ""
      lines += text(
        detail.item.isLapsed
          ? say("\(filing.reviewer) \(since)开始审核，已超时限，可接着审", "\(filing.reviewer)'s review of \(since) has lapsed")
          : say("审核中：\(filing.reviewer) \(since)开始，申报内容暂不可改", "Under review by \(filing.reviewer) since \(since)"),
        detail.item.isLapsed ? .warning : .dim)
    }
    return lines
  }

  // MARK: what changed

  private var changes: [RecordLine] {
    switch detail.changes.base {
    case .nothing:
      return detail.item.kind == .exit ? [] : [title(say("申报内容", "What is declared"))] + declared
    case .admitted: return [title(say("申请的变更", "Changes asked for"))] + changed
    case .returned(let day, let reason):
      let on = day?.iso ?? ""
      var lines = [title(say("自\(on)退回后的改动", "Changes since the return of \(on)"))]
      if !reason.isEmpty { lines += text(say("退回：", "Returned: ") + reason, .dim, indent: 2) }
      return lines + changed
    }
  }

  private var changed: [RecordLine] {
    let changes = detail.changes
    var lines: [RecordLine] = []
    for fault in changes.open {
      let name = register?.field(path: fault.field)?.label[language] ?? say("整条", "record")
      lines += text("✗ \(name): \(fault.reason) " + say("[未改]", "[unchanged]"), .warning)
    }
    for line in changes.lines {
      if let fault = line.fault { lines += text(say("退回：", "Returned: ") + fault.reason, .dim, indent: 2) }
      let place = line.row.map { " \($0)" } ?? ""
      let text =
        "\(line.fault == nil ? "·" : "✓") \(name(line))\(place)  \(shown(line.before, line)) → \(shown(line.after, line))"
      lines += self.text(text, line.fault == nil ? .text : Style(.good))
    }
    if changes.lines.isEmpty { lines += text(say("没有改动", "Nothing changed"), .warning) }
    return lines
  }

  private func name(_ line: ChangesSince.Line) -> String {
    guard let dot = line.path.firstIndex(of: "."), let list = register?.list(String(line.path[..<dot])) else {
      return line.label[language]
    }
    return list.label[language] + "·" + line.label[language]
  }

  private func shown(_ value: Value, _ line: ChangesSince.Line) -> String {
    guard !value.isEmpty else { return say("(空)", "(empty)") }
    if case .record(let id) = value, let title = detail.titles[id] { return title }
    guard let spec = register?.field(path: line.path) else { return value.plain }
    return spec.unit.behind(value.shown(spec.kind, language, reference, year: today.year), language)
  }

  /// What is judged on a first submission: the figures and texts that decide.
  private var declared: [RecordLine] {
    let ids = [
      "focus_area", "kind", "content", "start_month", "deadline", "saving", "saving_coal_equivalent",
      "renewable_substitution", "co2_cut", "saving_method", "saving_source", "investment", "benchmarking",
      "unit_before",
      "unit_after", "pv_kw", "project_code",
    ]
    return ids.compactMap { register?.field($0) }.filter { !detail.proposed[$0.id].isEmpty }.flatMap { field in
      let value = detail.proposed[field.id]
      let text = field.unit.behind(value.shown(field.kind, language, reference, year: today.year), language)
      return self.text("\(field.label[language])  \(text)", .text)
    }
  }

  // MARK: what the rules say

  private var checks: [RecordLine] {
    guard let register else { return [] }
    let findings = detail.findings.filter { $0.severity == .error } + detail.findings.filter { $0.severity != .error }
    var lines = [title(say("检查", "Checks"))]
    for finding in findings {
      let mark = finding.severity == .error ? "✗" : "!"
      let answer = finding.answer.map { say(" [已说明：\($0)]", " [answered: \($0)]") } ?? ""
      // What every register asks for has no number.
      let rule = finding.rule.hasPrefix("R") ? finding.rule + " " : ""
      let style: Style = finding.severity == .error ? .error : finding.answer == nil ? .warning : .dim
      lines += text("\(mark) \(rule)\(finding.message[language])\(answer)", style)
    }
    let passed = register.rules.count - Set(findings.map(\.rule)).intersection(register.rules.map(\.id)).count
    return lines + text(say("✓ 其余 \(passed) 条通过", "✓ \(passed) other rules passed"), Style(.good))
  }

  // MARK: the three lists

  private var lists: [RecordLine] {
    let document = detail.proposed
    let failed = Set(detail.findings.map(\.rule))
    func check(_ good: String, _ rules: Set<String>, _ bad: String) -> [RecordLine] {
      rules.isDisjoint(with: failed) ? text("✓ " + good, Style(.good)) : text("! " + bad, .warning)
    }
    var lines = [title(say("三张清单", "The three lists"))]
    if document["enterprise"].isEmpty {
      lines += text(say("· 未关联企业清单", "· No enterprise of the list is linked"), .dim)
    } else {
      lines += check(
        say("企业清单在册", "On the enterprise list"), ["R32", "R33"], say("企业清单不符，见检查", "The enterprise list disagrees"))
    }
    if document["line"].isEmpty {
      lines += check(
        say("未关联生产线", "No line is linked"), ["R35"], say("生产线不在能效清单", "The line is not on the efficiency list"))
    } else {
      let grade = Grades.list[document["level_before"].plain]?.label[language] ?? ""
      lines += check(
        say(
          "能效清单 \(document["line_title"].plain) \(grade)", "Efficiency list: \(document["line_title"].plain) \(grade)"),
        ["R34", "R36", "R37", "R38"], say("能效清单不符，见检查", "The efficiency list disagrees"))
    }
    lines += check(say("未发现疑似重复", "No likely duplicate"), ["R39"], say("疑似重复，见检查", "A likely duplicate"))
    lines += check(
      say("未发现重复享受", "No support twice"), ["R31"], say("可能重复享受支持，见检查", "Supports that exclude each other"))
    return lines
  }

  // MARK: what the experts say

  private var opinions: [RecordLine] {
    guard let found = detail.opinions else { return [] }
    let mean = found.mean.map { say("   平均分 \($0.plain)", ", \($0.plain) points on average") } ?? ""
    var lines = [title(say("专家意见 \(found.given)/\(found.asked)", "Experts \(found.given)/\(found.asked)"))]
    lines += text(
      say(
        "同意 \(found.agree)  修改后同意 \(found.agreeChanged)  不同意 \(found.disagree)\(mean)",
        "\(found.agree) agree, \(found.agreeChanged) once changed, \(found.disagree) disagree\(mean)"),
      found.disagree > 0 ? .warning : .text, indent: 2)
    for opinion in found.opinions {
      let verdict = OpinionCodes.verdicts[opinion.verdict]?.label[language]
      let said =
        verdict.map { "\($0) \(opinion.points?.plain ?? "") \(opinion.text)" }
        ?? say("待评，应于\(opinion.dueOn?.iso ?? "")前提交", "awaited by \(opinion.dueOn?.iso ?? "")")
      lines += text("\(opinion.expertName): \(said)", opinion.verdict.isEmpty ? .dim : .text, indent: 2)
    }
    return lines
  }

  // MARK: lines

  private func title(_ text: String) -> RecordLine {
    let room = max(0, width - CleanText(text).width - 4)
    return RecordLine(pieces: [
      .init(x: 0, text: CleanText("─ \(text) " + String(repeating: "─", count: room)), style: .line)
    ])
  }

  private func text(_ text: String, _ style: Style, indent: Int = 0) -> [RecordLine] {
    CleanText(text).wrapped(to: max(2, width - indent - 1)).enumerated().map { index, part in
      RecordLine(pieces: [.init(x: indent + (index == 0 ? 0 : 2), text: part, style: style)])
    }
  }
}
