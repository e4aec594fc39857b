import Foundation
import TestTerminal
import Testing

/// `sanku package` as the people of two offices use it.
@Suite struct PackageCommandTests {
  @Test func aCountyWithoutALineReportsToItsCity() throws {
    let room = try Room()
    let (city, county) = (room.folder + "/city.sanku", room.folder + "/county.sanku")
    func path(_ name: String) -> String { room.folder + "/" + name }
    func run(_ library: String, _ words: [String]) -> BuiltSanku.Outcome { room.run(words + ["--library", library]) }
    func done(_ library: String, _ words: [String]) throws -> String {
      let outcome = run(library, words)
      try #require(outcome.status == 0, "\(words): \(outcome.errors)")
      return outcome.errors + outcome.output
    }
    try room.done(["init", city, "--region", "330500", "--mark", "HZ"])
    try room.done(["init", county, "--region", "330523", "--mark", "AJ"])
    let firms = try room.file(
      "firms.csv", "credit_code,plant,name,region,phone\r\n,00,安吉某某水泥有限公司,330523,13800138000\r\n")
    _ = try done(city, ["import", "enterprises", firms])
    for (from, to, name) in [(city, county, "city.card"), (county, city, "county.card")] {
      _ = try done(from, ["package", "card", "-o", path(name)])
      #expect(try done(to, ["package", "trust", path(name)]).contains("指纹"))
    }
    #expect(try done(city, ["package", "handover", "安吉县", "--to", "安吉县"]).contains("已移交"))
    _ = try done(city, ["package", "export", "--to", "330523", "-o", path("1.pkg")])
    #expect(
      try done(county, ["package", "import", path("1.pkg"), "--dry-run", "--format", "csv"]).contains("企业清单,"))
    #expect(try done(county, ["package", "import", path("1.pkg")]).contains("新增 1，修改 0"))
    #expect(
      try done(county, ["list", "enterprises", "--columns", "name,phone", "--format", "csv"]).contains("13800138000"))
    // The city reads only now; the county writes.
    let theirs = run(
      city, ["import", "enterprises", try room.file("more.csv", "credit_code,plant,name,region\r\n,00,另一家,330523\r\n")])
    #expect(theirs.status == 1 && theirs.errors.contains("此处只读"), "\(theirs.errors)")
    #expect(theirs.errors.contains("（其中冲突 1，疑似重复 0）"), "--take is no help: \(theirs.errors)")
    _ = try done(county, ["import", "enterprises", path("more.csv")])
    _ = try done(county, ["package", "export", "--to", "330500", "-o", path("up.pkg")])
    let before = try done(city, ["verify"])
    #expect(try done(city, ["package", "import", path("up.pkg"), "--dry-run"]).contains("未写入"))
    // A record may have a word of its own; one that the package does not hold, or that is given to both, is refused.
    let key = try #require(
      try done(city, ["package", "import", path("up.pkg"), "--dry-run", "--format", "csv"])
        .split(whereSeparator: \.isNewline).first { $0.hasPrefix("企业清单,") }?.split(separator: ",")[1])
    let looked = ["package", "import", path("up.pkg"), "--dry-run", "--theirs"]
    #expect(run(city, looked + [String(key)]).status == 0)
    let unknown = run(city, looked + ["没有这个"])
    #expect(unknown.status == 2 && unknown.errors.contains("数据包中没有“没有这个”"), "\(unknown.errors)")
    #expect(run(city, looked + [String(key), "--mine", String(key)]).errors.contains("两边都定了"))
    #expect(try done(city, ["verify"]) == before)
    #expect(try done(city, ["package", "import", path("up.pkg"), "--receipt", path("back.pkg")]).contains("新增 1"))
    #expect(try done(city, ["package", "import", path("up.pkg")]).contains("以前已收下"))
    _ = try done(county, ["package", "import", path("back.pkg")])
    let status = try done(county, ["package", "status", "--format", "csv"])
    #expect(status.contains("湖州市,") && status.contains(",1,1,2,0,"), "what came in does not wait to go back: \(status)")
    // A library is named by the end of its id, since those of one day begin alike; either end is understood.
    let id = try #require(
      status.split(whereSeparator: \.isNewline).first { $0.hasPrefix("湖州市,") }?.split(separator: ",")[1])
    #expect(run(county, ["package", "export", "--to", String(id), "-o", path("id.pkg")]).status == 0)
    #expect(try done(city, ["package", "status"]).contains("本库：湖州市 \(id)，"))
    // Wrong things are said in a line and do nothing.
    #expect(run(county, ["package", "export"]).errors.contains("用法见 sanku package export --help"))
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path("up.pkg"))))
    bytes[bytes.count / 2] ^= 1
    let bad = run(city, ["package", "import", try room.file("bad.pkg", bytes)])
    #expect(bad.status == 4 && bad.errors.split(separator: "\n").count == 1, "\(bad.errors)")
    #expect(
      run(county, ["package", "import", path("up.pkg")]).errors.contains("未登记的库")
        || run(county, ["package", "import", path("up.pkg")]).status == 4)
    #expect(run(city, ["package", "export", "--to", "杭州市", "-o", path("x.pkg")]).errors.contains("没有（或不止一个）往来库"))
    for library in [city, county] { _ = try done(library, ["verify"]) }
    let names = try [city, county].map {
      try done($0, ["list", "enterprises", "--columns", "name", "--sort", "name", "--format", "csv"])
    }
    #expect(names[0] == names[1])
  }
}
