import Domain
import Testing

@testable import Interchange

@Suite struct CSVWriterTests {
  private func written(_ rows: [[CSVWriter.Cell]], mark: Bool = false) throws -> String {
    var text = ""
    let writer = try CSVWriter(mark: mark) { text += $0 }
    for row in rows { try writer.row(row) }
    return text
  }

  @Test func cellsAreQuotedWhereTheyMustBe() throws {
    #expect(try written([[.text("安吉,竹业"), .number("-3.5"), .text("他说\"好\"")]]) == "\"安吉,竹业\",-3.5,\"他说\"\"好\"\"\"\r\n")
    #expect(try written([[.text("a")]], mark: true) == "\u{FEFF}a\r\n")
    #expect(try written([[.text("")]]) == "\"\"\r\n")
  }

  @Test(arguments: ["=1+1", "+8613800000000", "-2", "@SUM(A1)", "\t=1", "＝1+1", "'=1", " =1", "''@x"])
  func aFormulaIsNeutralisedAndReadBackAsItWas(_ text: String) throws {
    let line = try written([[.text(text), .text("b")]])
    let first = line.first { $0 != "\"" }
    #expect(first == "'")
    var reader = CSVReader(line)
    #expect(try reader.next()?.fields == [text, "b"])
  }

  @Test func plainTextsStandAsTheyAre() {
    for text in ["安吉", "'引号", "a=b", "1-2", ""] {
      #expect(CellText.neutralised(text) == text)
      #expect(CellText.restored(text) == text)
    }
  }

  @Test func whateverIsWrittenIsReadBack() throws {
    var generator = SystemRandomNumberGenerator()
    let alphabet = ["=", "'", "\"", ",", "\n", "\r\n", " ", "安", "＝", "a", "\u{301}", "\t", "-", "@"]
    for _ in 0..<3000 {
      let cells = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        (0..<Int.random(in: 0...6, using: &generator)).map { _ in alphabet.randomElement(using: &generator) ?? "" }
          .joined()
      }
      var reader = CSVReader(try written([cells.map(CSVWriter.Cell.text)]))
      let row = try reader.next()
      #expect(row?.fields.map { Array($0.utf8) } == cells.map { Array($0.utf8) })
      #expect(row?.problem == nil)
    }
  }
}
