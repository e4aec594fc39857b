import Domain
import Terminal
import UseCases
import Widgets

/// The page of enterprises: by region, sector, scale and energy.
struct EnterprisesPage {
  let board: DashboardEnterprises
  /// Distinct credit codes: all, above scale, key users; nil while they are counted.
  let codes: [DashboardFigure]?
  let kit: BoardWords

  func plan(_ size: Size) -> BoardPlan {
    let width = size.width
    let heading = kit.heading(Label(zh: "企业清单", en: "Enterprises"), nil, isNow: true, width: width)
    if BoardColumns.isNarrow(size) {
      let blocks = [heading, summary(), regions(width), sectors(width), scales(width), years(width)]
      return BoardPlan(BoardColumns.stacked(blocks, width: width))
    }
    let (left, right) = ((width - 1) / 2, width - (width - 1) / 2 - 1)
    let top = BoardColumns.stacked([heading, summary()], width: width)
    let rest = Rect(x: 0, y: 4, width: width, height: size.height - 4)
    return BoardPlan(
      top + BoardColumns.pair([regions(left), scales(left)], [sectors(right), years(right)], rest))
  }

  private func summary() -> BoardBlock {
    let words = kit.words
    var count = BoardRow()
    count.text(words("清单 ", "Rows "))
    count.text(words.count(board.listed.amount) + words("条(含厂区)", " (with plants)"), spot: board.listed.key)
    count.text(words("按信用代码:", "Credit codes:"), gap: 2)
    let labels = [Label(zh: "企业", en: "all"), Label(zh: "规上", en: "above scale"), Label(zh: "重点用能", en: "key users")]
    for (index, label) in labels.enumerated() {
      count.text(label[kit.language], gap: 1)
      if let codes, codes.indices.contains(index) {
        count.text(words.count(codes[index].amount) + words("家", ""), gap: 1, spot: codes[index].key)
      } else {
        count.text("…", .dim, gap: 1)
      }
    }
    var energy = BoardRow()
    energy.text(words("综合能耗 ", "Energy "))
    energy.text(words.coal(board.energy.amount, yearly: false), spot: board.energy.key)
    energy.text(words("(当量，企业整体最近年度)", " (calorific, whole firms)"))
    energy.text(words("用电", "electricity"), gap: 1)
    energy.text(words.amount(board.electricity), gap: 1, spot: board.electricity.key)
    var other = BoardRow()
    other.text(words("另有 ", "Also "), .dim)
    other.text(words.count(board.otherBasis.amount) + words("条", " rows"), .dim, spot: board.otherBasis.key)
    other.text(words("按等价口径 ", " on the primary-energy basis, "), .dim)
    other.text(words.coal(board.energyPrimary.amount, yearly: false), .dim, spot: board.energyPrimary.key)
    other.text(words("，不与当量合计", ", never added to the calorific"), .dim)
    return BoardBlock(id: "summary", rows: [count.pieces, energy.pieces, other.pieces])
  }

  private func coal(_ figure: DashboardFigure) -> String { kit.words.manyTonnes(figure.amount) }

  private func regions(_ width: Int) -> BoardBlock {
    kit.bars(
      "regions", Label(zh: "各地 条数 能耗/万tce(当量)", en: "Regions: rows, ktce (cal.)"), board.regions,
      width: width, second: coal)
  }

  private func sectors(_ width: Int) -> BoardBlock {
    kit.bars(
      "sectors", Label(zh: "领域 条数 能耗/万tce(当量)", en: "Sectors: rows, ktce (cal.)"), board.sectors,
      width: width, second: coal)
  }

  private func scales(_ width: Int) -> BoardBlock {
    kit.bars("scales", Label(zh: "规模(最近年度)", en: "Scale, latest year"), board.scales, width: width)
  }

  private func years(_ width: Int) -> BoardBlock {
    let words = kit.words
    let whole = board.years.compactMap(\.figures.first?.amount).max() ?? .zero
    return BoardBlock(
      id: "years", title: CleanText(words("能耗数据年度 万tce(当量)", "Energy by data year, ktce (cal.)")),
      rows: board.years.map { item in
        var row = BoardRow()
        row.cell(item.label[kit.language], width: 8)
        row.skip(1)
        guard let figure = item.figures.first else { return row.pieces }
        row.content(
          .bar(share: figure.amount.part(of: whole), mark: nil, style: Style(.bar)), width: max(0, width - 21))
        row.skip(1)
        row.cell(words.manyTonnes(figure.amount), width: 9, right: true, spot: figure.key)
        return row.pieces
      })
  }
}
