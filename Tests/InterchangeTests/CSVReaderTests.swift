import Domain
import Testing

@testable import Interchange

/// CSV as it comes from spreadsheets of the counties.
@Suite struct CSVReaderTests {
  private func rows(_ text: String) throws -> [CSVRow] { try rows(Array(text.utf8)) }

  /// Hands the bytes over in portions of `portion`, so that everything is cut somewhere.
  private func rows(_ bytes: [UInt8], portion: Int = 3) throws -> [CSVRow] {
    var rest = bytes[...]
    var reader = CSVReader {
      defer { rest = rest.dropFirst(portion) }
      return Array(rest.prefix(portion))
    }
    var rows: [CSVRow] = []
    while let row = try reader.next() { rows.append(row) }
    return rows
  }

  @Test func quotesCommasAndLinesInsideCells() throws {
    let read = try rows("name,content\r\n\"安吉,竹业\",\"第一行\n他说\"\"好\"\"\"\r\n,\r\n")
    #expect(read.map(\.fields) == [["name", "content"], ["安吉,竹业", "第一行\n他说\"好\""], ["", ""]])
    #expect(read.map(\.number) == [1, 2, 3])
    #expect(read.allSatisfy { $0.problem == nil })
  }

  @Test func everyLineEndAndNoneAtTheEnd() throws {
    for end in ["\n", "\r\n", "\r"] {
      #expect(try rows("a,b" + end + "1,2").map(\.fields) == [["a", "b"], ["1", "2"]])
    }
  }

  @Test func blankLinesAreSkippedButQuotedBlanksAreRows() throws {
    #expect(try rows("a\n\n\"\"\nb\n").map(\.fields) == [["a"], [""], ["b"]])
  }

  @Test func aLeadingMarkIsLeftOut() throws {
    #expect(try rows("\u{FEFF}名称,地区\n").first?.fields == ["名称", "地区"])
  }

  @Test func gb18030IsRecognised() throws {
    // 名称,地区 CR LF 安吉竹业,湖州
    let bytes: [UInt8] = [
      0xC3, 0xFB, 0xB3, 0xC6, 0x2C, 0xB5, 0xD8, 0xC7, 0xF8, 0x0D, 0x0A, 0xB0, 0xB2, 0xBC, 0xAA, 0xD6, 0xF1, 0xD2, 0xB5,
      0x2C,
      0xBA, 0xFE, 0xD6, 0xDD,
    ]
    for portion in [1, 2, 3, 7, 100] {
      let read = try rows(bytes, portion: portion)
      #expect(read.map(\.fields) == [["名称", "地区"], ["安吉竹业", "湖州"]])
    }
  }

  @Test func aFourByteCharacterOfGB18030() throws {
    // U+3400 is 81 39 EE 39 in GB18030, behind enough two-byte text to tell.
    let bytes: [UInt8] = [0xB0, 0xB2, 0xBC, 0xAA, 0xD6, 0xF1, 0x81, 0x39, 0xEE, 0x39]
    #expect(try rows(bytes).first?.fields == ["安吉竹\u{3400}"])
  }

  @Test func oneBrokenByteInUTF8IsReportedWithItsColumn() throws {
    let bytes = Array("名称,地区\n安吉竹业,湖州\n".utf8) + [0x61, 0x2C, 0xFF, 0x0A] + Array("好,好\n".utf8)
    let read = try rows(bytes)
    #expect(read.map { $0.problem?.reason } == [nil, nil, .encoding, nil])
    #expect(read[2].problem?.column == 2)
    #expect(read[2].number == 3)
  }

  @Test func textBehindAClosingQuoteIsReported() throws {
    let read = try rows("a,b\n\"x\"y,2\n3,4\n")
    #expect(read[1].problem == CSVProblem(reason: .quote, column: 1))
    #expect(read[1].raw == "\"x\"y,2")
    #expect(read[2].fields == ["3", "4"])
  }

  @Test func aQuoteNeverClosedIsReported() throws {
    let read = try rows("a,b\n1,\"2\n3,4\n")
    #expect(read.count == 2)
    #expect(read[1].problem == CSVProblem(reason: .unclosed, column: 2))
  }

  @Test func anEndlessCellIsBoundedAndTheNextLineIsRead() throws {
    let bytes = Array("a,b\n\"".utf8) + [UInt8](repeating: 0x78, count: 5 << 20) + Array("\n3,4\n".utf8)
    let read = try rows(bytes, portion: 1 << 16)
    #expect(read.count == 3)
    #expect(read[1].problem?.reason == .tooLong)
    #expect(read[1].raw.utf8.count <= 4 << 20)
    #expect(read[2].fields == ["3", "4"])
  }

  @Test func aRowWithoutAnEndIsGivenUp() {
    var reader = CSVReader { [UInt8](repeating: 0, count: 1 << 20) }
    #expect(throws: FileProblem.self) { try reader.next() }
  }

  @Test func workbooksAreRefusedWithWhatToDo() {
    #expect(throws: FileProblem.self) { try rows([0x50, 0x4B, 0x03, 0x04, 0x14]) }
  }

  @Test(arguments: [1, 2, 3, 100]) func utf16IsReadByItsMark(_ portion: Int) throws {
    let text = Array("名称\t地区\r\n安吉\u{20000}竹业\t湖州\r\n".utf16)
    let little: [UInt8] = [0xFF, 0xFE] + text.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + text.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [little, big] {
      #expect(try rows(bytes, portion: portion).map(\.fields) == [["名称", "地区"], ["安吉\u{20000}竹业", "湖州"]])
    }
  }

  @Test func tabsAndSemicolonsPartCellsWhereTheFirstLineThatHasAnyHasThem() throws {
    #expect(try rows("a;b\n1,5;2\n").map(\.fields) == [["a", "b"], ["1,5", "2"]])
    #expect(try rows("汇总表\na\tb\n\"1\t2\"\t3\n").map(\.fields) == [["汇总表"], ["a", "b"], ["1\t2", "3"]])
    #expect(try rows("a,b\n1;2,3\n").map(\.fields) == [["a", "b"], ["1;2", "3"]])
    #expect(try rows("\"a;b\",c\n").map(\.fields) == [["a;b", "c"]])
  }

  @Test func noBytesAtAllAreNoRows() throws {
    #expect(try rows([]).isEmpty)
    #expect(try rows("\n\n").isEmpty)
  }

  @Test func randomBytesNeverCrashIt() throws {
    var generator = SystemRandomNumberGenerator()
    let special: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D, 0x00, 0xFF, 0xC3, 0x81, 0x30, 0xEF, 0xBB, 0xBF, 0x27, 0x3D]
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        Bool.random(using: &generator)
          ? special.randomElement(using: &generator) ?? 0 : UInt8.random(in: 0...255, using: &generator)
      }
      let portion = Int.random(in: 1...9, using: &generator)
      if let read = try? rows(bytes, portion: portion) {
        #expect(read.map(\.number) == read.map(\.number).sorted())
        #expect(read.map(\.fields) == (try? rows(bytes, portion: 1000))?.map(\.fields))
      }
    }
  }
}
