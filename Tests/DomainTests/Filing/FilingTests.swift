import Testing

@testable import Domain

@Suite struct FilingTests {
  @Test(arguments: ["330523-2023-0021", "330523-2023-0021-AJ", "330523-2023-12345"])
  func libraryCodesReadAsWritten(_ text: String) {
    #expect(LibraryCode(text)?.text == text)
  }

  @Test(arguments: ["330523-2023-21", "330523-23-0021", "330523-2023-0000", "330523-2023-0021-A1", "安吉-2023-0021"])
  func otherTextsAreNoLibraryCodes(_ text: String) {
    #expect(LibraryCode(text) == nil)
  }

  @Test func fullWidthCodesAreRead() {
    #expect(LibraryCode("３３０５２３－２０２３－００２１")?.text == "330523-2023-0021")
  }

  @Test func faultsSurviveTheirText() {
    let faults = [FieldFault(field: "saving_source", reason: "无计算依据"), FieldFault(field: "", reason: "材料不全")]
    #expect(FieldFault.read(FieldFault.write(faults)) == faults)
    #expect(FieldFault.read("saving_source 无计算依据\nplease explain").map(\.field) == ["saving_source", ""])
    #expect(FieldFault.write([FieldFault(field: "name", reason: "太长\n请缩短")]) == "name\t太长 请缩短")
  }

  @Test func tiersClimb() {
    #expect(Tier.county.next == .city && Tier.city.next == .province && Tier.province.next == nil)
    #expect(Tier.county < .province)
  }
}
