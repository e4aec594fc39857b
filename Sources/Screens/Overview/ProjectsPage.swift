import Domain
import Terminal
import UseCases
import Widgets

/// The page of projects and lines: by region, focus area, stage, tier, product and grade.
struct ProjectsPage {
  let board: DashboardProjects
  let kit: BoardWords

  func plan(_ size: Size) -> BoardPlan {
    let width = size.width
    let heading = kit.heading(Label(zh: "项目与能效", en: "Projects and lines"), nil, isNow: false, width: width)
    if BoardColumns.isNarrow(size) {
      return BoardPlan(
        BoardColumns.stacked([heading, summary()] + left(width) + right(width), width: width))
    }
    let half = (width - 1) / 2
    let top = BoardColumns.stacked([heading, summary()], width: width)
    let rest = Rect(x: 0, y: 3, width: width, height: size.height - 3)
    return BoardPlan(top + BoardColumns.pair(left(half), right(width - half - 1), rest))
  }

  private func summary() -> BoardBlock {
    let words = kit.words
    var sums = BoardRow()
    sums.text(words("在库 ", "Members "))
    sums.text(words.count(board.members.amount) + words("项", ""), spot: board.members.key)
    sums.text(words("预期节能", "saving"), gap: 1)
    sums.text(words.coal(board.saving.amount) + words("(当量)", " (cal.)"), gap: 1, spot: board.saving.key)
    sums.text(words("替代", "renew."), gap: 1)
    sums.text(words.coal(board.substitution.amount), gap: 1, spot: board.substitution.key)
    sums.text(words("减碳", "CO2"), gap: 1)
    sums.text(words.tonnes(board.co2.amount), gap: 1, spot: board.co2.key)
    let lines = board.lines
    var weighted = BoardRow()
    weighted.text(words("能效 ", "Lines "))
    weighted.text(words.count(lines.lines.amount) + words("线", ""), spot: lines.lines.key)
    weighted.text(words("折能加权(本库测算) ≥标杆", "energy-weighted (own estimate) ≥benchmark"), gap: 1)
    let amounts = lines.weights.map(\.amount)
    func share(_ grade: EfficiencyLevel.Grade) -> String {
      EfficiencyShares.weighted(atBenchmark: amounts[0], between: amounts[1], below: amounts[2], atLeast: grade)
        .map { "\($0.percent)%" } ?? "—"
    }
    weighted.text(share(.benchmark), gap: 1, spot: lines.weights[0].key)
    weighted.text(words("≥基准", "≥baseline"), gap: 1)
    weighted.text(share(.between), gap: 1, spot: lines.weights[1].key)
    weighted.text(words("无对标", "ungraded"), gap: 1)
    weighted.text(words.count(lines.ungraded.amount) + words("线", ""), gap: 1, spot: lines.ungraded.key)
    return BoardBlock(id: "summary", rows: [sums.pieces, weighted.pieces])
  }

  private func left(_ width: Int) -> [BoardBlock] {
    let saving: (DashboardFigure) -> String = { kit.words.manyTonnes($0.amount) }
    return [
      kit.bars(
        "regions", Label(zh: "各地 在库 节能/万tce(当量)", en: "Regions: projects, ktce/a"), board.regions, width: width,
        second: saving),
      kit.bars(
        "areas", Label(zh: "改造领域 在库 节能/万tce", en: "Focus areas: projects, ktce/a"), board.areas, width: width,
        name: 16, second: saving),
      kit.bars("stages", Label(zh: "实施阶段(现状)", en: "Stages, now"), board.stages, width: width),
      kit.bars("tiers", Label(zh: "层级 在库", en: "Tiers"), board.tiers, width: width),
    ]
  }

  private func right(_ width: Int) -> [BoardBlock] {
    [
      products(width), lineSectors(width),
      kit.bars("kinds", Label(zh: "类型 在库(现状)", en: "Kinds, now"), board.kinds, width: width, name: 18),
      kit.bars("sectors", Label(zh: "行业领域 在库(现状)", en: "Sectors, now"), board.sectors, width: width),
    ]
  }

  /// Lines by grade, shares of capacity within the product; a capacity is never added across products.
  private func products(_ width: Int) -> BoardBlock {
    let words = kit.words
    let year = board.lines.year.map { " \($0)" } ?? ""
    let name = max(0, width - 24)
    return BoardBlock(
      id: "products",
      title: CleanText(words("产品\(year) 优|中|劣线 ≥标杆 ≥基准", "Products: top|mid|low ≥bench. ≥base")),
      rows: board.lines.products.map { product in
        var row = BoardRow()
        row.cell(product.code, width: name)
        for grade in product.grades {
          row.skip(1)
          row.cell(words.count(grade.amount), width: 3, right: true, spot: grade.key)
        }
        func share(_ grade: EfficiencyLevel.Grade) -> String {
          product.shares?.share(atLeast: grade).map { "\($0.percent)%" } ?? "—"
        }
        row.cell(share(.benchmark), width: 5, right: true)
        row.skip(1)
        row.cell(share(.between), width: 4, right: true, spot: product.capacity.key)
        return row.pieces
      })
  }

  private func lineSectors(_ width: Int) -> BoardBlock {
    let words = kit.words
    return BoardBlock(
      id: "line_sectors", title: CleanText(words("能效重点领域 优|中|劣(线)", "Efficiency sectors: lines by grade")),
      rows: board.lines.sectors.map { sector in
        var row = BoardRow()
        row.cell(sector.label[kit.language], width: words.language == .zh ? 8 : 18)
        row.skip(1)
        row.content(.stacked(sector.figures.map(\.amount.forDrawing)), width: max(0, width - row.x - 13))
        for figure in sector.figures {
          row.cell(words.count(figure.amount), width: 4, right: true, spot: figure.key)
        }
        return row.pieces
      })
  }
}
