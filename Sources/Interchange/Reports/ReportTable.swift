import Domain

/// A tally as the tables of a report: the same cells for the workbook and for the page.
package struct ReportTable: Sendable {
  /// The figures.
  package let tally: Tally
  /// What stands on the report besides them.
  package let paper: ReportPaper
  let language: Language

  package init(_ tally: Tally, _ paper: ReportPaper, _ language: Language) {
    (self.tally, self.paper, self.language) = (tally, paper, language)
  }

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// 浙江省工业节能降碳技术改造行动计划（2022-2024年）2023年二季度调度表.
  package var title: String {
    let scope = tally.scope[language]
    return say(
      "\(scope)工业节能降碳技术改造行动计划（2022-2024年）\(tally.query.quarter.label.zh)调度表",
      "\(scope): industrial energy-saving retrofit plan 2022-2024, tally of \(tally.query.quarter.label.en)")
  }

  /// The state of the figures: locked or open, until when, as known when.
  package var state: String {
    let edition = tally.query.edition == .annual ? tally.query.edition.label[language] + say("，", ", ") : ""
    return say(
      "数据截至\(SignatureWords.date(tally.through))，\(edition)\(tally.lock.label.zh)",
      "Figures up to \(tally.through.iso); \(edition)\(tally.lock.label.en)")
  }

  /// The entry of the history that the figures stand on: who has it on paper can prove that nothing was taken back.
  package var chain: String {
    say("历史末条 第\(tally.head.sequence)条 \(tally.head.hash)", "History: entry \(tally.head.sequence) \(tally.head.hash)")
  }

  // MARK: - Summary

  /// Over the summary, one a cell of its lines.
  package var summaryHeadings: [String] {
    language == .zh
      ? ["序号", "指标", "单位", "目标", "本季", "本年", "累计", "序时应完成", "完成目标", "进度", "差额", "期末预计", "条款"]
      : [
        "No.", "Indicator", "Unit", "Target", "Quarter", "Year", "Cumulative", "Due", "Of target", "Pace", "Missing",
        "Forecast", "Clause",
      ]
  }

  /// One line an indicator, of the whole scope.
  package func summary(_ row: Tally.Row, _ place: Int) -> [SheetCell] {
    let indicator = row.indicator
    guard let cell = row.cells.first else { return [] }
    let standing = cell.standing
    func amount(_ value: Amount?) -> SheetCell { value.map(SheetCell.amount) ?? .blank }
    return [
      .integer(place + 1), .text(name(indicator)), .text(unit(indicator)),
      amount(cell.cumulativeTarget),
      figure(cell, indicator, .period), figure(cell, indicator, .year), figure(cell, indicator, .cumulative),
      amount(standing?.due), standing?.share.map { .text($0.text) } ?? .blank,
      standing?.pace.map { .text($0.label[language]) } ?? .blank, amount(standing?.gap),
      amount(standing?.target == nil ? nil : standing?.forecast),
      .text(indicator.clause),
    ]
  }

  /// The unit as documents write it: 万吨标准煤, 万千瓦, 吨二氧化碳.
  package func unit(_ indicator: Indicator) -> String {
    guard language == .zh else { return indicator.unit.en }
    var unit = indicator.unit.zh
    for (short, official) in [("tCO2", "吨二氧化碳"), ("tce", "吨标准煤"), ("kWh", "千瓦时"), ("kW", "千瓦")] {
      guard let place = unit.range(short) else { continue }
      unit.replaceSubrange(place, with: official)
    }
    return unit
  }

  /// The indicator's name; parts of another are set in, an estimate says that it is one.
  package func name(_ indicator: Indicator) -> String {
    let inset = indicator.parent == nil ? "" : say("　", "  ")
    return inset + indicator.label[language] + (indicator.isEstimate ? say("（本库测算）", " (own estimate)") : "")
  }

  /// A span's figure in the target's unit, exactly; words where there is none.
  package func figure(_ cell: TallyCell, _ indicator: Indicator, _ span: TallySpan) -> SheetCell {
    switch cell.content {
    case .sums(let sums):
      if span != .cumulative, indicator.nature != .flow { return .blank }
      return .number(indicator.shown(sums[span]))
    case .share(let part, let whole):
      return span == .cumulative ? Ratio(part, whole).map { .text($0.text) } ?? .text("—") : .blank
    case .fields(let met, let all, _): return span == .cumulative ? .text("\(met)/\(all)") : .blank
    case .official(let period, let year, let cumulative):
      let value = span == .period ? period : span == .year ? year : cumulative
      return value.map(SheetCell.amount) ?? .blank
    case .estimate(let value, _, _, _):
      return span == .cumulative ? value.map(SheetCell.amount) ?? .text("—") : .blank
    case .none: return span == .cumulative ? .text("—") : .blank
    }
  }

  // MARK: - Matrix

  /// Over the matrix: indicator, unit, span, then the tally's columns.
  package var matrixHeadings: [String] {
    [say("指标", "Indicator"), say("单位", "Unit"), say("统计", "Span")] + tally.columns.map { $0.label[language] }
  }

  /// The lines of one indicator: a span each, all columns; spans without a figure anywhere are left out.
  package func matrix(_ row: Tally.Row) -> [[SheetCell]] {
    [TallySpan.period, .year, .cumulative].compactMap { span in
      let cells = row.cells.map { figure($0, row.indicator, span) }
      guard span == .cumulative || cells.contains(where: { $0 != .blank }) else { return nil }
      return [.text(name(row.indicator)), .text(unit(row.indicator)), .text(span.label[language])] + cells
    }
  }

  // MARK: - Notes

  /// Over the notes, one a cell of theirs.
  package var noteHeadings: [String] {
    language == .zh
      ? ["指标", "计数口径", "说明", "方案原文", "条款", "责任部门"]
      : ["Indicator", "What counts", "Remark", "The plan's words", "Clause", "Departments"]
  }

  /// How an indicator is counted, why it has no figure, and what the plan says.
  package func note(_ row: Tally.Row) -> [SheetCell] {
    let indicator = row.indicator
    var remarks: [String] = []
    if let reading = indicator.reading { remarks.append(say("采用口径：", "Reading: ") + reading.label[language]) }
    if case .some(.none(let why)) = row.cells.first?.content { remarks.append(why[language]) }
    if case .fields(_, _, let lowest?) = row.cells.first?.content {
      remarks.append(say("最低：", "Lowest: ") + lowest.code)
    }
    if let coverage = row.cells.first?.coverage { remarks.append(coverage[language]) }
    if let late = row.cells.first?.late, late != .zero {
      remarks.append(say("含补报上季 ", "With late reports of ") + indicator.shown(late))
    }
    if let corrected = row.cells.first?.corrected, corrected != .zero {
      remarks.append(
        say("锁定后更正（累计） ", "Corrected since the lock (cumulative) ") + indicator.shown(corrected.cumulative))
    }
    return [
      .text(name(indicator)), .text(indicator.rule[language]), .text(remarks.joined(separator: say("；", "; "))),
      .text(indicator.quote), .text(indicator.clause), .text(indicator.departments.joined(separator: "、")),
    ]
  }

  /// What holds for all figures.
  package var generalNotes: [String] {
    var notes = [
      say("单位按官方单位，数字不加分节号；完成比例只舍不入。", "Official units, plain digits; shares are rounded down."),
      say(
        "本季、本年、累计均按事实发生日期归期；锁定后补报计入下一季。",
        "Facts count by their own day; what was reported after a lock counts in the next quarter."),
      say(
        "“本库测算”由本库记录计算，不代替部门统计。",
        "“Own estimate” is worked out of this library's records and replaces no official value."),
    ]
    notes += tally.columns.filter { $0.lock != .open && $0.part != .whole }.map {
      "\($0.label[language])：\($0.lock.label[language])"
    }
    return notes
  }

  /// Indicators with a target and a share of it: what the chart of progress shows.
  var progress: [(name: String, share: Ratio, due: Ratio?)] {
    tally.rows.compactMap { row in
      guard let standing = row.cells.first?.standing, let share = standing.share, let target = standing.target else {
        return nil
      }
      return (row.indicator.label[language], share, standing.due.flatMap { Ratio($0, target) })
    }
  }
}

extension String {
  /// Where a text first stands in this one.
  fileprivate func range(_ text: String) -> Range<String.Index>? {
    indices.first { self[$0...].hasPrefix(text) }.map { $0..<index($0, offsetBy: text.count) }
  }
}
