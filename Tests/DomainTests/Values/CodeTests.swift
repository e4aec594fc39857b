import Foundation
import Testing

@testable import Domain

@Suite struct CreditCodeTests {
  /// The columns id, code, valid, normalised of every vector; none of these is quoted.
  static let vectors: [[String]] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../Fixtures/uscc-test-vectors.csv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",", maxSplits: 7, omittingEmptySubsequences: false).prefix(4).map(String.init)
    }
  }()

  @Test func vectorsAreThere() { #expect(Self.vectors.count == 73) }

  @Test(arguments: vectors)
  func agrees(vector: [String]) {
    let (code, isValid, normalised) = (vector[1], vector[2] == "yes", vector[3])
    #expect((CreditCode.problem(in: code) == nil && CreditCode.normalise(code) == code) == isValid)
    if normalised.isEmpty {
      #expect(CreditCode(code) == nil || CreditCode.problem(in: code) == .unknownRegion)
    } else {
      #expect(CreditCode(code)?.text == normalised)
    }
  }

  @Test func saysWhatIsWrong() {
    #expect(CreditCode.problem(in: "9.133010079965505E+17") == .spreadsheet)
    #expect(CreditCode.problem(in: "914403001922038000") == .spreadsheet)
    #expect(CreditCode.problem(in: "9133010079965505OB") == .character("O"))
    #expect(CreditCode.problem(in: "91330100799655058") == .length(17))
    #expect(CreditCode.problem(in: "913301007996550578") == .organisationCheck)
    #expect(CreditCode.problem(in: "91330100799655058C") == .checkCharacter)
    #expect(CreditCode.problem(in: "91999999799655058J") == .unknownRegion)
  }
}

@Suite struct ProjectCodeTests {
  @Test(arguments: [
    "2203-330483-07-02-123456", "22033304830702123456", "２２０３－330483—07—02—123456", " '2203-330483-07-02-123456",
  ])
  func reads(text: String) throws {
    let code = try #require(ProjectCode(text))
    #expect(code.text == "2203-330483-07-02-123456" && code.month?.number == 202_203 && code.regionCode == "330483")
  }

  @Test func saysWhatIsWrong() {
    #expect(ProjectCode.problem(in: "2213-330483-07-02-123456") == .month)
    #expect(ProjectCode.problem(in: "2203-930483-07-02-123456") == .region)
    #expect(ProjectCode.problem(in: "2203-330483-07-02-12345") == .shape)
    #expect(ProjectCode("2019-330482-41-03-012345")?.month == nil)
    #expect(ProjectCode("2019-330482-41-03-012345") != nil)
  }
}

@Suite struct TemporaryCodeTests {
  @Test func cannotBeTakenForACreditCode() throws {
    let code = try #require(TemporaryCode(region: "3305L0", serial: 17))
    #expect(code.text == "LS3305L0000017" && code.regionCode == "3305L0" && code.serial == 17)
    #expect(CreditCode(code.text) == nil && TemporaryCode("91330100799655058B") == nil)
    #expect(TemporaryCode("ls3305l0 000017") == code)
    #expect(TemporaryCode(region: "330523", serial: 0) == nil && TemporaryCode(region: "33", serial: 1) == nil)
  }
}
