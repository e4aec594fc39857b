import Domain
import Foundation
import Testing
import UseCases

@testable import Store

/// The file is taken away or exchanged under an open library: nothing is reported as saved that is not in the file.
@Suite struct MovedTests {
  @Test func aSaveIntoAFileThatWasMovedIsRefused() throws {
    let shop = try Workshop()
    try shop.save(shop.work("工程一"))
    try FileManager.default.moveItem(atPath: shop.path, toPath: shop.path + ".old")
    let gone = message { try shop.save(shop.work("工程二")) }
    #expect(gone.contains("moved or replaced"), "saved into a file that nobody finds: \(gone)")
    try FileManager.default.copyItem(atPath: shop.path + ".old", toPath: shop.path)
    let other = message { try shop.save(shop.work("工程三")) }
    #expect(other.contains("moved or replaced"), "saved into the file that was exchanged: \(other)")
    try FileManager.default.removeItem(atPath: shop.path)
    try FileManager.default.moveItem(atPath: shop.path + ".old", toPath: shop.path)
    try shop.save(shop.work("工程四"))
    #expect(try shop.store.list(Query(register: "works")).count() == 2)
    #expect(try shop.store.verify { _ in true } == [])
  }

  @Test func aFolderThatWasRemovedIsTold() throws {
    let shop = try Workshop()
    try shop.save(shop.work("工程一"))
    try FileManager.default.moveItem(atPath: shop.folder, toPath: shop.folder + ".away")
    let said = message { try shop.save(shop.work("工程二")) }
    #expect(!said.isEmpty)
    try FileManager.default.moveItem(atPath: shop.folder + ".away", toPath: shop.folder)
    try shop.save(shop.work("工程三"))
    #expect(try shop.store.list(Query(register: "works")).count() == 2)
  }

  @Test func readingFromAFileThatWasExchangedShowsNothingNew() throws {
    let shop = try Workshop()
    try shop.save(shop.work("工程一"))
    try FileManager.default.removeItem(atPath: shop.path)
    try Data("zzz".utf8).write(to: URL(fileURLWithPath: shop.path))
    #expect(try shop.store.list(Query(register: "works")).count() == 1)
    #expect(!message { try shop.save(shop.work("工程二")) }.isEmpty)
  }
}
