import Domain
import GRDB
import Testing
import UseCases

@testable import Store

@Suite struct LinePackingTests {
  @Test func whatIsUnpackedIsWhatWasPacked() throws {
    let shop = try Workshop()
    let packing = shop.store.connection.packing
    let id = "018bcfe5-6800-7620-bc0e-a8a27695a349"
    let lines = [
      "", "\"", "\\", "\"a", "\"a\"", "{\"changes\":{\"stage\":[null,\"t:accepted\"],\"on\":[null,\"d:2024-02-29\"]}}",
      "{\"id\":\"\(id)\",\"place\":[null,0]}", "{\"id\":\"\(id.uppercased())\"}", "\"r:\(id)\"",
      "\"name\":[\"t:\(id.dropLast())",
      "\"on\":[null,\"d:2024-13-01\"]", "\"on\":[null,\"d:2024-2-29\"]", "\"on\":[\"d:0000-00-00\",\"d:9999-12-31\"]",
      "{\"note\":\"安吉\\\\\\\"stage\\\":[null,\\\"t:x\\\"]\",\"v\":1}", "\"名\":[true,false]", "\"place\":[null,null]",
    ]
    for _ in 0..<2 {
      for line in lines {
        let bytes = Array(line.utf8)
        let back = try shop.store.queue.write { _ in try packing.line(packing.pack(bytes)) }
        #expect(back == bytes, "\(line)")
      }
    }
    let packed = try shop.store.queue.write { _ in try packing.pack(Array(lines[5].utf8)) }
    #expect(packed.count * 2 < lines[5].utf8.count)
  }

  @Test func phrasesOfAnAbandonedTransactionAreForgotten() throws {
    let shop = try Workshop()
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try shop.store.write(as: shop.environment) { library in
        try library.save(shop.work("甲"), base: 0, action: "abandoned")
        throw Stop()
      }
    }
    let document = shop.work("乙")
    try shop.save(document)
    #expect(try shop.store.verify { _ in true } == [])
    let other = try shop.again()
    #expect(try other.read { try $0.history("works", document.id) }.count == 1)
    try other.close()
  }

  @Test func anotherProcessMayHaveAddedPhrases() throws {
    let shop = try Workshop()
    try shop.save(shop.work("甲"))
    let other = try shop.again()
    try other.write(as: shop.environment) { library in
      _ = try library.save(shop.work("乙") { $0.kind = "motor" }, base: 0, action: "import")
    }
    try shop.save(shop.work("丙") { $0.start = Day(number: 20_230_301) })
    #expect(try shop.store.verify { _ in true } == [])
    #expect(try other.verify { _ in true } == [])
    try other.close()
  }
}
