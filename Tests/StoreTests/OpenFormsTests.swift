import Domain
import Foundation
import Testing
import UseCases

@testable import Store

/// Who has which record open, told by files that their process holds.
@Suite struct OpenFormsTests {
  private let folder = NSTemporaryDirectory() + "sanku-forms-" + UUID().uuidString
  private let record = RecordID(high: 5, low: 6)

  private var library: String { folder + "/library.sanku" }
  private var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: library + ".scratch")) ?? []).sorted()
  }

  @Test func othersAreSeenAndOneselfIsNot() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (here, there) = (FileOpenForms(library: library), FileOpenForms(library: library))
    #expect(here.others(at: record).isEmpty)
    var first = here.open(record, by: "钱填报")
    var second = there.open(record, by: "周填报")
    let third = there.open(record, by: "周填报")
    #expect(first != nil && second != nil && third != nil)
    #expect(here.others(at: record) == ["周填报"] && there.others(at: record) == ["钱填报"])
    #expect(here.others(at: RecordID(high: 5, low: 7)).isEmpty)
    first = nil
    #expect(there.others(at: record).isEmpty)
    second = nil
    #expect(here.others(at: record) == ["周填报"])
    withExtendedLifetime(third) {}
  }

  @Test func whatAKilledSessionLeftCountsForNobody() throws {
    try FileManager.default.createDirectory(atPath: library + ".scratch", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let left = library + ".scratch/open-\(record.text)-dead-1"
    try Data("李审核".utf8).write(to: URL(fileURLWithPath: left))
    #expect(FileOpenForms(library: library).others(at: record).isEmpty)
    #expect(files.isEmpty)
  }

  @Test func whatIsNoNameOrNoFileIsNobody() throws {
    try FileManager.default.createDirectory(atPath: library + ".scratch", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createSymbolicLink(
      atPath: library + ".scratch/open-\(record.text)-link-1", withDestinationPath: "/etc/passwd")
    let forms = FileOpenForms(library: library)
    let held = try #require(FileOpenForms(library: library).open(record, by: ""))
    #expect(forms.others(at: record).isEmpty)
    withExtendedLifetime(held) {}
    // Where no folder can be made nobody is told of, and nothing else happens.
    let nowhere = FileOpenForms(library: "/proc/nowhere/library.sanku")
    #expect(nowhere.open(record, by: "钱填报") == nil && nowhere.others(at: record).isEmpty)
  }
}
