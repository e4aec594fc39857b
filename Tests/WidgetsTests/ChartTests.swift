import Terminal
import Testing

@testable import Widgets

@Test func barsShowEighthsAndTheMark() {
  #expect(frame(8, 1) { Bars.draw(share: 0.5625, mark: nil, in: &$0, look: .zh) } == ["████▌░░░"])
  #expect(frame(10, 1) { Bars.draw(share: 0.3, mark: 0.5, in: &$0, look: .zh) } == ["███░░│░░░░"])
  #expect(frame(10, 1) { Bars.draw(share: 0.3, mark: 0.5, in: &$0, look: Look(.zh, ascii: true)) } == ["###..|...."])
  #expect(frame(4, 1) { Bars.draw(share: 1.7, mark: 1.2, in: &$0, look: .zh) } == ["███│"])
  #expect(frame(10, 1) { Bars.drawStacked(parts: [2, 3], total: 10, in: &$0, look: .zh) } == ["██▓▓▓░░░░░"])
}

@Test func sparklineRises() {
  #expect(Sparkline.text([0, 1, nil, 4, 8], width: 9, look: .zh) == "▁▁ ▄█")
  #expect(Sparkline.text([1, 2, 3], width: 2, look: .zh).width == 2)
}

@Test func ganttShowsPlanAboveActual() {
  let gantt = Gantt(
    stages: [.init(name: "开工", planned: 0...4, actual: 5...9)], ticks: [.init(day: 0, label: "6月")], today: nil)
  #expect(frame(15, 3) { gantt.draw(in: &$0, look: .zh) } == ["     6月", "开工 ▒▒▒▒▒", "          █████"])
}

@Test func lineChartRunsFromCornerToCorner() {
  let chart = LineChart(series: [.init(name: "入库", values: [0, 10])], times: ["2022", "2023"])
  let rows = frame(14, 6) { chart.draw(in: &$0, look: .zh) }
  #expect(rows[0] == "■入库" && rows[1].hasPrefix("10│") && rows[5].hasSuffix("2023"))
  #expect(rows[1].unicodeScalars.last.map { $0.value > 0x2800 && $0.value < 0x2900 } ?? false)
}

@Test func progressSaysRateAndTimeLeft() {
  let box = ProgressBox(title: "导入", done: 2000, total: 10_000, elapsedMilliseconds: 4000)
  #expect(box.rate == 500 && box.secondsLeft == 16)
  #expect(frame(70, 7) { box.draw(in: &$0, look: .zh) }.joined().contains("2 000/10 000  20%  500 条/秒  剩余 16秒"))
}
