import Domain
import Testing

@testable import Interchange

@Suite struct JSONTests {
  @Test func numbersKeepTheirDigits() throws {
    let value = try JSONReader.read("[{\"a\": 90071992547409.9312, \"b\": \"安\\u5409\\n\", \"c\": [true, null, {}]}]")
    let first = try #require(value.elements?.first)
    #expect(first["a"] == .number("90071992547409.9312"))
    #expect(first["b"]?.scalar == "安吉\n")
    #expect(first["c"]?.elements == [.bool(true), .null, .object([])])
  }

  @Test func whatIsWrittenIsReadBackAndHasNoControls() throws {
    let value = JSONValue.array([
      .object([.init("名称", .string("\u{1B}]52;c;x\u{7}\u{202E}\"\\安\n😀")), .init("n", .number("-0.5"))]), .array([]),
      .bool(false),
    ])
    #expect(try JSONReader.read(value.text) == value)
    #expect(value.text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0.value != 0x202E })
  }

  @Test(arguments: ["", "[", "[1,]", "{\"a\"}", "01", "1.", "\"\u{1}\"", "\"\\ud800\"", "nul", "[1] 2", "{\"a\":1,}"])
  func whatIsNoJSONIsRefusedWithItsLine(_ text: String) {
    #expect(throws: FileProblem.self) { try JSONReader.read(text) }
  }

  @Test func deepNestingIsRefused() {
    #expect(throws: FileProblem.self) { try JSONReader.read(String(repeating: "[", count: 100_000)) }
  }

  @Test func surrogatesMakeOneCharacter() throws {
    #expect(try JSONReader.read("\"\\ud83d\\ude00\"") == .string("😀"))
  }
}
