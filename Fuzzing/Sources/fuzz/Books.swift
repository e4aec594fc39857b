import Domain
import Interchange

/// Files of rows, read to their end as an import does.
enum Books {
  static func read(text bytes: [UInt8]) {
    read(
      TextBook(size: bytes.count) {
        var rest = bytes
        return {
          defer { rest = [] }
          return rest
        }
      })
  }

  static func read(workbook bytes: [UInt8]) {
    answered { read(try Workbook(bytes)) }
  }

  private static let names = [
    "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
  ]

  /// The first letter chooses the part that the rest of the input is; another one makes it the sheet itself.
  static func read(part bytes: [UInt8]) {
    let chosen = bytes.first.map { Int($0) - 0x30 }.flatMap { names.indices.contains($0) ? $0 : nil }
    let name = names[chosen ?? 0]
    var parts = StoredZip.parts
    parts[name] = nil
    let content = chosen == nil ? bytes : Array(bytes.dropFirst())
    answered { read(try Workbook(StoredZip.archive(parts, also: (name, content)))) }
  }

  private static func read(_ book: any SheetBook) {
    for sheet in book.sheets.indices.prefix(4) {
      answered {
        let rows = try book.open(sheet)
        var last = 0
        while let row = try rows.next() {
          require(row.number > last, "rows go on in order")
          require(row.cells.count <= 16_384 || row.problem != nil || row.raw != nil, "a row is bounded")
          last = row.number
        }
        require(rows.hiddenColumns.allSatisfy { $0.lowerBound >= 0 && $0.upperBound < 1000 }, "columns are bounded")
      }
    }
  }

  private static func answered(_ body: () throws -> Void) {
    do { try body() } catch let problem as FileProblem {
      require(!problem.message.zh.isEmpty && !problem.message.en.isEmpty, "a problem is a sentence")
    } catch {
      fatalError("not a sentence for people: \(error)")
    }
  }
}
