import Testing

@testable import Domain

@Suite struct RegionsTests {
  let regions = ReferenceTables.builtIn.regions

  @Test func treeIsWhole() {
    #expect(regions.all.count == 102 + 12)
    #expect(regions.children(of: "330000").count == 11)
    #expect(regions.all.filter { $0.level == .county && !$0.isLocal }.count == 90)
    #expect(regions.children(of: "330500").map(\.code) == ["330502", "330503", "330521", "330522", "330523", "3305L0"])
    #expect(regions.city(of: "330523")?.name == "湖州市" && regions.province(of: "3302L1")?.name == "浙江省")
    #expect(regions.path(of: "330523") == "湖州市安吉县" && regions.path(of: "3305L0") == "湖州市本级")
    #expect(regions.codes(in: "330500").count == 7 && regions.codes(in: "山区26县").count == 26)
    #expect(regions["331127"]?.shortName == "景宁")
  }

  @Test(arguments: [
    ("330523", "330523"), ("330523000000", "330523"), ("安吉县", "330523"), ("安吉", "330523"), ("湖州市安吉县", "330523"),
    ("浙江省湖州市安吉县", "330523"), ("浙江湖州安吉", "330523"), ("湖州 安吉", "330523"), ("绍兴", "330600"), ("3305", "330500"),
    ("33", "330000"), ("浙江", "330000"), ("浙江省", "330000"), ("景宁", "331127"), ("湖州市本级", "3305L0"), ("3305l0", "3305L0"),
    ("宁波市前湾新区", nil), ("宁波前湾新区", "3302L1"), ("湖州市桐乡市", nil), ("火星", nil), ("", nil), ("330599", nil),
  ])
  func resolves(text: String, code: String?) {
    let resolution = regions.resolve(text)
    #expect(resolution.region?.code == code)
    if code != nil { #expect(resolution.label == nil) }
  }

  @Test(arguments: [
    ("330185", "330112", RegionRename.Kind.upgrade), ("临安市", "330112", .upgrade), ("绍兴县", "330603", .upgrade),
    ("绍兴市绍兴县", "330603", .upgrade), ("下城区", "330105", .merge), ("330204", "330212", .merge), ("余杭", "330110", .split),
    ("330327", "330327", .split), ("杭州市余杭区", "330110", .split), ("玉环县", "331083", .upgrade),
  ])
  func followsRenames(text: String, code: String, kind: RegionRename.Kind) {
    guard case .renamed(let region, let rename) = regions.resolve(text) else {
      Issue.record("\(text) is not renamed")
      return
    }
    #expect(region.code == code && rename.kind == kind)
  }

  @Test func ambiguousNamesAskOrFollowTheScope() {
    guard case .ambiguous(let found) = regions.resolve("市本级") else {
      Issue.record("not ambiguous")
      return
    }
    #expect(found.count == 11)
    #expect(regions.resolve("市本级", in: "330500").region?.code == "3305L0")
  }

  @Test func scopes() {
    #expect(regions.isIn("330523", "330500") && regions.isIn("330523", "330000") && regions.isIn("330523", ""))
    #expect(!regions.isIn("330500", "330523") && !regions.isIn("330523", "330600"))
    #expect(regions.isIn("330203", "计划单列市") && !regions.isIn("330523", "计划单列市"))
    #expect(regions.isIn("330523", "330000-计划单列市") && !regions.isIn("3302L1", "330000-计划单列市"))
    #expect(regions.isIn("330127", "山区26县") && !regions.isIn("330127", "山区26县", year: 2014))
    #expect(!regions.isIn("999999", "330000"))
  }

  @Test func overlays() {
    let rows = [
      ReferenceRow(
        table: .regions, values: ["code": "3304L1", "name": "嘉兴经开区", "level": "county", "parent_code": "330400"]),
      ReferenceRow(
        table: .regions, values: ["code": "440100", "name": "广州市", "level": "city", "parent_code": "440000"]),
      ReferenceRow(
        table: .regions, values: ["code": "330523", "name": "安吉县", "level": "county", "parent_code": "330400"]),
      ReferenceRow(
        table: .energyFactors,
        values: [
          "id": "electricity_sub", "name_zh": "电力(等价值)", "physical_unit": "kWh", "kgce_low": "0.298", "verified": "yes",
        ]),
    ]
    let (tables, rejected) = ReferenceTables.builtIn.overlaid(with: rows)
    #expect(rejected == [rows[1], rows[2]])
    #expect(tables.regions.resolve("嘉兴经开区").region?.code == "3304L1")
    #expect(tables.energy.tce("electricity", Amount(1), basis: .equivalentCoal)?.plain == "2.98")
  }
}
