import Domain
import Testing

/// Headings that name a carrier, and those that only seem to.
@Suite struct CarrierHeadingTests {
  @Test(arguments: [
    (["电力（万千瓦时）"], "electricity wan_kwh 0"), (["用电量/kWh"], "electricity kwh 0"), (["原煤消费量（万吨）"], "raw_coal tonne 4"),
    (["天然气使用量（标准立方米）"], "natural_gas m3 0"), (["蒸汽（TJ）"], "heat gj 3"), (["电力", "消费量（兆瓦时）"], "electricity kwh 3"),
    (["能源消费量", "柴油（吨）"], "diesel tonne 0"), (["本月", "电力（度）"], "electricity kwh 0"), (["电力"], "electricity wan_kwh 0"),
    (["能源消费量（万吨）", "原煤"], "raw_coal tonne 4"),
    (["一车间", "电力（度）"], "electricity kwh 0 ?"),
  ])
  func aCarrierAndItsMeter(_ headings: [String], _ wanted: String) throws {
    let found = try #require(CarrierHeading(headings), "\(headings)")
    let text = "\(found.carrier) \(found.unit ?? "-") \(found.power)" + (found.isSure ? "" : " ?")
    #expect(text == wanted, "\(headings)")
  }

  @Test(arguments: [
    ["购进量", "原煤（吨）"], ["期末库存", "原煤（吨）"], ["上年同期", "电力（万千瓦时）"], ["2022年", "电力（万千瓦时）"], ["电力（吨标准煤）"],
    ["电力折标（tce）"], ["电费（万元）"], ["电力（万元）"], ["综合能耗（吨标准煤）"], ["2022年", "电力", "消费量"], ["蒸汽（吨）"], ["电力（当量值）"], ["消费量（吨）"],
    [""],
  ])
  func otherFiguresAreNone(_ headings: [String]) { #expect(CarrierHeading(headings) == nil, "\(headings)") }
}
