import Domain
import Testing

@testable import Interchange

/// Cells of workbooks as texts.
@Suite struct WorkbookTests {
  private func shown(_ digits: String, _ shape: CellStyles.Shape = .plain, is1904: Bool = false) -> String {
    FigureText.shown(Array(digits.utf8), shape, is1904: is1904)
  }

  @Test func figuresKeepTheirDigits() {
    #expect(shown("5200") == "5200")
    #expect(shown("0.30000000000000004") == "0.3")
    #expect(shown("1234567.8899999999") == "1234567.89")
    #expect(shown("1.52E+3") == "1520")
    #expect(shown("1.5E-2") == "0.015")
    #expect(shown("-0.5") == "-0.5")
    #expect(shown("007") == "7")
    #expect(shown("999999999999999.9") == "1E+15")
    #expect(shown("913305231234567890") == "9.13305231234568E+17")
    #expect(shown("0") == "0" && shown("-0.0") == "0")
    #expect(shown("1.2.3") == "1.2.3" && shown("") == "")
  }

  @Test func formatsSayWhatAFigureIs() {
    #expect(shown("0.155", .percent) == "15.5%")
    #expect(shown("7", .padded(3)) == "007")
    #expect(shown("45078.354166666664", .day) == "2023-06-01")
    #expect(shown("43616", .day, is1904: true) == "2023-06-01")
    #expect(shown("60", .day) == "60" && shown("-3", .day) == "-3")
    #expect(CellStyles.shape(of: #"[$-804]yyyy"年"m"月";@"#) == .day)
    #expect(CellStyles.shape(of: "yyyy/m/d h:mm") == .day)
    #expect(CellStyles.shape(of: "mmm") == .day)
    #expect(CellStyles.shape(of: "h:mm:ss") == .time)
    #expect(CellStyles.shape(of: "[h]:mm") == .time)
    #expect(CellStyles.shape(of: "0.00E+00") == .plain)
    #expect(CellStyles.shape(of: #"#,##0.00"元";[Red]-#,##0.00"#) == .plain)
    #expect(CellStyles.shape(of: "General") == .plain)
    #expect(CellStyles.shape(of: "000000") == .padded(6))
    #expect(CellStyles.shape(of: "0.0%") == .percent)
    #expect(CellStyles.builtIn(57) == .day && CellStyles.builtIn(0) == .plain)
  }

  @Test func aSmallWorkbookIsRead() throws {
    let book = try Workbook(StoredZip.archive(StoredZip.parts))
    #expect(book.sheets == [SheetName(name: "表")])
    let rows = try book.open(0)
    #expect(try rows.next()?.cells == ["名称", "", "1500"])
    let end = try rows.next()
    #expect(end == nil)
  }

  @Test func aDirectoryThatLiesAboutSizesIsFoundOut() throws {
    var parts = StoredZip.parts
    parts["xl/worksheets/sheet1.xml"] = nil
    var bytes = StoredZip.archive(parts, also: ("xl/worksheets/sheet1.xml", Array("<worksheet>".utf8)))
    // The length in the entry's own header and in the directory: one byte less than it is.
    for index in bytes.indices.dropLast(4) where bytes[index...].starts(with: [11, 0, 0, 0]) { bytes[index] = 10 }
    #expect(throws: FileProblem.self) {
      let rows = try Workbook(bytes).open(0)
      while try rows.next() != nil {}
    }
  }

  @Test func aFormulaWithoutAResultIsNoEmptyCell() throws {
    var parts = StoredZip.parts
    parts["xl/worksheets/sheet1.xml"] = """
      <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">\
      <c r="A1"><f>1+2</f><v></v></c><c r="B1"><f>1+2</f></c><c r="C1"><f>1+2</f><v>3</v></c>\
      <c r="D1" t="str"><f>""</f><v></v></c><c r="E1"><v></v></c><c r="F1"><f/></c></row></sheetData></worksheet>
      """
    let row = try Workbook(StoredZip.archive(parts)).open(0).next()
    let lost = CellRepair.uncalculated
    #expect(row?.cells == [lost, lost, "3", "", "", lost])
  }
}
