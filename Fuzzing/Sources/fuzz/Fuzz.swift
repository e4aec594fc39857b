import Domain
import Foundation
import Interchange

/// What is fuzzed, by the name in `SANKU_FUZZ`.
enum Subject: String {
  /// Text files of rows.
  case csv
  /// Workbooks, as archives.
  case xlsx
  /// The parts of a workbook inside a sound archive, so that the XML readers see every input.
  case sheet
  /// Packages between libraries; every other input is a body under a sound signature.
  case package
  /// Headings and cells: what columns mean, and what a spreadsheet did to what stands in them.
  case mapping

  static let chosen: Subject = {
    let name = ProcessInfo.processInfo.environment["SANKU_FUZZ"] ?? ""
    guard let subject = Subject(rawValue: name) else {
      fatalError("SANKU_FUZZ names what is fuzzed: csv, xlsx, sheet, package or mapping")
    }
    return subject
  }()
}

/// Takes one input; an error that people are told of is an answer, everything else ends the program.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  switch Subject.chosen {
  case .csv: Books.read(text: bytes)
  case .xlsx: Books.read(workbook: bytes)
  case .sheet: Books.read(part: bytes)
  case .package: Packages.read(bytes)
  case .mapping: Mappings.read(bytes)
  }
  return 0
}

/// What must hold of every input.
func require(_ condition: Bool, _ what: @autoclosure () -> String) {
  if !condition { fatalError(what()) }
}
